/** Checks the text of fields for what YAML reads differently from what was probably meant. */
import type { Fault, Path } from '../diagnostic.ts';
import { untrimmed } from '../post/edit/fixes.ts';
import type { Fields } from '../post/fields/fields.ts';
import { type FieldName, fieldOf, fieldsOf } from '../post/fields/names.ts';
import { personKeys } from '../post/fields/people/people.ts';
import type { Mapping } from '../post/frontmatter/mapping.ts';
import { plainOrQuoted } from '../post/frontmatter/yamlText.ts';
import { isTypo, suggest } from '../post/nearest.ts';
import type { PostReading } from '../post/post.ts';
import { abridge, codePoints } from '../post/text.ts';
import { findTemplateCode } from './body/templateCode.ts';
import { checkInvisible, checkNameLines } from './nameLines.ts';
import { checkValueText } from './valueText.ts';

/** Faults of commas in single names, text after a `#`, spaces inside quotes, template code, and misspelt keys of images and people. */
export function checkFieldText({ data, fields, keys, source }: PostReading): Fault[] {
  if (!data || !fields || !keys) return [];
  return [
    ...checkCommas(fields, data, keys),
    ...checkInnerKeys(data, keys),
    ...checkInvisible(data),
    ...(source ? checkNameLines(data, source.yaml) : []),
    ...untrimmed(data).map(spacesAround),
    ...checkValueText(data, source?.yaml),
    ...checkTemplates(data, keys),
    ...(source?.yaml.includes('#') ? checkComments(source.yaml, source.line) : []),
  ];
}

function spacesAround(path: Path): Fault {
  const message = 'text begins or ends with a space inside the quotes';
  return { rule: 'spaces-around', message, hint: 'remove the spaces', place: { path }, correction: { trim: true } };
}

/** The fields that readers see. */
const shownFields = [
  ...(['title', 'summary', 'byline', 'authors', 'photos_by', 'editors', 'categories', 'tags'] as const),
  ...(['image', 'image_alt'] as const),
];

/** Code that another tool replaces, and feeds do not. */
function checkTemplates(data: Mapping, keys: PostReading['keys']): Fault[] {
  return shownFields.flatMap((field) => {
    const key = keys?.[field];
    return key === undefined ? [] : templatesIn(data[key], [key]);
  });
}

function templatesIn(value: unknown, path: Path): Fault[] {
  if (typeof value === 'string') {
    const found = findTemplateCode(value);
    return found ? [{ ...found, hint: 'replace it with the text it stands for', place: { path } }] : [];
  }
  if (typeof value !== 'object' || value === null || path.length > 3) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, part]) => templatesIn(part, [...path, isList ? Number(key) : key]));
}

/** Text is a single name, so a comma in it suggests that a list was meant. */
function checkCommas(fields: Fields, data: Mapping, keys: PostReading['keys']): Fault[] {
  return (['categories', 'tags'] as const).flatMap((name): Fault[] => {
    const key = keys?.[name];
    const value = key === undefined ? undefined : data[key];
    if (key === undefined || typeof value !== 'string' || !value.includes(',')) return [];
    const names = value
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
    const message = `“${abridge(fields[name][0] ?? value)}” is read as a single name; write a list for several`;
    const hint = `write ${key}: [${names.map(plainOrQuoted).join(', ')}]`;
    return [{ rule: 'category-comma', message, hint, place: { path: [key] } }];
  });
}

const innerKeys: Readonly<Record<string, readonly string[]>> = {
  image: ['src', 'url', 'path', 'alt', 'credit', 'author', 'credit_url', 'consent'],
  ...Object.fromEntries(fieldsOf('people').map((name) => [name, personKeys])),
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
    const hint =
      taggedHint(key, field, fullText) ??
      `put the whole text in quotes: ${key}: "${abridge(fullText).replaceAll('"', '\\"')}"`;
    const place = { line: firstLine + index, column, endColumn: column + codePoints(comment) };
    return [{ rule: 'comment-in-text', message, hint, place }];
  });
}

/** How to write `tags: #one #two`: a list, where every word has a hash sign. */
function taggedHint(key: string, field: FieldName | undefined, text: string): string | undefined {
  if (field !== 'tags' && field !== 'categories') return undefined;
  const words = text.split(/[\s,]+/u);
  if (!words.every((word) => /^#\p{L}/u.test(word))) return undefined;
  return `write a list: ${key}: [${words.map((word) => plainOrQuoted(word.slice(1))).join(', ')}]`;
}

/** Where a comment begins, or -1. A regular expression would take quadratic time on long runs of spaces. */
function commentStart(line: string): number {
  for (let at = line.indexOf('#'); at !== -1; at = line.indexOf('#', at + 1)) {
    if (line[at - 1] === ' ' || line[at - 1] === '\t') return at;
  }
  return -1;
}
