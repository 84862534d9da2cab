/** HTML → Markdown. */
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
  const notes = takeFootnotes(root, (text) => read(text).children);
  dropUnusedAnchors(root);
  const markdown = writeBlocks(root, notes, { addLoss: losses.add, notes: findWrittenNotes(root) });
  return { markdown: markdown === '' ? '' : `${markdown}\n`, losses: losses.list() };
}
