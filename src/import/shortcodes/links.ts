/** A URL on a line of its own, which WordPress would replace by what it leads to, becomes a link. */

import { decodeEntities } from '../../post/entities.ts';
import { escapeHtml } from '../escapeHtml.ts';

const ownLine =
  /(^|<(?:p|div|figure|td|li)(?:\s[^<>]*)?>|<\/(?:p|div|figure)>|<br\s?\/?>)(\s*)(https?:\/\/[^\s<>"'[\]]+)(?=\s*(?:$|<br|<\/?p|<\/?div|<\/?figure|<\/td|<\/li))/gi;

/** HTML with links in place of URLs that have a line of their own. */
export function linkUrls(html: string): string {
  if (!/https?:\/\//i.test(html)) return html;
  return html.replace(ownLine, (_whole, before: string, space: string, url: string) => {
    const shown = escapeHtml(decodeEntities(url));
    return `${before}${space}<a href="${shown}">${shown}</a>`;
  });
}
