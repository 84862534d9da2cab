/** The table of counts by rule that closes a long report. */
import type { Diagnostic } from '../../diagnostic.ts';
import { countByRule } from '../../report/diagnostics/summary.ts';
import { formatTable } from '../../report/table.ts';
import { loadMeasure } from '../../report/width.ts';
import { type Context, printHint } from '../context.ts';

/** A longer list of problems is hard to survey. */
const fewProblems = 50;

/** Prints a table of the problems by rule if there are many, and how to read about a rule or switch it off. */
export async function printCounts(diagnostics: readonly Diagnostic[], context: Context): Promise<void> {
  const { width } = context.shell.stdout;
  if (width === undefined || diagnostics.length <= fewProblems) return;
  const rows = countByRule(diagnostics);
  const [rule = ''] = rows[0] ?? [];
  const columns = [{ heading: 'Rule' }, { heading: 'Severity' }, { heading: 'Problems' }, { heading: 'Posts' }];
  printHint(formatTable(columns, rows, width, await loadMeasure(rows.flat())), context);
  printHint(`To read about a rule:   blog validate --explain ${rule}`, context);
  printHint(`To switch it off:       blog validate --rule ${rule}=off\n`, context);
}
