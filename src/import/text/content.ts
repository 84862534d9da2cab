/** The text of an item: as WordPress would show it, and as Markdown. */
import { expandShortcodes, protectCode } from '../shortcodes/expand.ts';
import type { Loss, TextContext, TextResult } from '../types.ts';
import { hasBlocks, renderBlocks } from './blocks.ts';
import { dropHiddenNotes } from './emptyBlocks.ts';
import { createLosses } from './losses.ts';
import { addParagraphs } from './paragraphs.ts';
import { convertHtml } from './toMarkdown.ts';

/** The HTML that WordPress would show for a text: with its paragraphs, and without shortcodes and block comments. */
export function renderContent(content: string, context: TextContext): { html: string; losses: Loss[] } {
  const losses = createLosses();
  const { text, restore } = protectCode(content);
  const { footnotes = '', index } = context;
  const laidOut = hasBlocks(text)
    ? renderBlocks(text, { blocks: index.blocks, losses, footnotes })
    : addParagraphs(text);
  const { html, losses: ofShortcodes } = expandShortcodes(laidOut, context);
  const shown = hasBlocks(text) ? dropHiddenNotes(html, text, footnotes) : html;
  return { html: restore(shown), losses: [...losses.list(), ...ofShortcodes] };
}

/** The Markdown of a text. */
export function convertText(content: string, context: TextContext): TextResult {
  const { html, losses } = renderContent(content, context);
  const result = convertHtml(html, context);
  return { ...result, losses: [...losses, ...result.losses] };
}
