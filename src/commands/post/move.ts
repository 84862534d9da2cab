/** The rename of a post's file, or of the folder that it has to itself. */
import { basename, dirname, join } from 'node:path';
import type { PostFile } from '../../files/posts.ts';

export interface Move {
  /** The renamed post. */
  to: PostFile;
  /** The file or folder itself, absolute. */
  pathFrom: string;
  pathTo: string;
}

/** Plans a move. `rename` is given the name of the file or folder, and the file's extension (`''` for a folder). */
export function planMove(file: PostFile, rename: (name: string, extension: string) => string): Move {
  const name = basename(file.path);
  const inFolder = /^index\.(?:md|markdown)$/i.test(name) && file.inPosts.includes('/');
  const pathFrom = inFolder ? dirname(file.path) : file.path;
  const part = rename(basename(pathFrom), inFolder ? '' : (/\.[^.]+$/.exec(name)?.[0] ?? ''));
  const pathTo = join(dirname(pathFrom), part);
  const renamed = (path: string): string => {
    const parts = path.split('/');
    parts[parts.length - (inFolder ? 2 : 1)] = part;
    return parts.join('/');
  };
  const path = inFolder ? join(pathTo, name) : pathTo;
  return { to: { path, file: renamed(file.file), inPosts: renamed(file.inPosts) }, pathFrom, pathTo };
}
