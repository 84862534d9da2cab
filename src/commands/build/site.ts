/** The site as files: pages, feeds, and what they refer to. */
import { selectPosts } from '../../blog/query.ts';
import { refusal } from '../../errors.ts';
import type { OutputFile } from '../../files/output/output.ts';
import { plural } from '../../report/diagnostics/summary.ts';
import { visible } from '../../report/escape.ts';
import { type NextChange, nextChange } from '../../site/nextChange.ts';
import { findFileClashes, outputPath } from '../../site/outputPaths.ts';
import { planPages } from '../../site/plan/plan.ts';
import { renderPage } from '../../site/render.ts';
import type { Asset, Page, SitePlan, SiteProblem } from '../../site/site.ts';
import { describeErrors } from '../feed/errors.ts';
import type { FeedSite } from '../feed/options.ts';
import { openFeedSource } from '../feed/source.ts';
import { createTargets, type FeedTarget } from '../feed/targets.ts';
import { createSkip } from '../invalid.ts';
import { fileOfAsset, openPages } from '../pages.ts';
import type { BuildOptions } from './build.ts';

/** A site that can be written. */
export interface BuiltSite {
  pages: readonly Page[];
  /** Renders a page, reading the body of a post. */
  render(page: Page): OutputFile;
  feeds: readonly FeedTarget[];
  /** The files that the pages rendered so far refer to. */
  assets(): OutputFile[];
  /** How many invalid posts are left out. */
  skipped: number;
  /** How many posts have errors, and which; undefined if none has. */
  errors: string | undefined;
  next: NextChange | undefined;
}

/**
 * Reads the posts and plans the site of those that are published. Undefined, having said why, if it must not be built;
 * `shown` is its folder. Throws UserError if two pages need one file.
 */
export async function openBuild(options: BuildOptions, site: FeedSite, shown: string): Promise<BuiltSite | undefined> {
  const { config, now, shell } = site;
  const { skip, skipped } = createSkip('nothing built', options.skipInvalid ?? false, site);
  const source = await openFeedSource(site, true, skip);
  if (!source) return undefined;
  const published = selectPosts(source.entries, { status: 'published' }, now).entries;
  const readable = await source.readable(published, 0);
  if (!readable) return undefined;
  const feedOptions = { ...options, output: shown, all: true };
  const fed = readable.entries.filter(({ post }) => post.feed !== false);
  const none = { category: [], tag: [], author: [] };
  const posts = { ...readable, entries: fed, published: fed, valid: source.entries, filter: { ...none, lang: undefined } };
  const feeds = await createTargets({ ...posts, surroundings: source.surroundings }, feedOptions, site, config.feed.limit);
  const errors = await describeErrors(
    [{ files: published.map(({ post }) => post.file) }],
    readable.suspects,
    source,
    site,
  );
  if (errors !== undefined && options.strict) {
    shell.err(`nothing built: ${errors}; fix these posts first, or leave out --strict\n`);
    return undefined;
  }
  const plan = planPages(await openPages(site, readable, source.surroundings, 'build'));
  reportProblems(plan.problems, site);
  const files = filesOf(plan, feeds);
  const assets = new Map<string, Asset>();
  return {
    pages: [...plan.pages.values()],
    render: (page) => {
      const { text, assets: found } = renderPage(page, plan);
      for (const asset of found) assets.set(asset.path, asset);
      return { path: files.get(page) ?? '', content: text };
    },
    feeds,
    assets: () => [...assets.values()].map((asset) => assetFile(asset, site, files)),
    skipped: skipped(),
    errors,
    next: nextChange(source.entries, now),
  };
}
