/** People: names with a role, bylines, or mappings as this tool and others write them. */
import { isMapping, type Mapping } from '../../frontmatter/mapping.ts';
import { cleanName } from '../../invisible.ts';
import { isRole, type Person, parsePerson, roles } from '../authors.ts';
import { fieldOf, foldKey, keyNamed } from '../names.ts';
import { type At, fault, isAbsent, nameOf, readItem, readLine } from '../texts.ts';
import { parseCredits } from './byline.ts';

/** The names of each part of a person, the preferred first: WordPress has `display_name` and `login`, Atom `uri`. */
export const partNames = {
  name: ['name', 'display_name', 'login'],
  role: ['role'],
  email: ['email'],
  url: ['url', 'uri', 'link'],
} as const;

/** Every key of a person that is read. */
export const personKeys: readonly string[] = Object.values(partNames).flat();

/** A person, a list of them, or mappings with `name` and `role`. */
export function readPeople(value: unknown, at: At): Person[] {
  const key = String(at.path[0]);
  if (!Array.isArray(value)) return isMapping(value) ? readPerson(value, at) : parsePeople(readLine(value, at), key);
  const people: Person[] = [];
  for (let index = 0; index < value.length; index++) {
    const item: unknown = value[index];
    if (isMapping(item)) people.push(...readPerson(item, { ...at, path: [...at.path, index] }));
    else people.push(...parsePeople(readItem(item, index, at), key));
  }
  return people;
}

/** The people that a text names in the field `key`: one, or those of a byline. */
export function parsePeople(text: string | undefined, key: string): Person[] {
  if (!text) return [];
  const name = cleanName(text);
  const credits = parseCredits(name);
  if (!credits) return [parsePerson(name)];
  return fieldOf(key) === 'authors' ? credits.authors : [...credits.photos_by, ...credits.authors];
}

/** The photographers that bylines among the authors name: “Text and photos by Ada Example”. */
export function creditedPhotographers(authors: unknown): Person[] {
  const texts: readonly unknown[] = Array.isArray(authors) ? authors : [authors];
  return texts.flatMap((text) => (typeof text === 'string' ? (parseCredits(text)?.photos_by ?? []) : []));
}

/** The key that has a part of a person, if there is one. */
export function partKey(item: Mapping, part: keyof typeof partNames): string | undefined {
  return partNames[part].map((name) => keyNamed(item, name)).find((key) => key !== undefined && !isAbsent(item[key]));
}

/** How to write a person without a name: their only key may be it, `- Ada Example: student`. */
function namelessHint(item: Mapping): string {
  const keys = Object.keys(item);
  const fullName = keys.find((key) => foldKey(key) === 'fullname');
  if (fullName !== undefined) return `write - name: ${item[fullName]}`;
  const [only = ''] = keys;
  if (partKey(item, 'email') !== undefined || partKey(item, 'url') !== undefined) return 'add their name: below it';
  if (keys.length !== 1 || !/^\p{Lu}.*\s\S/u.test(only)) {
    return 'write - name: Ada Example, with role: student below it';
  }
  const value = item[only];
  const given = isMapping(value) ? value[partKey(value, 'role') ?? ''] : value;
  const role = typeof given === 'string' ? given.toLowerCase() : '';
  return `write - name: ${only}${isRole(role) ? `, with role: ${role} below it` : ''}`;
}

function readPerson(item: Mapping, at: At): Person[] {
  if (partKey(item, 'name') === undefined) {
    fault(at, 'field-type', `${nameOf(at.path)} needs a name`, namelessHint(item));
    return [];
  }
  const read = (part: keyof typeof partNames): string | undefined => {
    const key = partKey(item, part);
    return key === undefined ? undefined : readLine(item[key], { ...at, path: [...at.path, key] });
  };
  const [name, written, email, url] = [read('name'), read('role'), read('email'), read('url')];
  if (name === undefined) return [];
  const person = parsePerson(cleanName(name));
  const role = written?.toLowerCase();
  if (role !== undefined && isRole(role)) person.role = role;
  else if (role !== undefined) {
    fault({ ...at, path: [...at.path, 'role'] }, 'field-type', `role must be one of ${roles.join(', ')}`);
  }
  if (email !== undefined) person.email = email;
  if (url !== undefined) person.url = url;
  return [person];
}
