/** `blog validate --list-rules` and `--explain`. Spec section 5. */
import { defaultLevels, isRule, type Levels } from '../../diagnostic.ts';
import { ExitCode, UserError } from '../../errors.ts';
import { nearest } from '../../post/nearest.ts';
import { visible } from '../../report/escape.ts';
import { explainRule, ruleRows } from '../../report/rules.ts';
import { formatTable } from '../../report/table.ts';
import { loadMeasure } from '../../report/width.ts';
import type { Context } from '../context.ts';
import { openSite } from '../site.ts';

/** Prints every rule with its level: a table on a terminal, else a line each with tabs. */
export async function listRules(given: Levels, context: Context): Promise<number> {
  const { shell } = context;
  const rows = ruleRows(await levelsOf(given, context));
  const { width } = shell.stdout;
  if (width === undefined) shell.out(rows.map((row) => `${row.join('\t')}\n`).join(''));
  else {
    const columns = [{ heading: 'Rule' }, { heading: 'Level' }, { heading: 'Finds', flexible: true }];
    shell.out(formatTable(columns, rows, width, await loadMeasure(rows.flat())));
  }
  return ExitCode.done;
}

/** Prints all about one rule. Throws UserError where there is no such rule. */
export async function printExplanation(rule: string, given: Levels, context: Context): Promise<number> {
  if (!isRule(rule)) {
    const meant = nearest(rule, Object.keys(defaultLevels));
    const hint = meant === undefined ? '“blog validate --list-rules” names them all' : `did you mean ${meant}?`;
    throw new UserError(`there is no rule “${visible(rule)}”: ${hint}`);
  }
  context.shell.out(explainRule(rule, await levelsOf(given, context)));
  return ExitCode.done;
}

async function levelsOf(given: Levels, context: Context): Promise<Levels> {
  const { config } = await openSite(context);
  return { ...config.rules, ...given };
}
