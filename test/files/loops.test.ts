import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { isFolder } from '../../src/files/posts.ts';
import { run } from '../support/site.ts';
import { tempFolder } from '../support/tempFolder.ts';

test('a link that leads to itself is no folder', async () => {
  const folder = tempFolder({});
  symlinkSync('_posts', join(folder, '_posts'));
  expect(isFolder(join(folder, '_posts'))).toBe(false);
  expect((await run(folder, ['list'])).stderr).toContain('posts folder “posts” not found');
});
