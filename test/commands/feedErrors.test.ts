/** `blog feed` says which errors its posts have, and `--strict` refuses them. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { change, config, feed, read, site, write } from '../support/feedSite.ts';
import { run } from '../support/site.ts';
import { filesIn } from '../support/tempFolder.ts';

const tea = 'posts/2024-05-10-tea.md';

test.each<[string, [from: string, to: string], string, string?]>([
  ['a broken link', ['Text.', '[x](none.md)'], 'link-broken'],
  ['one in a definition', ['Text.', '[x][y]\n\n[y]: none.md'], 'link-broken'],
  ['one in HTML', ['Text.', "<a\nhref = 'none.md'>x</a>"], 'link-broken'],
  ['one in angle brackets', ['Text.', '[x](<no ne.md>)'], 'link-broken'],
  ['one without a URL', ['Text.', '[x]()'], 'link-broken'],
  ['one after line breaks', ['Text.', '[x](\n  none.md)'], 'link-broken'],
  ['a space in a URL', ['Text.', '![x](https://i.example/a b.png)'], 'image-file-missing'],
  ['a missing image', ['Text.', '![x](é.png)'], 'image-file-missing'],
  ['a missing main image', ['title:', 'image: none.png\ntitle:'], 'image-file-missing'],
  ['a field of the wrong type', ['title:', 'comments: -1\ntitle:'], 'field-type'],
  ['a language', ['title:', 'lang: x y\ntitle:'], 'lang-invalid'],
  [
    'an unknown category',
    ['[Events, events]', '[Others]'],
    'category-unknown',
    'categories: [Events, Partnership blog]\n',
  ],
  [
    'placeholder text',
    ['Text.', '*Begin with what happened, in two\nor three sentences: who, where and when.*'],
    'placeholder-text',
  ],
  ['a page of the site', ['Text.', '[x](/none/)'], 'link-broken', 'static: public\n'],
  [
    'a rule that the config makes stricter',
    ['Text.', '![](https://i.example/a.png)'],
    'image-alt-missing',
    'rules: { image-alt-missing: error, summary-missing: off, id-missing: off }\n',
  ],
])('%s', async (_, [from, to], rule, settings = '') => {
  const folder = site({}, config + settings);
  mkdirSync(join(folder, 'public'));
  change(folder, tea, from, to);
  const message = `1 post in the feed has errors (${rule})`;
  const hint = `${message}; for details, run: blog validate\n`;
  expect((await run(folder, ['validate'])).stdout).toContain(`error:`);
  for (const args of [[], ['--limit', '1'], ['-a', 'Ada'], ['--limit', '0']]) {
    expect(await feed(folder, ...args)).toMatchObject({ status: 0, stderr: hint });
    expect(await feed(folder, ...args, '--strict')).toEqual({
      status: 1,
      stdout: '',
      stderr: `no feed written: ${message}; fix these posts first, or leave out --strict\n`,
    });
  }
  expect((await run(folder, ['-q', 'feed'])).stderr).toBe('');
  expect((await feed(folder, '--all', '-o', 'out', '--strict')).status).toBe(1);
  expect(filesIn(folder)).not.toContain('out/feed.xml');
  expect((await feed(folder, '--all', '-o', 'out')).stderr).toContain(hint);
});

test('posts that the feed leaves out, warnings, and rules that are off are not mentioned', async () => {
  const folder = site({}, `${config}rules: { image-file-missing: off }\n`);
  change(folder, 'posts/2023-12-31-old.md', 'Text.', '[x](none.md)');
  change(folder, tea, 'Text.', '![](none.png) [click here](https://example.org)');
  expect(await feed(folder, '--limit', '2', '--strict')).toMatchObject({ status: 0, stderr: '' });
  expect((await feed(folder, '--limit', '3')).stderr).toContain('1 post in the feed has errors (link-broken)');
});

test('links that lead somewhere are no errors: files, posts, former and current URLs, other sites', async () => {
  const folder = site();
  write(folder, 'posts/a b.pdf', 'x');
  change(folder, 'posts/2023-12-31-old.md', 'title:', 'aliases: [/former/]\ntitle:');
  const links = [
    'a%20b.pdf',
    '2023-12-31-old.md',
    '../../../../2023/12/31/old/',
    '/2023/12/31/old/',
    '/former/',
    'https://x.example/',
  ];
  write(folder, 'x.png', 'x');
  const images = '\n![x](../x.png)\n<img src="../x.png" alt="x">';
  change(folder, tea, 'Text.', links.map((link) => `[x](${link})`).join('\n') + images);
  change(folder, tea, 'title:', 'image: { src: ../x.png, alt: x }\ntitle:');
  change(folder, 'posts/2024-05-01-café.md', 'Text.', '[x](../../../../former/)');
  for (const limit of ['0', '2']) {
    expect(await feed(folder, '--limit', limit, '--strict')).toMatchObject({ status: 0, stderr: '' });
  }
});

test('two posts and several rules', async () => {
  const folder = site();
  change(folder, 'posts/2023-12-31-old.md', 'Text.', '[x](none.md) ![x](none.png)');
  change(folder, tea, 'Text.', '[x](none.md)');
  expect((await feed(folder, '-o', 'feed.xml')).stderr).toBe(
    'feed.xml: 3 posts\n2 posts in the feed have errors (image-file-missing, link-broken); for details, run: blog validate\n',
  );
  expect(read(folder, 'feed.xml')).toContain('<item>');
});
