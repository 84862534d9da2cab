/** JSON in pieces: the list of a large folder, or of its problems, would be too long for one string. */
import type { Diagnostic } from '../diagnostic.ts';
import type { DiagnosticSummary } from './diagnostics/summary.ts';
import { visibleJson } from './escape.ts';

/** A list as JSON in pieces, formatted like `JSON.stringify(items, null, 2)` and indented by `indent`. */
export function* jsonList<T>(items: Iterable<T>, toValue: (item: T) => unknown, indent = ''): Generator<string> {
  yield '[';
  let isEmpty = true;
  for (const item of items) {
    const text = visibleJson(JSON.stringify(toValue(item), null, 2)).replaceAll('\n', `\n  ${indent}`);
    yield `${isEmpty ? '' : ','}\n  ${indent}${text}`;
    isEmpty = false;
  }
  yield isEmpty ? ']' : `\n${indent}]`;
}

/**
 * Problems as `{version, diagnostics, summary}`, in pieces; `version` changes when a field changes its meaning. `summarise` is
 * called after the last problem.
 */
export function* formatJson(diagnostics: Iterable<Diagnostic>, summarise: () => DiagnosticSummary): Generator<string> {
  yield '{\n  "version": 1,\n  "diagnostics": ';
  yield* jsonList(diagnostics, (one) => one, '  ');
  yield `,\n  "summary": ${JSON.stringify(summarise(), null, 2).replaceAll('\n', '\n  ')}\n}\n`;
}
