/** Elements → items, and what the channel says of the site. */
import type { ExportComment, ExportItem, ExportPlace, ExportSite, ExportTerm, ItemTerm } from '../types.ts';
import { childrenOf, numberOf, textOf, type XmlNode } from './tree.ts';

/** An `item` element as an item. */
export function toItem(node: XmlNode, place: ExportPlace): ExportItem {
  const text = (name: string): string => textOf(node, name);
  const guid = node.children.find(({ name }) => name === 'guid');
  return {
    place,
    id: numberOf(node, 'wp:post_id'),
    type: text('wp:post_type'),
    status: text('wp:status'),
    title: text('title'),
    link: text('link'),
    guid: guid?.text ?? '',
    isGuidPermalink: guid !== undefined && guid.attributes['isPermaLink'] !== 'false',
    creator: text('dc:creator'),
    name: text('wp:post_name'),
    pubDate: text('pubDate'),
    date: text('wp:post_date'),
    dateGmt: text('wp:post_date_gmt'),
    modified: text('wp:post_modified'),
    modifiedGmt: text('wp:post_modified_gmt'),
    parent: numberOf(node, 'wp:post_parent') ?? 0,
    password: readPassword(node),
    isSticky: text('wp:is_sticky') === '1',
    commentStatus: text('wp:comment_status'),
    content: text('content:encoded'),
    excerpt: text('excerpt:encoded'),
    terms: toItemTerms(childrenOf(node, 'category')),
    meta: childrenOf(node, 'wp:postmeta').map((meta) => ({
      key: textOf(meta, 'wp:meta_key'),
      value: textOf(meta, 'wp:meta_value'),
    })),
    comments: childrenOf(node, 'wp:comment').map(toComment),
    attachmentUrl: text('wp:attachment_url'),
  };
}

/** The password; spaces are one, unless a program that laid out the file has put spaces around everything. */
function readPassword(node: XmlNode): string {
  const password = textOf(node, 'wp:post_password');
  const isLaidOut = node.children.some(({ name, isPadded }) => name === 'wp:post_type' && isPadded);
  return isLaidOut && password.trim() === '' ? '' : password;
}

/** WXR 1.0 writes each term twice, once without its slug, and calls tags “tag”. */
function toItemTerms(nodes: readonly XmlNode[]): ItemTerm[] {
  const all = nodes.map(({ attributes: { domain = '', nicename = '' }, text: name }) => {
    const term = { domain: domain === '' ? 'category' : domain === 'tag' ? 'post_tag' : domain, nicename, name };
    // Without a domain it may be the name of a tag that follows with its own.
    return { term, key: `${domain === '' ? '' : term.domain}\0${name}` };
  });
  const withSlugs = new Set<string>();
  for (const { term, key } of all) if (term.nicename !== '') withSlugs.add(key).add(`\0${term.name}`);
  return all.filter(({ term, key }) => term.nicename !== '' || !withSlugs.has(key)).map(({ term }) => term);
}

function toComment(node: XmlNode): ExportComment {
  const text = (name: string): string => textOf(node, `wp:comment_${name}`);
  return {
    id: numberOf(node, 'wp:comment_id'),
    author: text('author'),
    url: text('author_url'),
    date: text('date'),
    dateGmt: text('date_gmt'),
    content: text('content'),
    approved: text('approved'),
    type: text('type'),
    parent: numberOf(node, 'wp:comment_parent') ?? 0,
  };
}

/** A site of which nothing is known yet. */
export function emptySite(): ExportSite {
  return { title: '', description: '', url: '', language: '', version: '', authors: [], terms: [] };
}

const texts: Readonly<Record<string, 'title' | 'description' | 'language' | 'version'>> = {
  title: 'title',
  description: 'description',
  language: 'language',
  'wp:wxr_version': 'version',
};

/** Adds what an element of the channel says to a site; returns whether it is one that this reads. */
export function readChannel(node: XmlNode, site: ExportSite): boolean {
  const field = Object.hasOwn(texts, node.name) ? texts[node.name] : undefined;
  if (field !== undefined) {
    if (site[field] === '') site[field] = node.text;
    return true;
  }
  switch (node.name) {
    case 'link':
      if (site.url === '') site.url = withoutSlash(node.text);
      return true;
    case 'wp:base_blog_url':
      if (node.text !== '') site.url = withoutSlash(node.text);
      return true;
    case 'wp:author':
      site.authors.push({
        login: textOf(node, 'wp:author_login'),
        displayName: textOf(node, 'wp:author_display_name'),
        firstName: textOf(node, 'wp:author_first_name'),
        lastName: textOf(node, 'wp:author_last_name'),
      });
      return true;
    case 'wp:category':
      site.terms.push(toTerm(node, 'category', 'wp:category_nicename', 'wp:cat_name', 'wp:category_parent'));
      return true;
    case 'wp:tag':
      site.terms.push(toTerm(node, 'post_tag', 'wp:tag_slug', 'wp:tag_name', ''));
      return true;
    case 'wp:term':
      site.terms.push(toTerm(node, textOf(node, 'wp:term_taxonomy'), 'wp:term_slug', 'wp:term_name', 'wp:term_parent'));
      return true;
    default:
      return false;
  }
}

function toTerm(node: XmlNode, taxonomy: string, slug: string, name: string, parent: string): ExportTerm {
  const id = numberOf(node, 'wp:term_id');
  const term = { taxonomy, slug: textOf(node, slug), name: textOf(node, name), parent: textOf(node, parent) };
  return id === undefined ? term : { ...term, id };
}

function withoutSlash(url: string): string {
  return url.endsWith('/') ? url.slice(0, -1) : url;
}
