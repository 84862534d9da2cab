/** Tags by which other tools mark code: `{% highlight ruby %}` (Liquid), `{% codeblock %}` (Hexo), `{{< highlight go >}}` (Hugo). */
import type MarkdownIt from 'markdown-it';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import type Token from 'markdown-it/lib/token.mjs';

const opening =
  /^(?:\{%-?[ \t]*(highlight|codeblock|code|raw|verbatim)\b([^\n%]{0,300})%\}|\{\{([<%])[ \t]*highlight\b([^\n]{0,300}?)[%>]\}\})/;

interface CodeTag {
  name: string;
  /** The language of the code; empty if it has none. */
  language: string;
  /** The length of the tag, in UTF-16 units. */
  length: number;
  /** A regular expression for the tag that ends the code. */
  closing: string;
}

/** The tag with which a text begins. */
function readTag(text: string): CodeTag | undefined {
  const found = opening.exec(text);
  if (!found) return undefined;
  const [{ length }, name, args = '', mark = '', options = ''] = found;
  if (name === undefined) {
    const closing = String.raw`\{\{${mark}[ \t]*/[ \t]*highlight[ \t]*[%>]\}\}`;
    return { name: `${mark}highlight`, language: firstWord(options), length, closing };
  }
  const isHexo = name.startsWith('code');
  const hexoLanguage = isHexo ? (/\blang:([\w+#.-]+)/.exec(args)?.[1] ?? '') : '';
  const language = name === 'highlight' ? firstWord(args) : hexoLanguage;
  return { name, language, length, closing: String.raw`\{%-?[ \t]*end${name}[ \t]*-?%\}` };
}

function firstWord(args: string): string {
  return /^[\s"']*(\w[\w+#.-]*)/.exec(args)?.[1] ?? '';
}

/** Whether what a tag encloses is Markdown that only had to be kept from the other tool, such as a fence. */
function isMarkdown(name: string, text: string): boolean {
  if (name === 'code') return /^ {0,3}(?:```|~~~)/m.test(text);
  return isRaw(name) && /`|^ {0,3}(?:~~~|<[a-z])|^(?: {4}|\t)/m.test(text);
}

function mayBeMarkdown(name: string): boolean {
  return name === 'code' || isRaw(name);
}

function isRaw(name: string): boolean {
  return name === 'raw' || name === 'verbatim';
}

/** Makes the parser read the tags as fenced code, and within a sentence as a code span. */
export function useCodeTags(parser: MarkdownIt): void {
  const rule = createBlockRule();
  parser.block.ruler.before('fence', 'code_tag', rule, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  parser.inline.ruler.before('escape', 'code_tag', readInline);
}

type BlockRule = Parameters<MarkdownIt['block']['ruler']['before']>[2];
type InlineRule = Parameters<MarkdownIt['inline']['ruler']['before']>[2];

/** What is known of a text while it is parsed. */
interface Known {
  /** The offset of the last closing tag at the end of a line, by name: without it each opening tag would be searched for one. */
  lastEnds: Map<string, number>;
  /** The line up to which Markdown is kept from the other tool, so that no tag in it does so again. */
  keptUntil: number;
}

function createKnown(): Known {
  return { lastEnds: new Map(), keptUntil: -1 };
}

function createBlockRule(): BlockRule {
  const texts = new WeakMap<object, Known>();
  return (state, line, endLine, silent) => {
    const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
    const isIndentedCode = (state.sCount[line] ?? 0) - state.blkIndent >= 4;
    if (state.src.charCodeAt(start) !== 0x7b || isIndentedCode) return false;
    const known = texts.get(state.env) ?? createKnown();
    texts.set(state.env, known);
    const opened = state.src.slice(start, state.eMarks[line]);
    const tag = readTag(opened);
    if (!tag || lastEnd(known, tag, state.src) < start || isInSentence(tag, opened)) return false;
    if (line < known.keptUntil && mayBeMarkdown(tag.name)) return false;
    if (silent) return true;
    const { code, end, isAlone } = readCode(state, tag, line, endLine);
    if (isMarkdown(tag.name, code)) {
      known.keptUntil = end;
      if (isAlone) parseKept(state, line + 1, end);
      return isAlone;
    }
    const token = state.push('fence', 'code', 0);
    Object.assign(token, { info: tag.language, content: code, markup: '```', map: [line, end + 1] });
    state.line = end + 1;
    return true;
  };
}

function lastEnd({ lastEnds }: Known, { name, closing }: CodeTag, text: string): number {
  const known = lastEnds.get(name);
  if (known !== undefined) return known;
  let last = -1;
  for (const { index } of text.matchAll(new RegExp(`${closing}[ \\t]*$`, 'gm'))) last = index;
  lastEnds.set(name, last);
  return last;
}

/** Whether a line that begins with a tag goes on behind its code. */
function isInSentence({ name, length, closing }: CodeTag, line: string): boolean {
  const rest = line.slice(length);
  const end = new RegExp(closing).exec(rest);
  if (!end) return false;
  return isRaw(name) || rest.slice(end.index + end[0].length).trim() !== '';
}

/** Parses what is between the lines of two tags. */
function parseKept(state: StateBlock, line: number, end: number): void {
  const { lineMax } = state;
  state.lineMax = end;
  state.md.block.tokenize(state, line, end);
  state.lineMax = lineMax;
  state.line = end + 1;
}

/**
 * The code from a line on, the line of its end (that of the closing tag, or else of the quotation that holds it), and whether
 * both tags have lines of their own.
 */
function readCode(state: StateBlock, { length, closing }: CodeTag, line: number, endLine: number) {
  const pattern = new RegExp(`${closing}[ \\t]*$`);
  const indent = state.sCount[line] ?? 0;
  // Liquid comes before Markdown, so that code in a list need not be indented.
  const textOf = (at: number): string => state.getLines(at, at + 1, indent, false);
  const lines: string[] = [];
  let end = line;
  let isClosed = false;
  for (let text = textOf(line).slice(length); ; text = textOf(++end)) {
    const closed = pattern.exec(text);
    lines.push(closed ? text.slice(0, closed.index) : text);
    isClosed = closed !== null;
    if (isClosed || end + 1 >= endLine) break;
  }
  const [hasFirst, hasLast] = [lines[0], lines.at(-1)].map((text = '') => text.trim() !== '');
  const written = lines.slice(hasFirst ? 0 : 1, hasLast ? undefined : -1);
  const isAlone = isClosed && !hasFirst && !hasLast && end > line;
  return { code: written.map((text) => `${text}\n`).join(''), end, isAlone };
}

/** The longest code in a sentence: without a bound, a text of tags that are never closed would take quadratic time. */
const longestInline = 1000;

const readInline: InlineRule = (state, silent) => {
  if (state.src.charCodeAt(state.pos) !== 0x7b) return false;
  const text = state.src.slice(state.pos, Math.min(state.posMax, state.pos + longestInline));
  const tag = readTag(text);
  const closed = tag && new RegExp(tag.closing).exec(text);
  if (!tag || !closed) return false;
  const length = closed.index + closed[0].length;
  if (!silent) {
    const code = text.slice(tag.length, closed.index).replace(/\n/g, ' ').trim();
    const token: Token = state.push('code_inline', 'code', 0);
    token.content = code.replace(/^(`+)([^`]*)\1$/, '$2');
    token.meta = { ...token.meta, length };
  }
  state.pos += length;
  return true;
};
