/** HTML → what readers see of it. */
import { dropInvisible } from '../../post/markdown/htmlText.ts';
import { createLosses } from '../text/losses.ts';
import { readSource } from '../text/source.ts';
import type { HtmlNode } from '../text/tidy/parse.ts';
import type { HtmlSource } from '../types.ts';
import { findNotes } from './notes.ts';
import { createPage, type Page } from './page.ts';
import { readElement } from './readElement.ts';
import type { Expected, Frame, Outline } from './types.ts';

/** The outline of HTML, without recursion. Notes are read last, in the order of their marks. */
export function outline({ html, nodes }: HtmlSource, expected: Expected): Outline {
  const notes = findNotes(html, nodes);
  const page = createPage(expected);
  read(nodes, page, notes.elements);
  for (const note of notes.texts) {
    page.separate();
    read(typeof note === 'string' ? parse(note).nodes : note, page, notes.elements);
  }
  page.separate();
  return page.outline;
}

/** HTML as WordPress shows it. */
export function parse(html: string): HtmlSource {
  return readSource(html, createLosses());
}

function read(all: readonly HtmlNode[], page: Page, notes: ReadonlySet<HtmlNode>): void {
  const frames = [createFrame(all, undefined)];
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const node = frame.nodes[frame.next++];
    if (node === undefined && frame.later.length > 0) {
      Object.assign(frame, { nodes: frame.later, next: 0, later: [], isLater: true });
    } else if (node === undefined) {
      frame.leave?.();
      frames.pop();
    } else if ('value' in node) page.text(dropInvisible(node.value));
    else if ('data' in node) {
      if (/^\s*(?:more|nextpage)\b/i.test(node.data)) page.separate();
    } else if ('tagName' in node && !notes.has(node)) {
      const inner = createFrame(node.childNodes, undefined);
      const leave = readElement(node, page, inner, frame);
      if (leave === 'skip') continue;
      inner.leave = leave;
      frames.push(inner);
    }
  }
}

function createFrame(nodes: readonly HtmlNode[], leave: Frame['leave']): Frame {
  return { nodes, next: 0, later: [], isLater: false, leave };
}
