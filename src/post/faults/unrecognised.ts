/** Front matter that a text seems to have, though it does not begin with `---`: of a page, which needs none, it would be text. */
import type { Fault } from '../../diagnostic.ts';
import { isDraftField, signOf } from '../fields/draftWords.ts';
import { fieldOf } from '../fields/names.ts';
import { findFences, maxFrontMatter } from '../frontmatter/fences.ts';
import { unseen } from '../invisible.ts';

/** What readers do not see above the first line that they see. */
const invisibleStart = new RegExp(`^(?:[\\s${unseen}]|<!--[^]*?-->)+`);
/** The first line of TOML or JSON. */
const otherLanguage = /^(?:\+\+\+|;;;)[ \t]*$|^\{[ \t]*(?:$|["']?[\w-]+["']?[ \t]*:)/;
/** A row of marks, which may be meant as a fence. */
const marks = /^(?:[-‐‑‒–—−]{2,}|([`~*_=#])\1{2,}[ \t]*\w*)[ \t]*$/;
const fence = /^---[ \t]*$/;
const field = /^["']?([\w-]+)["']?[ \t]*[:：=](?!\/\/)[ \t]*(.*)$/;
const continued = /^(?:[ \t]+\S|- |#)/;
/** How far below its beginning a text may have front matter. */
const mostAbove = 30;

/** The fault of such front matter; undefined if a text has none. */
export function unrecognisedFrontMatter(text: string): Fault | undefined {
  const lines = text.slice(0, maxFrontMatter).replace(invisibleStart, '').split(/\r?\n/);
  const [first = ''] = lines;
  const isBare = readFields(lines, 0).hasField;
  const isMarked = otherLanguage.test(first) || (marks.test(first) && readFields(lines, 1).hasField);
  if (!isBare && !isMarked && !lines.slice(0, mostAbove).some((_, row) => isBelow(lines, row))) return undefined;
  const fault = findFences(text);
  if (!('rule' in fault)) return undefined;
  const { hint } = fault;
  return isBare && typeof hint === 'string'
    ? { ...fault, hint: `${hint}; if these are no fields, begin the page with a heading` }
    : fault;
}

/** Whether fields are below a fence, above another; a sign of a draft needs none. */
function isBelow(lines: readonly string[], row: number): boolean {
  if (!fence.test(lines[row] ?? '')) return false;
  const next = lines.findIndex((line, at) => at > row && line.trim() !== '');
  const { hasField, hasSign, end } = readFields(lines, next === -1 ? lines.length : next);
  return hasSign || (hasField && next === row + 1 && fence.test(lines[end] ?? ''));
}

/** What the lines from a row on are that look like fields: whether one is known, or makes a draft, and where they end. */
function readFields(lines: readonly string[], row: number): { hasField: boolean; hasSign: boolean; end: number } {
  let [hasField, hasSign, end] = [false, false, row];
  for (; end < lines.length; end++) {
    const [, key, value] = field.exec(lines[end] ?? '') ?? [];
    if (key === undefined && (end === row || !continued.test(lines[end] ?? ''))) break;
    const known = fieldOf(key ?? '');
    hasField ||= known !== undefined;
    hasSign ||= isDraftField(known) && ['draft', 'pending'].includes(signOf(known, value) ?? '');
  }
  return { hasField, hasSign, end };
}
