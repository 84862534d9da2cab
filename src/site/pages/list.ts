/** The pages that list posts. */
import type { FeedEntry } from '../../feed/feed.ts';
import { dayOf } from '../../post/fields/date.ts';
import { renderBody } from '../body/body.ts';
import { attributes, type Html, html, type Value } from '../html/html.ts';
import { layout } from '../parts/layout.ts';
import { people } from '../parts/people.ts';
import { statusMark } from '../parts/status.ts';
import { entriesOn, pathOfPage } from '../plan/lists.ts';
import type { Extras, ListPage, SitePlan } from '../site.ts';
import { languageOfPost, sourceOf } from '../source.ts';
import { createView, languageMarks, type View } from '../view.ts';
import type { Word } from '../words.ts';

/** Renders a page of a list: of it, only the posts that it shows are read. */
export function renderList(page: ListPage, plan: SitePlan, extras: Extras): { text: string; view: View } {
  const view = createView(plan, page, page.section.lang);
  const isHome = page.kind === 'home';
  const numbered = page.number > 1 ? `${view.text('page')} ${page.number}` : undefined;
  const heading = [isHome ? undefined : page.name, numbered].filter((part) => part !== undefined).join(' · ');
  const main = html`<h1${isHome && page.number === 1 && html` class="hidden"`}>${headingOf(view, page)}</h1>
${
  page.entries.length === 0 &&
  html`<p>${view.word('noPosts')}</p>
`
}${
  page.entries.length > 0 &&
  html`<ol class="posts h-feed">
${entriesOn(page).map((entry) => plan.itemOf(entry, page.section, () => item(view, entry)))}</ol>
`
}${pager(view, page)}${isHome && page.number === 1 && browse(view)}`;
  const parts = {
    title: heading === '' ? undefined : heading,
    description: isHome ? (plan.site.config.site.description ?? plan.site.config.description) : undefined,
    trail: trailOf(view, page),
    translations: isHome && page.number === 1 ? homes(plan) : [],
    main,
  };
  return { view, text: layout(view, parts, extras) };
}

/** The home pages of all languages. */
function homes({ sections }: SitePlan): { lang: string; path: string }[] {
  return sections.length === 1 ? [] : sections.map(({ lang, prefix }) => ({ lang, path: `${prefix}/` }));
}

function headingOf(view: View, { kind, name, number }: ListPage): Value {
  const own = kind === 'home' ? view.word('posts') : name;
  return number === 1 ? own : html`${own} · ${view.word('page')} ${number}`;
}

function trailOf(view: View, { kind, name, number, first }: ListPage) {
  const own = kind === 'home' ? [] : [{ label: name, path: first }];
  return number === 1 ? own : [...own, { label: `${view.text('page')} ${number}` }];
}

function item(view: View, entry: FeedEntry): Html {
  const { post, url } = entry;
  const lang = languageOfPost(entry, view.plan);
  const summary = post.summary || excerpt(view, entry);
  return html`<li><article class="h-entry"${attributes(languageMarks(lang, view.lang))}>
<h2><a class="p-name u-url" href="${view.href(url)}">${post.title}</a>${statusMark(view, post)}</h2>
<p class="meta"${attributes(languageMarks(view.lang, lang))}>${view.time(post.date, 'dt-published')}${post.authors.length > 0 && html` · ${people(view, post.authors)}`}</p>
${
  summary !== '' &&
  html`<p class="p-summary">${summary}</p>
`
}</article></li>
`;
}

/** Ways to older posts: the categories and the years. */
function browse(view: View): Value {
  const { section } = view.page;
  const years = [...new Set(section.entries.map(({ post }) => dayOf(post.date).slice(0, 4)))];
  const links = (word: Word, items: readonly { label: string; path: string }[]): Value =>
    items.length > 1 &&
    html`<nav class="browse" aria-label="${view.text(word)}">
<h2>${view.word(word)}</h2>
<ul>
${items.map(
  ({ label, path }) => html`<li><a href="${view.href(path)}">${label}</a></li>
`,
)}</ul>
</nav>
`;
  return html`${links(
    'categories',
    section.groups('category').map(({ name, path }) => ({ label: name, path })),
  )}${links(
    'years',
    years.map((year) => ({ label: year, path: `${section.prefix}/${year}/` })),
  )}`;
}

/** The beginning of a post without a summary. Only for it is the body read. */
function excerpt(view: View, entry: FeedEntry): string {
  return renderBody(entry.readBody(), sourceOf(entry, view.plan), {
    ...view,
    assets: new Map(),
    links: new Map(),
  }).excerpt();
}

function pager(view: View, { number, pages, first }: ListPage): Value {
  if (pages === 1) return false;
  return html`<nav class="pager" aria-label="${view.text('pages')}">
${
  number > 1 &&
  html`<a rel="prev" href="${view.href(pathOfPage(first, number - 1))}">${view.word('newer')}</a>
`
}<span>${view.word('page')} ${number} ${view.word('pageOf')} ${pages}</span>
${
  number < pages &&
  html`<a rel="next" href="${view.href(pathOfPage(first, number + 1))}">${view.word('older')}</a>
`
}</nav>
`;
}
