/** What a kind of unread Markdown is. */

type Words = string | ((groups: readonly (string | undefined)[], isItem: boolean) => string);

/** Something that is meant but not read. */
export interface Kind {
  /** What was meant, with its article. */
  meant: string;
  /** At most one line, without the end of it. */
  pattern: RegExp;
  /** Perhaps made from the groups of the pattern, and from whether it begins an item of a list; as the hint. */
  why: Words;
  hint: Words;
  /** One for a list: the next block is not reported again. */
  isList?: true;
}
