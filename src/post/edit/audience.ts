/** Only its author decides who may read a post, so no fix may change that. */
import type { Fault } from '../../diagnostic.ts';
import { draftFields } from '../fields/draftWords.ts';
import { fieldOf } from '../fields/names.ts';
import { cutPost } from '../frontmatter/frontMatter.ts';
import { type PostReading, readPost } from '../post.ts';

/** `unclear`: a draft field is invalid, so the post is neither listed nor fed. */
type Audience = 'draft' | 'public' | 'unclear';

const settings = { timeZone: 'UTC', authors: {} };

/**
 * Whether a fix leaves a post as public as it was, now and at any other time. A post that was invalid may become valid; one
 * whose front matter could not be read becomes what its draft fields say. `file` may provide the date.
 */
export function keepsAudience(file: string, before: string, after: string): boolean {
  const was = readPost(file, headOf(before), settings);
  const is = readPost(file, headOf(after), settings);
  if (!was.fields || !is.fields) return is.post === undefined || is.post.draft || !changesDraftField(before, after);
  const [audience, result] = [audienceOf(was), audienceOf(is)];
  if (audience === 'unclear' ? result === 'public' : result !== audience) return false;
  if (was.fields.expires?.instant !== is.fields.expires?.instant) return false;
  return !was.post || was.post.date.instant === is.post?.date.instant;
}

/** The text without its body, which is irrelevant here. */
function headOf(text: string): string {
  return cutPost(text)?.head ?? text;
}

/** Whether the line of a draft field changes: to YAML, `draft:false` was not a field. */
function changesDraftField(before: string, after: string): boolean {
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
  return faults.some((fault) => isInvalidDraftField(fault, keys)) ? 'unclear' : 'public';
}

function isInvalidDraftField({ place, correction }: Fault, keys: PostReading['keys'] = {}): boolean {
  if (!('path' in place)) return false;
  const [key] = place.path;
  const field = draftFields.find((name) => keys[name] === key);
  // A date in another format says when the post is public, not whether.
  const isDate =
    field === 'published' && correction !== undefined && 'value' in correction && typeof correction.value === 'string';
  return field !== undefined && !isDate;
}
