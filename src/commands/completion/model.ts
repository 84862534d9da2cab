/** What can be typed after `blog`, as the completion scripts need it. */

/** Kinds of names in the folder, which `blog __complete KIND` prints. */
export const folderKinds = ['categories', 'tags', 'authors', 'people', 'languages', 'posts'] as const;
export type FolderKind = (typeof folderKinds)[number];

/** Possible values: fixed words (`listed`: several with commas), names from the folder, a path, or any text. */
export type PossibleValues =
  | { words: readonly string[]; listed?: boolean }
  | { kind: FolderKind }
  | { path: 'file' | 'folder' }
  | 'text';

export interface OptionWords {
  /** `-c`, `--category`. */
  names: readonly string[];
  description: string;
  /** Undefined: it takes no value. */
  value: PossibleValues | undefined;
  repeatable: boolean;
}

export interface CommandWords {
  /** The command's name and aliases. */
  names: readonly string[];
  summary: string;
  options: readonly OptionWords[];
  /** Values of the first argument, and of those after it. */
  first: PossibleValues | undefined;
  rest: PossibleValues | undefined;
}

export interface ProgramWords {
  commands: readonly CommandWords[];
  /** The global options. */
  globals: readonly OptionWords[];
}

/** The names of all options that take a value: the word after them is not a command. */
export function namesWithValue({ commands, globals }: ProgramWords): string[] {
  const all = [...globals, ...commands.flatMap(({ options }) => options)];
  return [...new Set(all.flatMap(({ names, value }) => (value === undefined ? [] : names)))];
}

/** A text in single quotes for sh and zsh. */
export function inSingleQuotes(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
