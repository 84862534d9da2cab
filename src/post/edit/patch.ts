/**
 * The smallest edits of a post's text that change a field. Each function verifies its result: the new text reads as the old
 * one with only that field changed. It returns undefined if that is impossible: the front matter is invalid, the field is
 * missing, or an anchor shares its value.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Edit, Path } from '../../diagnostic.ts';
import { locateValue, type ValueSpan } from '../frontmatter/valueSpan.ts';
import type { Span } from '../frontmatter/yamlDocument.ts';
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

/** Replaces a scalar or empty value, in its style; with `as`, a plain one in double quotes. */
export function setField(text: string, path: Path, value: Scalar, as?: 'double'): Change | undefined {
  const post = openPost(text);
  const target = post && locateValue(post.yaml, path);
  if (!post || !target || target.isMarked || target.style === 'list' || target.style === 'mapping') return undefined;
  const old = post.yaml.slice(target.span.start, target.span.end);
  const data = withValue(post.data, path, value);
  if (isDeepStrictEqual(data, post.data)) return { edits: [], text };
  const style = as === 'double' && target.style === 'plain' ? { ...target, style: as } : target;
  return firstValidChange(post, data, renderings(value, style, old, post.eol), (written) => [
    { ...target.span, text: written },
  ]);
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
  const old = post.yaml.slice(span.start, span.end);
  const written = style === 'plain' ? [keyText(key)] : renderings(key, { ...target, style }, old, post.eol);
  return firstValidChange(post, data, written, (name) => [{ ...span, text: name }]);
}

/** Adds a missing field after the field `after`, by default the last one. A list gets a line for each item. */
export function insertField(
  text: string,
  key: string,
  value: Scalar | readonly string[],
  after?: string,
): Change | undefined {
  const post = openPost(text);
  const root = post && locateValue(post.yaml, []);
  if (!post || !root || Object.hasOwn(post.data, key)) return undefined;
  const data = { ...post.data, [key]: typeof value === 'object' ? [...value] : value };
  const before = after === undefined ? undefined : locateValue(post.yaml, [after])?.key?.span.start;
  const previous = root.parts.find(({ start }) => start === before) ?? root.parts.at(-1);
  return firstValidChange(post, data, fieldTexts(key, value, root, post), (field) => [
    insertion(post.yaml, field, root, previous),
  ]);
}

function insertion(yaml: string, field: string, root: ValueSpan, previous: Span | undefined): Edit {
  if (root.inFlow) {
    const at = previous?.end ?? root.span.start + 1;
    return { start: at, end: at, text: previous ? `, ${field}` : field };
  }
  const at = previous ? lineEnd(yaml, previous.end) : yaml.length;
  return { start: at, end: at, text: field };
}

function fieldTexts(
  key: string,
  value: Scalar | readonly string[],
  root: ValueSpan,
  { yaml, eol }: OpenPost,
): string[] {
  const target: ValueSpan = { ...root, style: 'plain', parts: [] };
  const name = keyText(key);
  const shortest = (one: Scalar): string[] => renderings(one, target, '', eol);
  if (typeof value !== 'object') {
    return shortest(value).map((one) =>
      root.inFlow ? `${name}: ${one}` : `${indentOf(yaml, root)}${name}: ${one}${eol}`,
    );
  }
  const items = value.map((one) => shortest(one)[0] ?? '');
  if (root.inFlow || items.length === 0) {
    const flow = `${name}: [${items.join(', ')}]`;
    return [root.inFlow ? flow : `${indentOf(yaml, root)}${flow}${eol}`];
  }
  const indent = indentOf(yaml, root);
  return [`${indent}${name}:${eol}${items.map((item) => `${indent}  - ${item}${eol}`).join('')}`];
}

/** Removes a field with the comment on its line; comments on their own lines stay. */
export function removeField(text: string, key: string): Change | undefined {
  const post = openPost(text);
  const root = post && locateValue(post.yaml, []);
  const start = post && locateValue(post.yaml, [key])?.key?.span.start;
  const index = root?.parts.findIndex((part) => part.start === start) ?? -1;
  if (!post || !root || index === -1) return undefined;
  const { [key]: _, ...data } = post.data;
  const span = root.inFlow ? flowPart(root.parts, index) : linesOf(post.yaml, root.parts[index]);
  return span && checkedChange(post, [{ ...span, text: '' }], data);
}

function indentOf(yaml: string, { parts }: ValueSpan): string {
  const first = parts.map((part) => linesOf(yaml, part)?.start ?? -1).findIndex((start) => start !== -1);
  const part = parts[first];
  return part ? ' '.repeat(part.start - (linesOf(yaml, part)?.start ?? part.start)) : '';
}
