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
    else if (node.tag === 'pre') parts.push(formatPre(node).replace(/\n/g, '&#10;'));
    else {
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

/** Code, or text as it was laid out, with its links. */
export function formatPre({ children }: Element): string {
  const isCode = children.every((node) => typeof node === 'string');
  const html = formatLinked(children);
  return isCode ? `<pre><code>${html}</code></pre>` : `<pre>${html.replace(/^(?:[ \t]*\n)+/, '')}</pre>`;
}

function formatLinked(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return escapeHtml(node);
      if (node.tag === 'note') return `<sup>${escapeHtml(node.attributes['label'] ?? '')}</sup>`;
      const tag = openingTag(node.tag, node.attributes);
      return node.tag === 'img' ? tag : `${tag}${formatLinked(node.children)}</${node.tag}>`;
    })
    .join('');
}
