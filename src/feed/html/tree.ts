/** Serialises HTML. Unlike that of parse5, this serialiser writes numeric references. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { escapeHtml, escapeHtmlAttribute } from '../../post/markdown/htmlText.ts';

const voidElements = new Set(['br', 'col', 'hr', 'img', 'source', 'track', 'wbr']);

const specialInText = /[&<>\xa0]/g;
const specialInAttribute = /[&<>"\xa0]/g;

/** The elements and text of a tree as HTML (HTML, 13.3), without comments and doctypes. */
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
