/** JSON Schemas (draft 2020-12) of what `--format json` prints. */
import { ruleIds } from '../checks/rules/rules.ts';
import { roles } from '../post/fields/authors.ts';
import { entryOf, type FieldName, fieldsOf, fieldsWith } from '../post/fields/names.ts';
import type { FieldType } from '../post/fields/table.ts';
import { statuses } from '../post/post.ts';

export type OutputSchema = Readonly<Record<string, unknown>>;

/** What every schema names as its language. */
export const draft = 'https://json-schema.org/draft/2020-12/schema';
export const text = { type: 'string' };
export const texts = { type: 'array', items: text };
export const place = { type: 'integer', minimum: 1 };
export const count = { type: 'integer', minimum: 0 };

/** The schema of an object with exactly these properties, of which those in `optional` may be missing. */
export function object(properties: Readonly<Record<string, unknown>>, optional: readonly string[] = []): OutputSchema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

/** The schema of such a value, or of null. */
export const orNull = (schema: OutputSchema): OutputSchema => ({ anyOf: [schema, { type: 'null' }] });

/** The schema of `blog validate --format json`. */
export function diagnosticsSchema(): OutputSchema {
  const edit = object({ line: place, column: place, endLine: place, endColumn: place, text });
  const diagnostic = object(
    {
      file: text,
      line: place,
      column: place,
      endColumn: place,
      rule: { enum: ruleIds },
      severity: { enum: ['error', 'warning'] },
      message: text,
      hint: text,
      fix: object({ description: text, edits: { type: 'array', items: edit } }),
    },
    ['endColumn', 'hint', 'fix'],
  );
  return {
    $schema: draft,
    title: 'Problems found by blog validate',
    description: 'Lines and columns count from 1, columns in code points; endColumn is exclusive.',
    ...object({
      version: { const: 1 },
      diagnostics: { type: 'array', items: diagnostic },
      summary: object({ posts: count, pages: count, errors: count, warnings: count }),
    }),
  };
}

/** Fields that every post has, even if only as an empty list. */
const neverNull: readonly FieldName[] = ['title', 'date', 'slug', 'draft', ...fieldsOf('people', 'names', 'urls')];

/** The schema of `blog list --format json`; each line of `jsonl` is one of its items. */
export function listSchema(): OutputSchema {
  const date = {
    type: 'string',
    pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{3})?(?:Z|[+-]\\d{2}:\\d{2})$',
  };
  const person = object({ name: text, role: { enum: [...roles] }, email: text, url: text }, ['role', 'email', 'url']);
  const people = { type: 'array', items: person };
  const aboutImage = { alt: text, credit: text, credit_url: text, consent: { enum: ['yes', 'not-needed', 'pending'] } };
  const image = object({ src: text, ...aboutImage }, Object.keys(aboutImage));
  const types: Readonly<Partial<Record<FieldType, OutputSchema>>> = {
    date,
    people,
    names: texts,
    urls: texts,
    image,
    sign: { type: 'boolean' },
    comments: { anyOf: [text, count, { type: 'boolean' }] },
  };
  const fields = Object.fromEntries(
    fieldsWith('column').map((name): [string, OutputSchema] => {
      const schema = types[entryOf(name).type] ?? text;
      return [name, neverNull.includes(name) ? schema : orNull(schema)];
    }),
  );
  const columns = {
    ...fields,
    file: text,
    status: { enum: [...statuses] },
    url: orNull(text),
    why: orNull(text),
  };
  return {
    $schema: draft,
    title: 'Posts printed by blog list',
    description: 'With --fields, absent fields are null. Without it they are omitted, except url, which is null.',
    type: 'array',
    items: object(columns, Object.keys(columns)),
  };
}
