/** A post's body → tokens and HTML. The only file that knows markdown-it. Spec section 6. */
import { createRequire } from 'node:module';
import type MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import { useOwnEscapes } from './htmlRules.ts';
import { elementsDroppedWhole } from './safeHtml.ts';

export type { Token };

/** A body that was read: blocks in order, a block's text in the `children` of its `inline` token. */
export interface MarkdownText {
  tokens: Token[];
  /** What the parser keeps beside the tokens: its reference links, and where footnotes lead. */
  env: Record<string, unknown>;
}

/** Footnotes of several posts may stand on one page, and in a feed an address must be whole. */
export interface FootnotePlace {
  /** Makes ids unique: `fn-PREFIX-1`. */
  prefix: string;
  /** The address before `#`. */
  page: string;
}

export interface Markdown {
  parse(body: string, place?: FootnotePlace): MarkdownText;
  render(text: MarkdownText): string;
}

export interface MarkdownOptions {
  /** Whether the parts of a block's text tell where they begin (`offsetOf`). */
  offsets?: boolean;
}

/**
 * A reader of CommonMark with tables, strikethrough, footnotes and raw HTML, made once a run.
 * It refuses no link and encodes none: dangerous addresses are taken out of the tokens (`rewriteAddresses`), where a
 * refused link would stay in the text as `[…](javascript:…)`, and checks see addresses as they were written.
 */
export function createMarkdown({ offsets = false }: MarkdownOptions = {}): Markdown {
  const parser = createParser();
  const footnotes: (parser: MarkdownIt) => void = load('markdown-it-footnote');
  parser.use(footnotes);
  simplifyFootnotes(parser);
  useOwnEscapes(parser);
  if (offsets) keepOffsets(parser);
  return {
    parse(body, place) {
      const env = { ...place };
      const chosen = hasTooManyNotes(body) ? createParser() : parser;
      if (offsets && chosen !== parser) keepOffsets(chosen);
      return { tokens: chosen.parse(body, env), env };
    },
    render: ({ tokens, env }) => parser.renderer.render(tokens, parser.options, env),
  };
}

// `require` takes the package's one bundled file, in 12 ms; `import` its fifty modules, in 30.
const load = createRequire(import.meta.url);

/** Further in (quotations count one, lists two each) the parser passes over what there is. */
export const deepest = 200;

function createParser(): MarkdownIt {
  const Parser: typeof MarkdownIt = load('markdown-it');
  const parser = new Parser({ html: true });
  Object.assign(parser.options, { maxNesting: deepest });
  parser.validateLink = () => true;
  parser.normalizeLink = (address) => address;
  return parser;
}

/** markdown-it tells the lines of blocks and nothing within them, but while it reads a block's text it knows where it is. */
function keepOffsets(parser: MarkdownIt): void {
  const { State } = parser.inline;
  function PlacedState(...[source, md, env, tokens]: ConstructorParameters<typeof State>): InstanceType<typeof State> {
    const state = new State(source, md, env, tokens);
    const push = state.push.bind(state);
    state.push = (type, tag, nesting) => {
      const token = push(type, tag, nesting);
      token.meta = { offset: state.pos };
      return token;
    };
    return state;
  }
  parser.inline.State = PlacedState as unknown as typeof State;
}

/**
 * Where an image, a code span, raw HTML, or what a link has between its brackets begins in the `content` of its block
 * (its `inline` token); for the end of a link, where that ends. Undefined for other tokens, and where nobody kept it.
 */
export function offsetOf(token: Token): number | undefined {
  return token.meta?.offset;
}

const mostNotes = 1000;

/** The footnote plugin takes a time that grows with the square of the notes: a text beyond reason keeps `[^1]` as it is. */
function hasTooManyNotes(body: string): boolean {
  let notes = 0;
  for (let at = body.indexOf('^'); at !== -1 && notes <= mostNotes; at = body.indexOf('^', at + 1)) {
    if (body[at - 1] === '[' || body[at + 1] === '[') notes++;
  }
  return notes > mostNotes;
}

/** The plugin's markup without its classes, with whole addresses and ids of the post's own. */
function simplifyFootnotes(parser: MarkdownIt): void {
  const { rules } = parser.renderer;
  const number = (token: Token | undefined): number => Number(token?.meta?.id) + 1;
  const again = (token: Token | undefined): string => (token?.meta?.subId > 0 ? `-${token?.meta.subId + 1}` : '');
  const name = (kind: 'fn' | 'fnref', env: Partial<FootnotePlace>, token: Token | undefined): string =>
    `${kind}-${env.prefix === undefined ? '' : `${env.prefix}-`}${number(token)}`;
  const page = (env: Partial<FootnotePlace>): string => parser.utils.escapeHtml(env.page ?? '');
  rules['footnote_ref'] = (tokens, index, _options, env) => {
    const token = tokens[index];
    const id = `${name('fnref', env, token)}${again(token)}`;
    return `<sup><a href="${page(env)}#${name('fn', env, token)}" id="${id}">[${number(token)}]</a></sup>`;
  };
  rules['footnote_block_open'] = () => '<hr>\n<section>\n<ol>\n';
  rules['footnote_open'] = (tokens, index, _options, env) => `<li id="${name('fn', env, tokens[index])}">`;
  rules['footnote_anchor'] = (tokens, index, _options, env) => {
    const token = tokens[index];
    // The variation selector keeps Apple's systems from drawing an emoji.
    return ` <a href="${page(env)}#${name('fnref', env, token)}${again(token)}">\u21a9\ufe0e</a>`;
  };
}

/** An address in a text: of a link, or of an image. Returns what takes its place, or undefined to drop it. */
export type RewriteUrl = (address: string, use: 'link' | 'image') => string | undefined;

/**
 * Gives every link and image another address, in place. A link that loses its address keeps its text, an image is
 * replaced by its description. Returns whether the text has markup of its own (raw HTML, or what HTML does not nest):
 * without it the parser's output is safe and well nested as it is.
 */
export function rewriteUrls(tokens: readonly Token[], rewrite: RewriteUrl): { rawHtml: boolean } {
  let rawHtml = false;
  let links = 0;
  for (const token of tokens) {
    if (token.type === 'html_block' || token.type === 'html_inline') rawHtml = true;
    else if (token.type === 'inline') rawHtml = rewriteUrls(token.children ?? [], rewrite).rawHtml || rawHtml;
    else if (token.type === 'link_open') {
      // HTML has no link in a link, as of <https://…> between brackets: the outer one stays.
      token.hidden = links++ > 0;
      setAddress(token, 'href', rewrite(token.attrGet('href') ?? '', 'link'));
    } else if (token.type === 'link_close') token.hidden = --links > 0;
    else if (token.type === 'image') rewriteImage(token, rewrite);
    else if (token.type === 'footnote_ref' && links > 0) rawHtml = true;
    else if (token.attrs && (token.type === 'td_open' || token.type === 'th_open')) alignWithoutStyle(token);
  }
  return { rawHtml };
}

function setAddress(token: Token, name: 'href' | 'src', address: string | undefined): void {
  if (address !== undefined) token.attrSet(name, address);
  else if (token.attrs) token.attrs = token.attrs.filter(([attribute]) => attribute !== name);
}

function rewriteImage(token: Token, rewrite: RewriteUrl): void {
  const address = rewrite(token.attrGet('src') ?? '', 'image');
  setAddress(token, 'src', address);
  if (address !== undefined) return;
  token.type = 'text';
  token.content = plainText(token.children ?? []);
}

/** Feeds carry no `style`: `text-align:right` becomes `align="right"`. */
function alignWithoutStyle(token: Token): void {
  token.attrs = (token.attrs ?? []).map(([name, value]) =>
    name === 'style' ? ['align', value.replace('text-align:', '')] : [name, value],
  );
}

const tag = /^<(\/?)([a-z][a-z\d]*)/i;

/** The words of an `inline` token's children, line breaks as blanks; pictures, notes, markup and what readers never see left out. */
export function plainText(children: readonly Token[]): string {
  let text = '';
  let unseen = '';
  for (const { type, content } of children) {
    if (type === 'html_inline') {
      const [, end, written = ''] = tag.exec(content) ?? [];
      const name = written.toLowerCase();
      if (unseen === '' && name === 'br') text += ' ';
      else if (unseen === '' && end === '' && elementsDroppedWhole.includes(name)) unseen = name;
      else if (unseen === name && end === '/') unseen = '';
    } else if (unseen !== '') continue;
    else if (type === 'text' || type === 'code_inline') text += content;
    else if (type === 'softbreak' || type === 'hardbreak') text += ' ';
  }
  return text.trim();
}

/** The words of each paragraph that stands by itself: not in a list, a quotation or a table. */
export function paragraphsOf(tokens: readonly Token[]): string[] {
  const texts: string[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'inline' || token.level !== 1 || tokens[index - 1]?.type !== 'paragraph_open') continue;
    const text = plainText(token.children ?? []);
    if (text !== '') texts.push(text);
  }
  return texts;
}
