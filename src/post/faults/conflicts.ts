/** What git leaves in a file of which two people have changed the same lines: both versions, and three or four marks. */
import type { Fault } from '../../diagnostic.ts';

/** Whether a text may have a mark of a conflict. Nearly no text does, so this is asked first. */
export function mayHaveConflict(text: { includes(part: string): boolean }): boolean {
  return text.includes('<<<<<<<') || text.includes('>>>>>>>');
}

/** A line of one version of a text, or between two of them: nobody knows which one is meant. */
export const conflictLine = /^(?:<{7}|={7}|>{7})/m;

const marks = { start: /^\s*<{7}(?:\s|$)/, middle: /^\s*={7}\s*$/, end: /^\s*>{7}(?:\s|$)/ };
/** Git writes the name of a branch or a commit behind it; more words are those of a quotation in six others. */
const loneEnd = /^\s*>{7}(?:\s+(?:\S+|[\da-f]{7,40} \(.*))?\s*$/;
const listItem = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/;
const leftMark = /^(?:<{7}|>{7})(?:\s|$)/;

/** How blocks of code begin, and how they then end. */
const blocks: readonly [opening: RegExp, closing: (found: RegExpExecArray) => RegExp][] = [
  [/^\s*(?:(`{3,})[^`]*|(~{3,}).*)$/, ([, ticks, tildes]) => new RegExp(`^\\s*${ticks ?? tildes}[\`~]*\\s*$`)],
  [/<pre\b/i, () => /<\/pre>/i],
  [/\{%-?[ \t]*(highlight|codeblock|code|raw|verbatim)\b/, ([, name]) => new RegExp(`\\{%-?[ \\t]*end${name}\\b`)],
  [/\{\{[<%][ \t]*highlight\b/, () => /\{\{[<%][ \t]*\/[ \t]*highlight\b/],
];

/**
 * The first and last line of each conflict, from 0: of one that is half resolved, the only mark that is left. In code they may
 * be what the post is about.
 */
function findConflicts(lines: readonly string[]): [first: number, last: number][] {
  const found: [number, number][] = [];
  let closing: RegExp | undefined;
  let first: number | undefined;
  let isSecond = false;
  // How far the text of a list item is indented: only four more spaces make code of it.
  let indent = 0;
  for (const [row, line] of lines.entries()) {
    if (first !== undefined) {
      if (marks.middle.test(line)) isSecond = true;
      else if ((isSecond ? marks.end : loneEnd).test(line)) {
        found.push([first, row]);
        first = undefined;
      }
      continue;
    }
    if (closing) {
      if (closing.test(line)) closing = undefined;
      continue;
    }
    const isMark = marks.start.test(line) || loneEnd.test(line);
    if (!isMark) {
      indent = listItem.exec(line)?.[0].length ?? (/^\S/.test(line) ? 0 : indent);
      closing = openedBlock(line);
    } else if (line.replaceAll('\t', '    ').search(/\S/) < indent + 4) {
      if (marks.start.test(line)) [first, isSecond] = [row, false];
      else found.push([row, row]);
    }
  }
  if (first !== undefined) found.push([first, first]);
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
  if (!mayHaveConflict(text)) return [];
  const lines = text.split('\n');
  return findConflicts(lines).map(([first, last]) => {
    if (first === last) return leftOver(line + first, lines[first]?.includes('>') ?? false);
    const message = `unresolved merge conflict in lines ${line + first} to ${line + last}`;
    const hint = 'keep the right version, and delete the lines with <<<<<<<, ======= and >>>>>>>';
    return { rule: 'merge-conflict', message, hint, place: { line: line + first, column: 1 } };
  });
}

/** The fault of a mark without the others. */
function leftOver(line: number, mayBeQuotation: boolean): Fault {
  const message = 'line left over from a merge conflict';
  const quotation = mayBeQuotation ? '; if it is a quotation, add a space after the first >' : '';
  const hint = `keep the right version of the lines beside it, and delete this one${quotation}`;
  return { rule: 'merge-conflict', message, hint, place: { line, column: 1 } };
}

/** The fault of YAML with a conflict, which may go on behind it; `text` is the whole file, `yaml` begins on a line of it. */
export function yamlConflict(text: string, yaml: string, line: number): Fault | undefined {
  if (!mayHaveConflict(yaml)) return undefined;
  const row = yaml.split('\n').findIndex((one) => leftMark.test(one));
  if (row === -1) return undefined;
  const faults = conflictFaults(text, 1);
  return faults.find(({ place }) => 'line' in place && place.line === line + row) ?? leftOver(line + row, false);
}
