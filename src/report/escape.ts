/** Text of posts as a terminal may be given it. */

/**
 * Controls (C0 but none excepted, DEL, C1), line and paragraph separators, marks that turn the writing direction, and
 * lone surrogates: all that can move a cursor, colour a line or make it read otherwise than it is.
 */
const dangerous =
  /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text with every dangerous character written out, `\u{1b}`. */
export function visible(text: string): string {
  return text.replace(dangerous, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
}

/** Text of several lines: its line breaks stay. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}

/** JSON text with every dangerous character as an escape that reads back the same. */
export function visibleJson(json: string): string {
  return json.replace(dangerous, (character) =>
    character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
