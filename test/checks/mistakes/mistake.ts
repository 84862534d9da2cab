/** What a row of the table of mistakes is, and the texts of its posts. */
/** A post as its author meant it: some of the fields that `blog list --format json` prints. */
export interface Meant {
  title?: string;
  /** With offset. */
  date?: string;
  updated?: string;
  id?: string;
  slug?: string;
  url?: string;
  authors?: readonly Person[];
  photos_by?: readonly Person[];
  editors?: readonly Person[];
  categories?: readonly string[];
  tags?: readonly string[];
  summary?: string;
  image?: Readonly<Record<string, string>>;
  aliases?: readonly string[];
  lang?: string;
  draft?: boolean;
  status?: 'published' | 'pending' | 'draft' | 'scheduled' | 'expired';
}

export interface Person {
  name: string;
  role?: string;
  email?: string;
  url?: string;
}

/**
 * What must become of a mistake. `fix`: `--fix` alone makes what was meant. `hint`: the hint, followed to the letter, does.
 * `told`: only the author can say what was meant, so that an error or a warning has to ask. `read`: it is no mistake to a
 * reader, so the post reads as meant and nothing is said.
 */
export type Answer = 'fix' | 'hint' | 'told' | 'read';

export interface Mistake {
  name: string;
  answer: Answer;
  /** The rule that reports it; one of several where more than one describes it well. Of a `read` row: what must not be said. */
  rule: string | readonly string[];
  /** The file as its author wrote it. */
  text: string;
  meant: Meant;
  /** What the hint has to contain: the text to write. */
  hint?: string | RegExp;
  /** What no hint may say, for it would lead to other data. */
  wrongHint?: RegExp;
  /** What the message has to contain. */
  names?: string | RegExp;
  /** What an author changes who follows the hint: this text into that. */
  typed?: readonly [from: string, to: string];
  /** The path in the posts folder. */
  file?: string;
  /** Other files of the blog, by their paths from its root. */
  beside?: Readonly<Record<string, string>>;
  config?: string;
}

/** A post of these lines of front matter. */
export function post(...lines: string[]): string {
  return `---\n${lines.join('\n')}\n---\nText.\n`;
}

/** A post with a title and a date, and these lines below them. */
export function plus(...lines: string[]): string {
  return post('title: A', 'date: 2017-01-15', ...lines);
}

/** A post with a title and a date, and this text. */
export function body(text: string): string {
  return `---\ntitle: A\ndate: 2017-01-15\n---\n${text}\n`;
}

/** Posts by other people or about other things, whose names the folder then knows. */
export function others(...fields: string[]): Record<string, string> {
  return Object.fromEntries(
    fields.map((field, at) => [`posts/other-${at}.md`, post(`title: Other ${at}`, `date: 2016-0${at + 1}-10`, field)]),
  );
}
