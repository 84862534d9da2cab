/** Long JSON in pieces: what a folder has to say may be larger than one text should be. */
import { visibleJson } from './escape.ts';

/** The lines of a list as JSON, as `JSON.stringify(items, null, 2)` writes it at a depth of `indent` blanks, in pieces. */
export function* jsonList<T>(items: readonly T[], toValue: (item: T) => unknown, indent = ''): Generator<string> {
  yield '[';
  for (const [index, item] of items.entries()) {
    const text = visibleJson(JSON.stringify(toValue(item), null, 2)).replaceAll('\n', `\n  ${indent}`);
    yield `${index === 0 ? '' : ','}\n  ${indent}${text}`;
  }
  yield items.length === 0 ? ']' : `\n${indent}]`;
}
