/** What a preview shows at one moment, and how that changes. */
import type { PostIndex } from '../../blog/postIndex.ts';
import { stateOf } from '../../files/watch/states.ts';
import { nextChange } from '../../site/nextChange.ts';
import { type Asset, unknownSiteUrl } from '../../site/site.ts';
import { placeOf, readTexts } from '../pages/siteFiles.ts';
import { readClock, type SiteContext } from '../site.ts';
import { baseOf, createMarkup, type Pages, planPreview } from './pages.ts';
import { createPosts, type Posts } from './posts.ts';

export interface Preview {
  site: SiteContext;
  posts: Posts;
  pages: Pages;
  /** The files that shown pages refer to, by their paths below that of the site. */
  assets: ReadonlyMap<string, Asset>;
  /** The posts whose pages were at these paths, below that of the site, before. */
  moved: ReadonlyMap<string, string>;
  /** The paths that the site had before. */
  formerBases: readonly string[];
  /** What is wrong with the config or the folders, which is shown on every page. */
  notice: string | undefined;
  /** Whether all posts were read. */
  isWhole: boolean;
  /** The posts whose pages were shown last, newest first. */
  open: readonly string[];
  /** Plans the pages of the posts that were read so far. */
  plan(): void;
  /** Reads all posts, after the start or with another config. Throws UserError if the posts folder cannot be read. */
  readAll(site?: SiteContext): Promise<void>;
  /** Reads the pages of `_site/` again, and returns whether they have changed. Throws UserError if one cannot be read. */
  readTexts(): boolean;
  noteFiles(assets: readonly Asset[]): void;
  noteOpen(file: string): void;
  /** Posts that have other names by now, old → new. */
  noteRenamed(renamed: ReadonlyMap<string, string>): void;
  /** The files of shown pages that are not what they were when they were noted, absolute paths. */
  changedFiles(): string[];
  /** When the status of a post or page changes by itself next, ms; Infinity if none does. */
  nextMoment: number;
}

/** How many posts are looked at twice a second. */
const mostOpen = 4;

/** A preview that knows which posts there are, and has read those that `first` chooses. */
export async function openPreview(opened: SiteContext, first: (posts: Posts) => readonly string[]): Promise<Preview> {
  const markup = await createMarkup();
  const assets = new Map<string, Asset>();
  const states = new Map<string, string>();
  const moved = new Map<string, string>();
  const site = withUrl(opened);
  const posts = createPosts(site);
  posts.list();
  for (const name of first(posts)) posts.read(name);
  let index: PostIndex = posts.index(site.now);
  let texts = readTexts(site);
  const pages = planPreview(site, { posts, index, texts, markup });
  const preview: Preview = {
    site,
    posts,
    pages,
    assets,
    moved,
    formerBases: [],
    notice: undefined,
    isWhole: false,
    open: [],
    plan() {
      const before = preview.pages;
      const now = readClock(preview.site, preview.site.config.timeZone);
      preview.site = { ...preview.site, now };
      index = preview.posts.index(now);
      preview.pages = planPreview(preview.site, { posts: preview.posts, index, texts, markup });
      preview.nextMoment = nextMoment(preview.pages);
      const { plan, pathOf } = preview.pages;
      for (const page of before.plan.pages.values()) {
        if (page.kind !== 'post' || plan.pages.has(page.path)) continue;
        const { file } = page.entry.post;
        if (pathOf(file) !== undefined) moved.set(page.path, file);
      }
    },
    async readAll(reopened) {
      const next = reopened ? withUrl(reopened) : preview.site;
      const all = reopened ? createPosts(next, preview.posts) : preview.posts;
      if (reopened) all.list();
      await all.readAll();
      const base = baseOf(preview.site);
      if (base !== baseOf(next)) preview.formerBases = [base, ...preview.formerBases];
      preview.site = next;
      preview.posts = all;
      texts = readTexts(next);
      preview.isWhole = true;
      preview.plan();
    },
    readTexts() {
      const before = JSON.stringify(texts);
      texts = readTexts(preview.site);
      return JSON.stringify(texts) !== before;
    },
    noteFiles(found) {
      for (const asset of found) {
        assets.set(asset.path, asset);
        const { path } = placeOf(asset, preview.site);
        states.set(path, stateOf(path));
      }
    },
    noteOpen(file) {
      preview.open = [file, ...preview.open.filter((one) => one !== file)].slice(0, mostOpen);
    },
    noteRenamed(renamed) {
      for (const [path, file] of moved) moved.set(path, renamed.get(file) ?? file);
      for (const [old, file] of renamed) {
        const path = preview.pages.pathOf(old);
        if (path !== undefined) moved.set(path, file);
      }
    },
    changedFiles: () => [...states].filter(([path, state]) => stateOf(path) !== state).map(([path]) => path),
    nextMoment: nextMoment(pages),
  };
  return preview;
}

function nextMoment({ plan: { site, timedTexts } }: Pages): number {
  return nextChange([...site.entries, ...timedTexts], site.now, 'preview')?.date.instant ?? Number.POSITIVE_INFINITY;
}

/** Posts have absolute URLs, even if nobody knows yet where they will be published. */
function withUrl(site: SiteContext): SiteContext {
  const { config } = site;
  return { ...site, progress: undefined, config: { ...config, siteUrl: config.siteUrl ?? unknownSiteUrl } };
}
