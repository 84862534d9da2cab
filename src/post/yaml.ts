/** YAML text → plain data. The only file that knows js-yaml. Spec section 2: core schema, nothing executed. */
import { createRequire } from 'node:module';
import type { Fault, Path, Place } from '../diagnostic.ts';
import { locateAlias, locateKeyThatIsNoText, locateSyntaxError } from './locate.ts';
import { readPlainYaml } from './plainYaml.ts';
import { findControlCharacter, placeAt, type Spot } from './text.ts';

// Loaded for the first post that needs it; required, because gray-matter requires it, too, and imported it would be
// loaded in both its forms.
const require = createRequire(import.meta.url);

export type Mapping = Record<string, unknown>;

/** More nodes than any front matter of 64 KiB has, unless aliases multiply them. */
const maxNodes = 50_000;

/**
 * Reads a YAML mapping: the plain kind by itself, any other by js-yaml.
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
    return { fault: syntaxFault(error, yaml, firstLine) };
  }
  if (data === null || data === undefined) return { data: {} };
  if (typeof data !== 'object' || Array.isArray(data)) {
    return { fault: notAMapping(firstLine) };
  }
  const fault = checkTree(data, yaml, firstLine) ?? oddKeyFault(data, yaml, firstLine);
  return fault ? { fault } : { data: data as Mapping };
}

function shift(place: Spot, firstLine: number): Spot {
  return { line: place.line + firstLine - 1, column: place.column };
}

function controlFault(name: string, place: Place): Fault {
  return {
    rule: 'control-character',
    message: `the invisible character ${name} is not allowed here`,
    hint: 'delete it: it often comes along when text is pasted from another program',
    place,
  };
}

function notAMapping(firstLine: number): Fault {
  return {
    rule: 'front-matter-syntax',
    message: 'each line must be a name, a colon, a blank and a value',
    hint: 'for example: title: "Our first meeting"',
    place: { line: firstLine, column: 1 },
  };
}

/** What a slip looks like, and what to do about it; the first that fits the line is said. */
function slipHint(line: string, reason: string): string | undefined {
  if (/^[ ]*\t/.test(line)) return 'indent with blanks: YAML does not allow tabs';
  const colon = /^\s*(?:- +)?([\w-]+):[ \t]+([^"'[{|>&*!#][^#]*:(?:[ \t].*)?)$/.exec(line);
  if (colon?.[2]) {
    if (colon[2].length > 200) return 'put a text that has a colon in quotes';
    const text = colon[2].trim().replaceAll('\\', '\\\\').replaceAll('"', '\\"');
    return `put a text that has a colon in quotes: ${colon[1]}: "${text}"`;
  }
  if (/^[\w-]+:[^\s:/]/.test(line)) return 'put a blank after the colon';
  if (/^\s*[\w-]+:[ \t]+[@`%]/.test(line)) return 'put a text that begins with @, ` or % in quotes';
  if (/^\s*[\w-]+:[ \t]+\*/.test(line)) return 'put a text that begins with * in quotes';
  if (/^\s*[\w-]+:[ \t]+(["']).*\1\s*\S/.test(line)) {
    return 'a text in quotes ends at the next quote of the same kind: write \\" for one inside "…"';
  }
  if (/^[\w-]+[ \t]*$/.test(line)) return 'put a colon after the name';
  if (reason.startsWith('expected a single document')) return 'take the line ... out';
  if (reason.startsWith('unknown tag')) return 'put a text that begins with ! in quotes';
  return undefined;
}

/** js-yaml's reasons in words for people; what is not here is shown as it is. */
const reasons: Record<string, string> = {
  'expected a single document in the stream, but found more': 'a line ... ends the YAML, and there is more behind it',
  'duplicated mapping key': 'this field stands here a second time',
  'bad indentation of a mapping entry': 'this line does not fit: an unquoted text with a colon, or a wrong indentation',
  'bad indentation of a sequence entry': 'this line of the list is not indented like the others',
  'end of the stream or a document separator is expected': 'this line does not belong to what stands before it',
  'can not read a block mapping entry; a multiline key may not be an implicit key':
    'a line without “name: value”, or text after a closing quote',
  'can not read an implicit mapping entry; a colon is missed': 'a colon is missing in this line',
  'tab characters must not be used in indentation': 'a tab stands where blanks must indent',
  'missed comma between flow collection entries': 'a comma is missing between the entries of […] or {…}',
  'unknown escape sequence': 'a backslash in "…" begins an escape, and this one does not exist',
};

/** Where a line `...` or `---` ends the YAML before its end. */
function locateSeparator(lines: readonly string[]): Spot | undefined {
  const row = lines.findIndex((line) => /^(?:\.{3}|---)(?:\s|$)/.test(line));
  return row === -1 ? undefined : { line: row + 1, column: 1 };
}

function messageOf(reason: string): string {
  if (reason.startsWith('nesting exceeded')) return 'lists or mappings are nested too deeply';
  if (reason.startsWith('unknown tag')) return 'YAML reads the ! as a mark for a special kind of value';
  if (reason.startsWith('unidentified alias'))
    return 'YAML reads the * as a reference to another value, and there is none';
  return reasons[reason] ?? `this is not YAML: ${reason}`;
}

function syntaxFault(error: import('js-yaml').YAMLException, yaml: string, firstLine: number): Fault {
  const { mark, reason } = error;
  const known = reason === 'duplicated mapping key' || reason.startsWith('nesting exceeded');
  const lines = yaml.split(/\r?\n/);
  // Its own lines end at a return alone, too; the file's do not.
  const marked = placeAt(yaml, Math.min(mark?.position ?? 0, yaml.length));
  // js-yaml notices many faults only after they are over: an open quote at the end of the file.
  const located = known ? undefined : locateSyntaxError(yaml);
  const alias = /^unidentified alias "(.*)"$/s.exec(reason)?.[1];
  const place =
    (alias !== undefined && locateAlias(yaml, alias)) ||
    (reason.startsWith('expected a single document') && locateSeparator(lines)) ||
    (located?.spot ?? marked);
  const message = located?.open ? `the ${located.open} here is never closed` : messageOf(reason);
  // The line above is where a slip often is: one is noticed only at the next line.
  const hint =
    reason === 'duplicated mapping key'
      ? 'keep one of the two'
      : (slipHint(lines[place.line - 1] ?? '', reason) ?? slipHint(lines[place.line - 2] ?? '', reason));
  return {
    rule: 'front-matter-syntax',
    message,
    ...(hint !== undefined && { hint }),
    place: shift(place, firstLine),
  };
}

/**
 * Walks the whole tree once: forbidden keys, cycles, aliases that multiply, characters that no feed can carry.
 */
function checkTree(root: object, yaml: string, firstLine: number): Fault | undefined {
  // Only an escape can bring in a character that the source does not show.
  const escapes = yaml.includes('\\');
  const above = new Set<object>();
  let nodes = 0;
  const visit = (node: unknown, path: Path): Fault | undefined => {
    if (++nodes > maxNodes) return aliasFault('aliases (*name) repeat more than a post can hold', yaml, firstLine);
    if (typeof node === 'string') return escapes ? textFault(node, { path }) : undefined;
    if (typeof node !== 'object' || node === null) return undefined;
    if (above.has(node)) return aliasFault('an alias (*name) contains itself', yaml, firstLine);
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
      message: `“${key}” is not allowed as a name`,
      hint: 'take the line out',
      place: { path, on: 'key' },
    };
  }
  return escapes ? textFault(key, { path, on: 'key' }) : undefined;
}

/**
 * Keys that are no texts (`1: x`, `? [a]`, `{a: b}: c`) reach us as texts, so only the source can tell. It is asked
 * when a key looks like one of them, or when the text has the signs of a key that is a list or a mapping.
 */
function oddKeyFault(data: object, yaml: string, firstLine: number): Fault | undefined {
  const suspicious =
    /(?:^|[\n\-{,[:])[ \t]*\?[ \t\r\n]/.test(yaml) || /[\]}][ \t]*:/.test(yaml) || hasOddKey(data, new Set());
  const place = suspicious && locateKeyThatIsNoText(yaml);
  if (!place) return undefined;
  return {
    rule: 'front-matter-syntax',
    message: 'a name must be text',
    hint: 'put it in quotes, or take the line out',
    place: shift(place, firstLine),
  };
}

function hasOddKey(node: unknown, seen: Set<object>): boolean {
  if (typeof node !== 'object' || node === null || seen.has(node)) return false;
  seen.add(node);
  if (Array.isArray(node)) return node.some((item) => hasOddKey(item, seen));
  return Object.entries(node).some(([key, value]) => !isPlainKey(key) || hasOddKey(value, seen));
}

/** Whether a key can only have been text. The first test is quick, and enough for nearly all. */
function isPlainKey(key: string): boolean {
  return (/^[a-z_]/i.test(key) || /^[\p{L}@$]/u.test(key)) && !/^(?:null|true|false)$/i.test(key);
}
