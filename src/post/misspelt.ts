/** Names that can only be a slip of the pen for others: stricter than `nearest`, since here nobody is asked. */
import { createRequire } from 'node:module';
import { allFieldNames, fieldOf as fieldOfName, isKnownField } from './fields/names.ts';
import type { Mapping } from './frontmatter/mapping.ts';

const load = createRequire(import.meta.url);

/**
 * Whether two names are surely the same but for a slip: case, blanks, `-` and `_`; one letter too many, too few or other,
 * or two that changed places; two letters in a long name. Other digits, or one more “s”, make another name.
 */
export function isTypo(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)];
  if (a === b) return true;
  if (a.replace(/\D/g, '') !== b.replace(/\D/g, '') || a === `${b}s` || b === `${a}s`) return false;
  const shorter = Math.min(a.length, b.length);
  if (shorter < 3 || a[0] !== b[0]) return false;
  const { distance }: typeof import('fastest-levenshtein') = load('fastest-levenshtein');
  const letters = distance(a, b);
  // Another letter in a short word is another word: desk, deck.
  if (letters === 1) return a.length !== b.length || shorter > 4;
  return letters === 2 && (shorter > 6 || isSwap(a, b));
}

function plain(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/gu, '');
}

/** Whether two neighbouring letters changed places, and nothing else differs. */
export function isSwap(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at + 1 < a.length && a.slice(0, at) + a[at + 1] + a[at] + a.slice(at + 2) === b;
}

/**
 * Tells the field that a name nobody knows surely means: undefined where it may be something else, where the post has
 * that field already, under whatever name, or where a second name means it, too.
 */
export function findMeanings(data: Mapping, extraFields: readonly string[]): (key: string) => string | undefined {
  const meanings = new Map<string, string | undefined>();
  const rivals = new Map<string, number>();
  for (const key of Object.keys(data)) {
    const name = isKnownField(key, extraFields) ? key : nameMeant(key, extraFields);
    meanings.set(key, name);
    if (name !== undefined) rivals.set(fieldOf(name), (rivals.get(fieldOf(name)) ?? 0) + 1);
  }
  return (key) => {
    const meant = meanings.get(key);
    return meant === undefined || rivals.get(fieldOf(meant)) !== 1 ? undefined : meant;
  };
}

/** The field of a name; a name of the config's own is its own field. */
function fieldOf(name: string): string {
  return fieldOfName(name) ?? name;
}

function nameMeant(key: string, extraFields: readonly string[]): string | undefined {
  if (isKnownField(key, extraFields)) return undefined;
  const candidates = [...allFieldNames(), ...extraFields];
  const same = candidates.filter((name) => plain(name) === plain(key));
  const [first, ...others] = same.length > 0 ? same : candidates.filter((name) => isTypo(key, name));
  return first !== undefined && others.every((name) => fieldOf(name) === fieldOf(first)) ? first : undefined;
}
