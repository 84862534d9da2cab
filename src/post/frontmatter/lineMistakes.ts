/** Lines that are no fields: a fence written wrong, the text below a forgotten one, a wrong indentation. */
import { fieldOf } from '../fields/names.ts';
import { nearFence } from './fences.ts';
import { type ValueMistake, valueIn } from './valueMistakes.ts';
import { readablyQuoted } from './yamlText.ts';

/** A slip, and the line in which it is (from 0). */
export interface LineMistake extends ValueMistake {
  row: number;
}

const fieldLine = /^(?:\s|- |[\w-]+[ \t]*:(?:\s|$))/;

/** What is wrong with a line that is no field, or with how it is indented. */
export function lineMistake(lines: readonly string[], start: number): LineMistake | undefined {
  let row = start;
  while (row < lines.length - 1 && isEmpty(lines[row])) row++;
  const line = lines[row] ?? '';
  const above = lines.slice(0, row).findLast((one) => !isEmpty(one)) ?? '';
  if (nearFence.test(line) || /^(?:[*_=~+]{3,})[ \t]*$/.test(line)) {
    return { row, message: 'the closing fence must be exactly three hyphens', hint: 'write --- in this line', at: 0 };
  }
  const hyphen = /^\s*-(?=[^\s-])/.exec(line);
  if (hyphen) {
    const at = hyphen[0].length;
    return {
      row,
      message: 'a blank is missing behind the hyphen',
      hint: `write - ${shown(line.slice(at))}`,
      at: at - 1,
    };
  }
  if (/^[\w-]+:[^\s:/]/.test(line)) {
    return { row, message: 'a blank is missing behind the colon', hint: 'put a blank after the colon' };
  }
  return (
    fieldSlip(line, lines[row + 1] ?? '', row) ??
    textSlip(lines, row) ??
    indentSlip(lines, row, above) ??
    goesOnSlip(line, row, above)
  );
}

/** A field whose colon is missing, or is another character. */
function fieldSlip(line: string, next: string, row: number): LineMistake | undefined {
  const [whole = '', name = '', sign = ''] = /^["“]?([\w-]+)[ \t]*([：=;:]?)[ \t]*/.exec(line) ?? [];
  const isQuoted = /^["“]/.test(line);
  if (isQuoted && !(sign === ':' && /["”]\s*$/.test(line))) return undefined;
  if (fieldOf(name) === undefined) {
    if (!/^[\w-]+\s*$/.test(line) || !/^\s*- |^\s+\S/.test(next)) return undefined;
    return { row, message: 'this line has no colon', hint: 'put a colon after the name', at: 0 };
  }
  if (/^[\w-]+[ \t]*:(?:\s|$)/.test(line)) return undefined;
  if (whole === line)
    return { row, message: `a colon is missing behind ${name}`, hint: `put a colon after the name: ${name}:`, at: 0 };
  const rest = line
    .slice(whole.length)
    .trimEnd()
    .replace(/["”]$/, (mark) => (isQuoted ? '' : mark));
  const message =
    sign === '：'
      ? 'this colon is a wide one (：), and YAML knows only the narrow one'
      : `a colon and a blank must stand behind ${name}`;
  const value = /^["'[]/.test(rest) || !/[:#]/.test(rest) ? rest : readablyQuoted(rest);
  return { row, message, hint: rest.length > 200 ? `write ${name}: and a blank` : `write ${name}: ${value}`, at: 0 };
}

/** Whether the text began, and its fence was forgotten: an empty line stands before what is no field. */
function textSlip(lines: readonly string[], row: number): LineMistake | undefined {
  if (fieldLine.test(lines[row] ?? '') && !(lines[row] ?? '').startsWith('- ')) return undefined;
  let first = row;
  while (first > 0 && !isEmpty(lines[first - 1]) && !fieldLine.test(lines[first - 1] ?? '')) first--;
  if (first === 0 || !isEmpty(lines[first - 1])) return undefined;
  // To YAML a heading is a comment.
  for (let at = first - 1; at > 0 && /^(?:#.*)?\s*$/.test(lines[at] ?? ''); at--) {
    if (!isEmpty(lines[at]) && isEmpty(lines[at - 1])) first = at;
  }
  const message = 'this line is no field: is it the text already?';
  return { row: first, message, hint: 'put a line --- above it, to close the front matter', at: 0 };
}

function indentSlip(lines: readonly string[], row: number, above: string): LineMistake | undefined {
  const line = lines[row] ?? '';
  const next = lines[row + 1] ?? '';
  const indent = indentOf(line);
  const first = lines.findIndex((one) => !isEmpty(one) && !one.startsWith('#'));
  if (indent === 0 && fieldLine.test(line) && first < row && indentOf(lines[first] ?? '') > 0) {
    const hint = 'take the blanks before it out, and before the fields below it';
    return { row: first, message: 'this field is indented, and others are not', hint, at: 0 };
  }
  // Reading stops at the value that the line below it goes on with.
  const name = /^ +([\w-]+):(?:\s|$)/.exec(next)?.[1];
  if (name !== undefined && indentOf(next) > indent && valueIn(line)) return deeperSlip(line, next, name, row + 1);
  if (indent === 0) return undefined;
  const message = 'this line is not indented like those above it';
  if (/^ *- /.test(line)) {
    const item = lines.slice(0, row).findLast((one) => /^ *- /.test(one));
    const width = indentOf(item ?? '');
    const hint = width === 0 ? 'take the blanks before it out' : `indent it by ${blanks(width)}, like the one above`;
    return item === undefined || width === indent ? undefined : { row, message, hint, at: 0 };
  }
  const width = /^ *(?:- +)?/.exec(above)?.[0].length ?? 0;
  if (width <= indent) return undefined;
  const isField = fieldLine.test(line.trimStart()) ? ', or by none if it is a field of its own' : '';
  return { row, message, hint: `indent it by ${blanks(width)}, like the line above it${isField}`, at: 0 };
}

/** `name: value` below a value, and further in than that one’s name. */
function deeperSlip(line: string, next: string, name: string, row: number): LineMistake {
  const { key, value } = valueIn(line) ?? { key: '', value: '' };
  const isPart = fieldOf(key) === 'image' && fieldOf(name) === undefined;
  const hint = isPart
    ? `put ${shown(value)} below ${key}:, too: “${' '.repeat(indentOf(next))}src: ${shown(value)}”`
    : `take the blanks before ${name} out`;
  return { row, message: `this line is indented, and ${key || 'the text'} above it has a value already`, hint, at: 0 };
}

/** What is no field, right below one: the second line of its text, or the beginning of all text. */
function goesOnSlip(line: string, row: number, above: string): LineMistake | undefined {
  if (fieldLine.test(line)) {
    const { key, value } = valueIn(above) ?? { key: '', value: '' };
    if (!line.startsWith('- ') || key === '') return undefined;
    const hint = `put the first on a line of its own below ${key}: too: - ${shown(value)}`;
    return { row, message: `a list cannot stand below a text, and ${key} has one already`, hint, at: 0 };
  }
  const isOpen = /^[\w-]+:(?:[ \t]+[^\s"'[{].*)?\s*$/.test(above);
  const goesOn = isOpen ? 'indent it by two blanks if it goes on with the line above; ' : '';
  const hint = `${goesOn}put a line --- above it if the text begins here`;
  return { row, message: 'this line is no field, and not indented', hint, at: 0 };
}

function shown(text: string): string {
  const rest = text.trim();
  return rest.length > 60 ? '…' : rest;
}

function blanks(count: number): string {
  return count === 1 ? '1 blank' : `${count} blanks`;
}

function indentOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

function isEmpty(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}
