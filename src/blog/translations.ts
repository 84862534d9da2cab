/** Translations of posts: which files are those of one post in several languages, and which of them a feed carries. */
import { compareText } from '../diagnostic.ts';
import { canonicalLanguage, type PathLanguage } from '../post/fields/language.ts';
import type { Post } from '../post/post.ts';
import { createLanguageNamer, createLanguages, findLanguage, type LanguageConfig } from './languages.ts';
import type { Entry } from './postIndex.ts';

/** A file of the posts folder. */
interface Named {
  /** Path in the posts folder, with `/`. */
  inPosts: string;
  language?: PathLanguage;
}

/** `visit.pt-br.md`: folders and name, language (RFC 5646, 2.1: perhaps with script and region), extension. */
const suffixed = /^((?:.*\/)?[^/]+)\.([a-z]{2,3}(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?)(\.(?:md|markdown))$/i;

/** The files, each with the language that its path names; `languages` are those of the config. */
export function nameLanguages<F extends Named>(files: readonly F[], languages: readonly string[] | undefined): F[] {
  const read = languages ? (path: string) => readConfigured(path, languages) : createInferrer(files);
  return files.map((file) => {
    const language = read(file.inPosts);
    return language ? { ...file, language } : file;
  });
}

/** The language in a suffix, or else a top folder, that the config has. */
function readConfigured(inPosts: string, languages: readonly string[]): PathLanguage | undefined {
  const [, stem = '', code = '', extension = ''] = suffixed.exec(inPosts) ?? [];
  const suffix = code === '' ? undefined : findLanguage(code, languages);
  const path = suffix === undefined ? inPosts : stem + extension;
  const slash = path.indexOf('/');
  const folder = /^[a-z]{2,3}(?:[-_][a-z\d]{2,4})*$/i.test(path.slice(0, slash)) ? path.slice(0, slash) : '';
  const top = slash === -1 || folder === '' ? undefined : findLanguage(folder, languages);
  const lang = suffix ?? top;
  return lang === undefined ? undefined : { lang, path: top === undefined ? path : path.slice(slash + 1) };
}

/** Unless the config lists it, a suffix is a language only on an index, or beside the same name with another or none. */
function createInferrer(files: readonly Named[]): (inPosts: string) => PathLanguage | undefined {
  const found = new Map<string, PathLanguage>();
  /** How many files have this key. */
  const beside = new Map<string, number>();
  for (const { inPosts } of files) {
    const [, stem = '', code = '', extension = ''] = suffixed.exec(inPosts) ?? [];
    const lang = /^[a-z]{2}(?:[-_][a-z]{2})?$/i.test(code) ? canonicalLanguage(code) : undefined;
    // The code of a language that belongs to no country is probably something else: node.io.md.
    if (lang === undefined || new Intl.Locale(lang).maximize().region === '001') continue;
    found.set(inPosts, { lang, path: stem + extension });
    const key = translationKey({ path: stem + extension });
    beside.set(key, (beside.get(key) ?? 0) + 1);
  }
  if (found.size === 0) return () => undefined;
  for (const { inPosts } of files) {
    const key = translationKey({ path: inPosts });
    if (beside.has(key)) beside.set(key, (beside.get(key) ?? 0) + 1);
  }
  return (inPosts) => {
    const language = found.get(inPosts);
    if (language === undefined || /(?:^|\/)index\.[^.]+$/.test(language.path)) return language;
    return (beside.get(translationKey(language)) ?? 0) > 1 ? language : undefined;
  };
}

function withoutExtension(path: string): string {
  return path.replace(/\.(?:md|markdown)$/i, '');
}

/** The line to add to the config where languages were inferred from file names; undefined where none was. */
export function inferredLanguagesNote(files: readonly Named[], config: LanguageConfig): string | undefined {
  if (config.languages !== undefined) return undefined;
  const found = [...new Set(files.flatMap(({ language }) => language?.lang ?? []))].sort();
  if (found.length === 0) return undefined;
  const { site, find } = createLanguages(config);
  const all = [...new Set([...(site === undefined ? [] : [site]), ...found.map((lang) => find(lang) ?? lang)])];
  return `languages of posts inferred from file names; add to blog.config.yaml: languages: [${all.join(', ')}]`;
}

/** What the paths of all translations of a post have in common; their case means as little as in URLs. */
export function translationKey({ path }: Pick<Post, 'path'>): string {
  return withoutExtension(path).normalize('NFC').toLowerCase();
}

/** Returns a function that tells whether a post is one of several translations. */
export function findTranslated(posts: readonly Pick<Post, 'path' | 'pathLang'>[]): (post: Post) => boolean {
  const keys = new Set(posts.flatMap((post) => (post.pathLang === undefined ? [] : translationKey(post))));
  if (keys.size === 0) return () => false;
  return (post) => keys.has(translationKey(post));
}

/** The other files of the same post in other languages. */
export function translationFiles<F extends Named>(file: F, files: Iterable<F>): F[] {
  const keyOf = ({ inPosts, language }: Named): string => translationKey({ path: language?.path ?? inPosts });
  const key = keyOf(file);
  return [...files].filter(
    (one) => one.inPosts !== file.inPosts && (one.language ?? file.language) && keyOf(one) === key,
  );
}

/**
 * Returns a function that gives the translation that feeds carry in place of a post; undefined if they carry the post
 * itself. Feeds carry the one in the site’s language, or else the first in the order of the config’s languages and paths.
 */
export function findStandIns<E extends Entry>(
  entries: readonly E[],
  config: LanguageConfig,
): (entry: E) => E | undefined {
  if (!entries.some(({ post }) => post.pathLang !== undefined)) return () => undefined;
  const { site } = createLanguages(config);
  const nameOf = createLanguageNamer(config);
  const order = [site, ...(config.languages ?? [])];
  const rank = (name: string | undefined): number => (order.includes(name) ? order.indexOf(name) : order.length);
  const isBefore = (one: E, other: E): boolean => {
    const difference = rank(nameOf(one.post)) - rank(nameOf(other.post));
    return (difference || compareText(one.post.file, other.post.file)) < 0;
  };
  const first = new Map<string, E>();
  for (const entry of entries) {
    const key = translationKey(entry.post);
    const known = first.get(key);
    if (!known || isBefore(entry, known)) first.set(key, entry);
  }
  return (entry) => {
    const other = first.get(translationKey(entry.post));
    // Two posts in the same language are not translations of each other.
    return other && nameOf(other.post) !== nameOf(entry.post) ? other : undefined;
  };
}

/** The posts that feeds carry: each group of translations once. */
export function withoutTranslations<E extends Entry>(entries: readonly E[], config: LanguageConfig): E[] {
  const standIn = findStandIns(entries, config);
  return entries.filter((entry) => standIn(entry) === undefined);
}
