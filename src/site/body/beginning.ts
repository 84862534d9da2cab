/** Whether a summary only repeats how a text begins. */

/** Whether the paragraphs begin with `text`, whatever its spacing and quotation marks; “…” at its end is where it was cut off. */
export function isBeginning(text: string, paragraphs: readonly string[]): boolean {
  const start = toComparable(text.replace(cut, ''));
  if (start === '') return false;
  let whole = '';
  for (const paragraph of paragraphs) {
    whole = `${whole} ${toComparable(paragraph)}`.trimStart();
    if (whole.length > start.length) break;
  }
  if (!whole.startsWith(start)) return false;
  // “On Tuesday” is not how “On Tuesdays we meet” begins.
  return cut.test(text) || !(/[\p{L}\p{N}]$/u.test(start) && /^[\p{L}\p{N}]/u.test(whole.slice(start.length)));
}

const cut = /(?:…|\.{3}|\[(?:…|\.{3})\])\s*$/;

function toComparable(text: string): string {
  return text.normalize('NFC').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();
}
