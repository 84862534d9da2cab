/** Former URLs of posts: each gets a page that leads to the post. */
import { translationKey } from '../../blog/translations.ts';
import { encodeUrl, joinUrl, normaliseUrl, urlKey } from '../../blog/url.ts';
import type { FeedEntry } from '../../feed/feed.ts';
import { outputPath } from '../outputPaths.ts';
import type { Page, RedirectPage, SiteProblem } from '../site.ts';
import type { Section } from './sections.ts';
import { pathInSite } from './urls.ts';

/** The page of an alias, or what is wrong with it; undefined where the URL is still that of the post. */
export function planRedirect(
  alias: string,
  entry: FeedEntry,
  section: Section,
  siteUrl: string,
): RedirectPage | SiteProblem | undefined {
  const { file } = entry.post;
  const warn = (reason: string): SiteProblem => {
    return { severity: 'warning', file, message: `no redirect from “${alias}”: ${reason}` };
  };
  if (/[?#]/.test(alias)) return warn('a page cannot have a query or “#” in its path');
  if (/(?:^|[\\/])(?:\.|%2e){2}(?:[\\/]|$)/i.test(alias)) return warn('the path contains “..”');
  const url = normaliseUrl(joinUrl(siteUrl, encodeUrl(alias)));
  const path = pathInSite(url, siteUrl);
  if (path === undefined || /^[\\/]{2}/.test(alias)) return warn('it is on another site');
  const output = outputPath(path);
  if ('problem' in output) return warn(output.problem);
  if (urlKey(url) === urlKey(entry.url)) return undefined;
  return { kind: 'redirect', path, source: file, section, entry };
}

/** Why a redirect cannot have its path. Translations may share aliases: they lead to the first. */
export function redirectClash(
  page: RedirectPage,
  other: Page | Pick<Page, 'path' | 'source'>,
): SiteProblem | undefined {
  const { post } = page.entry;
  const rival = 'entry' in other ? other.entry.post : undefined;
  if (rival && translationKey(rival) === translationKey(post)) return undefined;
  const isShared = 'kind' in other && other.kind === 'redirect';
  const why = isShared ? `${other.source} has this former URL, too` : `it is that of ${other.source}`;
  return {
    severity: 'error',
    file: post.file,
    message: `no redirect from ${page.path}: ${why}`,
    hint: `remove it from the aliases${isShared ? ' of the post that never had it' : ''}`,
  };
}
