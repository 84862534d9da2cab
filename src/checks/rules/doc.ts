/** What is written about a rule. */

export type RuleGroup = 'file' | 'fields' | 'across posts' | 'body' | 'partnership';

/** A piece of a post; what it does not say is as it should be. */
export interface Example {
  /** A whole file. */
  file?: string;
  /** Lines of front matter. */
  fields?: string;
  /** Of the text below them. */
  body?: string;
  /** Several posts' lines of front matter, by file in the posts folder. */
  posts?: Readonly<Record<string, string>>;
  /** What a text cannot show. */
  words?: string;
  /** Of the blog, where the rule needs it. */
  config?: string;
}

export interface RuleDoc {
  group: RuleGroup;
  /** One line: what it finds. */
  summary: string;
  /** Why it matters: one or two sentences. */
  why: string;
  bad: Example;
  good: Example;
  /** Whether `--fix` can mend it, at least where there is one right answer. */
  fixable: boolean;
}
