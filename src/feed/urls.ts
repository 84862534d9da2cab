/** Addresses as feeds need them: whole, encoded and harmless. Spec section 6, “Addresses in bodies and `image`”. */
import { encodeUrl, webUrl } from '../blog/url.ts';
import { decodePath, joinPath } from '../post/relativePath.ts';

/** What is known of a file below the posts folder. */
export interface FileFacts {
  /** Bytes. */
  size: number;
  /** Its media type, where somebody has looked; else its name's ending tells. */
  type?: string;
}

/** The site and the disk, as data. Paths are from the posts folder, with `/`, as they are on the disk. */
export interface Surroundings {
  /** Absolute, without a slash at its end. */
  siteUrl: string;
  /** Absolute, with a slash at its end: what stands for the posts folder. */
  assetsUrl: string;
  /** The address of the post in that file. */
  postUrlOf(path: string): string | undefined;
  /** Undefined where there is no such file. */
  fileAt(path: string): FileFacts | undefined;
}

/** Where an address stands. */
export interface PostPlace {
  /** The post's address, absolute. */
  url: string;
  /** Its file, from the posts folder: `2018-07-05-a.md`, `2019/b/index.md`. */
  inPosts: string;
}

/** What an address is for: only pictures may be `data:`. */
export type Use = 'link' | 'image';

export interface Target {
  url: string;
  /** The file that it means, where that lies below the posts folder. */
  file?: { path: string; facts: FileFacts };
}

/** What most addresses are: nothing to do. RFC 3986 without brackets. */
const plainWeb = /^https?:\/\/[a-z0-9.-]+(?::\d+)?(?:[/?#](?:[a-z0-9\-._~!$&'()*+,;=:@/?#]|%[0-9a-f]{2})*)?$/i;

/**
 * The whole address that is meant, or undefined where it is one that no feed carries (`javascript:`, `data:` but for
 * pictures, unknown schemes, nonsense). To resolve an answer again changes nothing.
 */
export function resolveUrl(written: string, use: Use, post: PostPlace, site: Surroundings): Target | undefined {
  if (plainWeb.test(written)) return { url: written };
  const address = withoutBlanks(written);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  if (scheme !== undefined) return absolute(address, scheme, use);
  if (/^[/\\]/.test(address)) return against(address, site.siteUrl);
  return /^(?:[?#]|$)/.test(address) ? against(address, post.url) : relative(address, post, site);
}

/** As browsers read an address: no blanks around it, no tabs and line breaks in it. */
function withoutBlanks(address: string): string {
  const plain = address.replace(/[\t\r\n]/g, '');
  let start = 0;
  let end = plain.length;
  while (start < end && plain.charCodeAt(start) <= 0x20) start++;
  // An expression would try the spaces in its middle, too.
  while (end > start && plain.charCodeAt(end - 1) <= 0x20) end--;
  return plain.slice(start, end);
}

/** Whether nothing is to be done with a whole address: no segment `.` or `..` either. */
function isResolved(url: string): boolean {
  return plainWeb.test(url) && !url.includes('/.');
}

function absolute(address: string, scheme: string, use: Use): Target | undefined {
  if (scheme === 'http' || scheme === 'https') return against(address, undefined);
  if (scheme === 'mailto' || scheme === 'tel') return { url: encodeUrl(address) };
  // SVG can hold scripts.
  if (use === 'image' && /^data:image\/(?:png|jpe?g|gif|webp)[;,]/i.test(address)) return { url: encodeUrl(address) };
  return undefined;
}

/** As a browser would resolve it on a page. */
function against(address: string, base: string | undefined): Target | undefined {
  const url = webUrl(address, base);
  return url === undefined ? undefined : { url };
}

/** A path: to another post's file, to a file below the posts folder, or to whatever the site has there. */
function relative(address: string, post: PostPlace, site: Surroundings): Target | undefined {
  const [written = ''] = /^[^?#]*/.exec(address) ?? [];
  const rest = address.slice(written.length);
  const paths = [...new Set([decodePath(written), written])]
    .map((path) => joinPath(post.inPosts, path))
    .filter((path) => path !== undefined);
  for (const path of paths) {
    const url = site.postUrlOf(path);
    if (url !== undefined) return rest === '' && isResolved(url) ? { url } : against(rest, url);
  }
  let file: Target['file'];
  for (const path of paths) {
    const facts = site.fileAt(path);
    if (facts) file = { path, facts };
    if (facts) break;
  }
  const inFolder = /\/index\.(?:md|markdown)$/i.test(post.inPosts);
  if (file && !inFolder) return { url: site.assetsUrl + encodePath(file.path) + encodeUrl(rest), file };
  const target = against(address, post.url);
  return target && file ? { ...target, file } : target;
}

function encodePath(path: string): string {
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/');
}
