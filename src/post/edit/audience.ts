/** Who may read a post is for its author to say: no fix changes it, whatever it makes of the rest. */
import type { Fault } from '../../diagnostic.ts';
import { draftFields } from '../fields/draftWords.ts';
import { fieldOf } from '../fields/names.ts';
import { cutPost } from '../frontmatter/frontMatter.ts';
import { type PostReading, readPost } from '../post.ts';

/** `unclear`: what should say it cannot be read, so that the post is invalid and nobody sees it. */
type Audience = 'draft' | 'public' | 'unclear';

const settings = { timeZone: 'UTC', authors: {} };

/**
 * Whether a fix leaves a post as public as it was, today and on every other day. A post that was invalid may become valid;
 * one whose front matter could not be read at all is then what it says of itself. `file` may give the date.
 */
export function keepsAudience(file: string, before: string, after: string): boolean {
  const was = readPost(file, headOf(before), settings);
  const is = readPost(file, headOf(after), settings);
  if (!was.fields || !is.fields) return is.post === undefined || is.post.draft || !changesSign(before, after);
  const [audience, result] = [audienceOf(was), audienceOf(is)];
  if (audience === 'unclear' ? result === 'public' : result !== audience) return false;
  if (was.fields.expires?.instant !== is.fields.expires?.instant) return false;
  return !was.post || was.post.date.instant === is.post?.date.instant;
}

/** The text without its body, on which none of this depends. */
function headOf(text: string): string {
  return cutPost(text)?.head ?? text;
}

/** Whether a line that says who may read the post is another one afterwards: `draft:false`, which is no field to YAML. */
function changesSign(before: string, after: string): boolean {
  const same = new Set(headOf(before).split('\n'));
  return headOf(after)
    .split('\n')
    .some((line) => {
      const name = same.has(line) ? undefined : /^\s*["']?([\w-]+)/.exec(line)?.[1];
      return name !== undefined && draftFields.some((field) => field === fieldOf(name));
    });
}

function audienceOf({ fields, faults, keys }: PostReading): Audience {
  if (fields?.draft) return 'draft';
  return faults.some((fault) => isUnclearSign(fault, keys)) ? 'unclear' : 'public';
}

function isUnclearSign({ place, correction }: Fault, keys: PostReading['keys'] = {}): boolean {
  if (!('path' in place)) return false;
  const [key] = place.path;
  const sign = draftFields.find((field) => keys[field] === key);
  // A date in another form says when, not whether.
  const isDate =
    sign === 'published' && correction !== undefined && 'value' in correction && typeof correction.value === 'string';
  return sign !== undefined && !isDate;
}
