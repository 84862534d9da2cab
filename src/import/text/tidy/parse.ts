/** HTML → parse5's tree, within bounds. */
import { type DefaultTreeAdapterMap, defaultTreeAdapter, type ParserOptions, parseFragment } from 'parse5';
import type { Losses } from '../losses.ts';

export type HtmlNode = DefaultTreeAdapterMap['childNode'];
export type HtmlElement = DefaultTreeAdapterMap['element'];

class TooManyElements extends Error {}

/**
 * The nodes of an HTML fragment. Formatting that is never closed is opened again in each paragraph, which lets a short text
 * become a huge tree; such a text loses its formatting.
 */
export function parseHtml(html: string, losses: Losses): HtmlNode[] {
  try {
    return parseBounded(html);
  } catch (error) {
    if (!(error instanceof TooManyElements)) throw error;
    losses.add('structure', 'formatting that is never closed left out');
    return parseBounded(html.replace(formatting, ''), Number.POSITIVE_INFINITY);
  }
}

const formatting = /<\/?(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?![a-z\d-])[^<>]*>/gi;

function parseBounded(html: string, most = html.length / 2 + 1000): HtmlNode[] {
  let elements = 0;
  const options: ParserOptions<DefaultTreeAdapterMap> = {
    // A text of “noscript” is what readers without scripts see, as readers of feeds do.
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(...args) {
        if (++elements > most) throw new TooManyElements();
        return defaultTreeAdapter.createElement(...args);
      },
    },
  };
  return parseFragment(html, options).childNodes;
}
