/** The question of `blog new` about categories, and what it shares with the one about authors. */
import { type Config, findCategory } from '../../blog/config/config.ts';
import { nameInUse, type UsedName, usedNames } from '../../blog/usedNames.ts';
import { isTypoFor } from '../../checks/names/nearNames.ts';
import { shortestCategory } from '../../checks/names/similarNames.ts';
import { severityOf } from '../../diagnostic.ts';
import { foldName } from '../../post/fields/slug.ts';
import { visible } from '../../report/escape.ts';
import type { Choice } from '../prompt/pick.ts';
import type { Asker } from '../prompt/prompt.ts';
import type { Destinations } from './file.ts';
import { askNames, separatedNames, severalHint, splitCategories } from './names.ts';

/** Whether a category that the config does not list is an error. */
export function isClosed(config: Config): boolean {
  return config.categories !== undefined && severityOf({ rule: 'category-unknown' }, config.rules) === 'error';
}

/**
 * Asks for categories among those of the config and of the posts, with how often each is used; `chosen` are ticked. Where
 * only the config's are allowed, there are no others, and no new one.
 */
export async function askCategories(
  asker: Asker,
  { postIndex, site: { config } }: Destinations,
  chosen: readonly string[],
): Promise<string[]> {
  const { categories: configured = [] } = config;
  const used = usedNames(postIndex.entries, 'category');
  const known = configured.map(({ name }) => ({ name, count: used.find(hasName(name))?.count ?? 0 }));
  if (!isClosed(config)) known.push(...used.filter(({ name }) => !findCategory(name, configured)));
  known.push(...chosen.filter((name) => nameInUse(name, known) === undefined).map(unusedName));
  const choices = known.map(({ name, count }) => ({
    ...labels(name, count),
    value: name,
    checked: chosen.some((one) => foldName(one) === foldName(name)),
  }));
  const askNew = async (typed: string): Promise<string[]> => {
    const settled: string[] = [];
    const message = 'New categories, separated by commas (press Enter for none):';
    for (const name of await askNames(asker, message, { typed, split: splitCategories(known) })) {
      const others = [...known, ...settled.map(unusedName)];
      settled.push(findCategory(name, configured)?.name ?? (await settleName(asker, name, others)));
    }
    return settled;
  };
  return askListed(asker, 'Categories', choices, 'a new category', isClosed(config) ? undefined : askNew);
}

/**
 * Asks for any of the choices, and with `askNew` for others, which `other` stands for; it gets what was already typed of
 * them. Nothing ticked may mean none, or that somebody took the highlighted name for ticked: they are asked.
 */
export async function askListed<T extends string | { name: string }>(
  asker: Asker,
  what: string,
  choices: readonly Choice<T>[],
  other: string,
  askNew: ((typed: string) => Promise<T[]>) | undefined,
): Promise<T[]> {
  if (choices.length === 0) return distinct((await askNew?.('')) ?? []);
  for (;;) {
    const { chosen, typed, highlighted } = await asker.several(`${what}:`, choices, askNew && other);
    if (!highlighted) return distinct([...chosen, ...(typed === undefined ? [] : ((await askNew?.(typed)) ?? []))]);
    const { short, value } = highlighted;
    const answer = await asker.one<T[] | 'back'>(`Nothing is ticked. Use “${short}”?`, [
      { name: `Yes, ${short}`, short: 'yes', value: [value] },
      { name: 'No, leave it empty', short: 'no', value: [] },
      { name: 'Back to the list', short: 'back to the list', value: 'back' },
    ]);
    if (answer !== 'back') return answer;
  }
}

/** The items with different names, the first of each; names are the same in whatever case and Unicode form. */
export function distinct<T extends string | { name: string }>(items: readonly T[]): T[] {
  const names = items.map((item) => foldName(typeof item === 'string' ? item : item.name));
  return items.filter((_, at) => names.indexOf(names[at] as string) === at);
}

/** Returns a function that tells whether an item has that name, in whatever case and Unicode form. */
export function hasName(name: string): (item: { name: string }) => boolean {
  return (item) => foldName(item.name) === foldName(name);
}

function unusedName(name: string): UsedName {
  return { name, count: 0 };
}

/** The most frequent of the known names for which `name` is a likely typo; undefined where there is none. */
export function nearName(name: string, known: readonly UsedName[], shortest = shortestCategory): UsedName | undefined {
  return known.filter((one) => isTypoFor(name, one.name, shortest)).toSorted((a, b) => b.count - a.count)[0];
}

/** A typed name as it is known, or corrected where the user says that it is a typo. */
export async function settleName(
  asker: Asker,
  name: string,
  known: readonly UsedName[],
  shortest = shortestCategory,
): Promise<string> {
  const same = nameInUse(name, known);
  if (same !== undefined) return same;
  const near = nearName(name, known, shortest);
  if (!near) return name;
  return asker.one(newNameHint(name, near), [
    { name: `Yes, ${visible(near.name)}`, short: visible(near.name), value: near.name },
    { name: `No, ${visible(name)} is new`, short: visible(name), value: name },
  ]);
}

/** What is said or asked about a new name that is near another one. */
export function newNameHint(name: string, near: UsedName): string {
  return `“${visible(name)}” is new; did you mean “${visible(near.name)}” (${countPosts(near.count)})?`;
}

/** How a name is listed, and how it is shown in the answer. */
export function labels(name: string, count: number): { name: string; short: string } {
  return { name: `${visible(name)} · ${countPosts(count)}`, short: visible(name) };
}

/** `14 posts`. */
function countPosts(count: number): string {
  return count === 0 ? 'no posts yet' : count === 1 ? '1 post' : `${count} posts`;
}

/** How to give several categories that a comma joins; undefined for one name, and for names that the config forbids. */
export function severalCategories(name: string, used: readonly UsedName[], config: Config): string | undefined {
  if (nameInUse(name, used) !== undefined) return undefined;
  const parts = separatedNames(name);
  const isAllowed = !isClosed(config) || parts.every((part) => findCategory(part, config.categories ?? []));
  return isAllowed ? severalHint('--category', name, parts) : undefined;
}
