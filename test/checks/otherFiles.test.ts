/** What is at the path of an image or a link, but is no file, is called what it is. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { run } from '../support/site.ts';
import { tempFolder } from '../support/tempFolder.ts';

const isWindows = process.platform === 'win32';

(isWindows ? test.skip : test).each([
  ['a named pipe', (path: string) => execFileSync('mkfifo', [path])],
  ['a link to nothing', (path: string) => symlinkSync('gone.png', path)],
  ['a link that leads outside the posts folder', (path: string) => symlinkSync('/dev/null', path)],
])('%s', async (what, make) => {
  const folder = tempFolder({
    'posts/a.md': '---\ntitle: A\ndate: 2024-01-01\n---\n![Two people](b.png)\n\n[Our plan](b.png)\n',
  });
  make(join(folder, 'posts/b.png'));
  const { stdout } = await run(folder, ['validate', '--format', 'json']);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { rule: string; message: string; hint?: string }[] };
  const found = diagnostics.filter(({ rule }) => rule === 'image-file-missing' || rule === 'link-broken');
  expect(found.map(({ message, hint }) => [message, hint])).toEqual([
    [`image “b.png” is ${what}, not a file`, 'put the file itself there, or remove the image'],
    [`link “b.png” is ${what}, not a file`, 'put the file itself there, or remove the link'],
  ]);
});

test('of a folder it is said that the post is missing', async () => {
  const folder = tempFolder({ 'posts/a.md': '---\ntitle: A\ndate: 2024-01-01\n---\n[Our year](2023/)\n' });
  mkdirSync(join(folder, 'posts/2023'));
  writeFileSync(join(folder, 'posts/2023/x.txt'), '');
  expect((await run(folder, ['validate'])).stdout).toContain(
    'link “2023/” not found: the posts folder has no post “2023”',
  );
});
