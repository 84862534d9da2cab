/** What the flags of `blog new` say about a post, checked, with names as the blog already writes them. */
import { randomUUID } from 'node:crypto';
import type { Config } from '../../blog/config/config.ts';
import { createLanguages } from '../../blog/languages.ts';
import type { PostIndex } from '../../blog/postIndex.ts';
import { longestSummary } from '../../checks/fields.ts';
import { UserError } from '../../errors.ts';
import type { DraftFields } from '../../post/draft/draft.ts';
import { isNewSlug, newSlugRule } from '../../post/draft/slug.ts';
import type { Proposal } from '../../post/draft/templateFields.ts';
import { codePoints } from '../../post/text.ts';
import { visible } from '../../report/escape.ts';
import { readDateOption } from '../options.ts';
import { readLine } from '../textArgument.ts';
import { distinct } from './categories.ts';
import { allowedCategories, readCategories, readPeople, readTags, withoutRegistered } from './flagNames.ts';

/** The options of `blog new` that say something about the post. */
export interface FlagOptions {
  category?: string[];
  tag?: string[];
  author?: string[];
  photosBy?: string[];
  summary?: string;
  date?: string;
  slug?: string;
  lang?: string;
  publish?: boolean;
}

/** The fields that the flags give, and those that every draft has. */
export type FlagValues = Pick<DraftFields, 'date' | 'id' | 'draft' | 'body'> & Partial<DraftFields> & { slug?: string };

/**
 * Reads the flags; people, categories and tags that they leave open are those of `from`, the post to start from. `hint` is
 * told what the user should know. Throws UserError for an invalid value.
 */
export function readFlags(
  options: FlagOptions,
  from: Proposal | undefined,
  postIndex: PostIndex,
  { config, now }: { config: Config; now: number },
  hint: (text: string) => void,
): FlagValues {
  const { slug } = options;
  if (slug !== undefined && !isNewSlug(slug)) {
    throw new UserError(`invalid slug for --slug: “${visible(slug)}”; use ${newSlugRule}`);
  }
  const start = from && allowedProposal(from, config, hint);
  const authors = options.author ? readPeople(options.author, '--author', postIndex, config, hint) : start?.authors;
  const photographers = options.photosBy
    ? readPeople(options.photosBy, '--photos-by', postIndex, config, hint)
    : start?.photos_by;
  const categories = options.category ? readCategories(options.category, postIndex, config, hint) : start?.categories;
  const tags = options.tag ? readTags(options.tag, postIndex) : start?.tags;
  return {
    date: readDateOption(options.date, now, config.timeZone),
    id: randomUUID(),
    draft: !options.publish,
    body: '',
    ...(slug !== undefined && { slug }),
    ...(options.lang !== undefined && { lang: readLanguage(options.lang, config) }),
    ...(authors && { authors }),
    ...(photographers && { photos_by: photographers }),
    ...(categories && { categories }),
    ...(tags && { tags }),
    ...(options.summary !== undefined && { summary: readSummary(options.summary, hint) }),
  };
}

/** What another post or a template proposes, less categories that this blog does not allow and what the config says of people. */
export function allowedProposal(from: Proposal, config: Config, hint: (text: string) => void): Proposal {
  return {
    ...from,
    authors: distinct(withoutRegistered(from.authors, config), ({ name }) => name),
    photos_by: distinct(withoutRegistered(from.photos_by, config), ({ name }) => name),
    categories: distinct(allowedCategories(from.categories, config, hint), (name) => name),
    tags: distinct(from.tags, (name) => name),
  };
}

/** The language as the config writes it. Throws UserError for one that a config with languages does not have. */
function readLanguage(lang: string, config: Config): string {
  const name = createLanguages(config).find(lang);
  if (name !== undefined || config.languages === undefined) return name ?? lang;
  const known = config.languages.join(', ');
  throw new UserError(
    `--lang: “${lang}” is not in the config’s languages (${known}); choose one of them, or add it there`,
  );
}

function readSummary(given: string, hint: (text: string) => void): string {
  const summary = readLine(given, '--summary');
  const length = codePoints(summary);
  if (length > longestSummary) hint(`the summary has ${length} characters; keep it to ${longestSummary}`);
  return summary;
}
