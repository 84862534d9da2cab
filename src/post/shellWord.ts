/** Commands that messages suggest: names from posts are written so that no shell runs any part of them. */

/** A text as one word for a shell, in quotes if it needs them. Double quotes, where they are enough, work on Windows, too. */
export function shellWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : shellQuoted(text);
}

/** The same, always in quotes. */
export function shellQuoted(text: string): string {
  return /["$`\\!%]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`;
}
