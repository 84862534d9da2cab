/** The URLs of a parsed body. */
import { plainText, type Token } from './markdown.ts';

/** The URL that replaces the URL of a link or image; undefined to remove it. */
export type RewriteUrl = (url: string, use: 'link' | 'image') => string | undefined;

/**
 * Rewrites the URL of every link and image, in place. A link without a URL keeps its text; an image becomes its alt text.
 * Returns whether the tokens have raw HTML, or what HTML cannot nest: without it the parser's output is safe and well nested.
 */
export function rewriteUrls(tokens: readonly Token[], rewrite: RewriteUrl): { rawHtml: boolean } {
  let rawHtml = false;
  let links = 0;
  for (const token of tokens) {
    // Of comments, such as `<!--more-->`, nothing is left once HTML is closed.
    if (token.type === 'html_block' || token.type === 'html_inline') rawHtml = rawHtml || token.content.trim() !== '';
    else if (token.type === 'inline') rawHtml = rewriteUrls(token.children ?? [], rewrite).rawHtml || rawHtml;
    else if (token.type === 'link_open') {
      // HTML cannot nest links, as of <https://…> in brackets: the outer one stays.
      token.hidden = links++ > 0;
      setUrl(token, 'href', rewrite(token.attrGet('href') ?? '', 'link'));
    } else if (token.type === 'link_close') token.hidden = --links > 0;
    else if (token.type === 'image') rewriteImage(token, rewrite);
    else if (token.type === 'footnote_ref' && links > 0) rawHtml = true;
    else if (token.attrs && (token.type === 'td_open' || token.type === 'th_open')) alignWithoutStyle(token);
  }
  return { rawHtml };
}

function setUrl(token: Token, name: 'href' | 'src', url: string | undefined): void {
  if (url !== undefined) token.attrSet(name, url);
  else if (token.attrs) token.attrs = token.attrs.filter(([attribute]) => attribute !== name);
}

function rewriteImage(token: Token, rewrite: RewriteUrl): void {
  const url = rewrite(token.attrGet('src') ?? '', 'image');
  setUrl(token, 'src', url);
  if (url !== undefined) return;
  token.type = 'text';
  token.content = plainText(token.children ?? []);
}

/** `text-align:right` becomes `align="right"`, since feeds have no `style`. */
function alignWithoutStyle(token: Token): void {
  token.attrs = (token.attrs ?? []).map(([name, value]) =>
    name === 'style' ? ['align', value.replace('text-align:', '')] : [name, value],
  );
}
