/** Only its author decides who may read a post, so no fix may change that. */
import { draftKeysOf, isDraftField, mayHaveDraftSign } from '../fields/draftWords.ts';
import { fieldOf } from '../fields/names.ts';
import { isAbsent } from '../fields/texts.ts';
import { cutPost } from '../frontmatter/frontMatter.ts';
import { type PostReading, publicFrom, readPost } from '../post.ts';

const settings = { timeZone: 'UTC', authors: {} };

/**
 * Whether a fix leaves a post as public as it was, now and at any other time. A post that was invalid may become valid; one
 * whose front matter could not be read becomes what its draft fields say. `file` may provide the date.
 */
export function keepsAudience(file: string, before: string, after: string): boolean {
  if (losesSign(before, after)) return false;
  const was = readPost(file, headOf(before), settings);
  const is = readPost(file, headOf(after), settings);
  if (!was.post && is.post && !is.post.draft && mayBeDraft(headOf(after), is)) return false;
  if (!was.fields || !is.fields) return is.post === undefined || is.post.draft || !changesDraftField(before, after);
  const [audience, result] = [audienceOf(was), audienceOf(is)];
  if (audience === 'unclear' ? result === 'public' : result !== audience) return false;
  if (was.fields.expires?.instant !== is.fields.expires?.instant) return false;
  if (!was.post) return true;
  return is.post !== undefined && publicFrom(was.post).instant === publicFrom(is.post).instant;
}

/** Whether a post that becomes valid may be a draft all the same: by a misspelt key, one inside another text, or an invalid expiry. */
function mayBeDraft(head: string, { faults, data = {}, keys = {} }: PostReading): boolean {
  const read = draftKeysOf(data).filter((key) => !isAbsent(data[key]));
  if (mayHaveDraftSign(head, read)) return true;
  return faults.some(({ place }) => 'path' in place && place.path[0] === keys.expires);
}

/** A line that may be meant to keep a post from readers, however badly it is written. */
const likeSign =
  /^\W{0,8}\w*(?:draft|publi|status|visib|privat|expir|embargo)\w*\W{0,4}[:=：]|^[\w-]+:\s*["']?\d{4}-\d/i;

/** Whether such a line of the front matter becomes part of the body, where it is no longer a field. */
function losesSign(before: string, after: string): boolean {
  const [was, is] = [cutPost(before), cutPost(after)];
  if (!was || !is || is.head.length >= was.head.length) return false;
  const kept = new Set(is.head.split(/\r?\n/));
  const lost = was.head.split(/\r?\n/).filter((line) => line && !kept.has(line) && is.body.includes(line));
  return lost.some((line) => likeSign.test(line) || mayHaveDraftSign(line, []));
}

/** The text without its body, which is irrelevant here. */
function headOf(text: string): string {
  return cutPost(text)?.head ?? text;
}

/** Whether the line of a draft field changes: to YAML, `draft:false` was not a field. */
function changesDraftField(before: string, after: string): boolean {
  const same = new Set(headOf(before).split('\n'));
  const changed = headOf(after)
    .split('\n')
    .filter((line) => !same.has(line));
  return changed.some((line) => {
    return isDraftField(fieldOf(/^\s*["']?([\w-]+)/.exec(line)?.[1] ?? ''));
  });
}

/** `unclear`: a draft field is invalid or misspelt, so the post is neither listed nor in feeds. */
function audienceOf({ fields, faults }: PostReading): 'draft' | 'public' | 'unclear' {
  if (fields?.draft) return 'draft';
  const isUnclear = faults.some(({ rule, level, place, correction }) => {
    if (level === 'warn') return false;
    if (rule === 'draft-unclear') return true;
    if (!('path' in place)) return false;
    const field = fieldOf(String(place.path[0]));
    // A date in another format says when the post is public, not whether.
    const isDate = correction !== undefined && 'value' in correction && typeof correction.value === 'string';
    return isDraftField(field) && !(field === 'published' && isDate);
  });
  return isUnclear ? 'unclear' : 'public';
}
