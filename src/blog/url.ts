/** URLs of posts, and URLs in general, in their normal form. */
import { dayOf } from '../post/fields/date.ts';
import { encodeParts, fillTokens } from '../post/fields/permalink.ts';
import { slugKey } from '../post/fields/slug.ts';
import type { Post } from '../post/post.ts';
import { decodePath } from '../post/relativePath.ts';
import { parseUrl } from '../post/url.ts';
import { type CategoryFinder, type Config, createCategoryFinder } from './config/config.ts';
import { createUrlLanguage } from './languages.ts';

type Linkable = Pick<Post, 'permalink' | 'slug' | 'date' | 'categories' | 'lang' | 'path' | 'pathLang'>;

type UrlConfig = Pick<Config, 'permalink' | 'siteUrl' | 'categories' | 'language' | 'languages'>;

/** The URL of one post; use `createUrlMaker` for many. */
export function urlOf(post: Linkable, config: UrlConfig): string {
  return createUrlMaker(config)(post);
}

/**
 * Returns a function that makes the URL of a post, normalised by RFC 3986: absolute if its permalink is, or if `site_url`
 * is set; otherwise a path from the site root (`/2018/07/x/`).
 */
export function createUrlMaker(config: UrlConfig): (post: Linkable) => string {
  const { permalink, siteUrl, categories } = config;
  // Literal text and the names of placeholders alternate.
  const split = (text: string): string[] => text.split(/\{(year|month|day|category|slug|path|lang)\}/);
  const pattern = split(permalink);
  // Without a language nothing remains of `{slug}.{lang}` that would set it off.
  const plain = split(permalink.replace(/[._-]\{lang\}|\{lang\}[._-]?/g, ''));
  const find = createCategoryFinder(categories);
  const langOf = createUrlLanguage(config);
  const isPrefixed = !pattern.includes('lang');
  const pathOf = (post: Linkable): string => {
    if (post.permalink !== undefined) {
      const slugOf = (name: string): string => find(name)?.slug ?? slugKey(name);
      return fillTokens(post.permalink, { ...post, categorySlug: categorySlug(post, find), slugOf });
    }
    const lang = langOf(post);
    const filled = fillPattern(lang === '' ? plain : pattern, post, lang, find);
    return isPrefixed && lang !== '' ? filled.replace(/^(https?:\/\/[^/]*)?\/*/i, `$1/${lang}/`) : filled;
  };
  return (post) => joinUrl(siteUrl, normaliseUrl(pathOf(post)));
}

/** `https://site/base` and `/x` or `x` → `https://site/base/x`; an absolute URL is returned as it is. */
export function joinUrl(siteUrl: string | undefined, path: string): string {
  if (/^https?:/i.test(path)) return path;
  return `${siteUrl ?? ''}/${path.replace(/^\/+/, '')}`;
}

function fillPattern(pattern: readonly string[], post: Linkable, lang: string, find: CategoryFinder): string {
  const day = dayOf(post.date);
  let filled = '';
  for (let index = 0; index < pattern.length; index++) {
    const part = pattern[index] ?? '';
    if (index % 2 === 0) filled += part;
    else if (part === 'slug') filled += encodeParts(post.slug);
    else if (part === 'lang') filled += lang;
    else if (part === 'path') filled += foldersAndSlug(post);
    else if (part === 'category') filled += encodeURIComponent(categorySlug(post, find).toWellFormed());
    else filled += part === 'year' ? day.slice(0, 4) : part === 'month' ? day.slice(5, 7) : day.slice(8, 10);
  }
  return filled.includes('//') ? filled.replace(/([^:])\/{2,}/g, '$1/') : filled;
}

/** The folders of a post, and its slug. */
function foldersAndSlug({ path, slug }: Linkable): string {
  const isFolder = /\/index\.(?:md|markdown)$/i.test(path);
  const folders = path.split('/').slice(0, isFolder ? -2 : -1);
  return encodeParts([...folders, slug].join('/'));
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
  // Browsers take them in a host, RFC 3986 does not.
  if (/["`{}]/.test(host)) return undefined;
  return host.replace(/(?<=[^/.@])\.+(?=(?::\d+)?$)/, '') + encodeUrl(rest);
}

/** Whether a URL has a user name or a password, which is for nobody else. */
export function hasPassword(url: string): boolean {
  return /^\s*https?:[/\\]*[^/\\?#]*@/i.test(url);
}

/** Whether the path of an absolute URL has two slashes in a row, which in links without a host would begin another one. */
export function hasEmptyPart(url: string): boolean {
  return /^[a-z]+:\/\/.*?\/\/[^/]/is.test(normaliseUrl(url));
}

/** Whether the path of a URL ends in `/`, and has only parts that can be the names of folders for everyone to read. */
export function isFolderPath(path: string): boolean {
  return /^\/(?:[^./\\?#\0-\x20\x7f][^/\\?#\0-\x1f\x7f]*\/)+$/.test(decodePath(path));
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
