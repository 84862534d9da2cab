/** Names that can only be typos of others: stricter than `nearest`, since nobody confirms these. */
import { createRequire } from 'node:module';
import { allFieldNames, fieldOf, isKnownField } from './fields/names.ts';
import type { Mapping } from './frontmatter/mapping.ts';

const load = createRequire(import.meta.url);

/**
 * Whether two names surely differ by a typo only: case, spaces, `-` and `_`; one letter added, missing or different; two
 * swapped; two different letters in a long name. Different digits or a plural “s” make different names.
 */
export function isTypo(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)];
  if (a === b) return true;
  if (a.replace(/\D/g, '') !== b.replace(/\D/g, '') || a === `${b}s` || b === `${a}s`) return false;
  const shorter = Math.min(a.length, b.length);
  if (shorter < 3 || a[0] !== b[0]) return false;
  const { distance }: typeof import('fastest-levenshtein') = load('fastest-levenshtein');
  const letters = distance(a, b);
  // A different letter makes a short word another word: desk, deck.
  if (letters === 1) return a.length !== b.length || shorter > 4;
  return letters === 2 && (shorter > 6 || isSwap(a, b));
}

function plain(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/gu, '');
}

/** Whether two texts differ only by two neighbouring letters, which are swapped. */
export function isSwap(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at + 1 < a.length && a.slice(0, at) + a[at + 1] + a[at] + a.slice(at + 2) === b;
}

/**
 * A function from an unknown name in `data` to the field that it is surely a typo of; to undefined if it may be something
 * else, if the post already has that field under whatever name, or if another unknown name is a typo of it too.
 */
export function inferFieldNames(data: Mapping, extraFields: readonly string[]): (key: string) => string | undefined {
  const inferred = new Map<string, string | undefined>();
  const rivals = new Map<string, number>();
  for (const key of Object.keys(data)) {
    const name = isKnownField(key, extraFields) ? key : inferName(key, extraFields);
    inferred.set(key, name);
    if (name !== undefined) rivals.set(canonical(name), (rivals.get(canonical(name)) ?? 0) + 1);
  }
  return (key) => {
    const name = inferred.get(key);
    return name === undefined || rivals.get(canonical(name)) !== 1 ? undefined : name;
  };
}

/** The field that a name stands for; those of `extra_fields` have no aliases. */
function canonical(name: string): string {
  return fieldOf(name) ?? name;
}

function inferName(key: string, extraFields: readonly string[]): string | undefined {
  if (isKnownField(key, extraFields)) return undefined;
  const candidates = [...allFieldNames(), ...extraFields];
  const same = candidates.filter((name) => plain(name) === plain(key));
  const [first, ...others] = same.length > 0 ? same : candidates.filter((name) => isTypo(key, name));
  return first !== undefined && others.every((name) => canonical(name) === canonical(first)) ? first : undefined;
}
