/** What the flags of `blog new` say about a post, checked, with names as the blog already writes them. */
import { randomUUID } from 'node:crypto';
import { longestSummary } from '../../checks/fields.ts';
import { UserError } from '../../errors.ts';
import type { DraftFields } from '../../post/draft/draft.ts';
import { isNewSlug, newSlugRule } from '../../post/draft/slug.ts';
import type { Proposal } from '../../post/draft/templateFields.ts';
import { codePoints } from '../../post/text.ts';
import { visible } from '../../report/escape.ts';
import { readDateOption } from '../options.ts';
import { readLine } from '../textArgument.ts';
import { allowedNames, type FlagContext, readCategories, readPeople, readTags } from './flagNames.ts';

/** The options of `blog new` that say something about the post. */
export interface FlagOptions {
  category?: string[];
  tag?: string[];
  author?: string[];
  photosBy?: string[];
  summary?: string;
  date?: string;
  slug?: string;
  publish?: boolean;
}

/** The fields that the flags give, and those that every draft has. */
export type FlagValues = Pick<DraftFields, 'date' | 'id' | 'draft' | 'body'> & Partial<DraftFields> & { slug?: string };

/**
 * Reads the flags; people, categories and tags that they leave open are those of `from`, the post to start from. Throws
 * UserError for an invalid value.
 */
export function readFlags(
  { slug, author, photosBy, category, tag, date, publish, summary }: FlagOptions,
  from: Proposal | undefined,
  context: FlagContext & { now: number },
): FlagValues {
  const { config, now, hint } = context;
  if (slug !== undefined && !isNewSlug(slug)) {
    throw new UserError(`invalid slug for --slug: “${visible(slug)}”; use ${newSlugRule}`);
  }
  return {
    ...(from && allowedNames(from, config, hint)),
    ...(author && { authors: readPeople(author, '--author', context) }),
    ...(photosBy && { photos_by: readPeople(photosBy, '--photos-by', context) }),
    ...(category && { categories: readCategories(category, context) }),
    ...(tag && { tags: readTags(tag, context) }),
    date: readDateOption(date, now, config.timeZone),
    id: randomUUID(),
    draft: !publish,
    body: '',
    ...(slug !== undefined && { slug }),
    ...(summary !== undefined && { summary: readSummary(summary, hint) }),
  };
}

function readSummary(given: string, hint: (text: string) => void): string {
  const summary = readLine(given, '--summary');
  const length = codePoints(summary);
  if (length > longestSummary) hint(`the summary has ${length} characters; keep it to ${longestSummary}`);
  return summary;
}
