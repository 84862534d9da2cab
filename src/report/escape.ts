/** Escapes for text of posts that is printed to a terminal. */

/**
 * Control characters (C0, DEL, C1), line and paragraph separators, bidirectional controls and lone surrogates: all that
 * can move the cursor, change colours or reorder a line.
 */
const dangerous =
  /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text with every dangerous character escaped, as in `\u{1b}`. */
export function visible(text: string): string {
  // Most texts, and several times as quick to tell.
  if (!/[^ -~]/.test(text)) return text;
  return replaceDangerous(text, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
}

/** A title in quotation marks; those in it are single ones then. */
export function quotedTitle(title: string): string {
  return `“${visible(title).replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

const sliceSize = 64 * 1024;

/** Slice by slice: the matches of a text of megabytes would take hundreds of them. No dangerous character is a pair. */
function replaceDangerous(text: string, replacement: (character: string) => string): string {
  if (text.length <= sliceSize) return text.replace(dangerous, replacement);
  return Array.from(slicesOf(text), (slice) => slice.replace(dangerous, replacement)).join('');
}

function* slicesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += sliceSize) yield text.slice(at, at + sliceSize);
}

/** The pieces of `visibleLines`, for a text that may be large. */
export function* visiblePieces(text: string): Generator<string> {
  for (const slice of slicesOf(text)) yield visibleLines(slice);
}

/** The same for text of several lines, whose line breaks stay. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}

/** JSON text with every dangerous character as a JSON escape, so that its value is the same. */
export function visibleJson(json: string): string {
  return replaceDangerous(json, (character) =>
    character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
