/** Writes about rules: for a terminal, and docs/rules.md. */
import type { Example } from '../checks/rules/rule.ts';
import { isRule, type RuleId, ruleGroups, ruleIds, rules } from '../checks/rules/rules.ts';
import type { Levels } from '../diagnostic.ts';

/** Id, level and summary of every rule, in the order of the table. A level other than the default says so. */
export function ruleRows(levels: Levels): [id: string, level: string, summary: string][] {
  return ruleIds.map((id) => {
    const { level: preset, summary } = rules[id];
    const level = levels[id] ?? preset;
    return [id, level === preset ? level : `${level} (default: ${preset})`, summary];
  });
}

/** The page of one rule as plain text, for `--explain`. */
export function explainRule(id: RuleId, levels: Levels): string {
  const { level: preset, summary, why, bad, good, fixable } = rules[id];
  const level = levels[id] ?? preset;
  const other = level === 'off' ? 'warn' : 'off';
  const indent = (text: string): string => text.replace(/^(?=.)/gm, '    ');
  return `${id}  ${level}${fixable ? ', can be fixed automatically: blog validate --fix' : ''}

${summary}
${why}

Bad:

${indent(exampleText(bad))}

Good:

${indent(exampleText(good))}

Set its level to off, warn or error: blog validate --rule ${id}=${other}
or in blog.config.yaml: rules: { ${id}: ${other} }
`;
}

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

/** An example as it looks in an editor, with the names of its files if there are several. */
function exampleText({ file, fields, body, posts, words, config }: Example): string {
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
