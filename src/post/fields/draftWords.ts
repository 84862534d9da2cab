/** The words by which front matter makes a post a draft. */
import { distanceOf, foldSeparators } from '../nearest.ts';

/** The fields any of which can make a post a draft. */
export const draftFields = ['draft', 'private', 'published', 'status'] as const;

const draftStatuses = ['draft', 'private', 'pending', 'trash', 'auto-draft'];
const publicStatuses = ['publish', 'published', 'future', 'scheduled', 'public', 'live'];

/** Every value of `status`, in lower case. */
export const statuses: readonly string[] = [...draftStatuses, ...publicStatuses];

/** Whether a value of `status` makes the post a draft; undefined for any other value. */
export function isDraftStatus(value: unknown): boolean | undefined {
  const status = typeof value === 'string' ? value.trim().toLowerCase() : '';
  return statuses.includes(status) ? draftStatuses.includes(status) : undefined;
}

/** What tools call the key of a draft sign, in lower case and without hyphens. */
const draftKeys = 'draft isdraft unpublished published publish status poststatus private visibility hidden'.split(' ');
/** A key anywhere in a text whose value could be a draft sign: a status, a boolean, or nothing. */
const possibleSign =
  /([\p{L}\d_-]+)["']?[ \t]*:[ \t]*["']?(?:true|false|yes|no|on|off|[yn01~]|null|\p{L}*(?:draft|private|pending|hidden|publish)\p{L}*)?["']?[ \t\r]*(?=$|[#,}\]])/gimu;

/** Whether a text has a key, other than those already read, that may be meant as a draft sign, even if it is misspelt. */
export function mayHaveDraftSign(text: string, read: readonly (string | undefined)[]): boolean {
  return [...text.matchAll(possibleSign)].some(([, key = '']) => {
    const word = foldSeparators(key);
    return !read.includes(key) && draftKeys.some((sign) => distanceOf(word, sign) <= 2);
  });
}
