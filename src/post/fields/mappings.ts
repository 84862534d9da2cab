/** People and images: values of front matter that may be mappings. */
import type { Path } from '../../diagnostic.ts';
import { isMapping, type Mapping } from '../frontmatter/mapping.ts';
import { isRole, type Person, parsePerson, roles } from './authors.ts';
import { type At, fault, isAbsent, nameOf, readItem, readLine, readText } from './texts.ts';

export interface Image {
  src: string;
  alt?: string;
  credit?: string;
  credit_url?: string;
  consent?: 'yes' | 'not-needed' | 'pending';
}

/** A person, a list of them, or mappings with `name` and `role`. */
export function readPeople(value: unknown, at: At): Person[] {
  if (!Array.isArray(value)) return isMapping(value) ? readPerson(value, at) : named(readLine(value, at));
  const people: Person[] = [];
  for (let index = 0; index < value.length; index++) {
    const item: unknown = value[index];
    const found = isMapping(item)
      ? readPerson(item, { ...at, path: [...at.path, index] })
      : named(readItem(item, index, at));
    people.push(...found);
  }
  return people;
}

function named(name: string | undefined): Person[] {
  return name ? [parsePerson(name)] : [];
}

function readPerson(item: Mapping, at: At): Person[] {
  if (isAbsent(item['name'])) {
    fault(
      at,
      'field-type',
      `${nameOf(at.path)} needs a name`,
      'write - name: Ada Example, with role: student below it',
    );
    return [];
  }
  const part = (key: string): string | undefined =>
    isAbsent(item[key]) ? undefined : readLine(item[key], { ...at, path: [...at.path, key] });
  const name = part('name');
  const role = part('role')?.toLowerCase();
  const email = part('email');
  const url = part('url');
  if (name === undefined) return [];
  if (role !== undefined && !isRole(role)) {
    fault({ ...at, path: [...at.path, 'role'] }, 'field-type', `role must be one of ${roles.join(', ')}`);
  }
  const person = parsePerson(name);
  if (role !== undefined && isRole(role)) person.role = role;
  if (email !== undefined) person.email = email;
  if (url !== undefined) person.url = url;
  return [person];
}

/** An image: its URL or path, or a mapping with `src`, `alt`, `credit`, `consent`. */
export function readImage(value: unknown, at: At): Image | undefined {
  if (!isMapping(value)) {
    const src = readLine(value, at);
    return src === undefined ? undefined : { src };
  }
  const part = (...names: string[]): string | undefined => {
    const key = names.find((name) => !isAbsent(value[name]));
    return key === undefined ? undefined : readText(value[key], { ...at, path: [...at.path, key] });
  };
  const before = at.faults.length;
  const src = part(...sourceNames);
  const isSourceInvalid = at.faults.length > before;
  const image: Partial<Image> = {};
  for (const [key, text] of [
    ['alt', part('alt') ?? asWritten(value['alt'])],
    ['credit', part('credit', 'author')],
    ['credit_url', part('credit_url')],
  ] as const) {
    if (text !== undefined) image[key] = text;
  }
  const consent = readConsent(value['consent'], { ...at, path: [...at.path, 'consent'] });
  if (consent !== undefined) image.consent = consent;
  if (isSourceInvalid) return undefined;
  if (src === undefined) return fault(at, 'field-type', `${nameOf(at.path)} needs src, the URL or path of the image`);
  return { src, ...image };
}

const sourceNames = ['src', 'url', 'path'];

/** The path of an image's URL: the field `key` itself, or a key of its mapping. */
export function imageSourcePath(data: Mapping, key: string): Path {
  const value = data[key];
  if (!isMapping(value)) return [key];
  const name = sourceNames.find((one) => !isAbsent(value[one]));
  return name === undefined ? [key] : [key, name];
}

/** A number or boolean in place of text: it is there, and its fault was added already. */
function asWritten(value: unknown): string | undefined {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function readConsent(value: unknown, at: At): Image['consent'] {
  if (value === null || value === undefined || value === '') return undefined;
  if (value === true || value === 'yes') return 'yes';
  if (value === 'not-needed' || value === 'pending') return value;
  if (value === false) return 'pending';
  return fault(at, 'field-type', 'consent must be “yes”, “not-needed” or “pending”');
}
