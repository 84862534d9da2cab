/** Checks the posts of a folder on disk. */
import { indexPublishedUrls } from '../../blog/publishedUrls.ts';
import type { FolderFacts } from '../../checks/folderFacts.ts';
import { checkPages, checkPosts } from '../../checks/run.ts';
import { compareDiagnostics, compareText, type Diagnostic } from '../../diagnostic.ts';
import { findPosts, type PostFile } from '../../files/posts.ts';
import { type ReadText, readWhole } from '../../files/read.ts';
import { toDiagnostics } from '../../post/frontmatter/locate.ts';
import { makesInvalid, type PostReading, readPost } from '../../post/post.ts';
import { createPageReader } from '../pages/siteFiles.ts';
import { siteFacts } from '../pages/siteLinks.ts';
import { createPostReader, readPostIndex, type SiteContext } from '../site.ts';

/**
 * Reads and checks every post of a folder; the readings have no bodies. `readText` may return text that is not on disk yet.
 * Throws UserError if the config’s static folder is outside the project.
 */
export function checkFolder(site: SiteContext, files: readonly PostFile[], readText = readWhole): PostReading[] {
  const { config, now } = site;
  const read = createPostReader(site, files.length, readText);
  return checkPosts(files, read, { config, now, folder: factsOf(site, files, readText) });
}

function factsOf(site: SiteContext, files: readonly PostFile[], readText: typeof readWhole): FolderFacts {
  const readHead = readText === readWhole ? undefined : readText;
  const quiet = { ...site, progress: undefined };
  const readEntries = () => readPostIndex(quiet, files, undefined, readHead).entries;
  return siteFacts(site, files, readEntries);
}

/** The readings of posts, and those of the pages of `_site/` where they are in the order of files. */
export function withPages(
  readings: readonly PostReading[],
  pages: readonly PostFile[],
  site: SiteContext,
  files: readonly PostFile[],
): readonly PostReading[] {
  if (pages.length === 0) return readings;
  const published = (): ReturnType<typeof indexPublishedUrls> => {
    const paths = new Map(files.map(({ file, inPosts }) => [file, inPosts]));
    const posts = readings.flatMap(({ post, file }) => (post ? [{ post, inPosts: paths.get(file) ?? '' }] : []));
    return indexPublishedUrls(posts, site.config);
  };
  const checked = checkPages(
    pages,
    createPageReader(site),
    { folder: factsOf(site, files, readWhole), now: site.now },
    published,
  );
  return [...readings, ...checked].sort((one, other) => compareText(one.file, other.file));
}

const duplicates = [{ rule: 'id-duplicate' }, { rule: 'url-duplicate' }] as const;

/**
 * The diagnostics that one post would have if its file held `text`, sorted. What would make it invalid is an error, and so is
 * an empty text, whatever levels the config gives; so is an image of people who have not agreed, unless that rule is off.
 */
export function diagnosePost(site: SiteContext, file: PostFile, text: string): Diagnostic[] {
  const readText = (one: PostFile): ReadText => (one.path === file.path ? { text } : readWhole(one));
  const fatal = [...readPost(file.file, text, site.config, file).faults.filter(makesInvalid), ...duplicates];
  const consent = 'photo-consent-pending';
  const refusing = [
    ...fatal.map(({ rule }) => rule),
    'body-empty' as const,
    ...(site.config.rules[consent] === 'off' ? [] : ([consent] as const)),
  ];
  const levels = { ...site.config.rules, ...Object.fromEntries(refusing.map((rule) => [rule, 'error' as const])) };
  return checkFolder(site, findPosts(site.folder), readText)
    .filter((reading) => reading.file === file.file)
    .flatMap(({ source, faults }) => toDiagnostics(file.file, source, faults, levels))
    .sort(compareDiagnostics);
}
