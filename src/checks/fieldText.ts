/** Checks the text of fields for what YAML reads differently from what was probably meant. */
import type { Fault, Path } from '../diagnostic.ts';
import { untrimmed } from '../post/edit/fixes.ts';
import type { Fields } from '../post/fields/fields.ts';
import { type FieldName, fieldOf } from '../post/fields/names.ts';
import type { Mapping } from '../post/frontmatter/mapping.ts';
import { isTypo, suggest } from '../post/nearest.ts';
import type { PostReading } from '../post/post.ts';
import { abridge, codePoints } from '../post/text.ts';
import { checkInvisible, checkNameLines } from './nameLines.ts';

/** Faults of commas in single names, text after a `#`, spaces inside quotes, and misspelt keys of images and people. */
export function checkFieldText({ data, fields, keys, source }: PostReading): Fault[] {
  if (!data || !fields || !keys) return [];
  return [
    ...checkCommas(fields, data, keys),
    ...checkInnerKeys(data, keys),
    ...checkInvisible(data),
    ...(source ? checkNameLines(data, source.yaml) : []),
    ...untrimmed(data).map(spacesAround),
    ...(source?.yaml.includes('#') ? checkComments(source.yaml, source.line) : []),
  ];
}

function spacesAround(path: Path): Fault {
  const message = 'text begins or ends with a space inside the quotes';
  return { rule: 'spaces-around', message, hint: 'remove the spaces', place: { path }, correction: { trim: true } };
}

/** Text is a single name, so a comma in it suggests that a list was meant. */
function checkCommas(fields: Fields, data: Mapping, keys: PostReading['keys']): Fault[] {
  return (['categories', 'tags', 'authors', 'photos_by'] as const).flatMap((name): Fault[] => {
    const key = keys?.[name];
    const value = key === undefined ? undefined : data[key];
    if (key === undefined || typeof value !== 'string' || !value.includes(',')) return [];
    const names = value
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
    const isPeople = name === 'authors' || name === 'photos_by';
    if (isPeople && !areSeveral(names)) return [];
    const read = isPeople ? fields[name][0]?.name : fields[name][0];
    const message = `“${abridge(read ?? value)}” is read as a single name; write a list for several`;
    const hint = `write ${key}: [${names.join(', ')}]`;
    return [{ rule: 'category-comma', message, hint, place: { path: [key] } }];
  });
}

/** “Ada Example, PhD” and “Example, Ada” are one person; “Ada Example, Ben Sample” and “Ada (student), Ben” are two. */
function areSeveral(names: readonly string[]): boolean {
  const isFullName = (name: string): boolean =>
    /^\S+ \S/.test(name) && !/^(?:and|of|the)\b|university|department/i.test(name);
  return names.slice(0, -1).some((name) => name.endsWith(')')) || (names.length > 1 && names.every(isFullName));
}

const innerKeys: Partial<Record<FieldName, readonly string[]>> = {
  image: ['src', 'url', 'path', 'alt', 'credit', 'author', 'credit_url', 'consent'],
  authors: ['name', 'role', 'email', 'url'],
  photos_by: ['name', 'role', 'email', 'url'],
};

/** Misspelt keys of an image or a person; keys unlike any that is known may belong to another tool. */
function checkInnerKeys(data: Mapping, keys: PostReading['keys']): Fault[] {
  return Object.entries(innerKeys).flatMap(([field, names]) => {
    const key = keys?.[field as FieldName];
    if (key === undefined) return [];
    const value = data[key];
    return (Array.isArray(value) ? value : [value]).flatMap((mapping: unknown, index) => {
      if (typeof mapping !== 'object' || mapping === null) return [];
      const path = Array.isArray(value) ? [key, index] : [key];
      const present = Object.keys(mapping);
      return present.flatMap((name): Fault[] => {
        const meant = names.find((one) => isTypo(name, one) && !present.includes(one));
        if (names.includes(name) || meant === undefined) return [];
        const message = `unknown key “${abridge(name)}”`;
        return [{ rule: 'field-unknown', message, hint: suggest(meant), place: { path: [...path, name], on: 'key' } }];
      });
    });
  });
}

const textFields: readonly FieldName[] = ['title', 'summary', 'categories', 'tags', 'authors', 'photos_by', 'byline'];

/**
 * In `title: We are #1 in the league`, YAML reads a comment from ` #` on (YAML 1.2, section 6.6). Only a `#` right before a
 * word is doubtful: `# like this` is how people write comments.
 */
function checkComments(yaml: string, firstLine: number): Fault[] {
  return yaml.split(/\r?\n/).flatMap((line, index): Fault[] => {
    const key = /^[a-z]\w*(?=:[ \t])/i.exec(line)?.[0] ?? '';
    const field = fieldOf(key);
    const start = field && textFields.includes(field) ? commentStart(line) : -1;
    const [value, comment] = [line.slice(key.length + 1, start).trim(), line.slice(start).trimEnd()];
    // An empty title is reported as an error anyway.
    if (start === -1 || (field === 'title' && value === '')) return [];
    if (/^["'[{|>&*!%@`]/.test(value) || !/^#[^\s#]/.test(comment)) return [];
    const fullText = line.slice(key.length + 1).trim();
    const column = codePoints(line.slice(0, start)) + 1;
    const rest = value === '' ? 'the field is empty' : `the value is only “${abridge(value)}”`;
    const message = `“${abridge(comment)}” is read as a comment, so ${rest}`;
    const hint = `put the whole text in quotes: ${key}: "${abridge(fullText).replaceAll('"', '\\"')}"`;
    const place = { line: firstLine + index, column, endColumn: column + codePoints(comment) };
    return [{ rule: 'comment-in-text', message, hint, place }];
  });
}

/** Where a comment begins, or -1. A regular expression would take quadratic time on long runs of spaces. */
function commentStart(line: string): number {
  for (let at = line.indexOf('#'); at !== -1; at = line.indexOf('#', at + 1)) {
    if (line[at - 1] === ' ' || line[at - 1] === '\t') return at;
  }
  return -1;
}
