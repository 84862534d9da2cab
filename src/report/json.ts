/** JSON in pieces: the list of a large folder would be too long for one string. */
import { visibleJson } from './escape.ts';

/** A list as JSON in pieces, formatted like `JSON.stringify(items, null, 2)` and indented by `indent`. */
export function* jsonList<T>(items: readonly T[], toValue: (item: T) => unknown, indent = ''): Generator<string> {
  yield '[';
  for (const [index, item] of items.entries()) {
    const text = visibleJson(JSON.stringify(toValue(item), null, 2)).replaceAll('\n', `\n  ${indent}`);
    yield `${index === 0 ? '' : ','}\n  ${indent}${text}`;
  }
  yield items.length === 0 ? ']' : `\n${indent}]`;
}
