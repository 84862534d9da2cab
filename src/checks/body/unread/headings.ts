/** Finds headings that were not meant as such, or that have no text. */
import type { Fault } from '../../../diagnostic.ts';
import { abridge } from '../../../post/text.ts';
import type { BlockRange, BodyParts, TextBlock } from '../partTypes.ts';
import { noLine, placeOfLine } from '../sourceLines.ts';

/** Faults of headings without text, and of text that is a heading because of the line below it. */
export function checkHeadingSigns({ ranges, lines }: Pick<BodyParts, 'ranges' | 'lines'>): Fault[] {
  const headings = ranges.filter(({ kind }) => kind === 'heading');
  const [empty, underlined] = [headings.filter(isEmpty), headings.filter(({ markup }) => !markup.startsWith('#'))];
  // An author who underlines headings knows what the line does.
  const isKnown = underlined.some(({ block }) => block && !isSeveral(block) && !/[.,]$/.test(block.content));
  return [
    ...empty.map(({ markup, first }): Fault => {
      const message = `“${markup}” is a heading without text`;
      const hint = `write the text of the heading after ${markup}, or delete the line`;
      return { rule: 'markdown-unread', message, hint, place: placeOfLine(lines()[first] ?? noLine) };
    }),
    ...underlined.flatMap(({ markup, first, end, block }): Fault[] => {
      const below = (lines()[end] ?? noLine).text.replace(/^[\s>]+/, '').trim();
      if (!block || !isText(block, isKnown || below.length > longestDivider)) return [];
      const what = markup === '-' ? 'hyphens' : 'equals signs';
      const text = abridge(block.content.replaceAll('\n', ' '));
      const message = `“${text}” is a heading, because of the ${what} below it`;
      const hint = below.length < 3 || markup !== '-' ? `delete the ${what}` : `leave an empty line above the ${what}`;
      return [{ rule: 'markdown-unread', message, hint, place: placeOfLine(lines()[first] ?? noLine) }];
    }),
  ];
}

/** Faults of paragraphs such as `#Introduction`. A single one is a hashtag. */
export function checkSingleSigns({ blocks }: Pick<BodyParts, 'blocks'>): Fault[] {
  const likeHeadings = blocks.filter(({ isParagraph, isItem, content }) => {
    return isParagraph && !isItem && /^#[\p{Lu}\p{Lo}][^#\n]{0,100}$/u.test(content) && !/[.!?…]$/.test(content);
  });
  if (likeHeadings.length < 2) return [];
  return likeHeadings.map(({ content, locate }): Fault => {
    const message = `“${abridge(content)}” is not read as a heading: there is no space after #`;
    const hint = 'write ## and a space before its text: level 1 is the title';
    return { rule: 'markdown-unread', message, hint, place: locate(0, content.length) };
  });
}

/** A longer line was probably written to underline something. */
const longestDivider = 5;

function isEmpty({ markup, block }: BlockRange): boolean {
  return markup.startsWith('#') && block?.content.trim() === '';
}

function isSeveral({ content }: TextBlock): boolean {
  return content.includes('\n');
}

/** Whether an underlined heading is surely text. */
function isText(block: TextBlock, isUnderlined: boolean): boolean {
  return isSeveral(block) || /[^,],$/.test(block.content) || (!isUnderlined && /[^.]\.$/.test(block.content));
}
