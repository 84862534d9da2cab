/** The page for URLs that do not exist. */
import { html } from '../html/html.ts';
import { layout } from '../parts/layout.ts';
import type { Extras, Page, SitePlan } from '../site.ts';
import { createView, type View } from '../view.ts';

/** Renders the page that a server shows for a URL that does not exist. */
export function renderNotFound(page: Page, plan: SitePlan, extras: Extras): { text: string; view: View } {
  const view = createView(plan, page, page.section.lang);
  const title = view.text('notFound');
  const main = html`<h1>${view.word('notFound')}</h1>
<p>${view.word('notFoundText')}</p>
<p><a href="${view.href(`${page.section.prefix}/`)}">${view.word('notFoundLink')}</a></p>
`;
  return { view, text: layout(view, { title, trail: [{ label: title }], main }, extras) };
}
