/** The orders of `blog list --sort`. */
import { compareText } from '../../diagnostic.ts';
import { statusOf } from '../../post/post.ts';
import type { Entry } from '../postIndex.ts';

export const sortKeys = ['date', 'updated', 'title', 'author', 'status', 'category'] as const;
export type SortKey = (typeof sortKeys)[number];

/** A post's way from the first draft to the end. */
const lifecycle = ['draft', 'pending', 'scheduled', 'published', 'expired'] as const;

/**
 * Newest first by date, by status from draft to expired, A to Z by text, with posts that lack it last; ties newest first, then
 * by path. `reverse` reverses the whole order. `now` is in ms.
 */
export function sortEntries<E extends Entry>(entries: readonly E[], key: SortKey, now: number, reverse: boolean): E[] {
  const moment = ({ post }: Entry): number => (key === 'updated' ? (post.updated ?? post.date) : post.date).instant;
  const byDate = (a: Entry, b: Entry): number => moment(b) - moment(a) || compareText(a.post.file, b.post.file);
  const sorted = entries.toSorted(byDate);
  if (key !== 'date' && key !== 'updated') {
    const compare = comparisonOf(key, now);
    // Sorting keeps the order of equals.
    sorted.sort(compare);
  }
  return reverse ? sorted.reverse() : sorted;
}

function comparisonOf(key: Exclude<SortKey, 'date' | 'updated'>, now: number): (a: Entry, b: Entry) => number {
  if (key === 'status') {
    const place = ({ post }: Entry): number => lifecycle.indexOf(statusOf(post, now));
    return (a, b) => place(a) - place(b);
  }
  const textOf = ({ post }: Entry): string | undefined =>
    ({ title: post.title, author: post.authors[0]?.name, category: post.categories[0] })[key];
  // A fixed locale gives the same order on every machine.
  const { compare } = new Intl.Collator('en');
  return (a, b) => {
    const [one, other] = [textOf(a), textOf(b)];
    if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
    return compare(one, other);
  };
}
