/** Footnotes: marks that lead to a note, and what leads back, are signs rather than text; notes stand at the end. */
import { attributeOf } from '../text/tidy/attributes.ts';
import type { HtmlElement, HtmlNode } from '../text/tidy/parse.ts';

const sign = /^[[(]?(?:\d{1,4}|[*†‡§]{1,4}|[a-z]|[ivx]{1,6})[\])]?\.?$/i;
const wayBack = /^[[(]?(?:[↩↑⏎^←⇑⤴]\ufe0e?|\d{1,4}|back|return|top|jump up)[\])]?\.?$/i;

/** Whether an element is a mark, or leads back to one. */
export function isMark(element: HtmlElement): boolean {
  if (element.tagName === 'sup' && attributeOf(element, 'data-footnote') !== '') return true;
  if (linkOf(element) === undefined) return false;
  const text = shortText(element);
  return text !== undefined && (sign.test(text) || wayBack.test(text));
}

/** The link within the text that a mark is: the mark itself, or all that is raised. */
function linkOf(element: HtmlElement): HtmlElement | undefined {
  if (element.tagName === 'a') return attributeOf(element, 'href').startsWith('#') ? element : undefined;
  if (element.tagName !== 'sup') return undefined;
  const links = element.childNodes.filter((node): node is HtmlElement => 'tagName' in node && node.tagName === 'a');
  return links.length === 1 && links[0] ? linkOf(links[0]) : undefined;
}

/** The text of an element; undefined if it is longer than that of a mark. */
function shortText({ childNodes }: HtmlElement): string | undefined {
  let text = '';
  const waiting: HtmlNode[] = [...childNodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('value' in node) text += node.value;
    if (text.length > 40) return undefined;
    if ('tagName' in node) for (const child of node.childNodes.toReversed()) waiting.push(child);
  }
  return text.replace(/\u00a0/g, ' ').trim();
}

/** The elements that are notes, and the texts of all notes, as nodes or as HTML. */
export interface Notes {
  elements: ReadonlySet<HtmlNode>;
  texts: (readonly HtmlNode[] | string)[];
}

interface Target {
  element: HtmlElement;
  leadsBack: boolean;
}

/** The notes to which marks lead. */
export function findNotes(html: string, nodes: readonly HtmlNode[]): Notes {
  const elements = new Set<HtmlNode>();
  const texts = new Map<string, readonly HtmlNode[] | string>();
  if (!/data-footnote|\bhref\s*=\s*["']?#/i.test(html)) return { elements, texts: [] };
  const { targets, owners, marks } = findPlaces(nodes);
  for (const mark of marks) {
    const text = attributeOf(mark, 'data-footnote');
    if (mark.tagName === 'sup' && text !== '') texts.set(`text ${text}`, text);
    const name = decode(attributeOf(linkOf(mark) ?? mark, 'href').slice(1));
    const target = targets.get(name);
    if (!target || owners.get(mark) === target || !(target.leadsBack || mark.tagName === 'sup')) continue;
    elements.add(target.element);
    texts.set(`name ${name}`, target.element.childNodes);
  }
  return { elements, texts: [...texts.values()] };
}

/** What may be a note, by its name, and what stands in it; and all marks in their order. */
function findPlaces(nodes: readonly HtmlNode[]) {
  const targets = new Map<string, Target>();
  const owners = new Map<unknown, Target>();
  const marks: HtmlElement[] = [];
  const waiting: HtmlNode[] = [...nodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!('tagName' in node)) continue;
    for (const child of node.childNodes.toReversed()) waiting.push(child);
    const owner = owners.get(node.parentNode);
    const name = owner || !/^(?:li|p|dd)$/.test(node.tagName) ? undefined : nameOf(node);
    const own = name === undefined ? owner : { element: node, leadsBack: false };
    if (own) owners.set(node, own);
    if (own && name !== undefined) targets.set(name, own);
    if (!isMark(node)) continue;
    marks.push(node);
    if (own && wayBack.test(shortText(node) ?? '')) own.leadsBack = true;
  }
  return { targets, owners, marks };
}

/** The name of the place where an element begins. */
function nameOf(element: HtmlElement): string | undefined {
  for (let first: HtmlNode | undefined = element; first !== undefined && 'tagName' in first; ) {
    const name: string = attributeOf(first, 'id') || (first.tagName === 'a' ? attributeOf(first, 'name') : '');
    if (name !== '') return name;
    first = first.childNodes.find((node) => 'tagName' in node || ('value' in node && node.value.trim() !== ''));
  }
  return undefined;
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // A stray percent sign: the name is as it is written.
    return name;
  }
}
