/** What checks need to know about the disk. */
import { join } from 'node:path';
import { type FolderFacts, findByName } from '../checks/folderFacts.ts';
import { fileLookup, otherLookup } from '../files/existing.ts';
import { checkInside } from '../files/outside.ts';
import { isInside, type PostFile, printedPath } from '../files/posts.ts';
import { similarFile } from '../files/similar.ts';
import { decodePath, pathKey } from '../post/relativePath.ts';
import { publishedPages } from './pages/siteFiles.ts';
import type { SiteContext } from './site.ts';

/** What is known about the files around the posts. Throws UserError if the config’s static folder is outside the project. */
export function folderFacts(
  site: SiteContext,
  files: readonly PostFile[],
  inFolder = fileLookup(site.folder.path),
): FolderFacts {
  const { root, config, folder } = site;
  const posts = files.map(({ inPosts }) => inPosts);
  // Built for the first relative link or image: the newest posts may have none.
  let keys: Set<string> | undefined;
  const isPost = (inPosts: string): boolean => {
    keys ??= new Set(posts.map(pathKey));
    return keys.has(pathKey(inPosts));
  };
  const isFileIn = (lookUp: ReturnType<typeof fileLookup>) => (path: string) => lookUp(path) !== undefined;
  const facts: FolderFacts = {
    isPost,
    isFile: (inPosts) => isPost(inPosts) || inFolder(inPosts) !== undefined,
    named: findByName(posts),
    similar: similarFile(folder.path),
    other: otherLookup(folder.path),
  };
  if (isInside(root, folder.path)) {
    const inRoot = printedPath(root, folder.path);
    const isFile = isFileIn(fileLookup(root));
    facts.root = { posts: inRoot === '' ? '' : `${inRoot}/`, isFile, similar: similarFile(root) };
  }
  if (config.static === undefined) return facts;
  const staticFolder = join(root, config.static);
  checkInside(root, staticFolder, `static: ${config.static}`);
  const isInStatic = isFileIn(fileLookup(staticFolder));
  let pages: ReadonlySet<string> | undefined;
  return {
    ...facts,
    isStatic(path) {
      if (isInStatic(path)) return true;
      pages ??= filesOfPages(site);
      return pages.has(path.startsWith('/') ? path : `/${path}`);
    },
  };
}

/** The files as which pages of `_site/` are published. */
function filesOfPages(site: SiteContext): ReadonlySet<string> {
  const paths = publishedPages(site).map(({ path }) => path);
  return new Set(paths.map((path) => decodePath(path.endsWith('/') ? `${path}index.html` : path)));
}
