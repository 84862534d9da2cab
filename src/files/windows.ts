/** What Windows does with paths and open files, and other systems do not. */
import { sep, win32 } from 'node:path';
import { errorCode } from '../errors.ts';
import { isDeviceName } from '../post/draft/slug.ts';

/** Whether the paths of this system are those of Windows. */
export const isWindows = sep === win32.sep;

/** A path with `/`, as all are printed: on Windows in place of `\`, which elsewhere is a character of names. */
export function withSlashes(path: string, onWindows = isWindows): string {
  return onWindows ? path.replaceAll('\\', '/') : path;
}

/** A path without the `\\?\` that says to Windows that it may be long; Node adds it where it is needed. */
export function withoutPrefix(path: string, onWindows = isWindows): string {
  return onWindows ? path.replace(/^\\\\\?\\(?:(?=[a-z]:)|UNC(\\))/i, (_, share = '') => share && `\\${share}`) : path;
}

/**
 * The path of what is in a folder, given with `/`. Concatenated, because for ten thousand files node:path takes longer than
 * finding them.
 */
export function pathBelow(folder: string, inFolder: string): string {
  const path = (folder.endsWith(sep) ? folder : folder + sep) + inFolder;
  return isWindows ? path.replaceAll('/', sep) : path;
}

/** A path as it is compared with others: Windows does not tell capitals apart. */
export function comparablePath(path: string, onWindows = isWindows): string {
  return onWindows ? withoutPrefix(path, true).toLowerCase() : path;
}

/** The longest name on disks of Windows, in UTF-16 units. */
const longestName = 255;

/** Why Windows can have no file with this absolute path, for the end of a message; undefined if it can, or elsewhere. */
export function nameProblem(path: string, onWindows = isWindows): string | undefined {
  if (!onWindows) return undefined;
  const plain = withoutPrefix(path, true);
  const names = plain.slice(win32.parse(plain).root.length).split(/[\\/]/);
  // To a path as Node hands it over, Windows would do the letter of it: make files that few programs can open or delete.
  for (const name of names) {
    // Windows would say that it is not found.
    if (name.length > longestName) return 'its name is too long';
    // Spaces before the dot count as little as what is behind it.
    if (isDeviceName(name.replace(/ +(?=\.|$)/, ''))) return `“${name}” is the name of a device on Windows`;
    if (/[<>:"|?*]/.test(name)) return `“${name}” contains a character that Windows does not allow in names`;
    if (/[. ]$/.test(name)) return `“${name}” ends with a dot or a space, which Windows does not allow`;
  }
  return undefined;
}

/** ms; virus scanners and indexers have a new file open for about as long. */
const pauses = isWindows ? [10, 20, 50, 100, 200, 400] : [];

/**
 * The result of `rename`. While another program has the file open, Windows refuses, so that it is tried again for a while.
 * Throws the last error of the system.
 */
export function renamePatiently<T>(rename: () => T, waits: readonly number[] = pauses): T {
  for (const wait of waits) {
    try {
      return rename();
    } catch (error) {
      if (!['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error) ?? '')) throw error;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
  }
  return rename();
}

const inUse = 'operation not permitted; is it read-only, or open in another program?';

/** Words for what Windows says of a file that another program has open. */
export const wordsForOpen: Readonly<Record<string, string>> = isWindows ? { EPERM: inUse, EACCES: inUse } : {};
