/** A post's text with its relative links and its image pointing elsewhere. */
import { imageSourcePath } from '../fields/mappings.ts';
import type { Markdown } from '../markdown/markdown.ts';
import type { PostReading } from '../post.ts';
import { type Redirect, redirectLinks } from './links.ts';
import { setField } from './patch.ts';
import { applyPatch } from './patchText.ts';

/**
 * The text of a post, read as `reading`, with the URLs in its body and its image as `redirect` says; undefined if its
 * image is not safe to change.
 */
export function redirectPost(
  text: string,
  { body, data, fields, keys }: PostReading,
  redirect: Redirect,
  markdown: Markdown,
): string | undefined {
  if (!body) return text;
  const bodyStart = text.length - body.text.length;
  const edits = redirectLinks(body.text, redirect, markdown);
  const after = applyPatch(
    text,
    edits.map(({ start, end, text: url }) => ({ start: start + bodyStart, end: end + bodyStart, text: url })),
  );
  const image = fields?.image && redirect(fields.image.src);
  if (image === undefined || !data || keys?.image === undefined) return after;
  return setField(after, imageSourcePath(data, keys.image), image)?.text;
}
