/** What the flags of `blog new` say about a post, checked, and in the spelling that the blog uses. */
import type { Config } from '../../blog/config/config.ts';
import type { PostIndex } from '../../blog/postIndex.ts';
import { longestSummary } from '../../checks/fields.ts';
import { UserError } from '../../errors.ts';
import { isNewSlug, newSlugRule } from '../../post/draft/slug.ts';
import type { Person } from '../../post/fields/authors.ts';
import type { PostDate } from '../../post/fields/date.ts';
import type { Fields } from '../../post/fields/fields.ts';
import { codePoints } from '../../post/text.ts';
import { visible } from '../../report/escape.ts';
import { readDateOption } from '../options.ts';
import { readLine } from '../textArgument.ts';
import { distinct } from './categories.ts';
import { allowedCategories, knownPeople, readCategories, readPeople, readTags } from './flagNames.ts';

/** The options of `blog new` that say something about the post. */
export interface FlagOptions {
  category?: string[];
  tag?: string[];
  author?: string[];
  photosBy?: string[];
  summary?: string;
  date?: string;
  slug?: string;
}

/** What is known of the post; undefined: not given. */
export interface FlagValues {
  authors?: Person[];
  photos_by?: Person[];
  categories?: string[];
  tags?: string[];
  summary?: string;
  date: PostDate;
  slug?: string;
}

/** What another post, or a template, gives a new one. */
export type Start = Pick<Fields, 'authors' | 'photos_by' | 'categories' | 'tags'>;

/**
 * Reads the flags; what they leave open is taken from the post that the new one begins with, where there is one. `hint`
 * is told what the user should know. Throws UserError for a value that cannot be used.
 */
export function readFlags(
  options: FlagOptions,
  from: Start | undefined,
  postIndex: PostIndex,
  { config, now }: { config: Config; now: number },
  hint: (text: string) => void,
): FlagValues {
  const { slug } = options;
  if (slug !== undefined && !isNewSlug(slug)) {
    throw new UserError(`--slug “${visible(slug)}” cannot be used: ${newSlugRule}`);
  }
  const people = (names: string[] | undefined, flag: string): Person[] | undefined =>
    names && distinct(readPeople(names, flag, postIndex, config, hint), ({ name }) => name);
  const start = from && readStart(from, config, hint);
  const authors = people(options.author, '--author') ?? start?.authors;
  const photos = people(options.photosBy, '--photos-by') ?? start?.photos_by;
  const categories = options.category
    ? distinct(readCategories(options.category, postIndex, config, hint), (name) => name)
    : start?.categories;
  const tags = options.tag ? distinct(readTags(options.tag, postIndex), (name) => name) : start?.tags;
  const summary = options.summary === undefined ? undefined : readSummary(options.summary, hint);
  return {
    date: readDateOption(options.date, now, config.timeZone),
    ...(slug !== undefined && { slug }),
    ...(authors && { authors }),
    ...(photos && { photos_by: photos }),
    ...(categories && { categories }),
    ...(tags && { tags }),
    ...(summary !== undefined && { summary }),
  };
}

/** What is taken over from another post or a template, without what this blog does not allow or knows anyway. */
export function readStart(from: Start, config: Config, hint: (text: string) => void): Start {
  return {
    authors: distinct(knownPeople(from.authors, config), ({ name }) => name),
    photos_by: distinct(knownPeople(from.photos_by, config), ({ name }) => name),
    categories: distinct(allowedCategories(from.categories, config, hint), (name) => name),
    tags: distinct(from.tags, (name) => name),
  };
}

function readSummary(given: string, hint: (text: string) => void): string {
  const summary = readLine(given, '--summary');
  const length = codePoints(summary);
  if (length > longestSummary) hint(`the summary has ${length} letters: ${longestSummary} are enough`);
  return summary;
}
