/** Finds the post that a `<post>` argument names. */
import { guidOf, parseId } from '../post/fields/id.ts';
import { foldName, readFileName } from '../post/fields/slug.ts';
import { nearest } from '../post/nearest.ts';
import type { Post, PostReading } from '../post/post.ts';
import { pathKey } from '../post/relativePath.ts';
import type { Entry } from './postIndex.ts';
import { aliasKey, urlKey } from './url.ts';

/** A post as it can be named. One of `entry` and `reading` has it: the reading, if it is invalid. */
export interface NamedPost {
  file: string;
  entry?: Entry;
  reading?: PostReading;
}

/** `several`: the name is ambiguous. `nearest`: no post has it, but these names of posts are like it. */
export type Found = { post: NamedPost } | { several: NamedPost[] } | { nearest: string[] };

/** The fewest characters that stand for a slug or a title which begins with them. */
const shortestBeginning = 3;
const mostSuggested = 3;

/** What names one of several translations: the slug, with the language where the path has one. */
export function ownName({ slug, pathLang }: Pick<Post, 'slug' | 'pathLang'>): string {
  return foldName(pathLang === undefined ? slug : `${slug}.${pathLang}`);
}

interface Candidate extends NamedPost {
  slug: string;
  /** The slug, with the language that tells translations apart. */
  name: string;
  title: string;
  /** The name of its file, or of the folder that it has to itself, without extension. */
  fileName: string;
}

type CandidateTest = (candidate: Candidate) => boolean;

/**
 * Finds a post by its path, id, slug (a translation’s with its language: `visit.cy`), file name, title, URL or former URL,
 * or else by the beginning of its slug or title; the first of these that matches any post decides. `file` is `wanted` as a
 * path in the form of `post.file`. An invalid post is found where no valid one has the name.
 */
export function findPost(
  wanted: string,
  file: string,
  entries: readonly Entry[],
  invalid: readonly PostReading[],
  siteUrl: string | undefined,
): Found {
  const valid = entries.map(ofEntry);
  const others = invalid.map(ofReading);
  for (const test of exactTests(wanted, file, siteUrl)) {
    const [first, ...more] = [valid, others].map((some) => some.filter(test)).find((some) => some.length > 0) ?? [];
    if (first) return more.length > 0 ? { several: [first, ...more] } : { post: first };
  }
  const all = [...valid, ...others];
  const beginning = foldText(wanted);
  const isLong = [...beginning].length >= shortestBeginning;
  const [first, ...more] = all.filter(
    ({ slug, title }) => isLong && [slug, title].some((one) => foldText(one).startsWith(beginning)),
  );
  if (first) return more.length > 0 ? { several: [first, ...more] } : { post: first };
  return { nearest: namesLike(wanted, all) };
}

function exactTests(wanted: string, file: string, siteUrl: string | undefined): readonly CandidateTest[] {
  const id = parseId(wanted);
  const name = foldName(wanted);
  const title = foldText(wanted);
  if (name === '') return [];
  const hasExtension = /\.(?:md|markdown)$/i.test(wanted);
  const key = /^https?:|\//i.test(wanted) ? aliasKey(wanted.replace(/#.*$/s, ''), siteUrl) : undefined;
  return [
    ...inEachForm((inForm) => (one) => {
      const paths = [one.file, withoutExtension(one.file), folderOf(one.file) ?? one.file];
      return paths.map(inForm).includes(inForm(file));
    }),
    ...inEachForm((inForm) => (one) => hasExtension && inForm(one.file).endsWith(inForm(`/${wanted}`))),
    ({ entry }) =>
      id !== undefined &&
      entry?.post.id !== undefined &&
      guidOf(entry.post.id, siteUrl ?? '') === guidOf(id, siteUrl ?? ''),
    (one) => one.name === name,
    (one) => foldName(one.slug) === name,
    (one) => foldName(one.fileName) === name,
    (one) => foldText(one.title) === title,
    // After the slug, because an id that is not a URI may look like one.
    ({ entry }) => entry?.post.id !== undefined && entry.post.id === wanted.trim(),
    ({ entry }) => key !== undefined && entry !== undefined && urlKey(entry.url) === key,
    ({ entry }) => key !== undefined && entry?.post.aliases.some((alias) => aliasKey(alias, siteUrl) === key) === true,
    // Where capitals do not count, a path may be typed with others.
    (one) => [one.file, withoutExtension(one.file), folderOf(one.file)].some((path) => path && isSamePath(path, file)),
  ];
}

function isSamePath(path: string, other: string): boolean {
  return foldName(path) === foldName(other);
}

/** A test of paths as they are, and then, for the names of files from another disk, whatever their Unicode form. */
function inEachForm(test: (inForm: (path: string) => string) => CandidateTest): CandidateTest[] {
  return [test((path) => path), test(pathKey)];
}

function ofEntry(entry: Entry): Candidate {
  const { file, slug, title } = entry.post;
  return { file, entry, slug, title, name: ownName(entry.post), fileName: fileNameOf(file) };
}

function ofReading(reading: PostReading): Candidate {
  const { file, path = file, fields } = reading;
  const slug = fields?.slug ?? readFileName(path).slug;
  return { file, reading, slug, title: fields?.title ?? '', name: foldName(slug), fileName: fileNameOf(file) };
}

/** The folder that a post has to itself, which shells complete. */
function folderOf(file: string): string | undefined {
  return /^(.*)\/index\.(?:md|markdown)$/is.exec(file)?.[1];
}

function withoutExtension(file: string): string {
  return file.replace(/\.(?:md|markdown)$/i, '');
}

function fileNameOf(file: string): string {
  const path = folderOf(file) ?? withoutExtension(file);
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A title as people type it: case, Unicode form, spacing and the shape of quotes and dashes do not matter. */
function foldText(text: string): string {
  return foldName(text).replace(/[‘’‚]/g, "'").replace(/[“”„]/g, '"').replace(/[‐-―]/g, '-');
}

/** Names of posts that somebody may have meant: one that differs by a typo, and those that have the words in them. */
function namesLike(wanted: string, posts: readonly Candidate[]): string[] {
  const ownNames = new Map(
    posts.flatMap(({ slug, title, fileName, name }) => [slug, title, fileName].map((one) => [foldText(one), name])),
  );
  const folded = foldText(wanted);
  if (!/[\p{L}\p{N}]{2}/u.test(folded)) return [];
  const typo = nearest(folded, ownNames.keys());
  const words = wordsOf(folded);
  const containing = posts.filter(({ slug, title }) =>
    [slug, title].some((one) => wordsOf(foldText(one)).includes(words)),
  );
  const found = [...(typo === undefined ? [] : [ownNames.get(typo) ?? typo]), ...containing.map(({ name }) => name)];
  return [...new Set(found)].slice(0, mostSuggested);
}

/** The words of a text, each after a space. */
function wordsOf(text: string): string {
  return ` ${text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()}`;
}
