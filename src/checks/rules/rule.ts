/** What an entry of the table of rules says. */

/** What a rule can be set to, in the config or with `--rule`. */
export type Level = 'off' | 'warn' | 'error';

/** Part of a post or of a blog; whatever it leaves out is valid. */
export interface Example {
  /** The whole file. */
  file?: string;
  /** Lines of front matter. */
  fields?: string;
  /** The Markdown below the front matter. */
  body?: string;
  /** Lines of front matter of several posts, by path in the posts folder. */
  posts?: Readonly<Record<string, string>>;
  /** A description of what text cannot show. */
  words?: string;
  /** A line of the config. */
  config?: string;
}

export interface Rule {
  /** The default level, `warn` unless it is given. */
  level?: Level;
  /** What is wrong, in one sentence. */
  summary: string;
  /** Why it matters, in one or two sentences. */
  why: string;
  bad: Example;
  good: Example;
  /** Whether `--fix` can fix it, at least where only one answer is right. */
  fixable?: true;
}
