/** Bare URLs as links: `https://example.org`. GFM 0.29, 6.9, but only with a scheme, and never e-mail addresses. */
import type MarkdownIt from 'markdown-it';
import type { RuleInline } from 'markdown-it/lib/parser_inline.mjs';

/** The `markup` of a token that is part of such a link. */
export const bareUrl = 'linkify';

/** Makes links of bare URLs, in place of the parser's own rule, which knows more schemes and other punctuation. */
export function useAutolinks({ inline, utils }: MarkdownIt): void {
  const rule: RuleInline = (state, silent) => {
    // The types do not know it yet.
    const { linkLevel } = state as typeof state & { linkLevel: number };
    if (linkLevel > 0 || !state.src.startsWith('://', state.pos)) return false;
    const [scheme] = /(?<![a-z\d+.-])https?$/i.exec(state.src.slice(Math.max(0, state.pos - 6), state.pos)) ?? [];
    if (scheme === undefined || !state.pending.endsWith(scheme)) return false;
    const rest = urlAfter(state.src.slice(state.pos + 3, state.posMax));
    if (rest === '') return false;
    if (!silent) {
      // In code and in URLs, a backslash is a backslash.
      const url = utils.unescapeAll(`${scheme}://${rest}`.replaceAll('\\', '\\\\'));
      state.pending = state.pending.slice(0, -scheme.length);
      const open = state.push('link_open', 'a', 1);
      open.attrs = [['href', url]];
      state.push('text', '', 0).content = url;
      const close = state.push('link_close', 'a', -1);
      for (const token of [open, close]) Object.assign(token, { markup: bareUrl, info: 'auto' });
    }
    state.pos += 3 + rest.length;
    return true;
  };
  inline.ruler.at('linkify', rule);
}

const host = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*(?:\.[\p{L}\p{M}\p{N}_-]+)*/u;
/**
 * What ends a URL wherever it stands: a link around it, quotes, and the wide punctuation of languages that put no space
 * behind it.
 */
const written = /^(?:(?!\]\()[^\s<>"“”，。、；：！？（）「」『』【】《》〈〉])+/;
/** Closing quotes as well: in a sentence they are never meant. */
const punctuation = "?!.,:*_~'\\’›»…";
const brackets: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** The part of a URL behind its `://` that a text begins with, without the punctuation of the sentence around it. */
export function urlAfter(text: string): string {
  const [domain = ''] = host.exec(text) ?? [];
  if (domain === '' || domain.split('.').slice(-2).join().includes('_')) return '';
  // `](` belongs to text around it that looks like a link, but has a space in its URL.
  const [whole = ''] = written.exec(text) ?? [];
  const url = '/?#:@'.includes(whole[domain.length] ?? '/') ? whole : domain;
  let end = url.length;
  for (;;) {
    const last = url[end - 1] ?? '';
    if (last === ';') end = startOfEntity(url, end);
    else if (last !== '' && (punctuation.includes(last) || isExtra(url, end, last))) end--;
    else return url.slice(0, end);
  }
}

const longestEntity = 33;

/** Where an entity (`&copy;`) before an offset begins; the offset of the semicolon if there is none. */
function startOfEntity(text: string, end: number): number {
  const found = /&[a-z\d]+;$/i.exec(text.slice(Math.max(0, end - longestEntity), end));
  return end - (found?.[0].length ?? 1);
}

/** More brackets in a row than anyone writes; each is counted by reading the URL. */
const mostBrackets = 20;

/** Whether the last of `end` characters is a bracket that closes none of the URL. */
function isExtra(text: string, end: number, last: string): boolean {
  const opening = brackets[last];
  if (opening === undefined) return false;
  const inRow = text.slice(Math.max(0, end - mostBrackets), end);
  if (inRow === last.repeat(mostBrackets)) return true;
  const count = (sign: string): number => text.slice(0, end).split(sign).length - 1;
  return count(last) > count(opening);
}
