/** Where posts go and what identifies them. Paths must be known before texts are written, since links between posts lead to files. */
import { defaultConfig } from '../blog/config/config.ts';
import { aliasKey, createUrlMaker, joinUrl, normaliseUrl, urlKey } from '../blog/url.ts';
import { encodeParts } from '../post/fields/permalink.ts';
import { readFileName } from '../post/fields/slug.ts';
import { pageFolder } from '../post/pageText.ts';
import { createOffsetFinder, readDates } from './fields/dates.ts';
import { aliasesOf, createIdentifier, linkKey, permalinkOf, slugOf } from './identity.ts';
import { findDuplicates } from './index/duplicates.ts';
import { createNamer, type Earlier, stemOf } from './names.ts';
import { isNewPage, ownPath, pagePermalink } from './pages/place.ts';
import type { DuplicateItem, ItemHead, PlannedPost, PlanOptions } from './plan.ts';
import { findOriginals } from './translations.ts';
import type { Loss } from './types.ts';

export type { Earlier } from './names.ts';

/** The site of the exports, as far as paths depend on it. */
export interface PlanSite {
  url: string;
  language: string;
}

const duplicate: DuplicateItem = { duplicate: true, reason: 'the same post as another item of the exports' };

/**
 * The file, identity and dates of each head, in their order, and the paths by URL for `ExportIndex.paths`. The same heads
 * give the same result; what an earlier import has written keeps its path. No two posts have an id or a URL in common. An
 * item of which `withheld` has a version that is as new is a duplicate: it has been hidden since.
 */
export function planPaths(
  heads: readonly ItemHead[],
  site: PlanSite,
  options: Pick<PlanOptions, 'siteUrl' | 'timeZone' | 'filename' | 'permalink'>,
  earlier: Earlier,
  withheld: readonly ItemHead[] = [],
): { posts: (PlannedPost | DuplicateItem)[]; paths: Map<string, string> } {
  const duplicates = findDuplicates(heads, withheld);
  // What is public first: a draft never takes the id, the URL or the file of a post that readers know.
  const order = [false, true].flatMap((isDraft) =>
    [...heads.keys()].filter((index) => heads[index]?.isDraft === isDraft && !duplicates.has(index)),
  );
  const { siteUrl = site.url } = options;
  const sites = [...new Set([site.url, siteUrl])];
  const offsetAt = createOffsetFinder(heads, options.timeZone);
  const identifier = createIdentifier(
    order.map((index) => heads[index] as ItemHead),
    site.url,
  );
  const urlOf = createUrlMaker({ permalink: options.permalink ?? defaultConfig().permalink, siteUrl });
  const nameFile = createNamer(options.filename, earlier);
  const namePage = createNamer(`${pageFolder}/{slug}`, earlier);
  /** The keys of URLs that posts have, and had. */
  const urls = new Set<string>();
  const identified = order.map((index) => {
    const head = heads[index] as ItemHead;
    const losses: Loss[] = [];
    return { index, head, losses, guid: identifier.idOf(head, losses) };
  });
  const addressed = identified.map(({ guid, ...one }) => {
    const isPage = one.head.isPage === true && isNewPage([guid, permalinkOf(one.head, sites, [])], earlier.known);
    const permalink = ownPermalink({ ...one.head, isPage }, sites, siteUrl, urls, one.losses);
    const url = permalink === undefined ? undefined : normaliseUrl(joinUrl(siteUrl, permalink));
    if (guid !== undefined || url === undefined || !identifier.isUsed(url))
      return { ...one, isPage, id: guid, permalink };
    // Without an id, its URL would be its identity.
    const id = identifier.numbered(one.head, `URL “${url}” is the id of another post`, one.losses);
    return { ...one, isPage, id, permalink: id === undefined ? undefined : permalink };
  });
  const originals = findOriginals(
    addressed.map(({ head }) => head),
    site.language,
  );
  // Of those that are public, and of drafts, the originals first, whose names their translations have, too.
  const rank = ({ head }: { head: ItemHead }): number => (head.isDraft ? 2 : 0) + (originals.has(head) ? 1 : 0);
  addressed.sort((a, b) => rank(a) - rank(b));
  const pathsOf = new Map<ItemHead, string>();
  const planned = addressed.map(({ index, head, losses, isPage, id, permalink }) => {
    const {
      date,
      updated,
      isGuess,
      losses: dateLosses,
    } = readDates(head, offsetAt, !isPage || head.isScheduled === true);
    losses.push(...dateLosses);
    const wanted = slugOf(head, site.language, losses);
    const identity = id ?? permalink ?? (head.id === undefined ? `${head.date} ${head.title}` : `post ${head.id}`);
    const beside = pathsOf.get(originals.get(head) ?? head)?.replace(/(?=\.\w+$)/, `.${head.translation?.lang}`);
    const name = isPage ? namePage : nameFile;
    const { path, slug: free, isRenamed } = name([identity, permalink ?? identity], wanted, date, beside);
    pathsOf.set(head, path);
    if (beside !== undefined && path !== beside)
      losses.push({ kind: 'translation', what: 'post in another language, not linked to its original', count: 1 });
    const urlWith = (slug: string): string =>
      isPage && permalink === undefined
        ? normaliseUrl(joinUrl(siteUrl, `/${encodeParts(slug)}/`))
        : urlOf({ permalink, slug, date, categories: [], lang: undefined, path, pathLang: undefined });
    // Without a permalink the slug makes the URL, which nobody else may have.
    let slug = permalink === undefined || isRenamed ? free : wanted;
    const isTaken = (url: string): boolean => urls.has(urlKey(url)) || (id === undefined && identifier.isUsed(url));
    for (let count = 2; permalink === undefined && isTaken(urlWith(slug)); count++) {
      slug = `${stemOf(wanted)}-${count}`;
    }
    urls.add(urlKey(urlWith(slug)));
    const isDraft = head.isDraft || isGuess;
    const isNamed = isPage || readFileName(path).slug === slug;
    const written = isPage ? ownPath(permalink ?? `/${encodeParts(slug)}/`, path, beside !== undefined) : permalink;
    const post: PlannedPost = {
      ...(isPage && { isPage }),
      ...{ path, identity, date, aliases: [], isDraft, losses },
      ...(updated && { updated }),
      ...(id !== undefined && { id }),
      ...(!isNamed && { slug }),
      ...(written !== undefined && { permalink: written }),
    };
    return { index, head, post, url: permalink };
  });
  const paths = new Map<string, string>();
  const posts: (PlannedPost | DuplicateItem)[] = heads.map(() => duplicate);
  const link = (url: string, path: string): void => {
    const key = url === '' ? '' : linkKey(url);
    if (key !== '' && !paths.has(key)) paths.set(key, path);
  };
  for (const { index, head, post } of planned) {
    posts[index] = post;
    const numbers =
      head.id === undefined ? [] : sites.flatMap((url) => ['p', 'page_id'].map((key) => `${url}/?${key}=${head.id}`));
    for (const url of [head.link, head.guid, ...numbers]) link(url, post.path);
  }
  for (const { head, post, url } of planned) {
    const aliases = ownAliases(head, url, post.losses, siteUrl, urls);
    for (const alias of aliases) link(alias.startsWith('/') ? site.url + alias : alias, post.path);
    if (!post.isPage) post.aliases = aliases;
    else
      for (const alias of aliases)
        post.losses.push({ kind: 'alias', what: `former URL “${alias}” of a page`, count: 1 });
  }
  return { posts, paths };
}

/** The permalink of an item, if no earlier one has it: two pages of a site cannot have one URL. */
function ownPermalink(
  head: Omit<ItemHead, 'isPage'> & { isPage: boolean },
  sites: readonly string[],
  siteUrl: string,
  urls: Set<string>,
  losses: Loss[],
): string | undefined {
  const found = permalinkOf(head, sites, losses);
  const permalink = head.isPage ? pagePermalink(found, losses) : found;
  if (permalink === undefined) return undefined;
  const key = aliasKey(permalink, siteUrl);
  if (!urls.has(key)) {
    urls.add(key);
    return permalink;
  }
  losses.push({ kind: 'permalink', what: `permalink “${permalink}” is that of another post; left out`, count: 1 });
  return undefined;
}

/** The former URLs of an item that no post has now, or had first: WordPress does not redirect those either. */
function ownAliases(
  head: ItemHead,
  permalink: string | undefined,
  losses: Loss[],
  siteUrl: string,
  urls: Set<string>,
): string[] {
  return aliasesOf(head, permalink, losses).filter((alias) => {
    const key = aliasKey(alias, siteUrl);
    const isFree = !urls.has(key);
    if (isFree) urls.add(key);
    else losses.push({ kind: 'alias', what: `former URL “${alias}” is that of another post; left out`, count: 1 });
    return isFree;
  });
}
