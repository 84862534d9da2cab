/**
 * Front matter as a schema, for editors. `blog validate` decides; the schema agrees with it as far as a schema can: it knows
 * neither the file name, nor the calendar, nor the other posts.
 */
import * as v from 'valibot';
import { roles } from './authors.ts';
import { statuses } from './draftWords.ts';
import { allFieldNames, entryOf, fieldOf } from './names.ts';
import type { FieldType } from './table.ts';

/** An empty field counts as absent. */
const orNothing = <T extends v.GenericSchema>(schema: T) => v.nullable(schema);

/** One line, whatever line breaks surround it. */
const line = v.pipe(v.string(), v.regex(/^\s*(?:.*\S)?\s*$/));
const text = v.string();
/** A day, or a day with a time. No pattern can tell whether it is in the calendar. */
const date = v.pipe(
  v.string(),
  v.regex(
    /^(?:|\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:(?:[Tt]|[ \t]+)(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?[ \t]*(?:[Zz]|[+-](?:[01]?\d|2[0-3])(?::?[0-5]\d)?)?)?)$/,
  ),
);

const person = v.union([
  orNothing(line),
  v.looseObject({
    name: v.pipe(line, v.nonEmpty(), v.description('The person’s name.')),
    role: v.optional(v.pipe(orNothing(v.picklist(roles)), v.description('Their role in the partnership.'))),
    email: v.optional(orNothing(line)),
    url: v.optional(v.pipe(orNothing(line), v.description('A page about them.'))),
  }),
]);
const people = v.union([person, v.array(person)]);
const names = v.union([line, v.array(orNothing(line))]);

const imageParts = {
  alt: v.optional(v.pipe(orNothing(text), v.description('What it shows, for people who cannot see it.'))),
  credit: v.optional(v.pipe(orNothing(text), v.description('Who made it.'))),
  credit_url: v.optional(orNothing(text)),
  consent: v.optional(
    v.pipe(
      orNothing(v.union([v.picklist(['yes', 'not-needed', 'pending']), v.boolean()])),
      v.description('Whether the people in it have consented.'),
    ),
  ),
};
const src = v.pipe(text, v.nonEmpty(), v.description('The URL or path of the image.'));
const image = v.union([
  line,
  ...(['src', 'url', 'path'] as const).map((key) => v.looseObject({ [key]: src, ...imageParts })),
]);

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The schema of each type, which accepts what its reader does. */
const schemaTypes = {
  line,
  text,
  names,
  people,
  image,
  date,
  boolean: v.boolean(),
  published: v.union([v.boolean(), date]),
  status: v.pipe(v.string(), v.regex(statusPattern())),
  id: v.union([count, line]),
  slug: v.pipe(v.string(), v.regex(/^(?:[\p{L}\p{M}\p{N}._-]{1,200})?$/u)),
  permalink: line,
  urls: names,
  comments: v.union([v.boolean(), count, line]),
  language: v.pipe(v.string(), v.regex(/^(?:[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*)?$/)),
} satisfies Record<FieldType, v.GenericSchema>;

/** Any status, in any case: JSON Schema has no flag for that. */
function statusPattern(): RegExp {
  const anyCase = (word: string): string => word.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
  return new RegExp(`^(?:${statuses.map(anyCase).join('|')})?$`);
}

/** The schema of front matter, aliases included. Other keys are allowed, since other tools have theirs. */
export function frontMatterSchema(): v.GenericSchema {
  const entries: Record<string, v.GenericSchema> = {};
  for (const name of allFieldNames()) {
    const field = fieldOf(name);
    if (field === undefined) continue;
    const { type, description, examples, flags } = entryOf(field);
    const alias = name === field ? '' : ` Same as ${field}.`;
    const metadata = v.metadata({
      title: titleOf(field),
      description: `${description}${alias}`,
      examples: [...examples],
    });
    const schema: v.GenericSchema = schemaTypes[type];
    const none = flags.includes('no') ? [v.literal(false)] : [];
    // Only the title is required: the date may be in the file name or under another name.
    entries[name] =
      name === 'title' ? v.pipe(schema, metadata) : v.optional(v.pipe(v.union([v.null(), schema, ...none]), metadata));
  }
  return v.looseObject(entries);
}

/** `photos_by` → “Photos by”. */
function titleOf(field: string): string {
  return field.charAt(0).toUpperCase() + field.slice(1).replaceAll('_', ' ');
}
