/** Planned pages → texts. */
import { stylesheet } from './files/stylesheet.ts';
import { renderList } from './pages/list.ts';
import { renderNotFound } from './pages/notFound.ts';
import { renderPost } from './pages/post.ts';
import type { Extras, Page, Rendered, SitePlan } from './site.ts';

/** Renders one page of a plan. Throws UserError if the HTML of a post would be unsafe in spite of sanitising. */
export function renderPage(page: Page, plan: SitePlan, extras: Extras = {}): Rendered {
  const { text, view, type = 'text/html; charset=utf-8' } = render(page, plan, extras);
  return { type, text, assets: view ? [...view.assets.values()] : [] };
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
      return { text: stylesheet, type: 'text/css; charset=utf-8' };
    default:
      return { text: '', type: 'text/plain; charset=utf-8' };
  }
}
