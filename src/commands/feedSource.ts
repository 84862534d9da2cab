/** The posts that a feed is made of, and what it must know of the folder. Spec section 6. */
import type { Entry } from '../blog/library.ts';
import { UserError } from '../errors.ts';
import type { Surroundings } from '../feed/address.ts';
import type { FeedEntry } from '../feed/feed.ts';
import { fileLookup } from '../files/existing.ts';
import { findPosts, type PostFile } from '../files/posts.ts';
import { createSoundHeadReader, readWhole } from '../files/read.ts';
import type { FieldName } from '../post/fieldNames.ts';
import { bodyOf } from '../post/frontMatter.ts';
import { toDiagnostics } from '../post/locate.ts';
import { type PostReading, vitalFields } from '../post/post.ts';
import { formatCompact } from '../report/diagnostics/compact.ts';
import type { Shell } from '../shell.ts';
import type { FeedSite } from './feedOptions.ts';
import { invalidDiagnostics } from './reportInvalid.ts';
import { createPostReader, readLibrary } from './site.ts';

export interface FeedSource {
  /** The valid posts. */
  entries: Entry[];
  surroundings: Surroundings;
  /** The first `limit` (0: all) of these whose text can be read; undefined where one cannot, and must not be left out. */
  readable(entries: readonly Entry[], limit: number): FeedEntry[] | undefined;
  /** How many invalid posts were passed over so far. */
  leftOut(): number;
}

/** What decides which posts a feed has, in which order, and what tells one from another. */
const decisive: readonly FieldName[] = [...vitalFields, 'expires'];

/**
 * Reads the folder for a feed. An invalid post refuses it: then its faults are said, and the result is undefined. Who
 * asks for posts by their names needs these read (`names`).
 */
export function openFeedSource(
  site: FeedSite,
  { names, skipInvalid }: { names: boolean; skipInvalid: boolean },
  shell: Shell,
): FeedSource | undefined {
  const found = findPosts(site.folder);
  const inAddress: readonly FieldName[] = site.config.permalink.includes('{category}') ? ['categories'] : [];
  const only = names ? undefined : [...decisive, ...inAddress];
  const { entries, invalid } = readLibrary(site, found, only);
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
    const read = createPostReader(site, limit > 0 ? limit : wanted.length, createSoundHeadReader());
    for (const {
      post: { file: name },
      url,
    } of wanted) {
      if (limit > 0 && chosen.length === limit) break;
      const file = files.get(name);
      if (!file) continue;
      const reading = read(file);
      const { post } = reading;
      if (post) chosen.push({ post, url, inPosts: file.inPosts, readBody: () => readBody(file) });
      else {
        leftOut++;
        if (!goesOnWithout([reading], site, skipInvalid, shell)) return undefined;
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

/** The text of a post that could be read a moment ago. */
function readBody(file: PostFile): string {
  const read = readWhole(file);
  if ('fault' in read) throw new UserError(`${file.file}: ${read.fault.message}`);
  const body = bodyOf(read.text);
  if (body === undefined) throw new UserError(`${file.file} changed while the feed was made: run the command again`);
  return body;
}
