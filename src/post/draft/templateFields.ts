/** The front matter of a template: fields it proposes for a new post, and fields that are carried over. */
import { isDeepStrictEqual } from 'node:util';
import type { Fault } from '../../diagnostic.ts';
import { linesOf } from '../edit/patchText.ts';
import { keyText } from '../edit/patchValue.ts';
import { draftFields, signOf } from '../fields/draftWords.ts';
import { type FieldSettings, type Fields, readFields } from '../fields/fields.ts';
import { type FieldName, fieldOf, keyNamed } from '../fields/names.ts';
import { isAbsent } from '../fields/texts.ts';
import { locateValue } from '../frontmatter/valueSpan.ts';
import { parseYaml } from '../frontmatter/yaml.ts';
import { plainOrQuoted } from '../frontmatter/yamlText.ts';
import { fillData, type Template, usesVariable, type Values } from './templateText.ts';

/** Fields that a new post never takes from a template. */
const ownFields = ['id', 'date', 'updated', 'slug', 'permalink', 'aliases', ...draftFields] as const;

/** Fields that a template proposes, and `new` writes itself. */
const proposedFields = ['title', 'authors', 'photos_by', 'byline', 'categories', 'tags', 'summary'] as const;

/** The fields that a template, or another post, proposes for a new one. */
export type Proposal = Pick<Fields, 'title' | 'authors' | 'photos_by' | 'categories' | 'tags' | 'summary'>;

/** The fields that the template proposes, or what is wrong with them. */
export function proposalOf(
  { data }: Template,
  values: Values,
  settings: FieldSettings,
): { proposal: Proposal } | { faults: Fault[] } {
  const title = data[keyNamed(data, 'title') ?? ''];
  const isCircular = typeof title === 'string' && usesVariable(title, ['title', 'slug']);
  const isProposed = (key: string): boolean => !isOneOf(key, ownFields) && !(isCircular && fieldOf(key) === 'title');
  const filled = Object.entries(fillData(data, values)).filter(([key]) => isProposed(key));
  const { fields, faults } = readFields(Object.fromEntries(filled), settings);
  return faults.length > 0 ? { faults } : { proposal: fields };
}

/** The template's fields, as it names them, that have a value which a new post never takes from a template. */
export function ignoredKeys({ data }: Template): string[] {
  const isDraft = (key: string): boolean => fieldOf(key) === 'draft' && signOf('draft', data[key]) === 'draft';
  const isIgnored = (key: string): boolean => !isAbsent(data[key]) && !isDraft(key);
  return Object.keys(data).filter((key) => isOneOf(key, ownFields) && isIgnored(key));
}

function isOneOf(key: string, fields: readonly FieldName[]): boolean {
  return fields.some((field) => field === fieldOf(key));
}

/**
 * All other fields but those `given` as lines of YAML. Those without variables are copied from the template, so that every tool reads the same
 * in them; the others are written anew, and so are YAML aliases, which mean nothing on their own.
 */
export function carriedText({ data, source }: Template, values: Values, given: readonly FieldName[] = []): string {
  const keys = Object.keys(data).filter((key) => !isOneOf(key, [...ownFields, ...proposedFields, ...given]));
  const carried = fillData(Object.fromEntries(keys.map((key) => [key, data[key]])), values);
  const written = (key: string): string => `${fieldLines(key, carried[key]).join('\n')}\n`;
  const linesIn = source ? createLineFinder(source.yaml) : () => undefined;
  const first = keys
    .map((key) => (isDeepStrictEqual(carried[key], data[key]) ? linesIn(key) : undefined) ?? written(key))
    .join('');
  const parsed = parseYaml(first);
  return 'data' in parsed && isDeepStrictEqual(parsed.data, carried) ? first : keys.map(written).join('');
}

/** Returns a function that finds the source lines of a field that has lines of its own, starting at the margin. */
function createLineFinder(yaml: string): (key: string) => string | undefined {
  const root = locateValue(yaml, []);
  return (key) => {
    const start = locateValue(yaml, [key])?.key?.span.start;
    const part = root?.inFlow ? undefined : root?.parts.find((one) => one.start === start);
    const span = linesOf(yaml, part, /^$/);
    return span && yaml.slice(span.start, span.end);
  };
}

/** The lines of a field with any value, which every YAML reader reads back as the same data. */
export function fieldLines(key: string, value: unknown): string[] {
  const written = write(value);
  if (typeof written === 'string') return [`${keyText(key)}: ${written}`];
  return [`${keyText(key)}:`, ...written.map((line) => `  ${line}`)];
}

/** A value that goes on the line of its key, or the lines below it. */
function write(value: unknown): string | string[] {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : value.flatMap((item) => itemLines(item));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    return entries.length === 0 ? '{}' : entries.flatMap(([key, one]) => fieldLines(key, one));
  }
  return scalar(value);
}

function itemLines(item: unknown): string[] {
  const written = write(item);
  if (typeof written === 'string') return [`- ${written}`];
  const [first = '', ...rest] = written;
  return [`- ${first}`, ...rest.map((line) => `  ${line}`)];
}

function scalar(value: unknown): string {
  if (typeof value === 'string') return plainOrQuoted(value);
  if (typeof value !== 'number' || Number.isFinite(value)) return Object.is(value, -0) ? '-0.0' : JSON.stringify(value);
  return Number.isNaN(value) ? '.nan' : value < 0 ? '-.inf' : '.inf';
}
