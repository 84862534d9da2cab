/** The sitemap and robots.txt. https://www.sitemaps.org/protocol.html, RFC 9309 */
import { parent, textElement } from '../../feed/xml.ts';
import type { PostDate } from '../../post/fields/date.ts';
import { formatIso } from '../../post/fields/date.ts';
import type { Page, SitePlan } from '../site.ts';

/** More than that are not allowed in one sitemap. */
const mostUrls = 50_000;

/** Every page that search engines should know, with the day of its last change where that is known. */
export function writeSitemap({ pages, surroundings }: SitePlan): string {
  const urls: string[] = [];
  for (const page of pages.values()) {
    if (urls.length === mostUrls) break;
    if (!isListed(page)) continue;
    const date = changed(page);
    const lastmod = date ? textElement('lastmod', 'text', formatIso(date)) : '';
    urls.push(parent('url', {}, textElement('loc', 'text', surroundings.siteUrl + page.path) + lastmod));
  }
  const namespace = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${parent('urlset', namespace, urls.join(''))}`;
}

function isListed(page: Page): boolean {
  if (page.kind === 'post' || page.kind === 'text') return true;
  return 'number' in page && page.number === 1 && page.entries.length > 0;
}

function changed(page: Page): PostDate | undefined {
  if (page.kind === 'post') return page.entry.post.updated ?? page.entry.post.date;
  const [newest] = 'entries' in page ? page.entries : [];
  return newest?.post.date;
}

/** What search engines may read: everything. */
export function writeRobots({ surroundings }: SitePlan): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${surroundings.siteUrl}/sitemap.xml\n`;
}
