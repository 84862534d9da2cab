/** Backslashes in links: separators, as authors on Windows write them, or part of a name, and never a way out. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { run } from '../support/site.ts';
import { tempFolder } from '../support/tempFolder.ts';

const post = (title: string, text = 'Text.'): string => `---\ntitle: ${title}\ndate: 2018-07-05\n---\n\n${text}\n`;
const unix = process.platform === 'win32' ? test.skip : test;

/** A blog whose post has this text, beside files with a backslash in their names and a folder that they seem to name. */
function site(text: string): string {
  const outside = tempFolder({
    'secret.png': 'x',
    'site/blog.config.yaml': 'site_url: https://blog.example.org\n',
    'site/posts/a.md': post('A', text),
    'site/posts/both/c.md': post('In the folder'),
  });
  for (const name of ['both\\c.md', 'only\\b.md']) writeFileSync(join(outside, 'site/posts', name), post('Odd'));
  writeFileSync(join(outside, 'site/posts/only\\x.png'), 'xyz');
  return join(outside, 'site');
}

unix.each<[link: string, found: string | undefined]>([
  ['both\\c.md', 'https://blog.example.org/2018/07/05/c/'],
  ['both%5Cc.md', 'https://blog.example.org/2018/07/05/c/'],
  ['only\\b.md', 'https://blog.example.org/2018/07/05/only%5Cb/'],
  ['only%5Cb.md', 'https://blog.example.org/2018/07/05/only%5Cb/'],
  ['only%5Cx.png', 'https://blog.example.org/only%5Cx.png'],
  ['none%5Cx.png', undefined],
  ['..\\secret.png', undefined],
  ['..%5C..%5Csecret.png', undefined],
])('[A](%s) → %s', async (link, found) => {
  const root = site(`[The other page](${link})`);
  const { stdout } = await run(root, ['validate', 'posts/a.md', '--format', 'compact']);
  expect(stdout.includes('link-broken')).toBe(found === undefined);
  if (found !== undefined) expect((await run(root, ['feed'])).stdout).toContain(`href="${found}"`);
});

unix('an image in a file with such a name is found, and has its size', async () => {
  const root = site('![A table](only%5Cx.png)');
  expect((await run(root, ['validate', 'posts/a.md', '--format', 'compact'])).stdout).not.toContain('image-file');
  expect((await run(root, ['feed'])).stdout).toContain('https://blog.example.org/only%5Cx.png');
});
