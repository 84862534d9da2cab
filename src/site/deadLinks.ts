/** Links on pages that lead to nothing on the site. */

import { unpublishedLink } from '../blog/publishedUrls.ts';
import { withoutSlashes } from '../blog/url.ts';
import { nearest, suggest } from '../post/nearest.ts';
import type { Status } from '../post/post.ts';
import { decodePath } from '../post/relativePath.ts';
import { abridge } from '../post/text.ts';
import type { PageLink } from './pageLink.ts';
import { originOf, pathInSite } from './plan/urls.ts';
import type { SiteProblem } from './site.ts';

interface Known {
  siteUrl: string;
  /** The paths of pages and feeds, below the site’s own. */
  paths: readonly string[];
  /** The posts without a page. */
  unpublished: readonly { file: string; url: string; status: Status }[];
  /** Whether `blog validate` looks for what a URL leads to; then only a post without a page is news. */
  isChecked(link: PageLink): boolean;
}

/** Returns functions that say whether a link leads to nothing, and what is wrong with it. */
export function createLinkCheck({ siteUrl, paths, unpublished, isChecked }: Known) {
  const origin = originOf(siteUrl);
  const keys = new Set(paths.map(keyOf));
  const hidden = new Map(unpublished.map((post) => [keyOf(post.url), post]));
  /** The path on the site that a link to elsewhere on its host has left out the beginning of. */
  const forgotten = (url: string): string | undefined => {
    const path = pathInSite(url, origin);
    return path !== undefined && path !== '/' && keys.has(keyOf(path)) ? path : undefined;
  };
  return {
    isDead(link: PageLink): boolean {
      const { url } = link;
      const path = pathInSite(url, siteUrl);
      if (path === undefined) return forgotten(url) !== undefined;
      if (keys.has(keyOf(path))) return false;
      return !isChecked(link) || hidden.has(keyOf(siteUrl + path));
    },
    /** Whether it leads to a post without a page. */
    isToHidden({ url }: Pick<PageLink, 'url'>): boolean {
      const path = pathInSite(url, siteUrl);
      return path !== undefined && hidden.has(keyOf(siteUrl + path));
    },
    problemOf({ file, url, written, use, root }: PageLink): SiteProblem {
      const path = pathInSite(url, siteUrl);
      const post = path === undefined ? undefined : hidden.get(keyOf(siteUrl + path));
      const what = `${use} “${abridge(written)}”`;
      if (post) return { severity: 'warning', file, ...unpublishedLink(what, post.file, post.status) };
      const meant = path === undefined ? forgotten(url) : nearest(path, paths);
      const hint = meant === undefined ? 'check the spelling, or remove the link' : suggest(root + meant);
      return { severity: 'warning', file, message: `${what} leads to no page or file of the site`, hint };
    },
  };
}

/** Equal for what a server answers with the same page; capitals count, as they do on most servers. */
function keyOf(url: string): string {
  return withoutSlashes(
    decodePath(url)
      .normalize('NFC')
      .replace(/\/index\.html?$/, '/'),
  );
}
