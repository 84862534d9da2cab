/** The problems of one post, or page of `_site/`, as `blog validate` reports them. */
import type { PostIndex } from '../../blog/postIndex.ts';
import { indexPublishedUrls } from '../../blog/publishedUrls.ts';
import { checkPages, checkSomePosts } from '../../checks/run.ts';
import { compareDiagnostics, type Diagnostic } from '../../diagnostic.ts';
import type { PostFile } from '../../files/posts.ts';
import { readWhole } from '../../files/read.ts';
import { isText } from '../../files/site/texts.ts';
import { toDiagnostics } from '../../post/frontmatter/locate.ts';
import type { PostReading } from '../../post/post.ts';
import { createComparisons } from '../feed/otherPosts.ts';
import { createPageReader } from '../pages/siteFiles.ts';
import { siteFacts } from '../pages/siteLinks.ts';
import { createPostReader, type SiteContext } from '../site.ts';

export type FindProblems = (file: PostFile, now: number) => Diagnostic[];

/** Returns a function that checks a post as its file is now. It knows which files and posts there are, and is made anew if others are. */
export function createProblemFinder(site: SiteContext, files: readonly PostFile[], index: PostIndex): FindProblems {
  const { config } = site;
  const folder = siteFacts(site, files, () => index.entries);
  const others = createComparisons(
    files,
    () => index,
    (posts) => indexPublishedUrls(posts, config),
  );
  const shared = new Map(index.invalid.map(({ file, faults }) => [file, faults.filter(isShared)]));
  const read = createPostReader({ ...site, progress: undefined }, 1, readWhole);
  const readPage = createPageReader(site);
  const check = (file: PostFile, now: number): PostReading[] =>
    isText(file)
      ? checkPages([file], readPage, { folder, now }, others.published)
      : checkSomePosts([file], read, { config, now, folder }, others);
  return (file, now) =>
    check(file, now)
      .flatMap((reading) => {
        const faults = [...reading.faults, ...(shared.get(file.file) ?? [])];
        return toDiagnostics(file.file, reading.source, faults, config.rules);
      })
      .sort(compareDiagnostics);
}

/** Whether it is about another post as well. */
function isShared({ rule }: { rule: string }): boolean {
  return rule === 'id-duplicate' || rule === 'url-duplicate';
}
