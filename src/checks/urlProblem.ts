/** What is wrong with a URL in a post, and what was probably meant. */
import type { PublishedUrls } from '../blog/publishedUrls.ts';
import { withoutSlashes } from '../blog/url.ts';
import type { Fault } from '../diagnostic.ts';
import { imageType } from '../post/imageType.ts';
import { suggest } from '../post/nearest.ts';
import { decodePath, joinPath, relativePath, unmarked } from '../post/relativePath.ts';
import { abridge } from '../post/text.ts';
import type { FolderFacts, OpenUrl } from './folderFacts.ts';
import { isLocalOrShared, isProgramOnly } from './urls/ownFiles.ts';
import { findWebUrlProblem } from './urls/webUrls.ts';

/** A URL as word processors and HTML write it. */
const inQuotes = /^["'“”„«»‘’]([^"“”„«»‘’]+)["'“”«»‘’]$/;

/** The path of a URL. */
export function withoutQuery(url: string): string {
  return /^[^?#]*/.exec(url)?.[0] ?? '';
}

/** The message about a URL at which nothing was found, and what to write instead. */
export function findUrlProblem(
  open: OpenUrl,
  folder: FolderFacts,
  published?: PublishedUrls,
): Pick<Fault, 'message' | 'hint' | 'level'> {
  const { url, inPosts } = open;
  const what = open.rule === 'link-broken' ? 'link' : 'image';
  if (url === '') {
    const example =
      what === 'link'
        ? 'it in the round brackets: [text](https://…)'
        : 'the file name in the round brackets: ![alt text](image.jpg)';
    return { message: `${what} has no URL`, hint: `add ${example}` };
  }
  const bare = inQuotes.exec(url)?.[1];
  if (isLocalOrShared(bare ?? url)) return localProblem(bare ?? url, what);
  if (bare !== undefined) {
    return { message: `${what} “${abridge(bare)}” is in quotation marks`, hint: 'remove them' };
  }
  const shown = `${what} “${abridge(url)}”`;
  if (isProgramOnly(url)) {
    const hint = 'copy the file to the posts folder, and use its path there';
    return { message: `${shown} is known only to the program from which it was copied`, hint };
  }
  const onWeb = findWebUrlProblem(url, what);
  if (onWeb) return onWeb;
  const plain = { ...open, url: unmarked(inPosts, url) };
  const path = decodePath(withoutQuery(plain.url));
  const file = joinPath(inPosts, path);
  const other = file === undefined ? undefined : folder.other?.(file);
  if (other !== undefined) {
    const hint = `put the file itself there, or remove the ${what}`;
    return { message: `${shown} is ${other}, not a file`, hint };
  }
  const inRoot = what === 'image' && folder.root ? joinPath(folder.root.posts + inPosts, path) : undefined;
  const hint = hintOf(plain, { file, inRoot }, folder, published);
  if (path.startsWith('/')) return { message: `${shown} not found: the site has no such page or file`, hint };
  if (file !== undefined) {
    // A folder may be there, but readers could not open it.
    const kind = what === 'link' && !/\.\w+$/.test(file) ? 'post ' : '';
    return { message: `${shown} not found: the posts folder has no ${kind}“${abridge(file)}”`, hint };
  }
  if (inRoot !== undefined && imageType(inRoot) === undefined && folder.root?.isFile(inRoot)) {
    const message = `${shown} is not a file with the extension of an image`;
    return { message, hint: 'name an image, such as one that ends in .jpg or .png' };
  }
  if (inRoot === undefined) return { message: `${shown} points outside the posts folder`, hint };
  return { message: `${shown} not found: the blog’s folder has no “${abridge(inRoot)}”`, hint };
}

/** The problem of a path that nobody else has. */
export function localProblem(path: string, what: 'link' | 'image'): { message: string; hint: string } {
  const hint = 'copy the file to the posts folder, and use its path there';
  return { message: `${what} “${abridge(path)}” points to a file on your own computer`, hint };
}

/** A host name, by its top-level domain; not one such as `.md`, which is also a file extension. */
const siteName =
  /^(?:www\.[^/]+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|edu|gov|info|uk|eu|de|fr|ca|au|us))(?:\/|$)/i;

/** What to do about a URL that may lead to a file: in the posts folder, or in that of the blog. */
function hintOf(
  { rule, url, inPosts }: OpenUrl,
  { file, inRoot }: { file: string | undefined; inRoot: string | undefined },
  folder: FolderFacts,
  published?: PublishedUrls,
): string {
  if (/^[^\s/@]+@[^\s/@]+\.[a-z]+$/i.test(url)) return `write mailto:${url} for an email address`;
  if (siteName.test(url)) return `write https://${url} for another site`;
  const inBrackets = /^\((.+)\)$/.exec(url)?.[1];
  if (inBrackets !== undefined) return `remove the second pair of round brackets: (${abridge(inBrackets)})`;
  const isLink = rule === 'link-broken';
  const post = isLink ? similarPost(url, inPosts, folder, published) : undefined;
  const meant = post ?? (file === undefined ? undefined : folder.similar?.(file));
  if (meant !== undefined && meant !== inPosts) return suggestPath(relativePath(inPosts, meant));
  const { root } = folder;
  const above = root && file === undefined && inRoot !== undefined ? root.similar(inRoot) : undefined;
  if (root && above !== undefined) return suggestPath(relativePath(root.posts + inPosts, above));
  if (file === undefined) return 'check the number of ../, or copy the file to the posts folder';
  return `check spelling and capitals${isLink ? '; for another site, begin with https://' : ', and that the file is in the folder'}`;
}

/** The question that suggests a path, as it is written in a URL. */
function suggestPath(path: string): string {
  return suggest(path.replaceAll('%', '%25').replaceAll(' ', '%20'));
}

/** The post that a broken path probably means: without its extension or with another, or with another folder or date. */
function similarPost(url: string, inPosts: string, folder: FolderFacts, published?: PublishedUrls): string | undefined {
  const path = withoutSlashes(decodePath(withoutQuery(url))).replace(/(?:\/index)?\.(?:html?|mdx?|markdown)$/i, '');
  const file = joinPath(inPosts, path);
  const near = ['.md', '.markdown', '/index.md'].find((end) => file !== undefined && folder.isPost(file + end));
  return near === undefined ? published?.withSlug(path) : `${file}${near}`;
}
