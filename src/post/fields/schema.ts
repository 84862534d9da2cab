/**
 * Front matter as a schema, for editors. `blog validate` decides; the schema agrees with it as far as a schema can: it knows
 * neither the file name, nor the calendar, nor the other posts.
 */
import * as v from 'valibot';
import { roles } from './authors.ts';
import { booleanWords } from './draftWords.ts';
import { allFieldNames, entryOf, fieldOf } from './names.ts';
import { editorSettings } from './people/editorSettings.ts';
import { partNames } from './people/people.ts';
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
    /^(?:|\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:(?:[Tt]|[ \t]+)(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?[ \t]*(?:[Zz]|[Uu][Tt][Cc]|[Gg][Mm][Tt]|(?:(?:[Uu][Tt][Cc]|[Gg][Mm][Tt])[ \t]*)?[+-](?:[01]?\d|2[0-3])(?::?[0-5]\d)?|[+-]00?(?::?00)?[ \t]*(?:[Uu][Tt][Cc]|[Gg][Mm][Tt]))?)?)$/,
  ),
);

const page = v.optional(v.pipe(orNothing(line), v.description('A page about them.')));
const personParts = {
  role: v.optional(v.pipe(orNothing(v.picklist(roles)), v.description('Their role in the partnership.'))),
  email: v.optional(orNothing(line)),
  url: page,
  uri: page,
  link: page,
};
const personName = v.pipe(line, v.nonEmpty(), v.description('The person’s name.'));
const person = v.union([
  orNothing(line),
  ...partNames.name.map((key) => v.looseObject({ [key]: personName, ...personParts })),
]);
const people = v.union([person, v.array(person)]);
const names = v.union([line, v.array(v.union([orNothing(line), v.array(orNothing(line))]))]);

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

/** Parts between slashes, with percent-encoded letters. */
const slugPattern =
  /^(?:|(?:(?:[\p{L}\p{M}\p{N}._-]|%[\dA-Fa-f]{2}){1,200}\/)*(?:[\p{L}\p{M}\p{N}._-]|%[\dA-Fa-f]{2}){1,200})$/u;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const boolean = v.union([v.boolean(), v.picklist([0, 1])]);
/** `yes`, `Off`, "true": JSON Schema has no flag for any case. */
const booleanWord = v.pipe(v.string(), v.regex(new RegExp(`^\\s*(?:${booleanWords.map(anyCase).join('|')})?\\s*$`)));
/** Any is read, if only as a draft. */
const word = v.union([v.string(), v.number(), v.boolean()]);

function anyCase(text: string): string {
  return text.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

/** The schema of each type, which accepts what its reader does. */
const schemaTypes = {
  line,
  text,
  names,
  people,
  image,
  date,
  boolean: v.union([boolean, booleanWord]),
  sign: v.union([boolean, booleanWord]),
  published: v.union([boolean, booleanWord, date]),
  status: word,
  visibility: word,
  id: v.union([count, line]),
  slug: v.pipe(v.string(), v.regex(slugPattern)),
  permalink: line,
  urls: names,
  comments: v.union([v.boolean(), count, line, v.array(v.unknown())]),
  language: v.pipe(v.string(), v.regex(/^(?:[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*)?$/)),
} satisfies Record<FieldType, v.GenericSchema>;

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
    const none: v.GenericSchema[] = flags.includes('no') ? [v.literal(false)] : [];
    if (name === 'editor') none.push(...editorSettings.map((key) => v.looseObject({ [key]: v.unknown() })));
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
