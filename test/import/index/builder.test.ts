import { expect, test } from '@jest/globals';
import { createIndexBuilder } from '../../../src/import/index/builder.ts';
import { fileKey, withoutSize } from '../../../src/import/index/urls.ts';
import { createExportReader } from '../../../src/import/wxr/reader.ts';
import { wxr } from '../../support/wxr.ts';

function build(...texts: string[]) {
  const builder = createIndexBuilder();
  const others = texts.map((text) => {
    const reader = createExportReader('a.xml', { item: builder.addItem, fault: () => {} });
    reader.write(text);
    return builder.addSite(reader.end().site);
  });
  return { index: builder.build(new Map()), others };
}

const attachment = `<item><title>Meeting</title><excerpt:encoded><![CDATA[Photo by Bo ]]></excerpt:encoded><wp:post_id>5</wp:post_id>
<wp:post_parent>12</wp:post_parent><wp:post_type>attachment</wp:post_type>
<wp:attachment_url>https://www.blog.example.org/wp-content/uploads/2018/07/a-scaled.jpg</wp:attachment_url>
<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>Two people</wp:meta_value></wp:postmeta></item>`;
const block =
  '<item><wp:post_id>6</wp:post_id><wp:post_type>wp_block</wp:post_type><wp:status>publish</wp:status><content:encoded><![CDATA[<p>B</p>]]></content:encoded></item>';
const guest = `<item><title>Cy Guest</title><wp:post_name>cap-cy</wp:post_name><wp:post_type>guest-author</wp:post_type></item>`;

test('attachments, blocks and guests of all files are found', () => {
  const { index, others } = build(wxr([attachment]), wxr([block, guest]));
  expect(others).toEqual([undefined, undefined]);
  const found = index.attachments.get(5);
  expect(found).toMatchObject({ alt: 'Two people', caption: 'Photo by Bo', file: '2018/07/a-scaled.jpg', parent: 12 });
  expect(index.attachmentsByUrl.get('blog.example.org/wp-content/uploads/2018/07/a-scaled.jpg')).toBe(found);
  expect(index.blocks.get(6)).toBe('<p>B</p>');
  expect(index.guests.get('cy')).toBe('Cy Guest');
  expect(index.site.authors).toHaveLength(1);
});

test('exports of two sites are not one import', () => {
  const { others } = build(wxr([]), wxr([]).replaceAll('blog.example.org', 'other.example.org'));
  expect(others[1]).toMatchObject({
    site: { url: 'https://other.example.org' },
    before: { url: 'https://blog.example.org' },
  });
  expect(build(wxr([]), wxr([]).replaceAll('https://blog', 'http://www.blog')).others[1]).toBeUndefined();
});

test.each([
  ['https://www.blog.example.org/a/b%20c.jpg?w=300', 'blog.example.org/a/b c.jpg'],
  ['https://i0.wp.com/blog.example.org/a.jpg?resize=1%2C2', 'blog.example.org/a.jpg'],
  ['//blog.example.org/a.jpg#x', 'blog.example.org/a.jpg'],
  ['https://blog.example.org/%zz.jpg', 'blog.example.org/%zz.jpg'],
])('the key of %s is %s', (url, key) => {
  expect(fileKey(url)).toBe(key);
});

test.each([
  ['a-300x200.jpg', 'a.jpg'],
  ['a-scaled.jpg', undefined],
  ['a-300x200', undefined],
  ['2018-07x5/a.jpg', undefined],
])('%s without its size is %s', (key, bare) => {
  expect(withoutSize(key)).toBe(bare);
});

test('what WordPress does not show is not lent to posts', () => {
  const block = (id: number, status: string, password = '') =>
    `<item><content:encoded>B</content:encoded><wp:post_id>${id}</wp:post_id><wp:post_type>wp_block</wp:post_type><wp:status>${status}</wp:status><wp:post_password>${password}</wp:post_password></item>`;
  const withheld = attachment.replace('<wp:post_type>', '<wp:status>private</wp:status><wp:post_type>');
  const { index } = build(
    wxr([
      block(1, 'publish'),
      block(2, 'private'),
      block(3, 'draft'),
      block(4, 'trash'),
      block(5, 'publish', 'x'),
      withheld,
    ]),
  );
  expect([...index.blocks]).toEqual([[1, 'B'], ...[2, 3, 4, 5].map((id) => [id, undefined])]);
  expect(index.attachments.size).toBe(0);
});
