/** A post's body → tokens and HTML. */
import { createRequire } from 'node:module';
import type MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import { useAutolinks } from './autolinks.ts';
import { useCodeTags } from './codeTags.ts';
import { useComments } from './comments.ts';
import { type FootnoteOptions, hasTooManyFootnotes, useFootnotes } from './footnotes.ts';
import { escapeHtml, escapeHtmlAttribute } from './htmlText.ts';
import { usePlainRuns } from './plainRuns.ts';
import { elementsDroppedWhole } from './safeHtml.ts';
import { useClosedBlocks } from './unclosedBlocks.ts';

export type { Token };

/** A parsed body: blocks in order, the text of each in the `children` of its `inline` token. */
export interface MarkdownText {
  tokens: Token[];
  /** What the parser keeps beside the tokens: reference links and footnotes. */
  env: Record<string, unknown>;
}

export interface Markdown {
  parse(body: string, footnotes?: FootnoteOptions): MarkdownText;
  render(text: MarkdownText): string;
}

/**
 * A parser of CommonMark with tables, strikethrough, footnotes, bare URLs, raw HTML and the code tags of other tools; one is
 * enough for a run.
 * It neither refuses nor encodes URLs, so that checks see them as written. `rewriteUrls` removes dangerous ones from the
 * tokens; a refused link would stay in the text as `[…](javascript:…)`. With `offsets`, it records those of `offsetOf`.
 */
export function createMarkdown({ offsets = false } = {}): Markdown {
  const parser = createParser(offsets);
  useFootnotes(parser);
  useOwnEscapes(parser);
  useWholeAltTexts(parser);
  return {
    parse(body, footnotes) {
      const env = { ...footnotes };
      const chosen = hasTooManyFootnotes(body) ? createParser(offsets) : parser;
      return { tokens: chosen.parse(body, env), env };
    },
    render: ({ tokens, env }) => parser.renderer.render(tokens, parser.options, env),
  };
}

// `require` loads a single bundle, in 12 ms; `import` fifty modules, in 30.
const load = createRequire(import.meta.url);

/** The parser ignores everything nested more deeply; a quotation counts as one level, a list as two. */
export const deepest = 200;

function createParser(offsets: boolean): MarkdownIt {
  const Parser: typeof MarkdownIt = load('markdown-it');
  const parser = new Parser({ html: true });
  Object.assign(parser.options, { maxNesting: deepest });
  parser.validateLink = () => true;
  parser.normalizeLink = (url) => url;
  parser.normalizeLinkText = (url) => url;
  useCodeTags(parser);
  useComments(parser);
  useAutolinks(parser);
  usePlainRuns(parser);
  useClosedBlocks(parser);
  if (offsets) keepOffsets(parser);
  return parser;
}

const special = /[&<>"]/g;

/** Makes the parser's renderer escape text and attributes with `escapeHtml`. */
function useOwnEscapes({ renderer, utils }: MarkdownIt): void {
  const { rules } = renderer;
  const toHtml = (text = ''): string => escapeHtml(text, special);
  rules['text'] = (tokens, index) => toHtml(tokens[index]?.content);
  rules['code_inline'] = (tokens, index) => `<code>${toHtml(tokens[index]?.content)}</code>`;
  rules['code_block'] = (tokens, index) => `<pre><code>${toHtml(tokens[index]?.content)}</code></pre>\n`;
  rules['fence'] = (tokens, index) => {
    const [language] = /^\S+/.exec(utils.unescapeAll(tokens[index]?.info ?? '').trim()) ?? [];
    const attribute = language === undefined ? '' : ` class="language-${toHtml(language)}"`;
    return `<pre><code${attribute}>${toHtml(tokens[index]?.content)}</code></pre>\n`;
  };
  renderer.renderAttrs = ({ attrs }) =>
    (attrs ?? []).map(([name, value]) => ` ${name}="${escapeHtmlAttribute(name, String(value), special)}"`).join('');
}

/** Keeps escaped characters and entities in alt texts: the parser joins them with the text around them only outside of images. */
function useWholeAltTexts({ renderer }: MarkdownIt): void {
  const toText = renderer.renderInlineAsText.bind(renderer);
  renderer.renderInlineAsText = (tokens, options, env) => {
    for (const token of tokens) if (token.type === 'text_special') token.type = 'text';
    return toText(tokens, options, env);
  };
}

/** Records offsets in the tokens of a block's text: markdown-it knows them while it parses, but only keeps lines of blocks. */
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
 * The offset of an image, a code span, raw HTML or a link's text in the `content` of its `inline` token; for the end of a
 * link, that of the end of its text. Undefined for other tokens, and for a parser without `offsets`.
 */
export function offsetOf(token: Token): number | undefined {
  return token.meta?.offset;
}

/** The length of a code span between tags, or of a comment of another tool, the tags included; undefined for other tokens. */
export function taggedLength(token: Token): number | undefined {
  return token.meta?.length;
}

const tag = /^<(\/?)([a-z][a-z\d]*)/i;

/** The text of an `inline` token's children, line breaks as spaces, without images, footnotes, markup and hidden elements. */
export function plainText(children: readonly Token[]): string {
  let text = '';
  let hidden = '';
  for (const { type, content } of children) {
    if (type === 'html_inline') {
      const [, end, tagName = ''] = tag.exec(content) ?? [];
      const name = tagName.toLowerCase();
      if (hidden === '' && name === 'br') text += ' ';
      else if (hidden === '' && end === '' && elementsDroppedWhole.includes(name)) hidden = name;
      else if (hidden === name && end === '/') hidden = '';
    } else if (hidden !== '') continue;
    else if (type === 'text' || type === 'code_inline') text += content;
    else if (type === 'softbreak' || type === 'hardbreak') text += ' ';
  }
  return text.trim();
}

/** The text of each top-level paragraph: not in a list, a quotation or a table. */
export function paragraphsOf(tokens: readonly Token[]): string[] {
  const paragraphs = tokens.filter((token, index) => {
    return token.type === 'inline' && token.level === 1 && tokens[index - 1]?.type === 'paragraph_open';
  });
  return paragraphs.map(({ children }) => plainText(children ?? [])).filter((text) => text !== '');
}

const more = /^<!--\s*more\b/i;

/** The token that is `<!--more-->`, where WordPress, Jekyll and Hugo end the summary of a post; undefined without one. */
export function findMore(tokens: readonly Token[]): Token | undefined {
  const isMore = ({ type, content }: Token): boolean => /^html_(?:block|inline)$/.test(type) && more.test(content);
  return tokens.flatMap((token) => [token, ...(token.children ?? [])]).find(isMore);
}

/** The text of each block above a token, without headings and code. */
export function textsAbove(tokens: readonly Token[], end: Token): string[] {
  const texts: string[] = [];
  for (const [index, token] of tokens.entries()) {
    const children = token.children ?? [];
    const at = children.indexOf(end);
    const isHeading = tokens[index - 1]?.type === 'heading_open';
    if (!isHeading) texts.push(plainText(at === -1 ? children : children.slice(0, at)));
    if (token === end || at !== -1) break;
  }
  return texts.filter((text) => text !== '');
}
