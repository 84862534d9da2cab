/** What the checks of URLs know, and what they find. */
import type { Fault, Place } from '../diagnostic.ts';

/** What is known about the disk. Paths are relative to the posts folder, with `/`. */
export interface FolderFacts {
  isPost(inPosts: string): boolean;
  isFile(inPosts: string): boolean;
  /** The only post whose file, or the folder that it has to itself, has the name of this path, whatever its case. */
  named?(path: string): string | undefined;
  /** What there is instead of a file, such as a named pipe; undefined for a folder, or nothing. */
  other?(inPosts: string): string | undefined;
  /** The only file in the same folder whose name differs by a typo. */
  similar?(inPosts: string): string | undefined;
  /** The folder of the blog, if the posts folder is in it: what its paths begin with there, and which of them are files. */
  root?: { posts: string; isFile(path: string): boolean; similar(path: string): string | undefined };
  /** Whether a path from the root of the site is a file in the static folder; undefined if none is configured. */
  isStatic?: (path: string) => boolean;
  /** What is wrong with a link to a page of the site that has no such page; undefined unless the site is built from the folder. */
  deadLink?: ((url: string) => Pick<Fault, 'rule' | 'message' | 'hint'> | undefined) | undefined;
  /** Whether links to posts that are not public are looked up, too: only where somebody reads warnings. */
  tellsHidden?: boolean;
  /** The ids of the headings and anchors in the text of a post, for links to a part of it; undefined if it cannot be read. */
  idsIn?(inPosts: string): ReadonlySet<string> | undefined;
}

/** A URL that is not a file, but may be one at which a post is published; or one of a post, which may not be public. */
export interface OpenUrl {
  rule: 'link-broken' | 'image-file-missing';
  url: string;
  /** The file of the post, relative to the posts folder. */
  inPosts: string;
  place: Place;
  /** The file of the post to which it leads; undefined for what is no file. */
  linked?: string | undefined;
}

/** The faults of a part of a post, and the URLs that can be checked once all posts are read. */
export interface UrlFindings {
  faults: Fault[];
  open: OpenUrl[];
}

/** Returns what finds the only one of `posts` that a name means. They are indexed when the first one is asked for. */
export function findByName(posts: Iterable<string>): (path: string) => string | undefined {
  let known: Map<string, string | undefined> | undefined;
  return (path) => {
    known ??= indexNames(posts);
    return known.get(nameIn(path));
  };
}

function indexNames(posts: Iterable<string>): Map<string, string | undefined> {
  const known = new Map<string, string | undefined>();
  for (const post of posts) {
    const name = nameIn(post.replace(/\/index\.(?:md|markdown)$/i, ''));
    known.set(name, known.has(name) ? undefined : post);
  }
  return known;
}

function nameIn(path: string): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.(?:md|markdown)$/i, '')
    .normalize('NFC')
    .toLowerCase();
}
