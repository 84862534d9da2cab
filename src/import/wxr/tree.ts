/** The elements of an export as a small tree: one item at a time, and parts of the channel. */

export interface XmlNode {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** Of an element that holds no others. */
  text: string;
  /** Spaces stood around the text, which WordPress never writes. */
  isPadded?: boolean;
  children: XmlNode[];
}

/** Elements that hold others. In all the rest, tags are text that somebody forgot to escape. */
export const containers: ReadonlySet<string> = new Set([
  'rss',
  'channel',
  'item',
  'image',
  ...['wp:author', 'wp:category', 'wp:tag', 'wp:term', 'wp:termmeta', 'wp:postmeta', 'wp:comment', 'wp:commentmeta'],
]);

/** Texts in which spaces may matter. */
export const verbatim: ReadonlySet<string> = new Set([
  ...['content:encoded', 'excerpt:encoded', 'description', 'wp:meta_value', 'wp:comment_content', 'wp:post_password'],
]);

/** What makes an item what it is. */
const ofItems: ReadonlySet<string> = new Set(['content:encoded', 'wp:post_id', 'wp:post_type', 'wp:status']);

/** Whether a tag cannot be in a text: an element without an end, or one that nobody knows, has taken in what follows it. */
export function isMisplaced(name: string, around: string): boolean {
  // A text about XML may well have the word.
  if (name === 'item') return !verbatim.has(around) && around !== 'title';
  return ofItems.has(name) || (name.startsWith('wp:') && /^(?:content|excerpt):encoded$/.test(around));
}

/** The text of the first child of a name; empty without one. */
export function textOf(node: XmlNode, name: string): string {
  return node.children.find((child) => child.name === name)?.text ?? '';
}

/** The number in the first child of a name, if it is one. */
export function numberOf(node: XmlNode, name: string): number | undefined {
  const text = textOf(node, name);
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** All children of a name. */
export function childrenOf(node: XmlNode, name: string): XmlNode[] {
  return node.children.filter((child) => child.name === name);
}
