/** What every command needs first: the config, the folders and the clock, as the global options say. */
import { resolve } from 'node:path';
import { clockProblem } from '../blog/clock.ts';
import type { Config } from '../blog/config/config.ts';
import { createMatcher } from '../blog/glob.ts';
import { indexPosts, type PostIndex } from '../blog/postIndex.ts';
import { inferredLanguagesNote } from '../blog/translations.ts';
import type { Fault } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import { readConfig } from '../files/config.ts';
import { createHeadReader } from '../files/heads.ts';
import { checkInside } from '../files/outside.ts';
import { findPosts, isInside, type PostFile, type PostFolder, printedPath } from '../files/posts.ts';
import type { ReadText } from '../files/read.ts';
import { parseDate } from '../post/fields/date.ts';
import type { FieldName } from '../post/fields/names.ts';
import { type Post, type PostReading, readPost } from '../post/post.ts';
import { joinWords } from '../post/text.ts';
import { formatCount, plural } from '../report/diagnostics/summary.ts';
import { visible } from '../report/escape.ts';
import { type Context, printHint } from './context.ts';
import { createProgress, type Progress } from './progress.ts';

export interface SiteContext extends Context {
  /** The folder of the config, absolute; paths in the config are relative to it. */
  root: string;
  /** Absolute; undefined without a config file. */
  configFile: string | undefined;
  /** The folder that arguments and printed paths are relative to, absolute. */
  base: string;
  config: Config;
  folder: PostFolder;
  /** The current time, ms. */
  now: number;
  progress: Progress | undefined;
}

/** Reads the config and finds the folders. Throws UserError if they cannot be used. */
export async function openSite(context: Context): Promise<SiteContext> {
  const { shell, globals } = context;
  const base = resolve(shell.cwd, globals.dir ?? '');
  const { root, config, path } = await readConfig(shell.cwd, globals);
  const posts = resolve(root, globals.posts ?? config.posts);
  // A folder named on the command line may lie anywhere: the user chose it.
  if (globals.posts === undefined) checkInside(root, posts, `posts: ${config.posts}`, '; to use it, pass --posts DIR');
  const printed = printedPath(base, posts);
  const ignores = config.ignore.length > 0 ? toMatcher(config.ignore, root, posts) : undefined;
  return {
    ...context,
    root,
    configFile: path,
    base,
    config,
    folder: {
      path: posts,
      base,
      printed: printed === '' ? '' : `${printed}/`,
      languages: config.languages,
      ...(globals.posts === undefined && { root }),
      ...(ignores && { ignores }),
    },
    now: readClock(context, config.timeZone),
    progress: createProgress(context),
  };
}

/** The time of `--now`, else of the clock, ms. Throws UserError for an invalid `--now`. */
export function readClock({ shell, globals: { now } }: Context, timeZone: string): number {
  if (now === undefined) return shell.now().getTime();
  const date = parseDate(now, timeZone);
  if (date) return date.instant;
  throw new UserError(`invalid time for --now: “${now}”; use 2024-05-14 or 2024-05-14T09:00:00+01:00`);
}

/** Warns on stderr, even with `--quiet`, if the clock looks wrong and its date is about to be written; trusts `--now`. */
export function warnOfClock(posts: readonly Post[], { now, config, shell, globals }: SiteContext): void {
  const problem = globals.now === undefined ? clockProblem(now, posts, config.timeZone) : undefined;
  if (problem !== undefined) shell.err(`${problem}; check the clock, or pass --date\n`);
}

/** Globs are relative to the posts folder or to the root. */
function toMatcher(globs: readonly string[], root: string, posts: string): (inPosts: string) => boolean {
  const matches = createMatcher(globs);
  const prefix = isInside(root, posts) ? printedPath(root, posts) : '';
  return (inPosts) => matches(inPosts) || (prefix !== '' && matches(`${prefix}/${inPosts}`));
}

/** A reader of `total` posts, one after another: as much of each as `readText` reads, and the fields `only` (default: all). */
export function createPostReader(
  site: SiteContext,
  total: number,
  readText: (file: PostFile) => ReadText = createHeadReader(),
  only?: readonly FieldName[],
): (file: PostFile) => PostReading {
  const settings = { ...site.config, only };
  let done = 0;
  return (file) => {
    const read = readText(file);
    site.progress?.(++done, total);
    if ('fault' in read) return unreadable(file, read.fault);
    return readPost(file.file, read.text, settings, file);
  };
}

/** Says which line the config lacks where languages were inferred from file names. */
export function printLanguagesNote(files: readonly PostFile[], site: SiteContext): void {
  const note = inferredLanguagesNote(files, site.config);
  if (note !== undefined) printHint(note, site);
}

/** The reading of a file whose text cannot be read. */
export function unreadable({ file, inPosts, language }: PostFile, fault: Fault): PostReading {
  return { file, path: language?.path ?? inPosts, faults: [fault] };
}

/** How many linked folders a note names. */
const mostNamed = 3;

/** All posts of the folder, with a note on stderr of each kind of file or folder that may have posts and is not read. */
export function findSitePosts(site: SiteContext): PostFile[] {
  const extensions = new Map<string, number>();
  const linked: string[] = [];
  const files = findPosts(site.folder, { extensions, linked });
  const total = [...extensions.values()].reduce((sum, count) => sum + count, 0);
  if (linked.length > 0) {
    const more = linked.length - mostNamed;
    const shown = more > 0 ? [...linked.slice(0, mostNamed), `${formatCount(more)} more`] : linked;
    const where = 'outside the posts folder; to silence this, add to ignore: in the config';
    printHint(`${plural(linked.length, 'linked folder')} not read: ${visible(joinWords(shown))}, ${where}`, site);
  }
  if (total > 0) {
    const shown = [...extensions].map(([extension, count]) => `${extension} (${formatCount(count)})`).join(', ');
    const but = [...extensions.keys()].some((name) => /^readme/i.test(name)) ? ', but not README.md' : '';
    printHint(`${plural(total, 'file')} not read: ${shown}; posts are .md and .markdown files${but}`, site);
  }
  return files;
}

/** An index of the folder's posts by their front matter, or by some fields of it; bodies are not read. `notice` sees each reading. */
export function readPostIndex(
  site: SiteContext,
  files: readonly PostFile[] = findPosts(site.folder),
  only?: readonly FieldName[],
  readText?: (file: PostFile) => ReadText,
  notice?: (reading: PostReading) => void,
): PostIndex {
  const read = createPostReader(site, files.length, readText, only);
  const readings = files.map((file) => {
    const reading = read(file);
    notice?.(reading);
    return dropText(reading);
  });
  return indexPosts(readings, site.config, site.now);
}

/** Without data and text, unless the post has faults: a folder may hold a hundred thousand posts. */
function dropText(reading: PostReading): PostReading {
  const { file, path, faults, post, fields, keys, source } = reading;
  if (faults.length > 0 || !fields || !keys || !source) return reading;
  const { id, slug, permalink } = keys;
  return { file, path, faults, post, fields, keys: { id, slug, permalink }, source };
}
