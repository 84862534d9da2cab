/** What git leaves of two versions is never published, and the message says where it is. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { blogOf, build, builtFiles, postText } from '../support/builtSite.ts';
import { run } from '../support/site.ts';

const conflict = '<<<<<<< HEAD\nTwelve came.\n=======\nTwenty came.\n>>>>>>> review';
const fields = ['title: Tea', 'date: 2024-05-01', 'categories: [x]'];
const other = { 'posts/visit.md': postText(['title: Our visit', 'date: 2024-05-02', 'categories: [x]']) };
const long = `${'A long text. '.repeat(20_000)}\n\n`;

const posts: [string, string][] = [
  ['a short text', postText(fields, conflict)],
  ['a long text', postText(fields, long + conflict)],
  [
    'front matter',
    `---\ntitle: Tea\n<<<<<<< HEAD\ndate: 2024-05-01\n=======\ndate: 2024-05-02\n>>>>>>> x\n---\n\nText.\n`,
  ],
];

describe.each(posts)('%s', (_, text) => {
  const folder = (): string => blogOf({ ...other, 'posts/tea.md': text });
  const message = /posts\/tea\.md.*unresolved merge conflict in lines \d+ to \d+/s;

  test('validate names it once, and --fix leaves it', async () => {
    const site = folder();
    const { status, stdout } = await run(site, ['validate', '--now', '2024-06-01', '--fix']);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^posts\/tea\.md:\d+:1: error: unresolved merge conflict .* \(merge-conflict\)\n( .*\n)?$/);
    expect(readFileSync(join(site, 'posts/tea.md'), 'utf8')).toBe(text);
  });

  test.each([['feed'], ['feed', '--limit', '0'], ['feed', '-c', 'x'], ['feed', '--type', 'json']])(
    '%s %s %s',
    async (...args) => {
      const { status, stdout, stderr } = await run(folder(), args);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr).toMatch(message);
    },
  );

  test('build refuses it, or leaves it out', async () => {
    const site = folder();
    const { status, stderr } = await build(site);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(message) });
    expect(existsSync(join(site, 'public'))).toBe(false);
    await build(site, '--skip-invalid');
    expect(builtFiles(site).filter((file) => /tea/.test(file))).toEqual([]);
    expect(builtFiles(site)).toContain('2024/05/02/visit/index.html');
  });

  test('publish refuses it', async () => {
    const site = blogOf({ ...other, 'posts/tea.md': text.replace('title: Tea', 'title: Tea\ndraft: true') });
    const { status, stderr } = await run(site, ['publish', 'posts/tea.md']);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(message) });
  });
});

test('a short post with one is not listed', async () => {
  const { status, stdout, stderr } = await run(blogOf({ ...other, 'posts/tea.md': postText(fields, conflict) }), [
    'list',
  ]);
  expect(status).toBe(1);
  expect(stdout).not.toContain('Tea');
  expect(stderr).toContain('posts/tea.md:7:1: error: unresolved merge conflict');
});

test('a draft with one holds up nothing, and a post about git is published', async () => {
  const site = blogOf({
    ...other,
    'posts/tea.md': postText([...fields, 'draft: true'], conflict),
    'posts/git.md': postText(['title: How we merge', 'date: 2024-05-03'], `\`\`\`\n${conflict}\n\`\`\``),
  });
  const { status } = await build(site);
  expect(status).toBe(0);
  expect(builtFiles(site)).toContain('2024/05/03/git/index.html');
  expect(builtFiles(site).filter((file) => /tea/.test(file))).toEqual([]);
});

test('a page with one stops the build', async () => {
  const site = blogOf({ ...other, 'posts/_site/us.md': `# Us\n\n${conflict}\n` });
  const { status, stderr } = await build(site);
  expect(status).toBe(1);
  expect(stderr).toContain('posts/_site/us.md: unresolved merge conflict in lines 3 to 7');
  expect((await run(site, ['validate'])).stdout).toContain('posts/_site/us.md:3:1: error: unresolved merge conflict');
});

test.each(['<<<<<<< HEAD', '>>>>>>> review'])('a post with %s alone is neither listed nor built', async (mark) => {
  const site = blogOf({ ...other, 'posts/tea.md': postText(fields, `Twelve came.\n${mark}`) });
  for (const { status, stderr } of [await run(site, ['list']), await build(site)]) {
    expect(status).toBe(1);
    expect(stderr).toMatch(/posts\/tea\.md.*line left over from a merge conflict/);
  }
});
