/** Words of commands that are printed for the user to paste. */

/** A text as one word for a shell, whatever is in it. Double quotes, where they will do, work on Windows, too. */
export function shellWord(text: string): string {
  if (/^[\w./-]+$/.test(text)) return text;
  return /["$`\\!%]/.test(text) ? singleQuoted(text) : `"${text}"`;
}

/** A path as an argument: one that begins with a hyphen is no option. */
export function shellPath(path: string): string {
  return shellWord(path.startsWith('-') ? `./${path}` : path);
}

/** A text in single quotes, in which sh reads nothing but their end. */
export function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
