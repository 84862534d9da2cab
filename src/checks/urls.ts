/** Checks the URLs in posts: which ones can be checked, and whether what they point to exists. */
import { hiddenFrom, type PublishedUrls, unpublishedLink } from '../blog/publishedUrls.ts';
import type { Fault, Place } from '../diagnostic.ts';
import { imageType } from '../post/imageType.ts';
import type { PostReading } from '../post/post.ts';
import { decodePath, imagePaths, linkedPost, markedPath, pathsOf } from '../post/relativePath.ts';
import { abridge } from '../post/text.ts';
import { isTemplate, parseUrl } from '../post/url.ts';
import { fragmentProblem } from './body/fragments.ts';
import type { FolderFacts, OpenUrl, UrlFindings } from './folderFacts.ts';
import { findUrlProblem, withoutQuery } from './urlProblem.ts';
import { isLocalPath, isProgramOnly } from './urls/ownFiles.ts';
import { findWebUrlProblem } from './urls/webUrls.ts';

/** Adds what a URL gives to the findings. Returns whether it is good, as far as files can tell. */
export function checkUrl(
  used: Omit<OpenUrl, 'place'>,
  place: () => Place,
  folder: FolderFacts,
  findings: UrlFindings,
): boolean {
  const verdict = lookUp(used, folder);
  if (verdict === 'good') {
    const dead = used.rule === 'link-broken' ? folder.deadLink?.(used.url) : undefined;
    if (dead) findings.faults.push({ level: 'warn', ...dead, place: place() });
    const linked = folder.tellsHidden ? postLinked(used, folder) : undefined;
    if (linked !== undefined) findings.open.push({ ...used, linked, place: place() });
    return dead === undefined;
  }
  const open = { ...used, place: place() };
  if (verdict === 'open') findings.open.push(open);
  else findings.faults.push(...urlFault(open, folder));
  return false;
}

/** `good` is also what cannot be checked: other sites, and URLs that a template will make. */
function lookUp({ rule, url, inPosts }: Omit<OpenUrl, 'place'>, folder: FolderFacts): 'good' | 'open' | 'broken' {
  if (url === '') return 'broken';
  const isOfSite = url.startsWith('/') && folder.isStatic?.(decodePath(withoutQuery(url)));
  if ((isLocalPath(url) && !isOfSite) || isProgramOnly(url)) return 'broken';
  if (!isTemplate(url) && findWebUrlProblem(url, rule === 'link-broken' ? 'link' : 'image')) return 'broken';
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|[#?])/i.test(url) || isTemplate(url)) return 'good';
  const path = withoutQuery(url);
  if (path.startsWith('/')) return folder.isStatic ? 'open' : 'good';
  const isFound =
    rule === 'link-broken'
      ? linkedPost(inPosts, path, folder.isPost) !== undefined || pathsOf(inPosts, path).some(folder.isFile)
      : imagePaths(inPosts, path).some(folder.isFile) || isInRoot(path, inPosts, folder);
  const marked = isFound ? undefined : markedPath(path);
  return isFound || (marked?.startsWith('/') && folder.isStatic?.(decodePath(marked).slice(1))) ? 'good' : 'open';
}

/** A URL that is no path from the file of a post. */
const otherUrl = /^(?:[a-z][a-z0-9+.-]*:|[/#?]|$)/i;

/** The file of the post to which a relative link leads. */
function postLinked({ rule, url, inPosts }: Omit<OpenUrl, 'place'>, { isPost }: FolderFacts): string | undefined {
  if (rule !== 'link-broken' || otherUrl.test(url)) return undefined;
  return linkedPost(inPosts, withoutQuery(url), isPost);
}

/** The faults of URLs that were left open, once all posts are read; `suggests` is whether to look for what was meant. */
export function openFault(
  open: OpenUrl,
  { fields }: Pick<PostReading, 'fields'>,
  folder: FolderFacts,
  published: PublishedUrls,
  now: number,
  suggests: boolean,
): Fault[] {
  const { rule, url, linked, place } = open;
  if (linked === undefined && !isPublished(open, folder, published)) return urlFault(open, folder, published);
  if (rule !== 'link-broken' || !folder.tellsHidden || !fields?.date) return [];
  const target = linked === undefined ? published.at(pathOf(open, published) ?? '') : published.in(linked);
  if (!target) return [];
  const { post, inPosts } = target;
  const status = hiddenFrom({ ...fields, date: fields.date }, post, now);
  if (status !== undefined) {
    return [{ rule: 'link-unpublished', ...unpublishedLink(`link “${abridge(url)}”`, post.file, status), place }];
  }
  const ids = url.includes('#') && !isTemplate(url) ? folder.idsIn?.(inPosts) : undefined;
  const problem = ids && fragmentProblem(url, post.file, ids, suggests);
  return problem ? [{ ...problem, place }] : [];
}

/** Whether the URL of an image is that of a file above the posts folder, as site generators allow. */
function isInRoot(path: string, inPosts: string, { root }: FolderFacts): boolean {
  if (!root) return false;
  return pathsOf(root.posts + inPosts, path).some((one) => imageType(one) !== undefined && root.isFile(one));
}

const urlRules = ['link-broken', 'image-file-missing'] as const;

/** Whether a URL needs no further look by any of these rules: it is that of a file or a post, or of another site. */
export function isGoodUrl(
  url: string,
  inPosts: string,
  folder: FolderFacts,
  rules: readonly OpenUrl['rule'][] = urlRules,
): boolean {
  return rules.every((rule) => lookUp({ rule, url, inPosts }, folder) === 'good');
}

/** The path of the file in the posts folder at the URL of an image; undefined if there is none. */
function storedFile(url: string, inPosts: string, folder: FolderFacts): string | undefined {
  if (otherUrl.test(url)) return undefined;
  return imagePaths(inPosts, withoutQuery(url)).find((path) => folder.isFile(path));
}

/** Whether the URL of an image is that of a post. */
export function isOfPost(url: string, inPosts: string, folder: FolderFacts): boolean {
  const path = storedFile(url, inPosts, folder);
  return path !== undefined && folder.isPost(path);
}

/** Whether the URL of an image is that of a file in the posts folder. */
export function isStored(url: string, inPosts: string, folder: FolderFacts): boolean {
  return storedFile(url, inPosts, folder) !== undefined;
}

/** The fault of a broken URL, or of one at which no post is published. */
function urlFault(open: OpenUrl, folder: FolderFacts, published?: PublishedUrls): Fault[] {
  const { rule, place } = open;
  return [{ rule, ...findUrlProblem(open, folder, published), place }];
}

/** The path to which a URL leads from where its post is published. */
function pathOf({ url, inPosts }: OpenUrl, published: PublishedUrls): string | undefined {
  const own = published.pathOf(inPosts);
  // A post that is not published has nothing that a relative URL could start from.
  if (own === undefined && !url.startsWith('/')) return undefined;
  return parseUrl(url, `http://blog.invalid${own ?? '/'}`)?.pathname;
}

/** Whether the URL exists on the published site. */
function isPublished(open: OpenUrl, folder: FolderFacts, published: PublishedUrls): boolean {
  const path = pathOf(open, published);
  if (path === undefined) return false;
  if (published.isKnown(path)) return true;
  const inSite = published.inSite(path);
  // Other parts of the site, outside the blog, cannot be checked.
  if (inSite === undefined) return true;
  const file = decodePath(inSite);
  return [file, `${file.replace(/\/$/, '')}/index.html`, `${file}.html`].some((one) => folder.isStatic?.(one));
}
