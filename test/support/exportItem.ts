/** Items and indices of a WordPress export, for tests of what becomes of them. */
import type { ExportComment, ExportIndex, ExportItem, ExportSite } from '../../src/import/types.ts';

/** A published post with what is given in place of its values. */
export function exportItem(given: Partial<ExportItem> = {}): ExportItem {
  return {
    place: { file: 'export.xml', line: 1 },
    id: 12,
    type: 'post',
    status: 'publish',
    title: 'Our first meeting',
    link: 'https://blog.example.org/2018/07/05/our-first-meeting/',
    guid: 'https://blog.example.org/?p=12',
    isGuidPermalink: false,
    creator: 'ada',
    name: 'our-first-meeting',
    pubDate: 'Thu, 05 Jul 2018 13:48:16 +0000',
    date: '2018-07-05 14:48:16',
    dateGmt: '2018-07-05 13:48:16',
    modified: '2018-07-05 14:48:16',
    modifiedGmt: '2018-07-05 13:48:16',
    parent: 0,
    password: '',
    isSticky: false,
    commentStatus: 'open',
    content: '<p>Ten of us met.</p>',
    excerpt: '',
    terms: [],
    meta: [],
    comments: [],
    attachmentUrl: '',
    ...given,
  };
}

/** An index of a site in British English with the author Ada Example. */
export function exportIndex(
  given: Omit<Partial<ExportIndex>, 'site'> & { site?: Partial<ExportSite> } = {},
): ExportIndex {
  const site: ExportSite = {
    title: 'A blog',
    description: '',
    url: 'https://blog.example.org',
    language: 'en-GB',
    version: '1.2',
    authors: [{ login: 'ada', displayName: 'Ada Example', firstName: 'Ada', lastName: 'Example' }],
    terms: [],
  };
  return {
    attachments: new Map(),
    attachmentsByUrl: new Map(),
    blocks: new Map(),
    guests: new Map(),
    parts: new Map(),
    paths: new Map(),
    ...given,
    site: { ...site, ...given.site },
  };
}

/** An approved comment. */
export function exportComment(given: Partial<ExportComment> = {}): ExportComment {
  return {
    id: 1,
    author: 'Ben',
    url: '',
    date: '2018-07-06 10:00:00',
    dateGmt: '2018-07-06 09:00:00',
    content: 'Yes.',
    approved: '1',
    type: 'comment',
    parent: 0,
    ...given,
  };
}
