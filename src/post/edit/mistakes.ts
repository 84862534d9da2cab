/**
 * Fixes for mistakes that make YAML invalid, line by line: text with a colon, a missing space, a tab. A fix counts only if
 * the result reads as intended, and the other lines read as they do by themselves.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Edit } from '../../diagnostic.ts';
import { type FieldName, fieldOf, fieldsOf } from '../fields/names.ts';
import { splitPost } from '../frontmatter/frontMatter.ts';
import type { Mapping } from '../frontmatter/mapping.ts';
import { inferText } from '../frontmatter/valueMistakes.ts';
import { parseYaml } from '../frontmatter/yaml.ts';
import { readablyQuoted } from '../frontmatter/yamlText.ts';
import { isTypo } from '../nearest.ts';
import { applyPatch, type Change, openPost } from './patchText.ts';

/** A line after its fix, what the fix does, and what the line must read as. */
interface FixedLine {
  line: string;
  description: string;
  read?: { key: string; value: unknown };
}

export interface MistakeFix extends Change {
  description: string;
}

/** With more mistakes than this, the text is probably not meant as fields. */
const mostMistakes = 20;

/** The change that makes invalid front matter valid; undefined if there is none, or more than one. */
export function fixMistakes(text: string): MistakeFix | undefined {
  const parts = splitPost(text);
  if (!('fault' in parts)) return undefined;
  const { rule } = parts.fault;
  if (rule === 'front-matter-missing') return cutWhitespaceBefore(text);
  if (rule !== 'front-matter-syntax' || !parts.source) return undefined;
  const { yaml } = parts.source;
  const lines = yaml.split('\n');
  const fixed = fixLines(lines);
  if (!fixed || !readsAlike(lines, fixed)) return undefined;
  const edits = editsOf(lines, fixed, text.indexOf('\n') + 1);
  const after = applyPatch(text, edits);
  // A line that has become a fence would end the front matter.
  if (openPost(after)?.yaml !== lines.map((line, row) => fixed.get(row)?.line ?? line).join('\n')) return undefined;
  const descriptions = new Set([...fixed.values()].map(({ description }) => description));
  return { edits, text: after, description: [...descriptions].join(', ') };
}

/** Cuts whitespace before the first fence, if fields follow and one is a title. */
function cutWhitespaceBefore(text: string): MistakeFix | undefined {
  const end = /^\s+(?=---[ \t]*\r?\n)/.exec(text)?.[0].length ?? 0;
  const after = text.slice(end);
  if (end === 0 || !Object.hasOwn(openPost(after)?.data ?? {}, 'title')) return undefined;
  return {
    edits: [{ start: 0, end, text: '' }],
    text: after,
    description: 'remove the whitespace before the front matter',
  };
}

/** Fixes one line after another where parsing stops, until it succeeds; by row. */
function fixLines(original: readonly string[]): Map<number, FixedLine> | undefined {
  const lines = [...original];
  const fixed = new Map<number, FixedLine>();
  for (let round = 0; round < mostMistakes; round++) {
    const parsed = parseYaml(lines.join('\n'));
    if ('data' in parsed) return fixed.size > 0 ? fixed : undefined;
    const { place } = parsed.fault;
    if (parsed.fault.rule !== 'front-matter-syntax' || !('line' in place)) return undefined;
    // Many mistakes are noticed a line later, and some elsewhere.
    const near = [place.line - 1, place.line - 2];
    const isFixable = (at: number): boolean => fixLine(lines[at] ?? '', fixed.get(at)) !== undefined;
    const row =
      near.find(isFixable) ??
      [...lines.keys()].find((at) => isFixable(at) && readLines([lines[at] ?? '']) === undefined);
    const next = row === undefined ? undefined : fixLine(lines[row] ?? '', fixed.get(row));
    if (row === undefined || !next) return undefined;
    if (/^[ ]*\t/.test(lines[row] ?? '')) fixTabs(lines, fixed);
    else {
      lines[row] = next.line;
      fixed.set(row, next);
    }
  }
  return undefined;
}

function fixLine(source: string, before: FixedLine | undefined): FixedLine | undefined {
  if (/^[ ]*\t/.test(source)) return before ? undefined : { line: source.replaceAll('\t', '  '), description: '' };
  const line = source.replace(/\r$/, '');
  const cr = source.slice(line.length);
  const fixed = addSpace(line) ?? addQuotes(line);
  return fixed && fixed.description !== before?.description ? { ...fixed, line: fixed.line + cr } : undefined;
}

/** `title:Foo`, `title：Foo` */
function addSpace(line: string): FixedLine | undefined {
  const [, key = '', rest = ''] = /^([\w-]+)(?::(?=[^\s:/])|[ \t]*：[ \t]*)(\S.*)$/.exec(line) ?? [];
  if (fieldNamed(key) === undefined) return undefined;
  const fixed = `${key}: ${rest}`;
  const parsed = parseYaml(fixed);
  const description = `add a colon and a space after ${key}`;
  return { line: fixed, description, ...('data' in parsed && { read: { key, value: parsed.data[key] } }) };
}

const lineFields = fieldsOf('line', 'text');

/** `title: Foo: bar`, `title: [Foo] bar`, `title: 'It's'`: surely text, unless a # begins a comment. */
function addQuotes(line: string): FixedLine | undefined {
  const [lead = '', key = ''] = /^([\w-]+):[ \t]+/.exec(line) ?? [];
  const value = line.slice(lead.length).trimEnd();
  const field = fieldNamed(key);
  if (field === undefined || /^(?:$|[|>]|&\S|\{[{%])|\r/.test(value) || /(?:^|\s)#/.test(value)) return undefined;
  if (!lineFields.includes(field) && !/^'.*'$/.test(value)) return undefined;
  // What is not closed here may continue below; what is in brackets may be meant as a list or mapping.
  const closer = { '"': '"', "'": "'", '[': ']', '{': '}' }[value[0] ?? ''];
  if (closer !== undefined && !value.includes(closer, 1)) return undefined;
  const { text, sure } = inferText(value);
  if (!sure || (/^[[{]/.test(value) && value.endsWith(closer ?? ''))) return undefined;
  const description = `put the ${field} in quotes`;
  const end = line.slice(lead.length + value.length);
  return { line: lead + readablyQuoted(text) + end, description, read: { key, value: text } };
}

/** The field of a name or of a typo of it. */
function fieldNamed(key: string): FieldName | undefined {
  return fieldOf(key) ?? lineFields.find((field) => key !== '' && isTypo(key, field));
}

/** Replaces each tab of an indentation by two spaces, in all lines. */
function fixTabs(lines: string[], fixed: Map<number, FixedLine>): void {
  for (const [row, line] of lines.entries()) {
    const indent = /^[ ]*\t[ \t]*/.exec(line)?.[0] ?? '';
    if (indent === '') continue;
    const widened = indent.replaceAll('\t', '  ') + line.slice(indent.length);
    lines[row] = widened;
    fixed.set(row, { line: widened, description: 'replace tabs with spaces' });
  }
}

/**
 * Whether the fixed lines read as intended, all others as they do by themselves, and tabs the same at any width; otherwise
 * the fix would be a guess.
 */
function readsAlike(original: readonly string[], fixed: ReadonlyMap<number, FixedLine>): boolean {
  const data = readLines(original.map((line, row) => fixed.get(row)?.line ?? line));
  const others = readLines(
    original.flatMap((line, row) => {
      const change = fixed.get(row);
      return change === undefined ? [line] : change.read ? [] : [change.line];
    }),
  );
  const wider = readLines(
    original.map((line, row) => {
      const change = fixed.get(row);
      return change && !change.read
        ? line.replace(/^[ \t]+/, (indent) => indent.replaceAll('\t', '    '))
        : (change?.line ?? line);
    }),
  );
  if (!data || !others || !isDeepStrictEqual(data, wider)) return false;
  const expected = [...fixed.values()].flatMap(({ read }) => (read ? [[read.key, read.value] as const] : []));
  if (expected.some(([key]) => Object.hasOwn(others, key))) return false;
  return isDeepStrictEqual(data, { ...others, ...Object.fromEntries(expected) });
}

function readLines(lines: readonly string[]): Mapping | undefined {
  const parsed = parseYaml(lines.join('\n'));
  return 'data' in parsed ? parsed.data : undefined;
}

/** The edits (offsets in the post's text) from one set of lines to the other: in each line, only what differs. */
function editsOf(original: readonly string[], fixed: ReadonlyMap<number, FixedLine>, start: number): Edit[] {
  const edits: Edit[] = [];
  let at = start;
  for (const [row, line] of original.entries()) {
    const after = fixed.get(row)?.line;
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
