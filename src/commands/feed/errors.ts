/** The errors of the posts that a feed has: they do not make a post invalid, but subscribers will see them. */
import type { PostIndex } from '../../blog/postIndex.ts';
import type { PublishedUrls } from '../../blog/publishedUrls.ts';
import { findTranslated } from '../../blog/translations.ts';
import type { FolderFacts } from '../../checks/folderFacts.ts';
import { severityOf } from '../../diagnostic.ts';
import type { PostFile } from '../../files/posts.ts';
import { readWhole } from '../../files/read.ts';
import { plural } from '../../report/diagnostics/summary.ts';
import { createPostReader, readPostIndex, type SiteContext } from '../site.ts';

/** How many of these posts have errors, and of which rules; undefined without any. `suspects` are looked at; `where` is where readers meet them. */
export async function describeErrors(
  fed: ReadonlySet<string>,
  suspects: ReadonlySet<string>,
  { found, folder }: { found: readonly PostFile[]; folder: FolderFacts },
  site: SiteContext,
  where = 'in the feed',
): Promise<string | undefined> {
  const files = found.filter(({ file }) => fed.has(file) && suspects.has(file));
  if (files.length === 0) return undefined;
  const { checkSomePosts } = await import('../../checks/run.ts');
  const { indexPublishedUrls } = await import('../../blog/publishedUrls.ts');
  const { config, now } = site;
  let urls: PublishedUrls | undefined;
  const published = (): PublishedUrls => {
    urls ??= indexPublishedUrls(withPaths(readPostIndex(site, found), found), config);
    return urls;
  };
  const isTranslated = findTranslated(
    found.map(({ inPosts, language }) => ({ path: language?.path ?? inPosts, pathLang: language?.lang })),
  );
  const read = createPostReader(site, files.length, readWhole);
  const rules = checkSomePosts(files, read, { config, now, folder }, { published, isTranslated })
    .map(({ faults }) => faults.filter((fault) => severityOf(fault, config.rules) === 'error'))
    .filter(({ length }) => length > 0)
    .map((faults) => faults.map(({ rule }) => rule));
  if (rules.length === 0) return undefined;
  const names = [...new Set(rules.flat())].sort().join(', ');
  return `${plural(rules.length, 'post')} ${where} ${rules.length === 1 ? 'has' : 'have'} errors (${names})`;
}

function withPaths({ entries }: PostIndex, found: readonly PostFile[]) {
  const paths = new Map(found.map(({ file, inPosts }) => [file, inPosts]));
  return entries.map(({ post }) => ({ post, inPosts: paths.get(post.file) ?? '' }));
}
