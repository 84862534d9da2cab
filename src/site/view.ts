/** What the parts of one page share: its language, its words and its links. */
import { joinUrl } from '../blog/url.ts';
import type { PostDate } from '../post/fields/date.ts';
import { dayOf, formatIso } from '../post/fields/date.ts';
import { encodeParts } from '../post/fields/permalink.ts';
import { attributes, type Html, html, type Value } from './html/html.ts';
import { directionOf, isSameLanguage } from './languages.ts';
import type { PageLink } from './pageLink.ts';
import { titleOf } from './plan/plan.ts';
import { basePath, createHrefs } from './plan/urls.ts';
import type { Asset, ImageSize, Page, SitePlan } from './site.ts';
import { unknownSiteUrl } from './site.ts';
import { type Word, wordsIn } from './words.ts';

export interface View {
  plan: SitePlan;
  page: Page;
  /** The language of the page, BCP 47. */
  lang: string;
  /** The title of the blog. */
  blog: string;
  /** The files that the page refers to, which its parts add. */
  assets: Map<string, Asset>;
  /** The links and images of its text to what is no such file, but on the host of the site, by their URLs. */
  links: Map<string, PageLink>;
  /** A word of ours as text, with what belongs to it, such as a colon, marked where it is not in the language of the page. */
  word(word: Word, after?: string): Value;
  /** A word of ours for an attribute. */
  text(word: Word): string;
  /** A word of ours with a number, if the page has more than one: “Table”, “Table 2”. */
  number(word: Word): string;
  /** The link to a path below the site’s own, or to an absolute URL. */
  href(target: string): string;
  /** The absolute URL of a path; undefined while nobody knows where the site will be published. */
  publicUrl(path: string): string | undefined;
  time(date: PostDate, className?: string): Html;
  /** The stylesheet or logo of the config. */
  siteFile(name: 'stylesheet' | 'logo'): { href: string; size?: ImageSize | undefined } | undefined;
}

/** The view of a page in a language. */
export function createView(plan: SitePlan, page: Page, lang: string): View {
  const { siteUrl } = plan.site.surroundings;
  const ours = wordsIn(lang);
  const isOurs = isSameLanguage(ours.lang, lang);
  const mark = isOurs ? undefined : attributes(languageMarks(ours.lang, lang));
  const assets = new Map<string, Asset>();
  const counts = new Map<Word, number>();
  const hrefOf = createHrefs(siteUrl);
  const base = basePath(siteUrl);
  const href = (target: string): string => (target.startsWith('/') ? base + target : hrefOf(target));
  return {
    plan,
    page,
    lang,
    blog: titleOf(plan.site),
    assets,
    links: new Map(),
    word: (word, after = '') => {
      const text = ours.words[word] + after;
      return mark ? html`<span${mark}>${text}</span>` : text;
    },
    text: (word) => ours.words[word],
    number: (word) => {
      const count = (counts.get(word) ?? 0) + 1;
      counts.set(word, count);
      return count === 1 ? ours.words[word] : `${ours.words[word]} ${count}`;
    },
    href,
    publicUrl: (path) => (siteUrl === unknownSiteUrl ? undefined : joinUrl(siteUrl, path)),
    time: (date, className) => {
      const machine = date.precision === 'day' ? dayOf(date) : formatIso(date);
      return html`<time${attributes({ class: className, datetime: machine })}>${plan.formatDate(date, lang)}</time>`;
    },
    siteFile: (name) => {
      const written = plan.site.config.site[name];
      if (written === undefined || /^https?:/i.test(written))
        return written === undefined ? undefined : { href: written };
      const asset = siteAsset(written, name === 'logo' ? 'image' : 'stylesheet');
      assets.set(asset.path, asset);
      return { href: href(asset.path), size: name === 'logo' ? plan.site.imageSize?.(asset) : undefined };
    },
  };
}

/** A file that the config names, as an asset: it is published under its own name. */
export function siteAsset(written: string, use: Asset['use']): Asset {
  const file = written.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  return { path: `/${encodeParts(file)}`, folder: 'root', file, use };
}

/** The attributes of text in one language on a page, or in a part of it, in another. */
export function languageMarks(lang: string, around: string): { lang?: string; dir?: string } {
  if (lang.toLowerCase() === around.toLowerCase()) return {};
  const dir = directionOf(lang);
  return { lang, ...(dir !== directionOf(around) && { dir }) };
}
