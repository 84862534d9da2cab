/** Planned pages → texts. */
import { renderRedirect } from './files/redirect.ts';
import { writeRobots, writeSitemap } from './files/sitemap.ts';
import { previewStylesheet, stylesheet } from './files/stylesheet.ts';
import { renderFeedView } from './pages/feedView.ts';
import { renderList } from './pages/list.ts';
import { renderNotFound } from './pages/notFound.ts';
import { renderPost } from './pages/post.ts';
import { renderText } from './pages/text.ts';
import type { Extras, Page, Rendered, SitePlan } from './site.ts';

/** Renders one page of a plan. Throws UserError if the HTML of a post would be unsafe in spite of sanitising. */
export function renderPage(page: Page, plan: SitePlan, extras: Extras = {}): Rendered {
  const { text, view, type = 'text/html; charset=utf-8' } = render(page, plan, extras);
  return { type, text, assets: [...(view?.assets.values() ?? [])], links: [...(view?.links.values() ?? [])] };
}

type Result = Partial<ReturnType<typeof renderPost>> & { text: string; type?: string };

function render(page: Page, plan: SitePlan, extras: Extras): Result {
  switch (page.kind) {
    case 'post':
      return renderPost(page, plan, extras);
    case 'home':
    case 'category':
    case 'tag':
    case 'author':
    case 'year':
      return renderList(page, plan, extras);
    case 'not-found':
      return renderNotFound(page, plan, extras);
    case 'stylesheet':
      return { text: stylesheetOf(plan), type: 'text/css; charset=utf-8' };
    case 'text':
      return renderText(page, plan, extras);
    case 'feed-view':
      return renderFeedView(page, plan, extras);
    case 'redirect':
      return { text: renderRedirect(page, plan) };
    case 'sitemap':
      return { text: writeSitemap(plan), type: 'application/xml; charset=utf-8' };
    case 'robots':
      return { text: writeRobots(plan), type: 'text/plain; charset=utf-8' };
    case 'nojekyll':
      return { text: '', type: 'text/plain; charset=utf-8' };
  }
}

function stylesheetOf({ site }: SitePlan): string {
  return site.mode === 'preview' ? stylesheet + previewStylesheet : stylesheet;
}
