/** Selects and sorts posts. */
import { compareText } from '../diagnostic.ts';
import { dayOf } from '../post/fields/date.ts';
import { type FlaggedField, fieldsWith } from '../post/fields/names.ts';
import { foldName, isSlugOf } from '../post/fields/slug.ts';
import { nearest } from '../post/nearest.ts';
import { type Status, statusOf } from '../post/post.ts';
import { type Category, createCategoryFinder } from './config/config.ts';
import { createLanguages, type LanguageConfig, languageTest } from './languages.ts';
import type { Entry } from './postIndex.ts';

export const sortKeys = ['date', 'updated', 'title', 'author'] as const;
export type SortKey = (typeof sortKeys)[number];

export interface Query {
  categories?: readonly string[] | undefined;
  notCategories?: readonly string[] | undefined;
  tags?: readonly string[] | undefined;
  authors?: readonly string[] | undefined;
  /** Language tags, any of which must match, and the config that they are understood by. */
  languages?: { names: readonly string[]; config: LanguageConfig } | undefined;
  /** Whether any (the default) or all of the names of a kind must match, or any or all of the fields be missing. */
  match?: 'any' | 'all';
  /** Words that must all occur in the title, summary, names, categories or tags; case and accents are ignored. */
  search?: string;
  /** Fields that must be missing. */
  missing?: readonly MissingField[] | undefined;
  status?: Status | 'all';
  /** The earliest and the latest date, in ms. */
  since?: number | undefined;
  until?: number | undefined;
  /** The calendar year of the date, in its own offset. */
  year?: number;
  sort?: SortKey;
  reverse?: boolean;
  /** 0 or undefined for all. */
  limit?: number;
}

export interface Selection {
  entries: Entry[];
  /** Names in the query that no post has, with the nearest name in use. */
  unknown: { kind: NameKind | 'language'; name: string; nearest?: string }[];
}

type NameKind = 'category' | 'tag' | 'author';

const namesOf: Record<NameKind, (entry: Entry) => readonly string[]> = {
  category: ({ post }) => post.categories,
  tag: ({ post }) => post.tags,
  author: ({ post }) => post.authors.map((person) => person.name),
};

/** The posts that match a query, sorted and limited. `now` (ms) decides the status. */
export function selectPosts(
  entries: readonly Entry[],
  query: Query,
  now: number,
  categories: readonly Category[] = [],
): Selection {
  const unknown: Selection['unknown'] = [];
  const tests: ((entry: Entry) => boolean)[] = [];
  for (const [kind, names, isExcluded] of [
    ['category', query.categories, false],
    ['tag', query.tags, false],
    ['author', query.authors, false],
    ['category', query.notCategories, true],
  ] as const) {
    if (!names?.length) continue;
    const resolved = resolveNames(kind, names, entries, categories);
    unknown.push(...resolved.unknown);
    const test = nameTest(kind, resolved.sets, isExcluded ? 'any' : (query.match ?? 'any'));
    tests.push(isExcluded ? (entry) => !test(entry) : test);
  }
  if (query.languages) {
    const { names, config } = query.languages;
    for (const name of unusedLanguages(names, config, entries)) unknown.push({ kind: 'language', name });
    const isInLanguage = languageTest(names, config);
    tests.push(({ post }) => isInLanguage(post));
  }
  if (query.search !== undefined) tests.push(searchTest(query.search));
  if (query.missing?.length) tests.push(missingTest(query.missing, query.match ?? 'any'));
  const { status = 'all', since, until, year } = query;
  if (status !== 'all') tests.push(({ post }) => statusOf(post, now) === status);
  if (since !== undefined) tests.push(({ post }) => post.date.instant >= since);
  if (until !== undefined) tests.push(({ post }) => post.date.instant <= until);
  if (year !== undefined) tests.push(({ post }) => Number(dayOf(post.date).slice(0, 4)) === year);
  const selected = entries.filter((entry) => tests.every((test) => test(entry)));
  const sorted = sortEntries(selected, query.sort ?? 'date', query.reverse ?? false);
  return { entries: query.limit ? sorted.slice(0, query.limit) : sorted, unknown };
}

/** The languages that neither the config nor any post has. */
function unusedLanguages(names: readonly string[], config: LanguageConfig, entries: readonly Entry[]): string[] {
  return names.filter((name) => {
    const isInLanguage = languageTest([name], config);
    return createLanguages(config).find(name) === undefined && !entries.some(({ post }) => isInLanguage(post));
  });
}

/** The posts that belong in feeds, newest first: those that are published, but for `feed: false`. */
export function selectFed(entries: readonly Entry[], now: number): Entry[] {
  return selectPosts(entries, { status: 'published' }, now).entries.filter(({ post }) => post.feed !== false);
}

/**
 * For each name in a query, the folded names in use that it matches: those that differ only in case, spaces or Unicode
 * form, or that the config gives for it; otherwise those with this slug.
 */
function resolveNames(
  kind: NameKind,
  wanted: readonly string[],
  entries: readonly Entry[],
  categories: readonly Category[],
): { sets: Set<string>[]; unknown: Selection['unknown'] } {
  const names = new Map<string, string>();
  for (const entry of entries) for (const name of namesOf[kind](entry)) names.set(foldName(name), name);
  const find = createCategoryFinder(categories);
  const sets: Set<string>[] = [];
  const unknown: Selection['unknown'] = [];
  for (const name of wanted) {
    const configured = kind === 'category' ? find(name) : undefined;
    let found = configured ? [...names.keys()].filter((key) => find(key) === configured) : [];
    if (found.length === 0 && names.has(foldName(name))) found = [foldName(name)];
    if (found.length === 0) found = [...names.keys()].filter((key) => isSlugOf(foldName(name), key));
    sets.push(new Set(found));
    if (found.length > 0 || configured) continue;
    const near = nearest(name, names.values());
    unknown.push({ kind, name, ...(near !== undefined && { nearest: near }) });
  }
  return { sets, unknown };
}

/** Tests for a name of any of the sets, or for one of each. */
function nameTest(kind: NameKind, sets: readonly Set<string>[], match: 'any' | 'all'): (entry: Entry) => boolean {
  return (entry) => {
    const names = namesOf[kind](entry).map(foldName);
    const has = (set: Set<string>): boolean => names.some((name) => set.has(name));
    return match === 'any' ? sets.some(has) : sets.every(has);
  };
}

function searchKey(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function searchTest(search: string): (entry: Entry) => boolean {
  const words = searchKey(search).split(/\s+/u);
  return ({ post }) => {
    const people = [...post.authors, ...post.photos_by].map((person) => person.name);
    const text = searchKey([post.title, post.summary ?? '', ...people, ...post.categories, ...post.tags].join('\n'));
    return words.every((word) => text.includes(word));
  };
}

/** The fields that `missing` can ask for. */
export const missingFields = fieldsWith('missing');
export type MissingField = FlaggedField<'missing'>;

function missingTest(fields: readonly MissingField[], match: 'any' | 'all'): (entry: Entry) => boolean {
  return ({ post }) => {
    const isMissing = (field: MissingField): boolean => {
      if (field === 'image_alt') return post.image !== undefined && post.image.alt === undefined;
      const value = post[field];
      return value === undefined || (Array.isArray(value) && value.length === 0);
    };
    return match === 'any' ? fields.some(isMissing) : fields.every(isMissing);
  };
}

/** Newest first by date, A to Z by text; ties by path. `reverse` reverses the whole order. */
function sortEntries(entries: readonly Entry[], key: SortKey, reverse: boolean): Entry[] {
  const byPath = (a: Entry, b: Entry): number => compareText(a.post.file, b.post.file);
  const moment = ({ post }: Entry): number => (key === 'updated' ? (post.updated ?? post.date) : post.date).instant;
  if (key === 'date' || key === 'updated') {
    const sorted = entries.toSorted((a, b) => moment(b) - moment(a) || byPath(a, b));
    return reverse ? sorted.reverse() : sorted;
  }
  // A fixed locale gives the same order on every machine. Posts without an author come last.
  const { compare } = new Intl.Collator('en');
  const textOf = ({ post }: Entry): string => (key === 'title' ? post.title : (post.authors[0]?.name ?? '\uffff'));
  const sorted = entries.toSorted((a, b) => compare(textOf(a), textOf(b)) || byPath(a, b));
  return reverse ? sorted.reverse() : sorted;
}
