/** What checks need to know about the disk. */
import { join } from 'node:path';
import type { FolderFacts } from '../checks/urls.ts';
import { fileLookup } from '../files/existing.ts';
import { checkInside } from '../files/outside.ts';
import type { PostFile } from '../files/posts.ts';
import type { SiteContext } from './site.ts';

/** What is known about the files around the posts. Throws UserError if the config’s static folder is outside the project. */
export function folderFacts(
  { root, config, folder }: SiteContext,
  files: readonly PostFile[],
  inFolder = fileLookup(folder.path),
): FolderFacts {
  const posts = new Set(files.map(({ inPosts }) => inPosts));
  const isPost = (inPosts: string): boolean => posts.has(inPosts);
  const isFile = (inPosts: string): boolean => inFolder(inPosts) !== undefined;
  if (config.static === undefined) return { isPost, isFile };
  const staticFolder = join(root, config.static);
  checkInside(root, staticFolder, `static: ${config.static}`);
  const inStatic = fileLookup(staticFolder);
  return { isPost, isFile, isStatic: (path) => inStatic(path) !== undefined };
}
