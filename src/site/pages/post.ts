/** The page of a post. */
import type { FeedEntry } from '../../feed/feed.ts';
import { createLinks, renderBody } from '../body/body.ts';
import { type Html, html } from '../html/html.ts';
import { comments } from '../parts/comments.ts';
import { type Cover, cover } from '../parts/cover.ts';
import { layout } from '../parts/layout.ts';
import { credits, people } from '../parts/people.ts';
import { problemList } from '../parts/problems.ts';
import { statusBanner } from '../parts/status.ts';
import { structuredData } from '../parts/structuredData.ts';
import { names, neighbours } from '../parts/taxonomy.ts';
import type { Extras, PostPage, SitePlan } from '../site.ts';
import { languageOfPost, sourceOf } from '../source.ts';
import { createView, type View } from '../view.ts';

/** Renders a post’s page. */
export function renderPost(page: PostPage, plan: SitePlan, extras: Extras): { text: string; view: View } {
  const { entry, section } = page;
  const { post } = entry;
  const view = createView(plan, page, languageOfPost(entry, plan));
  const source = sourceOf(entry, plan);
  const line = plan.site.mode === 'preview' ? extras.body?.line : undefined;
  const body = renderBody(extras.body?.text ?? entry.readBody(), { ...source, line }, view);
  const links = createLinks(source, view);
  const image = cover(view, post, links);
  const isShown = image !== undefined && body.shows(image.url);
  const description = post.summary || body.excerpt() || undefined;
  const [category] = post.categories;
  const group = category === undefined ? undefined : section.find('category', category);
  const trail = [
    ...(group ? [{ label: group.name, path: group.path, lang: section.lang }] : []),
    { label: post.title, lang: view.lang },
  ];
  const translations = plan.translations(entry).map(({ entry: one, lang }) => ({ lang, path: one.url }));
  const about = html`${
    post.editors.length > 0 &&
    html`<p class="names">${view.word('editedBy')} ${people(view, post.editors, 'editor')}</p>
`
  }${names(view, 'category', post.categories)}${names(view, 'tag', post.tags)}${comments(view, post.comments, links)}`;
  const content = body.html(image !== undefined && !isShown);
  const problems = problemList(extras.problems ?? [], content, extras.old);
  const main = html`${statusBanner(view, post)}${problems}<article class="h-entry">
<header>
<h1 class="p-name">${post.title}</h1>
${
  post.summary &&
  !body.beginsWith(post.summary) &&
  html`<p class="p-summary">${post.summary}</p>
`
}${meta(view, entry, body.hasByline)}</header>
${!isShown && image && figure(view, image)}<div class="e-content">
${content}</div>
${
  about.html !== '' &&
  html`<footer>
${about}</footer>
`
}<p hidden><a class="u-url" href="${view.href(entry.url)}">${post.title}</a></p>
</article>
${neighbours(view, page, group?.name)}`;
  const parts = { title: post.title, description, post, trail, main, translations, image };
  return { view, text: layout(view, { ...parts, data: structuredData(view, post, parts) }, extras) };
}

/** Who wrote it, who took the photos unless the text says so, and when. */
function meta(view: View, { post }: FeedEntry, hasByline: boolean): Html {
  const dot = html` <span aria-hidden="true">·</span> `;
  const parts = [
    ...credits(view, post, hasByline),
    view.time(post.date, 'dt-published'),
    ...(post.updated ? [html`${view.word('updated')} ${view.time(post.updated, 'dt-updated')}`] : []),
  ];
  return html`<p class="meta">${parts.map((part, index) => html`${index > 0 && dot}${part}`)}</p>
`;
}

function figure(view: View, { href, alt, size, credit, creditUrl }: Cover): Html {
  const name = creditUrl === undefined ? credit : html`<a href="${creditUrl}">${credit}</a>`;
  return html`<figure class="cover">
<img class="u-photo" src="${href}" alt="${alt}"${size && html` width="${size.width}" height="${size.height}"`} decoding="async">
${
  credit !== undefined &&
  html`<figcaption>${view.word('photo')} ${name}</figcaption>
`
}</figure>
`;
}
