/** What `blog new` needs and its flags do not say: asked at a terminal, otherwise left out. */
import { suffixOf } from '../../blog/languages.ts';
import { UserError } from '../../errors.ts';
import { type DraftFields, slugRoom } from '../../post/draft/draft.ts';
import { newSlug } from '../../post/draft/slug.ts';
import type { Proposal } from '../../post/draft/templateFields.ts';
import type { Shell } from '../../shell.ts';
import type { Asker } from '../prompt/prompt.ts';
import { readLineArgument, showsNothing } from '../textArgument.ts';
import { allowedNames } from './allowedNames.ts';
import { askAuthors } from './authors.ts';
import { askCategories } from './categories.ts';
import { type Destinations, freeFile, type Located, placeOf, slugTaken } from './file.ts';
import type { FlagValues } from './flags.ts';
import { askSlug, askSummary, askTitle } from './questions.ts';
import type { ResolvedTemplate } from './template.ts';

/** A post that can be written. */
export interface DraftPlan {
  /** Without what the template adds. */
  fields: DraftFields;
  slug: string;
  /** Whether the slug was chosen, and so does not follow the title. */
  isSlugChosen: boolean;
  wasAsked: boolean;
}

/** What the questions need. */
export interface PromptContext {
  /** Undefined where nobody can be asked. */
  asker: Asker | undefined;
  destinations: Destinations;
  shell: Shell;
  template: ResolvedTemplate | undefined;
  hint: (text: string) => void;
}

/** Adds to the flags what they leave open, in the order of the file. Throws UserError for a missing title or a taken slug. */
export async function completeDraft(
  title: string | undefined,
  { slug: chosen, ...flags }: FlagValues,
  context: PromptContext,
): Promise<DraftPlan> {
  const { asker, destinations, template, hint } = context;
  const located = { categories: [], ...flags };
  const holder = (slug: string): string | undefined => placeOf(slug, located, destinations).holder;
  const taken = chosen === undefined ? undefined : holder(chosen);
  if (chosen !== undefined && taken !== undefined) throw slugTaken(chosen, taken, located, destinations);
  const given = title !== undefined && !showsNothing(title) ? readLineArgument(title, 'the title') : undefined;
  // A broken template is refused before anything is asked; for that, any title will do.
  const suggested = template?.propose({ title: given ?? 'Title', ...flags }, chosen ?? 'title').title;
  const fileOf = (one: string): string | undefined => fileOfTitle(one, chosen, located, destinations);
  const heading = given ?? (asker ? await askTitle(asker, fileOf, suggested) : suggested);
  if (heading === undefined) throw new UserError('title missing; run: blog new "Title"');
  const made = chosen ?? slugOf(heading, flags, destinations);
  const fallback = `post-${flags.id.slice(0, 8)}`;
  const slug = made ?? (asker ? await askSlug(asker, { default: fallback }, holder) : fallback);

  const propose = (known: Partial<DraftFields>, hear = (_: string): void => undefined): Partial<Proposal> => {
    const proposed = template?.propose(known, slug);
    return proposed ? { ...proposed, ...allowedNames(proposed, destinations.site.config, hear) } : {};
  };
  const titled = { ...flags, title: heading };
  const likely = flags.categories ?? propose(titled, hint).categories ?? [];
  const categories = flags.categories || !asker ? likely : await askCategories(asker, destinations, likely);
  const categorised = { ...titled, categories };
  const people = flags.authors ?? propose(categorised).authors ?? [];
  const authors = flags.authors || !asker ? people : await askAuthors(asker, context, people);
  const { photos_by = [], tags = [] } = propose({ ...categorised, authors });
  const fields = { ...categorised, authors, photos_by: flags.photos_by ?? photos_by, tags: flags.tags ?? tags };
  const proposed = propose(fields).summary;
  const summary = flags.summary ?? (asker ? await askSummary(asker, proposed) : proposed);
  const isOpen = [given, made, flags.categories, flags.authors, flags.summary].includes(undefined);
  return {
    fields: { ...fields, ...(summary !== undefined && { summary }) },
    slug,
    isSlugChosen: chosen !== undefined || made === undefined,
    wasAsked: asker !== undefined && isOpen,
  };
}

/** The slug made from a title, short enough for its file name; undefined where none can be made of it. */
export function slugOf(
  title: string,
  { date, lang }: Pick<DraftFields, 'date' | 'lang'>,
  { site: { config } }: Destinations,
): string | undefined {
  const longest = slugRoom(config.filename, date, suffixOf(lang, config));
  return newSlug(title, { language: lang ?? config.language, longest });
}

/** The file of a post with that title; undefined where no slug can be made of it. */
export function fileOfTitle(
  title: string,
  chosen: string | undefined,
  located: Located,
  destinations: Destinations,
): string | undefined {
  const slug = chosen ?? slugOf(title, located, destinations);
  return slug === undefined ? undefined : freeFile(slug, located, destinations);
}
