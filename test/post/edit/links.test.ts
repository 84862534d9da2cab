import { expect, test } from '@jest/globals';
import { redirectLinks, renameInUrl } from '../../../src/post/edit/links.ts';
import { applyPatch } from '../../../src/post/edit/patchText.ts';
import { createMarkdown } from '../../../src/post/markdown/markdown.ts';

const markdown = createMarkdown();
const moved = (body: string): string =>
  applyPatch(
    body,
    redirectLinks(body, (address) => renameInUrl(address, (path) => path === 'old.md', 'new.md'), markdown),
  );

test.each<[string, string, string]>([
  ['a link', '[a](old.md)', '[a](new.md)'],
  ['with a title and an anchor', '[a](<old.md#x> "old.md")', '[a](<new.md#x> "old.md")'],
  ['an image in a link', '[![a](old.md)](old.md)', '[![a](new.md)](new.md)'],
  [
    'a definition that is used twice, beside code',
    '`[c](old.md)` [a][x] [b][x]\n\n[x]: old.md',
    '`[c](old.md)` [a][x] [b][x]\n\n[x]: new.md',
  ],
  ['HTML', '<a href="old.md">a</a> <a href=old.md>b</a>', '<a href="new.md">a</a> <a href=new.md>b</a>'],
  [
    'a block of HTML with two',
    '<p>\n<a href="old.md">a</a>\n<img src="old.md">\n</p>',
    '<p>\n<a href="new.md">a</a>\n<img src="new.md">\n</p>',
  ],
  [
    'code',
    '`[a](old.md)`\n\n    [a](old.md)\n\n```\n[a](old.md)\n```\n[a](old.md)',
    '`[a](old.md)`\n\n    [a](old.md)\n\n```\n[a](old.md)\n```\n[a](new.md)',
  ],
  [
    'another file',
    '[a](x/old.md) [b](old.md.txt) [c](/old.md) [d](https://x.org/old.md)',
    '[a](x/old.md) [b](old.md.txt) [c](/old.md) [d](https://x.org/old.md)',
  ],
  ['code between many links', '[a](old.md) `[a](old.md)` '.repeat(9), '[a](new.md) `[a](old.md)` '.repeat(9)],
])('%s', (_, body, expected) => {
  expect(moved(body)).toBe(expected);
});

test('a text is parsed a few times, however many links it has', () => {
  let parsed = 0;
  const counting = {
    ...markdown,
    parse(body: string) {
      parsed++;
      return markdown.parse(body);
    },
  };
  const edits = redirectLinks('[a](old.md) '.repeat(1000), () => 'new.md', counting);
  expect(edits).toHaveLength(1000);
  expect(parsed).toBe(2);
});
