/** Where YAML that js-yaml refuses goes wrong. */
import type { Document, Node } from 'yaml';
import { placeAt, type Spot } from '../text.ts';
import { parseDocument, rangeOf, yamlPackage } from './yamlDocument.ts';

/** The place of the first syntax error, or of the quote or bracket (`open`) that is never closed. */
export function locateSyntaxError(
  yaml: string,
  document: Document.Parsed,
): { spot: Spot; open: string | undefined } | undefined {
  const error = document.errors[0] ?? document.warnings[0];
  if (!error) return undefined;
  const at = findUnclosed(document, yaml);
  return { spot: placeAt(yaml, at ?? error.pos[0]), open: at === undefined ? undefined : yaml[at] };
}

/** What closes each quote and bracket. */
export const closers: Readonly<Record<string, string>> = { '"': '"', "'": "'", '[': ']', '{': '}' };

/** The offset of the first quoted text that is never closed; failing that, of the first such list or mapping. */
function findUnclosed(document: Document.Parsed, yaml: string): number | undefined {
  const { visit } = yamlPackage();
  let open: number | undefined;
  visit(document, {
    Node(_, node) {
      const range = rangeOf(node);
      const closer = range && closers[yaml[range.start] ?? ''];
      if (!range || closer === undefined || !(isQuoted(node) || ('flow' in node && node.flow))) return undefined;
      if (range.end - range.start > 1 && yaml[range.end - 1] === closer) return undefined;
      // An open quote hides the brackets after it.
      if (isQuoted(node)) open = range.start;
      open ??= range.start;
      return isQuoted(node) ? visit.BREAK : undefined;
    },
  });
  return open;
}

function isQuoted(node: Node): boolean {
  return 'type' in node && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
}

/** The place of the first node or pair for which `offsetOf` returns an offset. */
function placeOfFirst(
  yaml: string,
  document: Document.Parsed,
  offsetOf: (node: unknown) => number | undefined,
): Spot | undefined {
  const { visit } = yamlPackage();
  let offset: number | undefined;
  visit(document, (_, node) => {
    offset = offsetOf(node);
    return offset === undefined ? undefined : visit.BREAK;
  });
  return offset === undefined ? undefined : placeAt(yaml, offset);
}

/** Where the first tag (`!!binary`) is. */
export function locateTag(yaml: string, document: Document.Parsed): Spot | undefined {
  const { isNode } = yamlPackage();
  return placeOfFirst(yaml, document, (node) => {
    const start = isNode(node) && node.tag !== undefined ? node.range?.[0] : undefined;
    const mark = start === undefined ? -1 : yaml.lastIndexOf('!', start - 1);
    if (mark === -1) return undefined;
    // `!!binary` has two of them, and `!a!b` one in its middle.
    const before = /[^\s[\]{},:]*$/.exec(yaml.slice(Math.max(0, mark - 100), mark));
    return mark - (before?.[0].length ?? 0);
  });
}

/** Where the first alias is, or the first of that name (`*name`). */
export function locateAlias(yaml: string, name?: string, document = parseDocument(yaml)): Spot | undefined {
  const { isAlias } = yamlPackage();
  return placeOfFirst(yaml, document, (node) =>
    isAlias(node) && (name === undefined || node.source === name) ? node.range?.[0] : undefined,
  );
}

/** Where the first key is that is not a string: a number, a list, nothing. */
export function findNonStringKey(yaml: string): Spot | undefined {
  const { isPair, isScalar } = yamlPackage();
  return placeOfFirst(yaml, parseDocument(yaml), (node) => {
    if (!isPair(node) || (isScalar(node.key) && typeof node.key.value === 'string')) return undefined;
    return (node.key as Node | null)?.range?.[0] ?? 0;
  });
}
