/** YAML text → plain data. The only file that knows js-yaml. Core schema (YAML 1.2.2, 10.3); nothing is executed. */
import { createRequire } from 'node:module';
import type { Fault, Path, Place } from '../../diagnostic.ts';
import { findControlCharacter, placeAt, type Spot } from '../text.ts';
import type { Mapping } from './mapping.ts';
import { readPlainYaml } from './plainYaml.ts';
import { syntaxFault } from './syntaxErrors.ts';
import { findNonStringKey, locateAlias } from './syntaxPlaces.ts';
import { templateCode } from './valueMistakes.ts';

// Loaded for the first post that needs it. Required, as gray-matter does: imported, it would be loaded twice.
const require = createRequire(import.meta.url);

/** More nodes than front matter of 64 KiB can have without aliases that multiply them. */
const maxNodes = 50_000;

/**
 * Reads a YAML mapping: the plain kind by our own reader, any other by js-yaml.
 * `firstLine` is the line of the file on which the YAML begins. An empty document is an empty mapping.
 */
export function parseYaml(yaml: string, firstLine: number): { data: Mapping } | { fault: Fault } {
  const plain = readPlainYaml(yaml);
  if (plain) return { data: plain };
  const control = findControlCharacter(yaml, true);
  if (control) return { fault: controlFault(control.name, shift(placeAt(yaml, control.offset), firstLine)) };
  const { CORE_SCHEMA, load, YAMLException }: typeof import('js-yaml') = require('js-yaml');
  let data: unknown;
  try {
    data = load(yaml, { schema: CORE_SCHEMA });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const fault = syntaxFault(error, yaml, (line) => 'fault' in parseYaml(line, 1));
    return { fault: { ...fault, place: shift(fault.place, firstLine) } };
  }
  if (data === null || data === undefined) return { data: {} };
  if (typeof data !== 'object' || Array.isArray(data)) {
    return { fault: notAMapping(firstLine) };
  }
  const fault = checkTree(data, yaml, firstLine) ?? nonStringKeyFault(data, yaml, firstLine);
  return fault ? { fault } : { data: data as Mapping };
}

function shift(place: Spot, firstLine: number): Spot {
  return { line: place.line + firstLine - 1, column: place.column };
}

function controlFault(name: string, place: Place): Fault {
  return {
    rule: 'control-character',
    message: `invisible character ${name} is not allowed`,
    hint: 'delete it; it often comes with text pasted from another program',
    place,
  };
}

function notAMapping(firstLine: number): Fault {
  return {
    rule: 'front-matter-syntax',
    message: 'each line must be “name: value”',
    hint: 'write, for example, title: "Our first meeting"',
    place: { line: firstLine, column: 1 },
  };
}

/** Walks the tree once for forbidden keys, cycles, aliases that multiply, and characters that no feed can carry. */
function checkTree(root: object, yaml: string, firstLine: number): Fault | undefined {
  // Only an escape can add a character that is not in the source.
  const escapes = yaml.includes('\\');
  const above = new Set<object>();
  let nodes = 0;
  const visit = (node: unknown, path: Path): Fault | undefined => {
    if (++nodes > maxNodes) return aliasFault('aliases (*name) expand to too many values', yaml, firstLine);
    if (typeof node === 'string') return escapes ? textFault(node, { path }) : undefined;
    if (typeof node !== 'object' || node === null) return undefined;
    if (above.has(node)) return aliasFault('alias (*name) contains itself', yaml, firstLine);
    above.add(node);
    const entries: Iterable<[string | number, unknown]> = Array.isArray(node) ? node.entries() : Object.entries(node);
    for (const [key, value] of entries) {
      const here = [...path, key];
      const fault = (typeof key === 'string' ? keyFault(key, here, escapes) : undefined) ?? visit(value, here);
      if (fault) return fault;
    }
    above.delete(node);
    return undefined;
  };
  return visit(root, []);
}

function aliasFault(message: string, yaml: string, firstLine: number): Fault {
  const place = shift(locateAlias(yaml) ?? { line: 1, column: 1 }, firstLine);
  return { rule: 'front-matter-syntax', message, hint: 'write the values out instead', place };
}

function textFault(text: string, place: Place): Fault | undefined {
  const control = findControlCharacter(text);
  return control && controlFault(control.name, place);
}

function keyFault(key: string, path: Path, escapes: boolean): Fault | undefined {
  if (key === '__proto__' || key === '<<') {
    return {
      rule: 'front-matter-syntax',
      message: `key “${key}” is not allowed`,
      hint: 'remove the line',
      place: { path, on: 'key' },
    };
  }
  return escapes ? textFault(key, { path, on: 'key' }) : undefined;
}

/**
 * The fault of a key that is not a string (`1: x`, `? [a]`, `{a: b}: c`). js-yaml makes it one, so only the source can tell:
 * it is parsed again if a key looks like one of these, or the YAML may have a list or mapping as a key.
 */
function nonStringKeyFault(data: object, yaml: string, firstLine: number): Fault | undefined {
  const suspicious =
    /(?:^|[\n\-{,[:])[ \t]*\?[ \t\r\n]/.test(yaml) || /[\]}][ \t]*:/.test(yaml) || mayHaveNonStringKey(data, new Set());
  const place = suspicious && findNonStringKey(yaml);
  if (!place) return undefined;
  const isTemplate = /\{\{/.test(yaml.split('\n', place.line)[place.line - 1] ?? '');
  return {
    rule: 'front-matter-syntax',
    message: isTemplate ? templateCode : 'key must be text',
    hint: isTemplate ? 'replace it with the value' : 'put it in quotes, or remove the line',
    place: shift(place, firstLine),
  };
}

function mayHaveNonStringKey(node: unknown, seen: Set<object>): boolean {
  if (typeof node !== 'object' || node === null || seen.has(node)) return false;
  seen.add(node);
  if (Array.isArray(node)) return node.some((item) => mayHaveNonStringKey(item, seen));
  return Object.entries(node).some(([key, value]) => !isPlainKey(key) || mayHaveNonStringKey(value, seen));
}

/** Whether a key can only have been a string. The first test is quick, and enough for nearly all. */
function isPlainKey(key: string): boolean {
  return (/^[a-z_]/i.test(key) || /^[\p{L}@$]/u.test(key)) && !/^(?:null|true|false)$/i.test(key);
}
