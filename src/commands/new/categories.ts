/** The question of `blog new` about categories, and what it shares with the one about authors. */
import { type Config, findCategory } from '../../blog/config/config.ts';
import { nameInUse, type UsedName, usedNames } from '../../blog/usedNames.ts';
import { isTypoFor, shortestCategory } from '../../checks/similarNames.ts';
import { severityOf } from '../../diagnostic.ts';
import { foldName } from '../../post/fields/slug.ts';
import { visible } from '../../report/escape.ts';
import { type Asker, type Choice, pageSize } from '../prompt/prompt.ts';
import type { Destinations } from './file.ts';
import { askNames } from './questions.ts';

/** The choice of a name that is not listed. */
const other = Symbol('other');

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
  const askNew = async (): Promise<string[]> => {
    const settled: string[] = [];
    for (const name of await askNames(asker, 'New categories, separated by commas (press Enter for none):')) {
      const others = [...known, ...settled.map(unusedName)];
      settled.push(findCategory(name, configured)?.name ?? (await settleName(asker, name, others)));
    }
    return settled;
  };
  return askListed(asker, 'Categories', choices, 'a new category', isClosed(config) ? undefined : askNew);
}

/** Asks for any of the choices, and with `askNew` for others, which `short` stands for. */
export async function askListed<T extends string | { name: string }>(
  asker: Asker,
  what: string,
  choices: readonly Choice<T>[],
  short: string,
  askNew: (() => Promise<T[]>) | undefined,
): Promise<T[]> {
  if (choices.length === 0) return distinct((await askNew?.()) ?? []);
  const hint = choices.length < pageSize ? '' : ` (${choices.length}; use the arrow keys to see them all)`;
  const offered = askNew ? withOther(choices, short) : choices;
  const answer = await asker.several<T | typeof other>(`${what}${hint}:`, offered);
  const named = answer.includes(other) ? await askNew?.() : undefined;
  return distinct([...answer.filter((one): one is T => one !== other), ...(named ?? [])]);
}

/**
 * The choices, and last the one for another name. Where they do not fit on a page it comes first, then what is ticked; any
 * name may then be typed instead of looked for.
 */
function withOther<T>(choices: readonly Choice<T>[], short: string): Choice<T | typeof other>[] {
  if (choices.length < pageSize) return [...choices, { name: `${short}…`, short, value: other }];
  const tickedFirst = choices.toSorted((a, b) => Number(b.checked ?? false) - Number(a.checked ?? false));
  return [{ name: `${short}, or type a name…`, short, value: other }, ...tickedFirst];
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
