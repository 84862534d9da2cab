/** Which pages a site has, and at which paths. */

import { sortEntries } from '../../blog/select/order.ts';
import { urlKey } from '../../blog/url.ts';
import { groupByName } from '../../feed/categories.ts';
import { createNameFinder } from '../../feed/configuredNames.ts';
import type { FeedEntry } from '../../feed/feed.ts';
import { planAllFeeds } from '../../feed/plan.ts';
import { statusOf } from '../../post/post.ts';
import { createDateFormat } from '../dates.ts';
import type { Page, PostPage, Site, SitePlan, SiteProblem } from '../site.ts';
import { planLists } from './lists.ts';
import { planSections, type Section } from './sections.ts';
import { pathInSite } from './urls.ts';

/** Plans every page. Takes linear time, and reads no body. */
export function planPages(site: Site): SitePlan {
  const { config, now, mode, surroundings } = site;
  const shown =
    mode === 'preview' ? site.entries : site.entries.filter(({ post }) => statusOf(post, now) === 'published');
  const entries = sortEntries(shown, 'date', now, false);
  const sections = planSections(entries, config);
  const [main] = sections as [Section, ...Section[]];
  const fed = entries.filter(({ post }) => post.feed !== false && statusOf(post, now) === 'published');
  const feeds = planAllFeeds(fed, groupByName(fed, 'category', config), config);
  const title = titleOf(site);
  const problems: SiteProblem[] = [];
  const pages = new Map<string, Page>();
  const byKey = new Map<string, Page>();
  const add = (page: Page): void => {
    const key = urlKey(page.path);
    const other = byKey.get(key);
    if (other) problems.push(clash(page, other));
    else {
      byKey.set(key, page);
      pages.set(page.path, page);
    }
  };
  for (const section of sections) for (const page of planLists(section, title)) add(page);
  for (const page of planPosts(entries, sections, surroundings.siteUrl)) add(page);
  add({ kind: 'not-found', path: '/404.html', source: 'the page for URLs that do not exist', section: main });
  add({ kind: 'stylesheet', path: '/style.css', source: 'the stylesheet', section: main });
  return {
    site,
    pages,
    problems,
    sections,
    feeds,
    surroundings,
    formatDate: createDateFormat(config.timeZone),
    names: createNameFinder(config),
  };
}

/** The title of the blog. */
export function titleOf({ config, surroundings }: Site): string {
  return config.title ?? new URL(surroundings.siteUrl).host;
}

/** The pages of posts. A post with a permalink on another host is linked, but has no page here. */
function planPosts(entries: readonly FeedEntry[], sections: readonly Section[], siteUrl: string): PostPage[] {
  const [main] = sections as [Section, ...Section[]];
  const sectionOf = new Map<FeedEntry, Section>();
  const neighbours = new Map<FeedEntry, { older?: FeedEntry | undefined; newer?: FeedEntry | undefined }>();
  for (const section of sections) {
    if (section !== main) for (const entry of section.entries) sectionOf.set(entry, section);
    for (const group of section.groups.category) {
      for (const [index, entry] of group.entries.entries()) {
        const [first = ''] = entry.post.categories;
        if ((sectionOf.get(entry) ?? main) !== section || section.find('category', first) !== group) continue;
        neighbours.set(entry, { older: group.entries[index + 1], newer: group.entries[index - 1] });
      }
    }
  }
  return entries.flatMap((entry): PostPage[] => {
    const path = pathInSite(entry.url, siteUrl);
    const section = sectionOf.get(entry) ?? main;
    return path === undefined
      ? []
      : [{ kind: 'post', path, source: entry.post.file, section, entry, ...neighbours.get(entry) }];
  });
}

function clash(page: Page, other: Page): SiteProblem {
  const file = page.kind === 'post' || page.kind === 'text' || page.kind === 'redirect' ? page.source : other.source;
  return {
    severity: 'error',
    file,
    message: `${page.source} and ${other.source} have the same path: ${page.path}`,
    hint: 'write another slug or permalink in one of them',
  };
}
