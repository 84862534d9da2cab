/** The posts that a feed is made of, and what it must know of the folder. Spec section 6. */
import type { Entry } from '../blog/library.ts';
import { UserError } from '../errors.ts';
import type { Surroundings } from '../feed/address.ts';
import type { FeedEntry } from '../feed/feed.ts';
import { fileLookup } from '../files/existing.ts';
import { findPosts, type PostFile } from '../files/posts.ts';
import { type ReadText, readWhole } from '../files/read.ts';
import { bodySizeFault, surelyShort } from '../post/bodySize.ts';
import { bodyOf, splitPost } from '../post/frontMatter.ts';
import { toDiagnostics } from '../post/locate.ts';
import type { PostReading } from '../post/post.ts';
import { formatCompact } from '../report/diagnostics/compact.ts';
import type { Shell } from '../shell.ts';
import type { FeedSite } from './feedOptions.ts';
import { invalidDiagnostics } from './reportInvalid.ts';
import { readLibrary } from './site.ts';

export interface FeedSource {
  /** The valid posts. */
  entries: Entry[];
  surroundings: Surroundings;
  /** The first `limit` (0: all) of these whose text can be read; undefined where one cannot, and must not be left out. */
  readable(entries: readonly Entry[], limit: number): FeedEntry[] | undefined;
  /** How many invalid posts were passed over so far. */
  leftOut(): number;
}

/** Reads the folder for a feed. An invalid post refuses it: then its faults are said, and the result is undefined. */
export function openFeedSource(site: FeedSite, skipInvalid: boolean, shell: Shell): FeedSource | undefined {
  const found = findPosts(site.folder);
  const { entries, invalid } = readLibrary(site, found);
  let leftOut = invalid.length;
  if (invalid.length > 0 && !goesOnWithout(invalid, site, skipInvalid, shell)) return undefined;
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
  const readable = (wanted: readonly Entry[], limit: number): FeedEntry[] | undefined => {
    const chosen: FeedEntry[] = [];
    for (const entry of wanted) {
      if (limit > 0 && chosen.length === limit) break;
      const file = files.get(entry.post.file);
      if (!file) continue;
      const read = readText(file);
      site.progress?.(chosen.length, limit > 0 ? limit : wanted.length);
      if ('text' in read) chosen.push({ ...entry, inPosts: file.inPosts, readBody: () => readBody(file) });
      else {
        leftOut++;
        if (!goesOnWithout([{ file: file.file, faults: [read.fault] }], site, skipInvalid, shell)) return undefined;
      }
    }
    site.progress?.(1, 1);
    return chosen;
  };
  return { entries, surroundings, readable, leftOut: () => leftOut };
}

/** Says what is wrong with invalid posts. Returns whether the feed goes on without them. */
function goesOnWithout(invalid: readonly PostReading[], site: FeedSite, skipInvalid: boolean, shell: Shell): boolean {
  for (const reading of invalid) {
    const found = invalidDiagnostics(reading, site.config.rules);
    const shown = found.length > 0 ? found : toDiagnostics(reading.file, reading.source, reading.faults, {});
    for (const diagnostic of shown) shell.err(formatCompact(diagnostic));
  }
  if (skipInvalid) return true;
  shell.err('No feed was written: mend these posts, or leave them out with --skip-invalid.\n');
  return false;
}

/** A post's whole text, where a feed can carry it. */
function readText(file: PostFile): ReadText {
  const read = readWhole(file);
  if ('fault' in read || read.text.length <= surelyShort) return read;
  const parts = splitPost(read.text);
  const fault = 'fault' in parts ? undefined : bodySizeFault(parts.body, parts.bodyLine);
  return fault ? { fault } : read;
}

/** The text of a post that could be read a moment ago. */
function readBody(file: PostFile): string {
  const read = readWhole(file);
  if ('fault' in read) throw new UserError(`${file.file}: ${read.fault.message}`);
  const body = bodyOf(read.text);
  if (body === undefined) throw new UserError(`${file.file} changed while the feed was made: run the command again`);
  return body;
}
