/**
 * The plain YAML that nearly every post has, read at once: mappings, lists and texts on lines of their own. Whatever
 * is not surely of this kind is left to js-yaml, which takes many times as long, most of all in a process that has
 * just begun. A property test holds the two equal.
 */
import type { Mapping } from './yaml.ts';

/** Tabs, CR, control characters, odd line breaks, marks: signs that this is not the plain kind. */
const unusual = /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;
const dateText = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?: ?(?:Z|[+-]\d\d(?::?\d\d)?))?)?$/;
const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const reserved = /^(?:null|true|false)$/i;

/** A line that is neither empty nor a comment. */
interface Line {
  indent: number;
  /** Without the indentation and the blanks at its end. */
  text: string;
}

/** Where the reader is. */
interface Cursor {
  lines: readonly string[];
  at: number;
}

/** The data of a YAML mapping; undefined where js-yaml must read it, or must say what is wrong. */
export function readPlainYaml(yaml: string): Mapping | undefined {
  if (unusual.test(yaml)) return undefined;
  const cursor: Cursor = { lines: yaml.split('\n'), at: 0 };
  const first = peek(cursor);
  if (!first) return {};
  if (first.indent !== 0) return undefined;
  const data = readMapping(cursor, 0);
  return peek(cursor) ? undefined : data;
}

/** The next line that says something; what says nothing is passed over. */
function peek(cursor: Cursor): Line | undefined {
  for (; cursor.at < cursor.lines.length; cursor.at++) {
    const line = cursor.lines[cursor.at] as string;
    let indent = 0;
    while (line.charCodeAt(indent) === 32) indent++;
    if (indent < line.length && line.charCodeAt(indent) !== 35) return { indent, text: trimEnd(line.slice(indent)) };
  }
  return undefined;
}

/** Only blanks end a text in YAML: a no-break space is a part of it. */
function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 32) end--;
  return end === text.length ? text : text.slice(0, end);
}

/** The mapping whose keys stand at `indent`; `first` is its first line where that follows a dash. */
function readMapping(cursor: Cursor, indent: number, first?: string): Mapping | undefined {
  const data: Mapping = {};
  let line = first === undefined ? peek(cursor) : { indent, text: first };
  for (; line?.indent === indent; line = peek(cursor)) {
    const { text } = line;
    const colon = keyEnd(text);
    const key = text.slice(0, colon);
    if (colon === -1 || Object.hasOwn(data, key) || reserved.test(key)) return undefined;
    cursor.at++;
    const value = readValue(cursor, indent, text.slice(skipBlanks(text, colon + 1)));
    if (value === undefined) return undefined;
    data[key] = value;
  }
  return data;
}

/** Where the colon of `name: value` or `name:` stands; -1 where the line is no such thing. */
function keyEnd(text: string): number {
  const colon = text.indexOf(':');
  if (colon === -1 || !/^[A-Za-z]/.test(text)) return -1;
  for (let at = 1; at < colon; at++) {
    if (!isNameCharacter(text.charCodeAt(at))) return -1;
  }
  return colon === text.length - 1 || text.charCodeAt(colon + 1) === 32 ? colon : -1;
}

/** Letters, digits, `-` and `_`. */
function isNameCharacter(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || (code >= 48 && code <= 57) || code === 45 || code === 95;
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === 32) at++;
  return at;
}

/** The value of a key or a dash at `indent`: on the same line, or below it. */
function readValue(cursor: Cursor, indent: number, text: string): unknown {
  if (text === '' || text.startsWith('#')) return readBelow(cursor, indent);
  if (/^[>|]-?$/.test(text)) return readBlockText(cursor, indent, text);
  const value = text.charCodeAt(0) === 91 ? readFlowList(text) : readScalar(text);
  // A line further in goes on with the value above it.
  return (peek(cursor)?.indent ?? 0) > indent ? undefined : value;
}

/** What stands below an empty value: a list (at the same indentation, too), a mapping, or nothing. */
function readBelow(cursor: Cursor, indent: number): unknown {
  const line = peek(cursor);
  if (!line || line.indent < indent) return null;
  const isItem = line.text.startsWith('- ') || line.text === '-';
  if (line.indent === indent) return isItem ? readList(cursor, indent) : null;
  return isItem ? readList(cursor, line.indent) : readMapping(cursor, line.indent);
}

/** The list whose dashes stand at `indent`. */
function readList(cursor: Cursor, indent: number): unknown[] | undefined {
  const items: unknown[] = [];
  for (let line = peek(cursor); line?.indent === indent && line.text.charCodeAt(0) === 45; line = peek(cursor)) {
    const start = skipBlanks(line.text, 1);
    const text = line.text.slice(start);
    if (start < 2 || text === '' || text.startsWith('#')) return undefined;
    let item: unknown;
    if (keyEnd(text) !== -1) item = readMapping(cursor, indent + line.text.length - text.length, text);
    else {
      cursor.at++;
      item = readValue(cursor, indent, text);
    }
    if (item === undefined || item === null) return undefined;
    items.push(item);
  }
  return items;
}

/** A text below `>` or `|` whose lines are indented alike. Folded, a line break is a blank, and an empty line a break. */
function readBlockText(cursor: Cursor, indent: number, style: string): string | undefined {
  const folded = style[0] === '>';
  let text: string | undefined;
  let inner = -1;
  let empty = 0;
  for (; cursor.at < cursor.lines.length; cursor.at++) {
    const line = cursor.lines[cursor.at] as string;
    const start = line.search(/[^ ]/);
    if (start === -1 ? line.length > Math.max(inner, 0) : start > indent && inner !== -1 && start !== inner)
      return undefined;
    if (start === -1) empty++;
    else if (start <= indent) break;
    else {
      if (inner === -1 && empty > 0) return undefined;
      const breaks = folded && empty === 0 ? ' ' : '\n'.repeat(folded ? empty : empty + 1);
      text = text === undefined ? line.slice(start) : text + breaks + line.slice(start);
      inner = start;
      empty = 0;
    }
  }
  return text === undefined ? undefined : text + (style[1] === '-' ? '' : '\n');
}

function readFlowList(text: string): unknown[] | undefined {
  if (!/^\[[^[\]{}"'#&*!|>%@`:?\\]*\]$/.test(text)) return undefined;
  const inner = text.slice(1, -1).trim();
  if (inner === '') return [];
  const items = inner.split(',').map((item) => readScalar(item.trim()));
  return items.includes(undefined) ? undefined : items;
}

/** A text, a small whole number, or true/false, by YAML's core schema; undefined where it may be something else. */
function readScalar(text: string): string | number | boolean | undefined {
  const first = text.charCodeAt(0);
  if (first === 34 || first === 39) return readQuoted(text, first === 34 ? '"' : "'");
  const comment = text.indexOf(' #');
  const plain = comment === -1 ? text : trimEnd(text.slice(0, comment));
  if (plain.includes(': ') || plain.endsWith(':')) return undefined;
  if (first >= 48 && first <= 57) {
    if (/^[1-9]\d{0,14}$/.test(plain)) return Number(plain);
    // A date, a UUID, 18F: nothing that could be a number.
    return dateText.test(plain) || uuid.test(plain) || /^[1-9]\d*[a-df-z]/i.test(plain) ? plain : undefined;
  }
  // Letters of any script, “/” and “(” begin nothing but a text.
  const isLetter = (first >= 65 && first <= 90) || (first >= 97 && first <= 122) || first > 160;
  if (!isLetter && first !== 47 && first !== 40) return undefined;
  if (reserved.test(plain)) return plain === 'true' ? true : plain === 'false' ? false : undefined;
  return plain;
}

/** A text in quotes without escapes, and perhaps a comment behind it. */
function readQuoted(text: string, quote: string): string | undefined {
  const end = text.indexOf(quote, 1);
  if (end === -1 || (end < text.length - 1 && !/^ +#/.test(text.slice(end + 1)))) return undefined;
  const inner = text.slice(1, end);
  return quote === '"' && inner.includes('\\') ? undefined : inner;
}
