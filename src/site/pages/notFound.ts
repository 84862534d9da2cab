/** The page for URLs that do not exist, and in a preview for posts that cannot be shown yet. */
import type { Diagnostic } from '../../diagnostic.ts';
import { html } from '../html/html.ts';
import { layout } from '../parts/layout.ts';
import { problemList } from '../parts/problems.ts';
import type { Extras, Page, SitePlan } from '../site.ts';
import { createView, type View } from '../view.ts';

/** Renders the page that a server shows for a URL that does not exist; with `extras.problems`, for a post that they keep from having one. */
export function renderNotFound(page: Page, plan: SitePlan, extras: Extras): { text: string; view: View } {
  const view = createView(plan, page, page.section.lang);
  if (extras.problems) return renderBroken(view, extras.problems, extras);
  const title = view.text('notFound');
  const main = html`<h1>${view.word('notFound')}</h1>
<p>${view.word('notFoundText')}</p>
<p><a href="${view.href(`${page.section.prefix}/`)}">${view.word('notFoundLink')}</a></p>
`;
  return { view, text: layout(view, { title, trail: [{ label: title }], main }, extras) };
}

function renderBroken(view: View, problems: readonly Diagnostic[], extras: Extras): { text: string; view: View } {
  const title = 'This post has no page yet';
  const main = html`<h1 lang="en">${title}</h1>
<p lang="en">Fix this and save the post: its page then appears here.</p>
${problemList(problems)}`;
  return { view, text: layout(view, { title, trail: [{ label: title, lang: 'en' }], main }, extras) };
}
