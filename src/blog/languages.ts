/** The languages of a blog: what the config calls them, and where they show in URLs and file names. */
import { areRelated, canonicalLanguage, languageKey } from '../post/fields/language.ts';
import type { Post } from '../post/post.ts';
import type { Config } from './config/config.ts';

export type LanguageConfig = Pick<Config, 'language' | 'languages'>;

type Tagged = Pick<Post, 'lang' | 'pathLang'>;
type Placed = Tagged & Pick<Post, 'file' | 'path' | 'permalink'>;

/** The one of `languages` that a tag stands for: the same tag, or else a more or less specific one. */
export function findLanguage(tag: string, languages: readonly string[]): string | undefined {
  const key = languageKey(tag);
  return languages.find((one) => languageKey(one) === key) ?? languages.find((one) => areRelated(one, tag));
}

/** The site’s language as `languages` writes it, and a function that names the language of a tag in the same way. */
export function createLanguages({ language, languages = [] }: LanguageConfig) {
  const site = language === undefined ? undefined : (findLanguage(language, languages) ?? language);
  const known = site === undefined ? languages : [site, ...languages];
  return {
    site,
    /** Undefined for a language that the config does not have. */
    find(tag: string): string | undefined {
      // If both “en” and “en-GB” are listed, each stands for itself.
      return languages.find((one) => languageKey(one) === languageKey(tag)) ?? findLanguage(tag, known);
    },
  };
}

/** Returns a function that names a post’s language: as the config does, or else as the post does. */
export function createLanguageNamer(config: LanguageConfig): (post: Pick<Post, 'lang'>) => string | undefined {
  const { site, find } = createLanguages(config);
  return ({ lang }) => (lang === undefined ? site : (find(lang) ?? lang));
}

/** Returns a function that gives the part of a post’s URL that names its language; empty where its URL has none. */
export function createUrlLanguage(config: LanguageConfig): (post: Tagged) => string {
  const { site, find } = createLanguages(config);
  return ({ lang, pathLang }) => {
    if (lang === undefined) return '';
    const name = find(lang);
    if (name !== undefined && name === site) return '';
    // Without the site’s language only file names say which posts are translations.
    if (pathLang === undefined) return site === undefined || name === undefined ? '' : languageKey(name);
    return languageKey(name ?? (config.languages ? pathLang : lang));
  };
}

/** The languages that the paths of posts name, sorted. */
export function pathLanguages(posts: readonly Tagged[]): string[] {
  return [...new Set(posts.flatMap(({ pathLang }) => pathLang ?? []))].sort();
}

/** The languages that have feeds of their own: those of the config, else those that paths of posts name. */
export function feedLanguages(pathLangs: readonly string[], config: LanguageConfig): readonly string[] {
  const { find } = createLanguages(config);
  const tags = config.languages ?? pathLangs;
  return [...new Set(tags.map((tag) => find(tag) ?? tag))];
}

/** Returns a test for posts in one of these languages; where the config has none of them, `pt` stands for `pt-BR`, too. */
export function languageTest(wanted: readonly string[], config: LanguageConfig): (post: Tagged) => boolean {
  const { find } = createLanguages(config);
  const nameOf = createLanguageNamer(config);
  const known = wanted.flatMap((tag) => find(tag) ?? []);
  const others = wanted.filter((tag) => find(tag) === undefined).map(languageKey);
  return (post) => {
    const name = nameOf(post);
    if (name === undefined) return false;
    return known.includes(name) || others.some((key) => `${languageKey(name)}-`.startsWith(`${key}-`));
  };
}

/** The items of each language, as the config names it. */
export function groupByLanguage<T>(
  items: readonly T[],
  langOf: (item: T) => string | undefined,
  config: LanguageConfig,
): T[][] {
  const nameOf = createLanguageNamer(config);
  const groups = new Map<string | undefined, T[]>();
  for (const item of items) {
    const name = nameOf({ lang: langOf(item) });
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return [...groups.values()];
}

/** The suffix of a new post’s file name; undefined in the site’s language, or where no suffix would be read as a language. */
export function suffixOf(lang: string | undefined, config: LanguageConfig): string | undefined {
  if (lang === undefined || config.languages === undefined) return undefined;
  const { site, find } = createLanguages(config);
  const name = find(lang);
  return name === undefined || name === site ? undefined : languageKey(name);
}

/**
 * What to write so that posts with the same URL differ by their language; undefined where nothing would help. `pathLangs`
 * are the languages that paths of any posts name.
 */
export function separatingHint(
  posts: readonly Placed[],
  pathLangs: readonly string[],
  config: LanguageConfig,
): string | undefined {
  if (posts.some(({ permalink }) => permalink !== undefined)) return undefined;
  const nameOf = createLanguageNamer(config);
  const names = new Set(posts.map(nameOf));
  if (names.size > 1) return separatingSettings([...names], config, pathLangs);
  // A copy whose file has got the suffix of another language, but whose `lang` is still that of the original.
  const copy = posts.find(({ pathLang }) => pathLang !== undefined && !names.has(nameOf({ lang: pathLang })));
  if (copy) return `write lang: ${copy.pathLang} in ${copy.file}`;
  return folderHint(posts, pathLangs, config);
}

/**
 * What to set in the config so that it has languages of these names; undefined where it has them all. Those that only paths
 * name so far, `pathLangs`, stay languages.
 */
export function separatingSettings(
  names: readonly (string | undefined)[],
  config: LanguageConfig,
  pathLangs: readonly string[],
): string | undefined {
  const { language, languages } = config;
  const named = names.filter((name) => name !== undefined);
  const site = language ?? (named.length > 1 ? named.find((name) => areRelated(name, 'en')) : undefined) ?? 'en';
  const known = languages ?? [site, ...feedLanguages(pathLangs, { ...config, language: site })];
  const all = [...new Set([...known, ...named])];
  if (language !== undefined && all.length === languages?.length) return undefined;
  const first = language === undefined ? `language: ${site} and ` : '';
  return `add to blog.config.yaml: ${first}languages: [${all.join(', ')}]`;
}

/** The same for posts whose paths differ only in a top folder that may be a language or, like `it`, a department. */
function folderHint(
  posts: readonly Placed[],
  pathLangs: readonly string[],
  config: LanguageConfig,
): string | undefined {
  const { find } = createLanguages(config);
  const nameOf = createLanguageNamer(config);
  const places = posts.map((post) => {
    const [, folder = '', rest] = /^([a-z]{2}(?:[-_][a-z]{2})?)\/(.*)$/i.exec(post.path) ?? [];
    const lang = canonicalLanguage(folder);
    return lang === undefined ? { name: nameOf(post), rest: post.path } : { name: find(lang) ?? lang, rest };
  });
  const names = new Set(places.map(({ name }) => name));
  if (names.size < posts.length || new Set(places.map(({ rest }) => rest)).size > 1) return undefined;
  const settings = separatingSettings([...names], config, pathLangs);
  return settings === undefined
    ? undefined
    : `if they are translations, ${settings}; if not, write another slug in one`;
}
