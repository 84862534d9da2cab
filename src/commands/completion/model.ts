/** What can be typed after `blog`, as the completion scripts need it. */

/** Values that only the folder knows: `blog __complete KIND` prints them. */
export const folderKinds = ['categories', 'tags', 'authors', 'people', 'posts'] as const;
export type FolderKind = (typeof folderKinds)[number];

/** What may stand in a place: given words (`listed`: several with commas), names from the folder, a path, or any text. */
export type Values =
  | { words: readonly string[]; listed?: boolean }
  | { kind: FolderKind }
  | { path: 'file' | 'folder' }
  | 'text';

export interface OptionWords {
  /** `-c`, `--category`. */
  names: readonly string[];
  description: string;
  /** Undefined: it takes no value. */
  value?: Values;
  repeatable: boolean;
}

export interface CommandWords {
  /** The command's name and aliases. */
  names: readonly string[];
  summary: string;
  options: readonly OptionWords[];
  /** What may stand first beside options, and what after that. */
  first?: Values;
  rest?: Values;
}

export interface ProgramWords {
  commands: readonly CommandWords[];
  /** Options that every command has. */
  globals: readonly OptionWords[];
}

/** Whether a word means only itself in every shell: what stands in a script without quotes must be of these. */
export function isPlainWord(word: string): boolean {
  return /^[\w.:=+-]+$/.test(word);
}

/** The names of the options that take a value: the word after them is no command. */
export function namesWithValue(options: readonly OptionWords[]): string[] {
  return options.filter(({ value }) => value !== undefined).flatMap(({ names }) => names);
}

/** A text as it is between single quotes of sh and zsh. */
export function inSingleQuotes(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
