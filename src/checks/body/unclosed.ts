/** Checks for tags and comments of raw HTML that are never closed. */
import type { Fault } from '../../diagnostic.ts';
import { offsetOf, type Token } from '../../post/markdown/markdown.ts';
import { isUnclosed, type RawPiece, readRawHtml } from '../../post/markdown/rawHtml.ts';
import { elementsDroppedWhole } from '../../post/markdown/safeHtml.ts';
import { abridge } from '../../post/text.ts';
import type { BodyParts, BodyTag, UnclosedTag } from './partTypes.ts';
import type { Locate } from './sourceLines.ts';

/** The tags of a body that are never closed, by token. */
export function findUnclosed(tokens: readonly Token[]): ReadonlyMap<Token, RawPiece[]> {
  const found = readRawHtml(tokens).map(({ token, pieces }): [Token, RawPiece[]] => [token, pieces.filter(isUnclosed)]);
  return new Map(found.filter(([, pieces]) => pieces.length > 0));
}

/** Where something begins that Markdown reads as text because it never ends. */
const opening = /<(?:!--|!\[CDATA\[|\?)/g;

/** Adds what is never closed in the last block of `parts`, which was made of `token`. */
export function addUnclosed(
  parts: BodyParts,
  token: Token,
  found: ReturnType<typeof findUnclosed>,
  locate: Locate,
): void {
  const add = (name: string, start: number, end: number): void => {
    const text = token.content.slice(start, end);
    parts.unclosed.push({ name, text, place: () => locate(start, end) });
  };
  for (const child of found.size === 0 ? [] : [token, ...(token.children ?? [])]) {
    const offset = offsetOf(child) ?? 0;
    for (const { name, start, end } of found.get(child) ?? []) add(name, offset + start, offset + end);
  }
  if (!token.children?.some(({ type, content }) => type === 'text' && content.includes('<'))) return;
  const code = parts.blocks.at(-1)?.code ?? [];
  for (const { 0: text, index } of token.content.matchAll(opening)) {
    if (!code.some(([start, end]) => start <= index && index < end)) add('', index, index + text.length);
  }
}

/** Faults of what is never closed, at most one a line for each name. */
export function checkUnclosed(unclosed: readonly UnclosedTag[]): Fault[] {
  const faults = new Map<string, Fault>();
  for (const { name, text, place: findPlace } of unclosed) {
    const place = findPlace();
    const key = `${'line' in place ? place.line : 0} ${name}`;
    if (faults.has(key)) continue;
    const tag = name === '' ? `“${text}”` : `<${abridge(name)}>`;
    const isText = name === '' || elementsDroppedWhole.includes(name);
    const message = `${tag} is never closed, so feeds ${isText ? 'show it as text' : 'close it before the text'}`;
    const end = name === '' ? '--> or > where it ends' : `</${name}> where it ends`;
    const hint = isText ? `add ${end}, or write \\${name === '' ? '<' : tag} to show it` : `add ${end}`;
    faults.set(key, { rule: 'html-dropped', message, hint, place });
  }
  return [...faults.values()];
}

/** The tags without those that are never closed. */
export function closedTags({ tags, unclosed }: BodyParts): BodyTag[] {
  if (unclosed.length === 0) return tags;
  const places = new Set(unclosed.map(({ place }) => JSON.stringify(place())));
  const names = new Set(unclosed.map(({ name }) => name));
  return tags.filter(({ name, place }) => !names.has(name) || !places.has(JSON.stringify(place())));
}
