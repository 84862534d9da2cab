/** Reads the posts of a feed. */
import type { Entry } from '../../blog/postIndex.ts';
import { createUrlMaker } from '../../blog/url.ts';
import { ExitCode, UserError } from '../../errors.ts';
import type { FeedEntry } from '../../feed/feed.ts';
import type { Surroundings } from '../../feed/urls.ts';
import { fileLookup } from '../../files/existing.ts';
import { createCheckedHeadReader, createHeadReader } from '../../files/heads.ts';
import { findPosts, type PostFile } from '../../files/posts.ts';
import { type ReadText, readWhole } from '../../files/read.ts';
import type { FieldName } from '../../post/fields/names.ts';
import { cutPost } from '../../post/frontmatter/frontMatter.ts';
import { essentialFields, type Post, type PostReading } from '../../post/post.ts';
import type { Shell } from '../../shell.ts';
import { createPostReader, readPostIndex } from '../site.ts';
import type { FeedSite } from './options.ts';

/** Posts whose text can be read, in the order of the feed. */
export interface FeedPosts {
  entries: FeedEntry[];
  /** Whether any text may contain HTML, which has to be sanitised. */
  hasMarkup: boolean;
}

export interface FeedSource {
  /** The valid posts. */
  entries: Entry[];
  surroundings: Surroundings;
  /** The first `limit` (0 for all) of these whose text can be read; undefined if one cannot, and is not to be skipped. */
  readable(entries: readonly Entry[], limit: number): Promise<FeedPosts | undefined>;
  /** The number of invalid posts skipped so far. */
  countSkipped(): number;
}

/** The fields that decide which posts a feed has, their order and their identity. */
const decisiveFields: readonly FieldName[] = [...essentialFields, 'expires'];

/**
 * Reads the front matter of all posts. Problems of invalid posts are printed, and the result is then undefined unless
 * `skipInvalid` is set. With `allFields` every field is read at once: for a filtered feed, or one of most posts; otherwise
 * only those that decide which posts the feed has, and `readable` reads the rest.
 */
export async function openFeedSource(
  site: FeedSite,
  { allFields, skipInvalid }: { allFields: boolean; skipInvalid: boolean },
  shell: Shell,
): Promise<FeedSource | undefined> {
  const found = findPosts(site.folder);
  const urlFields: readonly FieldName[] = site.config.permalink.includes('{category}') ? ['categories'] : [];
  const firstHeads = new Map<string, string | undefined>();
  const readFirst = keepHeads(createHeadReader(), (file, head) => firstHeads.set(file.file, head));
  const { entries, invalid } = allFields
    ? readPostIndex(site, found, undefined, readFirst)
    : readPostIndex(site, found, [...decisiveFields, ...urlFields]);
  let skipped = invalid.length;
  if (invalid.length > 0 && !(await canSkip(invalid, site, skipInvalid, shell))) return undefined;
  const files = new Map(found.map((file) => [file.file, file]));
  // Built for the first relative link: few texts have one.
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
    const heads = createCheckedHeadReader();
    const total = limit > 0 ? limit : wanted.length;
    let lastHead: string | undefined;
    const readHead = keepHeads(heads.read, (_, head) => {
      lastHead = head;
    });
    const read = createPostReader(site, total, readHead);
    const urlOf = createUrlMaker(site.config);
    for (const entry of wanted) {
      if (limit > 0 && chosen.length === limit) break;
      const file = files.get(entry.post.file);
      if (!file) continue;
      site.progress?.(chosen.length, total);
      const reading = allFields ? withHead(entry.post, readHead(file)) : read(file);
      const { post } = reading;
      const head = allFields ? firstHeads.get(file.file) : lastHead;
      if (post && !(allFields ? head === lastHead : isSame(post, entry, urlOf))) throw changed(file);
      if (post) chosen.push({ ...entry, post, inPosts: file.inPosts, readBody: () => readBody(file, head) });
      else {
        skipped++;
        if (!(await canSkip([reading], site, skipInvalid, shell))) return undefined;
      }
    }
    site.progress?.(1, 1);
    return { entries: chosen, hasMarkup: heads.sawMarkup() };
  };
  return { entries, surroundings, readable, countSkipped: () => skipped };
}

/** Prints the problems of invalid posts, and whether that ends the command; returns `skipInvalid`. */
async function canSkip(
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
  shell.err('no feed written: fix these posts, or pass --skip-invalid to leave them out\n');
  return false;
}

/** A post that was read before, if its text can be read. */
function withHead(post: Post, head: ReadText): PostReading {
  return 'fault' in head ? { file: post.file, faults: [head.fault] } : { file: post.file, post, faults: [] };
}

/** A reader that also hands the front matter of each post to `keep`, to detect later changes. */
function keepHeads(
  readText: (file: PostFile) => ReadText,
  keep: (file: PostFile, head: string | undefined) => void,
): (file: PostFile) => ReadText {
  return (file) => {
    const read = readText(file);
    keep(file, 'text' in read ? cutPost(read.text)?.head : undefined);
    return read;
  };
}

/** Whether a post still has the fields by which it was selected. */
function isSame(post: Post, { post: before, url }: Entry, urlOf: (post: Post) => string): boolean {
  const { draft, date, expires, id } = post;
  const same = draft === before.draft && id === before.id && urlOf(post) === url;
  return same && date.instant === before.date.instant && expires?.instant === before.expires?.instant;
}

function changed(file: PostFile): UserError {
  return new UserError(`${file.file} changed while the feed was being written; run the command again`, ExitCode.found);
}

/** The body of a post. Throws UserError if its front matter has changed since, or it cannot be read. */
function readBody(file: PostFile, head: string | undefined): string {
  const read = readWhole(file);
  if ('fault' in read) throw new UserError(`${file.file}: ${read.fault.message}`, ExitCode.found);
  const now = cutPost(read.text);
  if (!now || now.head !== head) throw changed(file);
  return now.body;
}
