/** Names that `blog new` is given: people, categories and tags, as the config and the posts spell them. */
import { type Config, findCategory } from '../../blog/config/config.ts';
import type { PostIndex } from '../../blog/postIndex.ts';
import { spellingInUse, type UsedName, usedNames, usedPeople } from '../../blog/usedNames.ts';
import { severityOf } from '../../diagnostic.ts';
import { UserError } from '../../errors.ts';
import { type Person, parsePerson, roles } from '../../post/fields/authors.ts';
import { foldName } from '../../post/fields/slug.ts';
import { nearest } from '../../post/nearest.ts';
import { visible } from '../../report/escape.ts';
import { readFilledLine } from '../textArgument.ts';
import { nearName, posts } from './categories.ts';

/** People by their names, their keys in the registry, or names with a role; a new name that is nearly another is hinted at. */
export function readPeople(
  names: readonly string[],
  flag: string,
  postIndex: PostIndex,
  config: Config,
  hint: (text: string) => void,
): Person[] {
  const registered = Object.values(config.authors).map(({ name }) => ({ name, count: 0 }));
  const people = [...usedPeople(postIndex.entries), ...registered];
  return names.map((text) => {
    const person = readPerson(readFilledLine(text, flag), config, hint);
    if (spellingInUse(person.name, people) === undefined) hintNearName(person.name, people, hint);
    return person;
  });
}

/** Says of a new name that it is nearly one that is there. */
function hintNearName(name: string, used: readonly UsedName[], hint: (text: string) => void): void {
  const duplicate = nearName(name, used);
  if (duplicate)
    hint(`“${visible(name)}” is new; did you mean “${visible(duplicate.name)}” (${posts(duplicate.count)})?`);
}

/** A name, its key in the config's registry, or a name with a role in brackets. */
function readPerson(text: string, config: Config, hint: (text: string) => void): Person {
  const person = parsePerson(text);
  const entry = Object.hasOwn(config.authors, person.name)
    ? config.authors[person.name]
    : Object.values(config.authors).find((one) => foldName(one.name) === foldName(person.name));
  const name = entry?.name ?? person.name;
  const role = person.role ?? entry?.role;
  const bracket = /\(([^()]*)\)$/.exec(name)?.[1];
  if (!entry && bracket !== undefined) {
    hint(`“${visible(bracket)}” is no role (${roles.join(', ')}): it stays a part of the name`);
  }
  const { email } = entry ? {} : person;
  return { name, ...(role && { role }), ...(email !== undefined && { email }) };
}

/** People of another post, without what the config's registry says of them anyway. */
export function knownPeople(people: readonly Person[], config: Config): Person[] {
  const registered = Object.values(config.authors).map(({ name }) => name);
  return people.map(({ name, role, ...rest }) => ({
    name,
    ...(role && { role }),
    ...(registered.includes(name) ? {} : rest),
  }));
}

/** Whether a category that the config does not list is an error. */
export function isClosed(config: Config): boolean {
  return config.categories !== undefined && severityOf({ rule: 'category-unknown' }, config.rules) === 'error';
}

/**
 * Categories as the config spells them, or else as the posts do. Throws UserError for one that the config does not list:
 * the draft would not be valid.
 */
export function readCategories(
  names: readonly string[],
  postIndex: PostIndex,
  config: Config,
  hint: (text: string) => void,
): string[] {
  const used = usedNames(postIndex.entries, 'category');
  return names.map((given) => {
    const name = readFilledLine(given, '--category').normalize('NFC');
    const configured = findCategory(name, config.categories ?? []);
    if (configured) return configured.name;
    if (config.categories) {
      const listed = config.categories.map((one) => one.name);
      const meant = nearest(name, listed);
      const message = `“${visible(name)}” is not one of the blog’s categories`;
      const advice = `${meant === undefined ? '' : `; did you mean “${meant}”?`}\nChoose from: ${listed.join(', ')}`;
      if (isClosed(config)) throw new UserError(`--category: ${message}${advice}`);
      hint(message + advice);
    }
    const spelling = spellingInUse(name, used);
    if (spelling === undefined && !config.categories) hintNearName(name, used, hint);
    return spelling ?? name;
  });
}

/** Categories of another post or a template that this blog allows. */
export function allowedCategories(names: readonly string[], config: Config, hint: (text: string) => void): string[] {
  if (!isClosed(config)) return [...names];
  return names.flatMap((name) => {
    const configured = findCategory(name, config.categories ?? []);
    if (!configured) hint(`“${visible(name)}” is not one of the blog’s categories: left out`);
    return configured ? [configured.name] : [];
  });
}

/** Tags as the posts spell them. */
export function readTags(names: readonly string[], postIndex: PostIndex): string[] {
  const used = usedNames(postIndex.entries, 'tag');
  return names.map((given) => {
    const name = readFilledLine(given, '--tag').normalize('NFC');
    return spellingInUse(name, used) ?? name;
  });
}
