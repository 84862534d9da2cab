/** Which pages a site has, and at which paths. */
import { createLanguageNamer } from '../../blog/languages.ts';
import { sortEntries } from '../../blog/select/order.ts';
import { urlKey } from '../../blog/url.ts';
import { groupByName } from '../../feed/categories.ts';
import { createNameFinder } from '../../feed/configuredNames.ts';
import type { FeedEntry } from '../../feed/feed.ts';
import { type FeedPlan, planAllFeeds } from '../../feed/plan.ts';
import type { Surroundings } from '../../feed/urls.ts';
import { statusOf } from '../../post/post.ts';
import { createDateFormat } from '../dates.ts';
import type { Html } from '../html/html.ts';
import { createDirections } from '../languages.ts';
import { type Page, type Site, type SitePlan, type SiteProblem, unknownSiteUrl } from '../site.ts';
import { footerLinks, planFooters } from './footers.ts';
import { planHome, planLists } from './lists.ts';
import { planPosts } from './posts.ts';
import { planRedirect, redirectClash } from './redirects.ts';
import { planSections, type Section } from './sections.ts';
import { type ReadSiteText, readSiteTexts } from './texts.ts';
import { findTranslations } from './translations.ts';
import { basePath } from './urls.ts';

/** What a site is planned from; no body is read. */
type PlannedSite = Omit<Site, 'renderer'>;

/** The posts of a site, its texts, its sections and its feeds. */
function planParts(site: PlannedSite) {
  const { config, now, mode } = site;
  const isPublic = ({ post }: FeedEntry): boolean => statusOf(post, now) === 'published';
  const entries = sortEntries(mode === 'preview' ? site.entries : site.entries.filter(isPublic), 'date', now, false);
  const { read: texts, ...others } = readSiteTexts(site);
  const sections = planSections(
    entries,
    config,
    texts.map(({ prefix }) => prefix),
  );
  const fed = entries.filter((entry) => entry.post.feed !== false && isPublic(entry));
  const feeds = planAllFeeds(fed, groupByName(fed, 'category', config), config);
  return { entries, texts, ...others, sections, feeds };
}

/** The paths of all pages and feeds of a site, for those who only need to know where links lead. */
export function planPaths(site: PlannedSite): string[] {
  const { entries, sections, texts, feeds } = planParts(site);
  const { pages } = planAll(site, entries, sections, texts, feeds);
  return [...pages.keys(), ...feeds.map(({ file }) => `/${file}`)];
}

/** Plans a site. Takes linear time, and reads no body. */
export function planPages(site: Site): SitePlan {
  const { config, mode } = site;
  const { entries, texts, hidden, problems: unread, timed, sections, feeds } = planParts(site);
  const { links, problems: unlinked } = footerLinks(site, hidden);
  let all: ReturnType<typeof planAll> | undefined;
  const whole = (): ReturnType<typeof planAll> => {
    all ??= planAll(site, entries, sections, texts, feeds);
    return all;
  };
  const homes = new Map(
    sections.flatMap((section) => planHome(section, titleOf(site))).map((page) => [page.path, page]),
  );
  const items = new Map(sections.map((section) => [section, new Map<FeedEntry, Html>()]));
  return {
    site,
    pageAt: (path) => homes.get(path) ?? whole().pages.get(path),
    get pages() {
      return whole().pages;
    },
    get problems() {
      return [...unread, ...unlinked, ...whole().problems];
    },
    sections,
    feeds,
    timedTexts: timed,
    surroundings: knowingTexts(site.surroundings, texts),
    footers: planFooters(links, texts, sections),
    translations: findTranslations(entries, config),
    itemOf: (entry, section, make) => {
      const known = mode === 'build' ? items.get(section) : undefined;
      const item = known?.get(entry) ?? make();
      known?.set(entry, item);
      return item;
    },
    languageOf: createLanguageNamer(config),
    directionOf: createDirections(),
    formatDate: createDateFormat(config.timeZone),
    names: createNameFinder(config),
  };
}

/** All pages. Of several with one path the first stays. */
function planAll(
  site: PlannedSite,
  entries: readonly FeedEntry[],
  sections: readonly Section[],
  texts: readonly ReadSiteText[],
  feeds: readonly FeedPlan[],
) {
  const { siteUrl } = site.surroundings;
  const problems: SiteProblem[] = [];
  const { pages, add } = collectPages(problems);
  for (const section of sections) for (const page of planLists(section, titleOf(site))) add(page);
  for (const page of textPages(texts, sections)) add(page);
  const posts = planPosts(entries, sections, siteUrl);
  for (const page of posts) add(page);
  for (const page of planFiles(site, sections)) add(page);
  for (const { entry, section } of posts) {
    for (const alias of entry.post.aliases) {
      const page = planRedirect(alias, entry, section, siteUrl);
      if (page && 'kind' in page) add(page);
      else if (page) problems.push(page);
    }
  }
  return { pages, problems: [...problems, ...feedClashes(feeds, pages)] };
}

/** The title of the blog. */
export function titleOf({ config, surroundings }: Pick<Site, 'config' | 'surroundings'>): string {
  return config.title ?? (surroundings.siteUrl === unknownSiteUrl ? 'Blog' : new URL(surroundings.siteUrl).host);
}

/** Pages by path; of several with one path the first stays, and the others are problems. */
function collectPages(problems: SiteProblem[]) {
  const pages = new Map<string, Page>();
  const byKey = new Map<string, Page>();
  const add = (page: Page): void => {
    const key = urlKey(page.path);
    const other = byKey.get(key);
    if (!other) {
      byKey.set(key, page);
      pages.set(page.path, page);
      return;
    }
    // WordPress has feeds there, and whoever follows it may have a page of their own.
    if (page.kind === 'feed-view') return;
    const problem = page.kind === 'redirect' ? redirectClash(page, other) : clash(page, other);
    if (problem) problems.push(problem);
  };
  return { pages, add };
}

function textPages(texts: readonly ReadSiteText[], sections: readonly Section[]): Page[] {
  return texts.flatMap(({ prefix, text, ...read }): Page[] => {
    const section = sections.find((one) => one.prefix === prefix);
    return section ? [{ kind: 'text', source: text.file, section, text, ...read }] : [];
  });
}

/** What stands beside the pages. */
function planFiles({ mode, surroundings }: PlannedSite, sections: readonly Section[]): Page[] {
  const [main] = sections as [Section, ...Section[]];
  const file = (kind: 'not-found' | 'feed-view' | 'stylesheet' | 'sitemap' | 'robots' | 'nojekyll', path: string) => {
    return { kind, path, source: `the file ${path.slice(1)}`, section: main };
  };
  const both = [file('not-found', '/404.html'), file('stylesheet', '/style.css')];
  if (mode === 'preview') return [...both, { ...file('feed-view', '/feed'), source: 'the preview of the feed' }];
  const isRoot = basePath(surroundings.siteUrl) === '';
  // Crawlers look for it only at the root of a host (RFC 9309, 2.3).
  const robots = isRoot ? [file('robots', '/robots.txt')] : [];
  return [...both, file('sitemap', '/sitemap.xml'), file('nojekyll', '/.nojekyll'), ...robots];
}

/** Surroundings in which links to the files of `_site/` lead to their pages. */
function knowingTexts(surroundings: Surroundings, texts: readonly ReadSiteText[]): Surroundings {
  const urls = new Map(texts.map(({ text, path }) => [text.inPosts, surroundings.siteUrl + path]));
  return { ...surroundings, postUrlOf: (path) => urls.get(path) ?? surroundings.postUrlOf(path) };
}

function feedClashes(feeds: SitePlan['feeds'], pages: ReadonlyMap<string, Page>): SiteProblem[] {
  return feeds.flatMap(({ file }) => {
    const page = pages.get(`/${file}`);
    if (!page) return [];
    const feed = { path: page.path, source: 'a feed' };
    return (page.kind === 'redirect' ? redirectClash(page, feed) : clash(page, feed)) ?? [];
  });
}

function clash(page: Page, other: Pick<Page, 'path' | 'source'> & { kind?: Page['kind'] }): SiteProblem {
  const hasFile = ({ kind }: { kind?: Page['kind'] }): boolean => {
    return kind === 'post' || kind === 'text' || kind === 'redirect';
  };
  const [file, kept] = hasFile(page) ? [page.source, other.source] : [other.source, page.source];
  const both = hasFile(page) && hasFile(other) ? ' in one of them' : '';
  return {
    severity: 'error',
    file,
    message: `has the same path as ${kept}: ${page.path}`,
    hint: page.kind === 'text' ? 'give it another permalink' : `write another slug or permalink${both}`,
  };
}
