/** What links in a post, and checks of some posts, need to know of all the others. */
import type { Entry, PostIndex } from '../../blog/postIndex.ts';
import type { PublishedUrls } from '../../blog/publishedUrls.ts';
import { findTranslated } from '../../blog/translations.ts';
import { urlKey } from '../../blog/url.ts';
import type { Surroundings } from '../../feed/urls.ts';
import type { PostFile } from '../../files/posts.ts';
import { isText } from '../../files/site/texts.ts';
import { statusOf } from '../../post/post.ts';
import { pathKey } from '../../post/relativePath.ts';
import { publishedPages } from '../pages/siteFiles.ts';
import type { SiteContext } from '../site.ts';

/** What links and images in posts are resolved by. The map of all posts is made for the first relative link: few texts have one. */
export function createSurroundings(
  siteUrl: string,
  entries: readonly Entry[],
  site: Pick<SiteContext, 'config' | 'folder' | 'now'>,
  fileAt: Surroundings['fileAt'],
  imageAbove: Surroundings['imageAbove'],
): Surroundings {
  const { config, folder } = site;
  let urls: Map<string, string> | undefined;
  let pages: Map<string, string> | undefined;
  return {
    siteUrl,
    assetsUrl: config.assetsUrl ?? `${siteUrl}/`,
    postUrlOf: (path) => {
      if (isText({ inPosts: path })) {
        pages ??= mapPaths(publishedPages(site).map((page) => [page.text.inPosts, siteUrl + page.path]));
        return pages.get(path) ?? pages.get(pathKey(path));
      }
      urls ??= mapPaths(entries.map(({ post, url }) => [post.file, url]));
      const file = folder.printed + path;
      return urls.get(file) ?? urls.get(pathKey(file));
    },
    fileAt,
    ...(imageAbove && { imageAbove }),
  };
}

/** Returns what tells whether a URL is that of a post which readers do not see at `now` (ms): few texts link to one of the site. */
export function createHiddenCheck(siteUrl: string, entries: readonly Entry[], now: number): (url: string) => boolean {
  let keys: Set<string> | undefined;
  return (url) => {
    if (!url.startsWith(siteUrl)) return false;
    keys ??= new Set(entries.flatMap((entry) => (statusOf(entry.post, now) === 'published' ? [] : urlKey(entry.url))));
    return keys.has(urlKey(url.replace(/[?#].*$/s, '')));
  };
}

/** A map with each path and, unless another post has it, its key. */
function mapPaths(urls: readonly (readonly [path: string, url: string])[]): Map<string, string> {
  return new Map([...urls.map(([path, url]) => [pathKey(path), url] as const), ...urls]);
}

/** What `checkSomePosts` compares posts with. `read` gives all of them, once a link asks; the URLs are made by `index`. */
export function createComparisons(
  files: readonly PostFile[],
  read: () => PostIndex,
  index: (posts: { post: Entry['post']; inPosts: string }[]) => PublishedUrls,
) {
  let urls: PublishedUrls | undefined;
  return {
    published: (): PublishedUrls => {
      const paths = new Map(files.map(({ file, inPosts }) => [file, inPosts]));
      urls ??= index(read().entries.map(({ post }) => ({ post, inPosts: paths.get(post.file) ?? '' })));
      return urls;
    },
    isTranslated: findTranslated(
      files.map(({ inPosts, language }) => ({ path: language?.path ?? inPosts, pathLang: language?.lang })),
    ),
  };
}
