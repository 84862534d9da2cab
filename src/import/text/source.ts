/** HTML of a text → its nodes as WordPress shows them. */
import type { HtmlSource } from '../types.ts';
import type { Losses } from './losses.ts';
import { showSmilies } from './smilies.ts';
import { parseHtml } from './tidy/parse.ts';

/** HTML, read as a browser would, with emoji for its smilies. */
export function readSource(html: string, losses: Losses): HtmlSource {
  const nodes = parseHtml(html, losses);
  showSmilies(html, nodes);
  return { html, nodes };
}
