/** Builds the tidy tree: formatting opens only where there is text, so that it never holds a block and is never empty. */
import type { Losses } from '../losses.ts';
import { createElement, type Element, type Node } from './tree.ts';

/** Readers ignore lists and quotations that are nested far more deeply than anyone writes. */
const deepestBlock = 40;
const mostFormats = 12;

/** Formatting that is no other in itself; a subscript of a subscript is. */
const same: ReadonlySet<string> = new Set(['strong', 'em', 'del', 'code', 'a', 'u', 'ins', 'mark', 'kbd']);

/** Blocks whose text two line breaks part as the end of a paragraph does. */
const divisible: ReadonlySet<string> = new Set(['root', 'p', 'ul', 'ol', 'li', 'blockquote']);

export interface TreeBuilder {
  root: Element;
  /** Opens a block; false where it is nested too deeply, so that only its content stays. */
  open(block: Element): boolean;
  /** Ends the block that was opened last. */
  close(): void;
  /** Ends a paragraph that has no element of its own. */
  separate(): void;
  /** Opens formatting; false where it is open already, so that there is nothing to close. */
  openFormat(format: Element): boolean;
  closeFormat(): void;
  /** Adds text, or an element that stands in text. */
  add(node: Node): void;
  /** Names the place of what is added next, for links within the text. */
  anchor(id: string): void;
  /** Adds a block without content, or with content of its own. */
  addBlock(block: Element): void;
  /** Adds what still waits for something to stand before. */
  finish(): void;
}

/** An empty tree to build. */
export function createTreeBuilder(losses: Losses): TreeBuilder {
  const root = createElement('root');
  const blocks = [root];
  const formats: Element[] = [];
  // The formatting that is open in the tree, which follows `formats` when text comes.
  let anchors: Element[] = [];
  let path: { format: Element; element: Element }[] = [];
  // A line break behind which nothing has come yet, and where it is; without a place once it has ended a paragraph.
  let lineBreak: { node: Node; parent?: Element } | undefined;
  const block = (): Element => blocks.at(-1) ?? root;
  const append = (parent: Element, node: Node): void => {
    const { children } = parent;
    const last = children.at(-1);
    if (typeof node === 'string' && typeof last === 'string') children[children.length - 1] = last + node;
    else children.push(node);
  };
  /** Puts them before all formatting, since one within a link would be a link in a link. */
  const placeAnchors = (): void => {
    if (anchors.length === 0) return;
    path = [];
    for (const anchor of anchors) block().children.push(anchor);
    anchors = [];
  };
  const separate = (): void => {
    path = [];
    const { children } = block();
    const last = children.at(-1);
    if (typeof last === 'object' && last.tag === 'boundary') return;
    if (last !== undefined) children.push(createElement('boundary'));
  };
  /** Whether a line break is the second in a row, and so the end of a paragraph. */
  const endsParagraph = (): boolean => {
    if (!lineBreak || formats.some(({ tag }) => tag === 'a') || !blocks.every(({ tag }) => divisible.has(tag)))
      return false;
    const { node, parent } = lineBreak;
    if (parent) parent.children.splice(parent.children.lastIndexOf(node), 1);
    separate();
    lineBreak = { node };
    return true;
  };
  return {
    root,
    finish: placeAnchors,
    separate,
    open(element) {
      if (blocks.length > deepestBlock) {
        losses.add('structure', 'element nested too deeply: only its text stays');
        return false;
      }
      path = [];
      lineBreak = undefined;
      block().children.push(element);
      blocks.push(element);
      return true;
    },
    close() {
      path = [];
      lineBreak = undefined;
      if (blocks.length > 1) blocks.pop();
    },
    openFormat(format) {
      if (same.has(format.tag) && formats.some(({ tag }) => tag === format.tag)) return false;
      if (formats.length >= mostFormats) {
        losses.add('structure', 'formatting nested too deeply');
        return false;
      }
      formats.push(format);
      return true;
    },
    closeFormat() {
      formats.pop();
    },
    anchor(id) {
      anchors.push(createElement('anchor', { id }));
    },
    add(node) {
      const isBreak = typeof node === 'object' && node.tag === 'br';
      if (isBreak && endsParagraph()) return;
      const isShown = typeof node !== 'string' || node.trim() !== '';
      if (isShown) placeAnchors();
      let open = 0;
      while (open < path.length && path[open]?.format === formats[open]) open++;
      path.length = open;
      for (const format of formats.slice(open)) {
        const element = createElement(format.tag, format.attributes);
        append(path.at(-1)?.element ?? block(), element);
        path.push({ format, element });
      }
      const parent = path.at(-1)?.element ?? block();
      append(parent, node);
      if (isShown) lineBreak = isBreak ? { node, parent } : undefined;
    },
    addBlock(element) {
      path = [];
      lineBreak = undefined;
      block().children.push(element);
    },
  };
}
