/** Checks the posts of a folder on disk. */
import { checkPosts } from '../../checks/run.ts';
import { compareDiagnostics, type Diagnostic } from '../../diagnostic.ts';
import { findPosts, type PostFile } from '../../files/posts.ts';
import { type ReadText, readWhole } from '../../files/read.ts';
import { toDiagnostics } from '../../post/frontmatter/locate.ts';
import { makesInvalid, type PostReading, readPost } from '../../post/post.ts';
import { folderFacts } from '../folderFacts.ts';
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

const duplicates = [{ rule: 'id-duplicate' }, { rule: 'url-duplicate' }] as const;

/**
 * The diagnostics that one post would have if its file held `text`, sorted. What would make it invalid is an error, and so is
 * an empty text, whatever levels the config gives.
 */
export function diagnosePost(site: SiteContext, file: PostFile, text: string): Diagnostic[] {
  const readText = (one: PostFile): ReadText => (one.path === file.path ? { text } : readWhole(one));
  const fatal = [...readPost(file.file, text, site.config, file).faults.filter(makesInvalid), ...duplicates];
  const refusing = [...fatal.map(({ rule }) => rule), 'body-empty'] as const;
  const levels = { ...site.config.rules, ...Object.fromEntries(refusing.map((rule) => [rule, 'error' as const])) };
  return checkFolder(site, findPosts(site.folder), readText)
    .filter((reading) => reading.file === file.file)
    .flatMap(({ source, faults }) => toDiagnostics(file.file, source, faults, levels))
    .sort(compareDiagnostics);
}
