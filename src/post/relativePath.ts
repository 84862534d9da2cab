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

/** Pelican’s marks of a path from the folder of its content, or with no slash after it from the post; also as Markdown encodes them. */
const contentMark = /^(?:\{|%7B|\||%7C)(?:static|attach|filename)(?:\}|%7D|\||%7C)(?=\/*[^/])/i;

/** A URL without Pelican’s mark: `{static}/a.png` → `/a.png`, from the top of the content; undefined if it has none. */
export function markedPath(url: string): string | undefined {
  return contentMark.test(url) ? url.replace(contentMark, '') : undefined;
}

/** A URL with Pelican’s mark as a path from a post, if the posts folder is that of the content; any other as it is. */
export function unmarked(from: string, url: string): string {
  const path = markedPath(url) ?? url;
  return path !== url && path.startsWith('/')
    ? '../'.repeat(from.split('/').length - 1) + path.replace(/^\/+/, '')
    : path;
}

/**
 * The paths that a relative URL, without query, may mean: percent-encoded, or a name with a percent sign in it. A backslash
 * is a separator, as on Windows, or else a part of a name.
 */
export function pathsOf(from: string, url: string): string[] {
  const marked = markedPath(url);
  if (marked !== undefined) {
    // The content may be in any of the folders above.
    const folders = marked.startsWith('/') ? from.split('/').map((_, depth, parts) => parts.slice(0, depth)) : [];
    const tops = folders.map((parts) => [...parts, ''].join('/'));
    return (tops.length > 0 ? tops : [from]).flatMap((top) => pathsOf(top, marked));
  }
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
