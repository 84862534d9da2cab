/** Finds the backslashes of “Copy as Markdown”, which keep signs from being read. */
import type { Fault, Place } from '../../../diagnostic.ts';
import { abridge } from '../../../post/text.ts';
import { createRangeFinder } from '../codeRanges.ts';
import type { BodyParts, TextBlock } from '../partTypes.ts';

const escapes =
  /^\\(?:[-*+]|#{1,6})[ \t]+\S[^\n]*|^\d{1,3}\\[.)][ \t]+\S[^\n]*|\\\*\\\*[^\s*\\][^*\n\\]{0,200}\\\*\\\*/gm;

/** One or two may be meant. */
const fewest = 3;

interface Escape {
  text: string;
  start: number;
  end: number;
}

/** One fault for a text with several of them. */
export function checkEscapes({ blocks }: Pick<BodyParts, 'blocks'>): Fault[] {
  let count = 0;
  let first: { text: string; place: Place } | undefined;
  for (const block of blocks) {
    const found = block.isParagraph && block.content.includes('\\') ? findEscapes(block) : [];
    const [one] = found;
    if (one) first ??= { text: one.text.trim(), place: block.locate(one.start, one.end) };
    count += found.length;
  }
  if (!first || count < fewest) return [];
  const message = `readers see the signs of “${abridge(first.text)}” and ${count - 1} more, because of the backslashes`;
  const hint = `delete the backslashes: “${abridge(first.text.replace(/\\(?=[-*+#.)])/g, ''))}”`;
  return [{ rule: 'markdown-unread', message, hint, place: first.place }];
}

function findEscapes({ content, code }: TextBlock): Escape[] {
  const rangeAt = createRangeFinder(code);
  const found = [...content.matchAll(escapes)]
    .map(({ 0: text, index }): Escape => ({ text, start: index, end: index + text.length }))
    .filter(({ start }) => (rangeAt(start)?.[0] ?? Number.POSITIVE_INFINITY) > start);
  return found.filter((one, index) => !isMeant(one, found[index - 1], found[index + 1]));
}

/** A paragraph with a number looks as it was meant, and so does dialogue with line breaks. */
function isMeant({ text, start, end }: Escape, before: Escape | undefined, after: Escape | undefined): boolean {
  if (/^\d/.test(text)) return before?.end !== start - 1 && after?.start !== end + 1;
  return /^\\-.*(?: {2}|\\)$/.test(text);
}
