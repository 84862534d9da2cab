/** What git leaves in a file of which two people have changed the same lines: both versions, and three or four marks. */
import type { Fault } from '../../diagnostic.ts';

/** What every conflict begins with. Nearly no text has it, so it is looked for first. */
export const conflictSign = '<<<<<<<';

/** A line of one version of a text, or between two of them: nobody knows which one is meant. */
export const conflictLine = /^(?:<{7}|={7}|>{7})/m;

const marks = { start: /^<{7}(?:\s|$)/, middle: /^={7}\s*$/, end: /^>{7}(?:\s|$)/ };
const leftMark = /^(?:<{7}|>{7})(?:\s|$)/;

/** How blocks of code begin, and how they then end. */
const blocks: readonly [opening: RegExp, closing: (found: RegExpExecArray) => RegExp][] = [
  [/^\s*(?:(`{3,})[^`]*|(~{3,}).*)$/, ([, ticks, tildes]) => new RegExp(`^\\s*${ticks ?? tildes}[\`~]*\\s*$`)],
  [/<pre\b/i, () => /<\/pre>/i],
  [/\{%-?[ \t]*(highlight|codeblock|code|raw|verbatim)\b/, ([, name]) => new RegExp(`\\{%-?[ \\t]*end${name}\\b`)],
  [/\{\{[<%][ \t]*highlight\b/, () => /\{\{[<%][ \t]*\/[ \t]*highlight\b/],
];

/** The first and last line of each conflict, from 0. In a block of code they may be what the post is about. */
function findConflicts(lines: readonly string[]): [first: number, last: number][] {
  const found: [number, number][] = [];
  let closing: RegExp | undefined;
  let first: number | undefined;
  let isSecond = false;
  for (const [row, line] of lines.entries()) {
    if (first !== undefined) {
      if (marks.middle.test(line)) isSecond = true;
      else if (isSecond && marks.end.test(line)) {
        found.push([first, row]);
        first = undefined;
      }
    } else if (closing) {
      if (closing.test(line)) closing = undefined;
    } else if (marks.start.test(line)) [first, isSecond] = [row, false];
    else closing = openedBlock(line);
  }
  return found;
}

/** What ends the block of code that a line opens. */
function openedBlock(line: string): RegExp | undefined {
  for (const [opening, toClosing] of blocks) {
    const found = opening.exec(line);
    if (!found) continue;
    const closing = toClosing(found);
    return closing.test(line.slice(found.index + found[0].length)) ? undefined : closing;
  }
  return undefined;
}

/** A fault for each conflict in a text, which begins on a line of the file (1-based). */
export function conflictFaults(text: string, line: number): Fault[] {
  if (!text.includes(conflictSign)) return [];
  return findConflicts(text.split('\n')).map(([first, last]) => {
    const message = `unresolved merge conflict in lines ${line + first} to ${line + last}`;
    const hint = 'keep the right version, and delete the lines with <<<<<<<, ======= and >>>>>>>';
    return { rule: 'merge-conflict', message, hint, place: { line: line + first, column: 1 } };
  });
}

/** The fault of front matter with a conflict, which may go on behind it; `text` is the whole file, `yaml` begins on line 2. */
export function frontMatterConflict(text: string, yaml: string): Fault | undefined {
  const row = yaml.split('\n').findIndex((line) => leftMark.test(line));
  if (row === -1) return undefined;
  const whole = conflictFaults(text, 1).find(({ place }) => 'line' in place && place.line === row + 2);
  const message = 'line left over from a merge conflict';
  const hint = 'keep the right version of the lines beside it, and delete this one';
  return whole ?? { rule: 'merge-conflict', message, hint, place: { line: row + 2, column: 1 } };
}
