/** Finds tables that are not read as such. */
import type { Fault } from '../../../../diagnostic.ts';
import { abridge } from '../../../../post/text.ts';
import { createRangeFinder } from '../../codeRanges.ts';
import type { BlockRange, BodyParts, TextBlock } from '../../partTypes.ts';
import { dashes, splitRow } from './cells.ts';

/** Lines of a paragraph, and where the first one begins in it. */
interface Run {
  block: TextBlock;
  start: number;
  rows: string[];
  /** Whether empty lines are between them. */
  isApart: boolean;
  isBelowTable: boolean;
}

/** A fault for each table that is not read because of its second line, of empty lines or of tabs. */
export function checkUnreadTables({ ranges }: Pick<BodyParts, 'ranges'>): Fault[] {
  const faults: Fault[] = [];
  let apart: Run | undefined;
  let before: BlockRange | undefined;
  const finish = (): void => {
    if (apart) faults.push(...barFault(apart));
    apart = undefined;
  };
  for (const range of ranges) {
    const { kind, block } = range;
    const previous = before;
    before = range;
    if (kind !== 'text' || !block?.isParagraph || !/[|\t]/.test(block.content)) {
      finish();
      continue;
    }
    const runs = readRuns(block, isBarRow);
    const [run] = runs;
    const isAllRows = run && runs.length === 1 && run.rows.length === block.content.split('\n').length;
    if (isAllRows && apart && previous?.level === range.level) {
      apart.rows.push(...run.rows);
      apart.isApart = true;
    } else {
      finish();
      if (isAllRows) apart = { ...run, isBelowTable: previous?.kind === 'row' && previous.end < range.first };
      else faults.push(...barFaults(runs, block));
    }
    faults.push(...(previous ? underlinedFault(previous, range) : []));
    faults.push(...readRuns(block, isTabRow).filter(isTabTable).flatMap(tabFault));
  }
  finish();
  return faults;
}

/** Faults of rows between bars, and of those with bars only between their cells: these need a line of dashes. */
function barFaults(runs: readonly Run[], block: TextBlock): Fault[] {
  const faults = runs.flatMap(barFault);
  if (faults.length > 0) return faults;
  return readRuns(block, hasBar)
    .filter(({ rows: [, second = ''] }) => isDashLine(second))
    .flatMap(barFault);
}

/** A fault for a first row that is a heading, because the line below it has no bar. */
function underlinedFault({ kind, markup, block, end }: BlockRange, next: BlockRange): Fault[] {
  const rest = next.block?.content ?? '';
  if (kind !== 'heading' || markup !== '-' || !block?.content.includes('|') || next.first !== end + 1) return [];
  const [row = ''] = rest.split('\n', 1);
  if (splitRow(row).length !== splitRow(block.content).length) return [];
  return barFault({ block, start: 0, rows: [block.content, '---'], isApart: false, isBelowTable: false });
}

function hasBar(line: string): boolean {
  return line.includes('|');
}

function isBarRow(line: string): boolean {
  return /^\|.*\|$/.test(line.trim()) && line.trim().length > 2;
}

function isTabRow(line: string): boolean {
  return /\S[ ]*\t[\s]*\S/.test(line) && !line.includes('|');
}

/** Successive lines of a kind, outside code. */
function readRuns(block: TextBlock, isRow: (line: string) => boolean): Run[] {
  const runs: Run[] = [];
  let start = 0;
  let isOpen = false;
  const rangeAt = createRangeFinder(block.code);
  for (const line of block.content.split('\n')) {
    const inCode = (rangeAt(start)?.[0] ?? Infinity) < start;
    if (inCode || !isRow(line)) isOpen = false;
    else if (isOpen) runs.at(-1)?.rows.push(line);
    else {
      runs.push({ block, start, rows: [line], isApart: false, isBelowTable: false });
      isOpen = true;
    }
    start += line.length + 1;
  }
  return runs;
}

const dashLine = /^[\s|:+=\-‐-―−]+$/;
const properDashes = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/;

function barFault({ block, start, rows, isApart, isBelowTable }: Run): Fault[] {
  const [first = '', second = ''] = rows;
  const cells = splitRow(first).length;
  const place = block.locate(start, start + first.length);
  const report = (why: string, hint: string): Fault[] => {
    const message = `“${abridge(first.trim().replaceAll('\t', ' '))}” is not read as a row of a table: ${why}`;
    return [{ rule: 'markdown-unread', message, hint, place }];
  };
  if (isBelowTable && cells > 1 && !isDashLine(first) && !isDashLine(second)) {
    return report('it is below an empty line', `leave no empty line above it${isApart ? ' or between the rows' : ''}`);
  }
  if (rows.length < 2 || cells < 2) return [];
  const all = isApart ? 'delete the empty lines between the rows' : '';
  const and = (hint: string): string => (all === '' ? hint : `${all}, and ${hint}`);
  const write = dashes(cells);
  if (isDashLine(first)) return report('the dashes have no row above them', and('add a first row above the dashes'));
  if (!isDashLine(second)) return report('no dashes are below it', and(`add “${write}” below the first row`));
  const isRight = properDashes.test(second.trim()) && splitRow(second).length === cells;
  if (isRight) return isApart ? report('empty lines are between the rows', all) : [];
  const why = properDashes.test(second.trim())
    ? 'the dashes below it have another number of cells'
    : 'the line below it is not one of hyphens and bars';
  return report(why, and(`replace the second line with “${write}”`));
}

/** Whether a line has nothing but hyphens or dashes and what separates them. */
function isDashLine(line: string): boolean {
  return dashLine.test(line) && /[-‐-―−]/.test(line);
}

/** Whether lines with tabs are at least two, all with as many, and neither a list nor a conversation. */
function isTabTable({ rows }: Run): boolean {
  const counts = new Set(rows.map(countTabs));
  return rows.length >= 2 && counts.size === 1 && !rows.every(isMarked);
}

/** Whether a line begins with a bullet, a number or a name, and a tab. */
function isMarked(row: string): boolean {
  return /^(?:[^\p{L}\p{N}\t]{1,3}|o|[\p{L}\p{N}]{1,3}[.)]|[^\t]{1,40}:)[ ]*\t/u.test(row);
}

function countTabs(row: string): number {
  return row.split('\t').length - 1;
}

function tabFault({ block, start, rows: [first = ''] }: Run): Fault[] {
  const place = block.locate(start, start + first.length);
  const message = `“${abridge(first.trim().replace(/\t+/g, ' '))}” is not read as a row of a table: its cells are separated by tabs`;
  const hint = `write each row as “| a | b |”, and “${dashes(countTabs(first) + 1)}” below the first row`;
  return [{ rule: 'markdown-unread', message, hint, place }];
}
