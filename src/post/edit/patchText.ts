/** A post's text divided, edited, and read again to verify the result: the basis of every patch. */
import { isDeepStrictEqual } from 'node:util';
import type { Edit, Patch, Path } from '../../diagnostic.ts';
import { splitPost } from '../frontmatter/frontMatter.ts';
import type { Mapping } from '../frontmatter/mapping.ts';
import type { Span } from '../frontmatter/yamlDocument.ts';

/** A change of a post's text: its edits, and the text after them. */
export interface Change {
  edits: Patch;
  text: string;
}

/** A change, and what it does, in verbs that read the same before and after it: put, set, cut. */
export interface TextFix extends Change {
  description: string;
}

/** The parts of a post whose front matter is valid. */
export interface OpenPost {
  text: string;
  yaml: string;
  /** The offset of the YAML in the text. */
  start: number;
  data: Mapping;
  body: string;
  /** The line break in use, LF or CRLF. */
  eol: string;
}

/** The text after the edits. */
export function applyPatch(text: string, patch: Patch): string {
  let after = '';
  let at = 0;
  for (const { start, end, text: replacement } of patch) {
    after += text.slice(at, start) + replacement;
    at = end;
  }
  return after + text.slice(at);
}

/** The parts of a post; undefined if its front matter is invalid. */
export function openPost(text: string): OpenPost | undefined {
  const parts = splitPost(text);
  if ('fault' in parts) return undefined;
  const start = text.indexOf('\n') + 1;
  const { yaml, body } = parts;
  return { text, yaml, start, body, data: copy(parts.data), eol: text[start - 2] === '\r' ? '\r\n' : '\n' };
}

/** The edits (offsets in the YAML) as a change, if the result reads as `data` and the body stays the same. */
export function checkedChange(post: OpenPost, edits: Patch, data: Mapping): Change | undefined {
  const moved = edits.map(({ start, end, text }) => ({ start: start + post.start, end: end + post.start, text }));
  const text = applyPatch(post.text, moved);
  const after = openPost(text);
  return after && after.body === post.body && isDeepStrictEqual(after.data, data) ? { edits: moved, text } : undefined;
}

/** The change by the first of the edits whose result reads as `data`; undefined if there is none. */
export function firstValidChange(post: OpenPost, data: Mapping, edits: readonly Edit[]): Change | undefined {
  for (const edit of edits) {
    const change = checkedChange(post, [edit], data);
    if (change) return change;
  }
  return undefined;
}

/** The value at a path; undefined if there is none. */
export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    data,
  );
}

/** A copy of the data with another value at a path. */
export function withValue<T>(data: T, path: Path, value: unknown): T {
  const [step, ...rest] = path;
  if (step === undefined) return value as T;
  const result = (Array.isArray(data) ? [...data] : { ...data }) as Record<string | number, unknown>;
  result[step] = withValue(result[step], rest, value);
  return result as T;
}

/** A deep copy in which aliases no longer share values, so that a change of one does not verify for both. */
function copy<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copy) as T;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copy(one)])) as T;
}

/** The span of a part of a flow collection, with its comma. */
export function flowPart(parts: readonly Span[], index: number): Span | undefined {
  const [before, part, next] = [parts[index - 1], parts[index], parts[index + 1]];
  if (!part) return undefined;
  return next ? { start: part.start, end: next.start } : { start: before?.end ?? part.start, end: part.end };
}

/** The span of all lines of a part; undefined if something other than `lead` precedes it. */
export function linesOf(yaml: string, part: Span | undefined, lead = /^ *$/): Span | undefined {
  if (!part) return undefined;
  const start = yaml.lastIndexOf('\n', part.start - 1) + 1;
  return lead.test(yaml.slice(start, part.start)) ? { start, end: lineEnd(yaml, part.end) } : undefined;
}

/** The start of the next line, where a block scalar already ends. */
export function lineEnd(yaml: string, offset: number): number {
  if (yaml[offset - 1] === '\n') return offset;
  const end = yaml.indexOf('\n', offset);
  return end === -1 ? yaml.length : end + 1;
}
