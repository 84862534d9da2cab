/** What subscribers and links know a post by, when its URL changes. */
import type { Entry } from '../../blog/postIndex.ts';
import { aliasKey, urlKey, urlOf } from '../../blog/url.ts';
import { refusal } from '../../errors.ts';
import { movedText } from '../../post/edit/rename.ts';
import type { PostReading } from '../../post/post.ts';
import { visible } from '../../report/escape.ts';
import type { SiteContext } from '../site.ts';

/**
 * The text of a post that becomes `next`: where its URL changes, with the identity that feed readers know (if they know it:
 * `isKnown`), and its old URL among the aliases. Undefined if it is not safe to change. Throws UserError if it has no
 * identity that could be kept.
 */
export function withFormerUrl(
  text: string,
  keys: NonNullable<PostReading['keys']>,
  entry: Entry,
  next: Entry['post'],
  { config }: Pick<SiteContext, 'config'>,
  isKnown = true,
): string | undefined {
  const { siteUrl, ...local } = config;
  const oldPath = urlOf(entry.post, local);
  const newKey = urlKey(urlOf(next, config));
  if (newKey === urlKey(urlOf(entry.post, config))) return text;
  const isAlias = entry.post.aliases.some((alias) => aliasKey(alias, siteUrl) === aliasKey(oldPath, siteUrl));
  return movedText(text, keys, {
    id: isKnown && keys.id === undefined ? formerIdentity(entry, siteUrl) : undefined,
    alias: isAlias ? undefined : oldPath,
    isUrl: (alias) => aliasKey(alias, siteUrl) === newKey,
  });
}

/**
 * The text of a post that was public, with the identity that feed readers know: published again, it will have another date,
 * and often another URL. Undefined if it is not safe to change.
 */
export function withIdentity(
  text: string,
  keys: NonNullable<PostReading['keys']>,
  { post, url }: Entry,
  { config: { siteUrl } }: SiteContext,
): string | undefined {
  // Without the URL of the site it was in no feed.
  if (siteUrl === undefined || post.id !== undefined) return text;
  return movedText(text, keys, { id: url, alias: undefined, isUrl: () => false });
}

/** How feed readers identify a post without an id: by its absolute URL. */
function formerIdentity({ post, url }: Entry, siteUrl: string | undefined): string {
  if (siteUrl !== undefined || /^https?:/i.test(url)) return url;
  const file = visible(post.file);
  throw refusal(`${file} has no id, and its URL would change; add an id, or set site_url in the config`);
}
