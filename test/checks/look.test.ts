import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkBody } from '../../src/checks/body/body.ts';
import type { FolderFacts } from '../../src/checks/urls.ts';
import { placeholderSentences } from '../../src/post/draft/templates.ts';
import { createMarkdown } from '../../src/post/markdown/markdown.ts';
import { readPost } from '../../src/post/post.ts';

const markdown = createMarkdown({ offsets: true });
const placeholders = placeholderSentences();
const folder: FolderFacts = { isPost: (path) => path === 'a.md', isFile: (path) => path === 'a.png' };

function check(text: string, always: boolean): unknown {
  const reading = readPost('posts/x.md', text, { timeZone: 'UTC', authors: {} });
  return checkBody(reading, 'x.md', { folder, markdown: () => markdown, placeholders, always });
}

const front = '---\ntitle: A\ndate: 2024-05-14\nauthors: [Ada Example (student), Ben Sample (staff)]\n---\n';

const pieces = [
  '[',
  ']',
  '(',
  ')',
  '](',
  '![',
  '!',
  '<',
  '>',
  '#',
  '## ',
  '### ',
  '#### ',
  '\n',
  '\n\n',
  '    ',
  '\t',
  '- ',
  '> ',
  '1. ',
  '```',
  '~~~',
  '`',
  '*',
  '_',
  '\\',
  '"',
  '&amp;',
  '&',
  '{{',
  '}}',
  '{%',
  '%}',
  '{:',
  '[[<',
  '---',
  '===',
  '| ',
  ':',
  ']: ',
  'a.md',
  'b.md',
  'a.png',
  'b.png',
  'https://e.org',
  'ftp://e.org',
  'here',
  'click here',
  'words',
  'Photos by',
  'Text: ',
  'Ada',
  'Joe Bloggs',
  'IMG_1.jpg',
  'picture of',
  '<br>',
  '<h1>',
  '<img src=x>',
  '</a>',
  '<!--',
  '^[',
  '[^1]',
  '[caption id=1]',
  placeholders[0] ?? '',
  '\r\n',
  '\0',
  '学',
];

test('a text that is passed over has nothing to find', () => {
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => front + parts.join(''));
  fc.assert(
    fc.property(text, (post) => {
      expect(check(post, false)).toEqual(check(post, true));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  'plain text',
  '## a\n\n[words](https://e.org/x) and [more words](a.md)\n\n### b\n\n![Two people](https://e.org/a.jpg)',
  '1 < 2, a <3 b, #hashtag, [x], a_b_c, {x}, text: lower',
])('and most are passed over: %j', (body) => {
  let parsed = false;
  const reading = readPost('posts/x.md', front + body, { timeZone: 'UTC', authors: {} });
  const made = () => {
    parsed = true;
    return markdown;
  };
  expect(checkBody(reading, 'x.md', { folder, markdown: made, placeholders })).toEqual({ faults: [], open: [] });
  expect(parsed).toBe(false);
});

const corpus = process.env['BLOG_CORPUS'];

(corpus ? test : test.skip)('the same on every post of BLOG_CORPUS', () => {
  const posts = join(corpus ?? '', 'posts');
  for (const file of readdirSync(posts, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.md')) continue;
    const text = readFileSync(join(posts, file), 'utf8');
    expect(check(text, false)).toEqual(check(text, true));
  }
});

test.each([
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
])('a long text takes no longer than its length asks for: %s', (_, piece) => {
  const time = (count: number): number => {
    const post = `${front}${piece === '| ![](b.png) ' ? `${'| a '.repeat(count)}\n${'| - '.repeat(count)}\n` : ''}${piece.repeat(count)}\n`;
    const start = performance.now();
    check(post, true);
    return performance.now() - start;
  };
  expect(time(20_000)).toBeLessThan(20_000);
});
