/** People and images: values of front matter that may be mappings. */
import type { Path } from '../../diagnostic.ts';
import { isMapping, type Mapping } from '../frontmatter/mapping.ts';
import { cleanName } from '../invisible.ts';
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
    if (isMapping(item)) people.push(...readPerson(item, { ...at, path: [...at.path, index] }));
    else people.push(...named(readItem(item, index, at)));
  }
  return people;
}

function named(name: string | undefined): Person[] {
  return name ? [parsePerson(cleanName(name))] : [];
}

function readPerson(item: Mapping, at: At): Person[] {
  if (isAbsent(item['name'])) {
    const hint = 'write - name: Ada Example, with role: student below it';
    fault(at, 'field-type', `${nameOf(at.path)} needs a name`, hint);
    return [];
  }
  const atPart = (key: string): At => ({ ...at, path: [...at.path, key] });
  const [name, written, email, url] = ['name', 'role', 'email', 'url'].map((key) =>
    isAbsent(item[key]) ? undefined : readLine(item[key], atPart(key)),
  );
  if (name === undefined) return [];
  const person = parsePerson(cleanName(name));
  const role = written?.toLowerCase();
  if (role !== undefined && isRole(role)) person.role = role;
  else if (role !== undefined) fault(atPart('role'), 'field-type', `role must be one of ${roles.join(', ')}`);
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
  const atPart = (key: string): At => ({ ...at, path: [...at.path, key] });
  const part = (...names: string[]): string | undefined => {
    const key = names.find((name) => !isAbsent(value[name]));
    return key === undefined ? undefined : readText(value[key], atPart(key));
  };
  const before = at.faults.length;
  const src = part(...sourceNames);
  const isSourceInvalid = at.faults.length > before;
  const alt = part('alt') ?? asWritten(value['alt']);
  const credit = part('credit', 'author');
  const creditUrl = part('credit_url');
  const consent = readConsent(value['consent'], atPart('consent'));
  if (isSourceInvalid) return undefined;
  if (src === undefined) return fault(at, 'field-type', `${nameOf(at.path)} needs src, the URL or path of the image`);
  const image: Image = { src };
  if (alt !== undefined) image.alt = alt;
  if (credit !== undefined) image.credit = credit;
  if (creditUrl !== undefined) image.credit_url = creditUrl;
  if (consent !== undefined) image.consent = consent;
  return image;
}

const sourceNames = ['src', 'url', 'path'];

/** The path of an image's URL: the field `key` itself, or a key of its mapping. */
export function imageSourcePath(data: Mapping, key: string): Path {
  const value = data[key];
  const name = isMapping(value) ? sourceNames.find((one) => !isAbsent(value[one])) : undefined;
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
