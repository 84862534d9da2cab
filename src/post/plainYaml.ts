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

/** A line that is neither empty nor a comment, in offsets; the reader goes from one to the next. */
interface Line {
  readonly yaml: string;
  /** How far in its text begins; -1 behind the last line. */
  indent: number;
  /** Its text, without the blanks around it. */
  start: number;
  end: number;
  /** Where the line below it begins. */
  below: number;
}

/** The data of a YAML mapping; undefined where js-yaml must read it, or must say what is wrong. */
export function readPlainYaml(yaml: string): Mapping | undefined {
  if (unusual.test(yaml)) return undefined;
  const line: Line = { yaml, indent: -1, start: 0, end: 0, below: 0 };
  advance(line);
  if (line.indent === -1) return {};
  const data = readMapping(line, 0);
  return line.indent === -1 ? data : undefined;
}

/** To the next line that says something. */
function advance(line: Line): void {
  const { yaml } = line;
  while (line.below < yaml.length) {
    const first = line.below;
    const end = lineEnd(yaml, first);
    line.below = end + 1;
    const start = skipBlanks(yaml, first);
    if (start === end || yaml.charCodeAt(start) === 35) continue;
    line.indent = start - first;
    line.start = start;
    line.end = textEnd(yaml, end);
    return;
  }
  line.indent = -1;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}

/** Where a text ends that may have blanks behind it. Only blanks: for YAML a no-break space is a part of the text. */
function textEnd(text: string, end: number): number {
  let at = end;
  while (text.charCodeAt(at - 1) === 32) at--;
  return at;
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === 32) at++;
  return at;
}

/** The mapping whose keys stand at `indent`. */
function readMapping(line: Line, indent: number): Mapping | undefined {
  const { yaml } = line;
  const data: Mapping = {};
  while (line.indent === indent) {
    const colon = keyEnd(line);
    if (colon === -1) return undefined;
    const key = yaml.slice(line.start, colon);
    // Given twice; or a name that every object has.
    if (data[key] !== undefined || isReserved(key)) return undefined;
    const value = readValue(line, indent, skipBlanks(yaml, colon + 1));
    if (value === undefined) return undefined;
    data[key] = value;
  }
  return data;
}

/** Where the colon of `name: value` or `name:` stands; -1 where the line is no such thing. */
function keyEnd({ yaml, start, end }: Line): number {
  if (!isLetter(yaml.charCodeAt(start))) return -1;
  let at = start + 1;
  while (isNameCharacter(yaml.charCodeAt(at))) at++;
  if (yaml.charCodeAt(at) !== 58) return -1;
  return at === end - 1 || yaml.charCodeAt(at + 1) === 32 ? at : -1;
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

/** Letters, digits, `-` and `_`. */
function isNameCharacter(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 57) || code === 45 || code === 95;
}

function isReserved(text: string): boolean {
  return (text.length === 4 || text.length === 5) && reserved.test(text);
}

/** The value of a key or a dash at `indent`: on the same line from `start` on, or below it. */
function readValue(line: Line, indent: number, start: number): unknown {
  const { yaml, end } = line;
  const first = yaml.charCodeAt(start);
  if (start >= end || first === 35) {
    advance(line);
    return readBelow(line, indent);
  }
  const text = yaml.slice(start, end);
  if (first === 62 || first === 124) return /^.-?$/.test(text) ? readBlockText(line, indent, text) : undefined;
  const value = first === 91 ? readFlowList(text) : readScalar(text);
  advance(line);
  // A line further in goes on with the value above it.
  return line.indent > indent ? undefined : value;
}

/** What stands below an empty value: a list (at the same indentation, too), a mapping, or nothing. */
function readBelow(line: Line, indent: number): unknown {
  if (line.indent < indent) return null;
  const isItem = isDash(line);
  if (line.indent === indent) return isItem ? readList(line, indent) : null;
  return isItem ? readList(line, line.indent) : readMapping(line, line.indent);
}

/** Whether a line is a dash, or begins with one and a blank. */
function isDash({ yaml, start, end }: Line): boolean {
  return yaml.charCodeAt(start) === 45 && (start === end - 1 || yaml.charCodeAt(start + 1) === 32);
}

/** The list whose dashes stand at `indent`. */
function readList(line: Line, indent: number): unknown[] | undefined {
  const { yaml } = line;
  const items: unknown[] = [];
  while (line.indent === indent && isDash(line)) {
    const start = skipBlanks(yaml, line.start + 1);
    if (start >= line.end || yaml.charCodeAt(start) === 35) return undefined;
    line.indent += start - line.start;
    line.start = start;
    const item = keyEnd(line) === -1 ? readValue(line, indent, start) : readMapping(line, line.indent);
    if (item === undefined || item === null) return undefined;
    items.push(item);
  }
  return items;
}

/** A text below `>` or `|` whose lines are indented alike. Folded, a line break is a blank, and an empty line a break. */
function readBlockText(line: Line, indent: number, style: string): string | undefined {
  const { yaml } = line;
  const folded = style[0] === '>';
  let text: string | undefined;
  let inner = -1;
  let empty = 0;
  while (line.below < yaml.length) {
    const first = line.below;
    const end = lineEnd(yaml, first);
    const start = skipBlanks(yaml, first);
    if (start === end) {
      if (end - first > Math.max(inner, 0)) return undefined;
      empty++;
    } else if (start - first <= indent) break;
    else {
      if (inner === -1 ? empty > 0 : start - first !== inner) return undefined;
      const breaks = folded && empty === 0 ? ' ' : '\n'.repeat(folded ? empty : empty + 1);
      text = text === undefined ? yaml.slice(start, end) : text + breaks + yaml.slice(start, end);
      inner = start - first;
      empty = 0;
    }
    line.below = end + 1;
  }
  advance(line);
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
