/** What a user asks for in addition to posts: drafts of what WordPress withholds, other types, custom fields. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { run } from '../../support/site.ts';
import { filesIn, tempFolder } from '../../support/tempFolder.ts';
import { studentsBlog } from '../../support/wxr/students.ts';
import { writeExport } from '../../support/wxr/writeExport.ts';

test('whatever can be asked for comes, what is private as a draft, and nothing else', async () => {
  const blog = studentsBlog();
  const items = blog.items.filter((item) => item.skipped !== undefined || item.name === 'custom-fields');
  const folder = tempFolder({ 'export.xml': writeExport({ ...blog, items }) });
  const types = ['post', 'page', 'event', 'feedback', 'shop_order', 'wp_template'];
  const { status, stdout } = await run(folder, [
    ...['import', 'wordpress', 'export.xml', '--include', 'private,password,trash', '--type', types.join()],
    ...['--meta', 'mood=moods', '--no-comments', '--json'],
  ]);
  const posts = filesIn(folder).filter((file) => file.startsWith('posts/'));
  const fields = posts.map((file) => parse(readFileSync(join(folder, file), 'utf8').split(/^---$/m)[1] ?? ''));
  const asked = items.filter(({ type = 'post' }) => ['post', 'page', 'event'].includes(type));
  const isPublic = ({ title }: { title: string }): boolean => !title.startsWith('Nobody');
  expect(status).toBe(0);
  // Pages have no id.
  const ids = asked.filter(({ type }) => type !== 'page').map(({ guid }) => guid);
  expect(fields.flatMap(({ id }) => id ?? []).sort()).toEqual(ids.sort());
  const pages = posts.filter((file) => file.startsWith('posts/_site/')).length;
  expect(pages).toBe(asked.length - ids.length);
  expect(
    fields
      .filter(({ draft }) => !draft)
      .map(({ title }) => title)
      .sort(),
  ).toEqual(
    asked
      .filter(isPublic)
      .map(({ title }) => title)
      .sort(),
  );
  expect(fields.find(({ title }) => title === 'Custom fields').moods).toEqual(['hopeful', 'tired']);
  const { items: counted, skippedComments } = JSON.parse(stdout);
  expect(counted).toEqual({ total: items.length, imported: asked.length, skipped: items.length - asked.length });
  expect(skippedComments).toContainEqual({ reason: 'approved, not written with --no-comments', count: 1 });
  expect(filesIn(folder).filter((file) => file.includes('comments/'))).toEqual([]);
});
