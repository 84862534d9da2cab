/** A post's text → front matter and body. The only file that knows gray-matter. */
import { createRequire } from 'node:module';
import type { Fault } from '../../diagnostic.ts';
import { conflictFaults, yamlConflict } from '../faults/conflicts.ts';
import { detached } from '../text.ts';
import { findFences, maxFrontMatter } from './fences.ts';
import type { YamlSource } from './locate.ts';
import type { Mapping } from './mapping.ts';
import { readPlainYaml } from './plainYaml.ts';
import { parseYaml } from './yaml.ts';

const load = createRequire(import.meta.url);

/** The line of the file on which front matter begins. */
const firstLine = 2;

export interface FrontMatter extends YamlSource {
  data: Mapping;
  body: string;
  /** The line of the file on which the body begins, 1-based. */
  bodyLine: number;
}

/** A post's front matter, as plain data, and its body. A fault that hides only the data comes with the YAML (`source`). */
export function splitPost(text: string): FrontMatter | { fault: Fault; source?: YamlSource } {
  const fences = findFences(text);
  if ('rule' in fences) return { fault: conflictFaults(text, 1)[0] ?? fences };
  const { bodyStart } = fences;
  // What is kept of a post is cut from its YAML, and must not keep a much longer text in memory.
  const yaml = text.length > 2 * bodyStart ? detached(fences.yaml) : fences.yaml;
  const source = { yaml, line: firstLine };
  // A character takes three bytes at most.
  if (yaml.length * 3 > maxFrontMatter && Buffer.byteLength(yaml) > maxFrontMatter) return { fault: tooLarge };
  const conflict = yamlConflict(text, yaml, firstLine);
  if (conflict) return { fault: conflict, source };
  const body = text.slice(bodyStart);
  const bodyLine = firstLine + countLines(yaml);
  const plain = readPlainYaml(yaml);
  if (plain) return { yaml, line: firstLine, data: plain, body, bodyLine };
  const parts = readWithMatter(yaml, body);
  return 'fault' in parts ? { ...parts, source } : { ...source, ...parts, bodyLine };
}

/** Counted without cutting them out. */
function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** A post's front matter with its fences, and its body as `splitPost` returns it; undefined if a fence is missing. */
export function cutPost(text: string): { head: string; body: string } | undefined {
  const fences = findFences(text);
  if ('rule' in fences) return undefined;
  return { head: text.slice(0, fences.bodyStart), body: text.slice(fences.bodyStart) };
}

/** Reads YAML of any kind. Its fences were checked: gray-matter would take `----` for one, and run `---js`. */
function readWithMatter(yaml: string, body: string): { data: Mapping; body: string } | { fault: Fault } {
  const stray = yaml.split('\n').findIndex((line) => line.startsWith('---'));
  if (stray === 0) return { fault: strayFence(stray) };
  const parsed = parseYaml(yaml);
  if ('fault' in parsed) return { fault: inFile(parsed.fault) };
  if (stray !== -1) return { fault: strayFence(stray) };
  // Loaded for the first post that is not of the plain kind.
  const matter: typeof import('gray-matter') = load('gray-matter');
  // gray-matter looks for comments with an expression that is quadratic in empty lines, so long runs are shortened for it.
  const shortened = yaml.trimEnd().replace(/\s{256,}/g, '\n ');
  const engines = { yaml: (): Mapping => parsed.data, json: refuse, javascript: refuse, js: refuse };
  // With options it neither caches its results nor shares them.
  const { data, content } = matter(`---\n${shortened}\n---\n${body}`, { language: 'yaml', engines });
  return { data, body: content };
}

/** A fault of the YAML, with its line in the file. */
function inFile(fault: Fault): Fault {
  const { place } = fault;
  return 'path' in place ? fault : { ...fault, place: { ...place, line: place.line + firstLine - 1 } };
}

/** The fault of a line at which gray-matter would end the front matter, though it is not exactly a fence. */
function strayFence(row: number): Fault {
  return {
    rule: 'front-matter-syntax',
    message: 'line begins with --- but is not a closing fence',
    hint: 'write --- alone to close the front matter, or remove the line',
    place: { line: row + firstLine, column: 1 },
  };
}

function refuse(): never {
  throw new Error('only YAML is read');
}

const tooLarge: Fault = {
  rule: 'front-matter-too-large',
  message: 'front matter is larger than 64 KiB',
  hint: 'move text below the closing ---',
  place: { line: 1, column: 1 },
};
