/** The text of a question. */

/** The question without what only helps to answer it, for once it is answered: `Site URL (https://…), or …:` → `Site URL:`. */
export function shortMessage(message: string): string {
  return message.replace(/(?:,| \().*:$/, ':');
}
