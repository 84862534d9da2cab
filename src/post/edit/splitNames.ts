/** The smallest edit that makes several names of one. */
import type { Path } from '../../diagnostic.ts';
import { locateValue } from '../frontmatter/valueSpan.ts';
import { type Change, firstValidChange, linesOf, openPost, valueAt, withValue } from './patchText.ts';
import { renderings } from './patchValue.ts';

/** Replaces a text by a list of names, or an item of a list by several; undefined if that is not safe. */
export function writeNames(text: string, path: Path, names: readonly string[]): Change | undefined {
  const post = openPost(text);
  const target = post && locateValue(post.yaml, path);
  if (!post || !target || target.isMarked || typeof valueAt(post.data, path) !== 'string') return undefined;
  if (target.style === 'literal' || target.style === 'folded') return undefined;
  const parent = path.slice(0, -1);
  const list = valueAt(post.data, parent);
  const index = path.at(-1);
  const write = (inFlow: boolean): string[] =>
    names.map((name) => renderings(name, { ...target, style: 'plain', inFlow }, post)[0] ?? '');
  if (!Array.isArray(list) || typeof index !== 'number') {
    return firstValidChange(post, withValue(post.data, path, [...names]), [
      { ...target.span, text: `[${write(true).join(', ')}]` },
    ]);
  }
  const data = withValue(post.data, parent, list.toSpliced(index, 1, ...names));
  const lines = linesOf(post.yaml, target.span, /^ *- +$/);
  const between = lines && !target.inFlow ? post.eol + post.yaml.slice(lines.start, target.span.start) : ', ';
  return firstValidChange(post, data, [{ ...target.span, text: write(target.inFlow).join(between) }]);
}
