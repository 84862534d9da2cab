/** Finds fences that make code of what is none: one around the whole text, and one that is never closed. */
import type { Fault } from '../../../diagnostic.ts';
import { abridge } from '../../../post/text.ts';
import type { BlockRange, BodyParts } from '../partTypes.ts';
import { noLine, placeOfLine, type SourceLine } from '../sourceLines.ts';
import { looseFence } from './looseFences.ts';

interface Fence extends BlockRange {
  opening: SourceLine;
  /** What is before the fence: spaces, and the markers of quotations and lists. */
  prefix: string;
  isClosed: boolean;
  /** Whether only empty lines follow it. */
  isLast: boolean;
}

/** A fault for a fence around the whole text; otherwise one for each fence that is never closed. */
export function checkFences({ ranges, lines }: Pick<BodyParts, 'ranges' | 'lines'>): Fault[] {
  const fences = ranges.filter(({ kind }) => kind === 'fence').flatMap((range) => readFence(range, lines()));
  const whole = fences[0] && findWhole(fences[0], fences.at(-1), ranges, lines());
  if (whole) return [whole];
  const unclosed = fences.filter(({ isClosed }) => !isClosed);
  const loose = ranges.flatMap((range) => looseFence(range, unclosed.at(-1)?.first ?? -1));
  // Their ends begin others.
  const ends = loose.length > 0 ? [] : unclosed.map((fence) => unclosedFault(fence, lines()));
  return [...fences.flatMap(firstLineFault), ...loose, ...ends];
}

/** A fault for a first line of code that is no language. */
function firstLineFault({ info, markup, prefix, opening }: Fence): Fault[] {
  if (!/[\p{L}\p{N})]\s*[;{]\s*$/u.test(info)) return [];
  const fence = abridge(markup);
  const message = `“${abridge(info.trim())}” is not shown, because it is in the line of ${fence}`;
  const place = opening.locate(prefix.length, opening.text.trimEnd().length);
  return [{ rule: 'markdown-unread', message, hint: `move it to the line below ${fence}`, place }];
}

function unclosedFault(unclosed: Fence, lines: readonly SourceLine[]): Fault {
  const { opening, prefix, markup, level, isLast } = unclosed;
  const fence = abridge(markup);
  const rest = level === 0 ? 'text' : 'list item or quotation';
  const effect = isLast ? 'readers see an empty box' : `the rest of the ${rest} is code`;
  const message = `${fence} is never closed, so ${effect}`;
  const place = opening.locate(prefix.length, opening.text.trimEnd().length);
  return { rule: 'markdown-unread', message, hint: hintFor(unclosed, lines), place };
}

function hintFor(unclosed: Fence, lines: readonly SourceLine[]): string {
  const { first, end, prefix, markup, isLast } = unclosed;
  const fence = abridge(markup);
  const hidden = lines.slice(first + 1, end).find(({ text }) => endsIn(text, markup));
  const place = hidden?.locate(0, 1);
  if (place && 'line' in place) return `put the ${fence} at the end of line ${place.line} on a line of its own`;
  if (isLast || isMarkdown(unclosed) || isPlainText(unclosed, lines)) return 'delete this line';
  return `add “${prefix.replace(/[^>\s]/g, ' ')}${fence}” on a line below the code, or delete this line`;
}

/** Whether a line ends with a fence, which is the only one in it. */
function endsIn(line: string, markup: string): boolean {
  const text = line.trimEnd();
  return text.endsWith(markup) && text.indexOf(markup) === text.length - markup.length;
}

const closing = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/;

/** Nothing for the tags of other tools, which are code, too. */
function readFence(range: BlockRange, lines: readonly SourceLine[]): Fence[] {
  const { first, end, markup } = range;
  const opening = lines[first] ?? noLine;
  const at = opening.text.indexOf(markup);
  if (at === -1 || /[{}]/.test(opening.text.slice(0, at))) return [];
  const [, signs = ''] = closing.exec(lines[end - 1]?.text ?? '') ?? [];
  const isClosed = end - 1 > first && signs.startsWith(markup);
  const isLast = lines.slice(first + 1, isClosed ? first + 1 : end).every(({ text }) => /^[\s>]*$/.test(text));
  return [{ ...range, opening, prefix: opening.text.slice(0, at), isClosed, isLast }];
}

function findWhole(
  fence: Fence,
  last: Fence | undefined,
  ranges: readonly BlockRange[],
  lines: readonly SourceLine[],
): Fault | undefined {
  if (ranges[0]?.first !== fence.first || fence.level > 0) return undefined;
  const isAlone = ranges.length === 1 && fence.isClosed;
  // With a fence in it, the outer one ends early, and its last line begins another.
  const hasInner = isMarkdown(fence) && ranges.at(-1)?.first === last?.first && last?.isClosed === false && last.isLast;
  if (isAlone ? !isMarkdown(fence) && !isPlainText(fence, lines) : !hasInner) return undefined;
  const end = isAlone ? fence.end - 1 : (last?.first ?? fence.first);
  const ending = lines[end] ?? noLine;
  const signs = abridge(fence.opening.text.trim());
  const message = `the whole text is code, because it is between ${signs} and ${abridge(ending.text.trim())}`;
  const [from, to] = [placeOfLine(fence.opening), placeOfLine(ending)];
  const hint = `delete ${'line' in from && 'line' in to ? `lines ${from.line} and ${to.line}` : 'both lines'}`;
  return { rule: 'markdown-unread', message, hint, place: from };
}

function isMarkdown({ info }: Fence): boolean {
  return /^(?:markdown|md)$/i.test(info.trim());
}

/** UTF-16 units that are looked at in a line. */
const longestLine = 2000;
/** Lines that are looked at. */
const mostLines = 200;

const codeCharacters = /[{}<>=;$\\|]|--|::|\(\)/;

/** Whether a fence has no language, and in it are more lines that are surely sentences than lines that are surely code. */
function isPlainText({ info, first, end, isClosed }: Fence, lines: readonly SourceLine[]): boolean {
  if (info.trim() !== '') return false;
  let sentences = 0;
  let code = 0;
  for (const { text } of lines.slice(first + 1, Math.min(isClosed ? end - 1 : end, first + mostLines))) {
    const line = text.slice(0, longestLine);
    const letters = line.match(/[\p{L}\s,.’']/gu)?.length ?? 0;
    if (codeCharacters.test(line)) code++;
    else if (line.trim().split(/\s+/).length >= 8 && letters > 0.9 * line.length) sentences++;
  }
  return sentences > code;
}
