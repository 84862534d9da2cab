/** The question of `blog new` about categories, and what it shares with the one about authors. */
import { type Category, findCategory } from '../../blog/config/config.ts';
import { nameInUse, type UsedName } from '../../blog/usedNames.ts';
import { isTypoFor, shortestCategory } from '../../checks/similarNames.ts';
import { foldName } from '../../post/fields/slug.ts';
import { visible } from '../../report/escape.ts';
import { type Asker, type Choice, pageSize } from '../prompt/prompt.ts';
import { askNames } from './questions.ts';

/** The choice of a name that is not listed. */
export const other = Symbol('other');

/**
 * Asks for categories among those of the config and of the posts, with how often each is used; `chosen` are ticked. Where
 * only the config's are allowed (`closed`), there are no others, and no new one.
 */
export async function askCategories(
  asker: Asker,
  { configured, used, closed }: { configured: readonly Category[]; used: readonly UsedName[]; closed: boolean },
  chosen: readonly string[],
): Promise<string[]> {
  const countOf = (name: string): number => used.find((one) => foldName(one.name) === foldName(name))?.count ?? 0;
  const known: UsedName[] = configured.map(({ name }) => ({ name, count: countOf(name) }));
  if (!closed) known.push(...used.filter(({ name }) => !findCategory(name, configured)));
  const extra = chosen.filter((name) => nameInUse(name, known) === undefined);
  known.push(...extra.map((name) => ({ name, count: 0 })));
  if (known.length === 0 && closed) return [];
  const choices: Choice<string | typeof other>[] = known.map(({ name, count }) => ({
    ...labels(name, count),
    value: name,
    checked: chosen.some((one) => foldName(one) === foldName(name)),
  }));
  const askNew = async (): Promise<string[]> => {
    const names = await askNames(asker, 'New categories, separated by commas (press Enter for none):');
    const settled: string[] = [];
    for (const name of names) {
      const others = [...known, ...settled.map((one) => ({ name: one, count: 0 }))];
      settled.push(findCategory(name, configured)?.name ?? (await settleName(asker, name, others)));
    }
    return settled;
  };
  if (choices.length === 0) return askNew();
  const offered = closed ? choices : withOther(choices, 'a new category');
  const answer = await asker.several(countedMessage('Categories', choices), offered);
  return distinct([...withoutOther(answer), ...(answer.includes(other) ? await askNew() : [])], (name) => name);
}

/**
 * The choices, and last the one for another name. Where they do not fit on a page it comes first, then what is ticked; any
 * name may then be typed instead of looked for.
 */
export function withOther<T>(choices: readonly Choice<T | typeof other>[], short: string): Choice<T | typeof other>[] {
  if (choices.length < pageSize) return [...choices, { name: `${short}…`, short, value: other }];
  const tickedFirst = choices.toSorted((a, b) => Number(b.checked ?? false) - Number(a.checked ?? false));
  return [{ name: `${short}, or type a name…`, short, value: other }, ...tickedFirst];
}

/** `Authors:`, with the number of names where they do not fit on a page. */
export function countedMessage(what: string, { length }: readonly Choice<unknown>[]): string {
  return length < pageSize ? `${what}:` : `${what} (${length}; use the arrow keys to see them all):`;
}

/** The choices that are names. */
export function withoutOther<T>(answer: readonly (T | typeof other)[]): T[] {
  return answer.filter((choice): choice is T => choice !== other);
}

/** The items with different names, the first of each; names are the same in whatever case and Unicode form. */
export function distinct<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  const names = items.map((item) => foldName(nameOf(item)));
  return items.filter((_, at) => names.indexOf(names[at] as string) === at);
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
