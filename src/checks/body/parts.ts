/** Reads the parts of a body that rules check. */
import { deepest, type Markdown, plainText, type Token } from '../../post/markdown/markdown.ts';
import type { Body } from '../../post/post.ts';
import { addHtml } from './htmlParts.ts';
import type { BodyParts, PlaceFinder } from './partTypes.ts';
import {
  cellLocator,
  type Lines,
  type Locate,
  locateInLines,
  noLine,
  placeOfLine,
  toSourceLines,
} from './sourceLines.ts';
import { addText } from './textParts.ts';
import { addUnclosed, findUnclosed } from './unclosed.ts';
import { addRange } from './unread/ranges.ts';

/** Reads the parts of a body. `markdown` must have been made with `offsets`. */
export function readBodyParts(body: Body, markdown: Markdown): BodyParts {
  let known: ReturnType<Lines> | undefined;
  const lines: Lines = () => {
    known ??= toSourceLines(body);
    return known;
  };
  const parts: BodyParts = {
    lines,
    ranges: [],
    blocks: [],
    images: [],
    links: [],
    loose: [],
    headings: [],
    tags: [],
    unclosed: [],
    indented: [],
  };
  let cell: ReturnType<typeof cellLocator> | undefined;
  let before: Token | undefined;
  let beforeThat: string | undefined;
  const { tokens } = markdown.parse(body.text);
  const unclosed = findUnclosed(tokens);
  for (const token of tokens) {
    const first = token.map?.[0] ?? 0;
    if (token.level >= deepest - 1) parts.tooDeep ??= { line: body.line + first, column: 1 };
    if (token.type === 'tr_open') cell = cellLocator(lines()[first] ?? noLine);
    else if (token.type === 'tr_close') cell = undefined;
    else if (token.type === 'html_block') {
      const locate = locateInLines(token.content, first, lines);
      addHtml(parts, token, locate);
      addUnclosed(parts, token, unclosed, locate);
    } else if (token.type === 'code_block') {
      const place: PlaceFinder = () => placeOfLine(lines()[first] ?? noLine);
      parts.indented.push({ text: token.content.trim(), beginsItem: before?.type === 'list_item_open', place });
    } else if (token.type === 'inline') {
      // The `##` of a heading, unless it is underlined instead.
      const marker = before?.type === 'heading_open' && before.markup.startsWith('#') ? before.markup : '';
      const inBlock = token.map
        ? locateInLines(token.content, first, lines, marker)
        : locateInlineNote(token.content, lines);
      const locate = cell?.(token.content) ?? inBlock;
      if (before?.type === 'heading_open') {
        const place = placeOfHeading(marker, token.content.length, first, lines, locate);
        const text = plainText(token.children ?? []);
        parts.headings.push({ level: Number(before.tag.slice(1)), text, place });
      }
      const isParagraph = before?.type === 'paragraph_open';
      addText(parts, token, { isParagraph, isItem: isParagraph && beforeThat === 'list_item_open' }, locate);
      addUnclosed(parts, token, unclosed, locate);
    }
    addRange(parts.ranges, token, before, parts.blocks.at(-1));
    beforeThat = before?.type;
    before = token;
  }
  return parts;
}

/** Places in an inline footnote: the parser moves its text to the end, and does not tell where it was. */
function locateInlineNote(content: string, lines: Lines): Locate {
  return (start, end) => {
    const [line = ''] = content.split('\n', 1);
    const first = lines().findIndex(({ text }) => text.includes(`^[${line}`));
    return locateInLines(content, Math.max(0, first), lines)(start, end);
  };
}

function placeOfHeading(marker: string, length: number, first: number, lines: Lines, locate: Locate): PlaceFinder {
  return () => {
    const source = marker === '' ? undefined : lines()[first];
    if (!source) return locate(0, length);
    return source.locate(source.text.indexOf(marker), source.text.trimEnd().length);
  };
}
