/**
 * The smallest edits of a post's text that change a field, or an item of a list. Each function verifies its result: the new
 * text reads as the old one with only that changed. It returns undefined if that is impossible: the front matter is invalid,
 * the field is missing, or an anchor shares its value.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Edit, Path } from '../../diagnostic.ts';
import { keyNamed } from '../fields/names.ts';
import { isAbsent } from '../fields/texts.ts';
import type { Mapping } from '../frontmatter/mapping.ts';
import { locateValue, type ValueSpan } from '../frontmatter/valueSpan.ts';
import {
  type Change,
  checkedChange,
  firstValidChange,
  flowPart,
  lineEnd,
  linesOf,
  type OpenPost,
  openPost,
  valueAt,
  withValue,
} from './patchText.ts';
import { keyText, renderings, type Scalar } from './patchValue.ts';

/** Replaces a scalar or empty value, in its style; with `as`, a plain one in double quotes. An empty list has no style. */
export function setField(text: string, path: Path, value: Scalar, as?: 'double'): Change | undefined {
  const post = openPost(text);
  const target = post && locateValue(post.yaml, path);
  if (!post || !target || target.isMarked) return undefined;
  const isCollection = target.style === 'list' || target.style === 'mapping';
  if (isCollection && !isAbsent(valueAt(post.data, path))) return undefined;
  const data = withValue(post.data, path, value);
  if (isDeepStrictEqual(data, post.data)) return { edits: [], text };
  const style = isCollection ? 'plain' : target.style;
  const written = { ...target, style: as === 'double' && style === 'plain' ? as : style };
  const edits = renderings(value, written, post).map((text) => ({ ...target.span, text }));
  return firstValidChange(post, data, edits);
}

/** Renames a field, in the quotes of the old name. */
export function renameKey(text: string, path: Path, key: string): Change | undefined {
  const post = openPost(text);
  const target = post && locateValue(post.yaml, path);
  if (!post || !target?.key || target.isMarked) return undefined;
  const parent = valueAt(post.data, path.slice(0, -1));
  if (typeof parent !== 'object' || parent === null || Object.hasOwn(parent, key)) return undefined;
  const renamed = Object.entries(parent).map(([name, value]) => [name === path.at(-1) ? key : name, value]);
  const data = withValue(post.data, path.slice(0, -1), Object.fromEntries(renamed));
  const { span, style } = target.key;
  const names = style === 'plain' ? [keyText(key)] : renderings(key, { ...target, span, style }, post);
  const edits = names.map((name) => ({ ...span, text: name }));
  return firstValidChange(post, data, edits);
}

/**
 * Adds a missing field after the field `after`, by default the last one. A list gets a line for each item. A field of that
 * name that is empty, however it is spelt, gets the text instead: a second one would be its duplicate.
 */
export function insertField(
  text: string,
  key: string,
  value: Scalar | readonly string[],
  after?: string,
): Change | undefined {
  const post = openPost(text);
  const root = post && locateValue(post.yaml, []);
  if (!post || !root) return undefined;
  const present = keyNamed(post.data, key);
  if (present !== undefined) {
    return isAbsent(post.data[present]) && typeof value !== 'object' ? setField(text, [present], value) : undefined;
  }
  const data = { ...post.data, [key]: typeof value === 'object' ? [...value] : value };
  const before = after === undefined ? undefined : locateValue(post.yaml, [after])?.key?.span.start;
  const previous = root.parts.find(({ start }) => start === before) ?? root.parts.at(-1);
  const lineStart = previous ? lineEnd(post.yaml, previous.end) : post.yaml.length;
  const start = root.inFlow ? (previous?.end ?? root.span.start + 1) : lineStart;
  const lead = root.inFlow && previous ? ', ' : '';
  const edits = fieldTexts(key, value, root, post).map((field) => ({ start, end: start, text: lead + field }));
  return firstValidChange(post, data, edits);
}

/** A new field as YAML: in braces, or on lines of its own with the indentation of the others. */
function fieldTexts(key: string, value: Scalar | readonly string[], root: ValueSpan, post: OpenPost): string[] {
  const { inFlow } = root;
  const [indent, eol] = inFlow ? ['', ''] : [indentOf(post.yaml, root), post.eol];
  const name = `${indent}${keyText(key)}`;
  const shortest = (one: Scalar): string[] => renderings(one, { ...root, style: 'plain' }, post);
  if (typeof value !== 'object') return shortest(value).map((one) => `${name}: ${one}${eol}`);
  const items = value.map((one) => shortest(one)[0] ?? '');
  if (inFlow || items.length === 0) return [`${name}: [${items.join(', ')}]${eol}`];
  return [`${name}:${eol}${items.map((item) => `${indent}  - ${item}${eol}`).join('')}`];
}

function indentOf(yaml: string, { parts }: ValueSpan): string {
  for (const part of parts) {
    const lines = linesOf(yaml, part);
    if (lines) return yaml.slice(lines.start, part.start);
  }
  return '';
}

/** Removes a field with the comment on its line; comments on their own lines stay. */
export function removeField(text: string, key: string): Change | undefined {
  const post = openPost(text);
  const root = post && locateValue(post.yaml, []);
  const start = post && locateValue(post.yaml, [key])?.key?.span.start;
  const index = root?.parts.findIndex((part) => part.start === start) ?? -1;
  if (!post || !root || index === -1) return undefined;
  const { [key]: _, ...data } = post.data;
  return removePart(post, root, index, data);
}

/** Removes an item of a list that has others. */
export function removeItem(text: string, path: Path, index: number): Change | undefined {
  const post = openPost(text);
  const target = post && locateValue(post.yaml, path);
  const items = post && valueAt(post.data, path);
  if (!post || !target || target.isMarked || !Array.isArray(items) || items.length < 2) return undefined;
  return removePart(post, target, index, withValue(post.data, path, items.toSpliced(index, 1)));
}

/** Removes a part of a collection: in a block all of its lines, which begin with spaces, and in a list with a hyphen. */
function removePart(
  post: OpenPost,
  { inFlow, parts, style }: ValueSpan,
  index: number,
  data: Mapping,
): Change | undefined {
  const span = inFlow
    ? flowPart(parts, index)
    : linesOf(post.yaml, parts[index], style === 'list' ? /^ *- +$/ : /^ *$/);
  return span && checkedChange(post, [{ ...span, text: '' }], data);
}

/** Appends a text to a list. A single text becomes a list of two; an empty or missing field, a list of one. */
export function appendItem(text: string, name: string, value: string): Change | undefined {
  const post = openPost(text);
  const key = post && keyNamed(post.data, name);
  if (key === undefined) return insertField(text, name, [value]);
  const target = post && locateValue(post.yaml, [key]);
  if (!post || !target || target.isMarked || target.style === 'mapping') return undefined;
  const old = post.data[key];
  const items: unknown[] = Array.isArray(old) ? old : isAbsent(old) ? [] : [old];
  const isList = target.style === 'list';
  const isBlock = isList && !target.inFlow;
  const edits = renderings(value, { ...target, style: 'plain', inFlow: !isBlock }, post).map((written) => {
    if (!isList) return toList(post, target, items, written);
    return isBlock ? newLine(post, target, written) : newFlowItem(post.yaml, target, written);
  });
  return firstValidChange(post, { ...post.data, [key]: [...items, value] }, edits);
}

function toList({ yaml, eol }: OpenPost, { span, style }: ValueSpan, items: readonly unknown[], written: string): Edit {
  const old = yaml.slice(span.start, span.end);
  const isBlockText = style === 'literal' || style === 'folded';
  const first = isBlockText || /[,[\]{}\n]/.test(old) ? JSON.stringify(items[0]) : old;
  const list = items.length === 0 ? `[${written}]` : `[${first}, ${written}]`;
  return { ...span, text: `${style === 'empty' ? ' ' : ''}${list}${isBlockText ? eol : ''}` };
}

/** A new item on a line below the last one. */
function newLine({ yaml, eol }: OpenPost, { span, parts }: ValueSpan, written: string): Edit {
  const at = lineEnd(yaml, parts.at(-1)?.end ?? span.end);
  const indent = ' '.repeat(span.start - (yaml.lastIndexOf('\n', span.start - 1) + 1));
  return { start: at, end: at, text: `${indent}- ${written}${eol}` };
}

/** A new item after the last one, separated like the last two: a list may have a line for each item. */
function newFlowItem(yaml: string, { span, parts }: ValueSpan, written: string): Edit {
  const [before, last] = parts.slice(-2);
  const end = (last ?? before)?.end;
  if (end === undefined) return { start: span.start + 1, end: span.start + 1, text: written };
  const between = before && last ? yaml.slice(before.end, last.start) : ', ';
  const comma = /^\s*,/.exec(yaml.slice(end, span.end))?.[0].length;
  const gap = /^,\s+$/.test(between) ? between : ', ';
  if (comma === undefined) return { start: end, end, text: gap + written };
  return { start: end + comma, end: end + comma, text: gap.slice(1) + written };
}
