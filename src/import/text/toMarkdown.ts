/** HTML → Markdown. */
import { dropInvisible } from '../../post/markdown/htmlText.ts';
import type { HtmlSource, TextContext, TextResult } from '../types.ts';
import { dropUnusedAnchors, takeFootnotes } from './footnotes.ts';
import { createLosses } from './losses.ts';
import { readSource } from './source.ts';
import { arrange } from './tidy/arrange.ts';
import { findTargets } from './tidy/links.ts';
import { readTree } from './tidy/read.ts';
import type { Element } from './tidy/tree.ts';
import { dropTitleHeadings } from './titleHeading.ts';
import { writeBlocks } from './write/blocks.ts';
import { findWrittenNotes } from './writtenNotes.ts';

/** The Markdown of HTML as a browser would read it, and what of it was lost. */
export function convertHtml(html: string, context: TextContext): TextResult {
  const losses = createLosses();
  const read = (source: HtmlSource): Element => {
    const root = readTree(source, { context, losses });
    arrange(root);
    return root;
  };
  const source = readSource(html, losses);
  const { title, path, index } = context;
  if (title !== undefined) dropTitleHeadings(source, title, () => findTargets(html, index.parts.get(path)), losses);
  const root = read(source);
  const writtenNotes = findWrittenNotes(root);
  const notes = takeFootnotes(root, writtenNotes, (text) => read(readSource(text, losses)).children);
  dropUnusedAnchors(root, index.parts.get(path));
  const written = writeBlocks(root, notes, { addLoss: losses.add, notes: writtenNotes });
  const markdown = dropInvisible(written);
  if (markdown !== written) losses.add('text', 'character that nobody sees', written.length - markdown.length);
  return { markdown: markdown === '' ? '' : `${markdown}\n`, losses: losses.list(), source };
}
