/** The text of a post as it will be published. */
import { refusal } from '../../../errors.ts';
import type { PostFile } from '../../../files/posts.ts';
import { dateText, insertPublic, publishText } from '../../../post/edit/publication.ts';
import type { PostDate } from '../../../post/fields/date.ts';
import { withheldStatus } from '../../../post/fields/draftWords.ts';
import { type PostReading, readPost, statusOf } from '../../../post/post.ts';
import { visible } from '../../../report/escape.ts';
import { shellPath } from '../../../shellWord.ts';
import type { SiteContext } from '../../site.ts';
import { unsafeToPatch } from '../rewrite.ts';

/** What a message says was not done, and what to do by hand. */
interface Wanted {
  done: string;
  byHand: string;
}

/**
 * The text without any sign of a draft, and with the date if there is one; that of a post whose front matter cannot be read
 * stays as it is. Throws UserError, which says what was not done, if it would be expired, or cannot be changed safely.
 */
export function publicText(
  file: PostFile,
  text: string,
  { keys, data }: PostReading,
  date: PostDate | undefined,
  site: SiteContext,
  { done, byHand }: Wanted = { done: 'published', byHand: 'set draft: false and the date' },
): string {
  if (!keys || !data) return text;
  const withheld = withheldStatus(data);
  if (withheld !== undefined) throw refusal(whyWithheld(file, withheld, done));
  const draftOf = (changed: string): PostReading | undefined => {
    const reading = readPost(file.file, changed, site.config, file);
    return reading.fields?.draft ? reading : undefined;
  };
  const cleared = publishText(text, data);
  // The folder that makes it a draft is outweighed by a field.
  const published = cleared !== undefined && draftOf(cleared) ? insertPublic(cleared) : cleared;
  const after =
    date && published !== undefined ? dateText(published, keys, data, date, site.config.timeZone) : published;
  if (after === undefined) throw unsafeToPatch(file, byHand);
  const [reason] = draftOf(after)?.faults.filter(({ rule }) => rule === 'draft-unclear') ?? [];
  if (reason) {
    const shown = visible(file.file);
    throw refusal(`${shown} not ${done}: ${visible(reason.message)}; change that first: blog edit ${shellPath(shown)}`);
  }
  const { post } = readPost(file.file, after, site.config, file);
  if (post && statusOf(post, site.now) === 'expired') {
    const key = keys.expires ?? 'expires';
    throw refusal(`${visible(file.file)} would already be expired; change or remove “${key}” first`);
  }
  return after;
}

/** Publishing what somebody kept from readers on purpose takes a decision first. */
function whyWithheld(file: PostFile, { key, word }: { key: string; word: string }, done: string): string {
  const shown = visible(file.file);
  const status = visible(`${key}: ${word}`);
  return `${shown} not ${done}: “${status}” says that it was withheld on purpose; if readers may see it, write ${visible(key)}: draft first: blog edit ${shellPath(shown)}`;
}
