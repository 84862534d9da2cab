/** A path → what the preview shows there. A path is only ever looked up: it never becomes the name of a file. */
import { normaliseUrl } from '../../blog/url.ts';
import { openMedia } from '../../files/media/media.ts';
import { type Answer, redirect, sandboxed } from '../../serve/answers.ts';
import { basePath, pathInSite } from '../../site/plan/urls.ts';
import type { Asset, Extras, Page } from '../../site/site.ts';
import type { SiteContext } from '../site.ts';
import { type Pages, placeOf } from './pages.ts';
import type { Posts } from './posts.ts';

/** What answers are made from at one moment. */
export interface Shown {
  site: SiteContext;
  posts: Posts;
  pages: Pages;
  /** The files that shown pages refer to, by their paths below that of the site. */
  assets: Map<string, Asset>;
  /** The posts whose pages were at these paths, below that of the site, before. */
  moved: ReadonlyMap<string, string>;
  /** The paths that the site had before. */
  formerBases: readonly string[];
  /** What is wrong with the config, which is shown on every page. */
  notice: string | undefined;
}

/** Where a post is shown that has no page: it never was valid while the preview ran. */
export const brokenPath = '/.blog/posts/';

/** The path of the page of a post, or of its problems, for the browser. */
export function pathOfPost(file: string, { pages, posts, site }: Shown): string {
  const path = pages.pathOf(file);
  if (path !== undefined) return baseOf(site) + path;
  const inPosts = posts.fileOf(file)?.inPosts ?? '';
  return brokenPath + inPosts.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

/** The path that the URL of the site has: `/blog` of `https://org.github.io/blog`. */
export function baseOf({ config }: SiteContext): string {
  return basePath(config.siteUrl ?? '');
}

/** The answer for a path. `onShown` is told of the post whose page is shown. */
export async function answerPath(path: string, shown: Shown, onShown: (file: string) => void): Promise<Answer> {
  const { site, pages, assets } = shown;
  const wanted = normaliseUrl(path);
  if (wanted.startsWith(brokenPath)) return answerBroken(wanted, shown, onShown);
  const base = baseOf(site);
  const local = wanted === base ? '/' : wanted.startsWith(`${base}/`) ? wanted.slice(base.length) : undefined;
  if (local === undefined || wanted === base) return elsewhere(wanted, shown);
  const page = pages.plan.pages.get(local);
  if (page && page.kind !== 'not-found') return answerPage(page, shown, onShown);
  const asset = assets.get(local);
  if (asset) return (await answerFile(asset, shown)) ?? notFound(shown);
  return elsewhere(wanted, shown);
}

async function answerPage(page: Page, shown: Shown, onShown: (file: string) => void): Promise<Answer> {
  const { posts, pages, site, assets, notice } = shown;
  // In a preview the old URL of a post leads on at once.
  if (page.kind === 'redirect') return redirect(pathOfPost(page.entry.post.file, shown));
  const extras: Extras = { notice };
  if (page.kind === 'post') {
    const { file } = page.entry.post;
    onShown(file);
    const found = posts.fileOf(file);
    extras.body = posts.bodyOf(file);
    extras.problems = found && pages.problemsOf(found);
  }
  const { type, text, assets: files } = await pages.render(page, extras);
  for (const asset of files) assets.set(asset.path, asset);
  void site;
  return { status: 200, type, body: text };
}

/** A file that a page has shown. */
async function answerFile(asset: Asset, { site }: Shown): Promise<Answer | undefined> {
  const { inside, path } = placeOf(asset, site);
  const media = openMedia(inside, path, asset.use === 'stylesheet');
  if (!media) return undefined;
  const headers = media.type === 'image/svg+xml' ? sandboxed : {};
  return { status: 200, type: media.type, body: media, headers };
}

/** What is at another path than the one asked for; else the page that says that there is nothing. */
function elsewhere(wanted: string, shown: Shown): Answer | Promise<Answer> {
  const { site, pages, moved, formerBases } = shown;
  const base = baseOf(site);
  const isPage = (path: string): boolean => pages.plan.pages.has(path);
  const without = [base, ...formerBases, ''].flatMap((one) => (wanted.startsWith(`${one}/`) ? [wanted.slice(one.length)] : []));
  for (const local of wanted === base ? ['/'] : without) {
    const candidates = [local, `${local}/`, local.replace(/\/index\.html$/, '/')];
    const found = candidates.find((path) => isPage(path) && base + path !== wanted);
    if (found !== undefined) return redirect(base + found);
    const file = moved.get(local);
    if (file !== undefined && shown.posts.fileOf(file)) {
      const target = pathOfPost(file, shown);
      if (target !== wanted) return redirect(target);
    }
  }
  // A feed is text for programs: this page shows it.
  const isFeed = pages.plan.feeds.some(({ path }) => base + path === wanted);
  if (isFeed && isPage('/feed')) return redirect(`${base}/feed`);
  return notFound(shown);
}

async function notFound({ pages, notice }: Shown, extras: Extras = {}): Promise<Answer> {
  const page = [...pages.plan.pages.values()].find(({ kind }) => kind === 'not-found');
  if (!page) return { status: 404, type: 'text/plain; charset=utf-8', body: 'not found\n' };
  const { type, text } = await pages.render(page, { notice, ...extras });
  return { status: 404, type, body: text };
}

/** What is wrong with a post that has no page; as soon as it has one, that page. */
function answerBroken(wanted: string, shown: Shown, onShown: (file: string) => void): Answer | Promise<Answer> {
  const file = shown.posts.files().find((one) => pathOfBroken(one.inPosts) === wanted);
  if (!file) return notFound(shown);
  onShown(file.file);
  if (shown.pages.pathOf(file.file) !== undefined) return redirect(pathOfPost(file.file, shown));
  return notFound(shown, { problems: shown.pages.problemsOf(file) });
}

function pathOfBroken(inPosts: string): string {
  return normaliseUrl(brokenPath + inPosts.toWellFormed().split('/').map(encodeURIComponent).join('/'));
}

void pathInSite;
