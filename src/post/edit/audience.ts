/** Only its author decides who may read a post, so no fix may change that. */
import type { Fault } from '../../diagnostic.ts';
import { draftFields } from '../fields/draftWords.ts';
import { fieldOf } from '../fields/names.ts';
import { cutPost } from '../frontmatter/frontMatter.ts';
import { distanceOf, foldSeparators } from '../nearest.ts';
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
  if (!was.post && is.post && !is.post.draft && mayHideDraftSign(headOf(after), is)) return false;
  if (!was.fields || !is.fields) return is.post === undefined || is.post.draft || !changesDraftField(before, after);
  const [audience, result] = [audienceOf(was), audienceOf(is)];
  if (audience === 'unclear' ? result === 'public' : result !== audience) return false;
  if (was.fields.expires?.instant !== is.fields.expires?.instant) return false;
  return !was.post || was.post.date.instant === is.post?.date.instant;
}

/** What tools call the key of a draft sign, in lower case and without hyphens. */
const draftKeys = 'draft isdraft unpublished published publish status poststatus private visibility hidden'.split(' ');
/** A key anywhere in the text whose value could be a draft sign: a status, a boolean, or nothing. */
const possibleSign =
  /([\p{L}\d_-]+)["']?[ \t]*:[ \t]*["']?(?:true|false|yes|no|on|off|[yn01~]|null|\p{L}*(?:draft|private|pending|hidden|publish)\p{L}*)?["']?[ \t\r]*(?=$|[#,}\]])/gimu;

/** Whether a post that becomes valid may be a draft all the same: by a misspelt key, one inside another text, or an invalid expiry. */
function mayHideDraftSign(head: string, { faults, keys = {} }: PostReading): boolean {
  const read = new Set<string | undefined>(draftFields.map((field) => keys[field]));
  const isHidden = [...head.matchAll(possibleSign)].some(([, name = '']) => {
    const word = foldSeparators(name);
    return !read.has(name) && draftKeys.some((sign) => distanceOf(word, sign) <= 2);
  });
  return isHidden || faults.some(({ place }) => 'path' in place && place.path[0] === keys.expires);
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
