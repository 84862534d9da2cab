/** Compares a text as WordPress shows it with what our reader makes of the imported post. */
import type { HtmlSource } from '../types.ts';
import { type Difference, findDifferences } from './differences.ts';
import { outline, parse } from './outline.ts';
import { readResult } from './readResult.ts';
import type { Expected, Outline } from './types.ts';

export interface TextComparison {
  /** All words, in their order. */
  isTextEqual: boolean;
  /** Links, images, headings, lists, tables and code. */
  isStructureEqual: boolean;
  /** The first ones of each kind. */
  differences: Difference[];
}

const same: Expected = { link: (url) => url, file: (url) => url };

/** How many differences of a kind tell a reader what is wrong. */
const most = 5;

const parts: readonly [kind: string, list: keyof Outline][] = [
  ['text', 'words'],
  ['link', 'links'],
  ['image', 'images'],
  ['alt text', 'alts'],
  ['heading', 'headings'],
  ['list', 'items'],
  ['table', 'rows'],
  ['code', 'code'],
];

/** Compares the HTML of a source, read already or not, with that of its result; `expected` says what its URLs should have become. */
export function compareTexts(source: HtmlSource | string, result: string, expected: Expected = same): TextComparison {
  const [before, after] = [
    outline(typeof source === 'string' ? parse(source) : source, expected),
    outline(readResult(result), same),
  ];
  const differences = parts.flatMap(([kind, list]) => {
    const found = findDifferences(kind, before[list], after[list], most);
    return found.isAll ? found.differences : [...found.differences, { kind, what: 'more differences' }];
  });
  const isTextEqual = differences.every(({ kind }) => kind !== 'text');
  return { isTextEqual, isStructureEqual: differences.every(({ kind }) => kind === 'text'), differences };
}
