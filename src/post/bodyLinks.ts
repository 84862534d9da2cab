/** Relative addresses in a post's text, changed where they stand. Spec section 4, `blog rename`. */
import type { Edit } from '../diagnostic.ts';
import type { Markdown, Token } from './markdown.ts';
import { decodePath } from './relativePath.ts';

/** The address that takes an address's place; undefined where it stays. */
export type Redirect = (address: string) => string | undefined;

/** Where an address may stand: `](…)`, `[…]: …`, `href="…"`. What is code is found out by trying. */
const candidates = [
  /\]\(\s*(?:<([^<>\n]*)>|((?:[^\s()<>\\]|\\.|\([^\s()]*\))+))/g,
  /^ {0,3}\[[^\]\n]+\]:[ \t]*\n?[ \t]*(?:<([^<>\n]*)>|(\S+))/gm,
  /\b(?:href|src|poster)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi,
];

/** The edits (offsets in the body) that send addresses elsewhere; code and text are left as they are. */
export function redirectLinks(body: string, redirect: Redirect, markdown: Markdown): Edit[] {
  const found = candidates
    .flatMap((pattern) => [...body.matchAll(pattern)].flatMap((match) => editOf(match, redirect) ?? []))
    .sort((a, b) => a.start - b.start);
  if (found.length === 0) return [];
  const before = addressesOf(markdown.parse(body).tokens);
  return found.filter((edit) => {
    const changed = body.slice(0, edit.start) + edit.text + body.slice(edit.end);
    const after = addressesOf(markdown.parse(changed).tokens);
    const differing = before.filter((value, index) => value !== after[index]);
    return before.length === after.length && differing.length > 0;
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
export function renameInAddress(address: string, isOld: (path: string) => boolean, name: string): string | undefined {
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
