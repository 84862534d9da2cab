/** The question of `blog new` about categories, and what it shares with the one about authors. */
import { type Category, findCategory } from '../../blog/config/config.ts';
import type { UsedName } from '../../blog/usedNames.ts';
import { isTypoFor } from '../../checks/similarNames.ts';
import { foldName } from '../../post/fields/slug.ts';
import { visible } from '../../report/escape.ts';
import { type Asker, type Choice, pageSize } from '../prompt/prompt.ts';
import { askNames } from './questions.ts';

/** Stands for “a new one…” among the choices. */
export const other = Symbol('a new one');

/** A name that is there, and in how many posts. */
type Known = Pick<UsedName, 'name' | 'count'>;

/**
 * Categories: the config's and the folder's own, with how often each is used; `chosen` are ticked. Where only the
 * config's are allowed (`closed`) there are no others to choose, and no new one.
 */
export async function askCategories(
  asker: Asker,
  { configured, used, closed }: { configured: readonly Category[]; used: readonly UsedName[]; closed: boolean },
  chosen: readonly string[],
): Promise<string[]> {
  const listed = configured.map(({ name }) => ({ name, count: countOf(name, used) }));
  const own = used.filter(({ name }) => !findCategory(name, configured));
  const known: Known[] = [...listed, ...(closed ? [] : own)];
  const extra = chosen.filter((name) => !known.some((one) => foldName(one.name) === foldName(name)));
  known.push(...extra.map((name) => ({ name, count: 0 })));
  if (known.length === 0 && closed) return [];
  const choices: Choice<string | typeof other>[] = known.map(({ name, count }) => ({
    ...labels(name, count),
    value: name,
    checked: chosen.some((one) => foldName(one) === foldName(name)),
  }));
  const askNew = async (): Promise<string[]> => {
    const names = await askNames(asker, 'New categories, with commas between them (Enter for none):');
    const settled: string[] = [];
    for (const name of names) {
      const meant = findCategory(name, configured)?.name;
      settled.push(
        meant ?? (await settleName(asker, name, [...known, ...settled.map((one) => ({ name: one, count: 0 }))])),
      );
    }
    return settled;
  };
  if (choices.length === 0) return askNew();
  const offered = closed ? choices : withOther(choices, 'a new one');
  const answer = await asker.several(countedQuestion('Categories', choices), offered);
  return distinct([...withoutOther(answer), ...(answer.includes(other) ? await askNew() : [])], (name) => name);
}

/**
 * The choices and the one for another name, which is the last. Where not all can be seen at once it is the first, and what
 * is ticked comes next; a name that is there may then be typed instead of looked for.
 */
export function withOther<T>(choices: readonly Choice<T | typeof other>[], short: string): Choice<T | typeof other>[] {
  if (choices.length < pageSize) return [...choices, { name: `${short}…`, short, value: other }];
  const tickedFirst = choices.toSorted((a, b) => Number(b.checked ?? false) - Number(a.checked ?? false));
  return [{ name: `${short}, or a name to type…`, short, value: other }, ...tickedFirst];
}

/** `Authors:`, and how many names there are where not all can be seen at once. */
export function countedQuestion(what: string, { length }: readonly Choice<unknown>[]): string {
  return length < pageSize ? `${what}:` : `${what} (${length}, the arrow keys lead to all of them):`;
}

/** The choices that are names. */
export function withoutOther<T>(answer: readonly (T | typeof other)[]): T[] {
  return answer.filter((choice): choice is T => choice !== other);
}

function countOf(name: string, used: readonly UsedName[]): number {
  return used.find((one) => foldName(one.name) === foldName(name))?.count ?? 0;
}

/** Each name once, as it stands first. */
export function distinct<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  const names = items.map((item) => foldName(nameOf(item)));
  return items.filter((_, at) => names.indexOf(names[at] as string) === at);
}

/** Of the names that are nearly this new one the commonest; undefined where there is none. */
export function nearName<T extends Known>(name: string, known: readonly T[]): T | undefined {
  const duplicates = known.filter((one) => isTypoFor(name, one.name));
  return duplicates.toSorted((a, b) => b.count - a.count)[0];
}

/** A new name as it is there already, or as it is meant when it is nearly one that is there. */
export async function settleName(asker: Asker, name: string, known: readonly Known[]): Promise<string> {
  const same = known.find((one) => foldName(one.name) === foldName(name));
  if (same) return same.name;
  const duplicate = nearName(name, known);
  if (!duplicate) return name;
  const message = `Did you mean “${visible(duplicate.name)}” (${posts(duplicate.count)}) by “${visible(name)}”?`;
  return asker.one(message, [
    { name: `yes, ${visible(duplicate.name)}`, short: visible(duplicate.name), value: duplicate.name },
    { name: `no, ${visible(name)} is a new one`, short: visible(name), value: name },
  ]);
}

/** How a name is shown among the choices. */
export function labels(name: string, count: number): { name: string; short: string } {
  return { name: `${visible(name)} · ${posts(count)}`, short: visible(name) };
}

/** `14 posts`. */
export function posts(count: number): string {
  return count === 0 ? 'no posts yet' : count === 1 ? '1 post' : `${count} posts`;
}
