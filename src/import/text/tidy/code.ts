/** `pre` and its language. */
import { createLosses } from '../losses.ts';
import { attributeOf } from './attributes.ts';
import { readHref } from './links.ts';
import { readImage } from './media.ts';
import type { HtmlElement, HtmlNode } from './parse.ts';
import type { Reading } from './reading.ts';
import { createElement, type Element, type Node } from './tree.ts';
import { findUnshown } from './unshown.ts';

/** The code of a `pre`: its text, and its language where a plugin names one; with links and images if it is no code. */
export function readPre(pre: HtmlElement, reading: Reading): Element {
  const { losses } = reading;
  const { nodes, elements } = readNodes(pre.childNodes, reading);
  const count = (names: RegExp): number => elements.filter(({ tagName }) => names.test(tagName)).length;
  const formatted = count(/^(?:strong|b|em|i|del|s|u|mark)$/);
  if (formatted > 0) losses.add('structure', 'emphasis in code', formatted);
  const code = elements.filter(({ tagName }) => tagName === 'code');
  const language = [pre, ...code].map(languageOf).find((one) => one !== '') ?? '';
  const element = createElement('pre', language === '' ? {} : { language });
  const [links, images] = [count(/^a$/), count(/^img$/)];
  // Highlighters link names to manuals, and colour the rest.
  if (links + images > 0 && language === '' && count(/^span$/) === 0) {
    const linked = readNodes(pre.childNodes, { ...reading, losses: createLosses() }, reading);
    element.children.push(...trimEnd(linked.nodes));
    return element;
  }
  if (links > 0) losses.add('link', 'link in code', links);
  if (images > 0) losses.add('image', 'image in code', images);
  element.children.push(...trimEnd(nodes));
  return element;
}

function trimEnd(nodes: readonly Node[]): Node[] {
  const last = nodes.at(-1);
  return typeof last === 'string' ? [...nodes.slice(0, -1), last.trimEnd()] : [...nodes];
}

/**
 * Nodes as text, line breaks kept, and all elements in them, without recursion. With `linking`, links and images stay.
 */
function readNodes(
  children: readonly HtmlNode[],
  { losses }: Reading,
  linking?: Reading,
): { nodes: Node[]; elements: HtmlElement[] } {
  const elements: HtmlElement[] = [];
  const root = createElement('root');
  let into = root;
  let last = '';
  const add = (text: string): void => {
    const before = into.children.at(-1);
    const clean = text.replace(/\u00a0/g, ' ');
    if (typeof before === 'string') into.children[into.children.length - 1] = before + clean;
    else into.children.push(clean);
    if (text !== '') last = text;
  };
  const waiting: (HtmlNode | 'end of link')[] = [...children].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === 'end of link') into = root;
    else if ('value' in node) add(node.value);
    else if ('tagName' in node) {
      const loss = findUnshown(node);
      if (loss) {
        losses.add(...loss);
        continue;
      }
      elements.push(node);
      if (node.tagName === 'br') add('\n');
      if (node.tagName === 'img') {
        const image = linking ? readImage(node, linking) : attributeOf(node, 'alt');
        if (typeof image === 'object') into.children.push(image);
        else add(image ?? '');
      }
      // A highlighter's table has a cell of line numbers beside the code.
      if (/\bgutter\b/.test(attributeOf(node, 'class'))) continue;
      if (/^(?:div|p|li|tr)$/.test(node.tagName) && last !== '' && !last.endsWith('\n')) add('\n');
      const href = linking && node.tagName === 'a' && into === root ? readHref(node, linking) : undefined;
      if (href !== undefined) {
        into = createElement('a', { href });
        root.children.push(into);
        waiting.push('end of link');
      }
      for (const child of node.childNodes.toReversed()) waiting.push(child);
    }
  }
  return { nodes: root.children, elements };
}

const name = /^[\w+#.-]{1,40}$/;
/** What plugins call code that has no language. */
const none = /^(?:none|plain|plaintext|plain-text|text|txt|generic|default|raw|auto)$/i;

/** Languages of two letters: others, such as `en`, are those of people. */
const short = /^(?:js|ts|cs|sh|vb|py|rb|go|ps|pl)$/;

function languageOf(element: HtmlElement): string {
  const classes = attributeOf(element, 'class');
  const written = attributeOf(element, 'lang');
  const found =
    /(?:^|\s)(?:language-|lang-|lang:|brush:\s*)([^\s:;]+)/.exec(classes)?.[1] ||
    attributeOf(element, 'data-enlighter-language') ||
    attributeOf(element, 'data-lang') ||
    (/^[a-z]{3}[\w+#]*$/i.test(written) || short.test(written) ? written : '');
  return name.test(found) && !none.test(found) ? found.toLowerCase() : '';
}
