/** What a page tells browsers, search engines and other programs about itself. */
import { normaliseUrl } from '../../blog/url.ts';
import { formatIso } from '../../post/fields/date.ts';
import type { Post } from '../../post/post.ts';
import { type Html, html, jsonLd, type Value } from '../html/html.ts';
import type { View } from '../view.ts';
import { feedsOf, feedTypes } from './feeds.ts';

export interface HeadParts {
  /** Undefined on the home page. */
  title?: string | undefined;
  description?: string | undefined;
  /** Of the page of a post. */
  post?: Post | undefined;
  image?: { url: string; alt: string } | undefined;
  /** The same page in several languages, itself included. */
  translations?: readonly { lang: string; path: string }[] | undefined;
  /** Structured data: https://schema.org */
  data?: unknown;
}

/** The content of `head`. */
export function head(view: View, parts: HeadParts): Html {
  const { title, description, translations = [], data } = parts;
  const { page, blog } = view;
  const url = page.kind === 'not-found' || page.kind === 'feed-view' ? undefined : view.publicUrl(page.path);
  const [own, icon] = [view.siteFile('stylesheet'), view.siteFile('logo')];
  return html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === undefined ? blog : `${title} · ${blog}`}</title>
${
  description &&
  html`<meta name="description" content="${description}">
`
}<link rel="stylesheet" href="${view.href('/style.css')}">
${
  own &&
  html`<link rel="stylesheet" href="${own.href}">
`
}${
  icon &&
  html`<link rel="icon" href="${icon.href}">
`
}${
  url !== undefined &&
  html`<link rel="canonical" href="${url}">
`
}${translations.map(
  ({ lang, path }) => html`<link rel="alternate" hreflang="${lang}" href="${view.publicUrl(path) ?? view.href(path)}">
`,
)}${feedLinks(view)}${url !== undefined && openGraph(view, parts, url)}${data !== undefined && jsonLd(data)}`;
}

function feedLinks(view: View): Value {
  return feedsOf(view).map(({ feed, title }) => {
    const path = normaliseUrl(feed.path);
    const href = view.publicUrl(path) ?? view.href(path);
    return html`<link rel="alternate" type="${feedTypes[feed.type]}" title="${title}" href="${href}">
`;
  });
}

/** https://ogp.me */
function openGraph(view: View, { title, description, post, image }: HeadParts, url: string): Value {
  const { blog, lang } = view;
  const locale = /^[a-z]{2,3}-[A-Z]{2}$/.test(lang) ? lang.replace('-', '_') : undefined;
  const properties: readonly (readonly [string, string | undefined])[] = [
    ['og:type', post ? 'article' : 'website'],
    ['og:site_name', blog],
    ['og:title', title ?? blog],
    ['og:description', description],
    ['og:url', url],
    ['og:locale', locale],
    ['og:image', image?.url],
    ['og:image:alt', image?.alt],
    ['article:published_time', post && formatIso(post.date)],
    ['article:modified_time', post?.updated && formatIso(post.updated)],
  ];
  return properties.map(
    ([name, value]) =>
      value !== undefined &&
      value !== '' &&
      html`<meta property="${name}" content="${value}">
`,
  );
}
