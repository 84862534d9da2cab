/** The shapes on which the parts of the import meet. */
import type { DefaultTreeAdapterMap } from 'parse5';

/** Where something is in the exports: the file as the user named it, and the line (1-based). */
export interface ExportPlace {
  file: string;
  line: number;
}

/** What an export says of its site, in any of its files. */
export interface ExportSite {
  title: string;
  description: string;
  /** `wp:base_blog_url`, else the channel’s `link`; without a final slash. */
  url: string;
  /** As WordPress writes it: `en-GB`. */
  language: string;
  /** `wp:wxr_version`. */
  version: string;
  authors: ExportAuthor[];
  /** `wp:category`, `wp:tag` and `wp:term` of the channel. */
  terms: ExportTerm[];
}

export interface ExportAuthor {
  login: string;
  displayName: string;
  firstName: string;
  lastName: string;
}

/** A term of the channel. Names are text, entities decoded; slugs as they are, percent-encoded or not. */
export interface ExportTerm {
  /** `category`, `post_tag` or another taxonomy. */
  taxonomy: string;
  slug: string;
  name: string;
  /** The slug of the parent; empty without one. */
  parent: string;
  /** `wp:term_id`, by which Yoast SEO names the primary category of a post. */
  id?: number;
}

/** A `category` element of an item. */
export interface ItemTerm {
  domain: string;
  nicename: string;
  name: string;
}

/** An `item`, every value as it is in the XML, decoded once; an absent element is an empty text. */
export interface ExportItem {
  place: ExportPlace;
  /** `wp:post_id`; undefined where it is missing or no number. */
  id: number | undefined;
  type: string;
  status: string;
  title: string;
  link: string;
  guid: string;
  isGuidPermalink: boolean;
  /** `dc:creator`: a login. */
  creator: string;
  /** `wp:post_name`. */
  name: string;
  pubDate: string;
  /** `YYYY-MM-DD HH:MM:SS` in the site’s time, and in GMT. */
  date: string;
  dateGmt: string;
  modified: string;
  modifiedGmt: string;
  parent: number;
  password: string;
  isSticky: boolean;
  commentStatus: string;
  content: string;
  excerpt: string;
  terms: ItemTerm[];
  meta: { key: string; value: string }[];
  comments: ExportComment[];
  /** `wp:attachment_url`. */
  attachmentUrl: string;
}

/** A comment. Its e-mail address and IP address are never read. */
export interface ExportComment {
  id: number | undefined;
  author: string;
  url: string;
  date: string;
  dateGmt: string;
  content: string;
  /** `1`, `0`, `spam`, `trash`. */
  approved: string;
  /** Empty or `comment`; `pingback`, `trackback`, others of plugins. */
  type: string;
  parent: number;
}

/** A part of an export that could not be read, or only with a repair: the message says which. */
export interface ExportFault {
  place: ExportPlace;
  message: string;
  /** Whether something was lost, so that the exit status is 1. */
  isLoss: boolean;
}

/** What does not arrive as it was: something of the text or the fields of one item. */
export interface Loss {
  /** Such as `shortcode`, `form`, `script`, `block`, `image`, `link`, `comment`, `field`, `structure`. */
  kind: string;
  /** In words, for the report: “[contact-form-7] left out”, “latest posts (a block that WordPress fills in)”. */
  what: string;
  count: number;
}

/** An attachment that posts may use. */
export interface Attachment {
  id: number;
  url: string;
  title: string;
  alt: string;
  caption: string;
  /** Path in `wp-content/uploads`, from `_wp_attached_file` or the URL. */
  file: string;
  parent: number;
}

/** What the first pass keeps of all exports, so that items can be turned into posts one by one. */
export interface ExportIndex {
  site: ExportSite;
  attachments: ReadonlyMap<number, Attachment>;
  /** By URL without scheme, host’s `www.` and size suffix. */
  attachmentsByUrl: ReadonlyMap<string, Attachment>;
  /** Reusable blocks (`wp_block`): post id → content; undefined for those that WordPress does not show. */
  blocks: ReadonlyMap<number, string | undefined>;
  /** Guest authors (`guest-author` items, Co-Authors Plus): slug without `cap-` → name. */
  guests: ReadonlyMap<string, string>;
  /** Items that will be written: former URL without scheme and final slash → path in the posts folder. */
  paths: ReadonlyMap<string, string>;
  /** The places in posts to which posts link: path in the posts folder → their names. */
  parts: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What the text of an item may look up. */
export interface TextContext {
  index: ExportIndex;
  /** `wp:post_id`: a gallery without ids shows what was uploaded to the post. */
  postId?: number | undefined;
  /** Its title, on one line, which a heading at the beginning may repeat; empty if it has none. */
  title?: string | undefined;
  /** Path of the post in the posts folder, with `/`. */
  path: string;
  /** What to write for the URL of an image or file: a relative path where it was copied, else the URL. */
  resolveFile: (url: string) => string;
  /** What to write for a link: a relative path where it leads to another post of the import, else the URL. */
  resolveLink: (url: string) => string;
  /** In the site’s time, `YYYY-MM-DD HH:MM:SS`: what is shown for a time only is shown now or not. */
  now?: string | undefined;
  /** The post’s meta field `footnotes`, where the block editor keeps their texts as JSON. */
  footnotes?: string | undefined;
}

/** HTML, read. */
export interface HtmlSource {
  html: string;
  nodes: readonly DefaultTreeAdapterMap['childNode'][];
}

/** The Markdown of a text, and what of it was lost. */
export interface TextResult {
  markdown: string;
  losses: Loss[];
  /** The HTML that became Markdown, as WordPress would show it, and its nodes without a heading that repeats the title. */
  source: HtmlSource;
}
