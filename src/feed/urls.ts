/** Links and images in posts → absolute, encoded and safe URLs. */
import { encodeUrl, joinUrl, webUrl } from '../blog/url.ts';
import { encodeParts } from '../post/fields/permalink.ts';
import { imagePaths, linkedPost, markedPath, pathsOf, relativePath } from '../post/relativePath.ts';
import { isTemplate, trimUrl } from '../post/url.ts';

/** The site and its files. Paths are relative to the posts folder, with `/`. */
export interface Surroundings {
  /** Absolute, without a trailing slash. */
  siteUrl: string;
  /** The URL of the posts folder: absolute, with a trailing slash. */
  assetsUrl: string;
  /** The URL of the post in a file. */
  postUrlOf(path: string): string | undefined;
  /** Whether a URL is that of a post which readers do not see, so that no link may show it; only where that is to be. */
  isHidden?(url: string): boolean;
  /** A file, by its path in any Unicode form: the path as the disk has it, and its size (bytes); undefined if none exists. */
  fileAt(path: string): { path: string; size: number } | undefined;
  /** An image above the posts folder, by a path from the file of a post: its path in the folder of the blog, its size and URL. */
  imageAbove?(inPosts: string, path: string): { path: string; size: number; url: string } | undefined;
}

/** The post that contains a link. */
export interface PostPlace {
  /** Absolute. */
  url: string;
  /** Path of its file in the posts folder: `2018-07-05-a.md`, `2019/b/index.md`. */
  inPosts: string;
  /** That path without the language that it may name: `2019/b/index.md` of `2019/b/index.cy.md`. */
  path?: string;
}

/** What a URL is for: only images may be `data:` URLs. */
export type Use = 'link' | 'image';

export interface Target {
  url: string;
  /** The file, if it is in the posts folder, or an image above it: its path from there, or from the folder of the blog. */
  file?: { path: string; size: number; isAbove?: true };
}

interface FoundAt {
  path: string;
  file: NonNullable<Target['file']>;
}

/** Most URLs, which need no change: RFC 3986 without brackets. */
const plainWeb = /^https?:\/\/[a-z0-9.-]+(?::\d+)?(?:[/?#](?:[a-z0-9\-._~!$&'()*+,;=:@/?#]|%[0-9a-f]{2})*)?$/i;

/**
 * The absolute URL of a link or image in a post; undefined if it must not be in a feed (`javascript:`, `data:` except for
 * images, unknown schemes, invalid URLs, template code). Idempotent.
 */
export function resolveUrl(written: string, use: Use, post: PostPlace, site: Surroundings): Target | undefined {
  if (plainWeb.test(written)) return { url: written };
  if (isTemplate(written)) return undefined;
  // To a browser it is a slash, but CommonMark encodes it (0.31.2, 6.3), so the pages of other tools do, too.
  const link = trimUrl(written).replaceAll('\\', '%5C');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(link)?.[1]?.toLowerCase();
  if (scheme !== undefined) return absolute(link, scheme, use);
  if (link.startsWith('/')) return against(link, site.siteUrl);
  return /^(?:[?#]|$)/.test(link) ? against(link, post.url) : relative(link, use, post, site);
}

/** Whether an absolute URL needs no change: without `.` and `..` segments, too. */
function isResolved(url: string): boolean {
  return plainWeb.test(url) && !url.includes('/.');
}

function absolute(url: string, scheme: string, use: Use): Target | undefined {
  if (scheme === 'http' || scheme === 'https') return against(url, undefined);
  if (use === 'link' && (scheme === 'mailto' || scheme === 'tel')) return { url: encodeUrl(url) };
  // SVG is left out because it may contain scripts.
  if (use === 'image' && /^data:image\/(?:png|jpe?g|gif|webp)[;,]/i.test(url)) return { url: encodeUrl(url) };
  return undefined;
}

/** Resolves a link as a browser would. */
function against(link: string, base: string | undefined): Target | undefined {
  const url = webUrl(link, base);
  return url === undefined ? undefined : { url };
}

/** Resolves a relative path: to the file or folder of another post, to another file in the posts folder, or on the site. */
function relative(link: string, use: Use, post: PostPlace, site: Surroundings): Target | undefined {
  const [written = ''] = /^[^?#]*/.exec(link) ?? [];
  const rest = link.slice(written.length);
  const isPost = (path: string): boolean => site.postUrlOf(path) !== undefined;
  const linked = linkedPost(post.inPosts, written, isPost);
  const url = linked === undefined ? undefined : site.postUrlOf(linked);
  if (url !== undefined) return rest === '' && isResolved(url) ? { url } : against(rest, url);
  const paths = use === 'image' ? imagePaths(post.inPosts, written) : pathsOf(post.inPosts, written);
  const [found] = paths.flatMap((path) => {
    const file = site.fileAt(path);
    return file ? [{ path, file }] : [];
  });
  const file = found?.file;
  const inFolder = /\/index\.(?:md|markdown)$/i.test(post.path ?? post.inPosts);
  if (file && !inFolder) return { url: site.assetsUrl + encodeParts(file.path) + encodeUrl(rest), file };
  const above = found || use === 'link' ? undefined : site.imageAbove?.(post.inPosts, written);
  if (above) return { url: above.url + encodeUrl(rest), file: { path: above.path, size: above.size, isAbove: true } };
  const target = against(found ? linkTo(found, link, rest, post) : plainLink(link, site), post.url);
  return target && file ? { ...target, file } : target;
}

/** A link to no file that is known, without Pelican’s mark, which means a path from the root of the site. */
function plainLink(link: string, { siteUrl }: Surroundings): string {
  const marked = markedPath(link);
  if (marked === undefined) return link;
  // What follows the mark is a path, whatever colons it has.
  return marked.startsWith('/') ? joinUrl(siteUrl, marked) : `./${marked}`;
}

/** A link from a post to a file that was found at `path`: as written, or else with the names that the disk has. */
function linkTo({ path, file }: FoundAt, link: string, rest: string, { inPosts }: PostPlace): string {
  if (path !== file.path || markedPath(link) !== undefined) return encodeParts(relativePath(inPosts, file.path)) + rest;
  const written = link.slice(0, link.length - rest.length);
  return pathsOf(inPosts, written).includes(path) ? link : `images/${link}`;
}
