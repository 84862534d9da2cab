/** Which posts the arguments of `blog validate` mean. Spec section 4. */
import { join, relative, resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import { isMissing } from '../../files/folder.ts';
import { realPath } from '../../files/outside.ts';
import { isInside, type PostFile, printedPath } from '../../files/posts.ts';
import { visible } from '../../report/escape.ts';
import type { SiteContext } from '../site.ts';

/**
 * The posts that the arguments name, as they are printed; all of them without any. A path that is no more is passed over,
 * which `note` is told. Throws UserError for a path outside the posts folder.
 */
export function chooseFiles(
  paths: readonly string[],
  files: readonly PostFile[],
  site: SiteContext,
  note: (text: string) => void,
): Set<string> {
  if (paths.length === 0) return new Set(files.map(({ file }) => file));
  const chosen = new Set<string>();
  for (const path of paths) {
    const wanted = pathInPosts(path, site);
    const named = files.filter((file) => isInside(wanted, file.path));
    for (const { file } of named) chosen.add(file);
    if (named.length > 0) continue;
    if (/[*?[]/.test(path) && isMissing(wanted)) {
      throw new UserError(
        `no post is called ${visible(path)}: leave out the quotes, so that the shell fills in the names`,
      );
    }
    note(`${visible(path)}: ${isMissing(wanted) ? 'no such post any more' : 'no post there'}, passed over\n`);
  }
  return chosen;
}

/** The absolute path that an argument means, in the posts folder or above it, even where it comes by way of a link. */
function pathInPosts(path: string, { base, folder }: SiteContext): string {
  const absolute = resolve(base, path);
  if (isInside(folder.path, absolute) || isInside(absolute, folder.path)) return absolute;
  const [real, realPosts] = [realPath(absolute), realPath(folder.path)];
  if (isInside(real, realPosts)) return folder.path;
  if (isInside(realPosts, real)) return join(folder.path, relative(realPosts, real));
  throw new UserError(`${visible(path)} is not in the posts folder ${printedPath(base, folder.path) || '.'}`);
}
