/** Finds rows of tables that show less than they hold, or that were meant as text below the table. */
import type { Fault } from '../../../../diagnostic.ts';
import { abridge } from '../../../../post/text.ts';
import type { BodyParts } from '../../partTypes.ts';
import { noLine, placeOfLine } from '../../sourceLines.ts';
import { splitRow } from './cells.ts';

/** Faults of rows with more cells than the first one, and of sentences right below a table. */
export function checkRows({ ranges, lines }: Pick<BodyParts, 'ranges' | 'lines'>): Fault[] {
  const faults: Fault[] = [];
  let isBelow = false;
  for (const { kind, isHead, cells, first } of ranges) {
    if (kind !== 'row' || isHead) {
      isBelow = false;
      continue;
    }
    const line = lines()[first] ?? noLine;
    if (!line.text.includes('|')) {
      if (!isBelow && cells > 1 && isSentence(line.text)) {
        const message = `“${abridge(line.text.trim())}” is read as a row of the table above it`;
        const hint = 'leave an empty line above it';
        faults.push({ rule: 'markdown-unread', message, hint, place: placeOfLine(line) });
        isBelow = true;
      }
      continue;
    }
    const rest = splitRow(line.text).slice(cells);
    const lost = rest.find(({ text }) => text !== '');
    if (!lost) continue;
    const start = lost.start + line.text.slice(lost.start, lost.end).search(/\S/);
    const message = `“${abridge(lost.text)}” is not shown: the row has more cells than the first row of its table`;
    const hint = 'add cells to the first row and to the dashes below it; if a bar is part of the text, write \\|';
    faults.push({ rule: 'markdown-unread', message, hint, place: line.locate(start, start + lost.text.length) });
  }
  return faults;
}

function isSentence(text: string): boolean {
  return /^[\s>]*[*_“"‘(]*\p{L}/u.test(text) && text.trim().split(/\s+/, 3).length === 3;
}
