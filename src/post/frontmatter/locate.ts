/**
 * Where things stand in front matter. Only this file and locateSite.ts know `yaml`, which is loaded at the first
 * question: it is five times slower than js-yaml, and most posts have nothing to ask about.
 */
import { createRequire } from 'node:module';
import type { Document, Node, Pair, ParsedNode, YAMLMap } from 'yaml';
import { type Diagnostic, type Fault, type Fix, type Levels, type Path, severityOf } from '../../diagnostic.ts';
import { codePoints, createPlacer, placeAt, type Spot } from '../text.ts';

/** A YAML text and the line of the file on which it begins. */
export interface YamlSource {
  yaml: string;
  line: number;
}

/** A stretch of the source: offsets in the YAML text (UTF-16 units, the end exclusive). */
export interface Span {
  start: number;
  end: number;
}

const load = createRequire(import.meta.url);
/** The package `yaml`. */
export const yamlPackage = (): typeof import('yaml') => load('yaml');

/** The document, broken or not. */
export function parse(yaml: string): Document.Parsed {
  // Unique keys are js-yaml's business, and quadratic here; so are errors with the source around them.
  const options = {
    schema: 'core',
    uniqueKeys: false,
    logLevel: 'silent',
    merge: false,
    prettyErrors: false,
  } as const;
  const document = yamlPackage().parseDocument(yaml, options);
  if (document.errors.length === 0) return document;
  const text = foldQuoted(yaml);
  // What cannot be read is not read again for nothing: each of its errors has a stack.
  if (text === yaml) return document;
  const folded = yamlPackage().parseDocument(text, options);
  return folded.errors.length === 0 ? folded : document;
}

/** js-yaml lets a text in quotes go on at the very beginning of a line; `yaml` does not. On one line it is as long. */
function foldQuoted(yaml: string): string {
  return yaml.replace(/^[\w-]+:[ \t]+(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^']|'')*')/gm, (text) =>
    /\n\S/.test(text) ? text.replace(/[\r\n]/g, ' ') : text,
  );
}

/**
 * Faults as diagnostics with their places, without those whose rule is off. `source` is what their paths speak of;
 * `fixOf` is asked how each can be mended, where somebody wants to know.
 */
export function toDiagnostics(
  file: string,
  source: YamlSource | undefined,
  faults: readonly Fault[],
  levels: Levels,
  fixOf?: (fault: Fault) => Fix | undefined,
): Diagnostic[] {
  let locate: ReturnType<typeof createLocator> | undefined;
  const told = faults.filter((fault) => severityOf(fault, levels));
  const missed = new Set(told.map((fault) => (fault.rule === 'field-unknown' ? undefined : nameAt(fault))));
  missed.delete(undefined);
  return told.flatMap((fault) => {
    const severity = severityOf(fault, levels);
    // A misspelt name is one slip: whoever says what is missing for it has said it.
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

/** The name of a field at which a fault is, if it is at one. */
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
  /** What stands there. */
  text: string;
}

/** Finds places in one source, as many as there are: each further one takes no reading of the whole. */
function createLocator({ yaml, line: firstLine }: YamlSource): (path: Path, on: 'key' | 'value') => Located {
  const document = parse(yaml);
  const known: Known = { pairs: new Map(), targets: aliasTargets(document) };
  const spotOf = createPlacer(yaml);
  const found = new Map<number, Located & { end: number }>();
  return (path, on) => {
    const { start, end } = spanOf(document, path, on, known);
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

/** What is asked again for each fault: a front matter may have thousands of keys, and as many faults. */
interface Known {
  /** The pairs of each mapping by their keys. */
  pairs: Map<Node, ReadonlyMap<string, AnyPair>>;
  /** What each alias stands for. */
  targets: ReadonlyMap<Node, Node>;
}

/** Each alias means the last node above it that has its name. `yaml` itself reads the whole document for each. */
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

function pairsOf(mapping: YAMLMap, { pairs: known }: Known): ReadonlyMap<string, AnyPair> {
  let pairs = known.get(mapping);
  if (!pairs) {
    const { isScalar } = yamlPackage();
    const scalars = (mapping.items as AnyPair[]).filter(({ key }) => isScalar(key));
    pairs = new Map(scalars.map((pair) => [String((pair.key as ParsedNode & { value: unknown }).value), pair]));
    known.set(mapping, pairs);
  }
  return pairs;
}

/** The span of a key or value; the nearest thing above it that is there where it is not itself. */
function spanOf(document: Document.Parsed, path: Path, on: 'key' | 'value', known: Known): Span {
  const { isMap, isSeq, isAlias } = yamlPackage();
  let node: Node | null = document.contents;
  let span: Span = { start: 0, end: 0 };
  for (const [depth, step] of path.entries()) {
    if (isAlias(node)) node = known.targets.get(node) ?? null;
    if (isMap(node)) {
      const pair = pairsOf(node, known).get(String(step));
      if (!pair) return span;
      const key = rangeOf(pair.key) ?? span;
      if (on === 'key' && depth === path.length - 1) return key;
      span = valueSpan(pair.value, key);
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = (node.items[step] as Node | undefined) ?? null;
      span = rangeOf(node) ?? span;
    } else return span;
  }
  return span;
}

/** An empty value (`title:`) stands behind the colon. */
function valueSpan(value: ParsedNode | null, key: Span): Span {
  const range = rangeOf(value);
  return range && range.end > range.start ? range : { start: key.end + 1, end: key.end + 1 };
}

/** The span of a node, without its anchor and tag. */
export function rangeOf(node: Node | null): Span | undefined {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : undefined;
}

/** Where a text stops being YAML; `open` is the quote or bracket that stands there and is never closed. */
export interface SyntaxError {
  spot: Spot;
  open?: string;
}

/** The first syntax error: the opening quote or bracket where one is left open. Undefined where none is found. */
export function locateSyntaxError(yaml: string, document: Document.Parsed): SyntaxError | undefined {
  const error = document.errors[0] ?? document.warnings[0];
  if (!error) return undefined;
  const open = findUnclosed(document, yaml);
  const spot = placeAt(yaml, open ?? error.pos[0]);
  const character = open === undefined ? undefined : yaml[open];
  return { spot, ...(character !== undefined && { open: character }) };
}

const closers: Record<string, string> = { '"': '"', "'": "'", '[': ']', '{': '}' };

/** The offset of the first quoted text that is not closed; else of the first such list or mapping. */
function findUnclosed(document: Document.Parsed, yaml: string): number | undefined {
  const { visit } = yamlPackage();
  let open: number | undefined;
  visit(document, {
    Node(_, node) {
      const range = rangeOf(node);
      const closer = range && closers[yaml[range.start] ?? ''];
      if (!range || closer === undefined || !(isQuoted(node) || ('flow' in node && node.flow))) return undefined;
      if (range.end - range.start > 1 && yaml[range.end - 1] === closer) return undefined;
      // An open quote hides the brackets behind it.
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

/** Where the first tag (`!!binary`) stands. */
export function locateTag(yaml: string, document: Document.Parsed): Spot | undefined {
  let offset: number | undefined;
  yamlPackage().visit(document, {
    Node(_, node) {
      const start = 'tag' in node && typeof node.tag === 'string' ? node.range?.[0] : undefined;
      const mark = start === undefined ? -1 : yaml.lastIndexOf('!', start - 1);
      if (mark === -1) return undefined;
      // `!!binary` has two of them, and `!a!b` one in its middle.
      offset = mark - (/[^\s[\]{},:]*$/.exec(yaml.slice(Math.max(0, mark - 100), mark))?.[0].length ?? 0);
      return yamlPackage().visit.BREAK;
    },
  });
  return offset === undefined ? undefined : placeAt(yaml, offset);
}

/** Where the first alias stands, or the first of that name (`*name`). */
export function locateAlias(yaml: string, name?: string, document = parse(yaml)): Spot | undefined {
  let offset: number | undefined;
  yamlPackage().visit(document, {
    Alias(_, node) {
      if (name !== undefined && node.source !== name) return undefined;
      offset = node.range?.[0];
      return yamlPackage().visit.BREAK;
    },
  });
  return offset === undefined ? undefined : placeAt(yaml, offset);
}

/** Where the first key stands that is not text: a number, a list, nothing. */
export function findNonStringKey(yaml: string): Spot | undefined {
  const { isScalar, visit } = yamlPackage();
  let offset: number | undefined;
  visit(parse(yaml), {
    Pair(_, pair) {
      const key = pair.key;
      if (isScalar(key) && typeof key.value === 'string') return undefined;
      offset = (key as Node | null)?.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset === undefined ? undefined : placeAt(yaml, offset);
}
