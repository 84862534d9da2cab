/** HTML → Markdown. */
import { dropInvisible } from '../../post/markdown/htmlText.ts';
import type { TextContext, TextResult } from '../types.ts';
import { dropUnusedAnchors, findWrittenNotes, takeFootnotes } from './footnotes.ts';
import { createLosses } from './losses.ts';
import { arrange } from './tidy/arrange.ts';
import { readTree } from './tidy/read.ts';
import type { Element } from './tidy/tree.ts';
import { writeBlocks } from './write/blocks.ts';

/** The Markdown of HTML as a browser would read it, and what of it was lost. */
export function convertHtml(html: string, context: TextContext): TextResult {
  const losses = createLosses();
  const read = (text: string): Element => {
    const root = readTree(text, { context, losses });
    arrange(root);
    return root;
  };
  const root = read(html);
  const writtenNotes = findWrittenNotes(root);
  const notes = takeFootnotes(root, writtenNotes, (text) => read(text).children);
  dropUnusedAnchors(root);
  const written = writeBlocks(root, notes, { addLoss: losses.add, notes: writtenNotes });
  const markdown = dropInvisible(written);
  if (markdown !== written) losses.add('text', 'character that nobody sees', written.length - markdown.length);
  return { markdown: markdown === '' ? '' : `${markdown}\n`, losses: losses.list(), html };
}
