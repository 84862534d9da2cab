/** Selects and sorts posts. */

import type { Role } from '../post/fields/authors.ts';
import { dayIn } from '../post/fields/date.ts';
import { type FlaggedField, fieldsWith } from '../post/fields/names.ts';
import { nearest } from '../post/nearest.ts';
import { type Status, statusOf } from '../post/post.ts';
import type { Category } from './config/config.ts';
import { createLanguageNamer, createLanguages, type LanguageConfig, languageTest } from './languages.ts';
import type { Entry } from './postIndex.ts';
import { type AmbiguousName, type KnownNames, nameTest, resolveNames, type UnknownName } from './select/names.ts';
import { type SortKey, sortEntries } from './select/order.ts';

export interface Query {
  categories?: readonly string[] | undefined;
  notCategories?: readonly string[] | undefined;
  tags?: readonly string[] | undefined;
  authors?: readonly string[] | undefined;
  notAuthors?: readonly string[] | undefined;
  /** The people of the config; with them, an author is also found by key or by a part of the name. */
  people?: KnownNames['people'];
  /** Roles of authors. */
  roles?: readonly Role[] | undefined;
  /** Language tags, any of which must match, and the config that they are understood by. */
  languages?: { names: readonly string[]; config: LanguageConfig } | undefined;
  /** Whether any (the default) or all of the names of a kind must match, or any or all of the fields be missing. */
  match?: 'any' | 'all';
  /** Words that must all occur in the title, summary, names, categories or tags; case and accents are ignored. */
  search?: string | readonly string[];
  /** Fields that must be missing. */
  missing?: readonly MissingField[] | undefined;
  /** One status, or several of which any matches. */
  status?: StatusFilter | readonly StatusFilter[];
  /** The earliest and the latest date, in ms. */
  since?: number | undefined;
  until?: number | undefined;
  /** Calendar years (`2024`) or months (`2024-05`) of the date in `timeZone`, as for `since` and `until`. Default: UTC. */
  years?: readonly string[] | undefined;
  months?: readonly string[] | undefined;
  timeZone?: string | undefined;
  sort?: SortKey | undefined;
  reverse?: boolean;
  /** 0 or undefined for all. */
  limit?: number;
}

export type StatusFilter = Status | 'all';

export interface Selection {
  entries: Entry[];
  /** Names in the query that no post has, with the nearest name in use. */
  unknown: UnknownName[];
  /** Parts of a name that several people have. */
  ambiguous: AmbiguousName[];
}

/** The posts that match a query, sorted and limited. `now` (ms) decides the status. */
export function selectPosts(
  entries: readonly Entry[],
  query: Query,
  now: number,
  categories: readonly Category[] = [],
): Selection {
  const unknown: Selection['unknown'] = [];
  const ambiguous: Selection['ambiguous'] = [];
  const tests: ((entry: Entry) => boolean)[] = [];
  const { match = 'any', people } = query;
  for (const [kind, names, isExcluded] of [
    ['category', query.categories, false],
    ['tag', query.tags, false],
    ['author', query.authors, false],
    ['category', query.notCategories, true],
    ['author', query.notAuthors, true],
  ] as const) {
    if (!names?.length) continue;
    const resolved = resolveNames(kind, names, entries, { categories, people });
    unknown.push(...resolved.unknown);
    ambiguous.push(...resolved.ambiguous);
    const test = nameTest(kind, resolved.sets, isExcluded ? 'any' : match);
    tests.push(isExcluded ? (entry) => !test(entry) : test);
  }
  if (query.roles?.length) tests.push(roleTest(query.roles, match));
  if (query.languages) {
    const { names, config } = query.languages;
    unknown.push(...unusedLanguages(names, config, entries));
    const isInLanguage = languageTest(names, config);
    tests.push(({ post }) => isInLanguage(post));
  }
  if (query.search !== undefined) tests.push(searchTest([query.search].flat(), match));
  if (query.missing?.length) tests.push(missingTest(query.missing, match));
  tests.push(...momentTests(query, now));
  const selected = entries.filter((entry) => tests.every((test) => test(entry)));
  const sorted = sortEntries(selected, query.sort ?? 'date', now, query.reverse ?? false);
  return { entries: query.limit ? sorted.slice(0, query.limit) : sorted, unknown, ambiguous };
}

/** Tests of the status and the date. */
function momentTests({ status = 'all', since, until, years, months, timeZone = 'UTC' }: Query, now: number) {
  const tests: ((entry: Entry) => boolean)[] = [];
  const statuses = new Set([status].flat());
  if (!statuses.has('all')) tests.push(({ post }) => statuses.has(statusOf(post, now)));
  if (since !== undefined) tests.push(({ post }) => post.date.instant >= since);
  if (until !== undefined) tests.push(({ post }) => post.date.instant <= until);
  if (years?.length) tests.push(({ post }) => years.includes(dayIn(post.date, timeZone).slice(0, 4)));
  if (months?.length) tests.push(({ post }) => months.includes(dayIn(post.date, timeZone).slice(0, 7)));
  return tests;
}

/** The languages that neither the config nor any post has. */
function unusedLanguages(names: readonly string[], config: LanguageConfig, entries: readonly Entry[]): UnknownName[] {
  const { find } = createLanguages(config);
  const unused = names.filter((name) => {
    const isInLanguage = languageTest([name], config);
    return find(name) === undefined && !entries.some(({ post }) => isInLanguage(post));
  });
  if (unused.length === 0) return [];
  const nameOf = createLanguageNamer(config);
  const used = new Set([...(config.languages ?? []), ...entries.flatMap(({ post }) => nameOf(post) ?? [])]);
  return unused.map((name) => {
    const near = nearest(name, used);
    return { kind: 'language', name, ...(near !== undefined && { nearest: near }) };
  });
}

/** The posts that belong in feeds, newest first: those that are published, but for `feed: false`. */
export function selectFed(entries: readonly Entry[], now: number): Entry[] {
  return selectPosts(entries, { status: 'published' }, now).entries.filter(({ post }) => post.feed !== false);
}

/** Tests for an author with any of the roles, or for one with each. */
function roleTest(roles: readonly Role[], match: 'any' | 'all'): (entry: Entry) => boolean {
  return ({ post }) => {
    const has = (role: Role): boolean => post.authors.some((person) => person.role === role);
    return match === 'any' ? roles.some(has) : roles.every(has);
  };
}

function searchKey(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Tests for all words of any of the searches, or of all of them. */
function searchTest(searches: readonly string[], match: 'any' | 'all'): (entry: Entry) => boolean {
  const wanted = searches.map((search) => searchKey(search).split(/\s+/u));
  return ({ post }) => {
    const people = [...post.authors, ...post.photos_by].map((person) => person.name);
    const text = searchKey([post.title, post.summary ?? '', ...people, ...post.categories, ...post.tags].join('\n'));
    const has = (words: readonly string[]): boolean => words.every((word) => text.includes(word));
    return match === 'any' ? wanted.some(has) : wanted.every(has);
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
