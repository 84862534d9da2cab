/** What a template's front matter gives a new post: fields to begin with, and fields that are carried along. */
import { isDeepStrictEqual } from 'node:util';
import type { Fault } from '../../diagnostic.ts';
import { linesOf } from '../edit/patchText.ts';
import { joinNames } from '../fields/authors.ts';
import { dayOf } from '../fields/date.ts';
import { type Fields, readFields } from '../fields/fields.ts';
import { type FieldName, fieldOfName } from '../fields/names.ts';
import { type FieldSettings, isAbsent } from '../fields/texts.ts';
import type { Mapping } from '../frontmatter/mapping.ts';
import { locateSite } from '../frontmatter/spans.ts';
import { parseYaml } from '../frontmatter/yaml.ts';
import type { DraftFields } from './draft.ts';
import { asksFor, fillData, type Template, type Values } from './templateText.ts';
import { fieldLines } from './yamlBlock.ts';

/** What a new post has of its own, whatever a template says. */
const ownFields: readonly FieldName[] = [
  ...(['id', 'date', 'updated', 'slug', 'permalink', 'aliases'] as const),
  ...(['draft', 'published', 'status', 'private'] as const),
];

/** What a template may propose, and `new` writes in its own way. */
const proposedFields: readonly FieldName[] = [
  ...(['title', 'authors', 'photos_by', 'byline', 'categories', 'tags', 'summary'] as const),
];

export type Proposal = Pick<Fields, 'title' | 'authors' | 'photos_by' | 'categories' | 'tags' | 'summary'>;

/** The variables' values for a post, as far as it is known. */
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

/** What the template says of fields that were not given, or what is wrong with it. */
export function proposalOf(
  { data }: Template,
  values: Values,
  settings: FieldSettings,
): { proposal: Proposal } | { faults: Fault[] } {
  const { title } = data;
  const circular = typeof title === 'string' && asksFor(title, ['title', 'slug']);
  const filled = Object.entries(fillData(data, values)).filter(
    ([key]) => !isOne(key, ownFields) && !(circular && key === 'title'),
  );
  const { fields, faults } = readFields(Object.fromEntries(filled), settings);
  return faults.length > 0 ? { faults } : { proposal: fields };
}

/** The names of fields that say something which a new post never takes from a template. */
export function ignoredKeys({ data }: Template): string[] {
  const said = Object.keys(data).filter((key) => !isAbsent('title', data[key]));
  return said.filter((key) => isOne(key, ownFields) && !(key === 'draft' && data[key] === true));
}

function isOne(key: string, fields: readonly FieldName[]): boolean {
  return Object.hasOwn(fieldOfName, key) && fields.includes(fieldOfName[key] as FieldName);
}

/**
 * All other fields as lines of YAML: as the template writes them where they have no variables, so that every tool still
 * reads the same in them; anew where they have, or where they do not stand for themselves (aliases).
 */
export function carriedText({ data, source }: Template, values: Values): string {
  const keys = Object.keys(data).filter((key) => !isOne(key, ownFields) && !isOne(key, proposedFields));
  const carried: Mapping = fillData(Object.fromEntries(keys.map((key) => [key, data[key]])), values);
  const written = (key: string): string => `${fieldLines(key, carried[key]).join('\n')}\n`;
  const asIs = source && sourceLines(source.yaml, keys);
  const first = keys
    .map((key) => (asIs && isDeepStrictEqual(carried[key], data[key]) ? asIs.get(key) : undefined) ?? written(key))
    .join('');
  const parsed = parseYaml(first, 1);
  return 'data' in parsed && isDeepStrictEqual(parsed.data, carried) ? first : keys.map(written).join('');
}

/** The lines of each field, where it has lines of its own that begin at the margin. */
function sourceLines(yaml: string, keys: readonly string[]): Map<string, string> {
  const root = locateSite(yaml, []);
  const lines = new Map<string, string>();
  if (!root || root.inFlow) return lines;
  for (const key of keys) {
    const start = locateSite(yaml, [key])?.key?.span.start;
    const span = linesOf(
      yaml,
      root.parts.find((part) => part.start === start),
      /^$/,
    );
    if (span) lines.set(key, yaml.slice(span.start, span.end));
  }
  return lines;
}
