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
  placeInLine,
  type SourceLine,
  toSourceLines,
} from './sourceLines.ts';
import { addText } from './textParts.ts';

/** Reads the parts of a body. `markdown` must have been made with `offsets`. */
export function readBodyParts(body: Body, markdown: Markdown): BodyParts {
  let known: SourceLine[] | undefined;
  const lines: Lines = () => {
    known ??= toSourceLines(body);
    return known;
  };
  const parts: BodyParts = { blocks: [], images: [], links: [], loose: [], headings: [], tags: [] };
  let cell: ReturnType<typeof cellLocator> | undefined;
  let before: Token | undefined;
  for (const token of markdown.parse(body.text).tokens) {
    const first = token.map?.[0] ?? 0;
    if (token.level >= deepest - 1) parts.tooDeep ??= { line: body.line + first, column: 1 };
    if (token.type === 'tr_open') cell = cellLocator(lines()[first] ?? { text: '', line: 1, column: 1 });
    else if (token.type === 'tr_close') cell = undefined;
    else if (token.type === 'html_block') addHtml(parts, token, locateInLines(token.content, first, lines));
    else if (token.type === 'inline') {
      const locate = cell?.(token.content) ?? locateText(token, before, lines);
      if (before?.type === 'heading_open') addHeading(parts, token, before, () => lines()[first], locate);
      addText(parts, token, before, locate);
    }
    before = token;
  }
  return parts;
}

function locateText(token: Token, before: Token | undefined, lines: Lines): Locate {
  const marker = before?.type === 'heading_open' ? markerOf(before) : '';
  return token.map ? locateInLines(token.content, token.map[0], lines, marker) : locateInlineNote(token.content, lines);
}

/** Places in an inline footnote: the parser moves its text to the end, and does not tell where it was. */
function locateInlineNote(content: string, lines: Lines): Locate {
  return (start, end) => {
    const [line = ''] = content.split('\n', 1);
    const first = lines().findIndex(({ text }) => text.includes(`^[${line}`));
    return locateInLines(content, Math.max(0, first), lines)(start, end);
  };
}

/** The `##` of a heading; empty if the heading is underlined instead. */
function markerOf({ markup }: Token): string {
  return markup.startsWith('#') ? markup : '';
}

function addHeading(
  parts: BodyParts,
  token: Token,
  open: Token,
  sourceOf: () => SourceLine | undefined,
  locate: Locate,
): void {
  const place = placeOfHeading(markerOf(open), token.content.length, sourceOf, locate);
  const text = plainText(token.children ?? []);
  parts.headings.push({ block: parts.blocks.length, level: Number(open.tag.slice(1)), text, place });
}

function placeOfHeading(
  marker: string,
  length: number,
  sourceOf: () => SourceLine | undefined,
  locate: Locate,
): PlaceFinder {
  return () => {
    const source = marker === '' ? undefined : sourceOf();
    if (!source) return locate(0, length);
    return placeInLine(source, source.text.indexOf(marker), source.text.trimEnd().length);
  };
}
