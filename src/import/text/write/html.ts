/** What stays HTML. */

import { keptAttributes } from '../../../post/markdown/safeHtml.ts';
import { escapeHtml } from '../../escapeHtml.ts';
import type { Element, Node } from '../tidy/tree.ts';

/** The opening tag of an element. */
export function openingTag(tag: string, attributes: Readonly<Record<string, string>>): string {
  const kept = [...(keptAttributes['*'] ?? []), ...(keptAttributes[tag] ?? [])];
  const written = Object.entries(attributes).filter(([name]) => kept.includes(name));
  return `<${tag}${written.map(([name, value]) => ` ${name}="${escapeHtml(value).replace(/\s+/g, ' ')}"`).join('')}>`;
}

/** Elements that begin a line, for people who read the file. */
const lines = new Set(
  'table caption thead tbody tfoot tr dl dt dd details summary ul ol li p legend blockquote h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
);

/** Those whose end has a line of its own, too. */
const holders = new Set('table thead tbody tfoot dl details ul ol blockquote'.split(' '));

/** A block as HTML without an empty line, which would end it. */
export function formatHtml(block: Element): string {
  const parts: string[] = [];
  const write = (node: Node): void => {
    if (typeof node === 'string') parts.push(escapeHtml(node.replace(/\s+/g, ' ')));
    else if (node.tag === 'boundary' || node.tag === 'more') parts.push(' ');
    else if (node.tag === 'anchor') parts.push(`${openingTag('a', node.attributes)}</a>`);
    else if (node.tag === 'note') parts.push(`<sup>${escapeHtml(node.attributes['label'] ?? '')}</sup>`);
    else if (node.tag === 'br' || node.tag === 'hr' || node.tag === 'img')
      parts.push(openingTag(node.tag, node.attributes));
    else if (node.tag === 'pre') {
      parts.push(`<pre><code>${escapeHtml(node.children.join('')).replace(/\n/g, '&#10;')}</code></pre>`);
    } else {
      const tag = node.tag === 'legend' ? 'p' : node.tag;
      if (lines.has(tag)) parts.push('\n');
      parts.push(openingTag(tag, node.attributes));
      for (const child of node.children) write(child);
      parts.push(holders.has(tag) ? `\n</${tag}>` : `</${tag}>`);
    }
  };
  write(block);
  return parts
    .join('')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}
