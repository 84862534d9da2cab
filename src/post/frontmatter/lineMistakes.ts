/** Lines that are not fields: a misspelt fence, the body below a missing one, bad indentation. */
import { fieldOf, fieldsOf } from '../fields/names.ts';
import { nearFence } from './fences.ts';
import { fieldMistake, meantField } from './mistakes/fieldLines.ts';
import { bulletItem, bulletMistake, isListField } from './mistakes/listLines.ts';
import type { ValueMistake } from './mistakes/mistake.ts';
import { type ValueLine, valueIn } from './valueMistakes.ts';

/** A mistake, and its line (from 0). */
export interface LineMistake extends ValueMistake {
  row: number;
}

const fieldLine = /^(?:\s|- |[\w-]+[ \t]*:(?:\s|$))/;

/** What is wrong with a line that is not a field, or with its indentation. `start` is a row, from 0. */
export function lineMistake(lines: readonly string[], start: number): LineMistake | undefined {
  let row = start;
  while (row < lines.length - 1 && isEmpty(lines[row])) row++;
  const line = lines[row] ?? '';
  const above = lines.slice(0, row).findLast((one) => !isEmpty(one)) ?? '';
  if (nearFence.test(line) || /^(?:[*_=~+]{3,})[ \t]*$/.test(line)) {
    return { row, message: 'closing fence is not exactly three hyphens', hint: 'change this line to ---', at: 0 };
  }
  const hyphen = /^\s*-(?=[^\s-])/.exec(line);
  if (hyphen) {
    const at = hyphen[0].length;
    return { row, message: 'missing space after the hyphen', hint: `write - ${shown(line.slice(at))}`, at: at - 1 };
  }
  const bullet = bulletItem(line);
  if (bullet && (/^[\w-]+:\s*$/.test(above) || /^\s*- /.test(above) || bulletItem(above))) {
    const isField = !isListField(/^[\w-]+(?=:)/.exec(above)?.[0] ?? '') && meantField(line);
    if (!isField) return { row, ...bulletMistake(bullet, lines[row + 1]), at: indentOf(line) };
  }
  const field = indentOf(line) === 0 ? fieldMistake(lines, row) : undefined;
  if (field && (!line.startsWith('- ') || /^[\w-]+:[ \t]+\S/.test(above))) return { row, ...field };
  if (/^[\w-]+:[^\s:/]/.test(line)) {
    return { row, message: 'missing space after the colon', hint: 'add a space after the colon' };
  }
  return (
    missingColon(line, lines[row + 1] ?? '', row) ??
    unfencedBody(lines, row) ??
    badIndentation(lines, row, above) ??
    strayLine(lines, row, above)
  );
}

/** A name without a colon, above a list or a text that is indented. */
function missingColon(line: string, next: string, row: number): LineMistake | undefined {
  if (!/^[\w-]+\s*$/.test(line) || !/^\s*- |^\s+\S/.test(next)) return undefined;
  return { row, message: 'missing colon', hint: 'add a colon after the name', at: 0 };
}

/** The body without a closing fence above it: an empty line, then one that is not a field. */
function unfencedBody(lines: readonly string[], row: number): LineMistake | undefined {
  if (fieldLine.test(lines[row] ?? '') && !(lines[row] ?? '').startsWith('- ')) return undefined;
  let first = row;
  while (first > 0 && !isEmpty(lines[first - 1]) && !fieldLine.test(lines[first - 1] ?? '')) first--;
  if (first === 0 || !isEmpty(lines[first - 1])) return undefined;
  // To YAML a heading is a comment.
  for (let at = first - 1; at > 0 && /^(?:#.*)?\s*$/.test(lines[at] ?? ''); at--) {
    if (!isEmpty(lines[at]) && isEmpty(lines[at - 1])) first = at;
  }
  if (hasFieldsBelow(lines, first)) return { row: first, ...strayText, at: 0 };
  const message = 'line is not a field; does the body begin here?';
  return { row: first, message, hint: 'add a --- line above it to close the front matter', at: 0 };
}

/** Text between fields: a closing fence above it would turn the fields below it into text. */
const strayText = { message: 'line of text among the fields', hint: 'move it below the closing ---' };

const bodyHint = 'add a --- line above it if the body begins here';

function hasFieldsBelow(lines: readonly string[], row: number): boolean {
  return lines.slice(row + 1).some((line) => fieldOf(/^([\w-]+):(?:\s|$)/.exec(line)?.[1] ?? '') !== undefined);
}

function badIndentation(lines: readonly string[], row: number, above: string): LineMistake | undefined {
  const line = lines[row] ?? '';
  const next = lines[row + 1] ?? '';
  const indent = indentOf(line);
  const first = lines.findIndex((one) => !isEmpty(one) && !one.startsWith('#'));
  if (indent === 0 && fieldLine.test(line) && first < row && indentOf(lines[first] ?? '') > 0) {
    const hint = 'remove the spaces before it and before the fields below it';
    return { row: first, message: 'field is indented, but the others are not', hint, at: 0 };
  }
  const width = indentOf(lines[first] ?? '');
  if (indent > 0 && indent < width && fieldLine.test(line.trimStart()) && [0, width].includes(indentOf(next))) {
    const hint = `indent it by ${spaces(width)}, like the fields above it`;
    return { row, message: 'field is not indented like those above it', hint, at: 0 };
  }
  // Parsing stops at the value above the line that is indented too far.
  const name = /^ +([\w-]+):(?:\s|$)/.exec(next)?.[1];
  const parts = valueIn(line);
  if (name !== undefined && indentOf(next) > indent && parts) return deeperField(parts, indentOf(next), name, row + 1);
  if (indent === 0) return undefined;
  const message = 'line is not indented like those above it';
  if (/^ *- /.test(line)) {
    const item = lines.slice(0, row).findLast((one) => /^ *- /.test(one));
    const right = indentOf(item ?? '');
    const hint = right === 0 ? 'remove the spaces before it' : `indent it by ${spaces(right)}, like the item above`;
    return item === undefined || right === indent ? undefined : { row, message, hint, at: 0 };
  }
  const wanted = widthOf(above);
  if (wanted <= indent) return undefined;
  const isField = fieldOf(/^ *([\w-]+):(?:\s|$)/.exec(line)?.[1] ?? '') !== undefined;
  const unlessField = isField ? ', or not at all if it is a separate field' : '';
  return { row, message, hint: `indent it by ${spaces(wanted)}, like the line above${unlessField}`, at: 0 };
}

/** `name: value` below a value, and indented further than the name of that. */
function deeperField({ lead, key, value }: ValueLine, indent: number, name: string, row: number): LineMistake {
  const isPart = fieldOf(key) === 'image' && fieldOf(name) === undefined;
  const width = widthOf(lead);
  const toField = width > 0 ? `indent ${name} by ${spaces(width)}, like ${key}` : `remove the spaces before ${name}`;
  const hint = isPart ? `write “${' '.repeat(indent)}src: ${shown(value)}” on a line below ${key}:` : toField;
  return { row, message: `line is indented, but ${key || 'the text'} above it already has a value`, hint, at: 0 };
}

/** A line below a field: more of its text, or the beginning of the body. */
function strayLine(lines: readonly string[], row: number, above: string): LineMistake | undefined {
  const line = lines[row] ?? '';
  const message = 'line is neither a field nor indented';
  if (/^[\w-]+:[ \t]+(?:"(?:[^"\\]|\\.)+"|'(?:[^']|'')+')\s*$/.test(above) && !fieldLine.test(line.trimStart())) {
    const elsewhere = hasFieldsBelow(lines, row) ? strayText.hint : bodyHint;
    return { row, message, hint: `move it inside the quotes above, or ${elsewhere}`, at: 0 };
  }
  if (fieldLine.test(line)) {
    const { key, value } = valueIn(above) ?? {};
    if (!line.startsWith('- ') || !key) return undefined;
    const hint = `put the first item on its own line below ${key}: - ${shown(value)}`;
    return { row, message: `list below ${key}, which already has a value`, hint, at: 0 };
  }
  const key = /^([\w-]+):(?:[ \t]+[^\s"'[{].*)?\s*$/.exec(above)?.[1] ?? '';
  const isOpen =
    key !== '' &&
    !fieldsOf('date', 'sign', 'published', 'status', 'visibility', 'id', 'slug', 'language').some(
      (field) => field === fieldOf(key),
    );
  const toContinue = isOpen ? 'indent it by 2 spaces to continue the line above, or ' : '';
  return { row, message, hint: toContinue + (hasFieldsBelow(lines, row) ? strayText.hint : bodyHint), at: 0 };
}

/** How to indent a line that begins with a tab: a field not at all, a part of the line above like that. */
export function tabHint(lines: readonly string[], row: number): string {
  const above = lines.slice(0, row).findLast((line) => !isEmpty(line)) ?? '';
  const line = (lines[row] ?? '').trimStart();
  const width = /:\s*$/.test(above) ? indentOf(above) + 2 : widthOf(above);
  if (width > 0) return `replace the tab with ${spaces(width)}`;
  const name = /^([\w-]+):(?:\s|$)/.exec(line)?.[1];
  return name === undefined ? 'replace the tab with 2 spaces' : `remove the tab before ${name}`;
}

/** A line with the lines below that continue its text; undefined if there are none. */
export function wholeText(lines: readonly string[], row: number): string | undefined {
  const line = lines[row] ?? '';
  const parts = valueIn(line);
  if (!parts?.key || /^["'[{|>&*!]/.test(parts.value)) return undefined;
  const isText = fieldsOf('line', 'text').some((field) => field === fieldOf(parts.key));
  const more: string[] = [];
  for (const next of lines.slice(row + 1)) {
    const name = /^ *(?:- |([\w-]+):(?:\s|$))/.exec(next);
    const isDeeper = indentOf(next) > indentOf(line);
    if (isEmpty(next) || (name && (!isDeeper || !isText || fieldOf(name[1] ?? '') !== undefined))) break;
    if (!isDeeper && !(isText && isProse(next))) break;
    more.push(next.trim());
  }
  // At the margin, what no field follows may be the body.
  const end = row + more.length;
  const isBody =
    /^\S/.test(lines[end] ?? '') && isEmpty(lines[end + 1]) && lines.slice(end + 1).some((one) => !isEmpty(one));
  return more.length === 0 || isBody ? undefined : [line.trimEnd(), ...more].join(' ');
}

/** Whether a line is words at the margin, and nothing that YAML or this tool knows. */
function isProse(line: string): boolean {
  return /^[\p{L}\p{N}(“‘]/u.test(line) && !meantField(line) && !bulletItem(line) && !nearFence.test(line);
}

function shown(text = ''): string {
  const rest = text.trim();
  return rest.length > 60 ? '…' : rest;
}

function spaces(count: number): string {
  return count === 1 ? '1 space' : `${count} spaces`;
}

/** The column of what follows the spaces, and the hyphen if there is one. */
function widthOf(line: string): number {
  return /^ *(?:- +)?/.exec(line)?.[0].length ?? 0;
}

function indentOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

function isEmpty(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}
