/** YAML as a document with offsets. Only files that import this one know the package `yaml`. */
import { createRequire } from 'node:module';
import type { Document, Node, Pair, ParsedNode } from 'yaml';

/** A stretch of the YAML: offsets in UTF-16 units, the end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** A key and its value in a mapping. */
export type FieldPair = Pair<ParsedNode, ParsedNode | null>;

const load = createRequire(import.meta.url);
/** The package `yaml`, loaded at the first call: it is five times slower than js-yaml, and most posts never need it. */
export const yamlPackage = (): typeof import('yaml') => load('yaml');

/** The YAML document, with its errors if it has any. */
export function parseDocument(yaml: string): Document.Parsed {
  // js-yaml checks for duplicate keys; here that is quadratic, and so are errors with their source.
  const options = { schema: 'core', uniqueKeys: false, logLevel: 'silent', merge: false, prettyErrors: false } as const;
  const document = yamlPackage().parseDocument(yaml, options);
  if (document.errors.length === 0) return document;
  const text = joinQuoted(yaml);
  // Each error has a stack, so nothing is parsed again without need.
  if (text === yaml) return document;
  const folded = yamlPackage().parseDocument(text, options);
  return folded.errors.length === 0 ? folded : document;
}

/** The YAML with quoted text joined that js-yaml allows to continue at the margin, unlike `yaml`. Offsets stay the same. */
function joinQuoted(yaml: string): string {
  return yaml.replace(/^[\w-]+:[ \t]+(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^']|'')*')/gm, (text) =>
    /\n\S/.test(text) ? text.replace(/[\r\n]/g, ' ') : text,
  );
}

/** The span of a node, without its anchor and tag. */
export function rangeOf(node: Node | null): Span | undefined {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : undefined;
}
