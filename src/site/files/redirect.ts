/** What stands at a former URL of a post. */
import { attributes, html } from '../html/html.ts';
import { directionOf } from '../languages.ts';
import type { RedirectPage, SitePlan } from '../site.ts';
import { languageOfPost } from '../source.ts';
import { createView } from '../view.ts';

/** A page that leads to a post at once, and has a link for whoever it does not. */
export function renderRedirect(page: RedirectPage, plan: SitePlan): string {
  const { post, url } = page.entry;
  const lang = languageOfPost(page.entry, plan);
  const view = createView(plan, page, lang);
  const href = view.href(url);
  const dir = directionOf(lang);
  return html`<!DOCTYPE html>
<html${attributes({ lang, dir: dir === 'rtl' && dir })}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="0; url=${href}">
<title>${view.text('moved')} · ${view.blog}</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="${view.publicUrl(url) ?? href}">
</head>
<body>
<main>
<h1>${view.word('moved')}</h1>
<p>${view.word('movedText')} <a href="${href}">${post.title}</a></p>
</main>
</body>
</html>
`.html;
}
