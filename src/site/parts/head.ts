/** What a page tells browsers, search engines and other programs about itself. */
import { attributes, type Html, html } from '../html/html.ts';
import { titleOf } from '../plan/plan.ts';
import type { View } from '../view.ts';

export interface HeadParts {
  /** Undefined on the home page. */
  title?: string | undefined;
  description?: string | undefined;
}

/** The content of `head`. */
export function head(view: View, { title, description }: HeadParts): Html {
  const { plan, page } = view;
  const { site } = plan;
  const blog = titleOf(site);
  const canonical = page.kind === 'not-found' ? undefined : view.publicUrl(page.path);
  const own = view.siteFile('stylesheet');
  return html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === undefined ? blog : `${title} · ${blog}`}</title>
${
  description &&
  html`<meta name="description" content="${description}">
`
}${
  canonical !== undefined &&
  html`<link rel="canonical" href="${canonical}">
`
}<link rel="stylesheet" href="${view.href('/style.css')}">
${
  own &&
  html`<link rel="stylesheet" href="${own.href}"${attributes({})}>
`
}`;
}
