/** What links and images in a text become: relative paths to other posts, and the URLs of files as WordPress serves them. */
import { relativePath } from '../post/relativePath.ts';
import { linkKey } from './identity.ts';
import { fileKey, withoutSize } from './index/urls.ts';
import type { Attachment, ExportIndex, ExportSite } from './types.ts';

/** A path as a URL in Markdown: what would end it, or begin a query, encoded. */
function pathUrl(path: string): string {
  return path.replace(
    /[\s%?#()<>\\"]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** A URL that begins with a slash or two, in full. */
function onSite(url: string, site: Pick<ExportSite, 'url'>): string {
  if (url.startsWith('//')) return `https:${url}`;
  const origin = /^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i.exec(site.url)?.[0] ?? '';
  return url.startsWith('/') ? origin + url : url;
}

/** The path of the post at a URL, which begins with a scheme, a slash or a question mark. */
export function pathAt(url: string, site: Pick<ExportSite, 'url'>, paths: ExportIndex['paths']): string | undefined {
  return paths.get(linkKey(url.startsWith('?') ? `${site.url}/${url}` : onSite(url, site)));
}

/** Adds the files of items that an earlier import wrote, and this one leaves out: links to them stay as they are. */
export function addEarlier(
  paths: Map<string, string>,
  items: readonly { id: number | undefined; guid: string; link: string }[],
  known: ReadonlyMap<string, string>,
  siteUrl: string,
): void {
  for (const { id, guid, link } of items) {
    const own = [guid.trim(), link.trim().replace(/^https?:\/\/[^/]*/i, ''), `post ${id}`, `${siteUrl}/?p=${id}`];
    const path = own.map((identity) => known.get(identity)).find((one) => one !== undefined);
    if (path === undefined) continue;
    for (const url of [link, guid, `${siteUrl}/?p=${id}`, `${siteUrl}/?page_id=${id}`])
      if (url.trim() !== '' && !paths.has(linkKey(url))) paths.set(linkKey(url), path);
  }
}

/** What to write for a link in the post at `from`: a relative path where it leads to another post of the import. */
export function createLinkResolver(index: ExportIndex, from: string): (url: string) => string {
  const resolve = (url: string): string => {
    const trimmed = url.trim();
    if (!/^(?:https?:)?\/|^\?/i.test(trimmed)) return url;
    const path = pathAt(trimmed, index.site, index.paths);
    if (path === undefined) return url;
    // The place behind `<!--more-->`, which has no name here.
    const fragment = /#(?!more-\d+$).*$/s.exec(trimmed)?.[0] ?? '';
    // A path whose first part has a colon would be read as a scheme.
    const relative = pathUrl(relativePath(from, path)).replace(/^(?=[^/]*:)/, './');
    return path === from && fragment !== '' ? fragment : relative + fragment;
  };
  // The check at the end asks again for each.
  const known = new Map<string, string>();
  return (url) => {
    const resolved = known.get(url) ?? resolve(url);
    known.set(url, resolved);
    return resolved;
  };
}

/** Where the copy of a file of the site is, in the posts folder; undefined if the file stays on WordPress. */
export type PlaceFile = (url: string, key: string, attachment?: Attachment) => string | undefined;

/**
 * What to write for the URL of an image or another file in the post at `from`: a relative path to its copy, if it has one. A
 * smaller version becomes the file itself where the export knows it: `photo-300x200.jpg`, `photo.jpg?w=300` and
 * `i0.wp.com/…/photo.jpg` are `photo.jpg`, or `photo-scaled.jpg` where WordPress serves that.
 */
export function createFileResolver(index: ExportIndex, from: string, placeFile: PlaceFile): (url: string) => string {
  const host = fileKey(index.site.url).split('/')[0] ?? '';
  const find = (key: string): Attachment | undefined => {
    const bare = withoutSize(key);
    const scaled = bare?.replace(/(?=\.[a-z\d]{2,5}$)/i, '-scaled');
    return [key, bare, scaled]
      .map((one) => (one === undefined ? undefined : index.attachmentsByUrl.get(one)))
      .find((one) => one !== undefined);
  };
  return (url) => {
    const absolute = onSite(url.trim(), index.site);
    if (!/^(?:https?:)?\/\//i.test(absolute)) return url;
    const key = fileKey(absolute);
    const attachment = find(key);
    if (attachment === undefined && (host === '' || !key.startsWith(`${host}/`))) return url;
    const copy = placeFile(attachment?.url ?? absolute, key, attachment);
    return copy === undefined ? (attachment?.url ?? url) : pathUrl(relativePath(from, copy));
  };
}
