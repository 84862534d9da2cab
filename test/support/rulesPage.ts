/** The page about all rules. */
import type { Example } from '../../src/checks/rules/rule.ts';
import { isRule, type RuleId, ruleGroups, ruleIds, rules } from '../../src/checks/rules/rules.ts';
import { exampleText } from '../../src/report/rules.ts';

/** docs/rules.md, which a test compares with the table. */
export function rulesPage(): string {
  const parts = [
    '# The rules of `blog validate`\n',
    'Generated from the tables in `src/checks/rules/`: edit those, then run the tests with `UPDATE_GOLDEN=1`.\n',
    'To set the level of a rule to `off`, `warn` or `error`, use `--rule ID=LEVEL`, or `rules:` in `blog.config.yaml`.\n',
    '| rule | default | problem |\n| --- | --- | --- |',
    ...ruleIds.map((id) => `| [\`${id}\`](#${id}) | ${rules[id].level} | ${escapeMarkdown(rules[id].summary)} |`),
  ];
  for (const [heading, group] of Object.entries(ruleGroups)) {
    parts.push(`\n## ${heading}`, ...Object.keys(group).filter(isRule).map(ruleSection));
  }
  return `${parts.join('\n')}\n`;
}

function escapeMarkdown(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\{[{%].*?[}%]\}|<[^>]*>/g, '`$&`');
}

function ruleSection(id: RuleId): string {
  const { level, summary, why, bad, good, fixable } = rules[id];
  const block = (example: Example): string =>
    example.words === undefined ? `\`\`\`text\n${exampleText(example)}\n\`\`\`` : exampleText(example);
  return `
### ${id}

${escapeMarkdown(summary)} ${escapeMarkdown(why)}

Default: ${level}.${fixable ? ' Fixed by `blog validate --fix`, where there is only one possible fix.' : ''}

Bad:

${block(bad)}

Good:

${block(good)}`;
}
