import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import type { Example } from '../../src/checks/rules/rule.ts';
import { type RuleId, ruleIds, rules } from '../../src/checks/rules/rules.ts';
import { rulesPage } from '../support/rulesPage.ts';
import { run } from '../support/site.ts';
import { tempFolder } from '../support/tempFolder.ts';

/** What text cannot show: made here as it is described there. */
const unspeakable: Partial<Record<RuleId, (posts: string) => void>> = {
  encoding: (posts) => writeFileSync(join(posts, 'a.md'), '---\ntitle: caf\xe9\n---\n', 'latin1'),
  'front-matter-too-large': (posts) => writeFileSync(join(posts, 'a.md'), `---\ntitle: ${'x'.repeat(70_000)}\n---\n`),
  'not-a-file': (posts) => symlinkSync('gone.md', join(posts, 'a.md')),
  'too-large': (posts) => writeFileSync(join(posts, 'a.md'), Buffer.alloc(33 * 1024 * 1024, 0x20)),
};

/** A post of these lines; the fields that the example leaves out are filled in. */
function postOf(fields: string, body = 'Text.'): string {
  const keys = fields.split('\n').map((line) => /^(\w+):/.exec(line)?.[1]);
  const others = ['title: "A title"', 'date: 2024-05-14', 'authors: [Ada Example]', 'summary: "A summary."'];
  const missing = others.filter((line) => !keys.includes(line.split(':')[0]));
  return `---\n${[...missing, ...(fields === '' ? [] : [fields])].join('\n')}\n---\n\n${body}\n`;
}

/** Which rules find something in a blog that has the example. */
async function rulesIn(id: RuleId, example: Example, fix = false): Promise<Set<string>> {
  const { file, fields, body, posts, words, config } = example;
  const folder = tempFolder({
    'posts/images/table.png': 'png',
    ...(config !== undefined && { 'blog.config.yaml': config }),
    ...(file !== undefined && { 'posts/a.md': file }),
    ...((fields !== undefined || body !== undefined) && { 'posts/a.md': postOf(fields ?? '', body) }),
  });
  for (const [name, lines] of Object.entries(posts ?? {})) {
    const isDated = /^\d{4}/.test(name);
    const text = postOf(lines);
    // Of a file without a day in its name, the date is what the example may be about.
    writeFileSync(
      join(folder, 'posts', name),
      isDated || lines.includes('date:') ? text : text.replace(/date: .*\n/, ''),
    );
  }
  if (words !== undefined) unspeakable[id]?.(join(folder, 'posts'));
  if (fix) await run(folder, ['validate', '--fix']);
  const { stdout } = await run(folder, ['validate', '--format', 'json', '--rule', `${id}=warn`]);
  return new Set((JSON.parse(stdout).diagnostics as { rule: string }[]).map(({ rule }) => rule));
}

describe.each(ruleIds)('%s', (id) => {
  const { bad, good, summary, why, fixable = false } = rules[id];

  test('its bad example breaks it, and its good one does not', async () => {
    expect(await rulesIn(id, bad)).toContain(id);
    expect(await rulesIn(id, good)).not.toContain(id);
  });

  test('--fix fixes it, or does not claim to', async () => {
    expect((await rulesIn(id, bad, true)).has(id)).toBe(!fixable);
  });

  test('its page is written in sentences, the summary on one line', () => {
    expect(summary).toMatch(/^[A-Z“].{10,110}\.$/);
    expect(why).toMatch(/^[A-Z“0-9].{10,250}[.?]$/);
  });
});

test('docs/rules.md is made from the table', () => {
  const file = fileURLToPath(new URL('../../docs/rules.md', import.meta.url));
  if (process.env['UPDATE_GOLDEN']) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, rulesPage());
  }
  expect(readFileSync(file, 'utf8')).toBe(rulesPage());
});
