/** What `blog publish` says that it has done. */
import { urlKey, urlOf } from '../../../blog/url.ts';
import type { PostFile } from '../../../files/posts.ts';
import type { PostDate } from '../../../post/fields/date.ts';
import { type Post, type PostReading, publicFrom, statusOf } from '../../../post/post.ts';
import { quotedTitle, visible } from '../../../report/escape.ts';
import { shellPath, shellWord } from '../../../shellWord.ts';
import type { SiteContext } from '../../site.ts';
import { feedHint } from '../feedHint.ts';
import { wasPublic } from '../formerUrl.ts';

/** How to publish a post that is scheduled. */
export function atOnce(file: PostFile): string {
  return `To publish it at once, run: ${publishCommand(file)} --date now`;
}

function publishCommand({ file }: PostFile): string {
  return `blog publish ${shellPath(visible(file))}`;
}

/** A post before and after it was published, or would be. */
interface Result {
  before: PostReading;
  post: Post;
  /** Whether its date and what readers see of it stayed. */
  isPublic: boolean;
  isDateGiven: boolean;
  isDry: boolean;
  from: PostFile;
  to: PostFile;
}

/** What was done, or would be. */
export function resultLines(
  { before, post, isPublic, isDateGiven, isDry, from, to }: Result,
  site: SiteContext,
): string[] {
  const { config, now } = site;
  const lines: string[] = [];
  const title = quotedTitle(post.title);
  const isScheduled = statusOf(post, now) === 'scheduled';
  const renamed = to.file === from.file ? '' : ` (renamed from ${visible(from.file)})`;
  const date = publicFrom(post);
  if (isDry) {
    if (isScheduled) lines.push(`Dry run: readers would see ${title} from ${visible(date.text)}`);
    else lines.push('Dry run: nothing was written');
  } else if (!isPublic && isScheduled) {
    lines.push(`Scheduled ${title}${renamed}: readers see it from ${visible(date.text)}`);
    lines.push(atOnce(to), feedHint('add it to the feed then', site));
  } else if (!isPublic) lines.push(`Published ${title}${renamed}. ${feedHint('add it to the feed', site)}`);
  if (!before.post) return lines;
  const entry = { post: before.post, url: urlOf(before.post, config) };
  const isKnown = wasPublic(entry, site);
  const old = oldDate(before.post, date);
  if (old !== undefined) {
    lines.push(`Date ${isDry ? 'would change' : 'changed'}: ${visible(old)} → ${visible(date.text)}`);
    if (isDry && !isDateGiven) lines.push('To keep its date, pass --keep-date');
    else if (isKnown && !isDateGiven)
      lines.push(`To give it its old date again, run: ${publishCommand(to)} --date ${shellWord(visible(old))}`);
  }
  if (isKnown && !isDry && urlKey(entry.url) !== urlKey(urlOf(post, config)))
    lines.push('Its old URL is now an alias, for your site to redirect');
  return lines;
}

/** The date before, unless it was less than a minute earlier or later: that of a draft which was written just now. */
function oldDate(post: Post, { text, instant }: PostDate): string | undefined {
  const old = publicFrom(post);
  return old.text === text || Math.abs(old.instant - instant) < 60_000 ? undefined : old.text;
}
