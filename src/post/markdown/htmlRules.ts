/** How tokens are rendered as HTML. */
import type MarkdownIt from 'markdown-it';
import { escapeHtml, escapeHtmlAttribute } from './htmlText.ts';

const special = /[&<>"]/g;

/** Makes the parser's renderer escape text and attributes with `escapeHtml`. */
export function useOwnEscapes({ renderer, utils }: MarkdownIt): void {
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
