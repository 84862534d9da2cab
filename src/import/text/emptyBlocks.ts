/** Blocks without HTML of their own: WordPress fills them in when it shows a text. */

import { escapeHtml } from '../escapeHtml.ts';
import type { ExportIndex } from '../types.ts';
import type { Losses } from './losses.ts';

/** What rendering blocks needs. */
export interface BlockContext {
  blocks: ExportIndex['blocks'];
  losses: Losses;
  /** The footnotes of the post, as its meta field of that name holds them: JSON. */
  footnotes: string;
}

/** Those that show nothing, or nothing yet. */
const nothing =
  /^(?:paragraph|heading|list|list-item|spacer|image|gallery|html|shortcode|freeform|column|columns|group|buttons|button)$/;

/** The HTML of a block that has none of its own; a loss where it is not in the export. */
export function renderEmptyBlock(
  name: string,
  attributes: Record<string, unknown>,
  context: BlockContext,
  inline: (ref: number) => string,
): string {
  const short = name.replace(/^core\//, '');
  const textOf = (key: string): string => (typeof attributes[key] === 'string' ? attributes[key] : '');
  if (short === 'block' && typeof attributes['ref'] === 'number') return inline(attributes['ref']);
  if (short === 'footnotes') return renderFootnotes(context);
  if (short === 'separator') return '<hr>';
  if (short === 'more') return '<!--more-->';
  if (short === 'nextpage') return '<!--nextpage-->';
  if (short === 'social-link' && textOf('url') !== '') {
    const url = textOf('url').replace(/^(?=[^\s@:/]+@[^\s@/]+$)/, 'mailto:');
    return `<li>${link(url, textOf('label') || textOf('service') || url)}</li>`;
  }
  if (short === 'embed' && textOf('url') !== '') return `<p>${link(textOf('url'), textOf('url'))}</p>`;
  if (!nothing.test(short))
    context.losses.add('block', `${short.replaceAll('-', ' ')} (a block that WordPress fills in)`);
  return '';
}

function link(url: string, text: string): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;
}

/** The footnotes that the block editor keeps beside the text. */
function renderFootnotes({ footnotes, losses }: BlockContext): string {
  const notes = parseFootnotes(footnotes);
  if (notes.length === 0) {
    losses.add('block', 'footnotes whose texts are not in the export');
    return '';
  }
  const items = notes.map(({ id, content }) => `${startOf(id)}${content} ${endOf(id)}`);
  return `<ol class="wp-block-footnotes">${items.join('')}</ol>`;
}

const startOf = (id: string): string => `<li id="${escapeHtml(id)}">`;
const endOf = (id: string): string => `<a href="#${escapeHtml(id)}-link">↩︎</a></li>`;

/** The HTML without the footnotes whose marks were in parts of the `content` that are not shown. */
export function dropHiddenNotes(html: string, content: string, footnotes: string): string {
  let shown = html;
  for (const { id } of parseFootnotes(footnotes)) {
    const mark = `href="#${escapeHtml(id)}"`;
    const start = shown.includes(mark) || !content.includes(mark) ? -1 : shown.indexOf(startOf(id));
    const end = start === -1 ? -1 : shown.indexOf(endOf(id), start);
    if (end !== -1) shown = shown.slice(0, start) + shown.slice(end + endOf(id).length);
  }
  return shown;
}

/** The footnotes in a meta field; none where it is broken. */
function parseFootnotes(json: string): { id: string; content: string }[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return [];
  }
  if (!Array.isArray(value)) return [];
  return value.filter((note) => typeof note?.id === 'string' && typeof note?.content === 'string');
}
