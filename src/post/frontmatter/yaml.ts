/** YAML text → plain data. The only file that knows js-yaml. Core schema (YAML 1.2.2, 10.3); nothing is executed. */
import { createRequire } from 'node:module';
import type { Fault, Path, Place } from '../../diagnostic.ts';
import { findControlCharacter, placeAt } from '../text.ts';
import { isMapping, type Mapping } from './mapping.ts';
import { findMisplaced } from './misplaced.ts';
import { fieldMistake } from './mistakes/fieldLines.ts';
import { readPlainYaml } from './plainYaml.ts';
import { syntaxFault } from './syntaxErrors.ts';
import { findNonStringKey, locateAlias } from './syntaxPlaces.ts';
import { templateCode } from './valueMistakes.ts';
import { readablyQuoted } from './yamlText.ts';

// Loaded for the first post that needs it. Required, as gray-matter does: imported, it would be loaded twice.
const require = createRequire(import.meta.url);

/** More nodes than front matter of 64 KiB can have without aliases that multiply them. */
const maxNodes = 50_000;

/**
 * Reads a YAML mapping, which is empty if the document is. The lines of a fault are those of the YAML. With `lastWins` a
 * duplicate key is no fault, so that what is wrong beside it can be found.
 */
export function parseYaml(yaml: string, lastWins = false): { data: Mapping } | { fault: Fault } {
  // The plain kind by our own reader, any other by js-yaml.
  const plain = readPlainYaml(yaml);
  if (plain) return { data: plain };
  const control = findControlCharacter(yaml, true);
  if (control) return { fault: controlFault(control.name, placeAt(yaml, control.offset)) };
  const misplaced = findMisplaced(yaml);
  if (misplaced) return { fault: invalid(misplaced.message, misplaced.hint, misplaced.place) };
  const { CORE_SCHEMA, load, YAMLException }: typeof import('js-yaml') = require('js-yaml');
  let data: unknown;
  try {
    data = load(yaml, { schema: CORE_SCHEMA, json: lastWins }) ?? {};
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { fault: syntaxFault(error, yaml, (line) => 'fault' in parseYaml(line)) };
  }
  if (!isMapping(data)) {
    const lines = yaml.split(/\r?\n/);
    const row = lines.findIndex((line) => !/^(?:#.*)?\s*$/.test(line));
    const { message = 'each line must be “name: value”', hint = 'write, for example, title: "Our first meeting"' } =
      fieldMistake(lines, row) ?? {};
    return { fault: invalid(message, hint, { line: row + 1, column: 1 }) };
  }
  const fault = checkTree(data, yaml);
  return fault ? { fault } : { data };
}

function controlFault(name: string, place: Place): Fault {
  return {
    rule: 'control-character',
    message: `invisible character ${name} is not allowed`,
    hint: 'delete it; it often comes with text pasted from another program',
    place,
  };
}

/** What to do about a character that only an escape can have made: `"C:\example"`. */
function escapeHint(source: string): string {
  const inner = /^"(.*)"$/.exec(source)?.[1];
  if (inner === undefined) return 'delete it; it often comes with text pasted from another program';
  return `a backslash in double quotes begins an escape; write ${readablyQuoted(inner)} to keep it, or delete it`;
}

/** The fault of what is YAML, but no front matter. */
function invalid(message: string, hint: string, place: Place): Fault {
  return { rule: 'front-matter-syntax', message, hint, place };
}

/** Walks the tree for forbidden keys and characters, cycles, aliases that multiply, and keys that are not text. */
function checkTree(root: object, yaml: string): Fault | undefined {
  // Only an escape can add a character that is not in the source.
  const escapes = yaml.includes('\\');
  const above = new Set<object>();
  let nodes = 0;
  let allPlain = true;
  const textFault = (text: string, place: Place): Fault | undefined => {
    const control = escapes ? findControlCharacter(text) : undefined;
    return control && { ...controlFault(control.name, place), hint: escapeHint };
  };
  const visit = (node: unknown, path: Path): Fault | undefined => {
    if (++nodes > maxNodes) return aliasFault('aliases (*name) expand to too many values', yaml);
    if (typeof node === 'string') return textFault(node, { path });
    if (typeof node !== 'object' || node === null) return undefined;
    if (above.has(node)) return aliasFault('alias (*name) contains itself', yaml);
    above.add(node);
    const entries: Iterable<[string | number, unknown]> = Array.isArray(node) ? node.entries() : Object.entries(node);
    for (const [key, value] of entries) {
      const here = [...path, key];
      if (typeof key === 'string') {
        const fault = forbiddenKey(key, here) ?? textFault(key, { path: here, on: 'key' });
        if (fault) return fault;
        allPlain &&= isPlainKey(key);
      }
      const fault = visit(value, here);
      if (fault) return fault;
    }
    above.delete(node);
    return undefined;
  };
  return visit(root, []) ?? nonStringKeyFault(yaml, allPlain);
}

function aliasFault(message: string, yaml: string): Fault {
  return invalid(message, 'write the values out instead', locateAlias(yaml) ?? { line: 1, column: 1 });
}

function forbiddenKey(key: string, path: Path): Fault | undefined {
  if (key !== '__proto__' && key !== '<<') return undefined;
  return invalid(`key “${key}” is not allowed`, 'remove the line', { path, on: 'key' });
}

/**
 * The fault of a key that is not a string (`1: x`, `? [a]`, `{a: b}: c`). js-yaml makes it one, so only the source can tell:
 * it is parsed again if a key looks like one of these, or the YAML may have a list or mapping as a key.
 */
function nonStringKeyFault(yaml: string, allPlain: boolean): Fault | undefined {
  const suspicious = !allPlain || /(?:^|[\n\-{,[:])[ \t]*\?[ \t\r\n]/.test(yaml) || /[\]}][ \t]*:/.test(yaml);
  const place = suspicious && findNonStringKey(yaml);
  if (!place) return undefined;
  const isTemplate = /\{\{/.test(yaml.split('\n', place.line)[place.line - 1] ?? '');
  if (isTemplate) return invalid(templateCode, 'replace it with the value', place);
  return invalid('key must be text', 'put it in quotes, or remove the line', place);
}

/** Whether a key can only have been a string. The first test is quick, and enough for nearly all. */
function isPlainKey(key: string): boolean {
  return (/^[a-z_]/i.test(key) || /^[\p{L}@$]/u.test(key)) && !/^(?:null|true|false)$/i.test(key);
}
