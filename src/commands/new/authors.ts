/** The questions of `blog new` about authors and photographers. */
import type { UsedPerson } from '../../blog/usedNames.ts';
import { shortestPerson } from '../../checks/similarNames.ts';
import { formatPerson } from '../../post/draft/draft.ts';
import { type Person, parsePerson, type Role, roles } from '../../post/fields/authors.ts';
import { foldName, slugKey } from '../../post/fields/slug.ts';
import { nearest } from '../../post/nearest.ts';
import { visible } from '../../report/escape.ts';
import type { Asker, Choice } from '../prompt/prompt.ts';
import { countedMessage, distinct, labels, other, settleName, withOther, withoutOther } from './categories.ts';
import { askNames } from './questions.ts';

/** The people a blog knows. */
export interface People {
  registry: readonly Person[];
  used: readonly UsedPerson[];
}

const hasName =
  (name: string) =>
  (one: { name: string }): boolean =>
    foldName(one.name) === foldName(name);

/**
 * Asks who wrote the post: git's user first, then the people of the config and of the posts. `chosen` are ticked;
 * undefined: git's user is.
 */
export async function askAuthors(
  asker: Asker,
  { registry, used, gitUser }: People & { gitUser: string | undefined },
  chosen: readonly Person[] | undefined,
): Promise<Person[]> {
  const known = knownPeople(registry, used);
  const me = gitUser === undefined ? undefined : (findPerson(gitUser, known) ?? unused(parsePerson(gitUser)));
  const ticked = chosen ?? (me ? [me.person] : []);
  const listed = [...(me ? [me] : []), ...known.filter((one) => one !== me)];
  listed.push(...ticked.filter(({ name }) => !listed.some(hasName(name))).map(unused));
  const choices: Choice<Person | typeof other>[] = listed.map(({ person, count }) => {
    const asTicked = ticked.find(hasName(person.name));
    return { ...labels(formatPerson(person), count), value: asTicked ?? person, checked: asTicked !== undefined };
  });
  const askNew = async (): Promise<Person[]> => {
    const names = await askNames(asker, 'Names of the authors, separated by commas (press Enter for none):');
    return settlePeople(asker, names, listed);
  };
  const offered = withOther(choices, 'a new author');
  const answer: (Person | typeof other)[] =
    choices.length === 0 ? [other] : await asker.several(countedMessage('Authors', choices), offered);
  const named = answer.includes(other) ? await askNew() : [];
  const authors: Person[] = [];
  for (const person of distinct([...withoutOther(answer), ...named], ({ name }) => name)) {
    const isNew = !known.some(hasName(person.name)) && !chosen?.includes(person);
    authors.push(isNew && person.role === undefined ? await askRole(asker, person) : person);
  }
  return authors;
}

function unused(person: Person): UsedPerson {
  return { name: person.name, count: 0, person };
}

/** The people of the config and of the posts, the most frequent first. */
function knownPeople(registry: readonly Person[], used: readonly UsedPerson[]): UsedPerson[] {
  const people = new Map([...registry.map(unused), ...used].map((one) => [foldName(one.name), one]));
  return [...people.values()].sort((a, b) => b.count - a.count);
}

/** Asks who took the photographs; `present` are there to be edited. */
export async function askPhotographers(
  asker: Asker,
  { registry, used }: People,
  present: readonly Person[],
): Promise<Person[]> {
  const names = await askNames(asker, 'Photographers, separated by commas:', present.map(formatPerson));
  const people = await settlePeople(asker, names, knownPeople(registry, used), present);
  return distinct(people, ({ name }) => name);
}

/** The people of typed names: as they are known, or corrected; those of `present` stay unchanged. */
async function settlePeople(
  asker: Asker,
  names: readonly string[],
  known: readonly UsedPerson[],
  present: readonly Person[] = [],
): Promise<Person[]> {
  const settled: Person[] = [];
  for (const text of names) {
    const same = present.find((one) => formatPerson(one) === text);
    const { name, ...rest } = same ?? (await settleRole(asker, parsePerson(text)));
    const corrected = await settleName(
      asker,
      name,
      [...known, ...[...present, ...settled].map(unused)],
      shortestPerson,
    );
    const person = same ? undefined : known.find(hasName(corrected))?.person;
    settled.push({ ...(person ?? { name: corrected }), ...rest });
  }
  return settled;
}

/** Asks about brackets that hold nearly a role; otherwise they would become part of the name. */
async function settleRole(asker: Asker, person: Person): Promise<Person> {
  const [, name, bracket] = /^(.*\S)\s*\(([^()]*)\)$/.exec(person.name) ?? [];
  const role = bracket === undefined ? undefined : roles.find((one) => one === nearest(bracket.trim(), roles));
  if (name === undefined || role === undefined) return person;
  const corrected = visible(formatPerson({ name, role }));
  return asker.one(`“${visible(person.name)}”: did you mean “${corrected}”?`, [
    { name: `Yes, ${corrected}`, short: corrected, value: { name, role } },
    { name: 'No, that is the name', short: visible(person.name), value: person },
  ]);
}

/** Git's user among the people, with or without accents and capitals. */
function findPerson(gitUser: string, people: readonly UsedPerson[]): UsedPerson | undefined {
  const keyOf = (name: string): string => slugKey(name) || foldName(name);
  return people.find(({ name }) => keyOf(name) === keyOf(gitUser));
}

const roleNames: readonly [Role | undefined, string][] = [
  ['student', 'a student'],
  ['staff', 'a member of staff'],
  ['partner', 'a partner from another organisation'],
  ['alumni', 'a former student'],
  [undefined, 'other, or prefer not to say'],
];

/** Asks for the role; Enter alone gives none, since a wrong role is worse. */
async function askRole(asker: Asker, person: Person): Promise<Person> {
  const choices = roleNames.map(([value, name]) => ({ name, short: value ?? 'no role', value }));
  const role = await asker.one(`${visible(person.name)} is:`, choices, undefined);
  return { ...person, ...(role && { role }) };
}
