/** A path that is no post’s, though the file is there: it is said why. */
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { run } from '../support/site.ts';
import { tempFolder } from '../support/tempFolder.ts';

const post = '---\ntitle: Tea\ndate: 2024-01-02\ndraft: true\n---\nText.\n';
const siteWith = (): string => {
  const folder = tempFolder({
    'blog.config.yaml': 'ignore: ["archive/**"]\n',
    'tea.md': post,
    'posts/a.md': post,
    'posts/_drafts/tea.md': post,
    'posts/.tea.md': post,
    'posts/README.md': post,
    'posts/archive/tea.md': post,
    'posts/tea.txt': post,
  });
  symlinkSync('a.md', join(folder, 'posts/b.md'));
  return folder;
};
const byName = (name: string): string => `is ignored because of the name “${name}”; move or rename it`;

describe.each(['show', 'publish', 'submit', 'edit'])('%s', (command) => {
  test.each([
    ['posts/_drafts/tea.md', byName('_drafts')],
    ['_drafts/tea.md', byName('_drafts')],
    ['posts/.tea.md', byName('.tea.md')],
    ['README.md', byName('README.md')],
    ['posts/archive/tea.md', 'is ignored; to change that, edit “ignore” in the config'],
    ['./tea.md', 'is outside the posts folder “posts”'],
    ['posts/tea.txt', 'is not a post; to see all posts, run: blog list'],
    ['posts/nosuch/a.md', 'not found'],
    ['posts', 'not found'],
    [`posts/${'a'.repeat(300)}.md`, 'not found'],
  ])('%s %s', async (wanted, problem) => {
    const { status, stdout, stderr } = await run(siteWith(), [command, wanted]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(
      problem === 'not found' ? `blog: post “${wanted}” not found` : `blog: “${wanted}” ${problem}\n`,
    );
  });
});

test('a link to a post stands for that post', async () => {
  expect((await run(siteWith(), ['show', 'posts/b.md'])).stdout).toContain('posts/a.md');
});
