/** Finds the texts of pages that are not posts: the files of `_site` in the posts folder. */
import { join } from 'node:path';
import { pageFolder } from '../../post/pageText.ts';
import { isMissing } from '../folder.ts';
import { findPosts, type PostFile, type PostFolder } from '../posts.ts';

/** Whether a file is one of these texts, and no post. */
export function isText({ inPosts }: Pick<PostFile, 'inPosts'>): boolean {
  return inPosts.startsWith(`${pageFolder}/`);
}

/** The files of these texts, with paths in the posts folder (`_site/cookies.md`), sorted. Throws UserError if they cannot be found. */
export function findTexts(folder: PostFolder): PostFile[] {
  const path = join(folder.path, pageFolder);
  if (isMissing(path)) return [];
  const printed = `${folder.printed}${pageFolder}/`;
  return findPosts({ ...folder, path, printed }).flatMap((file) =>
    // A page has one name, and no folder.
    file.inPosts.includes('/') ? [] : [{ ...file, inPosts: `${pageFolder}/${file.inPosts}` }],
  );
}
