/** Whole pages that are kept as files: a change of theirs is to be seen, and meant. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { imageSizeOf } from '../../src/files/images/sizes.ts';
import { pageAt, project, samplePlan } from '../support/pages.ts';

const folder = join(import.meta.dirname, 'expected');

/** What Intl writes differs between versions of Node in spaces only. */
const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');

test.each([
  ['home.html', '/', 'build'],
  ['post.html', '/2024/05/14/accessible-posts/', 'build'],
  ['welsh.html', '/cy/2025/03/01/writing-in-two-languages/', 'build'],
  ['author.html', '/author/ruxandra-calin/', 'build'],
  ['redirect.html', '/2018/07/international-students-as-partners-institute-june-2018/', 'build'],
  ['404.html', '/404.html', 'build'],
  ['sitemap.xml', '/sitemap.xml', 'build'],
  ['draft.html', '/2025/02/18/interviewing-a-partner/', 'preview'],
] as const)('%s', async (name, path, mode) => {
  const plan = await samplePlan({
    mode,
    imageSize: ({ folder: inFolder, file }) =>
      inFolder === 'posts' ? imageSizeOf(join(project, 'posts', file)) : undefined,
  });
  expect(plan.problems).toEqual([]);
  const { text } = pageAt(path, plan);
  const file = join(folder, name);
  if (process.env['UPDATE_GOLDEN']) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, plain(text));
  }
  if (!existsSync(file)) throw new Error(`${file} is missing: UPDATE_GOLDEN=1 writes it`);
  expect(plain(text)).toBe(readFileSync(file, 'utf8'));
});
