/** URLs of posts, and URLs in general, in their normal form. */
import { dayOf } from '../post/fields/date.ts';
import { slugKey } from '../post/fields/slug.ts';
import type { Post } from '../post/post.ts';
import { decodePath } from '../post/relativePath.ts';
import { parseUrl } from '../post/url.ts';
import { type CategoryFinder, type Config, createCategoryFinder } from './config/config.ts';

type Linkable = Pick<Post, 'permalink' | 'slug' | 'date' | 'categories'>;

type UrlConfig = Pick<Config, 'permalink' | 'siteUrl' | 'categories'>;

/** The URL of one post; use `createUrlMaker` for many. */
export function urlOf(post: Linkable, config: UrlConfig): string {
  return createUrlMaker(config)(post);
}

/**
 * Returns a function that makes the URL of a post, normalised by RFC 3986: absolute if its permalink is, or if `site_url`
 * is set; otherwise a path from the site root (`/2018/07/x/`).
 */
export function createUrlMaker({ permalink, siteUrl, categories }: UrlConfig): (post: Linkable) => string {
  // Literal text and the names of placeholders alternate.
  const pattern = permalink.split(/\{(year|month|day|category|slug)\}/);
  const find = createCategoryFinder(categories);
  return (post) => joinUrl(siteUrl, normaliseUrl(post.permalink ?? fillPattern(pattern, post, find)));
}

/** `https://site/base` and `/x` or `x` → `https://site/base/x`; an absolute URL is returned as it is. */
export function joinUrl(siteUrl: string | undefined, path: string): string {
  if (/^https?:/i.test(path)) return path;
  return `${siteUrl ?? ''}/${path.replace(/^\/+/, '')}`;
}

function fillPattern(pattern: readonly string[], post: Linkable, find: CategoryFinder): string {
  const day = dayOf(post.date);
  let filled = '';
  for (let index = 0; index < pattern.length; index++) {
    const part = pattern[index] ?? '';
    if (index % 2 === 0) filled += part;
    else if (part === 'slug') filled += encodePart(post.slug);
    else if (part === 'category') filled += encodePart(categorySlug(post, find));
    else filled += part === 'year' ? day.slice(0, 4) : part === 'month' ? day.slice(5, 7) : day.slice(8, 10);
  }
  return filled.includes('//') ? filled.replace(/([^:])\/{2,}/g, '$1/') : filled;
}

function encodePart(text: string): string {
  return /^[\w.~-]*$/.test(text) ? text : encodeURIComponent(text.toWellFormed());
}

function categorySlug(post: Linkable, find: CategoryFinder): string {
  const [first] = post.categories;
  if (first === undefined) return '';
  const configured = find(first);
  return configured?.slug ?? slugKey(configured?.name ?? first);
}

/** Most URLs: already in their normal form. */
const plainUrl = /^[\w./:~-]*$/;

/** Percent-encodes the characters that RFC 3986 does not allow; existing encodings are kept, in capitals. */
export function encodeUrl(url: string): string {
  if (plainUrl.test(url)) return url;
  return encodeURI(url.toWellFormed())
    .replace(/%25([0-9a-f]{2})/gi, (_, hex: string) => `%${hex.toUpperCase()}`)
    .replace(/[[\]]/g, encodeURIComponent);
}

const encoded = /%([0-7][\dA-F])/g;

/** A URL normalised by RFC 3986, 6.2.2; an absolute one is first parsed as browsers do. */
export function normaliseUrl(url: string): string {
  const absolute = /^https?:\/\//i.test(url) ? webUrl(url) : undefined;
  return (absolute ?? encodeUrl(url)).replace(encoded, (code, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return /[\w.~-]/.test(character) ? character : code;
  });
}

/** The absolute URL that a browser makes of a link on a page, percent-encoded; undefined if it is invalid. */
export function webUrl(url: string, base?: string): string | undefined {
  const href = parseUrl(url, base)?.href;
  if (href === undefined) return undefined;
  // The host is not encoded: it may have brackets (http://[::1]/). A trailing dot is not part of its name.
  const [, host = '', rest = ''] = /^([a-z]+:\/\/[^/?#]*)(.*)$/s.exec(href) ?? [];
  return host.replace(/(?<=[^/.@])\.+(?=(?::\d+)?$)/, '') + encodeUrl(rest);
}

/** A key for comparing URLs: equal for those that lead to the same page, or to one file if a disk ignores case. */
export function urlKey(url: string): string {
  const decoded = plainUrl.test(url) ? url : decodePath(normaliseUrl(url), decodeURI).normalize('NFC');
  return withoutSlashes(decoded.toLowerCase().replace(/\/index\.html?$/, '/'));
}

/** The key of a former URL, which `aliases` gives as a path or in full. */
export function aliasKey(alias: string, siteUrl: string | undefined): string {
  return urlKey(joinUrl(siteUrl, encodeUrl(alias)));
}

/** A URL without trailing slashes. Not by a regular expression, which would take quadratic time. */
export function withoutSlashes(url: string): string {
  let end = url.length;
  while (url[end - 1] === '/') end--;
  return url.slice(0, end);
}
