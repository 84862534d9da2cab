/** Front matter as data → fields with their types, or faults. Spec section 2. */
import type { Fault } from '../../diagnostic.ts';
import type { Mapping } from '../frontmatter/mapping.ts';
import { type Person, parseByline } from './authors.ts';
import type { PostDate } from './date.ts';
import { type Image, readImage, readPeople } from './mappings.ts';
import { allFieldNames, type FieldName, fieldOfName } from './names.ts';
import {
  readBoolean,
  readComments,
  readDate,
  readId,
  readLang,
  readPermalink,
  readPublishedDate,
  readSlug,
  readStatus,
} from './readers.ts';
import { type At, type FieldSettings, isAbsent, readLine, readNames, readText } from './texts.ts';

/** What a post says of itself: the fields that are there, by their canonical names. */
export interface Fields {
  title?: string | undefined;
  date?: PostDate | undefined;
  updated?: PostDate | undefined;
  expires?: PostDate | undefined;
  id?: string | undefined;
  slug?: string | undefined;
  permalink?: string | undefined;
  authors: Person[];
  photos_by: Person[];
  categories: string[];
  tags: string[];
  summary?: string | undefined;
  draft: boolean;
  image?: Image | undefined;
  aliases: string[];
  comments?: string | number | boolean | undefined;
  lang?: string | undefined;
}

export interface FieldReading {
  fields: Fields;
  /** The name under which each field was found. */
  keys: Partial<Record<FieldName, string | undefined>>;
  faults: Fault[];
}

/** Reads every field of spec section 2. Never throws: whatever is wrong is in `faults`. */
export function readFields(data: Mapping, settings: FieldSettings): FieldReading {
  const keys = findKeys(data, settings.only);
  const faults: Fault[] = [];
  const at: At = { path: [], faults, settings };
  const read: Read = (name, parse) => {
    const key = keys[name];
    if (key === undefined) return undefined;
    at.path = [key];
    return parse(data[key], at);
  };
  const byline = read('byline', readText);
  const named = byline === undefined ? undefined : parseByline(byline);
  const lookUp = (people: Person[] = []): Person[] => people.map((one) => registered(one, settings.authors));
  const date = read('date', readDate);
  // Every field is there, be it undefined: objects of one shape are read much faster.
  const fields: Fields = {
    title: read('title', readLine),
    date: date ?? (keys.date === undefined ? read('published', readPublishedDate) : undefined),
    updated: read('updated', readDate),
    expires: read('expires', readDate),
    id: read('id', readId),
    slug: read('slug', readSlug),
    permalink: read('permalink', readPermalink),
    authors: lookUp(read('authors', readPeople) ?? named?.authors),
    photos_by: lookUp(read('photos_by', readPeople) ?? named?.photos_by),
    categories: read('categories', readNames) ?? [],
    tags: read('tags', readNames) ?? [],
    summary: read('summary', readText),
    draft: isDraft(read, keys.date === undefined),
    image: readImageWithAlt(read),
    aliases: read('aliases', readNames) ?? [],
    comments: read('comments', readComments),
    lang: read('lang', readLang),
  };
  return { fields, keys, faults };
}

/** The name under which each field is given: the canonical one first, then in the order of the aliases. */
function findKeys(data: Mapping, only: FieldSettings['only']): FieldReading['keys'] {
  // Every name is there, be it undefined: objects of one shape are read much faster.
  const keys: FieldReading['keys'] = {
    title: undefined,
    date: undefined,
    updated: undefined,
    id: undefined,
    slug: undefined,
    permalink: undefined,
    authors: undefined,
    photos_by: undefined,
    byline: undefined,
    categories: undefined,
    tags: undefined,
    summary: undefined,
    draft: undefined,
    published: undefined,
    status: undefined,
    private: undefined,
    expires: undefined,
    image: undefined,
    image_alt: undefined,
    aliases: undefined,
    comments: undefined,
    lang: undefined,
  };
  for (const key of Object.keys(data)) {
    if (!Object.hasOwn(fieldOfName, key)) continue;
    const field = fieldOfName[key] as FieldName;
    if (only && !only.includes(field)) continue;
    if (isAbsent(field, data[key])) continue;
    const other = keys[field];
    if (other === undefined || comesBefore(key, other)) keys[field] = key;
  }
  return keys;
}

function comesBefore(key: string, other: string): boolean {
  const names = allFieldNames();
  return names.indexOf(key) < names.indexOf(other);
}

/** The person whom a key of the config's registry means, or of whom it knows more. */
function registered(person: Person, registry: FieldSettings['authors']): Person {
  const entry = Object.hasOwn(registry, person.name)
    ? registry[person.name]
    : Object.values(registry).find((one) => one.name === person.name);
  return entry ? { ...entry, ...person, name: entry.name } : person;
}

type Read = <T>(name: FieldName, parse: (value: unknown, at: At) => T | undefined) => T | undefined;

/** Any sign of a draft wins, so that nothing leaks. `isDated`: `published` was asked for a date, and has its faults. */
function isDraft(read: Read, isDated: boolean): boolean {
  const signs = [
    read('draft', readBoolean),
    read('private', readBoolean),
    read('published', (value, at) => {
      if (typeof value === 'boolean') return !value;
      if (!isDated) readPublishedDate(value, at);
      return undefined;
    }),
    read('status', readStatus),
  ];
  return signs.includes(true);
}

function readImageWithAlt(read: Read): Image | undefined {
  const image = read('image', readImage);
  const alt = read('image_alt', readText);
  return image && alt !== undefined && image.alt === undefined ? { ...image, alt } : image;
}
