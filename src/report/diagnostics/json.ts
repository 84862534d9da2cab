/** Diagnostics as JSON. */
import type { Diagnostic } from '../../diagnostic.ts';
import { jsonList } from '../json.ts';
import type { DiagnosticSummary } from './summary.ts';

/** `{version, diagnostics, summary}` in pieces; `version` changes when a field changes its meaning. */
export function* formatJson(diagnostics: readonly Diagnostic[], summary: DiagnosticSummary): Generator<string> {
  yield '{\n  "version": 1,\n  "diagnostics": ';
  yield* jsonList(diagnostics, (one) => one, '  ');
  yield `,\n  "summary": ${JSON.stringify(summary, null, 2).replaceAll('\n', '\n  ')}\n}\n`;
}
