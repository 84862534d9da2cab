/** Checks for placeholder text of templates. */
import type { Fault } from '../../diagnostic.ts';
import type { TextBlock } from './partTypes.ts';

/** A fault for each block with placeholder text: an error, or in a draft, which no reader sees yet, a warning. */
export function checkPlaceholders(
  blocks: readonly TextBlock[],
  sentences: readonly string[],
  isDraft: boolean,
): Fault[] {
  return blocks.flatMap(({ content, text, locate }): Fault[] => {
    const found = sentences.find((sentence) => text.includes(sentence));
    if (found === undefined) return [];
    const at = content.indexOf(found);
    const place = at === -1 ? locate(0, content.length) : locate(at, at + found.length);
    const message = 'placeholder text from the template was not replaced';
    const hint = 'replace it with your own text, or delete it';
    return [{ rule: 'placeholder-text', level: isDraft ? 'warn' : 'error', message, hint, place }];
  });
}
