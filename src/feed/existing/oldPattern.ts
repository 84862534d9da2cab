/** The permalink pattern of the URLs by which subscribers know posts. */
import type { Config } from '../../blog/config/config.ts';
import { createUrlMaker, normaliseUrl } from '../../blog/url.ts';
import { dayOf } from '../../post/fields/date.ts';
import { slugKey } from '../../post/fields/slug.ts';
import type { Post } from '../../post/post.ts';
import { decodePath } from '../../post/relativePath.ts';

/** A post, and the URL that it had. */
export interface MovedPost {
  post: Post;
  before: string;
}

/** The pattern that gives every post its former URL, and those that have not moved the one that they have; undefined if there is none. */
export function findOldPattern(
  moved: readonly MovedPost[],
  kept: readonly MovedPost[],
  config: Config,
): string | undefined {
  for (const one of moved) {
    const permalink = patternOf(one, config.siteUrl ?? '');
    if (permalink === undefined) continue;
    const urlOf = createUrlMaker({ ...config, permalink });
    if ([...moved, ...kept].every(({ post, before }) => urlOf(post) === normaliseUrl(before))) return permalink;
  }
  return undefined;
}

/** A former URL with the post’s slug, date and category as placeholders. */
function patternOf({ post, before }: MovedPost, siteUrl: string): string | undefined {
  const path = before.startsWith(`${siteUrl}/`) ? decodePath(before.slice(siteUrl.length)) : '';
  const at = path.lastIndexOf(post.slug);
  if (at === -1 || post.slug === '') return undefined;
  const [year = '', month = '', day = ''] = dayOf(post.date).split('-');
  const category = slugKey(post.categories[0] ?? '');
  let folders = path.slice(0, at);
  // In this order: the day of 5 May comes after its month.
  for (const [name, digits] of Object.entries({ year, month, day })) {
    folders = folders.replace(new RegExp(`(?<!\\d)${digits}(?!\\d)`), `{${name}}`);
  }
  if (category !== '') folders = folders.replace(`/${category}/`, '/{category}/');
  return `${folders}{slug}${path.slice(at + post.slug.length)}`;
}
