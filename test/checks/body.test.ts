import { expect, test } from '@jest/globals';
import { checkBody } from '../../src/checks/body/body.ts';
import type { FolderFacts } from '../../src/checks/folderFacts.ts';
import { placeholderSentences } from '../../src/post/draft/templates.ts';
import { createMarkdown } from '../../src/post/markdown/markdown.ts';
import { readPost } from '../../src/post/post.ts';
import { sample } from '../support/effort.ts';

const folder: FolderFacts = { isPost: (path) => path === 'a.md', isFile: (path) => path === 'a.png' };
const context = { folder, markdown: createMarkdown({ offsets: true }), placeholders: placeholderSentences() };
const front = '---\ntitle: A\ndate: 2024-05-14\nauthors: [Ada Example (student), Ben Sample (staff)]\n---\n';

function check(text: string): unknown {
  return checkBody(readPost('posts/x.md', text, { timeZone: 'UTC', authors: {} }), 'x.md', context);
}

test.each([
  'plain text',
  '## a\n\n[words](https://e.org/x) and [more words](a.md)\n\n### b\n\n![Two people](https://e.org/a.jpg)',
  '1 < 2, a <3 b, #hashtag, [x], a_b_c, {x}, text: lower',
])('nothing is wrong with %j', (body) => {
  expect(check(front + body)).toEqual({ faults: [], open: [] });
});

const longTexts: [string, string][] = [
  ['images on one line', '![](https://e.org/a.jpg) '],
  ['links on one line', '[here](b.md) '],
  ['tags on one line', '<font color="a">x '],
  ['tags never closed', '<a href="x'],
  ['links of HTML never closed', '<a href="b.md">'],
  ['blocks of code of HTML', '<pre>{{ a }}\n'],
  ['headings', '#### a\n\n'],
  ['code spans', '`a` {{ b }} '],
  ['brackets', '[['],
  ['images never closed', '!['],
  ['addresses never closed', ']('],
  ['template code never closed', '{{ {% '],
  ['cells', '| ![](b.png) '],
  ['bylines', 'Photos by Joe Bloggs\n\n'],
  ['footnotes', 'a^[![](b.png)] '],
];

test.each(sample(longTexts, 5))('a long text takes no longer than its length asks for: %s', (_, piece) => {
  const time = (count: number): number => {
    const post = `${front}${piece === '| ![](b.png) ' ? `${'| a '.repeat(count)}\n${'| - '.repeat(count)}\n` : ''}${piece.repeat(count)}\n`;
    const start = performance.now();
    check(post);
    return performance.now() - start;
  };
  expect(time(20_000)).toBeLessThan(20_000);
});
