/** `pre` and its language. */
import type { Losses } from '../losses.ts';
import { attributeOf } from './attributes.ts';
import type { HtmlElement, HtmlNode } from './parse.ts';
import { createElement, type Element } from './tree.ts';
import { findUnshown } from './unshown.ts';

/** The code of a `pre`: its text, and its language where a plugin names one. */
export function readPre(pre: HtmlElement, losses: Losses): Element {
  const { text, elements } = readText(pre.childNodes, losses);
  const links = elements.filter(({ tagName }) => tagName === 'a').length;
  if (links > 0) losses.add('link', 'link in code', links);
  const images = elements.filter(({ tagName }) => tagName === 'img').length;
  if (images > 0) losses.add('image', 'image in code', images);
  const formatted = elements.filter(({ tagName }) => /^(?:strong|b|em|i|del|s|u|mark)$/.test(tagName)).length;
  if (formatted > 0) losses.add('structure', 'emphasis in code', formatted);
  const code = elements.filter(({ tagName }) => tagName === 'code');
  const language = [pre, ...code].map(languageOf).find((one) => one !== '') ?? '';
  const element = createElement('pre', language === '' ? {} : { language });
  element.children.push(text.replace(/\u00a0/g, ' ').trimEnd());
  return element;
}

/** The text of nodes, line breaks kept, and all elements in them, without recursion. */
function readText(nodes: readonly HtmlNode[], losses: Losses): { text: string; elements: HtmlElement[] } {
  const elements: HtmlElement[] = [];
  const texts: string[] = [];
  const waiting: HtmlNode[] = [...nodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('value' in node) texts.push(node.value);
    else if ('tagName' in node) {
      const loss = findUnshown(node);
      if (loss) {
        losses.add(...loss);
        continue;
      }
      elements.push(node);
      if (node.tagName === 'br') texts.push('\n');
      if (node.tagName === 'img') texts.push(attributeOf(node, 'alt'));
      // A highlighter's table has a cell of line numbers beside the code.
      if (/\bgutter\b/.test(attributeOf(node, 'class'))) continue;
      const isLine = /^(?:div|p|li|tr)$/.test(node.tagName);
      if (isLine && texts.length > 0 && !texts.at(-1)?.endsWith('\n')) texts.push('\n');
      for (let index = node.childNodes.length - 1; index >= 0; index--) {
        const child = node.childNodes[index];
        if (child) waiting.push(child);
      }
    }
  }
  return { text: texts.join(''), elements };
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
