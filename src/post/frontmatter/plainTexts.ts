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
  const quote = /(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')(?:[ \t]+#[^\n]*|[ \t]*)$/msy;
  quote.lastIndex = start;
  const [whole, double, single = ''] = quote.exec(yaml) ?? [];
  if (whole === undefined) return undefined;
  line.below = quote.lastIndex + 1;
  const inner = double ?? single;
  // js-yaml decides what a tab within a text means.
  if (inner.includes('\t')) return undefined;
  const text = inner.includes('\n') ? foldLines(inner) : inner;
  if (double === undefined) return text?.replaceAll("''", "'");
  return text?.includes('\\') ? readEscapes(text) : text;
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
    // A line of tabs alone.
    if (line.end <= line.start) return undefined;
    end = line.end;
    advance(line);
  }
  const text = yaml.slice(start, end);
  const first = text.charCodeAt(0);
  // A comment ends the text, a colon makes it a key.
  const isText = (beginsText(first) || isDigit(first)) && !/\t|[ \n]#|:(?:[ \n]|$)/.test(text);
  return isText ? foldLines(text) : undefined;
}

/** Lines of text folded into one: a line break becomes a space, an empty line a line break. YAML 1.2.2, 6.5. */
function foldLines(text: string): string | undefined {
  // What ends a document, or looks like a list item.
  if (/\n *[-.]/.test(text)) return undefined;
  return text.replace(/(?<! ) *\n((?: *\n)*) */g, (_, empty: string) => empty.replaceAll(' ', '') || ' ');
}

/** The text below `>` (folded) or `|` (literal) whose lines are indented alike. */
export function readBlockText(line: Line, indent: number, style: string): string | undefined {
  const { yaml } = line;
  const inner = skipSpaces(yaml, line.below) - line.below;
  const lines: string[] = [];
  while (line.below < yaml.length) {
    const start = skipSpaces(yaml, line.below);
    const end = lineEnd(yaml, start);
    const width = start - line.below;
    const isEmpty = start === end;
    if (!isEmpty && width <= indent) break;
    if (isEmpty ? width > inner : width !== inner) return undefined;
    lines.push(yaml.slice(start, end));
    line.below = end + 1;
  }
  if (!lines[0]) return undefined;
  advance(line);
  const text = lines.join('\n').replace(/(?<!\n)\n+$/, '');
  if (text.includes('\t')) return undefined;
  const folded = style[0] === '>' ? text.replace(/\n(\n*)/g, (_, empty: string) => empty || ' ') : text;
  return style[1] === '-' ? folded : `${folded}\n`;
}
