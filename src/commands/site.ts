/** What every command needs first: the config, the folders and the clock, as the global options say. Spec section 1. */
import { resolve } from 'node:path';
import { clockProblem } from '../blog/clock.ts';
import type { Config } from '../blog/config/config.ts';
import { createMatcher } from '../blog/glob.ts';
import { indexPosts, type PostIndex } from '../blog/postIndex.ts';
import { UserError } from '../errors.ts';
import { readConfig } from '../files/config.ts';
import { createHeadReader } from '../files/heads.ts';
import { checkInside } from '../files/outside.ts';
import { findPosts, isInside, type PostFile, type PostFolder, printedPath } from '../files/posts.ts';
import type { ReadText } from '../files/read.ts';
import { parseDate } from '../post/fields/date.ts';
import type { FieldName } from '../post/fields/names.ts';
import { type Post, type PostReading, readPost } from '../post/post.ts';
import type { Context } from './context.ts';
import { createProgress, type Progress } from './progress.ts';

export interface SiteContext {
  /** Where the config is, absolute: what it says is relative to this. */
  root: string;
  /** The config's own path, absolute; undefined where there is none. */
  configFile?: string;
  /** What arguments and printed paths are relative to, absolute. */
  base: string;
  config: Config;
  folder: PostFolder;
  /** The clock, ms. */
  now: number;
  /** Where somebody may be waiting. */
  progress?: Progress;
}

/** Reads the config and finds the folders. Throws UserError where they cannot be used. */
export async function openSite(context: Context): Promise<SiteContext> {
  const { shell, globals } = context;
  const { dir } = globals;
  const base = dir === undefined ? shell.cwd : resolve(shell.cwd, dir);
  const { root, config, path } = await readConfig(shell.cwd, {
    ...(dir !== undefined && { dir }),
    ...(globals.config !== undefined && { config: globals.config }),
  });
  const posts = resolve(root, globals.posts ?? config.posts);
  // A folder that was named on the command line is somebody's own word, wherever it leads.
  if (globals.posts === undefined) checkInside(root, posts, `posts: ${config.posts}`, '; to use it, pass --posts DIR');
  const progress = createProgress(context);
  const printed = printedPath(base, posts);
  const ignores = config.ignore.length > 0 ? toMatcher(config.ignore, root, posts) : undefined;
  return {
    root,
    ...(path !== undefined && { configFile: path }),
    base,
    config,
    folder: { path: posts, base, printed: printed === '' ? '' : `${printed}/`, ...(ignores && { ignores }) },
    now: readClock(globals.now, shell.now(), config.timeZone),
    ...(progress && { progress }),
  };
}

/** The moment of `--now`, else the clock's. */
export function readClock(given: string | undefined, clock: Date, timeZone: string): number {
  if (given === undefined) return clock.getTime();
  const date = parseDate(given, timeZone);
  if (!date) throw new UserError(`--now ${given}: write a date or time as 2024-05-14 or 2024-05-14T09:00:00+01:00`);
  return date.instant;
}

/** Says on stderr, whether quiet or not, that the date which is about to be written may be wrong: `--now` is believed. */
export function warnOfClock(posts: readonly Post[], { now, config }: SiteContext, { shell, globals }: Context): void {
  const problem = globals.now === undefined ? clockProblem(now, posts, config.timeZone) : undefined;
  if (problem !== undefined) shell.err(`${problem}: check it, or pass --date\n`);
}

/** Globs are meant from the posts folder, or from the root. */
function toMatcher(globs: readonly string[], root: string, posts: string): (inPosts: string) => boolean {
  const matches = createMatcher(globs);
  const prefix = isInside(root, posts) ? printedPath(root, posts) : '';
  return (inPosts) => matches(inPosts) || (prefix !== '' && matches(`${prefix}/${inPosts}`));
}

/** A reader of `total` posts, one after the other: of as much of each as `readText` reads, and of these fields `only`. */
export function createPostReader(
  site: SiteContext,
  total: number,
  readText: (file: PostFile) => ReadText = createHeadReader(),
  only?: readonly FieldName[],
): (file: PostFile) => PostReading {
  const settings = { timeZone: site.config.timeZone, authors: site.config.authors, only };
  let done = 0;
  return (file) => {
    const read = readText(file);
    site.progress?.(++done, total);
    if ('fault' in read) return { file: file.file, faults: [read.fault] };
    return readPost(file.file, read.text, settings);
  };
}

/** All posts of the folder, by their front matter alone, or by some fields of it: bodies are not read. */
export function readPostIndex(
  site: SiteContext,
  files: readonly PostFile[] = findPosts(site.folder),
  only?: readonly FieldName[],
  readText?: (file: PostFile) => ReadText,
): PostIndex {
  const read = createPostReader(site, files.length, readText, only);
  return indexPosts(
    files.map((file) => withoutRest(read(file))),
    site.config,
  );
}

/** Of a post without faults its data and its text are not kept: a folder may hold a hundred thousand. */
function withoutRest(reading: PostReading): PostReading {
  const { file, faults, post, fields, keys, source } = reading;
  if (faults.length > 0 || !fields || !keys || !source) return reading;
  const { id, slug, permalink } = keys;
  return { file, faults, post, fields, keys: { id, slug, permalink }, source };
}
