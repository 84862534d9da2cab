/** The people of a post, and its byline. */

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
 * role belong to the name; an e-mail address as in git, `Jo <jo@example.org>`, before or after the role, does not.
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

function takeEmail(text: string): { rest: string; email?: string } {
  const match = /<([^<>\s@]+@[^<>\s@]+)>/.exec(text);
  const before = match ? text.slice(0, match.index).trim() : '';
  if (!match || before === '') return { rest: text };
  return { rest: `${before} ${text.slice(match.index + match[0].length)}`.trim(), email: match[1] ?? '' };
}

const label =
  /(text and (?:photo(?:graph)?s|pictures|images)|words and (?:photo(?:graph)?s|pictures|images)|(?:photo(?:graph)?s|pictures|images) and (?:text|words)|written|story|text|words|photography|photo(?:graph)?s?|pictures|images|by)(?:\s+by\b|\s*:)\s*/giu;

/** Reads “Text and photos by A”, “Words: A, photos: B and C”, “By A”, or a bare name. */
export function parseByline(text: string): { authors: Person[]; photos_by: Person[] } {
  const plain = text.trim().replace(/^by\s+/iu, 'by: ');
  const labels = [...plain.matchAll(label)];
  if (labels.length === 0) return { authors: splitNames(plain), photos_by: [] };
  const [authors, photosBy]: [Person[], Person[]] = [[], []];
  for (const [index, match] of labels.entries()) {
    const names = splitNames(plain.slice(match.index + match[0].length, labels[index + 1]?.index));
    const what = (match[1] ?? '').toLowerCase();
    const photos = /photo|picture|image/.test(what);
    if (!photos || / and /.test(what)) authors.push(...names);
    if (photos) photosBy.push(...names);
  }
  return { authors, photos_by: photosBy };
}

/** “A, B and C” → three people; “A (student) & B” → two. */
function splitNames(text: string): Person[] {
  return text
    .split(/[,;·|•/&\n]|\sand\s/u)
    .map((name) => name.trim().replace(/^and\s+|\.$/gu, ''))
    .filter((name) => name !== '' && name !== 'and')
    .map(parsePerson);
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
