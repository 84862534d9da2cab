/** All rules over all posts of a folder. Spec section 5. */
import { join } from 'node:path';
import { checkDuplicates } from '../../blog/postIndex.ts';
import { indexPublishedUrls } from '../../blog/publishedUrls.ts';
import { checkAcrossPosts } from '../../checks/acrossPosts.ts';
import { checkBody } from '../../checks/body/body.ts';
import { checkFields } from '../../checks/fields.ts';
import { type FolderFacts, type OpenUrl, urlFault } from '../../checks/urls.ts';
import { compareDiagnostics, type Diagnostic, type Fault } from '../../diagnostic.ts';
import { fileLookup } from '../../files/existing.ts';
import { checkInside } from '../../files/outside.ts';
import { findPosts, type PostFile } from '../../files/posts.ts';
import { type ReadText, readWhole } from '../../files/read.ts';
import { placeholderSentences } from '../../post/draft/templates.ts';
import { toDiagnostics } from '../../post/frontmatter/locate.ts';
import { createMarkdown, type Markdown } from '../../post/markdown/markdown.ts';
import type { PostReading } from '../../post/post.ts';
import { detached } from '../../post/text.ts';
import { createPostReader, type SiteContext } from '../site.ts';

/**
 * Reads and checks every post of a folder; only what diagnostics need is kept of each. `readText` may give a file's text
 * as it is not yet on the disk.
 */
export function checkFolder(
  site: SiteContext,
  files: readonly PostFile[],
  readText: (file: PostFile) => ReadText = readWhole,
): PostReading[] {
  const { config, now } = site;
  const readings: PostReading[] = [];
  const open: { reading: PostReading; address: OpenUrl }[] = [];
  const context = { folder: folderFacts(site, files), markdown: onceMade(), placeholders: placeholderSentences() };
  const read = createPostReader(site, files.length, readText);
  const keep = createKeeper();
  for (const file of files) {
    const whole = read(file);
    const { inPosts } = file;
    const findings = checkBody(whole, inPosts, context);
    const { body: _, ...reading } = whole;
    // One by one: there may be more than a call can have arguments.
    for (const fault of findings.faults) reading.faults.push(detachFault(fault, keep));
    for (const one of findings.open) open.push({ reading, address: { ...one, address: keep(one.address) } });
    readings.push(reading);
  }
  const categoriesExpected =
    config.categories !== undefined || readings.some(({ fields }) => fields?.categories.length);
  for (const reading of readings) reading.faults.push(...checkFields(reading, { config, now, categoriesExpected }));
  for (const [reading, faults] of checkDuplicates(readings, config)) reading.faults.push(...faults);
  checkAcrossPosts(readings, config);
  if (open.length > 0) {
    const posts = readings.flatMap(({ post }, index) => (post ? [{ post, inPosts: files[index]?.inPosts ?? '' }] : []));
    const published = indexPublishedUrls(posts, config);
    for (const { reading, address } of open) {
      reading.faults.push(...urlFault(address, context.folder, published));
    }
  }
  return readings;
}

/** The words of a fault may be cut from the text, and would keep it. */
function detachFault(fault: Fault, keep: (text: string) => string): Fault {
  const { message, hint } = fault;
  return { ...fault, message: keep(message), ...(typeof hint === 'string' && { hint: keep(hint) }) };
}

/** Keeps texts by themselves, each once: most faults say the same. */
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

/** What the rules ask of the disk. */
function folderFacts({ root, config, folder }: SiteContext, files: readonly PostFile[]): FolderFacts {
  const posts = new Set(files.map(({ inPosts }) => inPosts));
  const inFolder = fileLookup(folder.path);
  const statics = config.static === undefined ? undefined : join(root, config.static);
  if (statics !== undefined) checkInside(root, statics, `static: ${config.static}`);
  const inStatic = statics === undefined ? undefined : fileLookup(statics);
  return {
    isPost: (inPosts) => posts.has(inPosts),
    isFile: (inPosts) => inFolder(inPosts) !== undefined,
    ...(inStatic && { isStatic: (path: string) => inStatic(path) !== undefined }),
  };
}

/** A parser costs more than a folder without faults: it is made for the first text that has to be parsed. */
function onceMade(): () => Markdown {
  let markdown: Markdown | undefined;
  return () => {
    markdown ??= createMarkdown({ offsets: true });
    return markdown;
  };
}

/** What would be said of one post if its file held `text`. */
export function diagnosePost(site: SiteContext, file: PostFile, text: string): Diagnostic[] {
  const readText = (one: PostFile): ReadText => (one.path === file.path ? { text } : readWhole(one));
  const readings = checkFolder(site, findPosts(site.folder), readText);
  return readings
    .filter((reading) => reading.file === file.file)
    .flatMap(({ source, faults }) => toDiagnostics(file.file, source, faults, site.config.rules))
    .sort(compareDiagnostics);
}
