/** What a change on disk means for the pages. */
import { basename } from 'node:path';
import { configNames } from '../../files/config.ts';
import { mediaType } from '../../files/media/media.ts';
import { isPostName } from '../../files/postNames.ts';
import { isInside, type PostFile } from '../../files/posts.ts';
import { stateOf } from '../../files/watch/states.ts';

/** What is known about the files of the blog. */
export interface Surveyed {
  configFile: string | undefined;
  root: string;
  posts: string;
  /** The folder `static`, if there is one. */
  files: string | undefined;
  /** A post by its absolute path. */
  postAt(path: string): PostFile | undefined;
  isFolder(path: string): boolean;
  /** Whether a page that was shown has this file. */
  isShown(path: string): boolean;
}

export interface Meaning {
  /** Posts to read again. */
  posts: PostFile[];
  /** Whether to look which posts there are. */
  isListDue: boolean;
  isConfigDue: boolean;
  /** Whether an image or another file that pages have may have changed. */
  isMediaDue: boolean;
}

/** Sorts the paths that may have changed. */
export function readChanges(paths: Iterable<string>, known: Surveyed): Meaning {
  const meaning: Meaning = { posts: [], isListDue: false, isConfigDue: false, isMediaDue: false };
  for (const path of paths) {
    const post = known.postAt(path);
    if (path === known.configFile || isConfigIn(known.root, path)) meaning.isConfigDue = true;
    else if (post) meaning.posts.push(post);
    else if (known.isFolder(path)) meaning.isListDue ||= isServed(path, known) || isInside(path, known.posts);
    // A new post or page of `_site/`; with another name, it is what an editor writes while it saves.
    else if (isInside(known.posts, path) && isPostName(path)) meaning.isListDue = true;
    if (known.isShown(path) || (mediaType(path) && (isServed(path, known) || isInside(known.root, path))))
      meaning.isMediaDue = true;
    // The file of a post may be gone, or have become a folder.
    if (post && stateOf(path) === '') meaning.isListDue = true;
  }
  return meaning;
}

function isServed(path: string, { posts, files }: Surveyed): boolean {
  return isInside(posts, path) || (files !== undefined && isInside(files, path));
}

function isConfigIn(root: string, path: string): boolean {
  return (
    configNames.includes(basename(path)) &&
    isInside(root, path) &&
    path.length === root.length + 1 + basename(path).length
  );
}
