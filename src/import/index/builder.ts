/** What the first pass keeps of all exports. */

import { detached } from '../../post/text.ts';
import { detachedCopy } from '../detached.ts';
import { pathAt } from '../links.ts';
import type { Attachment, ExportIndex, ExportItem, ExportSite, ExportTerm } from '../types.ts';
import { emptySite } from '../wxr/item.ts';
import { createPartCollector } from './parts.ts';
import { fileKey } from './urls.ts';

/** Another site than that of the exports before. */
export interface OtherSite {
  site: ExportSite;
  before: ExportSite;
}

/** Collects what items need of one another. Of contents, only reusable blocks are kept. */
export function createIndexBuilder() {
  const site = emptySite();
  let isFirst = true;
  const attachments = new Map<number, Attachment>();
  const attachmentsByUrl = new Map<string, Attachment>();
  const blocks = new Map<number, string | undefined>();
  const guests = new Map<string, string>();
  const logins = new Set<string>();
  const terms = new Set<string>();
  const ofPosts = new Map<string, ExportTerm>();
  const withheld = new Set<string>();
  const linked = createPartCollector();

  const addItem = (item: ExportItem): void => {
    if (item.type === 'wp_block' && item.id !== undefined) {
      blocks.set(item.id, isPublic(item) ? detachedCopy(item.content) : undefined);
    }
    if (item.type === 'guest-author') guests.set(guestSlug(item), metaOf(item, 'cap-display_name') || item.title);
    else if (item.type === 'attachment' || (item.type === '' && item.attachmentUrl !== '')) {
      // What WordPress withholds lends no post its alt text and caption.
      if (/^\s*(?:private|trash)\s*$/i.test(item.status)) return;
      const attachment = detachedCopy(toAttachment(item));
      // Nothing refers to an attachment without a number but its URL.
      if (item.id !== undefined) attachments.set(attachment.id, attachment);
      const key = fileKey(attachment.url);
      if (key !== '' && !attachmentsByUrl.has(key)) attachmentsByUrl.set(key, attachment);
    }
  };

  /** Adds the parts of posts to which a post that is written links, and its categories: an export of posts alone does not list them. */
  const addPost = (item: ExportItem): void => {
    linked.add(item.content);
    for (const { domain, nicename, name } of item.terms) {
      if (domain !== 'category' || nicename === '' || ofPosts.has(nicename)) continue;
      const term = detachedCopy({ taxonomy: domain, slug: nicename, name, parent: '' });
      ofPosts.set(term.slug, term);
    }
  };

  /** Notes the categories of a post that is withheld: even their names may be for members only. */
  const withholdCategories = (item: ExportItem): void => {
    for (const { domain, nicename } of item.terms) if (domain === 'category') withheld.add(detached(nicename));
  };

  /** Adds what a file says of its site; returns both sites if it is another one. */
  const addSite = (other: ExportSite): OtherSite | undefined => {
    if (!isFirst && !isSameSite(site, other)) return { site: other, before: site };
    isFirst = false;
    for (const field of ['title', 'description', 'url', 'language', 'version'] as const) {
      if (site[field] === '') site[field] = other[field];
    }
    for (const author of other.authors) if (isNew(logins, author.login)) site.authors.push(author);
    for (const term of other.terms) if (isNew(terms, `${term.taxonomy}\0${term.slug}`)) site.terms.push(term);
    return undefined;
  };

  const build = (
    paths: ReadonlyMap<string, string>,
    earlierParts: ReadonlyMap<string, readonly string[]> = new Map(),
  ): ExportIndex => {
    for (const term of ofPosts.values()) if (isNew(terms, `category\0${term.slug}`)) site.terms.push(term);
    const shown = withParents(ofPosts.keys(), site.terms);
    site.terms = site.terms.filter(
      ({ taxonomy, slug }) => taxonomy !== 'category' || !withheld.has(slug) || shown.has(slug),
    );
    const parts = linked.build((url) => pathAt(url, site, paths), earlierParts);
    return { site, attachments, attachmentsByUrl, blocks, guests, paths, parts };
  };
  return { site, addItem, addPost, withholdCategories, addSite, build };
}

/** The slugs of categories and of all above them, which are in their URLs. */
function withParents(slugs: Iterable<string>, terms: readonly ExportTerm[]): ReadonlySet<string> {
  const parents = new Map(
    terms.filter(({ taxonomy }) => taxonomy === 'category').map(({ slug, parent }) => [slug, parent]),
  );
  const all = new Set<string>();
  for (const slug of slugs) {
    for (let at = slug; at !== '' && !all.has(at); at = parents.get(at) ?? '') all.add(at);
  }
  return all;
}

/** Whether WordPress shows a reusable block where it is used: it leaves out drafts, and what is private or has a password. */
function isPublic({ status, password }: ExportItem): boolean {
  return status.trim().toLowerCase() === 'publish' && password === '';
}

function isNew(known: Set<string>, key: string): boolean {
  const before = known.size;
  return known.add(key).size > before;
}

function isSameSite(a: ExportSite, b: ExportSite): boolean {
  return a.url === '' || b.url === '' || fileKey(a.url).toLowerCase() === fileKey(b.url).toLowerCase();
}

function metaOf({ meta }: ExportItem, key: string): string {
  return meta.find((one) => one.key === key)?.value ?? '';
}

/** Co-Authors Plus names posts and terms of guest authors `cap-…`. */
function guestSlug(item: ExportItem): string {
  return (metaOf(item, 'cap-user_login') || item.name).replace(/^cap-/, '');
}

function toAttachment(item: ExportItem): Attachment {
  const url = item.attachmentUrl || item.guid;
  const attached = metaOf(item, '_wp_attached_file');
  return {
    id: item.id ?? 0,
    url,
    title: item.title,
    alt: metaOf(item, '_wp_attachment_image_alt').trim(),
    caption: item.excerpt.trim(),
    file: attached || (/\/wp-content\/uploads\/(?:sites\/\d+\/)?([^?#]+)/.exec(url)?.[1] ?? ''),
    parent: item.parent,
  };
}
