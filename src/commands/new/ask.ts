/** What `blog new` needs and its flags do not say: asked at a terminal, otherwise left out. */
import { suffixOf } from '../../blog/languages.ts';
import { usedNames, usedPeople } from '../../blog/usedNames.ts';
import { UserError } from '../../errors.ts';
import { gitName } from '../../files/gitName.ts';
import { type DraftFields, slugRoom } from '../../post/draft/draft.ts';
import { newSlug } from '../../post/draft/slug.ts';
import type { Proposal } from '../../post/draft/templateFields.ts';
import type { Shell } from '../../shell.ts';
import type { Asker } from '../prompt/prompt.ts';
import { readLine, showsNothing } from '../textArgument.ts';
import { askAuthors, type People } from './authors.ts';
import { askCategories } from './categories.ts';
import { type Destinations, freeFile, holderOf, type Located, slugTaken } from './file.ts';
import { isClosed } from './flagNames.ts';
import { allowedProposal, type FlagValues } from './flags.ts';
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
  const holder = (slug: string): string | undefined => holderOf(slug, { categories: [], ...flags }, destinations);
  const taken = chosen === undefined ? undefined : holder(chosen);
  if (chosen !== undefined && taken !== undefined) throw slugTaken(chosen, taken);
  const given = title !== undefined && !showsNothing(title) ? readLine(title, 'the title') : undefined;
  // A broken template is refused before anything is asked; for that, any title will do.
  const suggested = template?.propose({ title: given ?? 'Title', ...flags }, chosen ?? 'title').title;
  const namer = fileNamer({ categories: [], ...flags }, chosen, destinations);
  const heading = given ?? (asker ? await askTitle(asker, namer, suggested) : suggested);
  if (heading === undefined) throw new UserError('title missing; run: blog new "Title"');
  const made = chosen ?? slugOf(heading, flags, destinations);
  const fallback = `post-${flags.id.slice(0, 8)}`;
  const slug = made ?? (asker ? await askSlug(asker, { default: fallback }, holder) : fallback);

  const propose = (known: Partial<DraftFields>, hear = (_: string): void => undefined): Partial<Proposal> =>
    template ? allowedProposal(template.propose(known, slug), destinations.site.config, hear) : {};
  const titled = { ...flags, title: heading };
  const categories = flags.categories ?? (await completeCategories(propose(titled, hint).categories ?? [], context));
  const categorised = { ...titled, categories };
  const authors = flags.authors ?? (await completeAuthors(propose(categorised).authors ?? [], context));
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

/** The slug made from a title, short enough for its file name; undefined where the title has no letter for one. */
export function slugOf(
  title: string,
  { date, lang }: Pick<DraftFields, 'date' | 'lang'>,
  { site: { config } }: Destinations,
): string | undefined {
  return newSlug(title, slugRoom(config.filename, date, suffixOf(lang, config)));
}

/** Returns a function that gives the file of a title; undefined where no slug can be made of it. */
export function fileNamer(
  located: Located,
  chosen: string | undefined,
  destinations: Destinations,
): (title: string) => string | undefined {
  return (title) => {
    const slug = chosen ?? slugOf(title, located, destinations);
    return slug === undefined ? undefined : freeFile(slug, located, destinations);
  };
}

/** The categories, those `proposed` ticked. */
export async function completeCategories(
  proposed: readonly string[],
  { asker, destinations }: PromptContext,
): Promise<readonly string[]> {
  if (!asker) return proposed;
  const { postIndex, site } = destinations;
  const used = usedNames(postIndex.entries, 'category');
  const configured = site.config.categories ?? [];
  return askCategories(asker, { configured, used, closed: isClosed(site.config) }, proposed);
}

/** The authors; where none is proposed and this is no change, git's user is ticked. */
export async function completeAuthors(
  proposed: DraftFields['authors'],
  { asker, destinations, shell }: PromptContext,
  isChange = false,
): Promise<DraftFields['authors']> {
  if (!asker) return proposed;
  const people = { ...peopleOf(destinations), gitUser: gitName(destinations.site.base, shell.env) };
  return askAuthors(asker, people, proposed.length > 0 || isChange ? proposed : undefined);
}

/** The people of the config and of the posts. */
export function peopleOf({ site, postIndex }: Destinations): People {
  return { registry: Object.values(site.config.authors), used: usedPeople(postIndex.entries) };
}
