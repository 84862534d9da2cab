/** Finds the texts of pages that are not posts: the files of `_site` in the posts folder. */
import { join } from 'node:path';
import { isMissing } from '../folder.ts';
import { findPosts, type PostFile, type PostFolder } from '../posts.ts';

/** The folder in the posts folder. */
const textFolder = '_site';

/** Whether a file is one of these texts, and no post. */
export function isText({ inPosts }: Pick<PostFile, 'inPosts'>): boolean {
  return inPosts.startsWith(`${textFolder}/`);
}

/** The files of these texts, with paths in the posts folder (`_site/cookies.md`), sorted. Throws UserError if they cannot be found. */
export function findTexts(folder: PostFolder): PostFile[] {
  const path = join(folder.path, textFolder);
  if (isMissing(path)) return [];
  const printed = `${folder.printed}${textFolder}/`;
  return findPosts({ ...folder, path, printed }).flatMap((file) =>
    // A page has one name, and no folder.
    file.inPosts.includes('/') ? [] : [{ ...file, inPosts: `${textFolder}/${file.inPosts}` }],
  );
}
