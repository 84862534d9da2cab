/** Checks the URLs in posts: which ones can be checked, and whether what they point to exists. */
import type { PublishedUrls } from '../blog/publishedUrls.ts';
import { withoutSlashes } from '../blog/url.ts';
import type { Fault, Place } from '../diagnostic.ts';
import { suggest } from '../post/nearest.ts';
import { decodePath, joinPath, relativePath } from '../post/relativePath.ts';
import { abridge } from '../post/text.ts';
import { parseUrl } from '../post/url.ts';

/** What is known about the disk. Paths are relative to the posts folder, with `/`. */
export interface FolderFacts {
  isPost(inPosts: string): boolean;
  isFile(inPosts: string): boolean;
  /** Whether a path from the root of the site is a file in the static folder; undefined if none is configured. */
  isStatic?: (path: string) => boolean;
}

/** A URL that is not a file, but may be one at which a post is published. */
export interface OpenUrl {
  rule: 'link-broken' | 'image-file-missing';
  url: string;
  /** The file of the post, relative to the posts folder. */
  inPosts: string;
  place: Place;
}

/** The faults of a part of a post, and the URLs that can be checked once all posts are read. */
export interface UrlFindings {
  faults: Fault[];
  open: OpenUrl[];
}

/** Adds what a URL gives to the findings. Returns whether it is good, as far as files can tell. */
export function checkUrl(
  used: Omit<OpenUrl, 'place'>,
  place: () => Place,
  folder: FolderFacts,
  findings: UrlFindings,
): boolean {
  const verdict = lookUp(used.url, used.inPosts, folder);
  if (verdict === 'good') return true;
  const open = { ...used, place: place() };
  if (verdict === 'open') findings.open.push(open);
  else findings.faults.push(...urlFault(open, folder));
  return false;
}

/** A URL with template code in it is not known yet. */
const template = /\{\{|\{%|<%|\[\[</;

/** A path on somebody’s own computer. */
const localPath = /^[a-z]:[\\/]|^file:/i;

/** `good` is also what cannot be checked: other sites, and URLs that a template will make. */
function lookUp(url: string, inPosts: string, folder: FolderFacts): 'good' | 'open' | 'broken' {
  if (url === '' || localPath.test(url)) return 'broken';
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|[#?])/i.test(url) || template.test(url)) return 'good';
  const path = withoutQuery(url);
  if (path.startsWith('/')) return folder.isStatic ? 'open' : 'good';
  const found = pathsOf(path, inPosts).some((one) => folder.isPost(one) || folder.isFile(one));
  return found ? 'good' : 'open';
}

/** Whether a URL needs no further look: it is that of a file or a post, or of another site. */
export function isGoodUrl(url: string, inPosts: string, folder: FolderFacts): boolean {
  return lookUp(url, inPosts, folder) === 'good';
}

/** Whether the URL of an image is that of a file in the posts folder. */
export function isStored(url: string, inPosts: string, folder: FolderFacts): boolean {
  if (/^(?:[a-z][a-z0-9+.-]*:|[/#?]|$)/i.test(url)) return false;
  return pathsOf(withoutQuery(url), inPosts).some((path) => folder.isFile(path));
}

function withoutQuery(url: string): string {
  return /^[^?#]*/.exec(url)?.[0] ?? '';
}

/** The paths, from the posts folder, that a URL may mean: percent-encoded, or a name with a percent sign in it. */
function pathsOf(path: string, inPosts: string): string[] {
  return [...new Set([decodePath(path), path])]
    .map((one) => joinPath(inPosts, one))
    .filter((one) => one !== undefined && one !== '') as string[];
}

/** The fault of a broken URL, or of one at which no post is published; none if `published` has it. */
export function urlFault(open: OpenUrl, folder: FolderFacts, published?: PublishedUrls): Fault[] {
  if (published && isPublished(open, folder, published)) return [];
  const { rule, place } = open;
  return [{ rule, ...problemOf(open, folder, published), place }];
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

function problemOf(open: OpenUrl, folder: FolderFacts, published?: PublishedUrls): Pick<Fault, 'message' | 'hint'> {
  const { url, inPosts } = open;
  const what = open.rule === 'link-broken' ? 'link' : 'image';
  if (url === '') {
    const example =
      what === 'link'
        ? 'it in the round brackets: [text](https://…)'
        : 'the file name in the round brackets: ![alt text](image.jpg)';
    return { message: `${what} has no URL`, hint: `add ${example}` };
  }
  const shown = `${what} “${abridge(url)}”`;
  if (localPath.test(url)) {
    const hint = 'copy the file to the posts folder, and use its name there';
    return { message: `${shown} points to a file on your own computer`, hint };
  }
  const path = decodePath(withoutQuery(url));
  const file = joinPath(inPosts, path);
  const hint = hintOf(open, file, folder, published);
  if (path.startsWith('/')) return { message: `${shown} not found: the site has no such page or file`, hint };
  if (file === undefined) return { message: `${shown} points outside the posts folder`, hint };
  return { message: `${shown} not found: the posts folder has no “${abridge(file)}”`, hint };
}

/** A host name, by its top-level domain; not one such as `.md`, which is also a file extension. */
const siteName =
  /^(?:www\.[^/]+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|edu|gov|info|uk|eu|de|fr|ca|au|us))(?:\/|$)/i;

/** What to do about a URL that may lead to `file`, undefined outside the posts folder. */
function hintOf(
  { rule, url, inPosts }: OpenUrl,
  file: string | undefined,
  folder: FolderFacts,
  published?: PublishedUrls,
): string {
  if (/^[^\s/@]+@[^\s/@]+\.[a-z]+$/i.test(url)) return `write mailto:${url} for an email address`;
  if (siteName.test(url)) return `write https://${url} for another site`;
  const isLink = rule === 'link-broken';
  const post = isLink ? suggestPost(url, inPosts, folder, published) : undefined;
  if (post !== undefined) return suggest(post);
  if (file === undefined) return 'check the number of ../, or copy the file to the posts folder';
  return `check spelling and capitals${isLink ? '; for another site, begin with https://' : ', and that the file is in the folder'}`;
}

/** The post that a broken path probably means: without its extension, as a folder, or with another folder or date. */
function suggestPost(url: string, inPosts: string, folder: FolderFacts, published?: PublishedUrls): string | undefined {
  const path = withoutSlashes(decodePath(withoutQuery(url)));
  const file = joinPath(inPosts, path);
  const near = [`${file}.md`, `${file}/index.md`].find((one) => file !== undefined && folder.isPost(one));
  const other = near ?? published?.withSlug(path.replace(/\/index\.md$/i, ''));
  return other === undefined || other === inPosts ? undefined : relativePath(inPosts, other);
}
