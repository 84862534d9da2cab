/** Paths in `wp-content/uploads`: those that a URL may mean, and those that copies get. */
import { isDeviceName, shortenSlug } from '../../post/draft/slug.ts';
import { decodePath } from '../../post/relativePath.ts';
import { withoutSize } from '../index/urls.ts';
import type { Attachment } from '../types.ts';

/** The folder of the copies, in the posts folder. */
export const uploadsFolder = 'uploads';

/**
 * The paths in the uploads folder that a file may have, the likeliest first: that of its attachment, else that of the key of its
 * URL (see `fileKey`). A smaller version is the file that WordPress made it from, or the one that WordPress serves in its place.
 */
export function uploadPaths(key: string, attachment?: Attachment): string[] {
  const written = /\/(?:uploads|files)\/([^\0]+)$/i.exec(key)?.[1];
  const paths = [
    ...(attachment === undefined || attachment.file === '' ? [] : [attachment.file]),
    ...(written === undefined ? [] : versions(written)),
  ];
  // A copy of one site of a network begins below `sites/2`.
  const all = paths.flatMap((path) => [path, path.replace(/^sites\/\d+\//i, '')]);
  return [...new Set(all.flatMap((path) => [path, decodePath(path)]))];
}

/** The original of a smaller version comes last but one: it may be huge, and tell where a photograph was taken. */
function versions(path: string): string[] {
  const bare = withoutSize(path);
  return bare === undefined ? [path] : [bare.replace(/(?=\.[a-z\d]{2,5}$)/i, '-scaled'), bare, path];
}

/** What is no part of a name on some disk, or would have to be encoded in a link. */
const awkward = /[\s<>:"|?*\\#%()[\]`\p{C}\p{Z}]+/gu;

/** The path of a copy in the posts folder, from its path in the uploads folder; `count` sets equal ones apart. */
export function copyPath(path: string, count = 1): string {
  const parts = path
    .normalize('NFC')
    .toWellFormed()
    .split('/')
    .map((part) => part.replace(awkward, '-').replace(/^\.+/, ''));
  const name = parts.pop() ?? '';
  const [, stem = '', end = ''] = /^(.*?)(\.[a-z\d]{1,10})?$/isu.exec(name) ?? [];
  const number = count === 1 ? '' : `-${count}`;
  const folders = parts.filter((part) => part !== '').map((part) => safeName(part));
  return [uploadsFolder, ...folders, `${safeName(stem)}${number}${end}`].join('/');
}

function safeName(name: string): string {
  const plain = shortenSlug(name, 180).replace(/[. ]+$/, '') || 'file';
  return isDeviceName(plain) ? `${plain}-file` : plain;
}

/** Paths that are one file on some disk. */
export function foldedPath(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
