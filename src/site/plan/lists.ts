/** The pages that list posts. */

import type { FeedEntry } from '../../feed/feed.ts';
import { dayOf } from '../../post/fields/date.ts';
import type { ListPage } from '../site.ts';
import type { Section } from './sections.ts';

/** How many posts are on one page. */
export const pageLength = 20;

/** The pages of a section that list posts: home, and those of each category, tag, author and year. */
export function planLists(section: Section, title: string): ListPage[] {
  const { prefix, entries } = section;
  const years = groupByYear(entries);
  return [
    ...planHome(section, title),
    ...(['category', 'tag', 'author'] as const).flatMap((kind) =>
      section.groups(kind).flatMap((group) => pagesOf(kind, group.name, group.path, group.entries, section)),
    ),
    ...[...years].flatMap(([year, own]) => pagesOf('year', year, `${prefix}/${year}/`, own, section)),
  ];
}

/** The home page of a section, and those that continue it. */
export function planHome(section: Section, title: string): ListPage[] {
  return pagesOf('home', title, `${section.prefix}/`, section.entries, section);
}

function groupByYear(entries: readonly FeedEntry[]): Map<string, FeedEntry[]> {
  const years = new Map<string, FeedEntry[]>();
  for (const entry of entries) {
    const year = dayOf(entry.post.date).slice(0, 4);
    const own = years.get(year);
    if (own) own.push(entry);
    else years.set(year, [entry]);
  }
  return years;
}

function pagesOf(
  kind: ListPage['kind'],
  name: string,
  first: string,
  entries: readonly FeedEntry[],
  section: Section,
): ListPage[] {
  const pages = Math.max(1, Math.ceil(entries.length / pageLength));
  const source = kind === 'home' ? 'the home page' : `the page of the ${kind} “${name}”`;
  return Array.from({ length: pages }, (_, index): ListPage => {
    const path = pathOfPage(first, index + 1);
    return { kind, name, path, first, source, section, entries, number: index + 1, pages };
  });
}

/** The path of the page with this number of a list. */
export function pathOfPage(first: string, number: number): string {
  return number === 1 ? first : `${first}page/${number}/`;
}

/** The posts that a page shows. */
export function entriesOn({ entries, number }: ListPage): readonly FeedEntry[] {
  return entries.slice((number - 1) * pageLength, number * pageLength);
}
