/** Where a post is published. Spec section 2 (`permalink`) and 3. */
import { dayOf } from '../post/fields/date.ts';
import { slugKey } from '../post/fields/slug.ts';
import type { Post } from '../post/post.ts';
import { parseUrl } from '../post/url.ts';
import { type CategoryFinder, type Config, createCategoryFinder } from './config/config.ts';

type Addressed = Pick<Post, 'permalink' | 'slug' | 'date' | 'categories'>;

type AddressSettings = Pick<Config, 'permalink' | 'siteUrl' | 'categories'>;

/** See `createAddresser`, which is for many posts. */
export function urlOf(post: Addressed, config: AddressSettings): string {
  return createUrlMaker(config)(post);
}

/**
 * Tells posts' addresses: whole, when they say so themselves or the site's is known; else from the site's root
 * (`/2018/07/x/`). Written in the one way that RFC 3986 prefers.
 */
export function createUrlMaker({ permalink, siteUrl, categories }: AddressSettings): (post: Addressed) => string {
  // Texts and names of places take turns.
  const pattern = permalink.split(/\{(year|month|day|category|slug)\}/);
  const find = createCategoryFinder(categories);
  return (post) => joinUrl(siteUrl, normaliseUrl(post.permalink ?? fillPattern(pattern, post, find)));
}

/** `https://site/base` and `/x` or `x` → `https://site/base/x`; an absolute address stays. */
export function joinUrl(siteUrl: string | undefined, path: string): string {
  if (/^https?:/i.test(path)) return path;
  return `${siteUrl ?? ''}/${path.replace(/^\/+/, '')}`;
}

function fillPattern(pattern: readonly string[], post: Addressed, find: CategoryFinder): string {
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

function categorySlug(post: Addressed, find: CategoryFinder): string {
  const [first] = post.categories;
  if (first === undefined) return '';
  return find(first)?.slug ?? slugKey(first);
}

/** What most addresses are: nothing in them has two forms. */
const plainAddress = /^[\w./:~-]*$/;

/** Percent-encodes what an address may not hold; what is encoded already stays so, in capitals. RFC 3986. */
export function encodeUrl(address: string): string {
  if (plainAddress.test(address)) return address;
  return encodeURI(address.toWellFormed())
    .replace(/%25([0-9a-f]{2})/gi, (_, hex: string) => `%${hex.toUpperCase()}`)
    .replace(/[[\]]/g, encodeURIComponent);
}

const encoded = /%([0-7][\dA-F])/g;

/** An address in the one way that RFC 3986, 6.2.2 prefers; from the site's root, or whole, and then as browsers do it. */
export function normaliseUrl(address: string): string {
  const whole = /^https?:\/\//i.test(address) ? webUrl(address) : undefined;
  const written = whole ?? encodeUrl(address);
  if (!written.includes('%')) return written;
  return written.replace(encoded, (sign, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return /[\w.~-]/.test(character) ? character : sign;
  });
}

/** What a browser makes of an address on a page, percent-encoded: `https://größe.example/ä` included. */
export function webUrl(address: string, base?: string): string | undefined {
  const href = parseUrl(address, base)?.href;
  if (href === undefined) return undefined;
  // The brackets of http://[::1]/ are no part of a path; a dot at the end of a host is none of its name.
  const [, host = '', rest = ''] = /^([a-z]+:\/\/[^/?#]*)(.*)$/s.exec(href) ?? [];
  return host.replace(/(?<=[^/.@])\.+(?=(?::\d+)?$)/, '') + encodeUrl(rest);
}

/** Two addresses with one key are the same for a reader, or for a disk that does not tell case or Unicode forms. */
export function urlKey(address: string): string {
  const written = plainAddress.test(address) ? address : decodeAddress(normaliseUrl(address)).normalize('NFC');
  return withoutSlashes(written.toLowerCase().replace(/\/index\.html?$/, '/'));
}

/** A URL without the slashes at its end. An expression would try each slash in its middle, too. */
export function withoutSlashes(address: string): string {
  let end = address.length;
  while (address[end - 1] === '/') end--;
  return address.slice(0, end);
}

function decodeAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch (error) {
    if (error instanceof URIError) return address;
    throw error;
  }
}
