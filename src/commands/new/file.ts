/** The file of a new post: the first free place, and what goes there. */
import { join } from 'node:path';
import type { takenDestinations } from '../../blog/destinations.ts';
import { urlOf } from '../../blog/url.ts';
import { ExitCode, UserError } from '../../errors.ts';
import { isMissing } from '../../files/folder.ts';
import { checkInside } from '../../files/outside.ts';
import { printedPath } from '../../files/posts.ts';
import type { Sweep } from '../../files/write/temporary.ts';
import { createFile } from '../../files/write/write.ts';
import { type Answers, draftPath, draftPost } from '../../post/draft/draft.ts';
import { readPost } from '../../post/post.ts';
import { visible } from '../../report/escape.ts';
import type { SiteContext } from '../site.ts';

/** A new post as it was written, or would be. */
export interface Written {
  /** Absolute. */
  path: string;
  /** As it is printed. */
  file: string;
  slug: string;
  url: string;
  text: string;
  /** Who has the place that it would have had first, as it is printed. */
  instead?: string;
}

/** Where new posts can go. */
export interface Destinations {
  site: SiteContext;
  taken: ReturnType<typeof takenDestinations>;
}

/** What decides where a post is. */
type Placed = Pick<Answers, 'date' | 'categories'>;

interface Spot extends Omit<Written, 'text' | 'instead'> {
  /** What is there already. */
  holder?: string;
}

function spotOf(slug: string, { date, categories }: Placed, { site, taken }: Destinations): Spot {
  const { config, folder, base } = site;
  const inPosts = draftPath(date, slug, config.filename);
  const path = join(folder.path, inPosts);
  const file = printedPath(base, path);
  const url = urlOf({ slug, date, categories: [...categories] }, config);
  const holder = taken({ inPosts, url }) ?? (isMissing(path) ? undefined : file);
  return { path, file, slug, url, ...(holder !== undefined && { holder }) };
}

/** Who has the place of a slug, as it is printed; undefined where it is free. */
export function holderOf(slug: string, placed: Placed, destinations: Destinations): string | undefined {
  const { holder } = spotOf(slug, placed, destinations);
  return holder === undefined ? undefined : visible(holder);
}

/** The spots of a slug one after the other: itself, then with the numbers from 2. */
function* spots(slug: string, placed: Placed, destinations: Destinations): Generator<Spot, never> {
  yield spotOf(slug, placed, destinations);
  for (let number = 2; ; number++) yield spotOf(`${slug}-${number}`, placed, destinations);
}

/** Where a post with this slug would be written now. */
export function freeFile(slug: string, placed: Placed, destinations: Destinations): string {
  for (const { file, holder } of spots(slug, placed, destinations)) if (holder === undefined) return visible(file);
  return slug;
}

/**
 * Writes the post under its slug, or where that is taken under the slug with the next free number. Another program may
 * take a place at any moment: then the next one is tried. A slug that the user chose (`fixed`) is never numbered.
 * Without `sweep` nothing is written.
 * Throws UserError where that one is taken, or where nothing can be written.
 */
export function writeDraft(
  answersFor: (slug: string) => Answers,
  { slug, fixed }: { slug: string; fixed: boolean },
  destinations: Destinations,
  sweep: Sweep | undefined,
): Written {
  const { site } = destinations;
  let first: string | undefined;
  for (const { holder, ...spot } of spots(slug, answersFor(slug), destinations)) {
    const { path, file } = spot;
    if (holder === undefined) {
      const { inPosts, text } = draftPost(answersFor(spot.slug), spot.slug, site.config.filename);
      checkDraft(file, inPosts, text, site);
      const root = site.folder.path;
      checkInside(root, path, visible(file));
      if (!sweep || createFile(path, text, visible(file), { root, sweep })) {
        return { ...spot, text, ...(first && { instead: first }) };
      }
    }
    first ??= visible(holder ?? file);
    if (fixed) throw slugTaken(slug, first);
  }
  throw new Error('the numbers have come to an end');
}

/** What is said of a slug that the user gave and somebody has. */
export function slugTaken(slug: string, holder: string): UserError {
  return new UserError(`--slug ${slug} is taken by ${holder}: choose another, or leave it out`, ExitCode.found);
}

/** Our own reader is asked first: what it cannot read, or would pass over, is not written. */
function checkDraft(file: string, inPosts: string, text: string, { config, folder }: SiteContext): void {
  const { post, faults } = readPost(file, text, { timeZone: config.timeZone, authors: config.authors });
  if (!post) throw new UserError(`the post cannot be written: ${faults[0]?.message ?? 'it could not be read back'}`);
  const names = inPosts.split('/');
  const ignored = names.map((_, at) => names.slice(0, at + 1).join('/')).find((path) => folder.ignores?.(path));
  if (ignored !== undefined) {
    throw new UserError(`${visible(file)} would not count as a post: the config’s ignore passes it over`);
  }
}
