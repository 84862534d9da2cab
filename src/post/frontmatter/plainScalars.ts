/** Values of plain YAML on a single line: text, numbers, lists in brackets. See plainYaml.ts. */

const dateText = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?$/;
const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const reserved = /^(?:null|true|false)$/i;

/** Whether a UTF-16 unit is one of A to Z, in either case. */
export function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

/** Whether a UTF-16 unit is one of 0 to 9. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether a UTF-16 unit can only begin text: a letter of any script, “(”, “/”, “<”. */
export function beginsText(code: number): boolean {
  return isLetter(code) || code > 160 || code === 40 || code === 47 || code === 60;
}

/** Whether YAML reads a word as null or a boolean. */
export function isReserved(text: string): boolean {
  return (text.length === 4 || text.length === 5) && reserved.test(text);
}

/** The offset of the first character from `start` on that is not a space. */
export function skipSpaces(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === 0x20) at++;
  return at;
}

/** The end of a text without the spaces and tabs after it. To YAML, a no-break space is part of the text. */
export function textEnd(text: string, end: number): number {
  let at = end;
  while (isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

/** A list in brackets, of text without escapes; undefined if it may be anything else. */
export function readFlowList(text: string): unknown[] | undefined {
  if (!text.endsWith(']')) return undefined;
  const inner = trimSpaces(text.slice(1, -1));
  if (inner === '') return [];
  // A comma in quotes divides them, and neither half is an item.
  const items = inner.split(',').map((item) => readFlowItem(trimSpaces(item)));
  return items.includes(undefined) ? undefined : items;
}

function readFlowItem(text: string): string | number | boolean | undefined {
  if (/^(?:"[^"\\]*"|'[^']*')$/.test(text)) return text.slice(1, -1);
  return /^[^[\]{}"'#&*!|>%@`:?\\]+$/.test(text) ? readScalar(text) : undefined;
}

/** `trim` would also remove other kinds of whitespace, which YAML keeps. */
function trimSpaces(text: string): string {
  return text.slice(skipSpaces(text, 0), textEnd(text, text.length));
}

/** Plain text, a small whole number, or true/false, by YAML's core schema; undefined if it may be anything else. */
export function readScalar(text: string): string | number | boolean | undefined {
  const first = text.charCodeAt(0);
  const comment = text.indexOf(' #');
  const plain = comment === -1 ? text : text.slice(0, textEnd(text, comment));
  if (plain.includes(': ') || plain.endsWith(':')) return undefined;
  if (isDigit(first)) {
    if (/^(?:0|[1-9]\d{0,14})$/.test(plain)) return Number(plain);
    // Several words, a date, a UUID, “18F”: none can be a number.
    const isText = plain.includes(' ') || dateText.test(plain) || uuid.test(plain) || /^[1-9]\d*[a-df-z]/i.test(plain);
    return isText ? plain : undefined;
  }
  if (!beginsText(first)) return undefined;
  if (isReserved(plain)) return plain === 'true' ? true : plain === 'false' ? false : undefined;
  return plain;
}
