/** Checks the URLs in posts: which ones can be checked, and whether what they point to exists. */
import type { PublishedUrls } from '../blog/publishedUrls.ts';
import type { Fault, Place } from '../diagnostic.ts';
import { imageType } from '../post/imageType.ts';
import { decodePath, imagePaths, linkedPost, pathsOf } from '../post/relativePath.ts';
import { isTemplate, parseUrl } from '../post/url.ts';
import type { FolderFacts, OpenUrl, UrlFindings } from './folderFacts.ts';
import { findUrlProblem, localPath, withoutQuery } from './urlProblem.ts';

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
    if (dead) findings.faults.push({ rule: used.rule, level: 'warn', ...dead, place: place() });
    return dead === undefined;
  }
  const open = { ...used, place: place() };
  if (verdict === 'open') findings.open.push(open);
  else findings.faults.push(...urlFault(open, folder));
  return false;
}

/** `good` is also what cannot be checked: other sites, and URLs that a template will make. */
function lookUp({ rule, url, inPosts }: Omit<OpenUrl, 'place'>, folder: FolderFacts): 'good' | 'open' | 'broken' {
  if (url === '' || localPath.test(url)) return 'broken';
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|[#?])/i.test(url) || isTemplate(url)) return 'good';
  const path = withoutQuery(url);
  if (path.startsWith('/')) return folder.isStatic ? 'open' : 'good';
  const isFound =
    rule === 'link-broken'
      ? linkedPost(inPosts, path, folder.isPost) !== undefined || pathsOf(inPosts, path).some(folder.isFile)
      : imagePaths(inPosts, path).some(folder.isFile) || isInRoot(path, inPosts, folder);
  return isFound ? 'good' : 'open';
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

/** Whether the URL of an image is that of a file in the posts folder. */
export function isStored(url: string, inPosts: string, folder: FolderFacts): boolean {
  if (/^(?:[a-z][a-z0-9+.-]*:|[/#?]|$)/i.test(url)) return false;
  return imagePaths(inPosts, withoutQuery(url)).some((path) => folder.isFile(path));
}

/** The fault of a broken URL, or of one at which no post is published; none if `published` has it. */
export function urlFault(open: OpenUrl, folder: FolderFacts, published?: PublishedUrls): Fault[] {
  if (published && isPublished(open, folder, published)) return [];
  const { rule, place } = open;
  return [{ rule, ...findUrlProblem(open, folder, published), place }];
}

/** Whether the URL exists on the published site. */
function isPublished({ url, inPosts }: OpenUrl, folder: FolderFacts, published: PublishedUrls): boolean {
  const own = published.pathOf(inPosts);
  // A post that is not published has nothing that a relative URL could start from.
  if (own === undefined && !url.startsWith('/')) return false;
  const base = `http://blog.invalid${own ?? '/'}`;
  const path = parseUrl(url, base)?.pathname;
  if (path === undefined) return false;
  if (published.isKnown(path)) return true;
  const inSite = published.inSite(path);
  // Other parts of the site, outside the blog, cannot be checked.
  if (inSite === undefined) return true;
  const file = decodePath(inSite);
  return [file, `${file.replace(/\/$/, '')}/index.html`, `${file}.html`].some((one) => folder.isStatic?.(one));
}
