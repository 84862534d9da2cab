/** The names of front matter's fields. Spec section 2; the order of the aliases decides where several are given. */

export type FieldName =
  | 'title'
  | 'date'
  | 'updated'
  | 'id'
  | 'slug'
  | 'permalink'
  | 'authors'
  | 'photos_by'
  | 'byline'
  | 'categories'
  | 'tags'
  | 'summary'
  | 'draft'
  | 'published'
  | 'status'
  | 'private'
  | 'expires'
  | 'image'
  | 'image_alt'
  | 'aliases'
  | 'comments'
  | 'lang';

/** Each name that is read, and the field it means. */
export const fieldOfName: Readonly<Record<string, FieldName>> = {
  title: 'title',
  date: 'date',
  pubDate: 'date',
  publishDate: 'date',
  published_at: 'date',
  post_date: 'date',
  updated: 'updated',
  lastmod: 'updated',
  modified: 'updated',
  last_modified_at: 'updated',
  updatedDate: 'updated',
  dateModified: 'updated',
  id: 'id',
  guid: 'id',
  wordpress_id: 'id',
  slug: 'slug',
  post_name: 'slug',
  basename: 'slug',
  permalink: 'permalink',
  url: 'permalink',
  path: 'permalink',
  authors: 'authors',
  author: 'authors',
  photos_by: 'photos_by',
  photographer: 'photos_by',
  byline: 'byline',
  categories: 'categories',
  category: 'categories',
  tags: 'tags',
  tag: 'tags',
  keywords: 'tags',
  summary: 'summary',
  excerpt: 'summary',
  description: 'summary',
  standfirst: 'summary',
  deck: 'summary',
  subtitle: 'summary',
  draft: 'draft',
  published: 'published',
  status: 'status',
  private: 'private',
  expires: 'expires',
  expiryDate: 'expires',
  expirydate: 'expires',
  image: 'image',
  hero: 'image',
  heroImage: 'image',
  cover_image: 'image',
  coverImage: 'image',
  featured_image: 'image',
  photo: 'image',
  image_alt: 'image_alt',
  hero_alt: 'image_alt',
  aliases: 'aliases',
  redirect_from: 'aliases',
  comments: 'comments',
  lang: 'lang',
  language: 'lang',
};

/** Fields that other tools read and this one carries along; a config adds its own with `extra_fields`. */
const carried = `layout template type kind series weight order images toc canonical canonical_url canonicalURL
  translator translators editor editors extra params menu menus outputs markup cascade resources sitemap translationKey
  linkTitle isCJKLanguage headless build videos audio taxonomies page_template sort_by in_search_index excerpt_separator
  render_with_liquid math mathjax mermaid pin sticky top featured sidebar head header footer robots noindex hidden
  draftDate ogImage og_image social_image twitter credits license locale post_id post_type post_status post_author
  comment_status ping_status menu_order meta`;

/** Whether a field is one that nobody needs to be told about. */
export function isKnownField(name: string, extraFields: readonly string[]): boolean {
  return Object.hasOwn(fieldOfName, name) || carried.split(/\s+/).includes(name) || extraFields.includes(name);
}

/** Every name that is read, aliases included. */
export function allFieldNames(): string[] {
  return Object.keys(fieldOfName);
}
