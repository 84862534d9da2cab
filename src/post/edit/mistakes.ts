/**
 * Fixes for mistakes that make YAML invalid, line by line: text with a colon, a missing space, a tab. A fix counts only if
 * the result reads as intended, and the other lines read as they do by themselves.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Edit } from '../../diagnostic.ts';
import { type FieldName, fieldOf, fieldsOf } from '../fields/names.ts';
import { findFences } from '../frontmatter/fences.ts';
import { splitPost } from '../frontmatter/frontMatter.ts';
import type { Mapping } from '../frontmatter/mapping.ts';
import { joinedFields, meantField } from '../frontmatter/mistakes/fieldLines.ts';
import { inferText } from '../frontmatter/valueMistakes.ts';
import { parseYaml } from '../frontmatter/yaml.ts';
import { readablyQuoted } from '../frontmatter/yamlText.ts';
import { isTypo } from '../nearest.ts';
import { type Broken, type FixedText, lineFixes } from './lineFixes.ts';
import { openPost, type TextFix } from './patchText.ts';

/** A line after its fix, what the fix does, and what the line must read as. */
interface FixedLine {
  line: string;
  description: string;
  read?: { key: string; value: unknown };
}

/**
 * The most mistakes that are looked for: YAML is read once for each, so that thousands in 60 KiB would take minutes. Ordinary
 * front matter is allowed hundreds.
 */
function mostMistakes(length: number): number {
  return Math.max(20, Math.floor(600_000 / length));
}

/** The change that makes invalid front matter valid; undefined if there is none, or more than one. */
export function fixMistakes(text: string): TextFix | undefined {
  let after = text;
  let parts = splitPost(text);
  const descriptions = new Set<string>();
  // Once more for what the last of them reveals.
  for (const fix of [...lineFixes, fixFields, ...lineFixes]) {
    const fixed = 'fault' in parts ? fix(after, parts) : undefined;
    if (!fixed) continue;
    after = fixed.text;
    parts = splitPost(after);
    descriptions.add(fixed.description);
  }
  if (after === text || !openPost(after)) return undefined;
  return { edits: editsBetween(text, after), text: after, description: [...descriptions].join(', ') };
}

/** Fixes fields that YAML cannot read as they are written. */
function fixFields(text: string, { fault, source }: Broken): FixedText | undefined {
  if (fault.rule !== 'front-matter-syntax' || !source) return undefined;
  const { yaml } = source;
  const lines = yaml.split('\n');
  const fixed = fixLines(lines);
  if (!fixed || !readsAlike(lines, fixed)) return undefined;
  const start = text.indexOf('\n') + 1;
  const written = lines.map((line, row) => fixed.get(row)?.line ?? line).join('\n');
  const after = text.slice(0, start) + written + text.slice(start + yaml.length);
  // A line that has become a fence would end the front matter.
  const fences = findFences(after);
  if ('rule' in fences || fences.yaml !== written) return undefined;
  const descriptions = new Set([...fixed.values()].map(({ description }) => description));
  return { text: after, description: [...descriptions].join(', ') };
}

/** Fixes one line after another where parsing stops, until it succeeds; by row. */
function fixLines(original: readonly string[]): Map<number, FixedLine> | undefined {
  const lines = [...original];
  const fixed = new Map<number, FixedLine>();
  const most = mostMistakes(lines.join('\n').length);
  for (let round = 0; round < most; round++) {
    // A duplicate key is fixed by itself.
    const parsed = parseYaml(lines.join('\n'), true);
    if ('data' in parsed) return fixed.size > 0 ? fixed : undefined;
    const { place } = parsed.fault;
    if (parsed.fault.rule !== 'front-matter-syntax' || !('line' in place)) return undefined;
    const fixAt = (row: number): FixedLine | undefined => fixLine(lines[row] ?? '', fixed.get(row));
    // Many mistakes are noticed a line later, and some elsewhere.
    const found =
      [place.line - 1, place.line - 2].find(fixAt) ??
      lines.findIndex((line, row) => fixAt(row) && readLines([line]) === undefined);
    if (found === -1) return undefined;
    // Tabs mean something only together, so those of all lines are replaced at once.
    const isTabbed = tabs.test(lines[found] ?? '');
    for (const [row, line] of lines.entries()) {
      const fix = row === found || (isTabbed && tabs.test(line)) ? fixAt(row) : undefined;
      if (!fix) continue;
      lines[row] = fix.line;
      fixed.set(row, fix);
    }
  }
  return undefined;
}

/** An indentation with tabs. */
const tabs = /^ *\t[ \t]*/;

function fixLine(source: string, before: FixedLine | undefined): FixedLine | undefined {
  if (tabs.test(source)) {
    const line = source.replace(tabs, (indent) => indent.replaceAll('\t', '  '));
    return { line, description: 'replace tabs with spaces' };
  }
  const line = source.replace(/\r$/, '');
  const cr = source.slice(line.length);
  const fixed = writeField(line) ?? addQuotes(line);
  return fixed && fixed.description !== before?.description ? { ...fixed, line: fixed.line + cr } : undefined;
}

/** `title:Foo`, `title：Foo`, `title = Foo`, `**title:** Foo` */
function writeField(line: string): FixedLine | undefined {
  const { name, value, before, sign = '' } = meantField(line) ?? {};
  const [, typo = '', rest = ''] = /^([\w-]+)(?::(?=[^\s:/])|[ \t]*：[ \t]*)(\S.*)$/.exec(line) ?? [];
  const isClear =
    name !== undefined && value && /[:：=]/.test(sign) && !before?.startsWith('-') && !/^[/:]/.test(value);
  const key = isClear ? name : typo;
  if (fieldNamed(key) === undefined) return undefined;
  const fixed = `${key}: ${isClear ? value : rest}`;
  const parsed = parseYaml(fixed);
  const isSpace = line.startsWith(`${key}:`);
  const description = isSpace ? `add a space after ${key}:` : `write ${key} as the name of a field`;
  return { line: fixed, description, ...('data' in parsed && { read: { key, value: parsed.data[key] } }) };
}

const lineFields = fieldsOf('line', 'text');

/** `title: Foo: bar`, `title: [Foo] bar`, `title: 'It's'`: surely text, unless a # begins a comment. */
function addQuotes(line: string): FixedLine | undefined {
  const [lead = '', key = ''] = /^([\w-]+):[ \t]+/.exec(line) ?? [];
  const value = line.slice(lead.length).trimEnd();
  const field = fieldNamed(key);
  if (field === undefined || /^(?:$|[|>]|&\S|\{[{%])|\r/.test(value) || /(?:^|\s)#/.test(value)) return undefined;
  // A comma after the closing quote is no part of any value.
  const isSurelyText = lineFields.includes(field) || /^'.*'$|^"[^"\\]*",$/.test(value);
  if (!isSurelyText || joinedFields(key, value)) return undefined;
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

/**
 * Whether the fixed lines read as intended, all others as they do by themselves, and tabs the same at any width; otherwise
 * the fix would be a guess.
 */
function readsAlike(original: readonly string[], fixed: ReadonlyMap<number, FixedLine>): boolean {
  const readWith = (change: (line: string, fix: FixedLine | undefined) => string[]): Mapping | undefined =>
    readLines(original.flatMap((line, row) => change(line, fixed.get(row))));
  const wider = (line: string): string => line.replace(/^[ \t]+/, (indent) => indent.replaceAll('\t', '    '));
  const data = readWith((line, fix) => [fix?.line ?? line]);
  const others = readWith((line, fix) => (fix?.read ? [] : [fix?.line ?? line]));
  const widest = readWith((line, fix) => [fix && !fix.read ? wider(line) : (fix?.line ?? line)]);
  if (!data || !others || !isDeepStrictEqual(data, widest)) return false;
  const expected = [...fixed.values()].flatMap(({ read }) => (read ? [[read.key, read.value] as const] : []));
  if (expected.some(([key]) => Object.hasOwn(others, key))) return false;
  return isDeepStrictEqual(data, { ...others, ...Object.fromEntries(expected) });
}

function readLines(lines: readonly string[]): Mapping | undefined {
  const parsed = parseYaml(lines.join('\n'), true);
  return 'data' in parsed ? parsed.data : undefined;
}

/** The edits from one text to another: in each line only what differs, or one edit if a line was added or removed. */
function editsBetween(before: string, after: string): Edit[] {
  const [old, lines] = [before.split('\n'), after.split('\n')];
  if (old.length !== lines.length) return [editBetween(before, after, 0)];
  let start = 0;
  return old.flatMap((line, row) => {
    const at = start;
    start += line.length + 1;
    return line === lines[row] ? [] : [editBetween(line, lines[row] ?? '', at)];
  });
}

function editBetween(before: string, after: string, start: number): Edit {
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before[same] === after[same]) same++;
  let tail = 0;
  while (tail < most - same && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { start: start + same, end: start + before.length - tail, text: after.slice(same, after.length - tail) };
}
