/** Diagnostics as data. Spec section 5. */
import type { Diagnostic } from '../../diagnostic.ts';
import { visibleJson } from '../escape.ts';
import type { DiagnosticSummary } from './summary.ts';

/** `{version, diagnostics, summary}`; `version` changes when a field loses its meaning. */
export function formatJson(diagnostics: readonly Diagnostic[], summary: DiagnosticSummary): string {
  return `${visibleJson(JSON.stringify({ version: 1, diagnostics, summary }, null, 2))}\n`;
}
