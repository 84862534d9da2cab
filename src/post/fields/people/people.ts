/** People: names with a role, bylines, or mappings as this tool and others write them. */
import type { Path } from '../../../diagnostic.ts';
import { isMapping, type Mapping } from '../../frontmatter/mapping.ts';
import { cleanName } from '../../invisible.ts';
import { isRole, type Person, parsePerson, roles } from '../authors.ts';
import { writtenList } from '../listText.ts';
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
    if (isMapping(item)) people.push(...readPerson(item, { ...at, path: [...at.path, index] }, value[index - 1]));
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

/** What to write for a person without a name. `above` is the item above in the list. */
function namelessHint(item: Mapping, path: Path, above: unknown): string {
  const [[key = '', value] = [], ...others] = Object.entries(item);
  const names = Object.values(item).every((one) => one === null)
    ? writtenList(Object.keys(item).join(', '))
    : undefined;
  if (names !== undefined && path.length === 1)
    return `square brackets make a list: write ${path[0]}: [${names.replace(/^\[|\]$/g, '')}]`;
  if (isMapping(above) && Object.keys(item).every((name) => personKeys.includes(name.toLowerCase()))) {
    return `remove the hyphen before ${key}, and indent it like the line above`;
  }
  const fullName = Object.keys(item).find((one) => foldKey(one) === 'fullname');
  if (fullName !== undefined) return `write - name: ${item[fullName]}`;
  if (partKey(item, 'email') !== undefined || partKey(item, 'url') !== undefined) return 'add their name: below it';
  if (others.length === 0 && isRole(key.toLowerCase()) && typeof value === 'string') {
    return `write - ${value} (${key.toLowerCase()})`;
  }
  if (others.length === 0 && /^\p{Lu}.*\s\S/u.test(key)) return `write - name: ${key}${roleBelow(value)}`;
  if (others.length > 0 || typeof value !== 'string' || personKeys.includes(key)) {
    return 'write - name: Ada Example, with role: student below it';
  }
  return `write - name: ${value}, with role: student, staff, partner or alumni below it`;
}

/** The role of a person whose name is a key, `Ada Example: student`. */
function roleBelow(value: unknown): string {
  const given = isMapping(value) ? value[partKey(value, 'role') ?? ''] : value;
  const role = typeof given === 'string' ? given.toLowerCase() : '';
  return isRole(role) ? `, with role: ${role} below it` : '';
}

function readPerson(item: Mapping, at: At, above?: unknown): Person[] {
  if (partKey(item, 'name') === undefined) {
    fault(at, 'field-type', `${nameOf(at.path)} needs a name`, namelessHint(item, at.path, above));
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
    fault(
      { ...at, path: [...at.path, partKey(item, 'role') ?? 'role'] },
      'field-type',
      `role must be one of ${roles.join(', ')}`,
    );
  }
  if (email !== undefined) person.email = email;
  if (url !== undefined) person.url = url;
  return [person];
}
