/** What is done stays done when it cannot be printed, and the user is told so. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { OutputClosed, UserError } from '../../src/errors.ts';
import { main } from '../../src/main.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';
import { testShell } from '../support/testShell.ts';

const post = (slug: string, more: string): Record<string, string> => ({
  [`posts/2024-05-14-${slug}.md`]: `---\ntitle: ${slug}\ndate: 2024-05-14\nid: ${randomUUID()}\n${more}---\nText.\n`,
});

const files = {
  ...post('one', 'categories: [News]\n'),
  ...post('two', 'categories: [News]\n'),
  ...post('draft', 'draft: true\n'),
};

async function run(args: string[], files: Record<string, string>, error: Error) {
  const folder = tempFolder(files);
  const out = (): never => {
    throw error;
  };
  const { shell, stderr } = testShell({ cwd: folder, out });
  return { status: await main(args, shell), err: stderr(), folder };
}

describe.each<[string[], Record<string, string>, string, string, RegExp]>([
  [
    ['new', 'Tea'],
    files,
    'but the post was written: posts/2024-05-14-tea.md',
    'posts/2024-05-14-tea.md',
    /title: "Tea"/,
  ],
  [['init'], {}, 'the blog was still created: blog.config.yaml', 'blog.config.yaml', /timezone:/],
  [['publish', 'draft'], files, 'but the post was published', 'posts/2024-05-14-draft.md', /draft: false/],
  [['unpublish', 'one'], files, 'but the post is now a draft', 'posts/2024-05-14-one.md', /draft: true/],
  [
    ['rename', 'one', 'Three'],
    files,
    'but the post was renamed to posts/2024-05-14-three.md',
    'posts/2024-05-14-three.md',
    /title: Three/,
  ],
  [
    ['categories', 'merge', 'News', 'Events'],
    files,
    'but 2 posts changed',
    'posts/2024-05-14-two.md',
    /categories: \[Events\]/,
  ],
])('%j', (args, before, said, file, text) => {
  test('a full disk behind the output: exit 2, which says that it is done', async () => {
    const { status, err, folder } = await run(args, before, new UserError('cannot write the output: no space left'));
    expect({ status, err }).toEqual({ status: 2, err: `blog: cannot write the output: no space left; ${said}\n` });
    expect(readFileSync(join(folder, file), 'utf8')).toMatch(text);
  });

  test('a closed pipe: done all the same', async () => {
    const { status, folder } = await run(args, before, new OutputClosed());
    expect(status).toBe(0);
    expect(readFileSync(join(folder, file), 'utf8')).toMatch(text);
  });
});

test('a dry run does not say that anything was written', async () => {
  const { err, folder } = await run(['new', 'T', '--dry-run'], {}, new UserError('full'));
  expect(err).toBe('posts/2024-05-14-t.md\nblog: full\n');
  expect(filesIn(folder)).toEqual([]);
});
