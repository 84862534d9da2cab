/** A page of `_site/`. */
import { renderBody } from '../body/body.ts';
import { html } from '../html/html.ts';
import { layout } from '../parts/layout.ts';
import { problemList } from '../parts/problems.ts';
import { statusBanner } from '../parts/status.ts';
import type { Extras, SitePlan, TextPage } from '../site.ts';
import { createView, type View } from '../view.ts';

/** Renders a page of `_site/`. */
export function renderText(page: TextPage, plan: SitePlan, extras: Extras): { text: string; view: View } {
  const { title, lang, path, text, body, line, status } = page;
  const view = createView(plan, page, lang);
  const url = plan.surroundings.siteUrl + path;
  const source = {
    file: text.file,
    url,
    guid: url,
    inPosts: text.inPosts,
    path: text.inPosts,
    authors: [],
    photosBy: [],
  };
  const rendered = renderBody(body, { ...source, line: plan.site.mode === 'preview' ? line : undefined }, view);
  const content = rendered.html();
  const main = html`${statusBanner(view, status, 'page')}${problemList(extras.problems ?? [], content)}<article>
<h1>${title}</h1>
${content}</article>
`;
  const description = rendered.excerpt() || undefined;
  return { view, text: layout(view, { title, description, trail: [{ label: title }], main }, extras) };
}
