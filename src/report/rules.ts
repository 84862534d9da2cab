/** What is written about rules: for a terminal, and for docs/rules.md. */
import type { Example, RuleDoc, RuleGroup } from '../checks/rules/doc.ts';
import { rules } from '../checks/rules.ts';
import { defaultLevels, type Level, type Levels, type RuleId } from '../diagnostic.ts';

const groups: Readonly<Record<RuleGroup, string>> = {
  file: 'The file',
  fields: 'Fields',
  'across posts': 'Across posts',
  body: 'The text',
  partnership: 'Partnership',
};

/** Id, level and summary of every rule, in the order of the table. A level that is not the default says so. */
export function ruleRows(levels: Levels): [id: string, level: string, summary: string][] {
  return entries().map(([id, { summary }]) => {
    const level: Level = levels[id] ?? defaultLevels[id];
    return [id, level === defaultLevels[id] ? level : `${level} (default: ${defaultLevels[id]})`, summary];
  });
}

function entries(): [RuleId, RuleDoc][] {
  return Object.entries(rules) as [RuleId, RuleDoc][];
}

/** All about one rule, for `--explain`. */
export function explainRule(id: RuleId, levels: Levels): string {
  const { summary, why, bad, good, fixable } = rules[id];
  const level = levels[id] ?? defaultLevels[id];
  const indent = (text: string): string => text.replace(/^(?=.)/gm, '    ');
  return `${id}  ${level}${fixable ? ', --fix can mend it' : ''}

${summary}
${why}

Instead of

${indent(exampleText(bad))}

write

${indent(exampleText(good))}

Set it to off, warn or error: blog validate --rule ${id}=${level === 'off' ? 'warn' : 'off'}
or for good in blog.config.yaml: rules: { ${id}: ${level === 'off' ? 'warn' : 'off'} }
`;
}

/** docs/rules.md: a test keeps it equal to the table. */
export function rulesPage(): string {
  const parts = [
    '# The rules of `blog validate`\n',
    'Made from the table in `src/checks/rules.ts`; to change this page, change the table, and run the tests with `UPDATE_GOLDEN=1`.',
    'A rule is set to `off`, `warn` or `error` with `--rule ID=LEVEL`, or for good in `blog.config.yaml` under `rules:`.\n',
    '| rule | default | finds |\n| --- | --- | --- |',
    ...entries().map(([id, { summary }]) => `| [\`${id}\`](#${id}) | ${defaultLevels[id]} | ${cell(summary)} |`),
  ];
  for (const [group, heading] of Object.entries(groups)) {
    parts.push(`\n## ${heading}`);
    for (const [id, doc] of entries()) if (doc.group === group) parts.push(ruleSection(id, doc));
  }
  return `${parts.join('\n')}\n`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\{[{%].*?[}%]\}|<[^>]*>/g, '`$&`');
}

function ruleSection(id: RuleId, { summary, why, bad, good, fixable }: RuleDoc): string {
  const block = (example: Example): string =>
    example.words === undefined ? `\`\`\`text\n${exampleText(example)}\n\`\`\`` : exampleText(example);
  const note = `Default: ${defaultLevels[id]}.${fixable ? ' `--fix` can mend it.' : ''}`;
  return `
### ${id}

${cell(summary)} ${cell(why)}

${note}

Instead of

${block(bad)}

write

${block(good)}`;
}

/** An example as one would see it in an editor. */
function exampleText({ file, fields, body, posts, words, config }: Example): string {
  const several = Object.entries(posts ?? {}).map(([name, lines]) => `${name}\n${lines.replace(/^/gm, '  ')}`);
  const parts = [
    config === undefined
      ? undefined
      : `blog.config.yaml\n  ${config}\nthe post\n${(fields ?? '').replace(/^/gm, '  ')}`,
    file?.trimEnd(),
    config === undefined ? fields : undefined,
    body === undefined ? undefined : fields === undefined ? body : `---\n\n${body}`,
    ...several,
    words,
  ];
  return parts.filter((part) => part !== undefined).join('\n');
}
