/** What the two names of a merge stand for: categories, tags or authors, as posts and the config have them. */
import { createCategoryFinder, findCategory } from '../../blog/config/config.ts';
import { UserError } from '../../errors.ts';
import { categoryMerge, type NameMerge, personMerge } from '../../post/edit/mergeNames.ts';
import { type Person, parsePerson, resolvePerson } from '../../post/fields/authors.ts';
import type { Fields } from '../../post/fields/fields.ts';
import { peopleInOne } from '../../post/fields/people/joinedNames.ts';
import { foldName, nameSlug } from '../../post/fields/slug.ts';
import { plainOrQuoted } from '../../post/frontmatter/yamlText.ts';
import { cleanName } from '../../post/invisible.ts';
import { visible } from '../../report/escape.ts';
import type { SiteContext } from '../site.ts';
import { readFilledLine, readPersonArgument } from '../textArgument.ts';

export interface Merge {
  kind: 'category' | 'tag' | 'author';
  /** The old name, and the new one as posts will have it. */
  from: string;
  into: string;
  /** Whether a name is the old one, however a post spells it. */
  isFrom: (name: string) => boolean;
  change: NameMerge;
  /** The text of the new name and the people in it, where it reads as several; `isKnown`: whether posts have a name. */
  several?: (isKnown: (name: string) => boolean) => { text: string; people: string[] } | undefined;
  /** The old name as the config has it. */
  configured: string | undefined;
  /** The names of this kind that the config has. */
  registered: readonly string[];
}

/** The names of a kind in a post. */
export function namesOf(fields: Fields, kind: Merge['kind']): string[] {
  if (kind !== 'author') return kind === 'category' ? fields.categories : fields.tags;
  return [...fields.authors, ...fields.photos_by, ...fields.editors].map(({ name }) => name);
}

/** The merge of two categories or tags. Throws UserError if the new one cannot be used. */
export function nameMerge(kind: 'category' | 'tag', from: string, wanted: string, { config }: SiteContext): Merge {
  const categories = kind === 'category' ? (config.categories ?? []) : [];
  const find = createCategoryFinder(categories);
  const into = find(wanted)?.name ?? readFilledLine(wanted, `the new ${kind}`).normalize('NFC');
  if (categories.length > 0 && !findCategory(into, categories)) {
    throw new UserError(`category “${visible(into)}” is not in the config; add it there first`);
  }
  refuseSame(from, into, kind);
  const source = find(from);
  const isSame = (name: string): boolean => (source ? find(name) === source : foldName(name) === foldName(from));
  const isFrom = (name: string): boolean => name !== into && isSame(cleanName(name));
  const configured = source?.name === into ? undefined : source?.name;
  const registered = categories.map(({ name }) => name);
  return { kind, from, into, isFrom, change: categoryMerge(isFrom, into), configured, registered };
}

/** The merge of two people, each named as a post names them: perhaps with a role, or by a key of the config. */
export function authorMerge(given: string, wanted: string, { config }: SiteContext): Merge {
  const registry = config.authors;
  const read = (text: string) => parsePerson(cleanName(text));
  const { role, name: target } = read(readPersonArgument(wanted, 'the new author'));
  const into = resolvePerson({ name: target }, registry).name;
  const from = resolvePerson({ name: read(given).name }, registry).name;
  if (role !== undefined) refuseRole({ name: into, role }, from, registry);
  refuseSame(from, into, 'author');
  const isFrom = (name: string): boolean => name !== into && foldName(name) === foldName(from);
  const [key] = Object.entries(registry).find(([, { name }]) => name === from) ?? [];
  const change = personMerge(isFrom, { name: into, ...(role && { role }) }, registry);
  const registered = Object.values(registry).map(({ name }) => name);
  const several: Merge['several'] = (isKnown) => {
    const isOne = (name: string): boolean =>
      isKnown(name) || registered.some((one) => foldName(one) === foldName(name));
    const people = isOne(into) ? undefined : peopleInOne(wanted, isOne);
    return people && { text: wanted.trim(), people };
  };
  return { kind: 'author', from, into, isFrom, change, several, configured: key, registered };
}

/** Refuses a merge of a person into the same one with a role, which the config can give in all posts. */
function refuseRole({ name, role }: Person, from: string, registry: Readonly<Record<string, Person>>): void {
  if (from !== name) return;
  const same = `“${visible(name)}” is the same author; for a role in all posts,`;
  const known = Object.entries(registry).find(([, person]) => person.name === name)?.[0];
  if (known !== undefined)
    throw new UserError(`${same} write role: ${role} for “${visible(known)}” below authors: in the config`);
  const isFirst = Object.keys(registry).length === 0;
  const key = plainOrQuoted(nameSlug(name) || 'author');
  throw new UserError([
    `${same} add to ${isFirst ? 'the config' : 'authors: in the config'}:`,
    ...(isFirst ? ['authors:'] : []),
    ...[`  ${key}:`, `    name: ${plainOrQuoted(name)}`, `    role: ${role}`].map((line) => visible(line)),
  ]);
}

function refuseSame(from: string, into: string, kind: Merge['kind']): void {
  if (from === into) throw new UserError(`“${visible(from)}” and “${visible(into)}” are the same ${kind}`);
}
