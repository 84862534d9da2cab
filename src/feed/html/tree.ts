/** A parser's tree → HTML. parse5's own serialiser can write no character as a number. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { escapeHtml, escapeHtmlAttribute } from '../../post/markdown/htmlText.ts';

const voidElements = new Set(['br', 'col', 'hr', 'img', 'source', 'track', 'wbr']);

const specialInText = /[&<>\xa0]/g;
const specialInAttribute = /[&<>"\xa0]/g;

/** The elements and the text of the tree, and nothing else that it may have. HTML 13.3. */
export function writeTree(parent: DefaultTreeAdapterTypes.ParentNode): string {
  let html = '';
  for (const node of parent.childNodes) {
    if ('tagName' in node) html += writeElement(node);
    else if (node.nodeName === '#text' && 'value' in node) html += escapeHtml(node.value, specialInText);
  }
  return html;
}

function writeElement(element: DefaultTreeAdapterTypes.Element): string {
  const { tagName } = element;
  let html = `<${tagName}`;
  for (const { name, value } of element.attrs) {
    html += ` ${name}="${escapeHtmlAttribute(name, value, specialInAttribute)}"`;
  }
  return voidElements.has(tagName) ? `${html}>` : `${html}>${writeTree(element)}</${tagName}>`;
}
