/** What every page has around its main part. */
import { attributes, type Html, html, script, type Value } from '../html/html.ts';
import { nameOfLanguage } from '../languages.ts';
import { titleOf } from '../plan/plan.ts';
import type { Extras } from '../site.ts';
import { languageMarks, type View } from '../view.ts';
import { footer } from './footer.ts';
import { type HeadParts, head } from './head.ts';
import { brokenPosts } from './problems.ts';

export interface PageParts extends HeadParts {
  /** The steps of the breadcrumb after “Home”; the last one is the page itself. None on the home page. */
  trail: readonly { label: string; path?: string; lang?: string | undefined }[];
  main: Html;
}

/** A whole page. */
export function layout(view: View, parts: PageParts, extras: Extras = {}): string {
  const { lang, page, plan } = view;
  const dir = plan.directionOf(lang);
  const whole = html`<!DOCTYPE html>
<html${attributes({ lang, dir: dir === 'rtl' && dir })}>
<head>
${head(view, parts)}${extras.script && script(extras.script.src, extras.script.events)}</head>
<body>
<a class="skip" href="#main">${view.word('skip')}</a>
${banner(view, parts)}${parts.trail.length > 0 && breadcrumb(view, parts.trail)}<main id="main" tabindex="-1" data-kind="${page.kind}">
${
  extras.notice !== undefined &&
  html`<p class="notice" role="status">${extras.notice}</p>
`
}${themeNotice(view)}${brokenPosts(extras.broken ?? [])}${parts.main}</main>
${footer(view)}</body>
</html>
`;
  return whole.html;
}

function banner(view: View, { translations = [] }: PageParts): Html {
  const { plan, page } = view;
  const { config } = plan.site;
  const { section } = page;
  const title = titleOf(plan.site);
  const description = config.site.description ?? config.description;
  const marks = attributes(languageMarks(plan.sections[0]?.lang ?? view.lang, view.lang));
  const isMarked = marks.html !== '';
  return html`<header class="banner">
<p class="site-title"><a href="${view.href(`${section.prefix}/`)}"${marks}>${logo(view)}${title}</a></p>
${
  description !== undefined &&
  html`<p class="site-description">${isMarked ? html`<span${marks}>${description}</span>` : description}</p>
`
}${languages(view, translations)}</header>
`;
}

/** Links to the same page in other languages. */
function languages(view: View, translations: NonNullable<PageParts['translations']>): Value {
  const others = translations.filter(({ lang }) => lang !== view.lang);
  if (others.length === 0) return false;
  return html`<nav class="languages" aria-label="${view.text('languages')}">
<ul>
${others.map(
  ({
    lang,
    path,
  }) => html`<li><a href="${view.href(path)}" hreflang="${lang}"${attributes(languageMarks(lang, view.lang))}>${nameOfLanguage(lang)}</a></li>
`,
)}</ul>
</nav>
`;
}

function logo(view: View): Value {
  const src = view.siteFile('logo');
  return src !== undefined && html`<img class="logo" src="${src.href}" alt=""${attributes({ ...src.size })}> `;
}

function breadcrumb(view: View, trail: PageParts['trail']): Html {
  const { section } = view.page;
  const last = trail.length - 1;
  return html`<nav class="breadcrumb" aria-label="${view.text('breadcrumb')}">
<p>${view.word('here')}</p>
<ol>
<li><a href="${view.href(`${section.prefix}/`)}">${view.word('home')}</a></li>
${trail.map(({ label, path, lang }, index) => {
  const marks = attributes(languageMarks(lang ?? view.lang, view.lang));
  if (path === undefined || index === last)
    return html`<li${index === last && html` aria-current="page"`}${marks}>${label}</li>
`;
  return html`<li><a href="${view.href(path)}"${marks}>${label}</a></li>
`;
})}</ol>
</nav>
`;
}

/** In a preview beside another program: its theme is not shown. */
function themeNotice({ plan }: View): Value {
  const { generator, mode } = plan.site;
  if (generator === undefined || mode === 'build') return false;
  return html`<p class="notice" lang="en">Readers see these posts in the theme of ${generator}, which this preview does not show.</p>
`;
}
