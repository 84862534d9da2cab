/** A post's text with another name of a category, a tag or a person. */
import type { Path } from '../../diagnostic.ts';
import { formatPerson, isRole, type Person, parsePerson, type Role, resolvePerson } from '../fields/authors.ts';
import { type FieldName, fieldOf } from '../fields/names.ts';
import { parseCredits } from '../fields/people/byline.ts';
import { partKey } from '../fields/people/people.ts';
import { foldName } from '../fields/slug.ts';
import { isMapping } from '../frontmatter/mapping.ts';
import { cleanName } from '../invisible.ts';
import { removeItem, setField } from './patch.ts';
import { openPost } from './patchText.ts';

/** How texts that have one name come to have another. */
export interface NameMerge {
  /** The text with the new name; undefined if it does not have the old one. */
  renamed(text: string): string | undefined;
  /** Whether the text is the new name already. */
  isTarget(text: string): boolean;
  /** Whether a text with the new name is read as the old one was, but for the name. */
  isFaithful(text: string, renamed: string): boolean;
  /** The text `target`, which stays, with what `other`, which goes, says besides the name. */
  completed(target: string, other: string): string;
}

/** A text in front matter that may be a name. */
interface Place {
  text: string;
  path: Path;
  /** The role beside the name, in a mapping. */
  role?: Pick<Place, 'text' | 'path'>;
  /** The list that it is an item of, itself or in a mapping. */
  list?: Path;
  index?: number;
}

/** No post names somebody or something so often; each time takes another parse. */
const mostPlaces = 10;

/** The text with its names in some fields merged; a list has the new one once. Undefined if it is not safe to change. */
export function mergeNames(text: string, fields: readonly FieldName[], merge: NameMerge): string | undefined {
  const data = openPost(text)?.data;
  if (!data) return undefined;
  const places = Object.entries(data).flatMap(([key, value]) => {
    const field = fieldOf(key);
    return field !== undefined && fields.includes(field) ? placesIn(value, [key]) : [];
  });
  const renamed = places.flatMap((place) => {
    const name = merge.renamed(place.text);
    return name === undefined ? [] : [{ place, name }];
  });
  if (renamed.length > mostPlaces) return undefined;
  for (const { place, name } of renamed) {
    if (!merge.isFaithful(place.text, name)) return undefined;
    const named = (place.role && merge.renamed(`${place.text} (${place.role.text})`)) ?? name;
    const rest = place.list && places.find((one) => one.list === place.list && merge.isTarget(one.text));
    const changed = rest
      ? withoutItem(text, place, rest, rest.role ? rest.text : merge.completed(rest.text, named))
      : withPerson(text, place, named);
    return changed === undefined ? undefined : mergeNames(changed, fields, merge);
  }
  return text;
}

/** The text with another name in its place, and a role where the old one has it. */
function withPerson(text: string, { path, role }: Place, named: string): string | undefined {
  const person = parsePerson(named);
  if (!role || !person.role) return setField(text, path, named)?.text;
  const set = setField(text, path, named.slice(0, named.lastIndexOf('(')).trimEnd())?.text;
  if (set === undefined || person.role === role.text.toLowerCase()) return set;
  return setField(set, role.path, person.role)?.text;
}

function withoutItem(
  text: string,
  { list = [], index = 0 }: Place,
  rest: Place,
  completed: string,
): string | undefined {
  const set = completed === rest.text ? text : setField(text, rest.path, completed)?.text;
  return set === undefined ? undefined : removeItem(set, list, index)?.text;
}

/** The names in a value: a text, those of a list, which Hexo may have within the list, and those of people. */
function placesIn(value: unknown, path: Path, list?: Path, index?: number): Place[] {
  const item = { ...(list && { list }), ...(index !== undefined && { index }) };
  if (typeof value === 'string') return [{ text: value, path, ...item }];
  if (Array.isArray(value)) return value.flatMap((one, at) => placesIn(one, [...path, at], path, at));
  if (!isMapping(value)) return [];
  const [key, roleKey] = [partKey(value, 'name'), partKey(value, 'role')];
  const said = roleKey === undefined ? undefined : value[roleKey];
  const isSaid = typeof said === 'string' && isRole(said.toLowerCase());
  const role = isSaid && roleKey !== undefined ? { text: said, path: [...path, roleKey] } : undefined;
  const places = key === undefined ? [] : placesIn(value[key], [...path, key], list, index);
  return places.map((place) => ({ ...place, ...(role && { role }) }));
}

/** The merge of the categories or tags that `isFrom` recognises into `target`. */
export function categoryMerge(isFrom: (name: string) => boolean, target: string): NameMerge {
  return {
    renamed: (text) => (isFrom(text) ? target : undefined),
    isTarget: (text) => foldName(text) === foldName(target) && !isFrom(text),
    isFaithful: () => true,
    completed: (text) => text,
  };
}

/**
 * The merge of the people that `isFrom` recognises by their names into `target`. Each keeps the role and the email address
 * that a post gives them, unless `target` has a role of its own. A byline is changed where it names them.
 */
export function personMerge(
  isFrom: (name: string) => boolean,
  target: Person,
  registry: Readonly<Record<string, Person>>,
): NameMerge {
  const isOld = (person: Person): boolean => isFrom(resolvePerson(person, registry).name);
  // What the config says of them needs no repeating.
  const knownRole = resolvePerson({ name: target.name }, registry).role;
  const roleOf = (old: Person): Role | undefined =>
    target.role ?? old.role ?? (knownRole === undefined ? resolvePerson(old, registry).role : undefined);
  return {
    renamed(text) {
      const plain = cleanName(text).normalize('NFC');
      const credits = parseCredits(plain);
      const [old, ...others] = groupsIn(text).flat().filter(isOld);
      if (!old) return undefined;
      const renamed = [old, ...others].reduce((before, { name }) => withName(before, name, target.name), plain);
      const role = roleOf(old);
      // Their name in the text may be written with entities, or be part of the email address.
      if (credits || (renamed !== plain && role === old.role)) return renamed;
      return formatPerson({ name: target.name, ...(role && { role }) });
    },
    isTarget(text) {
      const person = parsePerson(cleanName(text));
      return !isOld(person) && foldName(resolvePerson(person, registry).name) === foldName(target.name);
    },
    isFaithful(text, renamed) {
      const groups = groupsIn(text).map((people) =>
        people.map((person) => ({ isOld: isOld(person), name: isOld(person) ? target.name : person.name })),
      );
      // A sentence that names somebody once more than before would read oddly.
      const isDoubled = groups.some(
        (people) => people.some((one) => one.isOld) && people.some((one) => !one.isOld && one.name === target.name),
      );
      const expected = groups.map((people) => people.map(({ name }) => name));
      const read = groupsIn(renamed).map((people) => people.map(({ name }) => name));
      return !isDoubled && JSON.stringify(read) === JSON.stringify(expected);
    },
    completed(text, other) {
      const { role } = parsePerson(other);
      return role === undefined || role === knownRole || parsePerson(text).role !== undefined
        ? text
        : `${text.trim()} (${role})`;
    },
  };
}

/** The people of a text: those of a byline who wrote and those who took photographs, or the only one. */
function groupsIn(text: string): Person[][] {
  const plain = cleanName(text).normalize('NFC');
  const credits = parseCredits(plain);
  return credits ? [credits.authors, credits.photos_by] : [[parsePerson(plain)]];
}

/** The text with another name wherever it stands as whole words. */
function withName(text: string, name: string, target: string): string {
  const escaped = name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  const words = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}@])${escaped}(?![\\p{L}\\p{M}\\p{N}@])`, 'gu');
  return text.replace(words, () => target);
}
