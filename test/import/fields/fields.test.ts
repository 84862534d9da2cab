import { describe, expect, test } from '@jest/globals';
import { toFields } from '../../../src/import/fields/fields.ts';
import { metaFieldProblem } from '../../../src/import/fields/meta.ts';
import { planPaths } from '../../../src/import/paths.ts';
import { headOf, type PlannedPost } from '../../../src/import/plan.ts';
import type { ExportIndex, ExportItem } from '../../../src/import/types.ts';
import { exportComment, exportIndex, exportItem } from '../../support/exportItem.ts';

function read(given: Partial<ExportItem>, index: Partial<ExportIndex> = {}, meta: Record<string, string> = {}) {
  const item = exportItem(given);
  const whole = exportIndex(index);
  const head = headOf(item, { isDraft: item.status !== 'publish' });
  const [planned] = planPaths([head], whole.site, { filename: '{date}-{slug}' }, { known: new Map(), taken: [] }).posts;
  const options = { meta: new Map(Object.entries(meta)), resolveFile: (url: string) => url };
  const { fields, losses } = toFields(item, whole, planned as PlannedPost, options);
  return { fields, losses: losses.map(({ kind, what, count }) => `${kind}: ${count} ${what}`) };
}
const photo = {
  id: 7,
  url: 'https://blog.example.org/wp-content/uploads/a.jpg',
  title: 'a',
  alt: 'Six &amp; one',
  caption: '<em>Photo:</em> Al Ray',
  file: 'a.jpg',
  parent: 0,
};
const attachments = new Map([
  [7, photo],
  [8, { ...photo, url: 'javascript:alert(1)' }],
  [9, { ...photo, alt: '', caption: '' }],
]);

describe('the title', () => {
  test.each([
    ['Research &amp; <em>Development</em>', 'Research & Development'],
    ['Fish &#8211; chips &hellip;', 'Fish – chips …'],
    ['A\u00a0 title\n\ton <br>lines', 'A title on lines'],
    ['Array<T> &lt;b&gt;', 'Array<T> <b>'],
    ['5 < 6 & 7', '5 < 6 & 7'],
    ['\u0001A\ufffe', 'A'],
    ['One<script>alert(1)</script>', 'One'],
  ])('“%s” is “%s”', (title, expected) => {
    expect(read({ title })).toMatchObject({ fields: { title: expected }, losses: [] });
  });

  test.each([
    ['<!-- wp:x --><p>Ten of us met. <b>Then</b> what?</p>', 'Ten of us met. Then what?'],
    [
      '[caption id="a"]One two three[/caption] four five six seven eight nine',
      'One two three four five six seven eight…',
    ],
    ['', 'Untitled (12)'],
    ['<img src="a.png">', 'Untitled (12)'],
  ])('is the first words of “%s” where there is none', (content, expected) => {
    const { fields, losses } = read({ title: ' <b></b> ', content });
    expect([fields.title, losses.length]).toEqual([expected, 1]);
  });
});

describe('the summary', () => {
  const yoast = { key: '_yoast_wpseo_metadesc', value: 'By Yoast &amp; co' };
  const math = { key: 'rank_math_description', value: 'By Rank Math' };
  test.each([
    [
      '<p>An <b>excerpt</b></p>\n<p>of two lines</p>',
      [yoast],
      'An excerpt of two lines',
      ['meta: 1 _yoast_wpseo_metadesc'],
    ],
    ['', [yoast, math], 'By Yoast & co', ['meta: 1 rank_math_description']],
    ['', [math], 'By Rank Math', []],
    ['', [{ ...yoast, value: '%%title%% here' }], undefined, ['meta: 1 _yoast_wpseo_metadesc']],
    ['', [], undefined, []],
  ])('of “%s” and %j is “%s”', (excerpt, meta, expected, losses) => {
    const found = read({ excerpt, meta });
    expect([found.fields.summary, found.losses]).toEqual([expected, losses]);
  });
});

describe('the image', () => {
  const thumbnail = (value: string) => read({ meta: [{ key: '_thumbnail_id', value }] }, { attachments });
  test('has source, alt text and credit', () => {
    const image = { src: photo.url, alt: 'Six & one', credit: 'Photo: Al Ray' };
    expect(thumbnail('7')).toMatchObject({ fields: { image }, losses: [] });
    expect(thumbnail('9').fields.image).toEqual({ src: photo.url });
  });

  test.each([
    ['© Photo: Jo Bloggs', true],
    ['The group in June. Photo by Al Ray', true],
    ['Foto: Anna Schmidt', true],
    ['Llun gan: Siân Owen.', true],
    ['Courtesy of the library', true],
    ['Foto: Petter Berg / Eksportutvalget for fisk', true],
    ['Foto: Lauritzen og Westhammer', true],
    ['Image by Karolina / Kaboompics for rawpixel.com', true],
    ['Image by rawpixel.com', true],
    ['Bild av sjön', false],
    ['Fotograf: 山田太郎', true],
    ['Photo: the lake in winter', false],
    ['Albany wind-farm against the sunset, Western Australia', false],
    ['The group in June', false],
    ['Siân Owen', false],
    ['exc-5134cbefe4b0c6fb04df8065', false],
    ['What we saw: ten people in the library', false],
  ])('has “%s” as its credit: %s', (caption, isCredit) => {
    const named = new Map([[7, { ...photo, caption }]]);
    const { fields, losses } = read({ meta: [{ key: '_thumbnail_id', value: '7' }] }, { attachments: named });
    const { credit } = fields.image as { credit?: string };
    expect(credit).toBe(isCredit ? caption : undefined);
    expect(losses).toEqual(isCredit ? [] : ['image: 1 caption of the featured image']);
  });

  test.each(['8', '10'])('%s is reported where it is not in the export', (value) => {
    const { fields, losses } = thumbnail(value);
    expect([fields.image, losses]).toEqual([undefined, ['image: 1 featured image that is not in the export']]);
  });

  test.each(['0', '-1', ''])('“%s” is none', (value) => {
    expect(thumbnail(value).losses).toEqual([]);
  });
});

describe('comments', () => {
  const comments = [
    exportComment(),
    exportComment({ type: '' }),
    exportComment({ type: 'pingback' }),
    exportComment({ type: 'trackback' }),
    exportComment({ approved: '0' }),
    exportComment({ approved: 'spam' }),
    exportComment({ approved: 'trash' }),
    exportComment({ type: 'review' }),
  ];
  test('are counted, and so is what is not carried', () => {
    const { fields, losses } = read({ comments, commentStatus: 'closed' });
    expect(fields.comments).toBe(2);
    expect(losses).toEqual([
      'comment: 1 pingback',
      'comment: 1 trackback',
      'comment: 1 comment that waits for approval',
      'comment: 1 spam',
      'comment: 1 comment in the trash',
      'comment: 1 comment of the type “review”',
    ]);
  });

  test.each([
    ['closed', false],
    ['open', 0],
  ])('none and %s is %s', (commentStatus, expected) => {
    expect(read({ commentStatus }).fields.comments).toBe(expected);
  });
});

describe('the status', () => {
  test.each([
    ['publish', false, undefined, []],
    ['future', false, undefined, []],
    ['draft', true, undefined, []],
    ['pending', true, 'pending', []],
    ['private', true, 'private', []],
    ['trash', true, 'trash', []],
    ['archived', true, undefined, ['status: 1 unknown status “archived”: imported as a draft']],
  ])('%s', (status, isDraft, word, losses) => {
    const item = exportItem({ status });
    const [planned] = planPaths(
      [headOf(item, { isDraft })],
      exportIndex().site,
      { filename: '{slug}' },
      { known: new Map(), taken: [] },
    ).posts;
    const options = { meta: new Map<string, string>(), resolveFile: (url: string) => url };
    const found = toFields(item, exportIndex(), planned as PlannedPost, options);
    expect([found.fields.isDraft, found.fields.status]).toEqual([isDraft, word]);
    expect(found.losses.map(({ kind, what, count }) => `${kind}: ${count} ${what}`)).toEqual(losses);
  });
});

describe('meta', () => {
  test('is no loss where it is empty, or the footnotes of the text', () => {
    const notes = { key: 'footnotes', value: '[{"content":"Ann.","id":"a"}]' };
    expect(read({ meta: [notes, { key: 'mood', value: ' ' }], content: '<!-- wp:footnotes /-->' }).losses).toEqual([]);
    expect(read({ meta: [notes] }).losses).toEqual(['meta: 1 footnotes']);
  });

  const meta = [
    { key: 'deck', value: 'A <b>deck</b>' },
    { key: 'location', value: 'Room 1\nBlock B' },
    { key: 'location', value: 'Room 2' },
    { key: 'photographer', value: 'Photos by Al Ray <al@example.org>' },
    { key: 'cats', value: 'One' },
    { key: 'data', value: 'a:1:{i:0;s:1:"x";}' },
    { key: '_edit_last', value: '1' },
    { key: '_edit_lock', value: '1530798496:1' },
    { key: '_encloseme', value: '1' },
    { key: '_oembed_0123456789abcdef0123456789abcdef', value: '<iframe>' },
    { key: '_yoast_wpseo_content_score', value: '60' },
    { key: 'rating', value: '1' },
    { key: 'rating', value: '1' },
    { key: 'language', value: 'Welsh-like' },
  ];
  const fields = {
    deck: 'summary',
    location: 'room',
    photographer: 'photos_by',
    cats: 'tags',
    data: 'info',
    language: 'lang',
  };

  test('is carried where it was asked for, and counted elsewhere', () => {
    const found = read({ meta, isSticky: true }, {}, fields);
    expect(found.fields).toMatchObject({ summary: 'A deck', photos_by: [{ name: 'Al Ray' }], tags: ['One'] });
    expect(found.fields.extra).toEqual(new Map([['room', ['Room 1 Block B', 'Room 2']]]));
    expect(JSON.stringify(found.fields)).not.toContain('@');
    expect(found.losses).toEqual([
      'meta: 1 data (data of a program, not text)',
      'meta: 1 language (not valid as lang)',
      'meta: 1 sticky',
      'meta: 2 rating',
    ]);
  });

  test.each(['title', 'date', 'guid', 'status', 'private', 'url', 'comments', '', 'a b', '__proto__', 'a:b'])(
    'cannot be carried into “%s”',
    (field) => {
      expect(metaFieldProblem(field)).toBeDefined();
    },
  );

  test.each(['summary', 'photographer', 'keywords', 'room', 'series'])('can be carried into “%s”', (field) => {
    expect(metaFieldProblem(field)).toBeUndefined();
  });
});

test('what is too large for front matter is cut and reported', () => {
  const terms = Array.from({ length: 5000 }, (_, at) => ({
    domain: 'post_tag',
    nicename: `t${at}`,
    name: `Tag number ${at}`,
  }));
  const { fields, losses } = read({ title: 'x'.repeat(100_000), excerpt: 'y '.repeat(50_000), terms });
  expect(fields.title).toHaveLength(1001);
  expect(losses).toEqual([
    'field: 1 title: all but the first 1000 characters',
    'field: 1 summary: all but the first 5000 characters',
    expect.stringMatching(/^field: \d{4} tags beyond the first \d+$/),
  ]);
});

test.each([
  ['<b hidden>secret <b>more</b> secret</b>A title', 'A title'],
  ['<p style="display: none">secret</p>A title', 'A title'],
  ['<img hidden alt="x">A title', 'A title'],
  ['A title<span hidden>secret', 'A title'],
])('fields have nothing of what WordPress hides: %s', (html, line) => {
  const { fields } = read({ title: html, excerpt: html });
  expect([fields.title, fields.summary]).toEqual([line, line]);
  expect(read({ title: '', content: html }).fields.title).toBe(line);
});
