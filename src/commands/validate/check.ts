/** Checks the posts of a folder on disk. */
import { join } from 'node:path';
import { type FolderFacts, findByName } from '../../checks/folderFacts.ts';
import { checkPosts } from '../../checks/run.ts';
import { compareDiagnostics, type Diagnostic } from '../../diagnostic.ts';
import { fileLookup } from '../../files/existing.ts';
import { checkInside } from '../../files/outside.ts';
import { findPosts, isInside, type PostFile, printedPath } from '../../files/posts.ts';
import { type ReadText, readWhole } from '../../files/read.ts';
import { similarFile } from '../../files/similar.ts';
import { toDiagnostics } from '../../post/frontmatter/locate.ts';
import type { PostReading } from '../../post/post.ts';
import { createPostReader, type SiteContext } from '../site.ts';

/**
 * Reads and checks every post of a folder; the readings have no bodies. `readText` may return text that is not on disk yet.
 * Throws UserError if the config’s static folder is outside the project.
 */
export function checkFolder(site: SiteContext, files: readonly PostFile[], readText = readWhole): PostReading[] {
  const { config, now } = site;
  const read = createPostReader(site, files.length, readText);
  return checkPosts(files, read, { config, now, folder: folderFacts(site, files) });
}

function folderFacts({ root, config, folder }: SiteContext, files: readonly PostFile[]): FolderFacts {
  const posts = new Set(files.map(({ inPosts }) => inPosts));
  const isFileIn = (path: string): ((inFolder: string) => boolean) => {
    const lookUp = fileLookup(path);
    return (inFolder) => lookUp(inFolder) !== undefined;
  };
  const facts: FolderFacts = {
    isPost: (inPosts) => posts.has(inPosts),
    isFile: isFileIn(folder.path),
    named: findByName(posts),
    similar: similarFile(folder.path),
  };
  if (isInside(root, folder.path)) {
    const posts = printedPath(root, folder.path);
    facts.root = { posts: posts === '' ? '' : `${posts}/`, isFile: isFileIn(root), similar: similarFile(root) };
  }
  if (config.static === undefined) return facts;
  const staticFolder = join(root, config.static);
  checkInside(root, staticFolder, `static: ${config.static}`);
  return { ...facts, isStatic: isFileIn(staticFolder) };
}

/** The diagnostics that one post would have if its file held `text`, sorted. */
export function diagnosePost(site: SiteContext, file: PostFile, text: string): Diagnostic[] {
  const readText = (one: PostFile): ReadText => (one.path === file.path ? { text } : readWhole(one));
  return checkFolder(site, findPosts(site.folder), readText)
    .filter((reading) => reading.file === file.file)
    .flatMap(({ source, faults }) => toDiagnostics(file.file, source, faults, site.config.rules))
    .sort(compareDiagnostics);
}
