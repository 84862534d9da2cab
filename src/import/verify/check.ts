/** Checks what an import writes: every post is read back, and its text compared with what WordPress shows. */
import { readPageText } from '../../post/pageText.ts';
import { type PostReading, readPost } from '../../post/post.ts';
import { detachedCopy } from '../detached.ts';
import type { ImportedPost } from '../import.ts';
import { compareFields, comparePage } from './compareFields.ts';
import { compareTexts } from './compareTexts.ts';
import type { Difference } from './differences.ts';

/** The result of the check, for the report. */
export interface Verification {
  posts: number;
  /** With the same words, links, images, headings, lists, tables and code. */
  identical: number;
  /** With the same words only. */
  sameText: number;
  /** With other words. */
  different: number;
  /** What differs, by file. */
  differences: { file: string; id: number | null; differences: Difference[] }[];
  /** Posts whose fields are not read as they were to be written. */
  faults: { file: string; message: string }[];
}

/** How a check renders and reads. */
export interface CheckOptions {
  /** The HTML that feeds have for a body. */
  render: (body: string) => string;
  timeZone: string;
  extraFields: readonly string[];
}

/** A check of posts, one after another. */
export function createCheck({ render, ...settings }: CheckOptions) {
  const result: Verification = { posts: 0, identical: 0, sameText: 0, different: 0, differences: [], faults: [] };
  return {
    result,
    add(post: ImportedPost, id: number | null, file: string): void {
      // As a disk would give it back.
      const { reading, messages } = read(file, post, settings);
      result.posts++;
      result.faults.push(...messages.map((message) => detachedCopy({ file, message })));
      const html = render(reading.body?.text ?? '');
      const { isTextEqual, isStructureEqual, differences } = compareTexts(post.source, html, post.expected);
      if (!isTextEqual) result.different++;
      else if (isStructureEqual) result.identical++;
      else result.sameText++;
      if (differences.length > 0) result.differences.push(detachedCopy({ file, id, differences }));
    },
  };
}

function read(
  file: string,
  { planned, text, fields }: ImportedPost,
  settings: Omit<CheckOptions, 'render'>,
): { reading: PostReading; messages: string[] } {
  const written = text.toWellFormed();
  const options = { ...settings, authors: {} };
  if (planned.isPage) {
    const page = readPageText(file, written, options, '');
    return { reading: page, messages: comparePage(fields, page) };
  }
  const reading = readPost(file, written, options, { inPosts: planned.path });
  return { reading, messages: compareFields(fields, reading) };
}
