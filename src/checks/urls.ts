/** Addresses in posts: which are checked, and what they lead to. Spec section 5. */

import type { PublishedUrls } from '../blog/publishedUrls.ts';
import { withoutSlashes } from '../blog/url.ts';
import type { Fault, Place } from '../diagnostic.ts';
import { decodePath, joinPath, relativePath } from '../post/relativePath.ts';
import { abridge } from '../post/text.ts';
import { parseUrl } from '../post/url.ts';

/** What is known of the disk. Paths are from the posts folder, with `/`. */
export interface FolderFacts {
  isPost(inPosts: string): boolean;
  isFile(inPosts: string): boolean;
  /** Whether a file is in the folder that is the site's root; undefined where no such folder is configured. */
  isStatic?: (path: string) => boolean;
}

/** An address that leads to no file: it may still be one that is published. */
export interface OpenUrl {
  rule: 'link-broken' | 'image-file-missing';
  address: string;
  place: Place;
  /** The post's own file, from the posts folder. */
  inPosts: string;
}

/** Signs of template code: what stands there is not yet an address. */
const template = /\{\{|\{%|<%|\[\[</;

/**
 * What an address leads to, as far as files can tell. `good` is also what nobody can check: other sites, and addresses
 * that a template has still to make.
 */
export function lookUp(address: string, inPosts: string, folder: FolderFacts): 'good' | 'open' | 'nowhere' {
  if (address === '') return 'nowhere';
  if (/^[a-z]:[\\/]|^file:/i.test(address)) return 'nowhere';
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|[#?])/i.test(address) || template.test(address)) return 'good';
  const path = withoutRest(address);
  if (path.startsWith('/')) return folder.isStatic ? 'open' : 'good';
  const found = pathsOf(path, inPosts).some((one) => folder.isPost(one) || folder.isFile(one));
  return found ? 'good' : 'open';
}

/** Whether an image's address means a file in the posts folder that is there. */
export function isStored(address: string, inPosts: string, folder: FolderFacts): boolean {
  if (/^(?:[a-z][a-z0-9+.-]*:|[/#?]|$)/i.test(address)) return false;
  return pathsOf(withoutRest(address), inPosts).some((path) => folder.isFile(path));
}

function withoutRest(address: string): string {
  return /^[^?#]*/.exec(address)?.[0] ?? '';
}

/** What a path may mean, from the posts folder: decoded, or a name that has a percent sign in it. */
function pathsOf(path: string, inPosts: string): string[] {
  return [...new Set([decodePath(path), path])]
    .map((one) => joinPath(inPosts, one))
    .filter((one) => one !== undefined && one !== '') as string[];
}

/** The fault of an address that leads nowhere at all, or of an open one that no post is published at. */
export function urlFault(open: OpenUrl, folder: FolderFacts, published?: PublishedUrls): Fault[] {
  const { rule, address, place, inPosts } = open;
  if (published && isPublished(open, folder, published)) return [];
  const message = messageOf(open);
  const hint = hintOf(address, inPosts, rule, folder, published);
  return [{ rule, message, hint, place }];
}

/** Whether a reader on the web would get there. */
function isPublished({ address, inPosts }: OpenUrl, folder: FolderFacts, published: PublishedUrls): boolean {
  const own = published.pathOf(inPosts);
  // Where the post itself has no address, a relative one leads nowhere.
  if (own === undefined && !address.startsWith('/')) return false;
  const base = `http://blog.invalid${own ?? '/'}`;
  const path = parseUrl(address, base)?.pathname;
  if (path === undefined) return false;
  if (published.isKnown(path)) return true;
  const inSite = published.inSite(path);
  // What lies beside the blog on the same site is somebody else's.
  if (inSite === undefined) return true;
  const file = decodePath(inSite);
  return [file, `${file.replace(/\/$/, '')}/index.html`, `${file}.html`].some((one) => folder.isStatic?.(one));
}

function messageOf({ rule, address, inPosts }: OpenUrl): string {
  const what = rule === 'link-broken' ? 'link' : 'image';
  if (address === '') return `the ${what} has no address`;
  const shown = `“${abridge(address)}”`;
  if (/^[a-z]:[\\/]|^file:/i.test(address)) return `${shown} is on one computer only: nobody else can open it`;
  const path = decodePath(withoutRest(address));
  if (path.startsWith('/')) return `the ${what} ${shown} leads nowhere: the site has no such page or file`;
  const file = joinPath(inPosts, path);
  if (file === undefined) return `the ${what} ${shown} leads out of the posts folder`;
  return `the ${what} ${shown} leads nowhere: the posts folder has no ${abridge(file)}`;
}

/** A name that ends as sites' names do; not `.md` or `.io`-like endings that files have, too. */
const siteName =
  /^(?:www\.[^/]+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|edu|gov|info|uk|eu|de|fr|ca|au|us))(?:\/|$)/i;

function hintOf(
  address: string,
  inPosts: string,
  rule: OpenUrl['rule'],
  folder: FolderFacts,
  published: PublishedUrls | undefined,
): string {
  const isLink = rule === 'link-broken';
  if (address === '') {
    return isLink
      ? 'write it in the round brackets: [words](https://…)'
      : 'write the file’s name in the round brackets';
  }
  if (/^[a-z]:[\\/]|^file:/i.test(address)) return 'copy the file into the posts folder, and write its name here';
  if (/^[^\s/@]+@[^\s/@]+\.[a-z]+$/i.test(address)) return `for a mail address write mailto:${address}`;
  if (siteName.test(address)) return `for another site write https://${address}`;
  const meant = isLink ? postMeant(address, inPosts, folder, published) : undefined;
  if (meant !== undefined) return `did you mean ${meant}?`;
  if (joinPath(inPosts, decodePath(withoutRest(address))) === undefined) {
    return 'count the ../ again, or copy the file into the posts folder';
  }
  return isLink
    ? 'check the spelling, capitals too; for another site begin with https://'
    : 'check the spelling, capitals too, and whether the file is in the folder';
}

/** The post that was meant by a path: with the ending left out, as a folder, or in another place or of another day. */
function postMeant(
  address: string,
  inPosts: string,
  folder: FolderFacts,
  published: PublishedUrls | undefined,
): string | undefined {
  const path = withoutSlashes(decodePath(withoutRest(address)));
  const file = joinPath(inPosts, path);
  const near = [`${file}.md`, `${file}/index.md`].find((one) => file !== undefined && folder.isPost(one));
  const other = near ?? published?.withSlug(path.replace(/\/index\.md$/i, ''));
  return other === undefined || other === inPosts ? undefined : relativePath(inPosts, other);
}
