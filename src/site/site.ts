/** What the pages of a blog are made from, and what they are made into. All of it is plain data. */
import type { Config } from '../blog/config/config.ts';
import type { createLanguageNamer } from '../blog/languages.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { NameFinder } from '../feed/configuredNames.ts';
import type { Renderer } from '../feed/content.ts';
import type { FeedEntry } from '../feed/feed.ts';
import type { FeedPlan } from '../feed/plan.ts';
import type { Surroundings } from '../feed/urls.ts';
import type { StatusFields } from '../post/post.ts';
import type { FormatDate } from './dates.ts';
import type { Html } from './html/html.ts';
import type { Direction } from './languages.ts';
import type { PageLink } from './pageLink.ts';
import type { Section } from './plan/sections.ts';
import type { Translation } from './plan/translations.ts';

/** The site URL of a preview where the config has none: no page then says where it is published (RFC 2606, 2). */
export const unknownSiteUrl = 'https://blog.invalid';

/** Everything that pages are made from. */
export interface Site {
  config: Config;
  /** The valid posts, in any order. Their URLs are absolute. A build shows only those that are published at `now` (ms). */
  entries: readonly FeedEntry[];
  now: number;
  mode: 'build' | 'preview';
  /** The files of `_site/` in the posts folder. */
  texts: readonly SiteText[];
  /** As for feeds. `siteUrl` is `unknownSiteUrl` where the config has none. */
  surroundings: Surroundings;
  renderer: Renderer;
  /** A file of the folder `static`, by its path there; undefined where there is none. */
  staticFile?(path: string): { path: string } | undefined;
  /** The size of an image in pixels; undefined where it is not known. */
  imageSize?(asset: Pick<Asset, 'folder' | 'file'>): ImageSize | undefined;
  /** The name of another program whose theme readers see: Hugo, Jekyll, Astro. */
  generator?: string | undefined;
}

export interface ImageSize {
  width: number;
  height: number;
}

/** A file `_site/NAME.md`. */
export interface SiteText {
  /** For messages, as `Post.file`. */
  file: string;
  /** `_site/accessibility.md`, `_site/accessibility.cy.md`. */
  inPosts: string;
  /** The whole text, front matter included. */
  text: string;
}

/** A page of `_site/` as far as its status goes. */
export interface TimedText {
  post: StatusFields & { title: string };
}

/** A page, or another text that is published beside the pages. */
export type Page =
  | PostPage
  | ListPage
  | TextPage
  | RedirectPage
  | (BasePage & { kind: 'not-found' | 'feed-view' | 'stylesheet' | 'sitemap' | 'robots' | 'nojekyll' });

export type PageKind = Page['kind'];

export interface BasePage {
  kind: string;
  /** The path of its URL below the site’s own, percent-encoded: `/2018/07/visit/`, `/style.css`. */
  path: string;
  /** The file that it comes from, or what it lists; for messages. */
  source: string;
  section: Section;
}

export interface PostPage extends BasePage {
  kind: 'post';
  entry: FeedEntry;
  /** The posts before and after it in its first category. */
  older?: FeedEntry | undefined;
  newer?: FeedEntry | undefined;
}

export interface ListPage extends BasePage {
  kind: 'home' | 'category' | 'tag' | 'author' | 'year';
  /** What it lists; the title of the blog on the home page. */
  name: string;
  /** All its posts, of which it shows those of page `number`, from 1, of `pages`. */
  entries: readonly FeedEntry[];
  /** The path of its first page. */
  first: string;
  number: number;
  pages: number;
}

/** A page of `_site/`. */
export interface TextPage extends BasePage {
  kind: 'text';
  text: SiteText;
  title: string;
  /** BCP 47. */
  lang: string;
  /** Markdown, without the heading that is the title, and the line of the file on which it begins. */
  body: string;
  line: number;
  /** What says whether readers may see it. */
  status: StatusFields;
}

/** What stands at a former URL of a post. */
export interface RedirectPage extends BasePage {
  kind: 'redirect';
  entry: FeedEntry;
}

/** Every page of a site by its path, what is wrong with them as a whole, and what rendering needs. */
export interface SitePlan {
  site: Site;
  /** The page at a path. Home pages are there before all others are planned. */
  pageAt(path: string): Page | undefined;
  readonly pages: ReadonlyMap<string, Page>;
  readonly problems: readonly SiteProblem[];
  sections: readonly Section[];
  /** The feeds, as `blog feed --all` names them. */
  feeds: readonly FeedPlan[];
  /** All pages of `_site/`, with what says when they are public. */
  timedTexts: readonly TimedText[];
  /** Those of the site, which know the pages of `_site/`, too. */
  surroundings: Surroundings;
  /** Links at the end of every page, by the prefix of the section. */
  footers: ReadonlyMap<string, readonly { label: string; url: string }[]>;
  /** All translations of a post, itself included; none of a post in one language. */
  translations(entry: FeedEntry): readonly Translation[];
  /** A post in the lists of a section: in a build, which shows each in several, only the first call makes it. */
  itemOf(entry: FeedEntry, section: Section, make: () => Html): Html;
  /** The language of a post as the config names it. */
  languageOf: ReturnType<typeof createLanguageNamer>;
  /** The direction of the script in which a language is written. */
  directionOf(lang: string): Direction;
  formatDate: FormatDate;
  names: NameFinder;
}

/** What is wrong with paths of pages. An error means that two pages have one path, and only the first is in the plan. */
export interface SiteProblem {
  severity: 'error' | 'warning';
  /** The file to change. */
  file: string;
  message: string;
  hint?: string;
}

/** A file that a page refers to. */
export interface Asset {
  /** The path of its URL below the site’s own, percent-encoded: `/images/round-table.png`. */
  path: string;
  /** The folder that it is in: that of the posts, that of `static`, or that of the config. */
  folder: 'posts' | 'static' | 'root';
  /** Its path in that folder, with `/`. */
  file: string;
  /** Whether a page shows it, or only links to it. */
  use: 'image' | 'link' | 'stylesheet';
}

/** A rendered page. */
export interface Rendered {
  /** Its media type. */
  type: string;
  text: string;
  /** The files that it refers to. */
  assets: readonly Asset[];
  /** Its other links and images on the host of the site. */
  links: readonly PageLink[];
}

/** What only some pages of a preview have. */
export interface Extras {
  /** The body of the post as it is now, and the line of its file on which it begins. */
  body?: { text: string; line: number } | undefined;
  /** What is wrong with the post. */
  problems?: readonly Diagnostic[] | undefined;
  /** What the page shows as it was before the post was broken. */
  old?: 'fields' | 'post' | undefined;
  /** The posts that have never been valid, and so have no page, and where their problems are shown. */
  broken?: readonly { file: string; href: string }[] | undefined;
  /** A message above the page, such as what is wrong with the config. */
  notice?: string | undefined;
  /** The URL paths of the script of the preview and of its events. */
  script?: { src: string; events: string } | undefined;
}
