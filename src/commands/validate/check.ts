/** Checks the posts of a folder on disk. */
import { join } from 'node:path';
import { checkPosts } from '../../checks/run.ts';
import type { FolderFacts } from '../../checks/urls.ts';
import { compareDiagnostics, type Diagnostic } from '../../diagnostic.ts';
import { fileLookup } from '../../files/existing.ts';
import { checkInside } from '../../files/outside.ts';
import { findPosts, type PostFile } from '../../files/posts.ts';
import { type ReadText, readWhole } from '../../files/read.ts';
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
  const inFolder = fileLookup(folder.path);
  const isPost = (inPosts: string): boolean => posts.has(inPosts);
  const isFile = (inPosts: string): boolean => inFolder(inPosts) !== undefined;
  if (config.static === undefined) return { isPost, isFile };
  const staticFolder = join(root, config.static);
  checkInside(root, staticFolder, `static: ${config.static}`);
  const inStatic = fileLookup(staticFolder);
  return { isPost, isFile, isStatic: (path) => inStatic(path) !== undefined };
}

/** The diagnostics that one post would have if its file held `text`, sorted. */
export function diagnosePost(site: SiteContext, file: PostFile, text: string): Diagnostic[] {
  const readText = (one: PostFile): ReadText => (one.path === file.path ? { text } : readWhole(one));
  return checkFolder(site, findPosts(site.folder), readText)
    .filter((reading) => reading.file === file.file)
    .flatMap(({ source, faults }) => toDiagnostics(file.file, source, faults, site.config.rules))
    .sort(compareDiagnostics);
}
