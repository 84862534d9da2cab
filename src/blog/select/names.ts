/** The names that a query asks for: what they match in the posts, whatever their spelling. */
import { compareText } from '../../diagnostic.ts';
import { type Person, parsePerson } from '../../post/fields/authors.ts';
import { foldName, isSlugOf, slugKey } from '../../post/fields/slug.ts';
import { nearest } from '../../post/nearest.ts';
import { type Category, createCategoryFinder } from '../config/config.ts';
import type { Entry } from '../postIndex.ts';

export type NameKind = 'category' | 'tag' | 'author';

/** The names that the config has. */
export interface KnownNames {
  categories?: readonly Category[] | undefined;
  /** By key. With them, an author is also found by key or by a part of the name. */
  people?: Readonly<Record<string, Person>> | undefined;
}

export interface UnknownName {
  kind: NameKind | 'language';
  name: string;
  nearest?: string;
}

/** A part of a name that several people have. */
export interface AmbiguousName {
  name: string;
  people: string[];
}

export interface ResolvedNames {
  /** For each name, the folded names in use that it matches. */
  sets: Set<string>[];
  unknown: UnknownName[];
  ambiguous: AmbiguousName[];
}

const namesOf: Record<NameKind, (entry: Entry) => readonly string[]> = {
  category: ({ post }) => post.categories,
  tag: ({ post }) => post.tags,
  author: ({ post }) => post.authors.map((person) => person.name),
};

/**
 * For each name in a query, the folded names in use that it matches: those that differ only in case, spaces or Unicode
 * form, or that the config gives for it; otherwise those with this slug; an author otherwise by a part of the name.
 */
export function resolveNames(
  kind: NameKind,
  wanted: readonly string[],
  entries: readonly Entry[],
  { categories, people }: KnownNames,
): ResolvedNames {
  const names = new Map<string, string>();
  for (const entry of entries) for (const name of namesOf[kind](entry)) names.set(foldName(name), name);
  const find = createCategoryFinder(categories);
  const registered = kind === 'author' ? Object.values(people ?? {}).map(({ name }) => name) : [];
  const resolved: ResolvedNames = { sets: [], unknown: [], ambiguous: [] };
  for (const name of wanted) {
    const configured = kind === 'category' ? find(name) : undefined;
    if (configured) {
      const found = [...names.keys()].filter((key) => find(key) === configured);
      resolved.sets.push(new Set(found.length > 0 ? found : matching(name, names)));
      continue;
    }
    const all = [...new Set([...names.values(), ...registered])];
    const person = kind === 'author' && people ? findPeople(name, all, people) : undefined;
    const found = person ? person.found.map(foldName) : matching(name, names);
    if (person?.isPart && found.length > 1)
      resolved.ambiguous.push({ name, people: person.found.toSorted(compareText) });
    resolved.sets.push(new Set(found));
    if (found.length > 0) continue;
    const known = kind === 'category' ? [...all, ...(categories ?? []).map((one) => one.name)] : all;
    const near = nearest(name, known) ?? nearestByWord(name, known, kind);
    resolved.unknown.push({ kind, name, ...(near !== undefined && { nearest: near }) });
  }
  return resolved;
}

/** The folded names that are this one, or else those with this slug. */
function matching(name: string, names: ReadonlyMap<string, string>): string[] {
  const key = foldName(name);
  return names.has(key) ? [key] : [...names.keys()].filter((one) => isSlugOf(key, one));
}

/** The people whom a name or a key of the config means, or else a part of their names (`isPart`). */
export function findPeople(
  wanted: string,
  names: readonly string[],
  people: Readonly<Record<string, Person>>,
): { found: string[]; isPart: boolean } {
  const { name } = parsePerson(wanted);
  const key = foldName(name);
  const same = names.filter((one) => foldName(one) === key);
  if (same.length > 0) return { found: same.slice(0, 1), isPart: false };
  const [, person] = Object.entries(people).find(([one]) => foldName(one) === key) ?? [];
  if (person) return { found: [person.name], isPart: false };
  const bySlug = names.filter((one) => isSlugOf(key, one));
  return bySlug.length > 0 ? { found: bySlug, isPart: false } : { found: withPart(slugKey(name), names), isPart: true };
}

/** Scripts that put no spaces between words, so that a part may begin anywhere. */
const unspaced = /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;

/** The names that have a part, a slug, as words of their own, or else at the beginning of a word. */
function withPart(part: string, names: readonly string[]): string[] {
  if (part === '') return [];
  const slugs = names.map((name) => [name, `-${slugKey(name)}-`] as const);
  const having = (text: string): string[] => slugs.flatMap(([name, slug]) => (slug.includes(text) ? [name] : []));
  const whole = having(`-${part}-`);
  if (whole.length > 0) return whole;
  return having(unspaced.test(part) ? part : `-${part}`);
}

/** Words shorter than this, such as “and”, tell names apart only where they are those of people. */
const shortestWord = 4;

/** The name of which one word is nearest to a mistyped one: people are often called by one of their names, categories by one word. */
function nearestByWord(wanted: string, names: readonly string[], kind: NameKind): string | undefined {
  const byWord = new Map<string, string>();
  for (const name of names) {
    for (const word of slugKey(name).split('-')) {
      if ((kind === 'author' || word.length >= shortestWord) && !byWord.has(word)) byWord.set(word, name);
    }
  }
  return byWord.get(nearest(slugKey(wanted), byWord.keys()) ?? '');
}

/** Tests for a name of any of the sets, or for one of each. */
export function nameTest(
  kind: NameKind,
  sets: readonly Set<string>[],
  match: 'any' | 'all',
): (entry: Entry) => boolean {
  return (entry) => {
    const names = namesOf[kind](entry).map(foldName);
    const has = (set: Set<string>): boolean => names.some((name) => set.has(name));
    return match === 'any' ? sets.some(has) : sets.every(has);
  };
}
