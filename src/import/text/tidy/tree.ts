/** The tidy tree: blocks that hold inline elements and text, never the other way round. */

export interface Element {
  /** As in HTML, with `b` as `strong` and so on; also `root`, `boundary`, `more`, `anchor` and `note`. */
  tag: string;
  attributes: Readonly<Record<string, string>>;
  children: Node[];
}

export type Node = Element | string;

/** An element without children. */
export function createElement(tag: string, attributes: Readonly<Record<string, string>> = {}): Element {
  return { tag, attributes, children: [] };
}

/** All text within nodes, a line break as a space. */
export function textOf(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      return node.tag === 'br' || node.tag === 'boundary' ? ' ' : textOf(node.children);
    })
    .join('');
}

/** Whether nodes show nothing: no text but spaces, and no image, rule or code. */
export function isBlank(nodes: readonly Node[]): boolean {
  return nodes.every((node) => {
    if (typeof node === 'string') return node.trim() === '';
    if (['img', 'hr', 'more', 'pre', 'note', 'anchor'].includes(node.tag)) return false;
    return isBlank(node.children);
  });
}
