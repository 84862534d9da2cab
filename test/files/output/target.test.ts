import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { folderProblem, isOccupied } from '../../../src/files/output/target.ts';
import { tempFolder } from '../../support/tempFolder.ts';

function blog() {
  const home = tempFolder({ 'work/blog/posts/a.md': '', 'work/blog/public/x': '', 'work/else/x': '', 'other/x': '' });
  const root = join(home, 'work/blog');
  const problem = (path: string) =>
    folderProblem(join(root, path), 'DIR', { root, posts: join(root, 'posts'), homes: [home] });
  return { home, root, problem };
}

describe('folderProblem', () => {
  test.each(['public', '.gitlab', 'blog.git/x', 'new/deep', '../else', '../../other', 'posts2'])(
    '%s may be a site',
    (path) => {
      expect(blog().problem(path)).toBeUndefined();
    },
  );

  test.each([
    ['.', 'DIR contains the blog itself'],
    ['..', 'DIR contains the blog itself'],
    ['/', 'DIR contains the blog itself'],
    ['../../../../../../../../../../..', 'DIR contains the blog itself'],
    ['posts', 'DIR contains the posts folder'],
    ['posts/public', 'DIR is inside the posts folder'],
    ['.git', 'DIR belongs to git'],
    ['.git/hooks', 'DIR belongs to git'],
    ['../else/.GIT', 'DIR belongs to git'],
    ['git~1', 'DIR belongs to git'],
    ['.g\u200cit', 'DIR belongs to git'],
    ['.git. /x', 'DIR belongs to git'],
  ])('%s may not', (path, message) => {
    expect(blog().problem(path)).toBe(message);
  });

  test('a home folder, and one above it', () => {
    const { home } = blog();
    const site = tempFolder({ 'posts/a.md': '' });
    const problem = (path: string) =>
      folderProblem(path, 'DIR', { root: site, posts: join(site, 'posts'), homes: [home] });
    expect(problem(home)).toBe('DIR contains a home folder');
    expect(problem(join(home, 'work'))).toBeUndefined();
  });

  test('through links', () => {
    const { root, home, problem } = blog();
    symlinkSync(join(home, 'other'), join(root, 'out'));
    symlinkSync('posts', join(root, 'in'));
    expect(problem('out')).toBe(`DIR leads through a link to ${join(home, 'other')}, outside the blog’s folder`);
    expect(problem('in')).toBe('DIR contains the posts folder');
    expect(problem('in/deep')).toBe('DIR is inside the posts folder');
    symlinkSync('.git', join(root, 'site'));
    expect(problem('site')).toBe('DIR belongs to git');
  });

  test('posts outside of the root', () => {
    const [root, posts] = [tempFolder(), tempFolder({ 'a.md': '' })];
    expect(folderProblem(posts, 'DIR', { root, posts, homes: [] })).toBe('DIR contains the posts folder');
    expect(folderProblem(join(posts, 'x'), 'DIR', { root, posts, homes: [] })).toBe('DIR is inside the posts folder');
  });
});

describe('isOccupied', () => {
  test.each([
    ['no folder', undefined, false],
    ['an empty folder', {}, false],
    ['a file', { 'index.html': '' }, true],
    ['a hidden file', { '.htaccess': '' }, true],
    ['what a system puts there', { '.DS_Store': '', '.gitkeep': '' }, false],
    ['a site of ours', { 'index.html': '', '.blog-build.json': '' }, false],
    ['what a killed build left', { '.blog-build.tmp/0': '', '.blog-12-0123abcd.lock': '' }, false],
  ])('%s', (_, files, expected) => {
    const folder = tempFolder(files ?? {});
    expect(isOccupied(files ? folder : join(folder, 'none'), 'public')).toBe(expected);
  });

  test('a folder of folders', () => {
    const folder = tempFolder();
    mkdirSync(join(folder, '.git'));
    expect(isOccupied(folder, 'public')).toBe(true);
  });
});
