/** The question of `blog new` about authors. */
import type { UsedPerson } from '../../blog/usedNames.ts';
import { formatPerson } from '../../post/draft/draft.ts';
import { type Person, parsePerson, type Role, roles } from '../../post/fields/authors.ts';
import { foldName, slugKey } from '../../post/fields/slug.ts';
import { nearest } from '../../post/nearest.ts';
import { visible } from '../../report/escape.ts';
import type { Asker, Choice } from '../prompt/prompt.ts';
import { countedQuestion, distinct, labels, other, settleName, withOther, withoutOther } from './categories.ts';
import { askNames } from './questions.ts';

/** Whom the blog knows. */
export interface People {
  registry: readonly Person[];
  used: readonly UsedPerson[];
}

/** The people of the config and of the posts, first whoever git says is sitting here; `chosen` are ticked. */
export async function askAuthors(
  asker: Asker,
  { registry, used, gitUser }: People & { gitUser: string | undefined },
  chosen: readonly Person[] | undefined,
): Promise<Person[]> {
  const known = knownPeople(registry, used);
  const isKnown = ({ name }: Person): boolean => known.some((one) => foldName(one.name) === foldName(name));
  const me =
    gitUser === undefined
      ? undefined
      : (whoIs(gitUser, known) ?? { name: gitUser, count: 0, person: parsePerson(gitUser) });
  const ticked = chosen ?? (me ? [me.person] : []);
  const isTicked = ({ name }: Person): boolean => ticked.some((one) => foldName(one.name) === foldName(name));
  const extra = ticked.filter((one) => !isKnown(one) && one.name !== me?.person.name);
  const listed = [
    ...(me ? [me] : []),
    ...known.filter((one) => one !== me),
    ...extra.map((person) => ({ name: person.name, count: 0, person })),
  ];
  const choices: Choice<Person | typeof other>[] = listed.map(({ person, count }) => ({
    ...labels(formatPerson(person), count),
    value: ticked.find(({ name }) => foldName(name) === foldName(person.name)) ?? person,
    checked: isTicked(person),
  }));
  const askNew = async (): Promise<Person[]> => {
    const names = await askNames(asker, 'Names of the authors, with commas between them (Enter for none):');
    return settlePeople(asker, names, listed);
  };
  const offered = withOther(choices, 'somebody new');
  const answer: (Person | typeof other)[] =
    choices.length === 0 ? [other] : await asker.several(countedQuestion('Authors', choices), offered);
  const all = distinct(
    [...withoutOther(answer), ...(answer.includes(other) ? await askNew() : [])],
    ({ name }) => name,
  );
  const complete: Person[] = [];
  for (const person of all) {
    const isNew = !isKnown(person) && !chosen?.includes(person);
    complete.push(isNew && person.role === undefined ? await askRole(asker, person) : person);
  }
  return complete;
}

/** The people of the config and of the posts, the most frequent first. */
function knownPeople(registry: readonly Person[], used: readonly UsedPerson[]): UsedPerson[] {
  const people = new Map<string, UsedPerson>();
  for (const person of registry) people.set(foldName(person.name), { name: person.name, count: 0, person });
  for (const one of used) people.set(foldName(one.name), one);
  return [...people.values()].sort((a, b) => b.count - a.count);
}

/** Those who took the photographs; `present` stand there already. */
export async function askPhotographers(
  asker: Asker,
  { registry, used }: People,
  present: readonly Person[],
): Promise<Person[]> {
  const names = await askNames(asker, 'Who took the photographs, with commas between them:', present.map(formatPerson));
  const people = await settlePeople(asker, names, knownPeople(registry, used), present);
  return distinct(people, ({ name }) => name);
}

/** People who are typed, as they are known already or as they are meant; whoever was `present` before stays unchanged. */
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
    const others = [...present, ...settled].map((one) => ({ name: one.name, count: 0 }));
    const meant = await settleName(asker, name, [...known, ...others]);
    const person = same ? undefined : known.find((one) => foldName(one.name) === foldName(meant))?.person;
    settled.push({ ...(person ?? { name: meant }), ...rest });
  }
  return settled;
}

/** A bracket that is nearly a role is asked about, else it would be a part of the name for good. */
async function settleRole(asker: Asker, person: Person): Promise<Person> {
  const [, name, bracket] = /^(.*\S)\s*\(([^()]*)\)$/.exec(person.name) ?? [];
  const role = bracket === undefined ? undefined : roles.find((one) => one === nearest(bracket.trim(), roles));
  if (name === undefined || role === undefined) return person;
  const meant = visible(formatPerson({ name, role }));
  return asker.one(`Did you mean “${meant}” by “${visible(person.name)}”?`, [
    { name: `yes, ${meant}`, short: meant, value: { name, role } },
    { name: 'no, that is the name', short: visible(person.name), value: person },
  ]);
}

/** Git's user among the people, be it with other accents or capitals. */
function whoIs(gitUser: string, people: readonly UsedPerson[]): UsedPerson | undefined {
  const key = slugKey(gitUser) || foldName(gitUser);
  return people.find(({ name }) => (slugKey(name) || foldName(name)) === key);
}

const roleNames: readonly [Role | undefined, string][] = [
  ['student', 'a student'],
  ['staff', 'a member of staff'],
  ['partner', 'a partner from outside'],
  ['alumni', 'a former student'],
  [undefined, 'none of these, or not to be said'],
];

/** Enter alone says nothing of it: a wrong role is worse than none. */
async function askRole(asker: Asker, person: Person): Promise<Person> {
  const choices = roleNames.map(([value, name]) => ({ name, short: value ?? 'no role', value }));
  const role = await asker.one(`${visible(person.name)} is:`, choices, undefined);
  return { ...person, ...(role && { role }) };
}
