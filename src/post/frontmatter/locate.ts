/** Where keys and values are in front matter. */
import type { Document, Node, Pair, ParsedNode, YAMLMap } from 'yaml';
import { type Diagnostic, type Fault, type Fix, type Levels, type Path, severityOf } from '../../diagnostic.ts';
import { codePoints, createPlacer } from '../text.ts';
import { parseDocument, rangeOf, type Span, yamlPackage } from './yamlDocument.ts';

/** A YAML text and the line of the file on which it begins. */
export interface YamlSource {
  yaml: string;
  line: number;
}

/**
 * Faults as diagnostics with their places, without those whose rule is off. `source` is the YAML that their paths refer to;
 * `fixOf`, if given, tells how each can be fixed.
 */
export function toDiagnostics(
  file: string,
  source: YamlSource | undefined,
  faults: readonly Fault[],
  levels: Levels,
  fixOf?: (fault: Fault) => Fix | undefined,
): Diagnostic[] {
  let locate: ReturnType<typeof createLocator> | undefined;
  const reported = faults.filter((fault) => severityOf(fault, levels));
  const missed = new Set(reported.map((fault) => (fault.rule === 'field-unknown' ? undefined : nameAt(fault))));
  missed.delete(undefined);
  return reported.flatMap((fault) => {
    const severity = severityOf(fault, levels);
    // A misspelt name is one mistake, which the fault of the missing field reports already.
    if (severity === undefined || (fault.rule === 'field-unknown' && missed.has(nameAt(fault)))) return [];
    const { rule, message, place } = fault;
    const fix = fixOf?.(fault);
    const rest = { rule, severity, message, ...(fix && { fix }) };
    if (!('path' in place)) return [{ file, ...place, ...rest, ...hintOf(fault, '') }];
    if (!source) return [{ file, line: 1, column: 1, ...rest, ...hintOf(fault, '') }];
    locate ??= createLocator(source);
    const { text, ...found } = locate(place.path, place.on ?? 'value');
    return [{ file, ...found, ...rest, ...hintOf(fault, text) }];
  });
}

/** The name of the field that a fault points at; undefined if it points elsewhere. */
function nameAt({ place }: Fault): string | number | undefined {
  return 'path' in place && place.on === 'key' && place.path.length === 1 ? place.path[0] : undefined;
}

function hintOf(fault: Fault, text: string): { hint?: string } {
  const hint = typeof fault.hint === 'function' ? fault.hint(text) : fault.hint;
  return hint === undefined ? {} : { hint };
}

interface Located {
  line: number;
  column: number;
  endColumn: number;
  /** The source there. */
  text: string;
}

/** Locates paths in one source, which is parsed only once. */
function createLocator({ yaml, line: firstLine }: YamlSource): (path: Path, on: 'key' | 'value') => Located {
  const document = parseDocument(yaml);
  const cache: DocumentCache = { pairs: new Map(), targets: aliasTargets(document) };
  const spotOf = createPlacer(yaml);
  const found = new Map<number, Located & { end: number }>();
  return (path, on) => {
    const { start, end } = spanOf(document, path, on, cache);
    let located = found.get(start);
    if (located?.end !== end) {
      const { line, column } = spotOf(start);
      const text = yaml.slice(start, end);
      const endColumn = column + Math.max(1, codePoints(text.split(/\r?\n/, 1)[0] ?? ''));
      located = { line: line + firstLine - 1, column, endColumn, text, end };
      found.set(start, located);
    }
    return { line: located.line, column: located.column, endColumn: located.endColumn, text: located.text };
  };
}

type AnyPair = Pair<ParsedNode, ParsedNode | null>;

/** What every lookup needs: front matter may have thousands of keys, and as many faults. */
interface DocumentCache {
  /** The pairs of each mapping by their keys. */
  pairs: Map<Node, ReadonlyMap<string, AnyPair>>;
  /** The node that each alias stands for. */
  targets: ReadonlyMap<Node, Node>;
}

/** The node of each alias: the last above it with its anchor. `yaml` itself would visit the document for each. */
function aliasTargets(document: Document.Parsed): Map<Node, Node> {
  const named = new Map<string, Node>();
  const targets = new Map<Node, Node>();
  yamlPackage().visit(document, {
    Node(_, node) {
      if ('anchor' in node && node.anchor) named.set(node.anchor, node);
    },
    Alias(_, node) {
      const target = named.get(node.source);
      if (target) targets.set(node, target);
    },
  });
  return targets;
}

function pairsOf(mapping: YAMLMap, { pairs: known }: DocumentCache): ReadonlyMap<string, AnyPair> {
  let pairs = known.get(mapping);
  if (!pairs) {
    const { isScalar } = yamlPackage();
    const scalars = (mapping.items as AnyPair[]).filter(({ key }) => isScalar(key));
    pairs = new Map(scalars.map((pair) => [String((pair.key as ParsedNode & { value: unknown }).value), pair]));
    known.set(mapping, pairs);
  }
  return pairs;
}

/** The span of a key or value; of its nearest ancestor if it is not in the document. */
function spanOf(document: Document.Parsed, path: Path, on: 'key' | 'value', cache: DocumentCache): Span {
  const { isMap, isSeq, isAlias } = yamlPackage();
  let node: Node | null = document.contents;
  let span: Span = { start: 0, end: 0 };
  for (const [depth, step] of path.entries()) {
    if (isAlias(node)) node = cache.targets.get(node) ?? null;
    if (isMap(node)) {
      const pair = pairsOf(node, cache).get(String(step));
      if (!pair) return span;
      const key = rangeOf(pair.key) ?? span;
      if (on === 'key' && depth === path.length - 1) return key;
      span = spanOfValue(pair.value, key);
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = (node.items[step] as Node | undefined) ?? null;
      span = rangeOf(node) ?? span;
    } else return span;
  }
  return span;
}

/** The span of a value; an empty one (`title:`) is after the colon. */
function spanOfValue(value: ParsedNode | null, key: Span): Span {
  const range = rangeOf(value);
  return range && range.end > range.start ? range : { start: key.end + 1, end: key.end + 1 };
}
