/** The path of a page on the site → the path of its file in the folder that is published. */
import { foldName } from '../post/fields/slug.ts';

/** Bytes; the longest file name on Linux, and UTF-16 units on macOS and Windows. */
const longestName = 255;

/**
 * The file of a page, with `/`: `/2018/07/visit/` and `/2018/07/visit` → `2018/07/visit/index.html`, `/visit.html` →
 * `visit.html`; or why a folder of files cannot have it, for the end of a message. A folder with index.html is what every
 * server shows under both spellings.
 */
export function outputPath(urlPath: string): { file: string } | { problem: string } {
  const found = filePath(urlPath);
  if ('problem' in found) return found;
  const isFile = !urlPath.endsWith('/') && /\.(?:html?|xml|json|txt|css|ico)$|\/\.nojekyll$/i.test(`/${found.file}`);
  return isFile ? found : { file: found.file === '' ? 'index.html' : `${found.file}/index.html` };
}

/** The file of what is no page, such as an image: the path without encodings. Or why there can be none. */
export function filePath(urlPath: string): { file: string } | { problem: string } {
  if (/[?#]/.test(urlPath)) return { problem: 'it has a “?” or “#”, which no file can have in its URL' };
  const names = urlPath.split('/').filter((name) => name !== '');
  const decoded = names.map(decodeName);
  const problem = decoded.map(problemOf).find((one) => one !== undefined);
  if (problem !== undefined) return { problem };
  return { file: decoded.join('/') };
}

/** Files that cannot exist together: equal but for capitals or Unicode form, or one where another needs a folder. */
export function findFileClashes(files: readonly string[]): [string, string][] {
  const byKey = new Map<string, string>();
  const clashes: [string, string][] = [];
  for (const file of files) {
    const key = foldName(file);
    const other = byKey.get(key);
    if (other === undefined) byKey.set(key, file);
    else clashes.push([other, file]);
  }
  for (const [key, file] of byKey) {
    for (let slash = key.lastIndexOf('/'); slash > 0; slash = key.lastIndexOf('/', slash - 1)) {
      const above = byKey.get(key.slice(0, slash));
      if (above !== undefined) clashes.push([above, file]);
    }
  }
  return clashes;
}

/** Whether a folder of this name is that of git, for some disk: those of Windows and macOS have other spellings for it, as git knows. */
export function isGitFolder(name: string): boolean {
  return /^(?:\.git|git~1)[ .]*(?::.*)?$/is.test(withoutIgnored(name));
}

/** Whether a name belongs to git, or to `blog build` itself. */
export function isReservedName(name: string): boolean {
  return isGitFolder(name) || /^\.blog-/i.test(withoutIgnored(name));
}

/** A name without the characters that HFS+, a disk of macOS, ignores. */
function withoutIgnored(name: string): string {
  return name.replace(/[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g, '');
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // No UTF-8: servers look for the name as it is.
    return name;
  }
}

function problemOf(name: string): string | undefined {
  if (/^\.{1,2}$/.test(name)) return 'it has the part “.” or “..”';
  if (isReservedName(name)) return 'it has a name that belongs to git or to blog build itself';
  if (/[/\\\0-\x1f\x7f]/.test(name)) return 'it has a slash or a control character in a name';
  if (new TextEncoder().encode(name).length > longestName)
    return `one of its names is longer than ${longestName} bytes`;
  return undefined;
}
