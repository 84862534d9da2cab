/** Where pages of WordPress go: into `_site/`, and at which URLs they are. */
import { pageFolder } from '../../post/pageText.ts';
import type { Loss } from '../types.ts';

/** Whether a page has no file among the posts: earlier versions of this tool made posts of pages, which stay. */
export function isNewPage(identities: readonly (string | undefined)[], known: ReadonlyMap<string, string>): boolean {
  const paths = identities.map((one) => (one === undefined ? undefined : known.get(one)));
  return paths.every((path) => path === undefined || path.startsWith(`${pageFolder}/`));
}

/** The permalink of a page, where the site can have one; reported if not: home pages and other sites cannot. */
export function pagePermalink(permalink: string | undefined, losses: Loss[]): string | undefined {
  if (permalink === undefined || (/^\/[^?]/.test(permalink) && !/^\/index\.\w+$/i.test(permalink))) return permalink;
  const why = permalink.startsWith('/') ? 'is the home page here' : 'is not on the site of the blog';
  losses.push({ kind: 'permalink', what: `“${permalink}” ${why}; the page has the URL of its file`, count: 1 });
  return undefined;
}

/** The permalink to write for a page in the file at `path`: none if the name of the file says it. */
export function ownPath(permalink: string, path: string, isTranslation: boolean): string | undefined {
  const name = path.replace(/^.*\//s, '').replace(/\.md$/i, '');
  return permalink === `/${name}/` && !isTranslation ? undefined : permalink;
}
