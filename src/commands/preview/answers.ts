/** A path → what the preview shows there. A path is only ever looked up: it never becomes the name of a file. */
import { normaliseUrl } from '../../blog/url.ts';
import { openMedia } from '../../files/media/media.ts';
import { findTexts } from '../../files/site/texts.ts';
import { encodeParts } from '../../post/fields/permalink.ts';
import { type Answer, redirect, sandboxed } from '../../serve/answers.ts';
import { problemLine } from '../../site/problemLine.ts';
import type { Asset, Extras, Page } from '../../site/site.ts';
import { placeOf } from '../pages/siteFiles.ts';
import { baseOf } from './pages.ts';
import type { Preview } from './state.ts';

/** Where a post is shown that has no page: it never was valid while the preview ran. */
export const brokenPath = '/.blog/posts/';

/** The path of the page of a post, or of its problems, for the browser. */
export function pathOfPost(file: string, { pages, posts, site }: Preview): string {
  const path = pages.pathOf(file);
  if (path !== undefined) return baseOf(site) + path;
  const inPosts = posts.fileOf(file)?.inPosts ?? '';
  return brokenPath + encodeParts(inPosts);
}

/** Whether a path is answered before all posts are read: that of the post that was named, and what its page refers to. */
export function isReadEarly(path: string, { pages, assets, site }: Preview): boolean {
  const base = baseOf(site);
  const local = path.startsWith(`${base}/`) ? path.slice(base.length) : '';
  const kind = pages.plan.pages.get(local)?.kind;
  return kind === 'post' || kind === 'stylesheet' || assets.has(local);
}

/** The answer for a path. */
export async function answerPath(path: string, preview: Preview): Promise<Answer> {
  const { site, pages, assets } = preview;
  const wanted = normaliseUrl(path);
  if (wanted.startsWith(brokenPath)) return answerBroken(wanted, preview);
  const base = baseOf(site);
  const local = wanted === base ? '/' : wanted.startsWith(`${base}/`) ? wanted.slice(base.length) : undefined;
  if (local === undefined || wanted === base) return elsewhere(wanted, preview);
  const page = pages.plan.pages.get(local);
  if (page && page.kind !== 'not-found') return answerPage(page, preview);
  const asset = assets.get(local);
  if (asset) return (await answerFile(asset, preview)) ?? notFound(preview);
  return elsewhere(wanted, preview);
}

async function answerPage(page: Page, preview: Preview): Promise<Answer> {
  const { posts, pages, isWhole } = preview;
  // In a preview the old URL of a post leads on at once.
  if (page.kind === 'redirect') return redirect(pathOfPost(page.entry.post.file, preview));
  const extras: Extras = { notice: noticeFor(page, preview) };
  if (page.kind === 'post') {
    const { file } = page.entry.post;
    preview.noteOpen(file);
    const found = posts.fileOf(file);
    const body = posts.bodyOf(file);
    extras.body = body;
    if (posts.isBroken(file)) extras.old = body.isOld ? 'post' : 'fields';
    // At first the page alone; what is wrong with it follows once all posts are read.
    extras.problems = found && isWhole ? await pages.problemsOf(found) : undefined;
  } else if (page.kind === 'text' && isWhole) {
    const found = findTexts(preview.site.folder).find(({ file }) => file === page.text.file);
    extras.problems = found && (await pages.problemsOf(found));
  }
  if ((page.kind === 'home' || page.kind === 'feed-view') && isWhole) extras.broken = brokenOf(preview);
  const { type, text, assets: files } = await pages.render(page, extras);
  preview.noteFiles(files);
  return { status: 200, type, body: text };
}

function brokenOf(preview: Preview): NonNullable<Extras['broken']> {
  const { posts, pages } = preview;
  return posts
    .files()
    .filter(({ file }) => posts.isBroken(file) && pages.pathOf(file) === undefined)
    .map(({ file }) => ({ file, href: pathOfPost(file, preview) }));
}

/** What is wrong with the blog as a whole, and on the pages that they concern, with the paths of pages. */
function noticeFor(page: Page, { notice, pages }: Preview): string | undefined {
  const { problems } = pages.plan;
  const own = problems.filter(({ file }) => page.kind === 'home' || (page.kind === 'post' && file === page.source));
  return [notice, ...own.map(problemLine)].filter((line) => line !== undefined).join('\n') || undefined;
}

/** A file that a page has shown. */
async function answerFile(asset: Asset, { site }: Preview): Promise<Answer | undefined> {
  const { inside, path } = placeOf(asset, site);
  const media = openMedia(inside, path, asset.use === 'stylesheet');
  if (!media) return undefined;
  const headers = media.type === 'image/svg+xml' ? sandboxed : {};
  return { status: 200, type: media.type, body: media, headers };
}

/** What is at another path than the one asked for; else the page that says that there is nothing. */
function elsewhere(wanted: string, preview: Preview): Answer | Promise<Answer> {
  const { site, pages, moved, formerBases } = preview;
  const base = baseOf(site);
  const isPage = (path: string): boolean => pages.plan.pages.has(path);
  const without = [base, ...formerBases, ''].flatMap((one) =>
    wanted.startsWith(`${one}/`) ? [wanted.slice(one.length)] : [],
  );
  for (const local of wanted === base ? ['/'] : without) {
    const candidates = [local, `${local}/`, local.replace(/\/index\.html$/, '/')];
    const found = candidates.find((path) => isPage(path) && base + path !== wanted);
    if (found !== undefined) return redirect(base + found);
    const file = moved.get(local);
    if (file !== undefined && preview.posts.fileOf(file)) {
      const target = pathOfPost(file, preview);
      if (target !== wanted) return redirect(target);
    }
  }
  // A feed is text for programs: this page shows it.
  const isFeed = pages.plan.feeds.some(({ path }) => base + path === wanted);
  if (isFeed && isPage('/feed')) return redirect(`${base}/feed`);
  return notFound(preview);
}

async function notFound({ pages, notice }: Preview, extras: Extras = {}): Promise<Answer> {
  const page = [...pages.plan.pages.values()].find(({ kind }) => kind === 'not-found');
  if (!page) return { status: 404, type: 'text/plain; charset=utf-8', body: 'not found\n' };
  const { type, text } = await pages.render(page, { notice, ...extras });
  return { status: 404, type, body: text };
}

/** What is wrong with a post that has no page; as soon as it has one, that page. */
async function answerBroken(wanted: string, preview: Preview): Promise<Answer> {
  const file = preview.posts.files().find((one) => pathOfBroken(one.inPosts) === wanted);
  if (!file) return notFound(preview);
  preview.noteOpen(file.file);
  const { pages, notice } = preview;
  if (pages.pathOf(file.file) !== undefined) return redirect(pathOfPost(file.file, preview));
  const clash = pages.plan.problems.find((problem) => problem.file === file.file);
  const notices = [notice, clash && problemLine(clash)].filter((line) => line !== undefined).join('\n') || undefined;
  return notFound(preview, { notice: notices, problems: await pages.problemsOf(file) });
}

function pathOfBroken(inPosts: string): string {
  return normaliseUrl(brokenPath + encodeParts(inPosts));
}
