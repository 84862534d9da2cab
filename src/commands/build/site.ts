/** The site as files: pages, feeds, and what they refer to. */
import { selectPosts } from '../../blog/query.ts';
import { createRenderer } from '../../feed/renderer.ts';
import type { OutputFile } from '../../files/output/output.ts';
import { printedPath } from '../../files/posts.ts';
import { findTexts } from '../../files/site/texts.ts';
import { statusOf } from '../../post/post.ts';
import { createLinkCheck } from '../../site/deadLinks.ts';
import { type NextChange, nextChange } from '../../site/nextChange.ts';
import type { PageLink } from '../../site/pageLink.ts';
import { planPages } from '../../site/plan/plan.ts';
import { invalidPage } from '../../site/plan/texts.ts';
import { pathInSite } from '../../site/plan/urls.ts';
import { renderPage } from '../../site/render.ts';
import type { Asset, Page, SitePlan, SiteProblem } from '../../site/site.ts';
import { describeErrors } from '../feed/errors.ts';
import type { FeedSite } from '../feed/options.ts';
import { openFeedSource } from '../feed/source.ts';
import { createTargets, type FeedTarget } from '../feed/targets.ts';
import { createSkip } from '../invalid.ts';
import { createSizeFinder, readTexts, staticLookup } from '../pages/siteFiles.ts';
import { copyOf } from './copies.ts';
import { filesOf } from './files.ts';
import type { BuildOptions } from './options.ts';

/** A site that can be written. */
export interface BuiltSite {
  pages: readonly Page[];
  /** Renders a page, reading the body of a post. Throws UserError if its HTML would be unsafe. */
  render(page: Page): OutputFile;
  feeds: readonly FeedTarget[];
  /** The files that the pages rendered so far refer to. */
  assets(): OutputFile[];
  /** How many invalid posts and pages are left out. */
  skipped: { posts: number; pages: number };
  /** How many posts have errors, and which; undefined if none has. */
  errors: string | undefined;
  next: NextChange | undefined;
  /** The links of the pages rendered so far that lead to nothing, and what is wrong with one. */
  deadLinks(): readonly PageLink[];
  problemOf(link: PageLink): SiteProblem;
  /** Whether no post is published, so that the pages are empty. */
  isEmpty: boolean;
}

/**
 * Reads the posts and plans the site of those that are published. Undefined, having said why, if it must not be built;
 * `output` is its folder. Throws UserError if two pages need one file.
 */
export async function openBuild(options: BuildOptions, site: FeedSite, output: string): Promise<BuiltSite | undefined> {
  const { config, now, shell } = site;
  const { skip, skipped } = createSkip('nothing built', options.skipInvalid ?? false, site);
  const source = await openFeedSource(site, true, skip);
  if (!source) return undefined;
  const { surroundings, entries: valid } = source;
  const published = selectPosts(valid, { status: 'published' }, now).entries;
  const readable = await source.readable(published, 0);
  if (!readable) return undefined;
  const { entries, suspects, hasMarkup } = readable;
  const shown = new Set(entries.map(({ post }) => post.file));
  const pages = findTexts(site.folder);
  const fed = entries.filter(({ post }) => post.feed !== false);
  const filter = { category: [], tag: [], author: [], lang: undefined };
  const feeds = await createTargets(
    { ...readable, entries: fed, published: fed, valid, filter, surroundings },
    { ...options, output, all: true },
    site,
    config.feed.limit,
  );
  const unreadable: SiteProblem[] = [];
  const texts = readTexts(site, pages, (file, fault) => unreadable.push(invalidPage(file, fault)));
  const staticFile = staticLookup(site);
  const plan = planPages({
    config,
    entries,
    now,
    mode: 'build',
    texts,
    surroundings,
    renderer: await createRenderer(hasMarkup || texts.some(({ text }) => text.includes('<'))),
    imageSize: createSizeFinder(site),
    ...(staticFile && { staticFile }),
  });
  const problems = [...unreadable, ...plan.problems];
  const built = new Set([...plan.pages.values()].flatMap(({ kind, source: file }) => (kind === 'text' ? [file] : [])));
  const seen = { posts: shown, pages: pages.filter(({ file }) => built.has(file)), where: 'on the site' } as const;
  const errors = await describeErrors(seen, suspects, source, site);
  if (errors !== undefined && options.strict) {
    shell.err(`nothing built: ${errors}; fix these first, or leave out --strict\n`);
    return undefined;
  }
  const files = filesOf(plan, problems, feeds, options, site);
  const assets = new Map<string, Asset>();
  const { siteUrl } = surroundings;
  const { isDead, problemOf } = createLinkCheck({
    siteUrl,
    paths: [...plan.pages.keys(), ...feeds.map(({ file }) => `/${file}`)],
    unpublished: valid.flatMap(({ post, url }) =>
      shown.has(post.file) ? [] : [{ file: post.file, url, status: statusOf(post, now) }],
    ),
    isChecked: ({ written, isFromConfig }) =>
      !isFromConfig &&
      (!/^(?:\/\/|[a-z][a-z\d+.-]*:|\/)/i.test(written) || (staticFile !== undefined && /^\/(?!\/)/.test(written))),
  });
  const dead = new Map<string, PageLink>();
  const noteLinks = (links: readonly PageLink[]): void => {
    for (const link of links) if (isDead(link)) dead.set(`${link.file}\n${link.written}`, link);
  };
  noteLinks(footerUrls(plan, site));
  return {
    pages: [...files.keys()],
    render: (page) => {
      const { text, assets: found, links } = renderPage(page, plan);
      noteLinks(links);
      for (const asset of found) assets.set(asset.path, asset);
      return { path: files.get(page) ?? '', content: text };
    },
    feeds,
    assets: () => [...assets.values()].flatMap((asset) => copyOf(asset, site) ?? []),
    skipped: { posts: skipped(), pages: problems.filter(({ isInvalidPage }) => isInvalidPage).length },
    errors,
    next: nextChange([...valid, ...plan.timedTexts], now, 'build'),
    isEmpty: entries.length === 0,
    // What another page shows is copied, too.
    deadLinks: () => [...dead.values()].filter(({ url }) => !assets.has(pathInSite(url, siteUrl) ?? '')),
    problemOf,
  };
}

/** The links of the config at the end of every page. */
function footerUrls({ footers }: SitePlan, { siteUrl, base, configFile }: FeedSite): PageLink[] {
  const file = configFile === undefined ? 'the config' : printedPath(base, configFile);
  return (footers.get('') ?? []).map(({ url: written }) => {
    const url = written.startsWith('/') ? siteUrl + written : written;
    return { file, written, url, use: 'link', root: '', isFromConfig: true };
  });
}
