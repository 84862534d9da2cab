/** Inline elements → a row of texts and signs, with spaces and line breaks where Markdown can have them. */
import type { Element, Node } from '../tidy/tree.ts';
import { blockTags } from './blockTags.ts';
import { openingTag } from './html.ts';
import { escapeAlt, escapeTitle, escapeUrl } from './urls.ts';

/** An element around other inline ones. */
export interface Pair {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  /** Whether it is written with HTML’s tags, because Markdown has none, or because its signs would not act. */
  isHtml: boolean;
}

/** Where an element begins or ends. */
export interface Sign {
  type: 'open' | 'close';
  pair: Pair;
}

export type Token = { type: 'text' | 'raw' | 'code'; value: string } | { type: 'break' } | Sign;

/** Elements that Markdown has signs for. */
const signed = new Set(['strong', 'em', 'del', 'a']);

/** The tokens of inline elements; `addLoss` hears of links without text. */
export function tokenise(nodes: readonly Node[], addLoss: (kind: string, what: string) => void): Token[] {
  const row = createRow(addLoss);
  const read = (node: Node): void => {
    if (typeof node === 'string') row.text(node);
    else if (node.tag === 'br') row.breakLine();
    else if (node.tag === 'img') row.add({ type: 'raw', value: formatImage(node) });
    else if (node.tag === 'anchor') row.add({ type: 'raw', value: `${openingTag('a', node.attributes)}</a>` });
    else if (node.tag === 'note') row.add({ type: 'raw', value: `[^${node.attributes['label'] ?? ''}]` });
    else if (node.tag === 'code' && isPlain(node)) readCode(node, row);
    else if (node.tag === 'code' && isPlain(linkIn(node))) {
      const inner = linkIn(node) as Element;
      read({ ...inner, children: [{ ...node, children: inner.children }] });
    } else if (isBareUrl(node)) row.add({ type: 'raw', value: `<${node.attributes['href']}>` });
    else if (blockTags.has(node.tag)) {
      // A block within a heading.
      row.text(' ');
      for (const child of node.children) read(child);
      row.text(' ');
    } else {
      const { tag, attributes } = node;
      const pair = row.open({ tag, attributes, isHtml: !signed.has(tag) });
      for (const child of node.children) read(child);
      row.close(pair);
    }
  };
  for (const node of nodes) read(node);
  return row.tokens;
}

function isPlain(node: Node | undefined): boolean {
  if (typeof node !== 'object') return false;
  return node.children.every((child) => typeof child === 'string' || child.tag === 'br');
}

/** The link that is all that a code contains: it is as well a link that contains code. */
function linkIn({ children }: Element): Element | undefined {
  const [only] = children;
  return children.length === 1 && typeof only === 'object' && only.tag === 'a' ? only : undefined;
}

/** Whether a link shows its own URL. */
function isBareUrl({ tag, attributes, children }: Element): boolean {
  const { href = '', title } = attributes;
  return (
    tag === 'a' &&
    title === undefined &&
    children.length === 1 &&
    children[0] === href &&
    /^https?:\/\/[^\s<>\\]+$/i.test(href)
  );
}

function formatImage({ attributes }: Element): string {
  const { src = '', alt = '', title } = attributes;
  return `![${escapeAlt(alt)}](${escapeUrl(src)}${title === undefined ? '' : ` ${escapeTitle(title)}`})`;
}

function readCode({ children }: Element, row: Row): void {
  for (const child of children) {
    if (typeof child === 'object') row.breakLine();
    else {
      const text = child.replace(/\s+/g, ' ');
      if (text.startsWith(' ')) row.text(' ');
      if (text.trim() !== '') row.add({ type: 'code', value: text.trim() });
      if (text.length > 1 && text.endsWith(' ')) row.text(' ');
    }
  }
}

type Row = ReturnType<typeof createRow>;

function createRow(addLoss: (kind: string, what: string) => void) {
  const tokens: Token[] = [];
  // What waits for something to stand before: spaces and breaks move out of the elements that end or begin there.
  let hasSpace = false;
  let breaks = 0;
  let isEmpty = true;
  const flush = (): void => {
    const waiting: Token[] = [];
    if (!isEmpty && breaks > 0) for (let count = 0; count < breaks; count++) waiting.push({ type: 'break' });
    else if (!isEmpty && hasSpace) waiting.push({ type: 'text', value: ' ' });
    isEmpty = false;
    hasSpace = false;
    breaks = 0;
    if (waiting.length === 0) return;
    // It stands before what has just opened.
    const opened: Token[] = [];
    for (let last = tokens.at(-1); last?.type === 'open'; last = tokens.at(-1)) {
      opened.unshift(last);
      tokens.pop();
    }
    const last = tokens.at(-1);
    if (waiting[0]?.type === 'text' && last?.type === 'text') last.value += ' ';
    else for (const token of waiting) tokens.push(token);
    for (const token of opened) tokens.push(token);
  };
  const add = (token: Token): void => {
    flush();
    const last = tokens.at(-1);
    const isSame = last !== undefined && last.type === token.type && 'value' in last && 'value' in token;
    if (isSame && token.type !== 'raw') last.value += token.value;
    else tokens.push(token);
  };
  return {
    tokens,
    add,
    text(value: string): void {
      const words = value.replace(/[ \t\n\r\f]+/g, ' ');
      if (words === '') return;
      if (words.startsWith(' ')) hasSpace = true;
      const inner = words.slice(words.startsWith(' ') ? 1 : 0, words.endsWith(' ') ? -1 : undefined);
      if (inner !== '') add({ type: 'text', value: inner });
      if (words.endsWith(' ')) hasSpace = true;
    },
    breakLine(): void {
      breaks++;
    },
    /** Opens an element; one that ended right here goes on. */
    open(pair: Pair): Pair {
      const last = tokens.at(-1);
      const canMerge = last?.type === 'close' && last.pair.tag === pair.tag && pair.tag !== 'a' && !pair.isHtml;
      if (canMerge && !hasSpace && breaks === 0) {
        tokens.pop();
        return last.pair;
      }
      tokens.push({ type: 'open', pair });
      return pair;
    },
    close(pair: Pair): void {
      if (tokens.at(-1)?.type !== 'open') {
        tokens.push({ type: 'close', pair });
        return;
      }
      tokens.pop();
      if (pair.tag === 'a') addLoss('link', 'link without a text');
    },
  };
}
