/**
 * Slips for which YAML cannot be read at all, mended line by line: a text with a colon, a missing blank, a tab. Nothing is
 * believed until the whole reads as it should, and the lines that were left alone as they do by themselves.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Edit } from '../../diagnostic.ts';
import { type FieldName, fieldOf, fieldsOf } from '../fields/names.ts';
import { splitPost } from '../frontmatter/frontMatter.ts';
import type { Mapping } from '../frontmatter/mapping.ts';
import { inferText } from '../frontmatter/valueMistakes.ts';
import { parseYaml } from '../frontmatter/yaml.ts';
import { readablyQuoted } from '../frontmatter/yamlText.ts';
import { isTypo as isMisspelt } from '../misspelt.ts';
import { applyPatch, type Change, openPost } from './patchText.ts';

/** A mended line: what it became, why, and what it must read as. */
interface Mended {
  line: string;
  description: string;
  read?: { key: string; value: unknown };
}

export interface MistakeFix extends Change {
  description: string;
}

/** More slips than this in one post are no slips. */
const mostSlips = 20;

/** The change that makes front matter with slips readable; undefined where there is none, or more than one. */
export function fixMistakes(text: string): MistakeFix | undefined {
  const parts = splitPost(text);
  if (!('fault' in parts)) return undefined;
  const { rule } = parts.fault;
  if (rule === 'front-matter-missing') return cutBlanksBefore(text);
  if (rule !== 'front-matter-syntax' || !parts.source) return undefined;
  const { yaml } = parts.source;
  const lines = yaml.split('\n');
  const mended = mendLines(lines);
  if (!mended || !readsAlike(lines, mended)) return undefined;
  const edits = editsOf(lines, mended, text.indexOf('\n') + 1);
  const after = applyPatch(text, edits);
  // A line that became a fence would end the front matter.
  if (openPost(after)?.yaml !== lines.map((line, row) => mended.get(row)?.line ?? line).join('\n')) return undefined;
  const descriptions = new Set([...mended.values()].map(({ description }) => description));
  return { edits, text: after, description: [...descriptions].join(', ') };
}

/** Blanks and empty lines before the first fence. They are a slip where fields follow, of which one is a title. */
function cutBlanksBefore(text: string): MistakeFix | undefined {
  const end = /^\s+(?=---[ \t]*\r?\n)/.exec(text)?.[0].length ?? 0;
  const after = text.slice(end);
  if (end === 0 || !Object.hasOwn(openPost(after)?.data ?? {}, 'title')) return undefined;
  return {
    edits: [{ start: 0, end, text: '' }],
    text: after,
    description: 'cut what stands before the front matter',
  };
}

/** Mends line after line where reading stops, until it does not. By row. */
function mendLines(original: readonly string[]): Map<number, Mended> | undefined {
  const lines = [...original];
  const mended = new Map<number, Mended>();
  for (let round = 0; round < mostSlips; round++) {
    const parsed = parseYaml(lines.join('\n'), 1);
    if ('data' in parsed) return mended.size > 0 ? mended : undefined;
    const { place } = parsed.fault;
    if (parsed.fault.rule !== 'front-matter-syntax' || !('line' in place)) return undefined;
    // A slip is often noticed only at the next line; and where two readers disagree, somewhere else.
    const near = [place.line - 1, place.line - 2];
    const isTypo = (at: number): boolean => mendLine(lines[at] ?? '', mended.get(at)) !== undefined;
    const row =
      near.find(isTypo) ?? [...lines.keys()].find((at) => isTypo(at) && readLines([lines[at] ?? '']) === undefined);
    const next = row === undefined ? undefined : mendLine(lines[row] ?? '', mended.get(row));
    if (row === undefined || !next) return undefined;
    if (/^[ ]*\t/.test(lines[row] ?? '')) mendTabs(lines, mended);
    else {
      lines[row] = next.line;
      mended.set(row, next);
    }
  }
  return undefined;
}

function mendLine(whole: string, before: Mended | undefined): Mended | undefined {
  if (/^[ ]*\t/.test(whole)) return before ? undefined : { line: whole.replaceAll('\t', '  '), description: '' };
  const line = whole.replace(/\r$/, '');
  const cr = whole.slice(line.length);
  const mended = addBlank(line) ?? addQuotes(line);
  return mended && mended.description !== before?.description ? { ...mended, line: mended.line + cr } : undefined;
}

/** `title:Foo`, `title：Foo` */
function addBlank(line: string): Mended | undefined {
  const [, key = '', rest = ''] = /^([\w-]+)(?::(?=[^\s:/])|[ \t]*：[ \t]*)(\S.*)$/.exec(line) ?? [];
  if (fieldNamed(key) === undefined) return undefined;
  const mended = `${key}: ${rest}`;
  const parsed = parseYaml(mended, 1);
  const description = `put a colon and a blank behind ${key}`;
  return { line: mended, description, ...('data' in parsed && { read: { key, value: parsed.data[key] } }) };
}

const lineFields = fieldsOf('line', 'text');

/** `title: Foo: bar`, `title: [Foo] bar`, `title: 'It's'`: a text, whatever it begins with. A # may begin a comment. */
function addQuotes(line: string): Mended | undefined {
  const [lead = '', key = ''] = /^([\w-]+):[ \t]+/.exec(line) ?? [];
  const value = line.slice(lead.length).trimEnd();
  const field = fieldNamed(key);
  if (field === undefined || /^(?:$|[|>]|&\S|\{[{%])|\r/.test(value) || /(?:^|\s)#/.test(value)) return undefined;
  if (!lineFields.includes(field) && !/^'.*'$/.test(value)) return undefined;
  // What is opened here and not closed may go on below; what begins and ends with brackets may have been meant so.
  const closer = { '"': '"', "'": "'", '[': ']', '{': '}' }[value[0] ?? ''];
  if (closer !== undefined && !value.includes(closer, 1)) return undefined;
  const { text, sure } = inferText(value);
  if (!sure || (/^[[{]/.test(value) && value.endsWith(closer ?? ''))) return undefined;
  const description = `put the ${field} in quotes`;
  const end = line.slice(lead.length + value.length);
  return { line: lead + readablyQuoted(text) + end, description, read: { key, value: text } };
}

/** The field of a name, or of one that only a slip keeps from being it. */
function fieldNamed(key: string): FieldName | undefined {
  return fieldOf(key) ?? lineFields.find((field) => key !== '' && isMisspelt(key, field));
}

/** Every tab that indents becomes two blanks, in all lines alike. */
function mendTabs(lines: string[], mended: Map<number, Mended>): void {
  for (const [row, line] of lines.entries()) {
    const indent = /^[ ]*\t[ \t]*/.exec(line)?.[0] ?? '';
    if (indent === '') continue;
    const widened = indent.replaceAll('\t', '  ') + line.slice(indent.length);
    lines[row] = widened;
    mended.set(row, { line: widened, description: 'put blanks for tabs' });
  }
}

/**
 * Whether the mended lines read as meant, all others as they do without them, and tabs the same at any width: else it was
 * a guess.
 */
function readsAlike(original: readonly string[], mended: ReadonlyMap<number, Mended>): boolean {
  const data = readLines(original.map((line, row) => mended.get(row)?.line ?? line));
  const others = readLines(
    original.flatMap((line, row) => {
      const change = mended.get(row);
      return change === undefined ? [line] : change.read ? [] : [change.line];
    }),
  );
  const wider = readLines(
    original.map((line, row) => {
      const change = mended.get(row);
      return change && !change.read
        ? line.replace(/^[ \t]+/, (indent) => indent.replaceAll('\t', '    '))
        : (change?.line ?? line);
    }),
  );
  if (!data || !others || !isDeepStrictEqual(data, wider)) return false;
  const expected = [...mended.values()].flatMap(({ read }) => (read ? [[read.key, read.value] as const] : []));
  if (expected.some(([key]) => Object.hasOwn(others, key))) return false;
  return isDeepStrictEqual(data, { ...others, ...Object.fromEntries(expected) });
}

function readLines(lines: readonly string[]): Mapping | undefined {
  const parsed = parseYaml(lines.join('\n'), 1);
  return 'data' in parsed ? parsed.data : undefined;
}

/** Of each line, only what is different. */
function editsOf(original: readonly string[], mended: ReadonlyMap<number, Mended>, start: number): Edit[] {
  const edits: Edit[] = [];
  let at = start;
  for (const [row, line] of original.entries()) {
    const after = mended.get(row)?.line;
    if (after !== undefined) {
      let same = 0;
      while (same < line.length && line[same] === after[same]) same++;
      let tail = 0;
      while (tail < line.length - same && tail < after.length - same && line.at(-1 - tail) === after.at(-1 - tail))
        tail++;
      edits.push({ start: at + same, end: at + line.length - tail, text: after.slice(same, after.length - tail) });
    }
    at += line.length + 1;
  }
  return edits;
}
