/** Bytes → text, and positions in a text. */
import { isUtf8 } from 'node:buffer';
import type { Fault } from '../diagnostic.ts';

/** The text of a post's bytes, without a byte order mark; or a fault at the first byte that is not UTF-8. */
export function decodeText(bytes: Buffer): { text: string } | { fault: Fault } {
  const format = otherFormat(bytes);
  if (format !== undefined) return { fault: formatFault(format) };
  if (!isUtf8(bytes)) return { fault: encodingFault(bytes) };
  const text = bytes.toString('utf8');
  return { text: text.charCodeAt(0) === 0xfeff ? text.slice(1) : text };
}

/** The format of another program, by the first bytes of its files. */
function otherFormat(bytes: Buffer): string | undefined {
  const start = bytes.toString('latin1', 0, 5);
  if (start.startsWith('PK\x03\x04')) return 'a Word document or a ZIP archive, not text';
  return start === '{\\rtf' ? 'RTF, not Markdown' : undefined;
}

function formatFault(format: string): Fault {
  const hint = 'open it in the program that made it, and paste its text into a new post: blog new';
  return { rule: 'encoding', message: `file is ${format}`, hint, place: { line: 1, column: 1 } };
}

function encodingFault(bytes: Buffer): Fault {
  const first = bytes.length > 1 ? bytes.readUInt16BE(0) : 0;
  const rule = 'encoding';
  if (first === 0xfffe || first === 0xfeff) {
    return { rule, message: 'file is encoded as UTF-16', hint: 'save it as UTF-8', place: { line: 1, column: 1 } };
  }
  const offset = validLength(bytes);
  const before = bytes.toString('utf8', 0, offset).replace(/^\ufeff/, '');
  const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const message = `byte ${byte} is not valid UTF-8`;
  return { rule, message, hint: 'save the file as UTF-8', place: placeAt(before, before.length) };
}

/** How many bytes from the start are valid UTF-8, in complete characters. */
function validLength(bytes: Buffer): number {
  // Decoding replaces what is invalid by U+FFFD, whose first bytes may be those of an incomplete character.
  const repaired = Buffer.from(bytes.toString('utf8'));
  let length = 0;
  while (length < bytes.length && bytes[length] === repaired[length]) length++;
  while (!isUtf8(bytes.subarray(0, length))) length--;
  return length;
}

/** A line and column of a text, 1-based; columns count code points. */
export interface Spot {
  line: number;
  column: number;
}

/** The line and column of an offset (UTF-16 units) in a text. */
export function placeAt(text: string, offset: number): Spot {
  return createPlacer(text.slice(0, offset))(offset);
}

/** A function like `placeAt` for many offsets in one text, which it scans only once. */
export function createPlacer(text: string): (offset: number) => Spot {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  // The last column is where counting continues, since lines may be long.
  let known = { start: 0, offset: 0, column: 1 };
  return (offset) => {
    const line = countUpTo(starts, offset);
    const start = starts[line - 1] ?? 0;
    if (start !== known.start) known = { start, offset: start, column: 1 };
    const column =
      offset < known.offset
        ? known.column - codePoints(text.slice(offset, known.offset))
        : known.column + codePoints(text.slice(known.offset, offset));
    known = { start, offset, column };
    return { line, column };
  };
}

/** How many of the ascending numbers are at most `most`. */
function countUpTo(numbers: readonly number[], most: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A copy of a text: a slice would keep all of the original in memory. */
export function detached(text: string): string {
  const encoding = /[^\0-\xff]/.test(text) ? 'utf16le' : 'latin1';
  return Buffer.from(text, encoding).toString(encoding);
}

/** The number of code points of a text. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Characters that XML 1.0 (2.2) forbids, and those that YAML 1.2.2 (5.1) does: NUL, most of C0, lone surrogates, U+FFFE. */
const forbidden =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const unprintableInYaml = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;

/** The offset and name (`U+0001`) of the first character that no feed (or, `inYaml`, no YAML) can contain. */
export function findControlCharacter(text: string, inYaml = false): { offset: number; name: string } | undefined {
  const offset = text.search(inYaml ? unprintableInYaml : forbidden);
  return offset === -1 ? undefined : { offset, name: characterName(text.charCodeAt(offset)) };
}

/** What ends a line for any YAML reader, old or new, and for a terminal. YAML 1.1, 4.1.4. */
export const lineBreak = /[\n\v\f\r\x85\u2028\u2029]/;

/** The name of a code point: `U+0001` for 1. */
export function characterName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** At most 60 characters of a text, for a message. */
export function abridge(text: string): string {
  const points = [...text];
  return points.length > 60 ? `${points.slice(0, 60).join('')}…` : text;
}

/** “A, B and C”; an empty string without any. */
export function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
