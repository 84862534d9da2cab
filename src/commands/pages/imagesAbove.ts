/** Images above the posts folder, in the folder of the blog: which there are, and where they are published. */
import { join } from 'node:path';
import { joinUrl } from '../../blog/url.ts';
import type { Surroundings } from '../../feed/urls.ts';
import { fileLookup } from '../../files/existing.ts';
import { isInside, printedPath } from '../../files/posts.ts';
import { encodeParts } from '../../post/fields/permalink.ts';
import { imageType } from '../../post/imageType.ts';
import { pathsOf } from '../../post/relativePath.ts';
import type { SiteContext } from '../site.ts';

/**
 * Returns what finds them, and remembers what it has found; undefined if the posts folder is elsewhere. They are published under
 * their own paths, those of the folder `static` without its name. `fileAt` finds files of the posts folder.
 */
export function findImagesAbove(
  { root, folder, config }: Pick<SiteContext, 'root' | 'folder' | 'config'>,
  siteUrl: string,
  fileAt: Surroundings['fileAt'],
): Surroundings['imageAbove'] {
  if (!isInside(root, folder.path)) return undefined;
  const posts = printedPath(root, folder.path);
  const inRoot = fileLookup(root);
  const served = config.static === undefined ? undefined : printedPath(root, join(root, config.static));
  const inStatic = served === undefined ? undefined : fileLookup(join(root, served));
  const urlOf = (path: string): string => {
    if (served !== undefined && path.startsWith(`${served}/`)) return path.slice(served.length + 1);
    // An image of the posts folder, or of `static`, may have that URL.
    return fileAt(path) || inStatic?.(path) ? `above/${path}` : path;
  };
  return (inPosts, written) => {
    const [found] = pathsOf(posts === '' ? inPosts : `${posts}/${inPosts}`, written).flatMap((path) => {
      const file = imageType(path) === undefined ? undefined : inRoot(path);
      return file ? [file] : [];
    });
    return found && { ...found, url: joinUrl(siteUrl, `/${encodeParts(urlOf(found.path))}`) };
  };
}
