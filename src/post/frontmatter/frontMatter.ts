/** A post's text → front matter and body. The only file that knows gray-matter. Spec section 2. */
import { createRequire } from 'node:module';
import type { Fault } from '../../diagnostic.ts';
import { detached } from '../text.ts';
import { oddFence } from './lineMistakes.ts';
import type { YamlSource } from './locate.ts';
import type { Mapping } from './mapping.ts';
import { readPlainYaml } from './plainYaml.ts';
import { parseYaml } from './yaml.ts';

const load = createRequire(import.meta.url);

/** More YAML than this (bytes) is refused. */
export const maxFrontMatter = 64 * 1024;

export interface FrontMatter extends YamlSource {
  data: Mapping;
  /** Whether the YAML is of the plain kind: nothing in it is other than it looks. */
  isPlain: boolean;
  body: string;
  /** The line of the file on which the body begins, 1-based. */
  bodyLine: number;
}

/** The fences of a post: offsets in its text. */
interface Fences {
  /** The YAML between the fences, its last line break included. */
  yaml: string;
  /** Where the body begins. */
  bodyStart: number;
}

/**
 * Splits a post into its front matter, as plain data, and its body.
 * A fault that hides only the data still tells where the YAML stands (`source`).
 */
export function splitPost(text: string): FrontMatter | { fault: Fault; source?: YamlSource } {
  const fences = findFences(text);
  if ('rule' in fences) return { fault: fences };
  const { bodyStart } = fences;
  // What is kept of a post is cut from its YAML, and must not keep a text that is far longer.
  const yaml = text.length > 2 * bodyStart ? detached(fences.yaml) : fences.yaml;
  const source = { yaml, line: 2 };
  // A character takes three bytes at most.
  if (yaml.length * 3 > maxFrontMatter && Buffer.byteLength(yaml) > maxFrontMatter) return { fault: tooLarge };
  const body = text.slice(bodyStart);
  const bodyLine = 3 + countLines(yaml);
  const plain = readPlainYaml(yaml);
  if (plain) return { yaml, line: 2, data: plain, isPlain: true, body, bodyLine };
  let parsed = { data: {} } as ReturnType<typeof parseYaml>;
  const read = (): Mapping => {
    parsed = parseYaml(yaml, source.line);
    return 'data' in parsed ? parsed.data : {};
  };
  // Loaded for the first post that is not of the plain kind.
  const matter: typeof import('gray-matter') = load('gray-matter');
  // gray-matter executes `---js` unless every engine but YAML is taken away; findFences has refused that already.
  // With an options argument it neither caches nor shares. It looks for comments with an expression that is
  // quadratic in blank lines, so long runs of them are folded for it, while `read` has the text as it is.
  const folded = `---\n${yaml.replace(/\s{256,}/g, '\n')}---\n`;
  matter(folded, { language: 'yaml', engines: { yaml: read, json: refuse, javascript: refuse, js: refuse } });
  if ('fault' in parsed) return { fault: parsed.fault, source };
  return { ...source, data: parsed.data, isPlain: false, body, bodyLine };
}

/** A post's front matter with its fences, and its body, as `splitPost` gives it; undefined where there is none. */
export function cutPost(text: string): { head: string; body: string } | undefined {
  const fences = findFences(text);
  if ('rule' in fences) return undefined;
  return { head: text.slice(0, fences.bodyStart), body: text.slice(fences.bodyStart) };
}

function refuse(): never {
  throw new Error('only YAML is read');
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/**
 * Where front matter ends in the beginning of a file, its closing fence included; undefined when more of the file is
 * needed to tell.
 */
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

function findFences(text: string): Fences | Fault {
  const open = /^---[ \t]*\r?(?:\n|$)/.exec(text) ?? /^---[ \t]*ya?ml[ \t]*\r?\n/.exec(text);
  if (!open) return openingFault(text);
  const start = open[0].length;
  for (let at = text.indexOf('\n---', start - 1); at !== -1; at = text.indexOf('\n---', at + 1)) {
    const end = fenceEnd(text, at + 4);
    if (end !== undefined) return { yaml: text.slice(start, at + 1), bodyStart: end };
  }
  return unclosed(text.slice(start));
}

/** Where a line ends that has only blanks from `start` on, in LF, CRLF or the end of the text; else undefined. */
function fenceEnd(text: string, start: number): number | undefined {
  let at = start;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
  if (text.charCodeAt(at) === 13) at++;
  if (at === text.length) return at;
  return text.charCodeAt(at) === 10 ? at + 1 : undefined;
}

function openingFault(text: string): Fault {
  const language = /^---[ \t]*([^\s-][^\n]*)/.exec(text)?.[1] ?? /^(?:\+\+\+|\{)(?=[ \t]*\r?\n)/.exec(text)?.[0];
  if (language !== undefined) {
    const column = text.startsWith('---') ? 4 : 1;
    return {
      rule: 'front-matter-language',
      message: 'front matter is read as YAML only, and nothing in it is ever run',
      hint: 'write --- alone on the first line, then “name: value” lines, then --- again',
      place: { line: 1, column },
    };
  }
  const { message, hint } = missingFence(text);
  return {
    rule: 'front-matter-missing',
    message: `no front matter: ${message}`,
    hint: hint ?? 'begin the file with a line ---, then title: "…" and date: YYYY-MM-DD, then a line --- again',
    place: { line: 1, column: 1 },
  };
}

/** What stands where the opening fence should, and what to do about that; without a hint nothing like one is there. */
function missingFence(text: string): { message: string; hint?: string } {
  if (text.trim() === '') return { message: 'the file is empty' };
  if (/^\s+---[ \t]*\r?\n/.test(text)) {
    const message = 'there is a blank or an empty line before the first ---';
    return { message, hint: 'take out what stands before the first ---' };
  }
  const hint = 'write --- in the first line, in place of what is there';
  const hyphens = /^-{1,2}(?=[ \t]*\r?\n)/.exec(text)?.[0].length;
  if (hyphens !== undefined) {
    const found = hyphens === 1 ? 'one hyphen' : 'two hyphens';
    return { message: `its first line has ${found}, and three are needed`, hint };
  }
  if (/^-{4,}[ \t]*\r?\n/.test(text)) return { message: 'its first line must be exactly three hyphens', hint };
  if (/^[—–][-—–]*[ \t]*\r?\n/.test(text)) {
    return { message: 'the first line has a dash where three hyphens belong', hint };
  }
  return { message: 'the first line is not ---' };
}

function unclosed(rest: string): Fault {
  const dots = /(?:^|\n)\.\.\.[ \t]*\r?(?:\n|$)/.test(rest) ? '; it is closed by ---, not by ...' : '';
  const line = dots === '' ? oddFenceLine(rest) : undefined;
  return {
    rule: 'front-matter-unclosed',
    message: `the front matter is opened here and never closed${line ? `: line ${line} is not exactly ---` : dots}`,
    hint: line ? `write exactly three hyphens in line ${line}` : 'put a line --- after the last field',
    place: { line: 1, column: 1 },
  };
}

/** The line of the file that was meant as closing fence. A line of dashes below a text makes that a heading. */
function oddFenceLine(rest: string): number | undefined {
  const lines = rest.slice(0, maxFrontMatter).split('\n');
  const row = lines.findIndex((line) => oddFence.test(line));
  const isBelowText = /^(?![\w-]+[ \t]*:)[^\s#-]/.test(lines[row - 1] ?? '');
  return row === -1 || isBelowText ? undefined : row + 2;
}

const tooLarge: Fault = {
  rule: 'front-matter-too-large',
  message: 'the front matter is larger than 64 KiB',
  hint: 'move the text below the second ---',
  place: { line: 1, column: 1 },
};
