/** The relative links of a post and its image, changed in place, for `blog rename`. */
import type { Edit } from '../../diagnostic.ts';
import { imageSourcePath } from '../fields/mappings.ts';
import type { Markdown, Token } from '../markdown/markdown.ts';
import type { PostReading } from '../post.ts';
import { decodePath } from '../relativePath.ts';
import { setField } from './patch.ts';
import { applyPatch } from './patchText.ts';

/** The URL that replaces a URL; undefined to keep it. */
type Redirect = (url: string) => string | undefined;

/** Where a URL may be: `](…)`, `[…]: …`, `href="…"`. Parsing the changed body shows which of them are code. */
const candidates = {
  link: /\]\(\s*(?:<([^<>\n]*)>|((?:[^\s()<>\\]|\\.|\([^\s()]*\))+))/g,
  definition: /^ {0,3}\[[^\]\n]+\]:[ \t]*\n?[ \t]*(?:<([^<>\n]*)>|(\S+))/gm,
  html: /\b(?:href|src|poster)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi,
};

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

/** The edits (offsets in the body) that redirect its URLs. Code and text stay as they are. */
export function redirectLinks(body: string, redirect: Redirect, markdown: Markdown): Edit[] {
  const found = (pattern: RegExp): Edit[] =>
    [...body.matchAll(pattern)].flatMap((match) => editOf(match, redirect) ?? []);
  const [links, definitions, html] = [found(candidates.link), found(candidates.definition), found(candidates.html)];
  if (links.length + definitions.length + html.length === 0) return [];
  const before = urlsOf(markdown.parse(body).tokens);
  /** The edits that change a URL: all if each changes one; otherwise those of each half. */
  const effective = (edits: Edit[]): Edit[] => {
    if (edits.length === 0) return [];
    const after = urlsOf(markdown.parse(applyPatch(body, edits)).tokens);
    const differing = before.length === after.length ? before.filter((value, index) => value !== after[index]) : [];
    if (edits.length === 1) return differing.length > 0 ? edits : [];
    if (differing.length === edits.length) return edits;
    const half = Math.ceil(edits.length / 2);
    return [...effective(edits.slice(0, half)), ...effective(edits.slice(half))];
  };
  // One definition may change many URLs, so each is tried on its own.
  return inOrder([...effective(inOrder([...links, ...html])), ...definitions.flatMap((edit) => effective([edit]))]);
}

/** Sorted by offset, without the duplicates that two patterns found. */
function inOrder(edits: Edit[]): Edit[] {
  let end = -1;
  return edits
    .sort((a, b) => a.start - b.start)
    .filter((edit) => {
      const isNew = edit.start >= end;
      if (isNew) end = edit.end;
      return isNew;
    });
}

function editOf(match: RegExpMatchArray, redirect: Redirect): Edit | undefined {
  const url = match.slice(1).find((group) => group !== undefined);
  const to = url === undefined ? undefined : redirect(url);
  if (url === undefined || to === undefined) return undefined;
  const start = (match.index ?? 0) + match[0].lastIndexOf(url);
  return { start, end: start + url.length, text: to };
}

/** The URLs of links and images, and the raw HTML, in order; code is none of these. */
function urlsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => {
    const own = [token.attrGet('href'), token.attrGet('src')].filter((value) => value !== null);
    if (token.type === 'html_block' || token.type === 'html_inline') own.push(token.content);
    return [...own, ...urlsOf(token.children ?? [])];
  });
}

/**
 * A relative URL in which a folder or file has a new name. `isOld` tells whether the URL up to there leads to what was
 * renamed; query and fragment stay. Undefined if nothing in it was renamed.
 */
export function renameInUrl(url: string, isOld: (url: string) => boolean, name: string): string | undefined {
  const path = /^[^?#]*/.exec(url)?.[0] ?? '';
  if (path === '' || /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(path)) return undefined;
  const parts = path.split('/');
  const isRenamed = (part: string, index: number): boolean =>
    !['', '.', '..'].includes(part) && isOld(parts.slice(0, index + 1).join('/'));
  const index = parts.findIndex(isRenamed);
  if (index === -1) return undefined;
  // As the old name was written: in angle brackets, a space stands as it is.
  const isEncoded = parts[index] !== decodePath(parts[index] ?? '');
  return parts.with(index, isEncoded ? encodeName(name) : name).join('/') + url.slice(path.length);
}

/** A file name in a URL; brackets too, because an unmatched one would end a Markdown link. */
function encodeName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
}
