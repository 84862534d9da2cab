/** The posts that a feed is made of, and what it must know of the folder. Spec section 6. */

import type { Entry } from '../../blog/postIndex.ts';
import { createUrlMaker } from '../../blog/url.ts';
import { ExitCode, UserError } from '../../errors.ts';
import type { FeedEntry } from '../../feed/feed.ts';
import type { Surroundings } from '../../feed/urls.ts';
import { fileLookup } from '../../files/existing.ts';
import { createHeadReader, createSoundHeadReader } from '../../files/heads.ts';
import { findPosts, type PostFile } from '../../files/posts.ts';
import { type ReadText, readWhole } from '../../files/read.ts';
import type { FieldName } from '../../post/fields/names.ts';
import { cutPost } from '../../post/frontmatter/frontMatter.ts';
import { essentialFields, type Post, type PostReading } from '../../post/post.ts';
import type { Shell } from '../../shell.ts';
import { createPostReader, readPostIndex } from '../site.ts';
import type { FeedSite } from './options.ts';

/** Posts in the feed's order, each with a text that can be read. */
export interface FeedPosts {
  entries: FeedEntry[];
  /** Whether any of the texts may have to be sanitised and nested anew. */
  hasMarkup: boolean;
}

export interface FeedSource {
  /** The valid posts. */
  entries: Entry[];
  surroundings: Surroundings;
  /** The first `limit` (0: all) of these whose text can be read; undefined where one cannot, and must not be left out. */
  readable(entries: readonly Entry[], limit: number): Promise<FeedPosts | undefined>;
  /** How many invalid posts were passed over so far. */
  leftOut(): number;
}

/** What decides which posts a feed has, in which order, and what tells one from another. */
const decisive: readonly FieldName[] = [...essentialFields, 'expires'];

/**
 * Reads the folder for a feed. An invalid post refuses it: then its faults are said, and the result is undefined. With
 * `whole` all fields of all posts are read at once, for a feed that needs most of them, or posts by their names.
 */
export async function openFeedSource(
  site: FeedSite,
  { whole, skipInvalid }: { whole: boolean; skipInvalid: boolean },
  shell: Shell,
): Promise<FeedSource | undefined> {
  const found = findPosts(site.folder);
  const inAddress: readonly FieldName[] = site.config.permalink.includes('{category}') ? ['categories'] : [];
  const known = new Map<string, string | undefined>();
  const readKnown = keepingHeads(createHeadReader(), (file, head) => known.set(file.file, head));
  const { entries, invalid } = whole
    ? readPostIndex(site, found, undefined, readKnown)
    : readPostIndex(site, found, [...decisive, ...inAddress]);
  let leftOut = invalid.length;
  if (invalid.length > 0 && !(await goesOnWithout(invalid, site, skipInvalid, shell))) return undefined;
  const files = new Map(found.map((file) => [file.file, file]));
  // Made when a text has a relative address: few have.
  let urls: Map<string, string> | undefined;
  const postUrlOf = (path: string): string | undefined => {
    urls ??= new Map(entries.map(({ post, url }) => [post.file, url]));
    return urls.get(site.folder.printed + path);
  };
  const surroundings: Surroundings = {
    siteUrl: site.siteUrl,
    assetsUrl: site.config.assetsUrl ?? `${site.siteUrl}/`,
    postUrlOf,
    fileAt: fileLookup(site.folder.path),
  };
  const readable = async (wanted: readonly Entry[], limit: number): Promise<FeedPosts | undefined> => {
    const chosen: FeedEntry[] = [];
    const heads = createSoundHeadReader();
    const total = limit > 0 ? limit : wanted.length;
    let lastHead: string | undefined;
    const readHead = keepingHeads(heads.read, (_, head) => {
      lastHead = head;
    });
    const read = createPostReader(site, total, readHead);
    const addressNow = createUrlMaker(site.config);
    for (const entry of wanted) {
      if (limit > 0 && chosen.length === limit) break;
      const file = files.get(entry.post.file);
      if (!file) continue;
      site.progress?.(chosen.length, total);
      const reading = whole ? lookThrough(entry.post, readHead(file)) : read(file);
      const { post } = reading;
      const head = whole ? known.get(file.file) : lastHead;
      if (post && !(whole ? head === lastHead : isSame(post, entry, addressNow))) throw changed(file);
      if (post) chosen.push({ ...entry, post, inPosts: file.inPosts, readBody: () => readBody(file, head) });
      else {
        leftOut++;
        if (!(await goesOnWithout([reading], site, skipInvalid, shell))) return undefined;
      }
    }
    site.progress?.(1, 1);
    return { entries: chosen, hasMarkup: heads.sawMarkup() };
  };
  return { entries, surroundings, readable, leftOut: () => leftOut };
}

/** Says what is wrong with invalid posts. Returns whether the feed goes on without them. */
async function goesOnWithout(
  invalid: readonly PostReading[],
  site: FeedSite,
  skipInvalid: boolean,
  shell: Shell,
): Promise<boolean> {
  const { invalidLines } = await import('../invalid.ts');
  for (const reading of invalid) {
    for (const line of invalidLines(reading, site.config.rules)) shell.err(line);
  }
  if (skipInvalid) return true;
  shell.err('No feed was written: mend these posts, or leave them out with --skip-invalid.\n');
  return false;
}

/** A post whose fields are known, if its text can be read. */
function lookThrough(post: Post, head: ReadText): PostReading {
  return 'fault' in head ? { file: post.file, faults: [head.fault] } : { file: post.file, post, faults: [] };
}

/** A reader that tells what front matter each post had, so that a later look can see whether it is still the same. */
function keepingHeads(
  readText: (file: PostFile) => ReadText,
  keep: (file: PostFile, head: string | undefined) => void,
): (file: PostFile) => ReadText {
  return (file) => {
    const read = readText(file);
    keep(file, 'text' in read ? cutPost(read.text)?.head : undefined);
    return read;
  };
}

/** Whether a post still is what it was when the feed's posts were chosen. */
function isSame(post: Post, { post: before, url }: Entry, urlOf: (post: Post) => string): boolean {
  const { draft, date, expires, id } = post;
  const same = draft === before.draft && id === before.id && urlOf(post) === url;
  return same && date.instant === before.date.instant && expires?.instant === before.expires?.instant;
}

function changed(file: PostFile): UserError {
  return new UserError(`${file.file} changed while the feed was made: run the command again`, ExitCode.found);
}

/** The text of a post that could be read a moment ago, if its front matter is still the one that the feed has. */
function readBody(file: PostFile, head: string | undefined): string {
  const read = readWhole(file);
  if ('fault' in read) throw new UserError(`${file.file}: ${read.fault.message}`, ExitCode.found);
  const now = cutPost(read.text);
  if (!now || now.head !== head) throw changed(file);
  return now.body;
}
