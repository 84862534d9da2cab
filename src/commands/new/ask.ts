/** What `blog new` must know and was not told: asked at a terminal, else left out. */
import type { PostIndex } from '../../blog/postIndex.ts';
import { usedNames, usedPeople } from '../../blog/usedNames.ts';
import { UserError } from '../../errors.ts';
import { gitName } from '../../files/gitName.ts';
import { type Answers, slugRoom } from '../../post/draft/draft.ts';
import { newSlug } from '../../post/draft/slug.ts';
import type { Proposal } from '../../post/draft/templateFields.ts';
import type { Shell } from '../../shell.ts';
import type { Asker } from '../prompt/prompt.ts';
import { readLine, showsNothing } from '../textArgument.ts';
import { askAuthors, type People } from './authors.ts';
import { askCategories } from './categories.ts';
import { type Destinations, freeFile, holderOf, slugTaken } from './file.ts';
import { isClosed } from './flagNames.ts';
import { type FlagValues, readStart } from './flags.ts';
import { askSlug, askSummary, askTitle } from './questions.ts';
import type { ResolvedTemplate } from './template.ts';

/** What is known of a post before its text. */
export type Known = Omit<Answers, 'draft' | 'body' | 'carried'>;

export interface Complete {
  known: Known;
  slug: string;
  /** Whether the slug was chosen, and does not follow the title. */
  chosen: boolean;
  /** Whether anything was asked. */
  asked: boolean;
}

/** What the questions need. */
export interface PromptContext {
  /** Undefined where nobody can be asked. */
  asker: Asker | undefined;
  postIndex: PostIndex;
  destinations: Destinations;
  shell: Shell;
  /** What the post begins with, where it says anything of its fields. */
  pattern: ResolvedTemplate | undefined;
  hint: (text: string) => void;
}

/** Completes what was given, in the order of the file. Throws UserError where the title is missing and nobody is there. */
export async function complete(
  title: string | undefined,
  id: string,
  given: FlagValues,
  promptContext: PromptContext,
): Promise<Complete> {
  const { asker, destinations, pattern, hint } = promptContext;
  const { config } = destinations.site;
  const propose = (known: Partial<Known>, slug?: string): Partial<Proposal> => pattern?.propose(known, slug) ?? {};
  const begun = { ...given, id };
  const holder = (slug: string): string | undefined => holderOf(slug, { categories: [], ...given }, destinations);
  const taken = given.slug === undefined ? undefined : holder(given.slug);
  if (given.slug !== undefined && taken !== undefined) throw slugTaken(given.slug, taken);
  const said = title !== undefined && !showsNothing(title) ? readLine(title, 'the title') : undefined;
  // A template that is broken is refused before anything is asked; for that any title will do.
  const suggestedTitle = propose({ title: said ?? 'Title', ...begun }, given.slug ?? 'title').title;
  const heading = said ?? (await completeTitle(given, suggestedTitle, promptContext));
  const made = given.slug ?? slugOf(heading, given, destinations);
  const fallback = `post-${id.slice(0, 8)}`;
  const slug = made ?? (asker ? await askSlug(asker, { default: fallback }, holder) : fallback);
  const start = (known: Partial<Known>, hear = (_: string): void => undefined): Proposal => {
    const proposal = propose(known, slug);
    const { authors = [], photos_by = [], categories = [], tags = [], title: _, summary } = proposal;
    return { ...readStart({ authors, photos_by, categories, tags }, config, hear), title: heading, summary };
  };
  const known = { ...begun, title: heading };
  const categories = given.categories ?? (await completeCategories(start(known, hint).categories, promptContext));
  const withCategories = { ...known, categories };
  const authors = given.authors ?? (await completeAuthors(start(withCategories).authors, promptContext));
  const withAuthors = { ...withCategories, authors };
  const { photos_by, tags } = start(withAuthors);
  const rest = { ...withAuthors, photos_by: given.photos_by ?? photos_by, tags: given.tags ?? tags };
  const suggested = start(rest).summary;
  const summary = given.summary ?? (asker ? await askSummary(asker, suggested) : suggested);
  const isAsked = [said, made, given.categories, given.authors, given.summary].includes(undefined);
  return {
    known: { ...rest, ...(summary !== undefined && { summary }) },
    slug,
    chosen: given.slug !== undefined || made === undefined,
    asked: asker !== undefined && isAsked,
  };
}

async function completeTitle(
  given: FlagValues,
  suggested: string | undefined,
  { asker, destinations }: PromptContext,
): Promise<string> {
  if (asker) return askTitle(asker, fileNamer(given, destinations), suggested);
  if (suggested !== undefined) return suggested;
  throw new UserError('the title is missing: blog new "Title"');
}

/** The slug that a title gives, as long as its file's name may be. */
export function slugOf(title: string, { date }: Pick<Known, 'date'>, { site }: Destinations): string | undefined {
  return newSlug(title, slugRoom(site.config.filename, date));
}

/** Tells while a title is typed which file it would get. */
export function fileNamer(
  given: Pick<FlagValues, 'date' | 'categories' | 'slug'>,
  destinations: Destinations,
): (title: string) => string | undefined {
  const { date, categories = [] } = given;
  return (title) => {
    const slug = given.slug ?? slugOf(title, given, destinations);
    return slug === undefined ? undefined : freeFile(slug, { date, categories }, destinations);
  };
}

/** The categories, those that are proposed ticked. */
export async function completeCategories(
  proposed: readonly string[],
  { asker, destinations, postIndex }: PromptContext,
): Promise<readonly string[]> {
  if (!asker) return proposed;
  const { config } = destinations.site;
  const used = usedNames(postIndex.entries, 'category');
  return askCategories(asker, { configured: config.categories ?? [], used, closed: isClosed(config) }, proposed);
}

/** The authors; where none is proposed, git's own user is ticked. */
export async function completeAuthors(
  proposed: Known['authors'],
  promptContext: PromptContext,
  isChange = false,
): Promise<Known['authors']> {
  const { asker, destinations, shell } = promptContext;
  if (!asker) return proposed;
  const people = { ...peopleOf(promptContext), gitUser: gitName(destinations.site.base, shell.env) };
  return askAuthors(asker, people, proposed.length > 0 || isChange ? proposed : undefined);
}

/** Whom the config and the posts know. */
export function peopleOf({ destinations, postIndex }: PromptContext): People {
  return { registry: Object.values(destinations.site.config.authors), used: usedPeople(postIndex.entries) };
}
