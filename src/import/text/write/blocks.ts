/** The tidy tree as Markdown. */
import type { Note } from '../footnotes.ts';
import { type Element, isBlank, type Node } from '../tidy/tree.ts';
import { blockTags } from './blockTags.ts';
import { formatHtml, formatPre } from './html.ts';
import { type Writing, writeInline } from './inline.ts';
import { writeTable } from './table.ts';

interface Block {
  kind: 'text' | 'list' | 'other';
  markdown: string;
  /** The tag and the marker of a list: the next one of its kind needs another. */
  tag?: string;
  marker?: string;
  start?: number;
}

/** The Markdown of a tree and, below it, of its footnotes, without a line break at its end. */
export function writeBlocks(root: Element, notes: readonly Note[], writing: Writing): string {
  const definitions = notes.map(({ label, children }): Block => {
    const text = join(writeFlow(children, writing), '\n\n').replace(/\n(?=[^\n])/g, '\n    ');
    return { kind: 'other', markdown: `[^${label}]: ${text}` };
  });
  return join([...writeFlow(root.children, writing), ...definitions], '\n\n');
}

function join(blocks: readonly Block[], between: string): string {
  return blocks.map(({ markdown }) => markdown).join(between);
}

/** Blocks, and a paragraph for each stretch of text between them. */
function writeFlow(nodes: readonly Node[], writing: Writing): Block[] {
  const all: Block[] = [];
  let inline: Node[] = [];
  const endParagraph = (): void => {
    const markdown = inline.length === 0 ? '' : writeInline(inline, 'paragraph', writing);
    if (markdown !== '') all.push({ kind: 'text', markdown });
    inline = [];
  };
  for (const node of nodes) {
    if (typeof node === 'string' || !blockTags.has(node.tag)) inline.push(node);
    else {
      endParagraph();
      for (const block of writeBlock(node, all.at(-1), writing)) all.push(block);
    }
  }
  endParagraph();
  return all;
}

const heading = /^h([1-6])$/;

function writeBlock(node: Element, before: Block | undefined, writing: Writing): Block[] {
  const { tag, children } = node;
  const other = (markdown: string): Block[] => (markdown === '' ? [] : [{ kind: 'other', markdown }]);
  const [, level] = heading.exec(tag) ?? [];
  if (level !== undefined) {
    const text = writeInline(children, 'heading', writing);
    return other(text === '' ? '' : `${'#'.repeat(Number(level))} ${text}`);
  }
  switch (tag) {
    case 'more':
      return other('<!--more-->');
    case 'hr':
      return other('---');
    case 'pre':
      return other(writeCode(node));
    case 'blockquote':
      return other(prefix(join(writeFlow(children, writing), '\n\n'), '> '));
    case 'ul':
    case 'ol':
      return writeList(node, before, writing);
    case 'table':
      return isBlank(children) ? [] : other(writeTable(node, writing) ?? formatHtml(node));
    case 'dl':
    case 'details':
      return isBlank(children) ? [] : other(formatHtml(node));
    default:
      return writeFlow(children, writing);
  }
}

function prefix(markdown: string, sign: string): string {
  if (markdown === '') return '';
  return markdown
    .split('\n')
    .map((line) => (line === '' ? sign.trimEnd() : `${sign}${line}`))
    .join('\n');
}

function writeCode(pre: Element): string {
  const { attributes, children } = pre;
  if (children.some((node) => typeof node === 'object')) return formatPre(pre);
  const code = children.join('').replace(/^(?:[ \t]*\n)+/, '');
  if (code.trim() === '') return '';
  let longest = 2;
  for (const [run] of code.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const fence = '`'.repeat(longest + 1);
  return `${fence}${attributes['language'] ?? ''}\n${code}\n${fence}`;
}

function writeList(list: Element, before: Block | undefined, writing: Writing): Block[] {
  const { tag, attributes, children } = list;
  const isOrdered = tag === 'ol';
  const [usual, another] = isOrdered ? ['.', ')'] : ['-', '*'];
  const marker = before?.kind === 'list' && before.tag === tag && before.marker === usual ? another : usual;
  const items = children.filter((item): item is Element => typeof item === 'object');
  const contents = items.map((item) => writeFlow(item.children, writing));
  const isLoose = contents.some((blocks, index) => !isTight(blocks, items[index]));
  const first = /^\d{1,9}$/.test(attributes['start'] ?? '') ? Number(attributes['start']) : 1;
  const lines = contents.map((blocks, index) => {
    const number = Math.min(first + index, 999_999_999);
    const bullet = isOrdered ? `${number}${marker}` : `${marker}`;
    // Two rules of hyphens on a line would be one rule.
    const text = join(blocks, isLoose ? '\n\n' : '\n').replace(/^---(?=\n|$)/, '***');
    return /^(?:[-*](?: [-*])*)?$/.test(text) ? bullet : indent(text, `${bullet} `);
  });
  if (lines.length === 0) return [];
  return [{ kind: 'list', tag, marker: marker ?? '', start: first, markdown: lines.join(isLoose ? '\n\n' : '\n') }];
}

/** Whether an item needs no empty line in it: it is one text, with lists behind it. */
function isTight(blocks: readonly Block[], item: Element | undefined): boolean {
  if (item?.children.some((node) => typeof node === 'object' && node.tag === 'p' && !isBlank(node.children)))
    return false;
  return blocks.every((block, index) => {
    if (index === 0) return true;
    const { kind, tag, start, markdown } = block;
    // A line that is only a hyphen would make a heading of the text above it.
    const isEmpty = /^(?:[-*]|\d+[.)])(?:\n|$)/.test(markdown);
    return (
      kind === 'list' && (tag === 'ul' || start === 1) && !isEmpty && (index === 1 || blocks[index - 1]?.tag !== tag)
    );
  });
}

function indent(text: string, bullet: string): string {
  const space = ' '.repeat(bullet.length);
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? `${bullet}${line}` : line === '' ? '' : `${space}${line}`))
    .join('\n');
}
