/** The fences around front matter, `---` above and below it. */
import type { Fault } from '../../diagnostic.ts';

/** More YAML than this (bytes) is refused. */
export const maxFrontMatter = 64 * 1024;

/** A post's text, divided by its fences. */
export interface Fences {
  /** The YAML between the fences, its last line break included. */
  yaml: string;
  /** The offset of the body. */
  bodyStart: number;
}

/** Divides a post's text by its fences; a fault if one is missing. */
export function findFences(text: string): Fences | Fault {
  const open = /^---[ \t]*\r?(?:\n|$)/.exec(text) ?? /^---[ \t]*ya?ml[ \t]*\r?\n/.exec(text);
  if (!open) return openingFault(text);
  const start = open[0].length;
  for (let at = text.indexOf('\n---', start - 1); at !== -1; at = text.indexOf('\n---', at + 1)) {
    const end = fenceEnd(text, at + 4);
    if (end !== undefined) return { yaml: text.slice(start, at + 1), bodyStart: end };
  }
  return unclosed(text.slice(start));
}

/** Where the line ends whose rest, from `start` on, is only spaces and tabs; undefined if there is more in it. */
function fenceEnd(text: string, start: number): number | undefined {
  let at = start;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
  if (text.charCodeAt(at) === 13) at++;
  if (at === text.length) return at;
  return text.charCodeAt(at) === 10 ? at + 1 : undefined;
}

/** The end of the closing fence in the first bytes of a file; undefined if more of the file is needed to tell. */
export function frontMatterEnd(head: Buffer): number | undefined {
  const start = head[0] === 0xef ? 3 : 0;
  if (head.toString('latin1', start, start + 3) !== '---') return undefined;
  for (let at = head.indexOf('\n---', start); at !== -1; at = head.indexOf('\n---', at + 1)) {
    let end = at + 4;
    while (head[end] === 0x20 || head[end] === 0x09) end++;
    if (head[end] === 0x0d) end++;
    if (head[end] === 0x0a) return end + 1;
  }
  return undefined;
}

/** A line like a closing fence: hyphens and dashes of any kind and number. */
export const nearFence = /^[ \t]{0,3}(?:--|-?[‐‑‒–—−])[-‐‑‒–—−]*[ \t]*\r?$/;

function openingFault(text: string): Fault {
  const language = /^---[ \t]*([^\s-][^\n]*)/.exec(text)?.[1] ?? /^(?:\+\+\+|\{)(?=[ \t]*\r?\n)/.exec(text)?.[0];
  if (language !== undefined) {
    return {
      rule: 'front-matter-language',
      message: 'front matter must be YAML; nothing in it is ever run',
      hint: 'write --- alone on the first line, then “name: value” lines, then --- again',
      place: { line: 1, column: text.startsWith('---') ? 4 : 1 },
    };
  }
  const { message, hint } = missingFence(text);
  return {
    rule: 'front-matter-missing',
    message: `no front matter: ${message}`,
    hint: hint ?? 'begin the file with a line ---, then title: "…" and date: YYYY-MM-DD, then another line ---',
    place: { line: 1, column: 1 },
  };
}

/** What stands in place of the opening fence; the hint only if it resembles one. */
function missingFence(text: string): { message: string; hint?: string } {
  if (text.trim() === '') return { message: 'the file is empty' };
  if (/^\s+---[ \t]*\r?\n/.test(text)) {
    return { message: 'whitespace before the first ---', hint: 'remove everything before the first ---' };
  }
  const hint = 'replace the first line with ---';
  const [hyphens] = /^-+(?=[ \t]*\r?\n)/.exec(text) ?? [];
  if (hyphens !== undefined) {
    const count = hyphens.length === 1 ? 'one' : hyphens.length === 2 ? 'two' : 'more';
    return { message: `the first line must be three hyphens, not ${count}`, hint };
  }
  if (/^[—–][-—–]*[ \t]*\r?\n/.test(text)) return { message: 'the first line is a dash, not three hyphens', hint };
  return { message: 'the first line is not ---' };
}

function unclosed(rest: string): Fault {
  const message = 'missing closing ---';
  const line = nearFenceLine(rest);
  const place = { line: 1, column: 1 };
  const rule = 'front-matter-unclosed';
  if (/(?:^|\n)\.\.\.[ \t]*\r?(?:\n|$)/.test(rest)) {
    return {
      rule,
      message: `${message}: ... does not close front matter`,
      hint: 'replace the line ... with ---',
      place,
    };
  }
  if (line === undefined) return { rule, message, hint: 'add a line --- after the last field', place };
  return { rule, message: `${message}: line ${line} is not exactly ---`, hint: `change line ${line} to ---`, place };
}

/** The line of the file that resembles a closing fence. A line of dashes below text makes that a heading. */
function nearFenceLine(rest: string): number | undefined {
  const lines = rest.slice(0, maxFrontMatter).split('\n');
  const row = lines.findIndex((line) => nearFence.test(line));
  const isBelowText = /^(?![\w-]+[ \t]*:)[^\s#-]/.test(lines[row - 1] ?? '');
  return row === -1 || isBelowText ? undefined : row + 2;
}
