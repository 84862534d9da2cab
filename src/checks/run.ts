/** Runs every rule over the posts of a folder. */
import { checkDuplicates } from '../blog/clash/duplicates.ts';
import type { Config } from '../blog/config/config.ts';
import { indexPublishedUrls, type PublishedUrls } from '../blog/publishedUrls.ts';
import { statementPlaceholders } from '../blog/statement.ts';
import { findTranslated } from '../blog/translations.ts';
import type { Fault } from '../diagnostic.ts';
import { placeholderSentences } from '../post/draft/templates.ts';
import { createMarkdown } from '../post/markdown/markdown.ts';
import type { Post, PostReading } from '../post/post.ts';
import { detached } from '../post/text.ts';
import { checkAcrossPosts, createCategoryCheck } from './acrossPosts.ts';
import { checkBody } from './body/body.ts';
import { checkFields, expectedFields } from './fields.ts';
import type { FolderFacts, OpenUrl } from './folderFacts.ts';
import { checkJoinedNames } from './names/joinedNames.ts';
import { checkReviewer } from './partnership.ts';
import { openFault } from './urls.ts';

interface CheckContext {
  config: Config;
  /** ms */
  now: number;
  folder: FolderFacts;
}

/**
 * The readings of all `files`, in their order, with every fault that the rules find. `inPosts` is a file’s path in the posts
 * folder. `read` is called once a file; the body is dropped once it is checked, for a folder may be larger than the memory.
 */
export function checkPosts<File extends { inPosts: string }>(
  files: readonly File[],
  read: (file: File) => PostReading,
  { config, now, folder }: CheckContext,
): PostReading[] {
  const { readings, open } = checkBodies(files, read, folder);
  const expected = expectedFields(readings, config);
  const isTranslated = findTranslated(readings.flatMap(({ post }) => post ?? []));
  for (const reading of readings) {
    const sharesName = reading.post !== undefined && isTranslated(reading.post);
    reading.faults.push(...checkFields(reading, { config, now, expected, sharesName }), ...checkReviewer(reading));
  }
  for (const [reading, faults] of checkDuplicates(readings, config, now)) reading.faults.push(...faults);
  checkAcrossPosts(readings, config);
  if (open.length > 0) {
    const posts = readings.flatMap(({ post }, index) => (post ? [{ post, inPosts: files[index]?.inPosts ?? '' }] : []));
    const published = indexPublishedUrls(posts, config);
    addOpenFaults(open, folder, published, now);
  }
  return readings;
}

/** Like `checkPosts` for some of the posts, without what comparing them with the others shows. */
export function checkSomePosts<File extends { inPosts: string }>(
  files: readonly File[],
  read: (file: File) => PostReading,
  { config, now, folder }: CheckContext,
  { published, isTranslated }: { published: () => PublishedUrls; isTranslated: (post: Post) => boolean },
): PostReading[] {
  const { readings, open } = checkBodies(files, read, folder);
  const { categories } = config;
  const checkCategories = createCategoryCheck(categories ?? []);
  const expected = expectedFields([], config);
  for (const reading of readings) {
    const sharesName = reading.post !== undefined && isTranslated(reading.post);
    reading.faults.push(...checkFields(reading, { config, now, expected, sharesName }), ...checkReviewer(reading));
    if (categories) reading.faults.push(...checkCategories(reading));
  }
  checkJoinedNames(readings, categories ? ['tags'] : ['categories', 'tags']);
  if (open.length > 0) addOpenFaults(open, folder, published(), now);
  return readings;
}

/**
 * The readings of pages of `_site/`, with the faults of their texts. Links are looked up in `published`, which is asked for
 * only if a page has one that is no file.
 */
export function checkPages<File extends { inPosts: string }>(
  files: readonly File[],
  read: (file: File) => PostReading,
  { folder, now }: Pick<CheckContext, 'folder' | 'now'>,
  published: () => PublishedUrls,
): PostReading[] {
  const { readings, open } = checkBodies(files, read, folder, true);
  if (open.length > 0) addOpenFaults(open, folder, published(), now);
  return readings;
}

interface OpenLink {
  reading: PostReading;
  url: OpenUrl;
}

/** Comparing the part of each link with all headings of a long text would take minutes. */
const mostSuggested = 500;

function addOpenFaults(open: readonly OpenLink[], folder: FolderFacts, published: PublishedUrls, now: number): void {
  for (const [index, { reading, url }] of open.entries()) {
    reading.faults.push(...openFault(url, reading, folder, published, now, index < mostSuggested));
  }
}

/** Checks each post by itself. `open` are the URLs that may be those of other posts. */
function checkBodies<File extends { inPosts: string }>(
  files: readonly File[],
  read: (file: File) => PostReading,
  folder: FolderFacts,
  isPage = false,
) {
  const readings: PostReading[] = [];
  const open: OpenLink[] = [];
  const placeholders = [...placeholderSentences(), ...statementPlaceholders()];
  const context = { folder, markdown: createMarkdown({ offsets: true }), placeholders, isPage };
  const keep = createKeeper();
  for (const file of files) {
    const whole = read(file);
    const found = checkBody(whole, file.inPosts, context);
    const { body: _, ...reading } = whole;
    // One by one: there may be more than a call can have arguments.
    for (const fault of found.faults) reading.faults.push(detachFault(fault, keep));
    for (const one of found.open) open.push({ reading, url: { ...one, url: keep(one.url) } });
    readings.push(reading);
  }
  return { readings, open };
}

/** V8 keeps a whole text in memory for the sake of any part of it, such as a word quoted in a message. */
function detachFault(fault: Fault, keep: (text: string) => string): Fault {
  const { message, hint } = fault;
  return { ...fault, message: keep(message), ...(typeof hint === 'string' && { hint: keep(hint) }) };
}

/** Returns copies of texts, each made once: most messages are the same. */
function createKeeper(): (text: string) => string {
  const kept = new Map<string, string>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const copy = detached(text);
    kept.set(copy, copy);
    return copy;
  };
}
