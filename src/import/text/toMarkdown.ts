/** HTML → Markdown. */
import { dropInvisible } from '../../post/markdown/htmlText.ts';
import type { HtmlSource, TextContext, TextResult } from '../types.ts';
import { dropUnusedAnchors, takeFootnotes } from './footnotes.ts';
import { createLosses, type Losses } from './losses.ts';
import { arrange } from './tidy/arrange.ts';
import { parseHtml } from './tidy/parse.ts';
import { readTree } from './tidy/read.ts';
import type { Element } from './tidy/tree.ts';
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
  const source = parseSource(html, losses);
  const root = read(source);
  const writtenNotes = findWrittenNotes(root);
  const notes = takeFootnotes(root, writtenNotes, (text) => read(parseSource(text, losses)).children);
  dropUnusedAnchors(root, context.index.parts.get(context.path));
  const written = writeBlocks(root, notes, { addLoss: losses.add, notes: writtenNotes });
  const markdown = dropInvisible(written);
  if (markdown !== written) losses.add('text', 'character that nobody sees', written.length - markdown.length);
  return { markdown: markdown === '' ? '' : `${markdown}\n`, losses: losses.list(), source };
}

function parseSource(html: string, losses: Losses): HtmlSource {
  return { html, nodes: parseHtml(html, losses) };
}
