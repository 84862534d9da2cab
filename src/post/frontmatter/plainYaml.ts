/**
 * A fast reader of the plain YAML that nearly every post has: mappings, lists and scalars on lines of their own. Whatever
 * may not be of this kind is left to js-yaml, which is many times slower, above all in a process that has just started.
 * A property test holds the two equal.
 */
import type { Mapping } from './mapping.ts';
import { isDigit, isLetter, isReserved, readFlowList, readScalar, skipSpaces } from './plainScalars.ts';
import { advance, type Line, readBlockText, readQuotedText, readWrappedText } from './plainTexts.ts';

// Characters as UTF-16 units: comparing these allocates no string.
const space = 0x20;
const doubleQuote = 0x22;
const hash = 0x23;
const singleQuote = 0x27;
const hyphen = 0x2d;
const colon = 0x3a;
const underscore = 0x5f;
const bar = 0x7c;
const greater = 0x3e;
const bracket = 0x5b;

/** Lone carriage returns, control characters, rare line breaks, byte order marks: not the plain kind. */
const unusual = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;

/** Deeper indentation than anyone writes. js-yaml refuses a nesting of a hundred, each at least one space. */
const deepest = 64;

/** The data of a YAML mapping; undefined if js-yaml must read it, or report what is wrong. */
export function readPlainYaml(source: string): Mapping | undefined {
  // YAML treats every line break alike.
  const yaml = source.includes('\r') ? source.replaceAll('\r\n', '\n') : source;
  if (unusual.test(yaml) || !yaml.isWellFormed()) return undefined;
  const line: Line = { yaml, indent: -1, start: 0, end: 0, below: 0 };
  advance(line);
  if (line.indent === -1) return {};
  const data = readMapping(line, 0);
  return line.indent === -1 ? data : undefined;
}

/** The mapping whose keys are indented by `indent`. */
function readMapping(line: Line, indent: number): Mapping | undefined {
  if (indent > deepest) return undefined;
  const { yaml } = line;
  const data: Mapping = {};
  while (line.indent === indent) {
    const end = keyEnd(line);
    if (end === -1) return undefined;
    const key = yaml.slice(line.start, end);
    // A duplicate, or a name that every object has.
    if (data[key] !== undefined || isReserved(key)) return undefined;
    const value = readValue(line, indent, skipSpaces(yaml, end + 1));
    if (value === undefined) return undefined;
    data[key] = value;
  }
  return data;
}

/** The offset of the colon in `name: value` or `name:`, for a name in ASCII; -1 for any other line. */
function keyEnd({ yaml, start, end }: Line): number {
  if (!isLetter(yaml.charCodeAt(start))) return -1;
  let at = start + 1;
  while (isInKey(yaml.charCodeAt(at))) at++;
  if (yaml.charCodeAt(at) !== colon) return -1;
  return at + 1 >= end || yaml.charCodeAt(at + 1) === space ? at : -1;
}

function isInKey(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === hyphen || code === underscore;
}

/** The value of a key or item at `indent`: on the same line from `start` on, or below it. */
function readValue(line: Line, indent: number, start: number): unknown {
  const { yaml, end } = line;
  const first = yaml.charCodeAt(start);
  if (start >= end || first === hash) {
    advance(line);
    return readBelow(line, indent);
  }
  const text = yaml.slice(start, end);
  const isQuoted = first === doubleQuote || first === singleQuote;
  // Tabs are plain only at the end of a line, or behind a text in quotes.
  if (!isQuoted && text.includes('\t')) return undefined;
  if (first === greater || first === bar) return /^.-?$/.test(text) ? readBlockText(line, indent, text) : undefined;
  const value = isQuoted ? readQuotedText(line, start) : first === bracket ? readFlowList(text) : readScalar(text);
  advance(line);
  if (line.indent <= indent) return value;
  // A line indented further continues the value above it.
  return isQuoted || first === bracket ? undefined : readWrappedText(line, indent, start);
}

/** The value below a key: a list (perhaps at the same indentation), a mapping, or nothing. */
function readBelow(line: Line, indent: number): unknown {
  if (line.indent < indent) return null;
  const isItem = isListItem(line);
  if (line.indent === indent) return isItem ? readList(line, indent) : null;
  return isItem ? readList(line, line.indent) : readMapping(line, line.indent);
}

/** Whether a line is a list item: a hyphen alone or followed by a space. */
function isListItem({ yaml, start, end }: Line): boolean {
  return yaml.charCodeAt(start) === hyphen && (start === end - 1 || yaml.charCodeAt(start + 1) === space);
}

/** The list whose hyphens are indented by `indent`. */
function readList(line: Line, indent: number): unknown[] | undefined {
  const { yaml } = line;
  const items: unknown[] = [];
  while (line.indent === indent && isListItem(line)) {
    const start = skipSpaces(yaml, line.start + 1);
    if (start >= line.end || yaml.charCodeAt(start) === hash) return undefined;
    line.indent += start - line.start;
    line.start = start;
    const item = keyEnd(line) === -1 ? readValue(line, indent, start) : readMapping(line, line.indent);
    if (item === undefined || item === null) return undefined;
    items.push(item);
  }
  return items;
}
