/** Copies that file managers and sync tools make are warned about: they would be published beside the original. */
import { expect, test } from '@jest/globals';
import { copyMark } from '../../../src/checks/names/copyName.ts';
import { run, siteOf } from '../../support/site.ts';

test.each([
  'a (copy)',
  'a (another copy)',
  'a (3rd copy)',
  'a (copy 2)',
  'a - Copy',
  'a - Copy (2)',
  'a copy',
  'a copy 2',
  'Copy of a',
  'a (1)',
  'a.conflicted copy',
  'a (conflicted copy)',
  'a (Ada Example’s conflicted copy 2024-05-14)',
  "a (ADA-PC's conflicted copy 2024-05-14 (1))",
  'a (conflicted copy 2024-05-14 093612)',
  'a_conflicted_copy',
  'a.sync-conflict-20240514-093612-ABCDEFG',
  'a_Ada-PC_May-14-0936-2024_CaseConflict_1',
  'a-DESKTOP-1A2B3CD',
  'a-LAPTOP-ABCD1234-2',
])('%s is a copy', (name) => {
  expect(copyMark(name)).toBeDefined();
});

test.each([
  'a-copy',
  'copy-editing',
  'how-to-copy',
  'dan-brown-conflict-in-design',
  'conflicted-feelings',
  'my-DESKTOP-setup',
  'Minutes (May)',
  'Room (2024)',
  'photocopy',
  'COPYRIGHT',
])('%s is none', (name) => {
  expect(copyMark(name)).toBeUndefined();
});

test('validate says what to do', async () => {
  const folder = siteOf({
    '2024-01-01-a.md': ['title: A', 'date: 2024-01-01'],
    '2024-01-01-a (copy).md': ['title: A', 'date: 2024-01-01'],
    'b (1)/index.md': ['title: B', 'date: 2024-01-01'],
  });
  const { stdout } = await run(folder, ['validate', '--rule', 'body-empty=off']);
  expect(stdout).toContain(
    '2024-01-01-a (copy).md:1:1: warning: file name has “(copy)”, so it may be a copy of a post',
  );
  expect(stdout).toContain('b (1)/index.md:1:1: warning: folder name has “(1)”');
  expect(stdout.match(/file-copy/g)).toHaveLength(2);
});
