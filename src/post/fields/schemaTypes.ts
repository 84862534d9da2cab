/** The types of front matter's values as schemas, for editors. Each takes what the readers of fieldReaders.ts take. */
import * as v from 'valibot';
import { roles } from './authors.ts';

/** A field with nothing behind it is as if it were not there. */
const orNothing = <T extends v.GenericSchema>(schema: T) => v.nullable(schema);

/** Text on one line, be there breaks around it. */
export const line = v.pipe(v.string(), v.regex(/^\s*(?:.*\S)?\s*$/));
/** Any text. */
export const text = v.string();
/** A day, or a day with a time; that it is in the calendar no pattern can say. */
export const date = v.pipe(
  v.string(),
  v.regex(
    /^(?:|\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:(?:[Tt]|[ \t]+)(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?[ \t]*(?:[Zz]|[+-](?:[01]?\d|2[0-3])(?::?[0-5]\d)?)?)?)$/,
  ),
);

const person = v.union([
  orNothing(line),
  v.looseObject({
    name: v.pipe(line, v.nonEmpty(), v.description('The person’s name.')),
    role: v.optional(v.pipe(orNothing(v.picklist(roles)), v.description('In what role they take part.'))),
    email: v.optional(orNothing(line)),
    url: v.optional(v.pipe(orNothing(line), v.description('A page about them.'))),
  }),
]);
/** A person, or a list of them. */
export const people = v.union([person, v.array(person)]);
/** A name, or a list of them. */
export const names = v.union([line, v.array(orNothing(line))]);

const imageParts = {
  alt: v.optional(v.pipe(orNothing(text), v.description('What it shows, for people who do not see it.'))),
  credit: v.optional(v.pipe(orNothing(text), v.description('Who made it.'))),
  credit_url: v.optional(orNothing(text)),
  consent: v.optional(
    v.pipe(
      orNothing(v.union([v.picklist(['yes', 'not-needed', 'pending']), v.boolean()])),
      v.description('Whether the people in it have agreed.'),
    ),
  ),
};
const src = v.pipe(text, v.nonEmpty(), v.description('The image’s address.'));
/** An image’s address, or a mapping that has one. */
export const image = v.union([
  line,
  v.literal(false),
  v.looseObject({ src, ...imageParts }),
  v.looseObject({ url: src, ...imageParts }),
  v.looseObject({ path: src, ...imageParts }),
]);

/** WordPress writes them small, people as they like. */
export function statusPattern(): RegExp {
  const words = 'draft private pending trash auto-draft publish published future scheduled public live'.split(' ');
  const anyCase = (word: string): string => word.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
  return new RegExp(`^(?:${words.map(anyCase).join('|')})?$`);
}
