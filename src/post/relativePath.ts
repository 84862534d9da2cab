/** Relative paths in posts, from one file to another. */

/** The path that a relative path refers to: `a/b.md` and `../c.png` → `c.png`; undefined if it leaves the root. */
export function joinPath(from: string, path: string): string | undefined {
  const parts = from.split('/').slice(0, -1);
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined;
    if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  return parts.join('/');
}

/** A path without percent-encoding (but that of separators, by `decodeURI`); as it is if the encoding is invalid. */
export function decodePath(path: string, decode = decodeURIComponent): string {
  try {
    return decode(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}

/** The relative path from one file to another: `2019/a.md` and `b.md` → `../b.md`. */
export function relativePath(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
}
