/** The file of a new post: the first free place for it, and its text. */
import { join } from 'node:path';
import { takenDestinations } from '../../blog/destinations.ts';
import { createLanguageNamer, pathLanguages, separatingSettings, suffixOf } from '../../blog/languages.ts';
import { urlOf } from '../../blog/url.ts';
import { ExitCode, UserError } from '../../errors.ts';
import { isMissing } from '../../files/folder.ts';
import { checkInside } from '../../files/outside.ts';
import { findPosts, printedPath } from '../../files/posts.ts';
import type { Sweep } from '../../files/write/temporary.ts';
import { createFile } from '../../files/write/write.ts';
import { type DraftFields, draftPath, draftPost } from '../../post/draft/draft.ts';
import { dayOf } from '../../post/fields/date.ts';
import { type Post, readPost } from '../../post/post.ts';
import { visible } from '../../report/escape.ts';
import { readPostIndex, type SiteContext } from '../site.ts';
import { placeImage } from './image.ts';

/** A new post: its place, its text, and what holds the place that it would have had first, as it is printed. */
export type NewPost = Omit<Place, 'inPosts' | 'holder' | 'filename'> & { text: string; instead?: string };

/** The posts that exist, and the places they take. */
export type Destinations = ReturnType<typeof readDestinations>;

/** Reads the posts folder, which may not exist yet; `posts` are all that could be read, with or without errors. */
export function readDestinations(site: SiteContext) {
  const files = isMissing(site.folder.path) ? [] : findPosts(site.folder);
  const postIndex = readPostIndex(site, files);
  const posts = [...postIndex.entries.map(({ post }) => post), ...postIndex.invalid.flatMap(({ post }) => post ?? [])];
  return { site, files, postIndex, posts, taken: takenDestinations(files, posts, site.config) };
}

/** The fields that a post's place depends on. */
export type Located = Pick<DraftFields, 'date' | 'categories' | 'lang'>;

type Place = ReturnType<typeof placeOf>;

/** The place of a slug (`path` is absolute, `file` printed), and the printed file that takes it (`holder`), if one does. */
export function placeOf(slug: string, located: Located, destinations: Destinations) {
  const { date, categories, lang } = located;
  const { site, taken } = destinations;
  const { config, folder, base } = site;
  const suffix = suffixOf(lang, config);
  // A translation has the path of its original, whatever names new posts get.
  const original = inOtherLanguages(slug, lang, destinations).find((post) => dayOf(post.date) === dayOf(date));
  const filename = original?.path ?? config.filename;
  const inPosts = original ? translationPath(original, lang, destinations) : draftPath(date, slug, filename, suffix);
  const path = join(folder.path, inPosts);
  const file = printedPath(base, path);
  const own = { slug, date, categories: [...categories], lang, pathLang: suffix };
  const url = urlOf({ ...own, path: draftPath(date, slug, filename) }, config);
  const holder = taken({ inPosts, url }) ?? (isMissing(path) ? undefined : file);
  return {
    inPosts,
    path,
    file,
    slug,
    url,
    filename,
    original,
    holder: holder === undefined ? undefined : visible(holder),
  };
}

/** The posts of the same slug in other languages. */
function inOtherLanguages(slug: string, lang: string | undefined, { site: { config }, posts }: Destinations): Post[] {
  if (config.languages === undefined) return [];
  const nameOf = createLanguageNamer(config);
  return posts.filter((post) => post.slug === slug && nameOf(post) !== nameOf({ lang }));
}

/** The path of a post’s translation in the posts folder: beside it, or in the folder of its language if that one is. */
function translationPath(original: Post, lang: string | undefined, { site, files }: Destinations): string {
  const suffix = suffixOf(lang, site.config);
  if (suffix === undefined) return original.path;
  const { inPosts = '' } = files.find(({ file }) => file === original.file) ?? {};
  const isInFolder = inPosts.endsWith(`/${original.path}`);
  return isInFolder ? `${suffix}/${original.path}` : original.path.replace(/\.[^.]+$/, `.${suffix}$&`);
}

/** What the user should know of the post that a new one may be a translation of. */
export function translationNote(
  { slug, original }: Pick<Place, 'slug' | 'original'>,
  lang: string | undefined,
  destinations: Destinations,
): string | undefined {
  if (original) return `This is a translation of ${visible(original.file)}`;
  const others = inOtherLanguages(slug, lang, destinations);
  const [other] = others;
  if (!other || others.some(({ path }) => path !== other.path)) return undefined;
  const inPosts = translationPath(other, lang, destinations);
  if (destinations.files.some((file) => file.inPosts === inPosts)) return undefined;
  const { base, folder } = destinations.site;
  const file = printedPath(base, join(folder.path, inPosts));
  return `To make this a translation of ${visible(other.file)}, rename the file to ${visible(file)}`;
}

/** The places of a slug, then of the slug with the numbers from 2. */
function* placesOf(slug: string, located: Located, destinations: Destinations): Generator<Place, never> {
  yield placeOf(slug, located, destinations);
  for (let number = 2; ; number++) yield placeOf(`${slug}-${number}`, located, destinations);
}

/** The file that a post with this slug would have now, as it is printed. */
export function freeFile(slug: string, located: Located, destinations: Destinations): string {
  for (const { file, holder } of placesOf(slug, located, destinations)) if (holder === undefined) return visible(file);
  return slug;
}

/**
 * The post under its slug, or where that is taken, under the slug with a number: first the one with the first free number,
 * then the next ones. `isFixed`: the user chose the slug, and it is never numbered. Throws UserError where that one is
 * taken, or for a post that cannot be written.
 */
export function* newPosts(
  fieldsFor: (slug: string) => DraftFields,
  { slug, isFixed }: { slug: string; isFixed: boolean },
  destinations: Destinations,
): Generator<NewPost, never> {
  let instead: string | undefined;
  const fields = fieldsFor(slug);
  for (const { inPosts, holder, filename, ...place } of placesOf(slug, fields, destinations)) {
    if (holder === undefined) {
      const { text } = draftPost(placeImage(fieldsFor(place.slug), inPosts), place.slug, filename);
      checkDraft(place.file, inPosts, text, destinations.site);
      checkInside(destinations.site.folder.path, place.path, visible(place.file));
      yield { ...place, text, ...(instead !== undefined && { instead }) };
    }
    instead ??= holder ?? visible(place.file);
    if (isFixed) throw slugTaken(slug, instead, fields, destinations);
  }
  throw new Error('no unused number left for the file name');
}

/** Writes the first of the posts whose place is still free, and returns it. Throws UserError where nothing can be written. */
export function writeFirst(posts: Generator<NewPost, never>, root: string, sweep: Sweep): NewPost {
  for (;;) {
    const { value } = posts.next();
    if (createFile(value.path, value.text, visible(value.file), { root, sweep })) return value;
  }
}

/** The error for a slug that the user chose and another post has. */
export function slugTaken(slug: string, holder: string, { lang }: Located, { site, posts }: Destinations): UserError {
  const { config } = site;
  const { language = 'en', languages } = config;
  const isTranslation = languages === undefined && lang !== undefined && lang !== language;
  const settings = isTranslation ? separatingSettings([language, lang], config, pathLanguages(posts)) : undefined;
  const advice =
    settings === undefined
      ? 'choose another --slug, or omit it'
      : `for a translation of it, ${settings}; for another post, choose another --slug`;
  return new UserError(`slug “${slug}” is already used by ${holder}; ${advice}`, ExitCode.found);
}

/** Throws UserError for a text that could not be read back, or whose file would be ignored. */
function checkDraft(file: string, inPosts: string, text: string, { config, folder }: SiteContext): void {
  const { post, faults } = readPost(file, text, { timeZone: config.timeZone, authors: config.authors });
  if (!post) throw new UserError(`cannot write the post: ${faults[0]?.message ?? 'it could not be read back'}`);
  const names = inPosts.split('/');
  if (names.some((_, at) => folder.ignores?.(names.slice(0, at + 1).join('/')))) {
    throw new UserError(`${visible(file)} would be ignored: it matches “ignore” in the config`);
  }
}
