/** `/feed` of a preview: the items of the feed as readers get them, and what was left out. */
import { sortEntries } from '../../blog/select/order.ts';
import { explainFeed } from '../../blog/why.ts';
import { toFeed } from '../../feed/feed.ts';
import { sanitisedItem } from '../body/item.ts';
import { type Html, html } from '../html/html.ts';
import { layout } from '../parts/layout.ts';
import type { Extras, Page, SitePlan } from '../site.ts';
import { createView, type View } from '../view.ts';

/** Renders what subscribers see, and why they do not see the other posts. */
export function renderFeedView(page: Page, plan: SitePlan, extras: Extras): { text: string; view: View } {
  const view = createView(plan, page, 'en');
  const { config, renderer, entries, now } = plan.site;
  const [main] = plan.feeds;
  const limit = config.feed.limit || undefined;
  const carried = (main?.entries ?? []).slice(0, limit);
  const selfUrl = plan.surroundings.siteUrl + config.feed.path;
  const settings = { type: 'rss', config, selfUrl, content: config.feed.content } as const;
  const feed = toFeed(carried, settings, plan.surroundings, renderer);
  const isCarried = new Set(carried.map(({ post }) => post.file));
  const why = explainFeed(entries, now, config);
  const others = sortEntries(entries, 'date', now, false).filter(({ post }) => !isCarried.has(post.file));
  const body = html`<h1>The feed</h1>
<p>${carried.length === 1 ? '1 post' : `${carried.length} posts`}, as subscribers get them. ${others.length === 0 ? 'No post is left out.' : html`<a href="#left-out">${others.length === 1 ? '1 post is' : `${others.length} posts are`} left out</a>.`}</p>
${feed.items.map((item): Html => {
  const { summary, html: content } = item.render();
  return html`<article class="h-entry">
<h2><a class="p-name u-url" href="${view.href(item.url)}">${item.title}</a></h2>
<p class="meta">${[...item.authors.map(({ name }) => name), ...item.categories].join(' · ')}</p>
<p class="p-summary">${summary}</p>
${
  content !== undefined &&
  html`<details><summary>Text</summary>
<div class="e-content">
${sanitisedItem(content, item.url, view)}</div>
</details>
`
}</article>
`;
})}${
  others.length > 0 &&
  html`<h2 id="left-out">Left out</h2>
<ul>
${others.map(
  ({
    post,
    url,
  }) => html`<li><a href="${view.href(url)}">${post.title}</a>: ${why(post).replace(/^not in the feed(?: yet)?: /, '')}</li>
`,
)}</ul>
`
}`;
  return { view, text: layout(view, { title: 'The feed', trail: [{ label: 'The feed' }], main: body }, extras) };
}
