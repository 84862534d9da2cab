/** Footnotes that a text has in Markdown’s own way. */
import { type Element, type Node, textOf } from './tidy/tree.ts';

/** The labels of footnotes that a text has in Markdown’s own way: `[^1]` and, as a paragraph, `[^1]: …`. */
export function findWrittenNotes(root: Element): ReadonlySet<string> {
  const paragraphs = root.children.filter((node): node is Element => typeof node === 'object' && node.tag === 'p');
  const texts = paragraphs.map(({ children }) => (typeof children[0] === 'string' ? children[0].trimStart() : ''));
  const labels = texts.map((text) => /^\[\^([\w-]{1,40})\]:/.exec(text)?.[1] ?? '').filter((label) => label !== '');
  if (labels.length === 0) return new Set();
  const others = root.children.filter(
    (node) =>
      typeof node === 'string' || !labels.some((label) => textOf([node]).trimStart().startsWith(`[^${label}]:`)),
  );
  const text = textOf(withoutCode(others));
  return new Set(labels.filter((label) => text.includes(`[^${label}]`)));
}

/** Nodes without what shows a mark as it is: code, the text of links, and what stays HTML. */
function withoutCode(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (typeof node === 'string') return [node];
    return /^(?:code|pre|a|table|dl|details)$/.test(node.tag)
      ? []
      : [{ ...node, children: withoutCode(node.children) }];
  });
}
