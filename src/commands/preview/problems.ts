/** The problems of one post, or page of `_site/`, as `blog validate` reports them. */
import type { PostIndex } from '../../blog/postIndex.ts';
import { indexPublishedUrls, type PublishedUrls } from '../../blog/publishedUrls.ts';
import { findTranslated } from '../../blog/translations.ts';
import { checkPages, checkSomePosts } from '../../checks/run.ts';
import { compareDiagnostics, type Diagnostic } from '../../diagnostic.ts';
import type { PostFile } from '../../files/posts.ts';
import { readWhole } from '../../files/read.ts';
import { isText } from '../../files/site/texts.ts';
import { toDiagnostics } from '../../post/frontmatter/locate.ts';
import type { PostReading } from '../../post/post.ts';
import { folderFacts } from '../folderFacts.ts';
import { createPageReader } from '../pages/siteFiles.ts';
import { createPostReader, type SiteContext } from '../site.ts';

export type FindProblems = (file: PostFile, now: number) => Diagnostic[];

/** Returns a function that checks a post as its file is now. It knows which files and posts there are, and is made anew if others are. */
export function createProblemFinder(site: SiteContext, files: readonly PostFile[], index: PostIndex): FindProblems {
  const { config } = site;
  const folder = folderFacts(site, files);
  const paths = new Map(files.map(({ file, inPosts }) => [file, inPosts]));
  let urls: PublishedUrls | undefined;
  const published = (): PublishedUrls => {
    urls ??= indexPublishedUrls(
      index.entries.map(({ post }) => ({ post, inPosts: paths.get(post.file) ?? '' })),
      config,
    );
    return urls;
  };
  const isTranslated = findTranslated(
    files.map(({ inPosts, language }) => ({ path: language?.path ?? inPosts, pathLang: language?.lang })),
  );
  const shared = new Map(index.invalid.map(({ file, faults }) => [file, faults.filter(isShared)]));
  const read = createPostReader({ ...site, progress: undefined }, 1, readWhole);
  const readPage = createPageReader(site);
  const check = (file: PostFile, now: number): PostReading[] =>
    isText(file)
      ? checkPages([file], readPage, folder, published)
      : checkSomePosts([file], read, { config, now, folder }, { published, isTranslated });
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
