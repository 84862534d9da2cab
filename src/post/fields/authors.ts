/** The people of a post. */
import { foldName } from './slug.ts';

export const roles = ['student', 'staff', 'partner', 'alumni'] as const;
export type Role = (typeof roles)[number];

export interface Person {
  name: string;
  role?: Role;
  email?: string;
  url?: string;
}

/** Whether a text is one of the roles. */
export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}

/**
 * The person in a text, in Unicode form NFC: `Ruxandra Cālin (student)` → name and role. Brackets around anything but a
 * role belong to the name. An e-mail address as in git, `Jo <jo@example.org>`, before or after the role, does not, nor one
 * as in RSS, `jo@example.org (Jo)`; if there is nothing else, its part before the @ is the name.
 */
export function parsePerson(text: string): Person {
  const { rest, email } = takeEmail(text.trim().normalize('NFC'));
  const bracket = rest.endsWith(')') ? rest.lastIndexOf('(') : -1;
  const inside = bracket > 0 ? rest.slice(bracket + 1, -1) : '';
  const role = inside.trim().toLowerCase();
  const person: Person = isRole(role) ? { name: rest.slice(0, bracket).trimEnd(), role } : { name: rest };
  if (email !== undefined) person.email = email;
  return person;
}

const bareEmail = /^([^<>()\s@]+)@[^<>()\s@]+(?=$|\s*\()/;

/** Whether a text is an e-mail address, perhaps with a role, but without a name. */
export function isOnlyEmail(text: string): boolean {
  const rest = bareEmail.test(text) ? text.replace(bareEmail, '').trim() : undefined;
  return rest === '' || (rest !== undefined && isRole(rest.slice(1, -1).trim().toLowerCase()));
}

function takeEmail(text: string): { rest: string; email?: string } {
  const [email, local] = bareEmail.exec(text) ?? [];
  if (email !== undefined) {
    const after = text.slice(email.length).trim();
    const name = after.endsWith(')') && !isOnlyEmail(text) ? after.slice(1, -1).trim() : '';
    return { rest: name || `${local} ${after}`.trim(), email };
  }
  const match = /<([^<>\s@]+@[^<>\s@]+)>/.exec(text);
  const before = match ? text.slice(0, match.index).trim() : '';
  if (!match || before === '') return { rest: text };
  return { rest: `${before} ${text.slice(match.index + match[0].length)}`.trim(), email: match[1] ?? '' };
}

/** “Text and photos by A”, “Text by A and B · Photos by C”; undefined if there are no people. */
export function formatByline(authors: readonly Person[], photosBy: readonly Person[]): string | undefined {
  const writers = joinNames(authors);
  const photographers = joinNames(photosBy);
  if (writers === '' && photographers === '') return undefined;
  if (writers === photographers) return `Text and photos by ${writers}`;
  const parts = [writers && `Text by ${writers}`, photographers && `Photos by ${photographers}`];
  return parts.filter((part) => part !== '').join(' · ');
}

/** “A, B and C”; an empty string if there are no people. */
export function joinNames(people: readonly Person[]): string {
  const names = people.map((person) => person.name);
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}

/** The people with different names, the first of each with what the others add. */
export function distinctPeople(people: Person[]): Person[] {
  if (people.length < 2) return people;
  const byName = new Map<string, Person>();
  for (const person of people) {
    const key = foldName(person.name);
    const before = byName.get(key);
    byName.set(key, before ? { ...person, ...before } : person);
  }
  return byName.size === people.length ? people : [...byName.values()];
}

/** The person with what the config says about them, whether the post names them by key or by name. */
export function resolvePerson(person: Person, registry: Readonly<Record<string, Person>>): Person {
  const entry = Object.hasOwn(registry, person.name)
    ? registry[person.name]
    : Object.values(registry).find((one) => one.name === person.name);
  return entry ? { ...entry, ...person, name: entry.name } : person;
}
