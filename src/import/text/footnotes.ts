/** Footnotes: what links to a note that links back becomes `[^1]`. */
import { createElement, type Element, isBlank, type Node, textOf } from './tidy/tree.ts';

/** A footnote’s text. */
export interface Note {
  label: string;
  children: Node[];
}

/** Where a note is that a text links to. */
interface Target {
  element: Element;
  parent: Element;
  /** Its children that are the note, from one offset to another: Word may put several notes into one element. */
  from: number;
  to: number;
  hasWayBack: boolean;
}

/**
 * Takes the footnotes out of a tree, and leaves their marks, with labels that are not taken. `read` reads the HTML of a note
 * that stands where its mark is.
 */
export function takeFootnotes(root: Element, taken: ReadonlySet<string>, read: (html: string) => Node[]): Note[] {
  const targets = findTargets(root);
  const notes = new Map<string, Note>();
  const used = new Set<Target>();
  let number = 0;
  const add = (key: string, children: Node[]): string => {
    const known = notes.get(key);
    if (known) return known.label;
    do number++;
    while (taken.has(String(number)));
    const label = String(number);
    notes.set(key, { label, children });
    return label;
  };
  const visit = (element: Element): void => {
    for (const [index, node] of element.children.entries()) {
      if (typeof node === 'string') continue;
      if (node.tag === 'note') {
        const { text = '' } = node.attributes;
        element.children[index] = createElement('note', { label: add(`text ${text}`, read(text)) });
        continue;
      }
      const id = markOf(node);
      const target = id === undefined ? undefined : targets.get(id);
      if (target && (target.hasWayBack || node.tag === 'sup') && !contains(target.element, node)) {
        used.add(target);
        const label = add(`id ${id}`, withoutWayBack(target.element.children.slice(target.from, target.to)));
        element.children[index] = createElement('note', { label });
      } else visit(node);
    }
  };
  if (targets.size > 0 || hasNote(root)) visit(root);
  // From the last to the first, so that the offsets of the others stay.
  for (const { element, parent, from, to } of [...used].sort((one, other) => other.from - one.from)) {
    element.children.splice(from, to - from);
    if (isBlank(element.children)) parent.children = parent.children.filter((node) => node !== element);
  }
  if (used.size > 0) root.children = withoutRemains(root.children);
  return [...notes.values()];
}

function hasNote(node: Node): boolean {
  return typeof node === 'object' && (node.tag === 'note' || node.children.some(hasNote));
}

/** Items and paragraphs that begin with a place to link to, by its name. */
function findTargets(root: Element): Map<string, Target> {
  const targets = new Map<string, Target>();
  const visit = (parent: Element): void => {
    for (const element of parent.children) {
      if (typeof element === 'string') continue;
      const id = element.tag === 'li' || element.tag === 'p' || element.tag === 'dd' ? nameOf(element) : undefined;
      if (id === undefined) visit(element);
      else
        for (const [name, from, to] of divideNotes(id, element.children)) {
          targets.set(name, { element, parent, from, to, hasWayBack: hasWayBack(element.children.slice(from, to)) });
        }
    }
  };
  visit(root);
  return targets;
}

/** The notes in one element, each from one child to another: a further one begins with its name, and links back. */
function divideNotes(first: string, children: readonly Node[]): [name: string, from: number, to: number][] {
  const starts: [name: string, from: number][] = [[first, 0]];
  for (const [index, node] of children.entries()) {
    const name = startName(node);
    const isKnown = starts.some(([known]) => known === name);
    if (name !== undefined && !isKnown && hasWayBack(children.slice(index, index + 3))) starts.push([name, index]);
  }
  return starts.map(([name, from], at) => [name, from, starts[at + 1]?.[1] ?? children.length]);
}

function startName(node: Node): string | undefined {
  if (typeof node === 'string') return undefined;
  return node.tag === 'anchor' ? node.attributes['id'] : node.tag === 'p' ? nameOf(node) : undefined;
}

function nameOf({ children }: Element): string | undefined {
  const first = children.find((node) => typeof node === 'object' || node.trim() !== '');
  return first === undefined ? undefined : startName(first);
}

const mark = /^[[(]?(?:\d{1,4}|[*†‡§]{1,4}|[a-z]|[ivx]{1,6})[\])]?\.?$/i;

/** The name of the note to which a mark links; undefined if it is no mark. */
function markOf(node: Element): string | undefined {
  const link = node.tag === 'a' ? node : node.tag === 'sup' ? onlyLink(node) : undefined;
  const { href = '' } = link?.attributes ?? {};
  return href.startsWith('#') && mark.test(textOf([node]).trim()) ? href.slice(1) : undefined;
}

function onlyLink({ children }: Element): Element | undefined {
  const [link, ...others] = children.filter(
    (node): node is Element => typeof node === 'object' && node.tag !== 'anchor',
  );
  return link?.tag === 'a' && others.length === 0 ? link : undefined;
}

const arrow = /^[[(]?(?:[↩↑⏎^←⇑⤴]\ufe0e?|\d{1,4}|back|return|top|jump up)[\])]?\.?$/i;

function isWayBack(node: Node): boolean {
  if (typeof node === 'string') return false;
  if (node.tag === 'sup') return node.children.length === 1 && node.children.every(isWayBack);
  return node.tag === 'a' && (node.attributes['href'] ?? '').startsWith('#') && arrow.test(textOf([node]).trim());
}

function hasWayBack(nodes: readonly Node[]): boolean {
  return nodes.some((node) => isWayBack(node) || (typeof node === 'object' && hasWayBack(node.children)));
}

function withoutWayBack(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (typeof node === 'string') return [node];
    if (isWayBack(node) || node.tag === 'anchor') return [];
    return [{ ...node, children: withoutWayBack(node.children) }];
  });
}

function contains(element: Element, node: Node): boolean {
  return element.children.some((child) => child === node || (typeof child === 'object' && contains(child, node)));
}

/** Nodes without lists that have lost their items, and without the rules that stood above the notes. */
function withoutRemains(nodes: readonly Node[]): Node[] {
  const kept: Node[] = [];
  const dropSeparators = (): void => {
    while (kept.length > 0 && isSeparator(kept.at(-1))) kept.pop();
  };
  for (const node of nodes) {
    const isEmptied = typeof node === 'object' && (node.tag === 'ol' || node.tag === 'ul') && isBlank(node.children);
    if (isEmptied) dropSeparators();
    else kept.push(node);
  }
  dropSeparators();
  return kept;
}

function isSeparator(node: Node | undefined): boolean {
  if (typeof node === 'string') return node.trim() === '';
  return node?.tag === 'hr' || node?.tag === 'boundary';
}

/** Takes the places out of a tree to which no link leads any more. Other posts link to its `parts`. */
export function dropUnusedAnchors(root: Element, parts: Iterable<string> = []): void {
  const used = new Set(parts);
  const collect = (node: Node): void => {
    if (typeof node === 'string') return;
    const { href = '' } = node.attributes;
    if (href.startsWith('#')) used.add(href.slice(1));
    node.children.forEach(collect);
  };
  collect(root);
  const clean = (element: Element): void => {
    element.children = element.children.filter(
      (node) => typeof node === 'string' || node.tag !== 'anchor' || used.has(node.attributes['id'] ?? ''),
    );
    for (const node of element.children) if (typeof node === 'object') clean(node);
  };
  clean(root);
}
