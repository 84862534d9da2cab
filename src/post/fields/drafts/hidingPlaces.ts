/** Places that say that a post is not for readers: its folders and its file name. */
import { readFileName } from '../slug.ts';

const word = 'drafts?|unpublished|private|hidden|pending|trash|deleted|wip|confidential|secret';
const folder = new RegExp(`^\\s*(?:${word}|work[-_ ]in[-_ ]progress)\\s*$`, 'i');
const mark = /\.(?:draft|unpublished|private|hidden|pending|trash|wip)(?=[./])/i;
/** A whole name, but for a number, a date or a language. */
const name = /^(?:drafts?|wip)(?:[-_ ]*(?:\d{1,2}|\d{4}-?\d{1,2}-?\d{1,2}))?(?:\.[a-z]{2,3}(?:-[a-z\d]{2,8})?)?$/i;
/** Often a topic: `draft-guidance-published`. */
const beginning = /^(?:drafts?|wip)[-_ ]+(?=.)/i;
/** A quick look at a path. */
const maybe = /draft|unpub|priv|hidden|pend|trash|delet|wip|confid|secret|progress/i;

/** How the path of a post in the posts folder says so; undefined if it does not. */
export function hidingPlace(inPosts: string): string | undefined {
  if (!maybe.test(inPosts)) return undefined;
  const own = inPosts
    .split('/')
    .slice(0, -1)
    .find((part) => folder.test(part));
  if (own !== undefined) return `post is in the folder “${own}”`;
  const [marked] = mark.exec(inPosts) ?? [];
  if (marked !== undefined) return `${inPosts.includes(`${marked}/`) ? 'folder' : 'file'} name has “${marked}”`;
  const { slug } = readFileName(inPosts);
  return name.test(slug) ? `file name is “${slug}”` : undefined;
}

/** The beginning of a file name that may say so, or may be a topic. */
export function doubtfulBeginning(inPosts: string): string | undefined {
  return maybe.test(inPosts) ? beginning.exec(readFileName(inPosts).slug)?.[0] : undefined;
}
