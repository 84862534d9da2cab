/** A post that a field of another tool hides is not published before somebody has changed that. */
import { expect, test } from '@jest/globals';
import { run, siteOf } from '../support/site.ts';

test.each(['hidden: true', 'enabled: false', 'access: members', 'password: tea'])('%s', async (line) => {
  const folder = siteOf({ 'a.md': ['title: A', 'date: 2024-01-01', line, '---', '', 'Text.'] });
  const { status, stderr } = await run(folder, ['publish', 'a']);
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^blog: posts\/a\.md not published: .*counts as a draft.*; change that first: blog edit posts\/a\.md\n$/,
  );
});
