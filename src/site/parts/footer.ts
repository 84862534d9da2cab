/** The end of every page. */
import { type Html, html } from '../html/html.ts';
import type { View } from '../view.ts';

/** The links of the config, or else to the pages of `_site/`, and the feed. */
export function footer(view: View): Html {
  const { plan, page } = view;
  const { config } = plan.site;
  const { prefix } = page.section;
  const texts = [...plan.pages.values()].flatMap((one) =>
    one.kind === 'text' && one.section.prefix === prefix ? [{ label: one.title, url: one.path }] : [],
  );
  const links = config.site.footer ?? texts;
  const [feed] = plan.feeds;
  const all = [...links, ...(feed ? [{ label: view.text('feed'), url: feed.path }] : [])];
  return html`<footer>
<nav aria-label="${view.text('about')}">
<ul>
${all.map(
  ({ label, url }) => html`<li><a href="${url.startsWith('mailto:') ? url : view.href(url)}">${label}</a></li>
`,
)}</ul>
</nav>
</footer>
`;
}
