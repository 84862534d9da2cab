/** The feeds that WordPress writes at `/feed/` and `/feed/atom/`, for tests of what subscribers see. */
import { escapeHtml } from '../../src/import/escapeHtml.ts';
import type { ExportItem } from '../../src/import/types.ts';

/** The published posts of an export, newest first. */
function published(items: readonly ExportItem[]): ExportItem[] {
  return items
    .filter(({ type, status, password }) => type === 'post' && status === 'publish' && password === '')
    .sort((a, b) => (a.dateGmt < b.dateGmt ? 1 : -1));
}

/** The items in RSS 2.0. */
export function wordpressRss(items: readonly ExportItem[]): string {
  const texts = published(items).map(({ title, link, guid, dateGmt, content }) => {
    const date = new Date(`${dateGmt.replace(' ', 'T')}Z`).toUTCString().replace('GMT', '+0000');
    return `<item>
<title>${escapeHtml(title)}</title>
<link>${escapeHtml(link)}</link>
<dc:creator><![CDATA[Ada Example]]></dc:creator>
<pubDate>${date}</pubDate>
<guid isPermaLink="false">${escapeHtml(guid)}</guid>
<content:encoded><![CDATA[${content}]]></content:encoded>
</item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>A blog</title><link>https://blog.example.org</link>
${texts.join('\n')}
</channel></rss>
`;
}

/** The items in Atom. */
export function wordpressAtom(items: readonly ExportItem[]): string {
  const texts = published(items).map(({ title, link, guid, dateGmt, modifiedGmt, content }) => {
    const [date, updated] = [dateGmt, modifiedGmt || dateGmt].map((text) => `${text.replace(' ', 'T')}Z`);
    return `<entry>
<author><name>Ada Example</name></author>
<title type="html"><![CDATA[${escapeHtml(title)}]]></title>
<link rel="alternate" type="text/html" href="${escapeHtml(link)}" />
<id>${escapeHtml(guid)}</id>
<updated>${updated}</updated>
<published>${date}</published>
<content type="html"><![CDATA[${content}]]></content>
</entry>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom">
<title type="text">A blog</title><id>https://blog.example.org/feed/atom/</id>
${texts.join('\n')}
</feed>
`;
}
