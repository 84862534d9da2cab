/** What a kind of unread Markdown is. */

/** Where something unread stands. */
interface Standing {
  /** Whether it begins an item of a list. */
  isItem: boolean;
  /** Whether it begins its line. */
  isFirst: boolean;
}

type Words = string | ((groups: readonly (string | undefined)[], standing: Standing) => string);

/** Something that is meant but not read. */
export interface Kind {
  /** What was meant, with its article. */
  meant: string;
  /** At most one line, without the end of it. */
  pattern: RegExp;
  /** Perhaps made from the groups of the pattern, and from where it stands; as the hint. */
  why: Words;
  hint: Words;
  /** One for a list: the next block is not reported again. */
  isList?: true;
}
