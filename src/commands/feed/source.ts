/** Reads the posts of a feed. */
import { type Entry, isPlainDraft } from '../../blog/postIndex.ts';
import { createUrlMaker } from '../../blog/url.ts';
import { createSuspicion } from '../../checks/suspect.ts';
import { ExitCode, UserError } from '../../errors.ts';
import type { FeedEntry } from '../../feed/feed.ts';
import { fileLookup } from '../../files/existing.ts';
import { createCheckedHeadReader, createHeadReader } from '../../files/heads.ts';
import type { PostFile } from '../../files/posts.ts';
import { type ReadText, readWhole } from '../../files/read.ts';
import type { FieldName } from '../../post/fields/names.ts';
import { cutPost } from '../../post/frontmatter/frontMatter.ts';
import { essentialFields, type Post, type PostReading } from '../../post/post.ts';
import { folderFacts } from '../folderFacts.ts';
import { findImagesAbove } from '../pages/imagesAbove.ts';
import { createPostReader, findSitePosts, printLanguagesNote, readPostIndex } from '../site.ts';
import { inTurns } from '../turns.ts';
import type { FeedSite } from './options.ts';
import { createHiddenCheck, createSurroundings } from './otherPosts.ts';

/** Posts whose text can be read, in the order of the feed. */
export interface FeedPosts {
  entries: FeedEntry[];
  /** Whether any text may contain HTML, which has to be sanitised. */
  hasMarkup: boolean;
  /** The files of those that may have errors. */
  suspects: ReadonlySet<string>;
}

/** The fields that decide which posts a feed has, their order and their identity: a URL may have categories in it. */
const decisiveFields: readonly FieldName[] = [...essentialFields, 'expires', 'feed', 'categories', 'lang'];

/**
 * Reads the front matter of all posts, and returns the valid ones: with `allFields` every field, for a filtered feed, or one
 * of most posts; otherwise those that decide which posts the feed has, and `readable` reads the rest. `skip` is told of
 * invalid posts, and returns whether to leave them out; if not, the result is undefined.
 */
export async function openFeedSource(
  site: FeedSite,
  allFields: boolean,
  skip: (invalid: readonly PostReading[]) => Promise<boolean>,
) {
  const found = findSitePosts(site);
  const heads = new Map<string, string | undefined>();
  const fileAt = fileLookup(site.folder.path);
  const folder = folderFacts(site, found, fileAt);
  const suspicion = createSuspicion(site.config, folder);
  const suspects = new Set<string>();
  const noticeFaults = ({ file, faults }: PostReading): void => {
    if (faults.length > 0) suspects.add(file);
  };
  const { entries, invalid } = allFields
    ? readPostIndex(site, found, undefined, keepHeads(createHeadReader(), heads), noticeFaults)
    : readPostIndex(site, found, decisiveFields);
  printLanguagesNote(found, site);
  if (!(await skip(invalid.filter((reading) => !isPlainDraft(reading))))) return undefined;
  const files = new Map(found.map((file) => [file.file, file]));
  const imageAbove = findImagesAbove(site, site.siteUrl, fileAt);
  const surroundings = {
    ...createSurroundings(site.siteUrl, entries, site, fileAt, imageAbove),
    isHidden: createHiddenCheck(site.siteUrl, entries, site.now),
  };
  /** The first `limit` (0 for all) of these whose text can be read; undefined if one cannot, and is not to be skipped. */
  const readable = async (wanted: readonly Entry[], limit: number): Promise<FeedPosts | undefined> => {
    const chosen: FeedEntry[] = [];
    const reader = createCheckedHeadReader((bytes, { file, inPosts }) => {
      if (suspicion.inText(bytes, inPosts)) suspects.add(file);
    });
    const total = limit > 0 ? limit : wanted.length;
    const readHead = keepHeads(reader.read, heads);
    const read = createPostReader(site, total, readHead);
    const urlOf = createUrlMaker(site.config);
    for await (const entry of inTurns(wanted, { ...site, progress: allFields ? site.progress : undefined })) {
      if (limit > 0 && chosen.length === limit) break;
      const file = files.get(entry.post.file);
      if (!file) continue;
      const before = heads.get(file.file);
      const reading = allFields ? withHead(entry.post, readHead(file)) : read(file);
      const { post } = reading;
      const head = heads.get(file.file);
      if (post && !(allFields ? head === before : isSame(post, entry, urlOf))) throw changed(file.file);
      noticeFaults(reading);
      if (post && suspicion.inFields(post, file.inPosts)) suspects.add(file.file);
      if (post) chosen.push({ ...entry, post, inPosts: file.inPosts, readBody: () => readBody(file, head) });
      else if (!(await skip([reading]))) return undefined;
    }
    return { entries: chosen, hasMarkup: reader.sawMarkup(), suspects };
  };
  return { found, folder, entries, surroundings, readable };
}

/** A post that was read before, if its text can be read. */
function withHead(post: Post, head: ReadText): PostReading {
  const { file, path } = post;
  return 'fault' in head ? { file, path, faults: [head.fault] } : { file, path, post, faults: [] };
}

/** A reader that also puts the front matter of each post in `heads`, to detect later changes. */
function keepHeads(readText: typeof readWhole, heads: Map<string, string | undefined>): typeof readWhole {
  return (file) => {
    const read = readText(file);
    heads.set(file.file, 'text' in read ? cutPost(read.text)?.head : undefined);
    return read;
  };
}

/** Whether a post still has the fields by which it was selected. */
function isSame(post: Post, { post: before, url }: Entry, urlOf: (post: Post) => string): boolean {
  const { draft, date, expires, heldUntil, feed, id, lang } = post;
  const same = draft === before.draft && feed === before.feed && id === before.id && lang === before.lang;
  if (!same || urlOf(post) !== url || date.instant !== before.date.instant) return false;
  return expires?.instant === before.expires?.instant && heldUntil?.instant === before.heldUntil?.instant;
}

/** The error for a post that is not as it was when the command read it first. */
export function changed(post: string): UserError {
  return new UserError(`${post} changed while the feed was being written; run the command again`, ExitCode.found);
}

/** The body of a post. Throws UserError if its front matter has changed since, or it cannot be read. */
function readBody(file: PostFile, head: string | undefined): string {
  const read = readWhole(file);
  if ('fault' in read) throw new UserError(`${file.file}: ${read.fault.message}`, ExitCode.found);
  const now = cutPost(read.text);
  if (!now || now.head !== head) throw changed(file.file);
  return now.body;
}
