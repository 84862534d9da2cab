/** Counts posts, pages of `_site/`, errors and warnings. */
import { compareText, type Diagnostic } from '../../diagnostic.ts';

export type DiagnosticSummary = Readonly<Record<'posts' | 'pages' | 'errors' | 'warnings', number>>;

/** Counts diagnostics by severity. */
export function summarize(posts: number, pages: number, diagnostics: readonly Diagnostic[]): DiagnosticSummary {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return { posts, pages, errors, warnings: diagnostics.length - errors };
}

/** “10 posts, no problems”, “1 post: 2 errors, 1 warning”, “10 posts, 1 page: 1 error”. */
export function formatSummary({ posts, pages, errors, warnings }: DiagnosticSummary): string {
  const found = [errors > 0 && plural(errors, 'error'), warnings > 0 && plural(warnings, 'warning')].filter(Boolean);
  const checked = [
    ...(posts > 0 || pages === 0 ? [plural(posts, 'post')] : []),
    ...(pages > 0 ? [plural(pages, 'page')] : []),
  ];
  return checked.join(', ') + (found.length === 0 ? ', no problems' : `: ${found.join(', ')}`);
}

/** A count as `10,000`. `toLocaleString` loads locale data first, which takes longer than reading a hundred posts. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** A count with its noun: `1 post`, `10,000 posts`. */
export function plural(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** The rules with their severity and the number of their problems and files, the most common first. */
export function countByRule(diagnostics: readonly Diagnostic[]): [rule: string, ...counts: string[]][] {
  const counts = new Map<string, { rule: string; severity: string; problems: number; files: Set<string> }>();
  for (const { rule, severity, file } of diagnostics) {
    // Some rules report some of their problems as errors and others as warnings.
    const key = `${rule} ${severity}`;
    const known = counts.get(key) ?? { rule, severity, problems: 0, files: new Set() };
    counts.set(key, { ...known, problems: known.problems + 1, files: known.files.add(file) });
  }
  return [...counts]
    .sort(([a, one], [b, other]) => other.problems - one.problems || compareText(a, b))
    .map(([, { rule, severity, problems, files }]) => [rule, severity, formatCount(problems), formatCount(files.size)]);
}
