/** The page of a post. */
import { createLanguageNamer } from '../../blog/languages.ts';
import type { FeedEntry } from '../../feed/feed.ts';
import { guidOf } from '../../post/fields/id.ts';
import { dropInvisible } from '../../post/markdown/htmlText.ts';
import { renderBody, type TextSource } from '../body/body.ts';
import { type Html, html } from '../html/html.ts';
import { layout } from '../parts/layout.ts';
import { people } from '../parts/people.ts';
import { statusBanner } from '../parts/status.ts';
import type { Extras, PostPage, SitePlan } from '../site.ts';
import { createView, type View } from '../view.ts';

/** The language of a post. */
export function languageOfPost({ post }: FeedEntry, plan: SitePlan): string {
  return createLanguageNamer(plan.site.config)(post) ?? 'en';
}

/** A post as the source of a text. */
export function sourceOf({ post, url, inPosts }: FeedEntry, plan: SitePlan): TextSource {
  const { names, surroundings } = plan;
  const guid = (post.id === undefined ? undefined : guidOf(dropInvisible(post.id), surroundings.siteUrl)) ?? url;
  const authors = post.authors.map(names.person);
  const photosBy = post.photos_by.map(names.person);
  return { file: post.file, url, guid, inPosts, path: post.path, authors, photosBy };
}

/** Renders a post’s page. */
export function renderPost(page: PostPage, plan: SitePlan, extras: Extras): { text: string; view: View } {
  const { entry, section } = page;
  const { post } = entry;
  const view = createView(plan, page, languageOfPost(entry, plan));
  const body = renderBody(extras.body?.text ?? entry.readBody(), sourceOf(entry, plan), view);
  const description = post.summary || body.excerpt();
  const [category] = post.categories;
  const group = category === undefined ? undefined : section.find('category', category);
  const trail = [
    ...(group ? [{ label: group.name, path: group.path, lang: section.lang }] : []),
    { label: post.title },
  ];
  const main = html`${statusBanner(view, post)}<article class="h-entry">
<header>
<h1 class="p-name">${post.title}</h1>
${
  post.summary &&
  html`<p class="p-summary">${post.summary}</p>
`
}${meta(view, entry)}</header>
<div class="e-content">
${body.html}</div>
</article>
`;
  return { view, text: layout(view, { title: post.title, description, trail, main }, extras) };
}

function meta(view: View, { post }: FeedEntry): Html {
  return html`<p class="meta">${post.authors.length > 0 && html`${view.word('by')} ${people(view, post.authors)} · `}${view.time(post.date, 'dt-published')}</p>
`;
}
