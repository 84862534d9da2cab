/** Edits that add or remove an item of a list, verified as in patch.ts. */
import type { Edit, Path } from '../../diagnostic.ts';
import { locateValue, type ValueSpan } from '../frontmatter/valueSpan.ts';
import { insertField } from './patch.ts';
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
import { renderings } from './patchValue.ts';

/** Appends a text to a list. A single text becomes a list of two; an empty or missing field, a list of one. */
export function appendItem(text: string, path: Path, value: string): Change | undefined {
  const post = openPost(text);
  if (!post) return undefined;
  const [key] = path;
  if (path.length === 1 && key !== undefined && !Object.hasOwn(post.data, key)) {
    return insertField(text, String(key), [value]);
  }
  const target = locateValue(post.yaml, path);
  const old = valueAt(post.data, path);
  if (!target || target.isMarked || (old !== null && typeof old === 'object' && !Array.isArray(old))) return undefined;
  const items: unknown[] = Array.isArray(old) ? old : old === null || old === '' ? [] : [old];
  const data = withValue(post.data, path, [...items, value]);
  const isBlock = target.style === 'list' && !isFlow(post.yaml, target);
  const item: ValueSpan = { ...target, style: 'plain', inFlow: !isBlock };
  return firstValidChange(post, data, renderings(value, item, '', post.eol), (written) => [
    target.style !== 'list'
      ? toList(post, target, items, written)
      : isBlock
        ? newLine(post, target, written)
        : newFlowItem(post.yaml, target, written),
  ]);
}

function isFlow(yaml: string, target: ValueSpan): boolean {
  return yaml[target.span.start] === '[';
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

/** Removes an item of a list that has others. */
export function removeItem(text: string, path: Path, index: number): Change | undefined {
  const post = openPost(text);
  const target = post && locateValue(post.yaml, path);
  const items = post && valueAt(post.data, path);
  if (!post || target?.style !== 'list' || target.isMarked || !Array.isArray(items) || items.length < 2)
    return undefined;
  const data = withValue(
    post.data,
    path,
    items.filter((_, at) => at !== index),
  );
  const span = isFlow(post.yaml, target)
    ? flowPart(target.parts, index)
    : linesOf(post.yaml, target.parts[index], /^ *- +$/);
  return span && checkedChange(post, [{ ...span, text: '' }], data);
}
