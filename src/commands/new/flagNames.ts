/** The names given to `blog new`: people, categories and tags, as the config and the posts already write them. */
import { type Config, findCategory } from '../../blog/config/config.ts';
import type { PostIndex } from '../../blog/postIndex.ts';
import { nameInUse, type UsedName, usedNames, usedPeople } from '../../blog/usedNames.ts';
import { shortestCategory, shortestPerson } from '../../checks/similarNames.ts';
import { severityOf } from '../../diagnostic.ts';
import { UserError } from '../../errors.ts';
import { type Person, parsePerson, roles } from '../../post/fields/authors.ts';
import { foldName } from '../../post/fields/slug.ts';
import { nearest } from '../../post/nearest.ts';
import { visible } from '../../report/escape.ts';
import { readFilledLine } from '../textArgument.ts';
import { distinct, nearName, newNameHint } from './categories.ts';

/**
 * The people of names, of keys in the config's `authors`, or of names with a role. `hint` is told of a new name that is
 * near a known one. Throws UserError for a name that is empty or does not fit on a line.
 */
export function readPeople(
  names: readonly string[],
  flag: string,
  postIndex: PostIndex,
  config: Config,
  hint: (text: string) => void,
): Person[] {
  const registered = Object.values(config.authors).map(({ name }) => ({ name, count: 0 }));
  const known = [...usedPeople(postIndex.entries), ...registered];
  const people = names.map((text) => {
    const person = readPerson(readFilledLine(text, flag), config, hint);
    hintNearName(person.name, known, hint, shortestPerson);
    return person;
  });
  return distinct(people, ({ name }) => name);
}

function hintNearName(
  name: string,
  known: readonly UsedName[],
  hint: (text: string) => void,
  shortest = shortestCategory,
): void {
  const near = nameInUse(name, known) === undefined ? nearName(name, known, shortest) : undefined;
  if (near) hint(newNameHint(name, near));
}

function readPerson(text: string, config: Config, hint: (text: string) => void): Person {
  const person = parsePerson(text);
  const entry = Object.hasOwn(config.authors, person.name)
    ? config.authors[person.name]
    : Object.values(config.authors).find((one) => foldName(one.name) === foldName(person.name));
  const name = entry?.name ?? person.name;
  const role = person.role ?? entry?.role;
  const bracket = /\(([^()]*)\)$/.exec(name)?.[1];
  if (!entry && bracket !== undefined) {
    hint(`unknown role “${visible(bracket)}” (${roles.join(', ')}); kept as part of the name`);
  }
  const { email } = entry ? {} : person;
  return { name, ...(role && { role }), ...(email !== undefined && { email }) };
}

/** People of another post, without the details that the config's `authors` gives anyway. */
export function withoutRegistered(people: readonly Person[], config: Config): Person[] {
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
 * The categories as the config or else the posts write them. `hint` is told of what is probably a typo. Throws UserError
 * for one that the config does not allow: the draft would be invalid from the start.
 */
export function readCategories(
  names: readonly string[],
  postIndex: PostIndex,
  config: Config,
  hint: (text: string) => void,
): string[] {
  const used = usedNames(postIndex.entries, 'category');
  const categories = names.map((given) => {
    const name = readFilledLine(given, '--category').normalize('NFC');
    const configured = findCategory(name, config.categories ?? []);
    if (configured) return configured.name;
    if (config.categories) {
      const listed = config.categories.map((one) => one.name);
      const near = nearest(name, listed);
      const advice = `${near === undefined ? '' : `; did you mean “${near}”?`}\nChoose from: ${listed.join(', ')}`;
      const message = `--category: “${visible(name)}” is not in the config${advice}`;
      if (isClosed(config)) throw new UserError(message);
      hint(message);
    } else hintNearName(name, used, hint);
    return nameInUse(name, used) ?? name;
  });
  return distinct(categories, (name) => name);
}

/** The categories of another post or a template that this blog allows; `hint` is told of the others. */
export function allowedCategories(names: readonly string[], config: Config, hint: (text: string) => void): string[] {
  if (!isClosed(config)) return [...names];
  return names.flatMap((name) => {
    const configured = findCategory(name, config.categories ?? []);
    if (!configured) hint(`category “${visible(name)}” left out: it is not in the config`);
    return configured ? [configured.name] : [];
  });
}

/** The tags as the posts write them. Throws UserError for one that is empty or does not fit on a line. */
export function readTags(names: readonly string[], postIndex: PostIndex): string[] {
  const used = usedNames(postIndex.entries, 'tag');
  const tags = names.map((given) => {
    const name = readFilledLine(given, '--tag').normalize('NFC');
    return nameInUse(name, used) ?? name;
  });
  return distinct(tags, (name) => name);
}
