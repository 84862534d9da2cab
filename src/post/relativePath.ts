/** Relative paths in posts, from one file to another. */

/**
 * A key for comparing paths: equal for those that macOS takes for the same, which may write `é` as two characters. Capitals
 * count, as they do on most servers.
 */
export function pathKey(path: string): string {
  return path.normalize('NFC');
}

/** The path that a relative path refers to: `a/b.md` and `../c.png` → `c.png`; undefined if it leaves the root. */
export function joinPath(from: string, path: string, separator: string | RegExp = /[/\\]/): string | undefined {
  const parts = from.split('/').slice(0, -1);
  for (const part of path.split(separator)) {
    if (part === '..' && parts.pop() === undefined) return undefined;
    if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  return parts.join('/');
}

/** A path without percent-encoding (except that of separators, by `decodeURI`); as it is if the encoding is invalid. */
export function decodePath(path: string, decode = decodeURIComponent): string {
  try {
    return decode(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}

/**
 * The paths that a relative URL, without query, may mean: percent-encoded, or a name with a percent sign in it. A backslash
 * is a separator, as on Windows, or else a part of a name.
 */
export function pathsOf(from: string, url: string): string[] {
  const paths = [decodePath(url), url].flatMap((path) => [joinPath(from, path), joinPath(from, path, '/')]);
  return [...new Set(paths)].filter((path) => path !== undefined && path !== '') as string[];
}

/** The post that a relative URL leads to: its file, or the folder that it has to itself, in the language of `from`. */
export function linkedPost(from: string, url: string, isPost: (path: string) => boolean): string | undefined {
  const [, language = ''] = /(\.[a-z]{2,3}(?:-[a-z\d]+)?)\.(?:md|markdown)$/i.exec(from) ?? [];
  const names = [...new Set([`index${language}`, 'index'])].flatMap((name) => [`${name}.md`, `${name}.markdown`]);
  return pathsOf(from, url)
    .flatMap((path) => [path, ...names.map((name) => `${path}/${name}`)])
    .find(isPost);
}

/**
 * The paths that the URL of an image may mean: WordPress exporters leave out the folder `images` beside the post, and Hexo the
 * one that has the name of the post.
 */
export function imagePaths(from: string, url: string): string[] {
  const isInside = !url.split(/[/\\]/).includes('..');
  if (!isInside) return pathsOf(from, url);
  const own = /([^/]+)\.(?:md|markdown)$/i.exec(from)?.[1];
  const folders = ['images', ...(own === undefined || own === 'index' ? [] : [encodeURIComponent(own)])];
  return [...pathsOf(from, url), ...folders.flatMap((folder) => pathsOf(from, `${folder}/${url}`))];
}

/** The relative path from one file to another: `2019/a.md` and `b.md` → `../b.md`. */
export function relativePath(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
}
