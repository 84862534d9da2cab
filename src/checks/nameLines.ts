/** Names that YAML does not read as they look: lines that it folds into one name, a hyphen without a space. */
import type { Fault, Path } from '../diagnostic.ts';
import { fieldOf, fieldsOf } from '../post/fields/names.ts';
import { isMapping, type Mapping } from '../post/frontmatter/mapping.ts';
import { bulletItem, bulletMistake } from '../post/frontmatter/mistakes/listLines.ts';
import { cleanName, invisibleIn } from '../post/invisible.ts';
import { abridge } from '../post/text.ts';

const lists: readonly (string | undefined)[] = fieldsOf('names', 'people');

/** Warnings about names that are valid YAML but surely not what the author meant. */
export function checkNameLines(data: Mapping, yaml: string): Fault[] {
  const names = Object.entries(data)
    .filter(([key]) => lists.includes(fieldOf(key)))
    .flatMap(([key, value]): [Path, unknown][] =>
      Array.isArray(value) ? value.map((one, index) => [[key, index], one]) : [[[key], value]],
    );
  if (!names.some(([, name]) => typeof name === 'string' && /[ -]/.test(name))) return [];
  const lines = yaml.matchAll(/^[ \t]*(?:- |[\w-]+:)([^\r\n]*)\r?\n(?=[ \t]+(-[^\r\n]*))/gm);
  const folded = new Set(Array.from(lines, ([, first = '', second = '']) => `${first.trim()} ${second.trim()}`));
  const isDashed = /^[ \t]+-\p{L}/mu.test(yaml);
  return names.flatMap(([path, name]): Fault[] => {
    if (typeof name !== 'string') return [];
    const warning = { rule: 'field-type', level: 'warn', place: { path } } as const;
    const below = path.length === 1 ? linesBelow(String(path[0]), yaml) : [];
    if (below.length > 0) return [{ ...warning, ...listMistake(below) }];
    if (folded.has(name.split(' - ', 2).join(' - '))) {
      const message = `“${abridge(name)}” is read as a single name: its second line is indented further`;
      const hint = Array.isArray(data[String(path[0])])
        ? 'indent both lines equally if these are two names'
        : `write each on its own line below ${path[0]}:, with a hyphen, if these are two names`;
      return [{ ...warning, message, hint }];
    }
    if (!isDashed || !/^-\p{L}/u.test(name)) return [];
    const message = `name begins with a hyphen: “${abridge(name)}”`;
    return [{ ...warning, message, hint: 'add a space after the hyphen' }];
  });
}

/** Warnings about invisible characters within names, and at the ends of titles. */
export function checkInvisible(data: Mapping): Fault[] {
  return Object.entries(data).flatMap(([key, value]) => {
    const field = fieldOf(key);
    const isList = lists.includes(field);
    if (!isList && !(field !== undefined && fieldsOf('line').includes(field))) return [];
    return textsIn(value, [key]).flatMap(([path, text]): Fault[] => {
      const hidden = invisibleIn(text);
      const shown = trimEnds(text, /[ \t\n]/);
      const clean = isList ? cleanName(shown) : trimEnds(shown, edges);
      if (hidden === undefined || clean === shown || clean === '') return [];
      const message = `“${abridge(clean)}” contains ${hidden}`;
      const hint = `retype it: ${abridge(clean)}`;
      return [{ rule: 'spaces-around', message, hint, place: { path }, correction: { value: clean } }];
    });
  });
}

const edges = /[\s\u200b\u2060\ufeff\u00ad]/;

/** The text without such characters at its ends. A regular expression would be quadratic in those within it. */
function trimEnds(text: string, character: RegExp): string {
  let [start, end] = [0, text.length];
  while (start < end && character.test(text.charAt(start))) start++;
  while (end > start && character.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** The texts of a value: itself, the items of a list, the names of people. */
function textsIn(value: unknown, path: Path): [Path, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((one: unknown, index) => textsIn(one, [...path, index]));
  return isMapping(value) && typeof value['name'] === 'string' ? [[[...path, 'name'], value['name']]] : [];
}

/** The lines of text below a key that look like a list without hyphens: several, or one with a bullet. */
function linesBelow(key: string, yaml: string): string[] {
  const rows = yaml.split(/\r?\n/);
  const start = rows.findIndex((row) => row.startsWith(key) && /^:\s*$/.test(row.slice(key.length)));
  if (start === -1) return [];
  const end = rows.findIndex((row, at) => at > start && !/^[ \t]+[^\s"'[{|>&-]/.test(row));
  const lines = rows.slice(start + 1, end === -1 ? undefined : end).map((row) => row.trim());
  return lines.length > 1 || bulletItem(lines[0] ?? '') !== undefined ? lines : [];
}

function listMistake(lines: readonly string[]): Pick<Fault, 'message' | 'hint'> {
  const bullet = bulletItem(lines[0] ?? '');
  if (!bullet) {
    const message = 'several lines are read as a single name; a list needs hyphens';
    return { message, hint: `begin each line with a hyphen and a space: - ${abridge(lines[0] ?? '')}` };
  }
  return bulletMistake(bullet, lines[1]);
}
