/** Where keys and values are in front matter. */
import type { Document, Node, ParsedNode, YAMLMap } from 'yaml';
import { type Diagnostic, type Fault, type Fix, type Levels, type Path, severityOf } from '../../diagnostic.ts';
import { codePoints, createPlacer } from '../text.ts';
import { type FieldPair, parseDocument, rangeOf, type Span, yamlPackage } from './yamlDocument.ts';

/** A YAML text and the line of the file on which it begins. */
export interface YamlSource {
  yaml: string;
  line: number;
}

/** Faults as diagnostics, without those whose rule is off. Their paths are of `source`; `fixOf` tells how to fix each. */
export function toDiagnostics(
  file: string,
  source: YamlSource | undefined,
  faults: readonly Fault[],
  levels: Levels,
  fixOf?: (fault: Fault) => Fix | undefined,
): Diagnostic[] {
  let locate: ReturnType<typeof createLocator> | undefined;
  const find = (place: Fault['place']): Located => {
    if (!('path' in place)) return { ...place, text: '' };
    if (!source) return { line: 1, column: 1, text: '' };
    locate ??= createLocator(source);
    return locate(place.path, place.on ?? 'value');
  };
  const known = faults.filter((fault) => fault.rule !== 'field-unknown' && severityOf(fault, levels));
  const missed = new Set(known.map(nameAt));
  return faults.flatMap((fault) => {
    const { rule, message } = fault;
    const severity = severityOf(fault, levels);
    const misspelt = rule === 'field-unknown' ? nameAt(fault) : undefined;
    // A misspelt name is one mistake, which the fault of the missing field reports already.
    if (!severity || (misspelt !== undefined && missed.has(misspelt))) return [];
    const fix = fixOf?.(fault);
    const { text, ...place } = find(fault.place);
    const hint = typeof fault.hint === 'function' ? fault.hint(text) : fault.hint;
    return [{ file, ...place, rule, severity, message, ...(fix && { fix }), ...(hint !== undefined && { hint }) }];
  });
}

/** The name of the field that a fault points at; undefined if it points elsewhere. */
function nameAt({ place }: Fault): string | number | undefined {
  return 'path' in place && place.on === 'key' && place.path.length === 1 ? place.path[0] : undefined;
}

interface Located {
  line: number;
  column: number;
  endColumn?: number;
  /** The source there. */
  text: string;
}

/** Locates paths in one source, which is parsed only once. */
function createLocator({ yaml, line: firstLine }: YamlSource): (path: Path, on: 'key' | 'value') => Located {
  const spanOf = createSpanFinder(parseDocument(yaml));
  const spotOf = createPlacer(yaml);
  const found = new Map<string, Located>();
  return (path, on) => {
    const { start, end } = spanOf(path, on);
    const span = `${start}-${end}`;
    const known = found.get(span);
    if (known) return known;
    const { line, column } = spotOf(start);
    const text = yaml.slice(start, end);
    const width = codePoints(text.split(/\r?\n/, 1)[0] ?? '');
    const located = { line: line + firstLine - 1, column, endColumn: column + Math.max(1, width), text };
    found.set(span, located);
    return located;
  };
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

/** The fields of a mapping by their keys. */
function fieldsByKey(mapping: YAMLMap): ReadonlyMap<string, FieldPair> {
  const { isScalar } = yamlPackage();
  const fields = mapping.items as FieldPair[];
  return new Map(fields.flatMap((field) => (isScalar(field.key) ? [[String(field.key.value), field]] : [])));
}

/** Finds the span of a key or value; of its nearest ancestor if it is not in the document. */
function createSpanFinder(document: Document.Parsed): (path: Path, on: 'key' | 'value') => Span {
  const { isMap, isSeq, isAlias } = yamlPackage();
  // Front matter may have thousands of keys, and as many faults.
  const known = new Map<Node, ReadonlyMap<string, FieldPair>>();
  const targets = aliasTargets(document);
  return (path, on) => {
    let node: Node | null = document.contents;
    let span: Span = { start: 0, end: 0 };
    for (const [depth, step] of path.entries()) {
      if (isAlias(node)) node = targets.get(node) ?? null;
      if (isMap(node)) {
        const fields = known.get(node) ?? fieldsByKey(node);
        known.set(node, fields);
        const field = fields.get(String(step));
        if (!field) return span;
        const key = rangeOf(field.key) ?? span;
        if (on === 'key' && depth === path.length - 1) return key;
        span = spanOfValue(field.value, key);
        node = field.value;
      } else if (isSeq(node) && typeof step === 'number') {
        node = (node.items[step] as Node | undefined) ?? null;
        span = rangeOf(node) ?? span;
      } else return span;
    }
    return span;
  };
}

/** The span of a value; an empty one (`title:`) is after the colon. */
function spanOfValue(value: ParsedNode | null, key: Span): Span {
  const range = rangeOf(value);
  return range && range.end > range.start ? range : { start: key.end + 1, end: key.end + 1 };
}
