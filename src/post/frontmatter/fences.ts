/** The fences around front matter, `---` above and below it. */
import type { Fault } from '../../diagnostic.ts';
import { fieldOf } from '../fields/names.ts';
import { invisibleIn, isHiddenFence } from '../invisible.ts';
import { abridge } from '../text.ts';

/** More YAML than this (bytes) is refused. */
export const maxFrontMatter = 64 * 1024;

/** Divides a post's text by its fences into its YAML and, from `bodyStart` on, its body; a fault if one is missing. */
export function findFences(text: string): { yaml: string; bodyStart: number } | Fault {
  const open = /^---[ \t]*\r?(?:\n|$)/.exec(text) ?? /^---[ \t]*ya?ml[ \t]*\r?\n/.exec(text);
  if (!open) return openingFault(text);
  const start = open[0].length;
  // From the line break above the YAML on, as there may be no YAML.
  const close = /\n---[ \t]*\r?(?:\n|$)/.exec(text.slice(start - 1));
  if (!close) return unclosed(text.slice(start));
  const end = start + close.index;
  if (/^\s*$/.test(text.slice(start, end)) && isDoubled(text.slice(end))) {
    const place = { line: text.slice(0, end).split('\n').length, column: 1 };
    return { rule: 'front-matter-syntax', message: 'the opening --- is doubled', hint: 'remove this line', place };
  }
  return { yaml: text.slice(start, end), bodyStart: end - 1 + close[0].length };
}

/** The end of the closing fence in the first bytes of a file; undefined if more of the file is needed to tell. */
export function frontMatterEnd(head: Buffer): number | undefined {
  const start = head[0] === 0xef ? 3 : 0;
  if (head.toString('latin1', start, start + 3) !== '---') return undefined;
  for (let at = head.indexOf('\n---', start); at !== -1; at = head.indexOf('\n---', at + 1)) {
    let end = at + 4;
    while (head[end] === 0x20 || head[end] === 0x09) end++;
    if (head[end] === 0x0d) end++;
    // After no YAML at all, the fields may be below a second fence.
    const isEmpty = at - start < 20 && head.toString('latin1', start, at).trim() === '---';
    if (head[end] === 0x0a && !isEmpty) return end + 1;
  }
  return undefined;
}

/** Whether fields, and a third fence, are below the second one. */
function isDoubled(rest: string): boolean {
  const [, key = ''] = /^---[ \t]*\r?\n\s*([\w-]+)[ \t]*[:：=]/.exec(rest) ?? [];
  return fieldOf(key) !== undefined && /\n---[ \t]*\r?(?:\n|$)/.test(rest.slice(0, maxFrontMatter));
}

/** A line like a closing fence: hyphens and dashes of any kind and number. */
export const nearFence = /^[ \t]{0,3}(?:--|-?[‐‑‒–—−])[-‐‑‒–—−]*[ \t]*\r?$/;

function openingFault(text: string): Fault {
  const place = { line: 1, column: text.startsWith('---') ? 4 : 1 };
  const whole = /^---[ \t]*(\S[^\r\n]*)/.exec(text)?.[1]?.trimEnd() ?? '';
  const rest = whole.replace(/\s+-{2,}$/, '');
  if (/^[\w-]+:(?:\s|$)|^#/.test(rest)) {
    const closed = rest === whole ? '' : ', with another line --- after the last field';
    const hint = `write --- alone, and on a line below it: ${abridge(rest)}${closed}`;
    return { rule: 'front-matter-syntax', message: 'text after the opening ---', hint, place };
  }
  const isHidden = isHiddenFence(text.slice(0, 100).split('\n', 1)[0] ?? '');
  const isLanguage =
    !isHidden && /^---[ \t]*[^\s-]|^(?:\+\+\+|;;;|\{)[ \t]*\r?\n|^\{[ \t]*["']?[\w-]+["']?[ \t]*:/.test(text);
  if (isLanguage) {
    const isData = /^(?:---[ \t]*(?:toml|json)\b|\+\+\+|;;;|\{)/i.test(text);
    const hint = isData
      ? 'write it as YAML between two --- lines; in a Hugo site, run: hugo convert toYAML'
      : 'write --- alone on the first line, then “name: value” lines, then --- again';
    return {
      rule: 'front-matter-language',
      message: 'front matter must be YAML; nothing in it is ever run',
      hint,
      place,
    };
  }
  const { message, hint } = missingFence(text);
  return {
    rule: 'front-matter-missing',
    message: `no front matter: ${message}`,
    hint: hint ?? 'begin the file with a --- line, then title: "…" and date: 2024-05-14, then another --- line',
    place: { line: 1, column: 1 },
  };
}

/** What stands in place of the opening fence; the hint only if it resembles one. */
function missingFence(text: string): { message: string; hint?: string } {
  if (text.trim() === '') return { message: 'the file is empty' };
  const first = text.slice(0, 100).split('\n', 1)[0] ?? '';
  if (isHiddenFence(first)) {
    return { message: `${invisibleIn(first)} beside the first ---`, hint: 'replace the first line with ---' };
  }
  if (/^\s+---[ \t]*\r?\n/.test(text)) {
    return { message: 'whitespace before the first ---', hint: 'remove everything before the first ---' };
  }
  const hint = 'replace the first line with ---';
  const hyphens = /^-+(?=[ \t]*\r?\n)/.exec(text)?.[0].length;
  if (hyphens !== undefined) {
    const count = ['one', 'two'][hyphens - 1] ?? 'more';
    return { message: `the first line must be three hyphens, not ${count}`, hint };
  }
  if (/^[—–][-—–]*[ \t]*\r?\n/.test(text)) return { message: 'the first line is a dash, not three hyphens', hint };
  return missingOpening(text) ?? textAbove(text) ?? { message: 'the first line is not ---' };
}

/** Front matter that does not begin the file: below a heading, or as a block of code. */
function textAbove(text: string): { message: string; hint: string } | undefined {
  const lines = text.slice(0, maxFrontMatter).split(/\r?\n/);
  const row = lines.findIndex((line) => /^---[ \t]*$/.test(line));
  const isAbove = row > 0 && row < 30 && isField(lines.slice(row + 1).find((line) => line.trim() !== '') ?? '');
  if (/^(?:```|~~~)/.test(lines[0] ?? '')) {
    const end = lines.findIndex((line, at) => at > 0 && line.startsWith(lines[0]?.slice(0, 3) ?? ''));
    if (end === -1) return undefined;
    const message = 'it is a block of code';
    if (isAbove && row < end) return { message, hint: `remove lines 1 and ${end + 1}, the marks of the block` };
    return isField(lines[1] ?? '') ? { message, hint: `replace lines 1 and ${end + 1} with ---` } : undefined;
  }
  if (!isAbove) return undefined;
  return {
    message: 'text above the first ---',
    hint: `move what is above line ${row + 1} to the text below, or remove it`,
  };
}

/** The hint for fields without a fence above them, as Hexo writes them, or without any. */
function missingOpening(text: string): { message: string; hint: string } | undefined {
  const lines = text.slice(0, maxFrontMatter).split(/\r?\n/);
  const first = lines.findIndex((line) => line.trim() !== '');
  const end = lines.findIndex(
    (line, row) => row >= first && !/^(?:[\w-]+[ \t]*[:：=]|[ \t]+\S|[-*•–] ?[^-\s]|#)/.test(line),
  );
  // Other tools read fields that this one does not, such as `layout`.
  if (
    !/^[\w-]+[ \t]*[:：=]/.test(lines[first] ?? '') ||
    !lines.slice(first, end === -1 ? undefined : end).some(isField)
  ) {
    return undefined;
  }
  if (/^---[ \t]*$/.test(lines[end] ?? '')) {
    return { message: 'the opening --- is missing', hint: 'add a --- line above the first line' };
  }
  const last = end === -1 ? lines.length : end;
  const hint = `add a --- line above the first line, and another below line ${last}, the last field`;
  return { message: 'the --- lines above and below the fields are missing', hint };
}

function isField(line: string): boolean {
  return fieldOf(/^([\w-]+)[ \t]*[:：=](?!\/\/)/.exec(line)?.[1] ?? '') !== undefined;
}

function unclosed(rest: string): Fault {
  const fault = (reason: string, hint: string): Fault => ({
    rule: 'front-matter-unclosed',
    message: `missing closing ---${reason}`,
    hint,
    place: { line: 1, column: 1 },
  });
  if (/(?:^|\n)\.\.\.[ \t]*\r?(?:\n|$)/.test(rest)) {
    return fault(': ... does not close front matter', 'replace the ... line with ---');
  }
  const line = nearFenceLine(rest) ?? rowOfMarks(rest);
  if (line === undefined) return fault('', 'add a --- line after the last field');
  const found = rest.split('\n', line)[line - 2] ?? '';
  if (/^---+[ \t]+[^-\s]/.test(found)) {
    return fault(`: line ${line} has text after it`, `write --- alone on line ${line}, and the text below it`);
  }
  const name = invisibleIn(found);
  return fault(`: line ${line} ${name ? `contains ${name}` : 'is not exactly ---'}`, `change line ${line} to ---`);
}

/** The line of the file that resembles a closing fence. A line of dashes below text makes that a heading. */
function nearFenceLine(rest: string): number | undefined {
  const lines = rest.slice(0, maxFrontMatter).split('\n');
  const row = lines.findIndex((line) => nearFence.test(line) || isHiddenFence(line));
  const isBelowText = /^(?![\w-]+[ \t]*:)[^\s#-]/.test(lines[row - 1] ?? '');
  return row === -1 || isBelowText ? undefined : row + 2;
}

/** The line of the file that follows the fields with a row of other marks, `===` or `***`, or with text after its hyphens. */
function rowOfMarks(rest: string): number | undefined {
  const lines = rest.slice(0, maxFrontMatter).split('\n');
  const row = lines.findIndex((line) => !/^(?:[\w-]+[ \t]*:|[ \t]|- [^-]|#|\r?$)/.test(line));
  const isFence = /^(?:([*_=~+])\1{2,}|-(?: ?-){2,}|---+[ \t]+[^-\s].*)[ \t]*\r?$/.test(lines[row] ?? '');
  return isFence ? row + 2 : undefined;
}
