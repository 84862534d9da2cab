/** The shape of the test export: a blog as its WordPress has it, each item beside what must become of it. */

/** A term as the database has it: its name is HTML, so that “&” is “&amp;”. */
export interface SampleTerm {
  taxonomy: string;
  slug: string;
  name: string;
  /** The slug of the term above it. */
  parent?: string;
}

export interface SampleComment {
  author: string;
  content: string;
  /** `1` (default), `0`, `spam` or `trash`. */
  approved?: string;
  /** `comment` (default), `pingback`, `trackback` or that of a plugin. */
  type?: string;
  /** Whether it answers the comment before it. */
  isReply?: boolean;
}

/** What an item is in WordPress. Whatever is left out is as in most posts. */
export interface SampleItem {
  /** HTML, as the database has it. */
  title: string;
  /** `post_name`, percent-encoded as WordPress keeps it. */
  name: string;
  content: string;
  id?: number;
  /** Broken exports lack it. */
  hasNoId?: boolean;
  type?: string;
  status?: string;
  /** `YYYY-MM-DD HH:MM:SS` in the time of the site. */
  date?: string;
  gmt?: string;
  modified?: string;
  login?: string;
  guid?: string;
  link?: string;
  excerpt?: string;
  password?: string;
  isSticky?: boolean;
  commentStatus?: 'open' | 'closed';
  parent?: number;
  terms?: SampleTerm[];
  meta?: [key: string, value: string][];
  comments?: SampleComment[];
  /** Path in `wp-content/uploads` of an attachment. */
  file?: string;
  /** What must become of it, where that does not follow from the above by the plain rules in expected.ts. */
  becomes?: Becomes;
  /** The beginning of the reason for which it is left out. */
  skipped?: string;
}

export interface Becomes {
  file?: string;
  /** Fields that differ; undefined takes one away. */
  fields?: Record<string, unknown>;
  /** The Markdown below the front matter (default: the content). */
  text?: string;
  /** What the report says was lost, as `kind: what`. */
  losses?: string[];
}

export interface NumberedItem extends SampleItem {
  id: number;
  date: string;
  gmt: string;
  link: string;
  guid: string;
}

export interface SampleAuthor {
  login: string;
  display: string;
  first: string;
  last: string;
}

export interface SampleSite {
  title: string;
  url: string;
  authors: SampleAuthor[];
  terms: SampleTerm[];
  items: NumberedItem[];
}

export const siteUrl = 'https://blog.example.org';

const two = (number: number): string => String(number).padStart(2, '0');

/** Gives items their numbers, dates and URLs: one a month, as a slow blog writes them. */
export function numberItems(items: readonly SampleItem[]): NumberedItem[] {
  return items.map((item, index) => {
    const { id = 1000 + index, type = 'post', status = 'publish', name } = item;
    // In the middle of a month, so that no clock changes near it.
    const day = `${2011 + Math.floor(index / 12)}-${two((index % 12) + 1)}-${two((index % 20) + 1)}`;
    const { date = `${day} ${two(8 + (index % 12))}:30:0${index % 10}` } = item;
    const isPublic = status === 'publish' || status === 'private';
    const dated = `${siteUrl}/${date.slice(0, 10).replaceAll('-', '/')}/${name}/`;
    const own = type === 'post' ? dated : `${siteUrl}/${name}/`;
    const query = type === 'post' ? `?p=${id}` : type === 'page' ? `?page_id=${id}` : `?post_type=${type}&p=${id}`;
    const {
      gmt = isPublic || status === 'future' ? gmtOf(date) : '0000-00-00 00:00:00',
      link = isPublic && name !== '' ? own : `${siteUrl}/?p=${id}`,
      guid = item.file === undefined ? `${siteUrl}/${query}` : fileUrl(item.file),
    } = item;
    return { ...item, id, date, gmt, link, guid };
  });
}

/** The URL of a file among the uploads. */
export function fileUrl(file: string): string {
  return `${siteUrl}/wp-content/uploads/${file}`;
}

/** The offset of London at a date of the samples, none of which is near the days on which clocks change. */
export function offsetOf(date: string): string {
  const month = Number(date.slice(5, 7));
  return month >= 4 && month <= 10 ? '+01:00' : '+00:00';
}

/** A time in London as GMT. */
export function gmtOf(date: string): string {
  const instant = Date.parse(`${date.replace(' ', 'T')}${offsetOf(date)}`);
  return new Date(instant).toISOString().slice(0, 19).replace('T', ' ');
}

export const category = (name: string, slug = slugged(name)): SampleTerm => ({ taxonomy: 'category', slug, name });
export const tag = (name: string, slug = slugged(name)): SampleTerm => ({ taxonomy: 'post_tag', slug, name });
export const term = (taxonomy: string, slug: string, name = slug): SampleTerm => ({ taxonomy, slug, name });

function slugged(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}
