/** The question of `blog new` about authors. */
import type { UsedPerson } from '../blog/usedNames.ts';
import { type Person, parsePerson, type Role } from '../post/authors.ts';
import { formatPerson } from '../post/draft.ts';
import { foldName, slugKey } from '../post/slug.ts';
import { visible } from '../report/escape.ts';
import type { Asker, Choice } from './asker.ts';
import { distinct, labels, other, settleName, withoutOther } from './newNames.ts';
import { askNames } from './newPrompts.ts';

/** The people of the config and of the posts, first whoever git says is sitting here; `chosen` are ticked. */
export async function askAuthors(
  asker: Asker,
  {
    registry,
    used,
    gitUser,
  }: { registry: readonly Person[]; used: readonly UsedPerson[]; gitUser: string | undefined },
  chosen: readonly Person[] | undefined,
): Promise<Person[]> {
  const people = new Map<string, UsedPerson>();
  for (const person of registry) people.set(foldName(person.name), { name: person.name, count: 0, person });
  for (const one of used) people.set(foldName(one.name), one);
  const known = [...people.values()].sort((a, b) => b.count - a.count);
  const me =
    gitUser === undefined
      ? undefined
      : (whoIs(gitUser, known) ?? { name: gitUser, count: 0, person: parsePerson(gitUser) });
  const ticked = chosen ?? (me ? [me.person] : []);
  const isTicked = ({ name }: Person): boolean => ticked.some((one) => foldName(one.name) === foldName(name));
  const extra = ticked.filter(({ name }) => !people.has(foldName(name)) && name !== me?.person.name);
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
    const settled: Person[] = [];
    for (const text of names) {
      const { name, ...rest } = parsePerson(text);
      const meant = await settleName(asker, name, listed);
      settled.push({ ...(people.get(foldName(meant))?.person ?? { name: meant }), ...rest });
    }
    return settled;
  };
  choices.push({ name: 'somebody new…', short: 'somebody new', value: other });
  const answer: (Person | typeof other)[] = choices.length === 1 ? [other] : await asker.several('Authors:', choices);
  const all = distinct(
    [...withoutOther(answer), ...(answer.includes(other) ? await askNew() : [])],
    ({ name }) => name,
  );
  const complete: Person[] = [];
  for (const person of all) {
    const isNew = !people.has(foldName(person.name)) && !chosen?.includes(person);
    complete.push(isNew && person.role === undefined ? await askRole(asker, person) : person);
  }
  return complete;
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
