import { describe, expect, test } from '@jest/globals';
import { toFields } from '../../src/import/fields/fields.ts';
import { planPaths } from '../../src/import/paths.ts';
import { headOf, type ImportedFields, type PlannedPost, planItem } from '../../src/import/plan.ts';
import { writePostText } from '../../src/import/post.ts';
import type { ExportItem } from '../../src/import/types.ts';
import { guidOf } from '../../src/post/fields/id.ts';
import { makesInvalid, readPost } from '../../src/post/post.ts';
import { anything } from '../support/anyText.ts';
import { utc } from '../support/diagnose.ts';
import { runs } from '../support/effort.ts';
import { exportIndex, exportItem } from '../support/exportItem.ts';
import fc from '../support/fastCheck.ts';

const hostile = fc.oneof(
  anything,
  fc.constantFrom(
    ...[
      'By Design',
      'Text and photos by A',
      'A (student)',
      'yes',
      'null',
      '~',
      '12:30',
      '- a',
      '# x',
      '---',
      '...',
      "it's: so",
    ],
    ...[
      '{{ x }}',
      'a@b.example',
      'A <a@b.example>',
      '[a, b]',
      '!!js/x',
      '&a *a',
      '%',
      'a\r\nb',
      '2018',
      '\u2028',
      '../x',
      'C:',
    ],
  ),
);
const dated = fc.oneof(
  hostile,
  fc.constantFrom('0000-00-00 00:00:00', '2018-07-05 10:00:00', '9999-12-31 23:59:59', ''),
);
const item = fc.record({
  ...{ title: hostile, creator: hostile, excerpt: hostile, content: hostile, commentStatus: hostile },
  name: fc.oneof(hostile, fc.constantFrom('a', 'a%2fb', 'con', '')),
  guid: fc.oneof(hostile, fc.constantFrom('https://blog.example.org/?p=3')),
  link: fc.oneof(
    hostile,
    hostile.map((text) => `https://blog.example.org/${text}`),
  ),
  status: fc.oneof(hostile, fc.constantFrom('publish', 'pending')),
  ...{ date: dated, dateGmt: dated, modified: dated, modifiedGmt: dated },
  terms: fc.array(
    fc.record({
      domain: fc.constantFrom('category', 'post_tag', 'language', 'author', 'x'),
      nicename: hostile,
      name: hostile,
    }),
    { maxLength: 4 },
  ),
  meta: fc.array(
    fc.record({ key: fc.constantFrom('_wp_old_slug', '_wp_old_date', '_thumbnail_id', 'k', 'p', 's'), value: hostile }),
    { maxLength: 4 },
  ),
});

const meta = new Map([
  ['k', 'room'],
  ['p', 'photos_by'],
  ['s', 'summary'],
]);
const options = { types: ['post'], include: [], meta, filename: '{date}-{slug}' };

function importItem(given: Partial<ExportItem>) {
  const whole = exportItem(given);
  const found = planItem(whole, undefined, options);
  if (found.action === 'skip') return undefined;
  const site = exportIndex({ attachments: new Map([[2, { ...photo }]]) });
  const [planned] = planPaths([headOf(whole, found)], site.site, options, { known: new Map(), taken: [] }).posts;
  const { path } = planned as PlannedPost;
  const { fields, losses } = toFields(whole, site, planned as PlannedPost, { meta, resolveFile: (url) => url });
  return { path, fields, losses };
}
const photo = { id: 2, url: 'https://a.example/b.jpg', title: '', alt: 'x: y', caption: '© "z"', file: '', parent: 0 };

/** The fields as they were written and as they are read, in one form. */
function compared(fields: ImportedFields) {
  const { extra: _, isDraft, status, comments, date, updated, slug: __, ...rest } = fields;
  return {
    ...rest,
    draft: isDraft,
    pending: status === 'pending',
    comments,
    date: date.instant,
    updated: updated?.instant,
  };
}

test('every field of any item is read back as it was written, without a fault', () => {
  fc.assert(
    fc.property(item, (given) => {
      const imported = importItem({ ...given, status: given.status });
      if (imported === undefined) return;
      const { path, fields } = imported;
      expect(path.split('/')).toHaveLength(1);
      const { post, faults } = readPost(`posts/${path}`, writePostText(fields, 'Text.'), utc, { inPosts: path });
      expect(faults.filter(makesInvalid)).toEqual([]);
      expect(faults.filter(({ rule }) => rule !== 'id-invalid')).toEqual([]);
      const { title, id, permalink, aliases, lang, authors, photos_by, editors, categories, tags, summary, image } =
        post ?? {};
      const read = {
        title,
        id,
        permalink,
        aliases,
        lang,
        authors,
        photos_by,
        editors,
        categories,
        tags,
        summary,
        image,
      };
      const { draft, pending, comments, date, updated } = post ?? {};
      expect({ ...read, draft, pending, comments, date: date?.instant, updated: updated?.instant }).toEqual(
        compared(fields),
      );
      if (fields.slug !== undefined) expect(post?.slug).toBe(fields.slug);
    }),
    runs(400),
  );
});

describe('the text of a post', () => {
  test('has its fields in the order of `blog new`', () => {
    const terms = [
      { domain: 'category', nicename: 'announcements', name: 'Announcements' },
      { domain: 'category', nicename: 'partnership-blog', name: 'partnership blog' },
    ];
    const { fields } = importItem({
      title: 'International Students as Partners Institute June 2018',
      terms,
      content: '<p>Four days.</p>\n\n<p>Text and photos by Ruxandra Cālin, June 2018</p>',
      excerpt: 'Four days: in Hamilton.',
      meta: [
        { key: '_wp_old_slug', value: 'isapi' },
        { key: '_thumbnail_id', value: '2' },
        { key: 'k', value: 'Room 2' },
      ],
    }) ?? { fields: undefined };
    expect(writePostText(fields as ImportedFields, 'Four days.')).toBe(`---
title: "International Students as Partners Institute June 2018"
date: 2018-07-05T14:48:16+01:00
id: https://blog.example.org/?p=12
permalink: /2018/07/05/our-first-meeting/
aliases:
  - /2018/07/05/isapi/
authors:
  - Ruxandra Cālin
photos_by:
  - Ruxandra Cālin
categories:
  - Announcements
  - partnership blog
summary: "Four days: in Hamilton."
image:
  src: "https://a.example/b.jpg"
  alt: "x: y"
  credit: "© \\"z\\""
comments: 0
room: Room 2
draft: false
---

Four days.
`);
  });

  test('says that a draft is one', () => {
    const { fields } = importItem({ status: 'pending' }) ?? { fields: undefined };
    expect(writePostText(fields as ImportedFields, '')).toMatch(/\ndraft: true\nstatus: pending\n---\n$/);
  });

  test('gives the feed the guid of WordPress', () => {
    const guid = 'http://blog.example.org/?post_type=post&p=12';
    const { fields, path } = importItem({ guid }) as NonNullable<ReturnType<typeof importItem>>;
    const { post } = readPost(path, writePostText(fields, 'Text.'), utc, { inPosts: path });
    expect(guidOf(post?.id ?? '', 'https://new.example.org')).toBe(guid);
  });
});
