/** Values of the plain YAML that stand on one line: texts, numbers, lists between brackets. See plainYaml.ts. */

const dateText = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?: ?(?:Z|[+-]\d\d(?::?\d\d)?))?)?$/;
const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const reserved = /^(?:null|true|false)$/i;

/** Whether a UTF-16 unit is one of A to Z, in either case. */
export function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

/** Whether a text is one of YAML's own words, which are no texts. */
export function isReserved(text: string): boolean {
  return (text.length === 4 || text.length === 5) && reserved.test(text);
}

/** Where a text ends that may have blanks behind it. Only blanks: for YAML a no-break space is a part of the text. */
export function textEnd(text: string, end: number): number {
  let at = end;
  while (text.charCodeAt(at - 1) === 0x20) at--;
  return at;
}

/** A list between brackets, of texts without quotes; undefined where there may be more to it. */
export function readFlowList(text: string): unknown[] | undefined {
  if (!/^\[[^[\]{}"'#&*!|>%@`:?\\]*\]$/.test(text)) return undefined;
  const inner = text.slice(1, -1).trim();
  if (inner === '') return [];
  const items = inner.split(',').map((item) => readScalar(item.trim()));
  return items.includes(undefined) ? undefined : items;
}

/** A text, a small whole number, or true/false, by YAML's core schema; undefined where it may be something else. */
export function readScalar(text: string): string | number | boolean | undefined {
  const first = text.charCodeAt(0);
  if (first === 34 || first === 39) return readQuoted(text, first === 34 ? '"' : "'");
  const comment = text.indexOf(' #');
  const plain = comment === -1 ? text : text.slice(0, textEnd(text, comment));
  if (plain.includes(': ') || plain.endsWith(':')) return undefined;
  if (first >= 48 && first <= 57) {
    if (/^[1-9]\d{0,14}$/.test(plain)) return Number(plain);
    // A date, a UUID, 18F: nothing that could be a number.
    return dateText.test(plain) || uuid.test(plain) || /^[1-9]\d*[a-df-z]/i.test(plain) ? plain : undefined;
  }
  // Letters of any script, “/” and “(” begin nothing but a text.
  if (!(isLetter(first) || first > 160 || first === 47 || first === 40)) return undefined;
  if (isReserved(plain)) return plain === 'true' ? true : plain === 'false' ? false : undefined;
  return plain;
}

/** A text in quotes without escapes, and perhaps a comment behind it. */
function readQuoted(text: string, quote: string): string | undefined {
  const end = text.indexOf(quote, 1);
  if (end === -1 || (end < text.length - 1 && !/^ +#/.test(text.slice(end + 1)))) return undefined;
  const inner = text.slice(1, end);
  return quote === '"' && inner.includes('\\') ? undefined : inner;
}
