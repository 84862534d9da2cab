/**
 * A quick look at a text: whether any rule could find anything in it. Most texts have nothing, and to parse them would
 * take longer than all the rest of `validate`. It may be wrong only in one way, and have a good text parsed.
 */
import type { Body, PostReading } from '../../post/post.ts';
import { mayHaveByline } from '../people.ts';
import { type FolderFacts, isStored, lookUp } from '../urls.ts';
import { altProblem, linkTextProblem } from './altText.ts';
import { isDropped } from './links.ts';
import { hasTemplateCode } from './structure.ts';

/** Whether the rules of the body have to see the parsed text. */
export function isWorthParsing({ fields }: PostReading, { text }: Body, inPosts: string, folder: FolderFacts): boolean {
  return (
    mayHaveOddHeadings(text) ||
    // Raw HTML, addresses that are their own words, and footnotes in the middle of a line.
    /<[a-z/!?]|\^\[|(?<!\]\()https?:\/\//i.test(text) ||
    hasTemplateCode(text) ||
    mayBeDeep(text) ||
    mayHaveByline(text) ||
    mayHaveOddLinks(text, inPosts, folder) ||
    // Its maker may be named in the text.
    (fields?.image !== undefined && fields.photos_by.length === 0 && isStored(fields.image.src, inPosts, folder))
  );
}

/** Whether quotations or lists may be nested beyond what the parser reads. */
function mayBeDeep(text: string): boolean {
  return /(?:[>*+-][ \t]?){80}|^[ \t]{160}/m.test(text);
}

/** `[words](address)` and `![words](address)`, as nearly all are written. */
const plainLink = /(!?)\[([^\][\\]*)\]\(([^\s()<>&\\]+)\)/g;

/** Whether there is a link or an image that is not of the plain kind, or has something wrong. */
function mayHaveOddLinks(text: string, inPosts: string, folder: FolderFacts): boolean {
  // An address that is given elsewhere: [name]: address.
  if (/\]:/.test(text)) return true;
  let plain = 0;
  for (const [, mark, words = '', address = ''] of text.matchAll(plainLink)) {
    if (lookUp(address, inPosts, folder) !== 'good') return true;
    if (/[&]/.test(words)) return true;
    if (mark) {
      if (words.trim() === '' || /[*_~`]/.test(words) || altProblem(words.replace(/\s+/g, ' '))) return true;
      if (isStored(address, inPosts, folder)) return true;
    } else if (isDropped(address) || linkTextProblem(words.replace(/[*_~`]/g, ''), address)) return true;
    plain++;
  }
  return plain !== count(text, '](');
}

function count(text: string, part: string): number {
  let found = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) found++;
  return found;
}

/** What a line with a heading can begin with: `#`, `=` or `-`, and before it what marks quotations and lists. */
const openings = '#=-\t >*+.)0123456789';

/**
 * Whether headings may be anything but the second and third level, beginning with the second. What looks like one may
 * be code: only the first has to be one for sure.
 */
function mayHaveOddHeadings(text: string): boolean {
  const heading = /[\t >*+.)\d-]*(#{1,6})(?=[\t\r ]|$)/my;
  const underline = /[\t >*+.)\d-]*(?:=+|-)[\t ]*\r?$/my;
  let first: number | undefined;
  for (let start = 0; ; ) {
    if (openings.includes(text[start] ?? ' ')) {
      underline.lastIndex = start;
      if (underline.test(text)) return true;
      heading.lastIndex = start;
      const [whole, marks] = heading.exec(text) ?? [];
      if (marks !== undefined && marks.length !== 2 && (marks.length !== 3 || first === undefined)) return true;
      if (marks !== undefined && whole !== '##' && first === undefined) return true;
      if (marks !== undefined) first ??= start;
    }
    const end = text.indexOf('\n', start);
    if (end === -1) break;
    start = end + 1;
  }
  return first !== undefined && /```|~~~/.test(text.slice(0, first));
}
