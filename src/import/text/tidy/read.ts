/** parse5's tree → the tidy tree, in one pass without recursion. */
import type { HtmlSource } from '../../types.ts';
import { createTreeBuilder } from './build.ts';
import { readElement } from './elements.ts';
import { findTargets } from './links.ts';
import type { HtmlNode } from './parse.ts';
import type { Reading, TreeReading } from './reading.ts';
import { createElement, type Element } from './tree.ts';

/** HTML as a tidy tree. */
export function readTree({ html, nodes }: HtmlSource, reading: Reading): Element {
  const builder = createTreeBuilder(reading.losses);
  const { index, path } = reading.context;
  const targets = findTargets(html, index.parts.get(path));
  const whole: TreeReading = { ...reading, builder, targets, verses: 0 };
  const frames: Frame[] = [{ nodes, next: 0, leave: undefined }];
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const node = frame.nodes[frame.next++];
    if (node === undefined) {
      frame.leave?.();
      frames.pop();
    } else if ('value' in node) {
      addText(node.value.replace(/\u00a0/g, ' '), whole);
    } else if ('data' in node) {
      readComment(node.data, whole);
    } else if ('tagName' in node) {
      const leave = readElement(node, whole);
      if (leave !== 'skip') frames.push({ nodes: node.childNodes, next: 0, leave });
    }
  }
  builder.finish();
  return builder.root;
}

function addText(text: string, { builder, verses }: TreeReading): void {
  const lines = verses === 0 ? [text] : text.split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (index > 0) builder.add(createElement('br'));
    builder.add(line);
  }
}

interface Frame {
  nodes: readonly HtmlNode[];
  next: number;
  leave: (() => void) | undefined;
}

/** Where WordPress ends the summary, and where it begins another page. */
function readComment(comment: string, { builder, losses }: TreeReading): void {
  if (/^\s*more\b/i.test(comment)) builder.addBlock(createElement('more'));
  if (!/^\s*nextpage\s*$/i.test(comment)) return;
  builder.addBlock(createElement('hr'));
  losses.add('structure', 'page break (<!--nextpage-->), now a rule');
}
