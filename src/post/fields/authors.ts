/** The people of a post. */
import { joinWords } from '../text.ts';
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
 * role belong to the name. An email address does not, as in git, `Jo <jo@example.org>`, or in RSS, `jo@example.org (Jo)`,
 * before or after the role; where there is nothing else, its part before the @ is the name. Nor does a comma after them.
 */
export function parsePerson(text: string): Person {
  const { rest, email } = takeEmail(
    text
      .trim()
      .replace(/\)\s*[,;]$/, ')')
      .normalize('NFC'),
  );
  const bracket = rest.endsWith(')') ? rest.lastIndexOf('(') : -1;
  const inside = bracket > 0 ? rest.slice(bracket + 1, -1) : '';
  const role = inside.trim().toLowerCase();
  const person: Person = isRole(role) ? { name: rest.slice(0, bracket).trimEnd(), role } : { name: rest };
  if (email !== undefined) person.email = email;
  return person;
}

/** A name with a role behind a comma, a colon or a dash, written as it should be: `Ada Example (student)`. */
export function bracketedRole(text: string): string | undefined {
  const plain = text.trim();
  const role = roles.find((one) => plain.toLowerCase().endsWith(one));
  if (role === undefined) return undefined;
  // Without a regular expression, which would be quadratic in spaces.
  const before = plain.slice(0, -role.length).trimEnd();
  const name = before.slice(0, -1).trimEnd();
  const isBehind = /[,:]$/.test(before) || /\s[-–—]$/.test(before.slice(-2));
  return isBehind && name !== '' && !/[,;:&()]|\sand\s/.test(name) ? `${name} (${role})` : undefined;
}

/** Whether a text is an email address, perhaps with a role, but without a name. */
export function isOnlyEmail(text: string): boolean {
  const plain = text.trim();
  const { rest, email } = takeEmail(plain);
  return (
    email !== undefined &&
    plain.replace(/^</, '').startsWith(email) &&
    (rest === localPart(email) || rest.startsWith(`${localPart(email)} (`))
  );
}

function localPart(email: string): string {
  return email.slice(0, email.indexOf('@'));
}

/** The email address in a text, in brackets or not, and the rest. */
function takeEmail(text: string): { rest: string; email?: string } {
  if (!text.includes('@')) return { rest: text };
  const words = text.split(/[\s<>(),;]+/u);
  const email =
    /<([^<>\s@]+@[^<>\s@]+)>/.exec(text)?.[1] ?? words.find((word) => /^[^@]+@[^@]+\.[a-z]{2,}$/iu.test(word));
  if (email === undefined) return { rest: text };
  const at = text.indexOf(email);
  const before = text.slice(0, at).trimEnd();
  const after = text.slice(at + email.length).trimStart();
  const isBracketed = /[<(]$/.test(before) && /^[>)]/.test(after);
  const left = isBracketed ? before.slice(0, -1).trimEnd() : before.replace(/[,;:–-]$/u, '').trimEnd();
  const right = isBracketed ? after.slice(1).trimStart() : after.replace(/^[,;]\s?/u, '');
  const inside = left === '' && /^\([^()]+\)$/.test(right) ? right.slice(1, -1).trim() : '';
  if (inside !== '' && !isRole(inside.toLowerCase())) return { rest: inside, email };
  const rest =
    left === '' && (right === '' || right.startsWith('(')) ? `${localPart(email)} ${right}` : `${left} ${right}`;
  return { rest: rest.trim(), email };
}

/** A person as a post may name one: `Ruxandra Cālin (student)`. */
export function formatPerson({ name, role }: Person): string {
  return role === undefined ? name : `${name} (${role})`;
}

/** “Text and photos by A”, “Text by A and B · Photos by C”; undefined if there are no people. */
export function formatByline(authors: readonly Person[], photosBy: readonly Person[]): string | undefined {
  const writers = joinNames(authors);
  const photographers = joinNames(photosBy);
  if (writers === '' && photographers === '') return undefined;
  if (foldName(writers) === foldName(photographers)) return `Text and photos by ${writers}`;
  const parts = [writers && `Text by ${writers}`, photographers && `Photos by ${photographers}`];
  return parts.filter((part) => part !== '').join(' · ');
}

/** “A, B and C”; an empty string if there are no people. */
export function joinNames(people: readonly Person[]): string {
  return joinWords(people.map((person) => person.name));
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
