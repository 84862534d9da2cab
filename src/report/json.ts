/** JSON in pieces: the list of a large folder, or of its problems, would be too long for one string. */
import type { Diagnostic } from '../diagnostic.ts';
import type { DiagnosticSummary } from './diagnostics/summary.ts';
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

/** Problems as `{version, diagnostics, summary}`, in pieces; `version` changes when a field changes its meaning. */
export function* formatJson(diagnostics: readonly Diagnostic[], summary: DiagnosticSummary): Generator<string> {
  yield '{\n  "version": 1,\n  "diagnostics": ';
  yield* jsonList(diagnostics, (one) => one, '  ');
  yield `,\n  "summary": ${JSON.stringify(summary, null, 2).replaceAll('\n', '\n  ')}\n}\n`;
}
