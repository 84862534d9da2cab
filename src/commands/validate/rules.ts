/** `blog validate --list-rules` and `--explain`, and rules in its other options. */
import { isRule, ruleIds } from '../../checks/rules/rules.ts';
import type { Levels } from '../../diagnostic.ts';
import { ExitCode, UserError } from '../../errors.ts';
import { didYouMean } from '../../post/nearest.ts';
import { visible } from '../../report/escape.ts';
import { explainRule, formatRules, ruleRows } from '../../report/rules.ts';
import { loadMeasure, wrap } from '../../report/width.ts';
import type { Context } from '../context.ts';
import { openSite } from '../site.ts';

/** Prints every rule with its level: a table on a terminal, else tab-separated lines. Returns the exit code. */
export async function listRules(overrides: Levels, context: Context): Promise<number> {
  const { shell } = context;
  const { config } = await openSite(context);
  const rows = ruleRows({ ...config.rules, ...overrides });
  const { width } = shell.stdout;
  if (width === undefined) shell.out(rows.map((row) => `${row.join('\t')}\n`).join(''));
  else shell.out(formatRules(rows, width, await loadMeasure(rows.flat())));
  return ExitCode.done;
}

/** Prints the page of one rule. Returns the exit code. Throws UserError if there is no such rule. */
export async function printExplanation(rule: string, overrides: Levels, context: Context): Promise<number> {
  if (!isRule(rule)) throw new UserError(unknownRule(rule));
  const { config } = await openSite(context);
  const { out, stdout } = context.shell;
  const { width } = stdout;
  const measure = await loadMeasure(['“']);
  const fit = (line: string): string => (width === undefined ? line : wrap(line, width, measure).join('\n'));
  out(explainRule(rule, { ...config.rules, ...overrides }, fit));
  return ExitCode.done;
}

/** The message for an id that no rule has. */
export function unknownRule(id: string): string {
  const hint = didYouMean(id, ruleIds) ?? 'to list all rules, run: blog validate --list-rules';
  return `unknown rule “${visible(id)}”; ${hint}`;
}
