/** What subscribers and links know a post by, when its URL changes. */
import type { Entry } from '../../blog/postIndex.ts';
import { aliasKey, urlKey, urlOf } from '../../blog/url.ts';
import { refusal } from '../../errors.ts';
import { movedText, withoutAlias } from '../../post/edit/rename.ts';
import { parseDate } from '../../post/fields/date.ts';
import { type PostReading, statusOf } from '../../post/post.ts';
import { visible } from '../../report/escape.ts';
import type { SiteContext } from '../site.ts';

/**
 * The text of a post that becomes `next`: where its URL changes, with the identity that feed readers know (if they know it:
 * `isKnown`), and its old URL among the aliases (if it was public: `wasPublic`). Undefined if it is not safe to change. Throws
 * UserError if it has no identity that could be kept.
 */
export function withFormerUrl(
  text: string,
  keys: NonNullable<PostReading['keys']>,
  entry: Entry,
  next: Entry['post'],
  { config }: Pick<SiteContext, 'config'>,
  { isKnown = true, wasPublic = true } = {},
): string | undefined {
  const { siteUrl, ...local } = config;
  const oldPath = urlOf(entry.post, local);
  if (urlKey(urlOf(next, config)) === urlKey(urlOf(entry.post, config))) return text;
  return movedText(text, keys, {
    id: isKnown && keys.id === undefined ? formerIdentity(entry, siteUrl) : undefined,
    alias: wasPublic && !isOwnAlias(entry.post, config) ? oldPath : undefined,
    isUrl: aliasTest(next, config),
  });
}

/**
 * The text of a draft that becomes `next`, which is public: without the alias that told that it was so before, where that is
 * its URL again and would lead readers in a circle. Undefined if it is not safe to change.
 */
export function withoutOwnAlias(
  text: string,
  keys: NonNullable<PostReading['keys']>,
  next: Entry['post'],
  { config }: Pick<SiteContext, 'config'>,
): string | undefined {
  return withoutAlias(text, keys, aliasTest(next, config));
}

/**
 * The text of a post that was public, with the identity that feed readers know, and its URL among the aliases, if another date
 * will change that: published again, it will have another date. Undefined if it is not safe to change.
 */
export function withPast(
  text: string,
  keys: NonNullable<PostReading['keys']>,
  { post, url }: Entry,
  { config }: SiteContext,
): string | undefined {
  const { siteUrl, ...local } = config;
  const ever = parseDate('1970-01-01', config.timeZone) ?? post.date;
  const isDated = urlOf({ ...post, date: ever }, config) !== url;
  return movedText(text, keys, {
    // Without the URL of the site it was in no feed.
    id: siteUrl === undefined || post.id !== undefined ? undefined : url,
    alias: isDated && !isOwnAlias(post, config) ? urlOf(post, local) : undefined,
    isUrl: () => false,
  });
}

/** Whether readers may know the URL of a post. Unpublishing puts that of a draft among its aliases, or makes it the identity. */
export function wasPublic({ post, url }: Entry, { config, now }: SiteContext): boolean {
  const status = statusOf(post, now);
  if (status === 'published' || status === 'expired') return true;
  return isOwnAlias(post, config) || (post.id !== undefined && urlKey(post.id) === urlKey(url));
}

function isOwnAlias(post: Entry['post'], config: SiteContext['config']): boolean {
  return post.aliases.some(aliasTest(post, config));
}

/** Returns a function that tells whether an alias is the URL of a post. */
function aliasTest(post: Entry['post'], config: SiteContext['config']): (alias: string) => boolean {
  const own = urlKey(urlOf(post, config));
  return (alias) => aliasKey(alias, config.siteUrl) === own;
}

/** How feed readers identify a post without an id: by its absolute URL. */
function formerIdentity({ post, url }: Entry, siteUrl: string | undefined): string {
  if (siteUrl !== undefined || /^https?:/i.test(url)) return url;
  const file = visible(post.file);
  throw refusal(`${file} has no id, and its URL would change; add an id, or set site_url in the config`);
}
