/** Puts blocks where Markdown can have them: captions, as `legend`, below what they belong to, list items in lists. */
import { createElement, type Element, isBlank, type Node } from './tree.ts';

/** Arranges what is within an element. */
export function arrange(element: Element): void {
  for (const child of element.children) if (typeof child === 'object') arrange(child);
  element.children = element.children.flatMap(withoutIndent);
  if (isList(element) && element.children.some((node) => isItem(node) || isList(node))) toList(element);
  // The captions of a figure wait until it is known whether something stands below them.
  else element.children = toLists(element.children).flatMap((node) => toCaptioned(node, element.tag === 'figure'));
}

function isList(node: Node): node is Element & { tag: 'ul' | 'ol' } {
  return typeof node === 'object' && (node.tag === 'ul' || node.tag === 'ol');
}

/** What is in a list without items, which has no marks and only indents it. */
function withoutIndent(node: Node): Node[] {
  if (!isList(node) || node.children.some(isItem)) return [node];
  return [createElement('boundary'), ...node.children, createElement('boundary')];
}

/** Gives a list its items; one that holds nothing but lists, which only indents them, becomes the first of these. */
function toList(list: Element): void {
  const own = list.children.filter((node) => !isBlank([node]));
  const inner = own.filter(isList);
  const [first] = inner;
  if (first === undefined || inner.length < own.length || inner.some(({ tag }) => tag !== first.tag)) {
    list.children = toItems(list.children);
  } else Object.assign(list, first, { children: inner.flatMap(({ children }) => children) });
}

function isItem(node: Node): node is Element & { tag: 'li' } {
  return typeof node === 'object' && node.tag === 'li';
}

/** The items of a list: a list that stands directly in it belongs to the item before it, other text is an item. */
function toItems(nodes: readonly Node[]): Element[] {
  const items: Element[] = [];
  let isOpen = false;
  for (const node of nodes) {
    if (isItem(node)) {
      items.push(node);
      isOpen = false;
      continue;
    }
    // What is blank parts the words beside it.
    if (!isOpen && isBlank([node])) continue;
    const last = items.at(-1);
    if (last && (isOpen || isList(node))) last.children.push(node);
    else items.push({ ...createElement('li'), children: [node] });
    isOpen = !isList(node);
  }
  return items;
}

/** Nodes with a list around items that have none. */
function toLists(nodes: readonly Node[]): Node[] {
  if (!nodes.some(isItem)) return [...nodes];
  const all: Node[] = [];
  let list: Element | undefined;
  for (const node of nodes) {
    if (isItem(node)) {
      if (!list) {
        list = createElement('ul');
        all.push(list);
      }
      list.children.push(node);
    } else if (list === undefined || !isBlank([node])) {
      list = undefined;
      all.push(node);
    }
  }
  return all;
}

/** A figure as its content and, in a paragraph below, its caption. */
function toCaptioned(node: Node, isInFigure: boolean): Node[] {
  if (typeof node === 'string') return [node];
  if (node.tag === 'figcaption') return isInFigure ? [node] : [toCaption(node.children)];
  if (node.tag !== 'figure') return [node];
  const isCaption = (child: Node): child is Element => typeof child === 'object' && child.tag === 'figcaption';
  const content = node.children.filter((child) => !isCaption(child));
  const captions = node.children.filter(isCaption).map(({ children }) => toCaption(children));
  const images = content.flatMap((child) => (isGallery(child) ? spread(child) : [child]));
  return [createElement('boundary'), ...images, createElement('boundary'), ...captions, createElement('boundary')];
}

/** A gallery of former years is a list of images. */
function isGallery(node: Node): node is Element {
  if (typeof node === 'string' || !isList(node)) return false;
  return node.children.every((item) => typeof item === 'object' && item.children.some((node) => contains(node, 'img')));
}

function contains(node: Node, tag: string): boolean {
  return typeof node === 'object' && (node.tag === tag || node.children.some((child) => contains(child, tag)));
}

function spread(list: Element): Node[] {
  return list.children.flatMap((item) =>
    typeof item === 'string' ? [] : [createElement('boundary'), ...item.children],
  );
}

function toCaption(nodes: readonly Node[]): Node {
  const inline = withoutEmphasis(nodes);
  if (isBlank(inline)) return createElement('boundary');
  return { ...createElement('legend'), children: [{ ...createElement('em'), children: inline }] };
}

/** The text of a caption, which is emphasised as a whole. */
function withoutEmphasis(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (typeof node === 'string') return [node];
    const children = withoutEmphasis(node.children);
    return node.tag === 'em' ? children : [{ ...node, children }];
  });
}
