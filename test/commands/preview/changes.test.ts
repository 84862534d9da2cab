/** What a change on disk asks for: no look at all posts, where it is only what an editor writes while it saves. */
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readChanges } from '../../../src/commands/preview/changes.ts';
import { tempFolder } from '../../support/tempFolder.ts';

const root = tempFolder({ 'posts/visit.md': 'Text.' });
const file = { file: 'posts/visit.md', path: join(root, 'posts/visit.md'), inPosts: 'visit.md' };

const survey = {
  configFile: join(root, 'blog.config.yaml'),
  root,
  posts: join(root, 'posts'),
  files: undefined,
  postAt: (path: string) => (path === file.path ? file : undefined),
  isFolder: (path: string) => path === join(root, 'posts/2019'),
  isShown: () => false,
};

test.each([
  ['posts/visit.md', []],
  ['posts/visit.md~', []],
  ['posts/.visit.md.swp', []],
  ['posts/4913', []],
  ['posts/visit.md.new', []],
  ['posts/new.md', ['isListDue']],
  ['posts/_site/cookies.md', ['isListDue']],
  ['posts/2019', ['isListDue']],
  ['posts/table.png', ['isMediaDue']],
  ['blog.config.yaml', ['isConfigDue']],
  ['other/blog.config.yaml', []],
])('%s', (path, expected) => {
  const { posts, ...due } = readChanges([join(root, path)], survey);
  expect(Object.entries(due).flatMap(([name, isDue]) => (isDue ? [name] : []))).toEqual(expected);
  expect(posts).toEqual(path === 'posts/visit.md' ? [file] : []);
});
