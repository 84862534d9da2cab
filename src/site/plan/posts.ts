/** The pages of posts. */
import type { FeedEntry } from '../../feed/feed.ts';
import type { PostPage } from '../site.ts';
import type { Section } from './sections.ts';
import { pathInSite } from './urls.ts';

/** A page for each post, but for those whose permalink is on another host: they are only linked. */
export function planPosts(entries: readonly FeedEntry[], sections: readonly Section[], siteUrl: string): PostPage[] {
  const [main, ...others] = sections as [Section, ...Section[]];
  const sectionOf = new Map<FeedEntry, Section>();
  for (const section of others) for (const entry of section.entries) sectionOf.set(entry, section);
  const neighbours = new Map<FeedEntry, Pick<PostPage, 'older' | 'newer'>>();
  for (const section of sections) {
    for (const { name, entries: own } of section.groups('category')) {
      for (const [index, entry] of own.entries()) {
        const [first = ''] = entry.post.categories;
        const isHome = (sectionOf.get(entry) ?? main) === section && section.find('category', first)?.name === name;
        if (isHome) neighbours.set(entry, { older: own[index + 1], newer: own[index - 1] });
      }
    }
  }
  return entries.flatMap((entry): PostPage[] => {
    const path = pathInSite(entry.url, siteUrl);
    const section = sectionOf.get(entry) ?? main;
    if (path === undefined) return [];
    return [{ kind: 'post', path, source: entry.post.file, section, entry, ...neighbours.get(entry) }];
  });
}
