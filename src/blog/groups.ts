/** Numbers of posts by name, period or status: `--group-by`. */
import { compareText } from '../diagnostic.ts';
import { dayIn } from '../post/fields/date.ts';
import { foldName } from '../post/fields/slug.ts';
import { statusOf } from '../post/post.ts';
import { type Config, createCategoryFinder } from './config/config.ts';
import { createLanguageNamer } from './languages.ts';
import type { Entry } from './postIndex.ts';

export const groupKinds = ['category', 'tag', 'author', 'role', 'lang', 'year', 'month', 'status'] as const;
export type GroupKind = (typeof groupKinds)[number];

export interface Group {
  /** null for the posts without one. */
  name: string | null;
  count: number;
}

/**
 * Counts posts by a property. Names are sorted by count, then A to Z, posts without any last; years and months newest
 * first, without gaps in the past. Names that differ only in case, spaces or Unicode form are one group, under the form
 * that most posts use. `names` are groups even without posts. `now` is in ms.
 */
export function groupPosts(
  entries: readonly Entry[],
  kind: GroupKind,
  now: number,
  config: Pick<Config, 'categories' | 'language' | 'languages'> & Partial<Pick<Config, 'timeZone'>> = {},
  names: readonly string[] = [],
): Group[] {
  const find = createCategoryFinder(config.categories);
  const languageOf = createLanguageNamer(config);
  const namesOf = ({ post }: Entry): string[] => {
    if (kind === 'category') return post.categories.map((name) => find(name)?.name ?? name);
    if (kind === 'tag') return post.tags;
    if (kind === 'author') return post.authors.map((person) => person.name);
    if (kind === 'role') return post.authors.flatMap(({ role }) => role ?? []);
    if (kind === 'lang') return [languageOf(post) ?? []].flat();
    if (kind === 'status') return [statusOf(post, now)];
    return [dayIn(post.date, config.timeZone ?? 'UTC').slice(0, kind === 'year' ? 4 : 7)];
  };
  const groups = new Map<string, Map<string, number>>();
  let without = 0;
  for (const entry of entries) {
    const names = new Map(namesOf(entry).map((name) => [foldName(name), name]));
    if (names.size === 0) without++;
    for (const [key, name] of names) {
      const variants = groups.get(key) ?? new Map<string, number>();
      groups.set(key, variants.set(name, (variants.get(name) ?? 0) + 1));
    }
  }
  const unused = names.filter((name) => !groups.has(foldName(name))).map((name) => ({ name, count: 0 }));
  const counted = [...[...groups.values()].map(toGroup), ...unused];
  if (kind === 'year' || kind === 'month') return withoutGaps(counted, kind, new Date(now).toISOString());
  counted.sort((a, b) => b.count - a.count || compareText(a.name, b.name));
  return without > 0 ? [...counted, { name: null, count: without }] : counted;
}

function toGroup(variants: ReadonlyMap<string, number>): Group & { name: string } {
  const [[name] = ['']] = [...variants].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
  return { name, count: [...variants.values()].reduce((sum, count) => sum + count, 0) };
}

/** Adds periods without posts, up to today only: one post dated 2099 must not add seventy empty years. */
function withoutGaps(groups: readonly (Group & { name: string })[], kind: 'year' | 'month', today: string): Group[] {
  const counts = new Map(groups.map(({ name, count }) => [name, count]));
  const names = [...counts.keys()].sort(compareText);
  const past = names.filter((name) => name <= today);
  const [first] = past;
  const last = past.at(-1);
  const all: string[] = [];
  for (let name = first; name !== undefined && last !== undefined && name <= last; name = nextName(name, kind)) {
    all.push(name);
  }
  return [...all, ...names.slice(past.length)].reverse().map((name) => ({ name, count: counts.get(name) ?? 0 }));
}

function nextName(name: string, kind: 'year' | 'month'): string {
  const [year = 0, month = 0] = name.split('-').map(Number);
  const digits = (value: number, length: number): string => String(value).padStart(length, '0');
  if (kind === 'year') return digits(year + 1, 4);
  return month === 12 ? `${digits(year + 1, 4)}-01` : `${digits(year, 4)}-${digits(month + 1, 2)}`;
}
