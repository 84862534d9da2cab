/**
 * A template of the blog's own: front matter and a text with variables. The value of a variable is put into data that was
 * parsed before, never into YAML source, so that it cannot add fields.
 */
import type { Fault } from '../../diagnostic.ts';
import { joinNames } from '../fields/authors.ts';
import { splitPost } from '../frontmatter/frontMatter.ts';
import type { YamlSource } from '../frontmatter/locate.ts';
import type { Mapping } from '../frontmatter/mapping.ts';
import { nearest } from '../nearest.ts';
import { codePoints, placeAt } from '../text.ts';
import { type DraftFields, dayVariables } from './draft.ts';

/** The variables and their values for a post, empty where they are not known yet. */
export function valuesOf(known: Partial<DraftFields>, slug: string | undefined) {
  const { title = '', date, id = '', authors = [], photos_by = [], categories = [], tags = [], summary = '' } = known;
  return {
    title,
    ...dayVariables(date),
    slug: slug ?? '',
    id,
    author: authors[0]?.name ?? '',
    authors: joinNames(authors),
    photos_by: joinNames(photos_by),
    category: categories[0] ?? '',
    categories: categories.join(', '),
    tags: tags.join(', '),
    summary,
  };
}

export type Values = Readonly<ReturnType<typeof valuesOf>>;

function variableNames(): string[] {
  return Object.keys(valuesOf({}, undefined));
}

export interface Template {
  /** The front matter as data, its variables not yet filled in, and its source; empty and undefined where there is none. */
  data: Mapping;
  source?: YamlSource | undefined;
  body: string;
}

/**
 * One word in double braces. What Jekyll, Hugo and others write there (`{{ site.url }}`, `{{< figure >}}`) does not match,
 * and stays. A backslash escapes a variable.
 */
const variable = /(\\?)\{\{[ \t]*([A-Za-z_]\w*)[ \t]*\}\}/g;

/** Parses a template, or returns all that is wrong with it; the faults' paths refer to `source`. */
export function readTemplate(
  text: string,
): { template: Template } | { faults: Fault[]; source?: YamlSource | undefined } {
  const unix = text.replaceAll('\r\n', '\n');
  // A template may do without front matter; but what looks like it must be valid.
  const hasFrontMatter = /^\s*(?:---|\+\+\+|[—–])/.test(unix);
  const parts = hasFrontMatter ? splitPost(unix) : { data: {}, body: unix };
  if ('fault' in parts) return { faults: [withTemplateHint(parts.fault, unix)], source: parts.source };
  const source = 'yaml' in parts ? { yaml: parts.yaml, line: parts.line } : undefined;
  const faults = unknownVariables(unix, parts.data, unix.length - parts.body.length);
  if (faults.length > 0) return { faults, source };
  return { template: { data: parts.data, body: parts.body.replace(/^(?:[ \t]*\n)+/, ''), source } };
}

/** Adds a hint for the most common mistake: braces without quotes are a mapping in YAML. */
function withTemplateHint(fault: Fault, text: string): Fault {
  if (!('line' in fault.place)) return fault;
  const line = text.split('\n')[fault.place.line - 1] ?? '';
  const unquoted = /^\s*(?:- +|[\w-]+:[ \t]+)(\{\{.*)$/.exec(line);
  return unquoted?.[1] === undefined ? fault : { ...fault, hint: `put it in quotes: "${unquoted[1].trim()}"` };
}

/** Unknown variables in the values of the front matter, and anywhere from `bodyStart` (an offset) on. */
function unknownVariables(text: string, data: Mapping, bodyStart: number): Fault[] {
  const inValues = new Set<string>();
  mapTexts(data, (value) => {
    for (const { name } of unknownIn(value)) inValues.add(name);
    return value;
  });
  const names = variableNames();
  return unknownIn(text)
    .filter(({ name, offset }) => offset >= bodyStart || inValues.has(name))
    .map(({ name, offset, length }) => {
      const { line, column } = placeAt(text, offset);
      const near = nearest(name, names);
      const advice = `use one of ${names.join(', ')}; to keep the braces, write \\{{${name}}}`;
      return {
        rule: 'template-code',
        message: `unknown variable “${name}”`,
        hint: near === undefined ? advice : `did you mean {{${near}}}?`,
        place: { line, column, endColumn: column + codePoints(text.slice(offset, offset + length)) },
      };
    });
}

function unknownIn(text: string): { name: string; offset: number; length: number }[] {
  const names = variableNames();
  return [...text.matchAll(variable)].flatMap(({ 0: all, 1: backslash, 2: name = '', index }) =>
    backslash || names.includes(name) ? [] : [{ name, offset: index, length: all.length }],
  );
}

/** Whether a text uses one of these variables. */
export function usesVariable(text: string, names: readonly (keyof Values)[]): boolean {
  return [...text.matchAll(variable)].some(([, backslash, name]) => !backslash && names.some((one) => one === name));
}

/** The text with its variables filled in. */
export function fillText(text: string, values: Values): string {
  return text.replace(variable, (all, backslash: string, name: string) =>
    backslash ? all.slice(1) : Object.hasOwn(values, name) ? values[name as keyof Values] : all,
  );
}

/** The data with the variables of its texts filled in; keys stay as they are. */
export function fillData(data: Mapping, values: Values): Mapping {
  return mapTexts(data, (text) => fillText(text, values));
}

function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, change)) as T;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapTexts(one, change)])) as T;
}
