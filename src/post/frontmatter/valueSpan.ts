/** How values of front matter are written, for patches: their spans and styles. */
import type { Node } from 'yaml';
import type { Path } from '../../diagnostic.ts';
import { type FieldPair, parseDocument, rangeOf, type Span, yamlPackage } from './yamlDocument.ts';

/** How a scalar is written. YAML 1.2.2, 7.3 and 8.1. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';
export type ValueStyle = ScalarStyle | 'list' | 'mapping' | 'empty';

/** A value in the source. Spans are without anchors, tags and trailing comments. */
export interface ValueSpan {
  style: ValueStyle;
  /** For an empty value, the offset after its colon. */
  span: Span;
  key?: { span: Span; style: ValueStyle };
  /** Whether it is in a flow collection (`[…]`, `{…}`), or is one. */
  inFlow: boolean;
  /** Whether it or its key has an anchor or a tag, so that a change may not be of this value alone. */
  isMarked: boolean;
  /** The items of a list, the fields of a mapping: from their start to the end of their text. */
  parts: readonly Span[];
}

/** Where and how a value is written; undefined if it is not in the source, or only by an alias. */
export function locateValue(yaml: string, path: Path): ValueSpan | undefined {
  const { isMap, isScalar, isSeq } = yamlPackage();
  let node: Node | null = parseDocument(yaml).contents;
  let inFlow = isFlow(node);
  let pair: FieldPair | undefined;
  for (const step of path) {
    pair = undefined;
    if (isMap(node)) {
      const pairs = node.items as FieldPair[];
      pair = pairs.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair) return undefined;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') node = (node.items[step] as Node | undefined) ?? null;
    else return undefined;
    if (node === null && !pair) return undefined;
    inFlow ||= isFlow(node);
  }
  const style = styleOf(node);
  const keySpan = rangeOf(pair?.key ?? null);
  const span = style === 'empty' ? { start: endOf(yaml, pair), end: endOf(yaml, pair) } : rangeOf(node);
  if (style === undefined || !span) return undefined;
  return {
    style,
    span,
    inFlow,
    isMarked: hasMark(node) || hasMark(pair?.key ?? null),
    parts: partsOf(yaml, node),
    ...(pair && keySpan && { key: { span: keySpan, style: styleOf(pair.key) ?? 'empty' } }),
  };
}

function isFlow(node: Node | null): boolean {
  return node !== null && 'flow' in node && node.flow === true;
}

function hasMark(node: Node | null): boolean {
  const { isNode, isAlias } = yamlPackage();
  return isNode(node) && !isAlias(node) && (node.anchor !== undefined || node.tag !== undefined);
}

const scalarStyles: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

function styleOf(node: Node | null): ValueStyle | undefined {
  const { isMap, isScalar, isSeq } = yamlPackage();
  if (node === null) return 'empty';
  if (isMap(node)) return 'mapping';
  if (isSeq(node)) return 'list';
  if (!isScalar(node)) return undefined;
  const style = scalarStyles[node.type ?? ''];
  return style === 'plain' && node.range?.[0] === node.range?.[1] ? 'empty' : style;
}

function partsOf(yaml: string, node: Node | null): Span[] {
  const { isMap, isPair } = yamlPackage();
  if (node === null || !('items' in node)) return [];
  return (node.items as (Node | FieldPair)[]).map((item) => {
    const first = isPair(item) ? item.key : isMap(item) && !isFlow(item) ? item.items[0]?.key : item;
    return { start: rangeOf(first as Node)?.start ?? 0, end: endOf(yaml, item) };
  });
}

/** Where the text of a node or field ends: `yaml` counts the comments after a block collection as part of it. */
export function endOf(yaml: string, item: Node | FieldPair | undefined): number {
  const { isPair, isCollection } = yamlPackage();
  if (!item) return 0;
  if (isPair(item)) {
    if (item.value !== null && styleOf(item.value) !== 'empty') return endOf(yaml, item.value);
    const end = rangeOf(item.key)?.end ?? 0;
    const colon = /^[ \t]*:/.exec(yaml.slice(end));
    return end + (colon?.[0].length ?? 0);
  }
  const last = isCollection(item) && !isFlow(item) ? item.items.at(-1) : undefined;
  return last ? endOf(yaml, last as Node) : (rangeOf(item)?.end ?? 0);
}
