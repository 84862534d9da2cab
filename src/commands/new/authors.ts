/** The questions of `blog new` about authors and photographers. */
import { type UsedPerson, usedPeople } from '../../blog/usedNames.ts';
import { shortestPerson } from '../../checks/names/similarNames.ts';
import { gitName } from '../../files/programs/git.ts';
import { formatPerson, type Person, parsePerson, type Role, roles } from '../../post/fields/authors.ts';
import { foldName, slugKey } from '../../post/fields/slug.ts';
import { nearest } from '../../post/nearest.ts';
import { visible } from '../../report/escape.ts';
import type { Shell } from '../../shell.ts';
import type { Asker } from '../prompt/prompt.ts';
import { askListed, distinct, hasName, labels, settleName } from './categories.ts';
import type { Destinations } from './file.ts';
import { askNames, checkPeople, splitPeople } from './names.ts';

/** Asks who wrote the post, listing git's user first; only `chosen` are ticked. */
export async function askAuthors(
  asker: Asker,
  { destinations, shell }: { destinations: Destinations; shell: Shell },
  chosen: readonly Person[],
): Promise<Person[]> {
  const known = knownPeople(destinations);
  const gitUser = gitName(destinations.site.base, shell.env);
  const me = gitUser === undefined ? undefined : (findPerson(gitUser, known) ?? unused(parsePerson(gitUser)));
  const listed = [...(me ? [me] : []), ...known.filter((one) => one !== me)];
  listed.push(...chosen.filter(({ name }) => !listed.some(hasName(name))).map(unused));
  const choices = listed.map(({ person, count }) => {
    const asTicked = chosen.find(hasName(person.name));
    return { ...labels(formatPerson(person), count), value: asTicked ?? person, checked: asTicked !== undefined };
  });
  const askNew = async (typed: string): Promise<Person[]> => {
    const message = 'Names of the authors, separated by commas (press Enter for none):';
    const names = await askNames(asker, message, { typed, split: splitPeople(listed), check: checkPeople });
    return settlePeople(asker, names, listed);
  };
  const authors: Person[] = [];
  for (const person of await askListed(asker, 'Authors', choices, 'a new author', askNew)) {
    const isNew = !known.some(hasName(person.name)) && !chosen.includes(person);
    authors.push(isNew && person.role === undefined ? await askRole(asker, person) : person);
  }
  return authors;
}

function unused(person: Person): UsedPerson {
  return { name: person.name, count: 0, person };
}

/** The people of the config and of the posts, the most frequent first. */
function knownPeople({ site, postIndex }: Destinations): UsedPerson[] {
  const all = [...Object.values(site.config.authors).map(unused), ...usedPeople(postIndex.entries)];
  return [...new Map(all.map((one) => [foldName(one.name), one])).values()].sort((a, b) => b.count - a.count);
}

/** Asks who took the photographs; `present` are there to be edited. */
export async function askPhotographers(
  asker: Asker,
  destinations: Destinations,
  present: readonly Person[],
): Promise<Person[]> {
  const known = knownPeople(destinations);
  const names = await askNames(asker, 'Photographers, separated by commas:', {
    present: present.map(formatPerson),
    split: splitPeople(known),
    check: checkPeople,
  });
  return distinct(await settlePeople(asker, names, known, present));
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
  const role = await asker.one(`${visible(person.name)} is:`, choices);
  return { ...person, ...(role && { role }) };
}
