/** Relative addresses in a post's text, changed where they stand. Spec section 4, `blog rename`. */
import type { Edit } from '../../diagnostic.ts';
import type { Markdown, Token } from '../markdown/markdown.ts';
import { decodePath } from '../relativePath.ts';
import { applyPatch } from './patchText.ts';

/** The address that takes an address's place; undefined where it stays. */
export type Redirect = (address: string) => string | undefined;

/** Where an address may stand: `](…)`, `[…]: …`, `href="…"`. What is code is found out by trying. */
const candidates = {
  link: /\]\(\s*(?:<([^<>\n]*)>|((?:[^\s()<>\\]|\\.|\([^\s()]*\))+))/g,
  definition: /^ {0,3}\[[^\]\n]+\]:[ \t]*\n?[ \t]*(?:<([^<>\n]*)>|(\S+))/gm,
  html: /\b(?:href|src|poster)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi,
};

/** The edits (offsets in the body) that send addresses elsewhere; code and text are left as they are. */
export function redirectLinks(body: string, redirect: Redirect, markdown: Markdown): Edit[] {
  const found = (pattern: RegExp): Edit[] =>
    [...body.matchAll(pattern)].flatMap((match) => editOf(match, redirect) ?? []);
  const [links, definitions, html] = [found(candidates.link), found(candidates.definition), found(candidates.html)];
  if (links.length + definitions.length + html.length === 0) return [];
  const before = addressesOf(markdown.parse(body).tokens);
  /** The edits that change an address: where each changes one, all of them; else those of either half. */
  const effective = (edits: Edit[]): Edit[] => {
    if (edits.length === 0) return [];
    const after = addressesOf(markdown.parse(applyPatch(body, edits)).tokens);
    const differing = before.length === after.length ? before.filter((value, index) => value !== after[index]) : [];
    if (edits.length === 1) return differing.length > 0 ? edits : [];
    if (differing.length === edits.length) return edits;
    const half = Math.ceil(edits.length / 2);
    return [...effective(edits.slice(0, half)), ...effective(edits.slice(half))];
  };
  // One definition may change many addresses, so each is tried by itself.
  return inOrder([...effective(inOrder([...links, ...html])), ...definitions.flatMap((edit) => effective([edit]))]);
}

/** By their places; what two patterns found is one. */
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
  const address = match.slice(1).find((group) => group !== undefined);
  const to = address === undefined ? undefined : redirect(address);
  if (address === undefined || to === undefined) return undefined;
  const start = (match.index ?? 0) + match[0].lastIndexOf(address);
  return { start, end: start + address.length, text: to };
}

/** What of a text can hold an address, in its order: links, images, raw HTML. A code's text is not among it. */
function addressesOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => {
    const own = [token.attrGet('href'), token.attrGet('src')].filter((value) => value !== null);
    if (token.type === 'html_block' || token.type === 'html_inline') own.push(token.content);
    return [...own, ...addressesOf(token.children ?? [])];
  });
}

/**
 * A relative address with one of its folders or its file named anew. `isOld` tells whether the path up to there is the
 * one that was renamed; what stands behind `?` and `#` stays.
 */
export function renameInUrl(address: string, isOld: (path: string) => boolean, name: string): string | undefined {
  const path = /^[^?#]*/.exec(address)?.[0] ?? '';
  if (path === '' || /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(path)) return undefined;
  const parts = path.split('/');
  for (const [index, part] of parts.entries()) {
    const upTo = parts
      .slice(0, index + 1)
      .map(decodePath)
      .join('/');
    if (part === '' || part === '.' || part === '..' || !isOld(upTo)) continue;
    return [...parts.slice(0, index), name, ...parts.slice(index + 1)].join('/') + address.slice(path.length);
  }
  return undefined;
}
