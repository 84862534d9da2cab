/** The front matter of a template: fields it proposes for a new post, and fields that are carried over. */
import { isDeepStrictEqual } from 'node:util';
import type { Fault } from '../../diagnostic.ts';
import { linesOf } from '../edit/patchText.ts';
import { joinNames } from '../fields/authors.ts';
import { dayOf } from '../fields/date.ts';
import { draftFields } from '../fields/draftWords.ts';
import { type FieldSettings, type Fields, readFields } from '../fields/fields.ts';
import { type FieldName, fieldOf } from '../fields/names.ts';
import { isAbsent } from '../fields/texts.ts';
import type { Mapping } from '../frontmatter/mapping.ts';
import { locateValue } from '../frontmatter/valueSpan.ts';
import { parseYaml } from '../frontmatter/yaml.ts';
import type { DraftFields } from './draft.ts';
import { fillData, type Template, usesVariable, type Values } from './templateText.ts';
import { fieldLines } from './yamlBlock.ts';

/** Fields that a new post never takes from a template. */
const ownFields: readonly FieldName[] = [
  ...(['id', 'date', 'updated', 'slug', 'permalink', 'aliases'] as const),
  ...draftFields,
];

/** Fields that a template proposes, and `new` writes itself. */
const proposedFields: readonly FieldName[] = [
  ...(['title', 'authors', 'photos_by', 'byline', 'categories', 'tags', 'summary'] as const),
];

/** The fields that a template, or another post, proposes for a new one. */
export type Proposal = Pick<Fields, 'title' | 'authors' | 'photos_by' | 'categories' | 'tags' | 'summary'>;

/** The values of the variables for a post, empty where they are not known yet. */
export function valuesOf(known: Partial<DraftFields>, slug: string | undefined): Values {
  const { title = '', date, id = '', authors = [], photos_by = [], categories = [], tags = [], summary = '' } = known;
  const day = date === undefined ? '' : dayOf(date);
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  return {
    ...{ title, date: day, year, month, day: dayOfMonth, slug: slug ?? '', id, summary },
    author: authors[0]?.name ?? '',
    authors: joinNames(authors),
    photos_by: joinNames(photos_by),
    category: categories[0] ?? '',
    categories: categories.join(', '),
    tags: tags.join(', '),
  };
}

/** The fields that the template proposes, or what is wrong with them. */
export function proposalOf(
  { data }: Template,
  values: Values,
  settings: FieldSettings,
): { proposal: Proposal } | { faults: Fault[] } {
  const { title } = data;
  const isCircular = typeof title === 'string' && usesVariable(title, ['title', 'slug']);
  const filled = Object.entries(fillData(data, values)).filter(
    ([key]) => !isOneOf(key, ownFields) && !(isCircular && key === 'title'),
  );
  const { fields, faults } = readFields(Object.fromEntries(filled), settings);
  return faults.length > 0 ? { faults } : { proposal: fields };
}

/** The template's fields, as it names them, that have a value which a new post never takes from a template. */
export function ignoredKeys({ data }: Template): string[] {
  const keys = Object.keys(data).filter((key) => isOneOf(key, ownFields) && !isAbsent(data[key]));
  return keys.filter((key) => !(key === 'draft' && data[key] === true));
}

function isOneOf(key: string, fields: readonly FieldName[]): boolean {
  const field = fieldOf(key);
  return field !== undefined && fields.includes(field);
}

/**
 * All other fields as lines of YAML. Those without variables are copied from the template, so that every tool reads the same
 * in them; the others are written anew, and so are YAML aliases, which mean nothing on their own.
 */
export function carriedText({ data, source }: Template, values: Values): string {
  const keys = Object.keys(data).filter((key) => !isOneOf(key, ownFields) && !isOneOf(key, proposedFields));
  const carried: Mapping = fillData(Object.fromEntries(keys.map((key) => [key, data[key]])), values);
  const written = (key: string): string => `${fieldLines(key, carried[key]).join('\n')}\n`;
  const asIs = source && sourceLines(source.yaml, keys);
  const first = keys
    .map((key) => (asIs && isDeepStrictEqual(carried[key], data[key]) ? asIs.get(key) : undefined) ?? written(key))
    .join('');
  const parsed = parseYaml(first);
  return 'data' in parsed && isDeepStrictEqual(parsed.data, carried) ? first : keys.map(written).join('');
}

/** The source lines of each field that has lines of its own, starting at the margin. */
function sourceLines(yaml: string, keys: readonly string[]): Map<string, string> {
  const root = locateValue(yaml, []);
  const lines = new Map<string, string>();
  if (!root || root.inFlow) return lines;
  for (const key of keys) {
    const start = locateValue(yaml, [key])?.key?.span.start;
    const span = linesOf(
      yaml,
      root.parts.find((part) => part.start === start),
      /^$/,
    );
    if (span) lines.set(key, yaml.slice(span.start, span.end));
  }
  return lines;
}
