/** Front matter as data → the typed fields of a post, and what is wrong with them. */
import type { Fault } from '../../diagnostic.ts';
import type { Mapping } from '../frontmatter/mapping.ts';
import { htmlAsText } from '../htmlAsText.ts';
import { distinctPeople, type Person, resolvePerson } from './authors.ts';
import type { PostDate } from './date.ts';
import { draftFields, isDraftField, type Sign } from './draftWords.ts';
import { findKeys, type Keys } from './keys.ts';
import { type FieldName, type FlaggedField, fieldNames, hasFlag } from './names.ts';
import { parseByline } from './people/byline.ts';
import { creditedPhotographers } from './people/people.ts';
import { readers } from './readers.ts';
import { fieldTable } from './table.ts';
import type { At } from './texts.ts';

/** What reading needs to know about the site. */
export interface FieldSettings {
  /** The IANA time zone of dates without an offset. */
  timeZone: string;
  /** The people in the config, by the keys that posts may name them by. */
  authors: Readonly<Record<string, Person>>;
  /** Fields that the site uses, and so are not typos. */
  extraFields?: readonly string[];
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
  editors: Person[];
  aliases: string[];
  draft: boolean;
  /** A draft that waits for review. */
  pending?: boolean;
  /** A later date of publication than `date`, until which the post is held back. */
  heldUntil?: PostDate | undefined;
}

export interface FieldReading {
  fields: Fields;
  /** The name under which each field was found. */
  keys: Keys;
  /** Keys of no field. */
  unknown: readonly string[];
  faults: Fault[];
}

// Objects of one shape are read much faster, so each name is there from the start.
const ownFields = fieldNames.filter((name): name is OwnField => !hasFlag(name, 'part'));
const noFields: Partial<Fields> = {
  ...Object.fromEntries(ownFields.map((name) => [name, undefined])),
  draft: false,
  pending: false,
  heldUntil: undefined,
  ...{ file: undefined, path: undefined, pathLang: undefined },
};

/** Reads every field of the table. Never throws: whatever is wrong is in `faults`. */
export function readFields(data: Mapping, settings: FieldSettings): FieldReading {
  const { keys, others, unknown, faults } = findKeys(data, settings);
  const at: At = { path: [], faults, timeZone: settings.timeZone };
  const readKey = <N extends FieldName>(name: N, key: string): Value<N> | undefined => {
    at.path = [key];
    return readers[fieldTable[name].type](data[key], at) as Value<N>;
  };
  const read = <N extends FieldName>(name: N): Value<N> | undefined => {
    const key = keys[name];
    return key === undefined ? undefined : readKey(name, key);
  };
  const fields = { ...noFields } as Fields;
  for (const name of ownFields) {
    // Most posts have few of them.
    if (keys[name] !== undefined) (fields as Record<OwnField, unknown>)[name] = read(name);
  }
  if (fields.summary !== undefined) fields.summary = htmlAsText(fields.summary) || undefined;
  const byline = read('byline');
  const named = byline === undefined ? undefined : parseByline(byline);
  const photosBy = named?.photos_by ?? (keys.authors === undefined ? [] : creditedPhotographers(data[keys.authors]));
  const settle = (people: Person[]): Person[] =>
    distinctPeople(people.map((person) => resolvePerson(person, settings.authors)));
  fields.authors = settle(fields.authors ?? named?.authors ?? []);
  fields.photos_by = settle(fields.photos_by ?? photosBy);
  fields.editors = settle(fields.editors ?? []);
  fields.categories ??= [];
  fields.tags ??= [];
  fields.aliases ??= [];
  for (const name of draftFields) addSign(fields, read(name));
  for (const [name, key] of others) {
    if (name === 'date') holdBack(fields, readKey(name, key));
    else if (isDraftField(name)) addSign(fields, readKey(name, key));
  }
  const { image } = fields;
  const alt = read('image_alt');
  if (image && alt !== undefined && image.alt === undefined) fields.image = { ...image, alt };
  return { fields, keys, unknown, faults };
}

/** Adds what a draft sign says. Any one of them makes a draft, so that nothing leaks. */
function addSign(fields: Fields, sign: Sign | PostDate | undefined): void {
  if (typeof sign === 'object') holdBack(fields, sign);
  else if (sign === 'draft' || sign === 'pending') fields.draft = true;
  if (sign === 'pending') fields.pending = true;
}

/** Adds a date of publication: the post’s date if it has none yet; otherwise a later one holds the post back. */
function holdBack(fields: Fields, date: PostDate | undefined): void {
  if (!date) return;
  if (!fields.date) fields.date = date;
  else if (date.instant > (fields.heldUntil ?? fields.date).instant) fields.heldUntil = date;
}
