/** Lines of plain YAML, and text that may take several of them, quoted or not. See plainYaml.ts. */
import { beginsText, isDigit, skipSpaces, textEnd } from './plainScalars.ts';

/** A line that is neither empty nor a comment, in offsets; `advance` moves it to the next. */
export interface Line {
  readonly yaml: string;
  /** Its indentation; -1 after the last line. */
  indent: number;
  /** Its text, without the spaces around it. */
  start: number;
  end: number;
  /** The start of the line below it. */
  below: number;
}

/** Escapes that mean the same wherever they are. */
const escapes: Readonly<Record<string, string | undefined>> = { '"': '"', '\\': '\\', '/': '/', n: '\n', t: '\t' };

/** Moves to the next line that is neither empty nor a comment. */
export function advance(line: Line): void {
  const { yaml } = line;
  while (line.below < yaml.length) {
    const first = line.below;
    const end = lineEnd(yaml, first);
    line.below = end + 1;
    const start = skipSpaces(yaml, first);
    if (start === end || yaml.charCodeAt(start) === 0x23) continue;
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

/** The text in quotes that open at `start`, perhaps with a comment after it. Leaves `line` where the text ends. */
export function readQuotedText(line: Line, start: number): string | undefined {
  const { yaml } = line;
  const quote = yaml.charAt(start);
  const end = quoteEnd(yaml, start, quote);
  if (end === -1) return undefined;
  const after = skipSpaces(yaml, end + 1);
  const last = lineEnd(yaml, end);
  if (after < last && (after === end + 1 || yaml.charCodeAt(after) !== 0x23)) return undefined;
  line.below = last + 1;
  const inner = yaml.slice(start + 1, end);
  const text = inner.includes('\n') ? foldLines(inner) : inner;
  if (quote === "'") return text?.replaceAll("''", "'");
  return text?.includes('\\') ? readEscapes(text) : text;
}

/** The offset of the quote that closes the one at `start`; -1 if none does. */
function quoteEnd(yaml: string, start: number, quote: string): number {
  for (let at = yaml.indexOf(quote, start + 1); at !== -1; at = yaml.indexOf(quote, at + 1)) {
    if (quote === '"') {
      let first = at;
      while (yaml.charCodeAt(first - 1) === 0x5c) first--;
      if ((at - first) % 2 === 0) return at;
    } else if (yaml.charAt(at + 1) !== quote) return at;
    else at++;
  }
  return -1;
}

/** The text with its escapes resolved; undefined if js-yaml must decide about one. */
function readEscapes(text: string): string | undefined {
  let isKnown = true;
  const read = text.replace(/\\(?:u([\da-fA-F]{4})|(.?))/gs, (_, code: string | undefined, sign: string) => {
    const character = code === undefined ? escapes[sign] : String.fromCharCode(Number.parseInt(code, 16));
    if (character === undefined || (code && /[\0-\x1f\ud800-\udfff\ufffe\uffff]/.test(character))) isKnown = false;
    return character ?? '';
  });
  return isKnown ? read : undefined;
}

/** A plain text from `start` that continues on the lines indented further than `indent`. */
export function readWrappedText(line: Line, indent: number, start: number): string | undefined {
  const { yaml } = line;
  let { end } = line;
  while (line.indent > indent) {
    end = line.end;
    advance(line);
  }
  const text = yaml.slice(start, end);
  const first = text.charCodeAt(0);
  // A comment ends the text, a colon makes it a key.
  const isText = (beginsText(first) || isDigit(first)) && !/[ \n]#|:(?:[ \n]|$)/.test(text);
  return isText ? foldLines(text) : undefined;
}

/** Lines of text folded into one: a line break becomes a space, an empty line a line break. YAML 1.2.2, 6.5. */
function foldLines(text: string): string | undefined {
  const [first = '', ...lines] = text.split('\n');
  let folded = first.slice(0, textEnd(first, first.length));
  let breaks = 0;
  for (const [index, line] of lines.entries()) {
    breaks++;
    const isLast = index === lines.length - 1;
    const start = skipSpaces(line, 0);
    if (start === line.length && !isLast) continue;
    // What ends a document, or looks like a list item.
    if (line.charCodeAt(start) === 0x2d || line.charCodeAt(start) === 0x2e) return undefined;
    const end = isLast ? line.length : textEnd(line, line.length);
    folded += (breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)) + line.slice(start, end);
    breaks = 0;
  }
  return folded;
}

/** The text below `>` (folded) or `|` (literal) whose lines are indented alike. */
export function readBlockText(line: Line, indent: number, style: string): string | undefined {
  const { yaml } = line;
  const folded = style[0] === '>';
  let text: string | undefined;
  let inner = -1;
  let empty = 0;
  while (line.below < yaml.length) {
    const first = line.below;
    const end = lineEnd(yaml, first);
    const start = skipSpaces(yaml, first);
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
