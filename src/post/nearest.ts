/** What a misspelt name was probably meant to be. */
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** The candidate nearest to a misspelt name; undefined if none is near enough to suggest. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  // Loaded only if something is misspelt.
  const { distance }: typeof import('fastest-levenshtein') = load('fastest-levenshtein');
  const wanted = name.toLowerCase();
  const allowed = wanted.length < 5 ? 1 : Math.max(2, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    const difference = distance(wanted, other);
    // Swapped letters count as two differences, but are the commonest typo.
    const near = difference <= allowed || (difference === 2 && lettersOf(wanted) === lettersOf(other));
    if (near && difference < least) {
      best = candidate;
      least = difference;
    }
  }
  return best;
}

function lettersOf(text: string): string {
  return [...text].sort().join('');
}
