/** Posts as they may clash: with their ids and URLs, as far as those are known. */
import type { PostDate } from '../../post/fields/date.ts';
import type { Identity } from '../../post/identity.ts';
import { type Post, type PostReading, publicFrom } from '../../post/post.ts';
import type { Config } from '../config/config.ts';
import { createUrlMaker } from '../url.ts';

/** What decides the id and the URL of a post. */
type Named = Pick<Post, 'file' | 'id' | 'permalink' | 'slug' | 'lang' | 'path' | 'pathLang' | 'categories'>;

export interface Rival {
  reading: PostReading;
  post: Named & { date: PostDate | undefined };
  /** Absolute, or a path from the site root; undefined where it cannot be known before the post is valid. */
  url: string | undefined;
}

/** The posts of readings, in their order, and what is known of those that are invalid. */
export function toRivals(readings: readonly PostReading[], config: Config): Rival[] {
  const urlOf = createUrlMaker(config);
  return readings.flatMap((reading): Rival[] => {
    const { file, path = file, post, identity } = reading;
    if (post) return [{ reading, post, url: urlOf(post) }];
    if (!identity) return [];
    const known = { ...identity, file, path, id: identity.unsure.includes('id') ? undefined : identity.id };
    return [{ reading, post: known, url: urlOfIdentity(known, urlOf) }];
  });
}

/** Two moments that no token of a permalink gives alike, and categories that none has in common. */
const guesses: readonly Pick<Post, 'date' | 'categories'>[] = [
  { date: { instant: 946_774_861_000, offset: 0, text: '2000-01-02', precision: 'second' }, categories: ['a'] },
  { date: { instant: 1_323_828_122_000, offset: 0, text: '2011-12-14', precision: 'second' }, categories: ['b', 'c'] },
];

/** The URL, if it does not depend on anything that is not known. */
function urlOfIdentity(
  post: Identity & Pick<Post, 'file' | 'path'>,
  urlOf: ReturnType<typeof createUrlMaker>,
): string | undefined {
  const { unsure, date, categories } = post;
  if (unsure.some((field) => field === 'slug' || field === 'permalink' || field === 'lang')) return undefined;
  const isListed = !unsure.includes('categories');
  const [url, other] = guesses.map((guess) =>
    urlOf({ ...post, date: date ?? guess.date, categories: isListed ? categories : guess.categories }),
  );
  return url === other ? url : undefined;
}

/** How far a post is from readers: it is or was public, it will be on its date, it is a draft, or it is invalid. */
export function distanceOf({ reading: { post } }: Rival, now: number): 0 | 1 | 2 | 3 {
  if (!post) return 3;
  if (post.draft) return 2;
  return publicFrom(post).instant > now ? 1 : 0;
}
