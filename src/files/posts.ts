/** Finds the posts in the posts folder. */
import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { nameLanguages } from '../blog/translations.ts';
import { compareText, type Fault } from '../diagnostic.ts';
import { describeSystemError, errorCode, UserError } from '../errors.ts';
import type { PathLanguage } from '../post/fields/language.ts';
import { explain, tried } from './explain.ts';
import { countOther, isHidden, isIgnored, isNoPost, isPostName } from './postNames.ts';
import { comparablePath, pathBelow, withoutPrefix, withSlashes } from './windows.ts';

/** A file that is, or should be, a post. */
export interface PostFile {
  /** Absolute. */
  path: string;
  /** Path for messages: with `/`, relative to where the command runs. */
  file: string;
  /** Path in the posts folder, with `/`. */
  inPosts: string;
  /** The language that its path names. */
  language?: PathLanguage;
  /** It is a link to a file in the posts folder. */
  isLink?: boolean;
  /** Why it cannot be read. */
  fault?: Fault;
  /** It is unreadable, and may be a post or a folder of posts. */
  hides?: true;
}

export interface PostFolder {
  /** Absolute. */
  path: string;
  /** The prefix of printed paths in the posts folder: empty, or with a trailing `/`. */
  printed: string;
  /** The folder that printed paths are relative to, absolute. */
  base: string;
  /** The folder that the posts folder is given from, absolute; undefined if the user named it. */
  root?: string;
  /** Whether the `ignore` setting matches a path in the posts folder. */
  ignores?: (inPosts: string) => boolean;
  /** The languages of the config. */
  languages?: readonly string[] | undefined;
}

/** What `findPosts` found and left out. */
export interface LeftOut {
  /** The number of files by each extension that only other tools read as Markdown. */
  extensions: Map<string, number>;
  /** The printed paths of links to folders outside the posts folder, which may have posts. */
  linked: string[];
}

/** The posts folder of a post, absolute. */
export function folderOf({ path, inPosts }: PostFile): string {
  return resolve(path.slice(0, -inPosts.length));
}

/** Where this and other tools keep posts, in the order in which they are looked for. */
export const usualFolders = [
  ...['posts', '_posts', 'content/posts', 'content/post', 'content/blog'],
  ...['source/_posts', 'src/content/blog', 'src/posts'],
];

/** All posts in a folder, sorted by path; `leftOut` is added to. Throws UserError if the folder cannot be read. */
export function findPosts(folder: PostFolder, leftOut: LeftOut = { extensions: new Map(), linked: [] }): PostFile[] {
  const shown = `“${printedPath(folder.base, folder.path) || '.'}”`;
  const stats = explain(`read posts folder ${shown}`, () => statSync(folder.path, { throwIfNoEntry: false }));
  if (!stats) throw new UserError(`posts folder ${shown} not found; ${whereElse(folder.root)}`);
  if (!stats.isDirectory()) throw new UserError(`${shown} is not a folder; pass --posts DIR`);
  const found: PostFile[] = [];
  walk(folder, '', found, { root: undefined, targets: new Set() }, leftOut);
  const sorted = found.sort((a, b) => compareText(a.inPosts, b.inPosts));
  // A translation of a page that is not a post is not one either.
  return nameLanguages(sorted, folder.languages).filter(({ language }) => !language || !isNoPost(language.path));
}

/** What to do if the posts folder does not exist: name the one that another tool has used, if there is one. */
function whereElse(root: string | undefined): string {
  const found = usualFolders.find((name) => root !== undefined && isFolder(join(root, name)));
  if (found === undefined) return 'run `blog init`, or pass --posts DIR';
  return `“${found}” exists: pass --posts ${found}, or write posts: ${found} in blog.config.yaml`;
}

/** The folder that probably has the posts, if this one has none; printed. Jekyll’s may be within a folder of the site. */
export function otherFolder({ base, path, root }: PostFolder): string | undefined {
  const usual = root === undefined ? [] : usualFolders.map((name) => join(root, name));
  const found = [join(path, '_posts'), ...usual].find((one) => one !== path && isFolder(one));
  return found === undefined ? undefined : printedPath(base, found);
}

/** Whether a path is that of a folder; of one that the system does not let us look at, nobody knows. */
export function isFolder(path: string): boolean {
  return tried(() => statSync(path, { throwIfNoEntry: false }))?.isDirectory() === true;
}

/** A path for messages: relative to `base`, with `/`. */
export function printedPath(base: string, path: string): string {
  return withSlashes(relative(withoutPrefix(base), withoutPrefix(path)));
}

/** The links so far: what they lead to, and the real path of the posts folder, resolved for the first of them. */
interface Links {
  root: string | undefined;
  targets: Set<string>;
}

/** Adds the posts below a folder to `found`, in any order. */
function walk(folder: PostFolder, below: string, found: PostFile[], links: Links, leftOut: LeftOut): void {
  const path = join(folder.path, below);
  let entries: Dirent[];
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (below === '') throw new UserError(`cannot read posts folder: ${describeSystemError(error)}`);
    const message = `cannot read the folder: ${describeSystemError(error)}`;
    found.push({ ...unreadable(folder, below, message), hides: true });
    return;
  }
  const { extensions } = leftOut;
  const linked: string[] = [];
  for (const entry of entries) {
    const inPosts = below === '' ? entry.name : `${below}/${entry.name}`;
    // Only in a folder of its own is a README a post of another tool.
    if (entry.isFile() && (below !== '' || !isPostName(inPosts)))
      countOther(join(path, entry.name), inPosts, folder, extensions);
    if (isIgnored(entry.name, inPosts, folder)) continue;
    if (entry.isSymbolicLink()) linked.push(inPosts);
    // Node puts U+FFFD into names that are not UTF-8, and then does not find the file.
    else if (entry.name.includes('\ufffd') && !existsSync(join(folder.path, inPosts))) {
      if (entry.isDirectory() || isPostName(inPosts)) {
        found.push({ ...unreadable(folder, inPosts, 'file name is not valid UTF-8; rename it'), hides: true });
      }
    } else if (entry.isDirectory()) walk(folder, inPosts, found, links, leftOut);
    else if (isPostName(inPosts)) {
      if (entry.isFile()) found.push(postFile(folder, inPosts));
      else found.push(unreadable(folder, inPosts, `${kindOf(entry)}, not a file`));
    }
  }
  // Links last, so that a file is found by its own path rather than that of a link.
  for (const inPosts of linked) {
    const post = isPostName(inPosts) ? followLink(folder, inPosts, links) : undefined;
    if (post) found.push(post);
    else if (leadsToFolderOutside(folder, inPosts, links)) leftOut.linked.push(folder.printed + inPosts);
  }
}

/** Whether a link that is not named like a post leads to a folder outside: one that leads inside has nothing new. */
function leadsToFolderOutside(folder: PostFolder, inPosts: string, links: Links): boolean {
  if (isPostName(inPosts)) return false;
  const target = tried(() => realpathSync(join(folder.path, inPosts)));
  links.root ??= realpathSync(folder.path);
  return target !== undefined && !isInside(links.root, target) && isFolder(target);
}

/** What is neither a file, nor a folder, nor a link. */
export function kindOf(entry: Pick<Dirent, 'isFIFO' | 'isSocket'>): string {
  if (entry.isFIFO()) return 'a named pipe';
  if (entry.isSocket()) return 'a socket';
  return 'a device';
}

function postFile(folder: PostFolder, inPosts: string): PostFile {
  return { path: pathBelow(folder.path, inPosts), file: folder.printed + inPosts, inPosts };
}

function unreadable(folder: PostFolder, inPosts: string, message: string): PostFile {
  const fault: Fault = { rule: 'not-a-file', message, place: { line: 1, column: 1 } };
  return { ...postFile(folder, inPosts), fault };
}

/** The post that a link leads to: only inside the posts folder, and each only once. */
function followLink(folder: PostFolder, inPosts: string, links: Links): PostFile | undefined {
  const refused = (problem: string): PostFile => unreadable(folder, inPosts, problem);
  try {
    links.root ??= realpathSync(folder.path);
    const target = realpathSync(join(folder.path, inPosts));
    if (!isInside(links.root, target)) return refused('link leads outside the posts folder; not followed');
    const stats = statSync(target);
    // A post is found by its own name as well.
    const isPost = isPostName(target) && !relative(links.root, target).split(sep).some(isHidden);
    if (stats.isDirectory() || isPost || links.targets.has(target)) return undefined;
    if (!stats.isFile()) return refused('link target is not a file');
    links.targets.add(target);
    return { ...postFile(folder, inPosts), isLink: true };
  } catch (error) {
    const isGone = errorCode(error) === 'ENOENT';
    return refused(isGone ? 'link target not found' : `cannot follow the link: ${describeSystemError(error)}`);
  }
}

/** Whether a path is the folder itself or below it; both absolute. */
export function isInside(folder: string, path: string): boolean {
  const [above, below] = [comparablePath(folder), comparablePath(path)];
  return below === above || below.startsWith(above.endsWith(sep) ? above : above + sep);
}
