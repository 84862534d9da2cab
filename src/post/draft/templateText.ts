/**
 * A template of the blog's own: front matter and a text with variables. What comes in for a variable is data: it is put
 * into values that were read already, never into YAML.
 */
import type { Fault } from '../../diagnostic.ts';
import { splitPost } from '../frontmatter/frontMatter.ts';
import type { YamlSource } from '../frontmatter/locate.ts';
import type { Mapping } from '../frontmatter/mapping.ts';
import { nearest } from '../nearest.ts';
import { codePoints, placeAt } from '../text.ts';

/** What a template may ask for, and what that is. */
const variables = {
  title: 'the title',
  date: 'the day, 2024-05-14',
  year: '2024',
  month: '05',
  day: '14',
  slug: 'the post’s part of the address',
  id: 'the UUID',
  author: 'the first author',
  authors: 'all authors: A, B and C',
  photos_by: 'who took the photographs: A, B and C',
  category: 'the first category',
  categories: 'all categories: A, B, C',
  tags: 'all tags: A, B, C',
  summary: 'the summary',
} as const;

export type Variable = keyof typeof variables;
export type Values = Readonly<Record<Variable, string>>;

export interface Template {
  /** The front matter as data, its variables not yet filled in; and where it stands, if there is any. */
  data: Mapping;
  source?: YamlSource;
  body: string;
}

/**
 * One word in double braces. What Jekyll, Hugo and others write there (`{{ site.url }}`, `{{< figure >}}`) is not ours,
 * and stays. A backslash before it keeps a word as it is.
 */
const variable = /(\\?)\{\{[ \t]*([A-Za-z_]\w*)[ \t]*\}\}/g;

/** Takes a template apart, or says all that is wrong with it; the faults' paths speak of `source`. */
export function readTemplate(text: string): { template: Template } | { faults: Fault[]; source?: YamlSource } {
  const unix = text.replaceAll('\r\n', '\n');
  const parts = hasFrontMatter(unix) ? splitPost(unix) : { data: {}, body: unix };
  if ('fault' in parts) return { faults: [withTemplateHint(parts.fault, unix)], ...sourceOf(parts.source) };
  const source = 'yaml' in parts ? { yaml: parts.yaml, line: parts.line } : undefined;
  const faults = unknownVariables(unix, parts.data, unix.length - parts.body.length);
  if (faults.length > 0) return { faults, ...sourceOf(source) };
  return { template: { data: parts.data, body: parts.body.replace(/^(?:[ \t]*\n)+/, ''), ...sourceOf(source) } };
}

function sourceOf(source: YamlSource | undefined): { source?: YamlSource } {
  return source ? { source } : {};
}

/** A template may be a text alone; but what looks like front matter must be some. */
function hasFrontMatter(text: string): boolean {
  return /^\s*(?:---|\+\+\+|[—–])/.test(text);
}

/** The commonest slip: braces without quotes are a mapping in YAML. */
function withTemplateHint(fault: Fault, text: string): Fault {
  if (!('line' in fault.place)) return fault;
  const line = text.split('\n')[fault.place.line - 1] ?? '';
  const slip = /^\s*(?:- +|[\w-]+:[ \t]+)(\{\{.*)$/.exec(line);
  return slip?.[1] === undefined ? fault : { ...fault, hint: `put it in quotes: "${slip[1].trim()}"` };
}

/** `bodyStart`: everything from there on is looked at as it stands; above it only what YAML reads as values. */
function unknownVariables(text: string, data: Mapping, bodyStart: number): Fault[] {
  const inValues = new Set<string>();
  visitTexts(data, (value) => {
    for (const { name } of unknownIn(value)) inValues.add(name);
  });
  return unknownIn(text)
    .filter(({ name, offset }) => offset >= bodyStart || inValues.has(name))
    .map(({ name, offset, length }) => {
      const { line, column } = placeAt(text, offset);
      const meant = nearest(name, Object.keys(variables));
      const rest = `as text it is written \\{{${name}}}`;
      return {
        rule: 'template-code',
        message: `there is no variable “${name}”`,
        hint:
          meant === undefined ? `known: ${Object.keys(variables).join(', ')}; ${rest}` : `did you mean {{${meant}}}?`,
        place: { line, column, endColumn: column + codePoints(text.slice(offset, offset + length)) },
      };
    });
}

function unknownIn(text: string): { name: string; offset: number; length: number }[] {
  return [...text.matchAll(variable)].flatMap(({ 0: all, 1: backslash, 2: name = '', index }) =>
    backslash || Object.hasOwn(variables, name) ? [] : [{ name, offset: index, length: all.length }],
  );
}

function visitTexts(value: unknown, visit: (text: string) => void): void {
  if (typeof value === 'string') visit(value);
  else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) visitTexts(one, visit);
}

/** Whether a text asks for one of these variables. */
export function asksFor(text: string, names: readonly Variable[]): boolean {
  return [...text.matchAll(variable)].some(([, backslash, name]) => !backslash && names.some((one) => one === name));
}

/** A text with its variables filled in. */
export function fillText(text: string, values: Values): string {
  return text.replace(variable, (all, backslash: string, name: string) =>
    backslash ? all.slice(1) : Object.hasOwn(values, name) ? values[name as Variable] : all,
  );
}

/** Data whose texts have their variables filled in; names of fields stay as they are. */
export function fillData<T>(value: T, values: Values): T {
  if (typeof value === 'string') return fillText(value, values) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => fillData(one, values)) as T;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fillData(one, values)])) as T;
}
