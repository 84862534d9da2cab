/** Sentences of our templates that an author was meant to replace. Spec section 5, group “body”. */
import type { Fault } from '../../diagnostic.ts';
import type { TextBlock } from './partTypes.ts';

/** Placeholders that are left: an error once readers will see them, else a reminder. */
export function checkPlaceholders(
  blocks: readonly TextBlock[],
  sentences: readonly string[],
  isDraft: boolean,
): Fault[] {
  return blocks.flatMap(({ content, text, locate }): Fault[] => {
    const found = sentences.find((sentence) => text.includes(sentence));
    if (found === undefined) return [];
    const at = content.indexOf(found);
    return [
      {
        rule: 'placeholder-text',
        level: isDraft ? 'warn' : 'error',
        message: 'this is still the template’s text',
        hint: 'write your own in its place, or take it out',
        place: at === -1 ? locate(0, content.length) : locate(at, at + found.length),
      },
    ];
  });
}
