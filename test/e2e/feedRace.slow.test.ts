/** A post that somebody saves while a feed is made, right before it is opened for the second or the third time. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { tempFolder } from '../support/tempFolder.ts';

const bin = resolve('bin/blog.js');
const before = '---\ntitle: Tea\ndate: 2024-01-01\n---\nText.\n';

/** A module that puts another text in the place of `posts/a.md` before that is opened for the nth time. */
function saveBefore(nth: number, text: string): string {
  return `data:text/javascript,${encodeURIComponent(`
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const { openSync } = fs;
let times = 0;
fs.openSync = (path, ...rest) => {
  if (String(path).endsWith('a.md') && ++times === ${nth}) fs.writeFileSync('posts/saved', ${JSON.stringify(text)});
  if (times === ${nth} && fs.existsSync('posts/saved')) fs.renameSync('posts/saved', 'posts/a.md');
  return openSync(path, ...rest);
};
syncBuiltinESMExports();`)}`;
}

test.each([
  [2, 'a draft', before.replace('---\nText', 'draft: true\n---\nText'), /^blog: posts\/a\.md changed while/],
  [2, 'another post', before.replace('---\nText', 'slug: coffee\n---\nText'), /^blog: posts\/a\.md changed while/],
  [2, 'no post any more', 'Text.\n', /^posts\/a\.md:1:1: error: no front matter/],
  [3, 'no post any more', 'Text.\n', /^blog: posts\/a\.md changed while/],
  [3, 'a text with HTML', `${before}<script>alert(1)</script>\n`, /^blog: a post changed while/],
])('before the %sth look it becomes %s: there is no feed', (nth, _, text, message) => {
  const folder = tempFolder({ 'posts/a.md': before, 'blog.config.yaml': 'site_url: https://blog.example.org\n' });
  const args = ['--import', saveBefore(nth, text), bin, 'feed', '-o', 'feed.xml'];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  expect(stderr).toMatch(message);
  expect(status).not.toBe(0);
  expect(existsSync(join(folder, 'feed.xml'))).toBe(false);
});
