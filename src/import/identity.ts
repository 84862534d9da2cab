/** What identifies a post: its id in feeds, its URL and its former URLs. Subscribers have them, so nothing is changed. */
import { encodeUrl, urlKey, withoutSlashes } from '../blog/url.ts';
import { newSlug } from '../post/draft/slug.ts';
import { parseId } from '../post/fields/id.ts';
import { readers } from '../post/fields/readers.ts';
import { isSlug } from '../post/fields/slug.ts';
import type { At } from '../post/fields/texts.ts';
import { decodePath } from '../post/relativePath.ts';
import { parseUrl } from '../post/url.ts';
import { htmlToLine, toLine } from './fields/texts.ts';
import type { ItemHead } from './plan.ts';
import type { Loss } from './types.ts';

/** The key of a URL in `ExportIndex.paths`: without scheme, `www.`, fragment and final slash, its case and encoding ignored. */
export function linkKey(url: string): string {
  return urlKey(url.replace(/#.*$/s, '')).replace(/^https?:\/\/(?:www\.)?/, '');
}

/** Whether a value can be read back as the field `name`, without a problem that makes the post invalid. */
function isReadable(name: 'id' | 'permalink', value: string): boolean {
  const at: At = { path: [name], faults: [], timeZone: 'UTC' };
  readers[name](value, at);
  // Spaces and invisible characters in a permalink are encoded.
  const isVisible = name === 'id' || (toLine(value) === value && !value.includes(' '));
  return isVisible && at.faults.every(({ level }) => level === 'warn');
}

/** The `guid` of an item as an id that feeds carry unchanged; undefined with a loss if there is no such id. */
export function idOf(guid: string, losses: Loss[]): string | undefined {
  const text = guid.trim();
  if (text === '') return undefined;
  const carried = parseId(text);
  const isVisible = toLine(text) !== '';
  if (isVisible && isReadable('id', text) && (carried === undefined || carried === text) && !/^\d+$/.test(text))
    return text;
  losses.push({ kind: 'id', what: `guid “${toLine(text).slice(0, 200)}” cannot be carried as it is`, count: 1 });
  return undefined;
}

/** Gives items their ids: each its guid, but a guid that an earlier item has becomes `SITE/?p=N`. Case sets no two ids apart. */
export function createIdentifier(heads: readonly Pick<ItemHead, 'guid'>[], siteUrl: string) {
  const guids = new Set(heads.map(({ guid }) => guid.trim().toLowerCase()));
  const used = new Set<string>();
  /** The id by number, if nobody has it; `why` is what the report says. */
  const numbered = ({ id }: Pick<ItemHead, 'id'>, why: string, losses: Loss[]): string | undefined => {
    const other = id === undefined ? undefined : `${siteUrl}/?p=${id}`;
    const isFree =
      other !== undefined &&
      !used.has(other.toLowerCase()) &&
      !guids.has(other.toLowerCase()) &&
      isReadable('id', other);
    losses.push({ kind: 'id', what: `${why}; ${isFree ? `${other} instead` : 'without an id'}`, count: 1 });
    if (isFree) used.add(other.toLowerCase());
    return isFree ? other : undefined;
  };
  return {
    numbered,
    isUsed: (id: string): boolean => used.has(id.toLowerCase()),
    idOf(head: Pick<ItemHead, 'guid' | 'id'>, losses: Loss[]): string | undefined {
      const own = idOf(head.guid, losses);
      if (own === undefined) return undefined;
      if (used.has(own.toLowerCase())) return numbered(head, `guid “${own}” is that of another post`, losses);
      used.add(own.toLowerCase());
      return own;
    },
  };
}

/** The URL of an item, as a path where it is below one of the sites; undefined where it has none of its own (`?p=N`). */
export function permalinkOf(
  head: Pick<ItemHead, 'link' | 'isDraft' | 'isScheduled'>,
  sites: readonly string[],
  losses: Loss[],
): string | undefined {
  const link = head.link.trim().replace(/#.*$/s, '');
  if (link === '') return undefined;
  const report = (why: string): undefined => {
    if (!head.isDraft)
      losses.push({ kind: 'permalink', what: `permalink “${toLine(link).slice(0, 200)}” ${why}`, count: 1 });
  };
  if (/[?&](?:p|page_id|attachment_id|preview|post_type)=/.test(link)) {
    return head.isScheduled ? undefined : report('has no path to keep');
  }
  const isAbsolute = /^https?:\/\//i.test(link);
  if (!isAbsolute && !/^\/(?!\/)/.test(link)) return report('is no URL of a page');
  if (isAbsolute && parseUrl(link) === undefined) return report('is no valid URL');
  const own = isAbsolute ? (belowSite(link, sites) ?? link) : link;
  // A colon might begin a token that is filled in.
  const isPlain = isReadable('permalink', own) && !own.replace(/^https?:\/\/[^/?]*/i, '').includes(':');
  const permalink = isPlain ? own : encodeSigns(own);
  return isReadable('permalink', permalink) ? permalink : report('cannot be kept');
}

/** The path of a URL below the first of the sites that it belongs to, whatever their scheme and `www.`. */
function belowSite(link: string, sites: readonly string[]): string | undefined {
  const bare = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?/i, '');
  const text = bare(link);
  for (const site of sites) {
    const base = withoutSlashes(bare(site));
    if (base === '' || text.slice(0, base.length).toLowerCase() !== base.toLowerCase()) continue;
    const rest = text.slice(base.length);
    if (rest === '' || /^[/?]/.test(rest)) return rest.startsWith('/') ? rest : `/${rest}`;
  }
  return undefined;
}

/** A permalink with signs encoded that would be tokens or template code. */
function encodeSigns(permalink: string): string {
  const [, origin = '', path = ''] = /^(https?:\/\/[^/?#]*)?(.*)$/is.exec(permalink) ?? [];
  const percent = path.replace(/%(?![0-9a-f]{2})/gi, '%25');
  return origin + encodeUrl(percent.replace(/[:{}<>[\]\\]/g, encodeURIComponent));
}

/** The slug of an item: `wp:post_name` decoded; without one, from its title; else from its number. */
export function slugOf(head: Pick<ItemHead, 'id' | 'name' | 'title'>, language: string, losses: Loss[]): string {
  const name = decodePath(head.name.trim()).normalize('NFC');
  if (isSlug(name)) return name;
  const number = head.id === undefined ? 'post' : `post-${head.id}`;
  if (name === '') return newSlug(htmlToLine(head.title), { language }) ?? number;
  const cleaned = cleanSlug(name);
  const slug = isSlug(cleaned) ? cleaned : number;
  losses.push({
    kind: 'slug',
    what: `slug “${toLine(name).slice(0, 200)}” is no name of a file; “${slug}” instead`,
    count: 1,
  });
  return slug;
}

/** A text with only what may be in a slug, at most 190 letters of it. */
function cleanSlug(text: string): string {
  const words = text
    .toWellFormed()
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
    .slice(0, 190);
  return words.toWellFormed().replace(/^-+|-+$|\ufffd/g, '');
}

/** The former URLs of an item: its permalink with an earlier slug or day in it. */
export function aliasesOf(
  head: Pick<ItemHead, 'name' | 'oldSlugs' | 'oldDates' | 'date'>,
  permalink: string | undefined,
  losses: Loss[],
): string[] {
  const parts = permalink?.split('/') ?? [];
  const aliases = new Set<string>();
  const report = (what: string): void => void losses.push({ kind: 'alias', what, count: 1 });
  const add = (alias: string, what: string): void => {
    if (isReadable('permalink', alias)) aliases.add(alias);
    else report(what);
  };
  const at = parts.findLastIndex((part) => part !== '' && sameName(part, head.name));
  for (const slug of head.oldSlugs.filter((one) => one !== '')) {
    const what = `former slug “${toLine(slug).slice(0, 200)}”: its URL is not known`;
    if (at === -1) report(what);
    else add(parts.with(at, encodeUrl(decodePath(slug)).replaceAll('/', '%2F')).join('/'), what);
  }
  const [year = '', month = '', day = ''] = head.date.slice(0, 10).split('-');
  const dated = (text: string, [y, m, d]: readonly string[]): string =>
    text.replace(`/${year}/${month}/${day}/`, `/${y}/${m}/${d}/`);
  const monthly = (text: string, [y, m]: readonly string[]): string =>
    text.replace(`/${year}/${month}/`, `/${y}/${m}/`);
  for (const old of head.oldDates) {
    const what = `former date “${toLine(old).slice(0, 200)}”: its URL is not known`;
    // A URL without a date was the same on any day.
    if (permalink !== undefined && !permalink.includes(`/${year}/${month}/`)) continue;
    const numbers = old.split('-');
    const isDay = /^\d{4}-\d\d-\d\d$/.test(old);
    if (!isDay || permalink === undefined || year === '') report(what);
    else add((permalink.includes(`/${year}/${month}/${day}/`) ? dated : monthly)(permalink, numbers), what);
  }
  if (permalink !== undefined) aliases.delete(permalink);
  return [...aliases];
}

function sameName(part: string, name: string): boolean {
  return decodePath(part).toLowerCase() === decodePath(name).toLowerCase();
}
