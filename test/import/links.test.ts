import { expect, test } from '@jest/globals';
import { createIndexBuilder } from '../../src/import/index/builder.ts';
import { createFileResolver, createLinkResolver } from '../../src/import/links.ts';
import { createExportReader } from '../../src/import/wxr/reader.ts';
import { wxr } from '../support/wxr.ts';

const uploads = 'https://blog.example.org/wp-content/uploads';
const attachments = ['a.jpg', 'b-scaled.jpg'].map(
  (name, index) =>
    `<item><wp:post_id>${index}</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>${uploads}/${name}</wp:attachment_url></item>`,
);
const paths = new Map([
  ['blog.example.org/2018/07/05/one', '2018/one.md'],
  ['blog.example.org/?p=12', '2018/one.md'],
  ['blog.example.org/two', 'a (b).md'],
]);

function index() {
  const builder = createIndexBuilder();
  const reader = createExportReader('a.xml', { item: builder.addItem, fault: () => {} });
  reader.write(wxr(attachments));
  builder.addSite(reader.end().site);
  return builder.build(paths);
}

test.each([
  ['https://blog.example.org/2018/07/05/one/', '../2018/one.md'],
  ['http://www.blog.example.org/2018/07/05/one#part', '../2018/one.md#part'],
  ['//blog.example.org/2018/07/05/one/', '../2018/one.md'],
  ['https://blog.example.org/2018/07/05/one/#more-12', '../2018/one.md'],
  ['/2018/07/05/one/', '../2018/one.md'],
  ['https://blog.example.org/?p=12', '../2018/one.md'],
  ['?p=12', '../2018/one.md'],
  ['/two', '../a%20%28b%29.md'],
  ['https://blog.example.org/none/', 'https://blog.example.org/none/'],
  ['https://other.example.org/two', 'https://other.example.org/two'],
  ['#part', '#part'],
  ['mailto:a@example.org', 'mailto:a@example.org'],
])('a link to %s is %s', (url, expected) => {
  expect(createLinkResolver(index(), '2019/here.md')(url)).toBe(expected);
});

test('a link to a part of the post itself stays in it', () => {
  expect(createLinkResolver(index(), '2018/one.md')('https://blog.example.org/2018/07/05/one/#part')).toBe('#part');
});

test.each([
  [`${uploads}/a-300x200.jpg`, `${uploads}/a.jpg`, true],
  [`${uploads}/a.jpg?w=300`, `${uploads}/a.jpg`, true],
  ['https://i0.wp.com/blog.example.org/wp-content/uploads/a.jpg?resize=3', `${uploads}/a.jpg`, true],
  ['/wp-content/uploads/a-1x1.jpg', `${uploads}/a.jpg`, true],
  [`${uploads}/b-300x200.jpg`, `${uploads}/b-scaled.jpg`, true],
  [`${uploads}/c-300x200.jpg`, `${uploads}/c-300x200.jpg`, true],
  ['https://other.example.org/a-300x200.jpg', 'https://other.example.org/a-300x200.jpg', false],
  ['data:image/gif;base64,AA', 'data:image/gif;base64,AA', false],
])('the file %s is %s', (url, expected, isUsed) => {
  const used = new Set<string>();
  const note = (own: string): undefined => void used.add(own);
  expect(createFileResolver(index(), 'a.md', note)(url)).toBe(expected);
  expect([...used]).toEqual(isUsed ? [expected] : []);
});
