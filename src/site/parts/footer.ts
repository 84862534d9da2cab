/** The end of every page. */
import { normaliseUrl } from '../../blog/url.ts';
import { decodePath } from '../../post/relativePath.ts';
import { type Html, html } from '../html/html.ts';
import { pathInSite } from '../plan/urls.ts';
import type { View } from '../view.ts';
import { feedsOf } from './feeds.ts';

/** The links of the config, or else to the pages of `_site/`, and the feed. */
export function footer(view: View): Html {
  const { plan, page } = view;
  const links = plan.footers.get(page.section.prefix) ?? [];
  for (const { url } of links) addFile(url, view);
  const [first] = feedsOf(view);
  const feed =
    first &&
    html`<li><a href="${view.href(normaliseUrl(first.feed.path))}">${view.word('feed')}</a></li>
`;
  const preview =
    plan.site.mode === 'preview' &&
    html`<li><a href="${view.href('/feed')}" lang="en">Preview of the feed</a></li>
`;
  return html`<footer>
<nav aria-label="${view.text('about')}">
<ul>
${links.map(
  ({ label, url }) => html`<li><a href="${url.startsWith('mailto:') ? url : view.href(url)}">${label}</a></li>
`,
)}${feed}${preview}</ul>
</nav>
</footer>
`;
}

/** Adds the file of `static` to which a link leads, unless a page or feed has its URL. */
function addFile(url: string, { plan, assets }: View): void {
  const { site, pages, feeds } = plan;
  const { siteUrl } = site.surroundings;
  const path = pathInSite(url.startsWith('/') ? siteUrl + url : url, siteUrl);
  if (path === undefined || pages.has(path) || feeds.some((feed) => feed.path === path)) return;
  const file = site.staticFile?.(decodePath(path).slice(1))?.path;
  if (file !== undefined) assets.set(path, { path, folder: 'static', file, use: 'link' });
}
