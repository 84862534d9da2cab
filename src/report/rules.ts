/** Writes about rules. */
import type { Example } from '../checks/rules/rule.ts';
import { type RuleId, ruleIds, rules } from '../checks/rules/rules.ts';
import type { Levels } from '../diagnostic.ts';
import { formatTable, gap, naturalWidths } from './table.ts';
import { type Measure, wrap } from './width.ts';

/** Id, level and summary of every rule, in the order of the table. A level other than the default says so. */
export function ruleRows(levels: Levels): [id: string, level: string, summary: string][] {
  return ruleIds.map((id) => {
    const { level: preset, summary } = rules[id];
    const level = levels[id] ?? preset;
    return [id, level === preset ? level : `${level} (default: ${preset})`, summary];
  });
}

/** In fewer columns its summary is below a rule. */
const narrowest = 24;

/** Rows of `ruleRows` for a terminal: a table, in which the name of a rule is never cut. */
export function formatRules(rows: readonly (readonly string[])[], width: number, measure: Measure): string {
  const columns = [{ heading: 'Rule' }, { heading: 'Level' }, { heading: 'Problem', flexible: true }];
  const [rule = 0, level = 0] = naturalWidths(columns, rows, measure);
  if (width - rule - level - 2 * gap >= narrowest) return formatTable(columns, rows, width, measure);
  const below = (summary: string): string[] => wrap(summary, width - 4, measure).map((row) => `    ${row}`);
  return rows.map(([id, one, summary = '']) => `${[`${id}  ${one}`, ...below(summary)].join('\n')}\n`).join('');
}

/** The page of one rule as plain text, for `--explain`; `fitted` breaks its longer lines, but for the examples. */
export function explainRule(id: RuleId, levels: Levels, fitted = (line: string): string => line): string {
  const { level: preset, summary, why, bad, good, fixable } = rules[id];
  const level = levels[id] ?? preset;
  const other = level === 'off' ? 'warn' : 'off';
  const indent = (text: string): string => text.replace(/^(?=.)/gm, '    ');
  return `${fitted(`${id}  ${level}${fixable ? ', can be fixed automatically: blog validate --fix' : ''}`)}

${fitted(summary)}
${fitted(why)}

Bad:

${indent(exampleText(bad))}

Good:

${indent(exampleText(good))}

${fitted(`Set its level to off, warn or error: blog validate --rule ${id}=${other}`)}
${fitted(`or in blog.config.yaml: rules: { ${id}: ${other} }`)}
`;
}

/** An example as it looks in an editor, with the names of its files if there are several. */
export function exampleText({ file, fields, body, posts, words, config }: Example): string {
  const files = {
    ...(config !== undefined && { 'blog.config.yaml': config, 'the post': fields ?? '' }),
    ...posts,
  };
  const parts = [
    file?.trimEnd(),
    config === undefined ? fields : undefined,
    body !== undefined && fields !== undefined ? `---\n\n${body}` : body,
    ...Object.entries(files).map(([name, lines]) => `${name}\n${lines.replace(/^/gm, '  ')}`),
    words,
  ];
  return parts.filter((part) => part !== undefined).join('\n');
}
