/** What must become of a sample item: the plain rules of docs/import.md once more, and whatever an item says itself. */
import { fileUrl, type NumberedItem, offsetOf, type SampleSite, siteUrl } from './sample.ts';

export interface ExpectedPost {
  file: string;
  fields: Record<string, unknown>;
  text: string;
  losses: string[];
}

/** The post that an item becomes. */
export function expectedPost(item: NumberedItem, site: SampleSite): ExpectedPost {
  const { date, name, title, content, status = 'publish', becomes = {} } = item;
  const { file = `${date.slice(0, 10)}-${decodeURIComponent(name)}.md`, text = content, losses = [] } = becomes;
  const isPublic = status === 'publish' || status === 'future';
  const iso = (time: string): string => `${time.replace(' ', 'T')}${offsetOf(time)}`;
  const approved = (item.comments ?? []).filter(isCarried).length;
  const names = (taxonomy: string): string[] =>
    (item.terms ?? [])
      .filter((term) => term.taxonomy === taxonomy && term.slug !== 'uncategorized')
      .map((term) => term.name.replaceAll('&amp;', '&'));
  const login = item.login ?? 'scadmin';
  const author = site.authors.find((one) => one.login === login)?.display;
  const all: Record<string, unknown> = {
    title: title.replaceAll('&amp;', '&'),
    date: iso(date),
    ...(item.modified !== undefined && { updated: iso(item.modified) }),
    id: item.guid === '' ? undefined : item.guid,
    permalink: item.link.includes('?') ? undefined : item.link.slice(siteUrl.length),
    authors: author === undefined ? undefined : [author],
    categories: names('category'),
    tags: names('post_tag'),
    summary: item.excerpt || undefined,
    image: imageOf(item, site),
    comments: approved === 0 && item.commentStatus === 'closed' ? false : approved,
    draft: !isPublic,
    ...(status === 'pending' && { status: 'pending' }),
    ...becomes.fields,
  };
  const isAbsent = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);
  const fields = Object.fromEntries(Object.entries(all).filter(([, value]) => !isAbsent(value)));
  return { file, fields, text, losses };
}

/** Whether a comment is a reader’s, for all to read. */
export function isCarried({ approved = '1', type = 'comment' }: { approved?: string; type?: string }): boolean {
  return approved === '1' && type === 'comment';
}

function imageOf({ meta = [] }: NumberedItem, { items }: SampleSite): unknown {
  const number = meta.find(([key]) => key === '_thumbnail_id')?.[1];
  const attachment = items.find(({ id, file }) => file !== undefined && String(id) === number);
  if (attachment?.file === undefined) return undefined;
  const alt = attachment.meta?.find(([key]) => key === '_wp_attachment_image_alt')?.[1];
  const { excerpt: credit } = attachment;
  if (alt === undefined && credit === undefined) return fileUrl(attachment.file);
  return { src: fileUrl(attachment.file), ...(alt !== undefined && { alt }), ...(credit !== undefined && { credit }) };
}
