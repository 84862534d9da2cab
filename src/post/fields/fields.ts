/** Front matter as data → the typed fields of a post, and what is wrong with them. */
import type { Fault } from '../../diagnostic.ts';
import type { Mapping } from '../frontmatter/mapping.ts';
import { distinctPeople, type Person, resolvePerson } from './authors.ts';
import { allFieldNames, type FieldName, type FlaggedField, fieldNames, fieldOf, hasFlag } from './names.ts';
import { parseByline } from './people/byline.ts';
import { creditedPhotographers } from './people/people.ts';
import { readers } from './readers.ts';
import { fieldTable } from './table.ts';
import { type At, isAbsent } from './texts.ts';

/** What reading needs to know about the site. */
export interface FieldSettings {
  /** The IANA time zone of dates without an offset. */
  timeZone: string;
  /** The people in the config, by the keys that posts may name them by. */
  authors: Readonly<Record<string, Person>>;
  /** The fields to read; all others count as absent. Default: all. */
  only?: readonly FieldName[] | undefined;
}

type Value<N extends FieldName> = ReturnType<(typeof readers)[(typeof fieldTable)[N]['type']]>;
type OwnField = Exclude<FieldName, FlaggedField<'part'>>;

/** The fields of a post by their canonical names; absent lists are empty. */
export interface Fields extends Partial<{ [N in OwnField]: Value<N> | undefined }> {
  authors: Person[];
  photos_by: Person[];
  categories: string[];
  tags: string[];
  aliases: string[];
  draft: boolean;
}

export interface FieldReading {
  fields: Fields;
  /** The name under which each field was found. */
  keys: Partial<Record<FieldName, string | undefined>>;
  faults: Fault[];
}

// Objects of one shape are read much faster, so each name is there from the start.
const noKeys: FieldReading['keys'] = Object.fromEntries(fieldNames.map((name) => [name, undefined]));
const ownFields = fieldNames.filter((name): name is OwnField => !hasFlag(name, 'part'));
const noFields: Partial<Record<OwnField, unknown>> = Object.fromEntries(ownFields.map((name) => [name, undefined]));

/** Reads every field of the table. Never throws: whatever is wrong is in `faults`. */
export function readFields(data: Mapping, settings: FieldSettings): FieldReading {
  const keys = findKeys(data, settings.only);
  const at: At = { path: [], faults: [], timeZone: settings.timeZone };
  const read = <N extends FieldName>(name: N): Value<N> | undefined => {
    const key = keys[name];
    if (key === undefined) return undefined;
    at.path = [key];
    return readers[fieldTable[name].type](data[key], at) as Value<N>;
  };
  const fields = { ...noFields } as Fields;
  for (const name of ownFields) (fields as Record<OwnField, unknown>)[name] = read(name);
  const byline = read('byline');
  const named = byline === undefined ? undefined : parseByline(byline);
  const photosBy = named?.photos_by ?? (keys.authors === undefined ? [] : creditedPhotographers(data[keys.authors]));
  const settle = (people: Person[]): Person[] =>
    distinctPeople(people.map((person) => resolvePerson(person, settings.authors)));
  fields.authors = settle(fields.authors ?? named?.authors ?? []);
  fields.photos_by = settle(fields.photos_by ?? photosBy);
  fields.categories ??= [];
  fields.tags ??= [];
  fields.aliases ??= [];
  const published = read('published');
  if (keys.date === undefined && typeof published === 'object') fields.date = published;
  const [isPrivate, hasDraftStatus] = [read('private'), read('status')];
  // Any one of them makes a draft, so that nothing leaks.
  fields.draft = fields.draft === true || isPrivate === true || published === false || hasDraftStatus === true;
  const { image } = fields;
  const alt = read('image_alt');
  if (image && alt !== undefined && image.alt === undefined) fields.image = { ...image, alt };
  return { fields, keys, faults: at.faults };
}

/** The name under which each field is given: the canonical one first, then in the order of the aliases. */
function findKeys(data: Mapping, only: FieldSettings['only']): FieldReading['keys'] {
  const keys = { ...noKeys };
  for (const key of Object.keys(data)) {
    const field = fieldOf(key);
    if (field === undefined || (only && !only.includes(field))) continue;
    const value = data[key];
    if (isAbsent(value) || (value === false && hasFlag(field, 'no'))) continue;
    const other = keys[field];
    const isFirst = other === undefined || allFieldNames().find((name) => name === key || name === other) === key;
    if (isFirst) keys[field] = key;
  }
  return keys;
}
