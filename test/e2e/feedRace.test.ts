/** A post that somebody saves while a feed is made, right before it is opened for the second or the third time. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { tempFolder } from '../support/tempFolder.ts';

const bin = resolve('bin/blog.js');
const before = '---\ntitle: Tea\ndate: 2024-01-01\n---\nText.\n';
const draft = before.replace('---\nText', 'draft: true\n---\nText');
const changed = /^blog: posts\/a\.md changed while/;

/** A module that puts another text in the place of `posts/a.md` before that is opened for the nth time. */
function saveBefore(nth: number, text: string | undefined): string {
  return `data:text/javascript,${encodeURIComponent(`
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const { openSync } = fs;
let times = 0;
fs.openSync = (path, ...rest) => {
  if (String(path).endsWith('a.md') && ++times === ${nth}) {
    const text = ${JSON.stringify(text ?? null)};
    fs.rmSync('posts/a.md');
    if (text !== null) fs.writeFileSync('posts/a.md', text);
  }
  return openSync(path, ...rest);
};
syncBuiltinESMExports();`)}`;
}

test.each([
  [2, 'a draft', draft, changed],
  [2, 'another post', before.replace('---\nText', 'slug: coffee\n---\nText'), changed],
  [2, 'no post any more', 'Text.\n', /^posts\/a\.md:1:1: error: no front matter/],
  [3, 'no post any more', 'Text.\n', changed],
  [3, 'another title', before.replace('Tea', 'Coffee'), changed],
  [3, 'a draft', draft, changed],
  [3, 'a text with HTML', `${before}<script>alert(1)</script>\n`, /^blog: a post changed while/],
  [2, 'nothing', undefined, /^posts\/a\.md:1:1: error: cannot read the file: no such file or folder/],
  [3, 'nothing', undefined, /^blog: posts\/a\.md: cannot read the file: no such file or folder/],
])('before look %s it becomes %s: there is no feed', (nth, _, text, message) => {
  expect(feedWith(nth, text, [])).toEqual({ status: 1, stderr: expect.stringMatching(message), feed: undefined });
});

// A feed of all posts keeps what it read first.
test.each([
  [2, 'another title', before.replace('Tea', 'Coffee')],
  [2, 'a draft', draft],
  [3, 'another title', before.replace('Tea', 'Coffee')],
  [3, 'a draft', draft],
])('of all posts, before look %s it becomes %s: there is no feed', (nth, _, text) => {
  const wanted = { status: 1, stderr: expect.stringMatching(changed), feed: undefined };
  expect(feedWith(nth, text, ['--limit', '0'])).toEqual(wanted);
});

test('another title and text before the second look: the newest posts’ feed has both', () => {
  const { status, feed } = feedWith(2, before.replace('Tea', 'Coffee').replace('Text.', 'Beans.'), []);
  expect(status).toBe(0);
  expect(feed).toContain('<title>Coffee</title>');
  expect(feed).toContain('Beans.');
});

test('another text under the same front matter is what the feed has', () => {
  const { status, feed } = feedWith(3, before.replace('Text.', 'Leaves.'), ['--limit', '0']);
  expect(status).toBe(0);
  expect(feed).toContain('Leaves.');
});

test('a category that is in the address changes before the second look: there is no feed', () => {
  const permalink = 'permalink: /{category}/{slug}/\n';
  const { status, stderr } = feedWith(2, before.replace('---\nText', 'category: Drinks\n---\nText'), [], permalink);
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(changed) });
});

/** The feed of one post, which gets another text, or is gone, before the nth look. */
function feedWith(
  nth: number,
  text: string | undefined,
  options: string[],
  config = '',
): { status: number | null; stderr: string; feed: string | undefined } {
  const settings = `site_url: https://blog.example.org\n${config}`;
  const folder = tempFolder({ 'posts/a.md': before, 'blog.config.yaml': settings });
  const args = ['--import', saveBefore(nth, text), bin, 'feed', '-o', 'feed.xml', ...options];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  const file = join(folder, 'feed.xml');
  return { status, stderr, feed: existsSync(file) ? readFileSync(file, 'utf8') : undefined };
}
