/** What the flags of `blog new` say about a post, checked, with names as the config and the posts already write them. */
import { randomUUID } from 'node:crypto';
import { type Config, findCategory } from '../../blog/config/config.ts';
import { createLanguages } from '../../blog/languages.ts';
import type { PostIndex } from '../../blog/postIndex.ts';
import { nameInUse, type UsedName, usedNames, usedPeople } from '../../blog/usedNames.ts';
import { longestSummary } from '../../checks/fields.ts';
import { isSameSeries } from '../../checks/names/nearNames.ts';
import { shortestCategory, shortestPerson } from '../../checks/names/similarNames.ts';
import { UserError } from '../../errors.ts';
import type { DraftFields } from '../../post/draft/draft.ts';
import { isNewSlug, newSlugRule } from '../../post/draft/slug.ts';
import type { Proposal } from '../../post/draft/templateFields.ts';
import { type Person, parsePerson, roles } from '../../post/fields/authors.ts';
import { choicesOf } from '../../post/frontmatter/yamlText.ts';
import { nearest } from '../../post/nearest.ts';
import { codePoints } from '../../post/text.ts';
import { visible } from '../../report/escape.ts';
import { readDateOption } from '../dates.ts';
import type { SiteContext } from '../site.ts';
import { readFilledLine, readLineArgument, readPersonArgument } from '../textArgument.ts';
import { allowedNames } from './allowedNames.ts';
import { distinct, hasName, isClosed, nearName, newNameHint, severalCategories } from './categories.ts';
import { type ImageOptions, readImage } from './image.ts';
import { severalPeople } from './names.ts';

/** The options of `blog new` that say something about the post. */
export interface FlagOptions extends ImageOptions {
  category?: string[];
  tag?: string[];
  author?: string[];
  photosBy?: string[];
  editor?: string[];
  summary?: string;
  date?: string;
  slug?: string;
  lang?: string;
  publish?: boolean;
}

/** The fields that the flags give, and those that every draft has. */
export type FlagValues = Pick<DraftFields, 'date' | 'id' | 'draft' | 'body'> & Partial<DraftFields> & { slug?: string };

/** What the flags are compared with; `hint` is told what the user should know. */
interface FlagContext {
  postIndex: PostIndex;
  site: SiteContext;
  hint: (text: string) => void;
}

/** Reads the flags; names that they leave open are those of `from`, the post to start from. Throws UserError. */
export function readFlags(
  { slug, author, photosBy, editor, category, tag, date, lang, publish, summary, ...ofImage }: FlagOptions,
  from: Proposal | undefined,
  context: FlagContext,
): FlagValues {
  const { site, hint } = context;
  const { config, now } = site;
  const image = readImage(ofImage, site, hint);
  if (publish && image?.consent === 'pending' && config.rules['photo-consent-pending'] !== 'off') {
    throw new UserError('--publish cannot be used with --consent pending: not everyone has agreed to be shown');
  }
  if (slug !== undefined && !isNewSlug(slug)) {
    throw new UserError(`invalid slug for --slug: “${visible(slug)}”; use ${newSlugRule}`);
  }
  return {
    ...(from && allowedNames(from, config, hint)),
    ...(author && { authors: readPeople(author, '--author', context) }),
    ...(photosBy && { photos_by: readPeople(photosBy, '--photos-by', context) }),
    ...(editor && { editors: readPeople(editor, '--editor', context) }),
    ...(category && { categories: readCategories(category, context) }),
    ...(tag && { tags: readTags(tag, context) }),
    date: readDateOption(date, now, config.timeZone),
    id: randomUUID(),
    draft: !publish,
    body: '',
    ...(slug !== undefined && { slug }),
    ...(lang !== undefined && { lang: readLanguage(lang, config) }),
    ...(summary !== undefined && { summary: readSummary(summary, hint) }),
    ...(image && { image }),
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
  const summary = readLineArgument(given, '--summary');
  const length = codePoints(summary);
  if (length > longestSummary) hint(`the summary has ${length} characters; keep it to ${longestSummary}`);
  return summary;
}

/** The people of names, with a role or without, or of keys in the config's `authors`. Throws UserError for an empty name. */
function readPeople(names: readonly string[], flag: string, context: FlagContext): Person[] {
  const { postIndex, hint } = context;
  const { config } = context.site;
  const registered = Object.values(config.authors).map(({ name }) => ({ name, count: 0 }));
  const known = [...usedPeople(postIndex.entries), ...registered];
  const people = names.map((text) => {
    const person = readPerson(readPersonArgument(text, flag), config, hint);
    const several = severalPeople(flag, text, known);
    if (several !== undefined) hint(several);
    hintNearName(person.name, known, hint, shortestPerson);
    return { ...person, name: nameInUse(person.name, known) ?? person.name };
  });
  return distinct(people);
}

function hintNearName(
  name: string,
  known: readonly UsedName[],
  hint: (text: string) => void,
  shortest = shortestCategory,
): void {
  const near = nameInUse(name, known) === undefined ? nearName(name, known, shortest) : undefined;
  if (near) hint(newNameHint(name, near));
}

function readPerson(text: string, config: Config, hint: (text: string) => void): Person {
  const person = parsePerson(text);
  const entry = Object.hasOwn(config.authors, person.name)
    ? config.authors[person.name]
    : Object.values(config.authors).find(hasName(person.name));
  const name = entry?.name ?? person.name;
  const role = person.role ?? entry?.role;
  const bracket = /\(([^()]*)\)$/.exec(name)?.[1];
  if (!entry && bracket !== undefined) {
    hint(`unknown role “${visible(bracket)}” (${roles.join(', ')}); kept as part of the name`);
  }
  const { email } = entry ? {} : person;
  return { name, ...(role && { role }), ...(email !== undefined && { email }) };
}

/** The categories as the config or else the posts write them. Throws UserError for one that would make the draft invalid. */
function readCategories(names: readonly string[], { postIndex, site, hint }: FlagContext): string[] {
  const { config } = site;
  const used = usedNames(postIndex.entries, 'category');
  const categories = names.map((given) => {
    const name = readFilledLine(given, '--category').normalize('NFC');
    const configured = findCategory(name, config.categories ?? []);
    if (configured) return configured.name;
    const several = severalCategories(name, used, config);
    if (several !== undefined) {
      if (isClosed(config)) throw new UserError(several);
      hint(several);
    } else if (config.categories) {
      const listed = config.categories.map((one) => one.name);
      const near = nearest(
        name,
        listed.filter((other) => isSameSeries(name, other)),
      );
      const advice = near === undefined ? '' : `; did you mean “${near}”?`;
      const message = [`--category: “${name}” is not in the config${advice}`, `Choose from: ${choicesOf(listed)}`];
      if (isClosed(config)) throw new UserError(message);
      hint(message.map(visible).join('\n'));
    } else hintNearName(name, used, hint);
    return nameInUse(name, used) ?? name;
  });
  return distinct(categories);
}

/** The tags as the posts write them. Throws UserError for one that is empty or does not fit on a line. */
function readTags(names: readonly string[], { postIndex }: FlagContext): string[] {
  const used = usedNames(postIndex.entries, 'tag');
  const tags = names.map((given) => readFilledLine(given, '--tag').normalize('NFC'));
  return distinct(tags.map((name) => nameInUse(name, used) ?? name));
}
