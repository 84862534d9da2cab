/** What a mistake in a line of front matter is. */
/** What is wrong with a line, and how to fix it. */
export interface ValueMistake {
  message: string;
  hint: string;
  /** The offset in the line (UTF-16 units), if it is more exact than where parsing stopped. */
  at?: number;
}
