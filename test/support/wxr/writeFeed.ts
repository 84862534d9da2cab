/** The RSS feed that the WordPress of a sample blog serves: what its subscribers have. */
import type { NumberedItem, SampleSite } from './sample.ts';
import { cdata, feedTitle, rssDate } from './writeExport.ts';

/** Whether an item is in the feed: WordPress has even those with a password there, without their text. */
export function isInFeed({ type = 'post', status = 'publish' }: NumberedItem): boolean {
  return type === 'post' && status === 'publish';
}

/** The feed with all posts, the newest first. */
export function writeFeed(site: SampleSite): string {
  const items = site.items.filter(isInFeed).sort((a, b) => (a.gmt < b.gmt ? 1 : -1));
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:atom="http://www.w3.org/2005/Atom"
	>

<channel>
	<title>${site.title}</title>
	<atom:link href="${site.url}/feed/" rel="self" type="application/rss+xml" />
	<link>${site.url}</link>
	<description>Students &#038; staff write side by side</description>
	<generator>https://wordpress.org/?v=6.5.2</generator>
${items
  .map(
    ({ title, link, gmt, login = 'scadmin', terms = [], guid, content }) => `	<item>
		<title>${feedTitle(title)}</title>
		<link>${link.replaceAll('&', '&#038;')}</link>
		<dc:creator>${cdata(login)}</dc:creator>
		<pubDate>${rssDate(gmt)}</pubDate>
${terms.map(({ name }) => `				<category>${cdata(name)}</category>\n`).join('')}		<guid isPermaLink="false">${guid.replaceAll('&', '&#038;')}</guid>
		<description>${cdata(content.replace(/<[^>]*>|\[[^\]]*\]/g, '').slice(0, 55))}</description>
		<content:encoded>${cdata(content)}</content:encoded>
	</item>
`,
  )
  .join('')}	</channel>
</rss>
`;
}
