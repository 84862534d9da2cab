/** Footnotes in HTML. */
import { createRequire } from 'node:module';
import type MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';

const load = createRequire(import.meta.url);

/** What footnotes need where several posts are on one page, and in feeds, where URLs must be absolute. */
export interface FootnoteOptions {
  /** Makes ids unique: `fn-PREFIX-1`. */
  prefix: string;
  /** The URL before `#`. */
  page: string;
}

const mostFootnotes = 1000;

/** Whether a body has so many footnotes that the plugin, which takes quadratic time, must not see it. */
export function hasTooManyFootnotes(body: string): boolean {
  let notes = 0;
  for (let at = body.indexOf('^'); at !== -1 && notes <= mostFootnotes; at = body.indexOf('^', at + 1)) {
    if (body[at - 1] === '[' || body[at + 1] === '[') notes++;
  }
  return notes > mostFootnotes;
}

/** Adds footnotes, with the plugin's markup but without its classes, with absolute URLs and ids unique to the post. */
export function useFootnotes(parser: MarkdownIt): void {
  const plugin: (parser: MarkdownIt) => void = load('markdown-it-footnote');
  parser.use(plugin);
  const { rules } = parser.renderer;
  const number = (token: Token | undefined): number => Number(token?.meta?.id) + 1;
  const again = (token: Token | undefined): string => (token?.meta?.subId > 0 ? `-${token?.meta.subId + 1}` : '');
  const name = (kind: 'fn' | 'fnref', env: Partial<FootnoteOptions>, token: Token | undefined): string =>
    `${kind}-${env.prefix === undefined ? '' : `${env.prefix}-`}${number(token)}`;
  const page = (env: Partial<FootnoteOptions>): string => parser.utils.escapeHtml(env.page ?? '');
  rules['footnote_ref'] = (tokens, index, _options, env) => {
    const token = tokens[index];
    const id = `${name('fnref', env, token)}${again(token)}`;
    return `<sup><a href="${page(env)}#${name('fn', env, token)}" id="${id}">[${number(token)}]</a></sup>`;
  };
  rules['footnote_block_open'] = () => '<hr>\n<section>\n<ol>\n';
  rules['footnote_open'] = (tokens, index, _options, env) => `<li id="${name('fn', env, tokens[index])}">`;
  rules['footnote_anchor'] = (tokens, index, _options, env) => {
    const token = tokens[index];
    // The variation selector prevents an emoji on Apple's systems.
    return ` <a href="${page(env)}#${name('fnref', env, token)}${again(token)}">\u21a9\ufe0e</a>`;
  };
}
