/** The errors of the posts that a feed has: they do not make a post invalid, but subscribers will see them. */
import type { FolderFacts } from '../../checks/folderFacts.ts';
import { type Levels, severityOf } from '../../diagnostic.ts';
import type { PostFile } from '../../files/posts.ts';
import { readWhole } from '../../files/read.ts';
import type { PostReading } from '../../post/post.ts';
import { plural } from '../../report/diagnostics/summary.ts';
import { createPageReader } from '../pages/siteFiles.ts';
import { createPostReader, readPostIndex, type SiteContext } from '../site.ts';
import { createComparisons } from './otherPosts.ts';

/** What readers see, and where they meet it. */
interface Shown {
  /** Files of posts. */
  posts: ReadonlySet<string>;
  pages?: readonly PostFile[];
  where: 'in the feed' | 'on the site';
}

/** How many of these posts and pages have errors, and of which rules; undefined without any. Of posts, `suspects` are looked at. */
export async function describeErrors(
  { posts, pages = [], where }: Shown,
  suspects: ReadonlySet<string>,
  { found, folder }: { found: readonly PostFile[]; folder: FolderFacts },
  site: SiteContext,
): Promise<string | undefined> {
  const files = found.filter(({ file }) => posts.has(file) && suspects.has(file));
  if (files.length === 0 && pages.length === 0) return undefined;
  const { checkPages, checkSomePosts } = await import('../../checks/run.ts');
  const { indexPublishedUrls } = await import('../../blog/publishedUrls.ts');
  const { config, now } = site;
  const others = createComparisons(
    found,
    () => readPostIndex(site, found),
    (all) => indexPublishedUrls(all, config),
  );
  const read = createPostReader(site, files.length, readWhole);
  const checked = checkSomePosts(files, read, { config, now, folder }, others);
  const inPosts = rulesBroken(checked, config.rules);
  const readings = checkPages(pages, createPageReader(site), { folder, now }, others.published);
  const inPages = rulesBroken(readings, config.rules);
  const counts = [...counted(inPosts, 'post'), ...counted(inPages, 'page')];
  if (counts.length === 0) return undefined;
  const names = [...new Set([...inPosts, ...inPages].flat())].sort().join(', ');
  const isOne = inPosts.length + inPages.length === 1;
  return `${counts.join(' and ')} ${where} ${isOne ? 'has' : 'have'} errors (${names})`;
}

function counted({ length }: readonly unknown[], noun: string): string[] {
  return length > 0 ? [plural(length, noun)] : [];
}

/** For each of these with errors, their rules. */
function rulesBroken(readings: readonly PostReading[], levels: Levels): string[][] {
  return readings
    .map(({ faults }) => faults.filter((fault) => severityOf(fault, levels) === 'error'))
    .filter(({ length }) => length > 0)
    .map((faults) => faults.map(({ rule }) => rule));
}
