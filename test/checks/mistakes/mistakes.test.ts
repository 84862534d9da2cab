/**
 * The table of mistakes: what `--fix`, or a hint that is followed to the letter, makes of each is what its author meant, and
 * what only the author can decide is never decided in silence. A post that was meant as a draft is never published on the way.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { run } from '../../support/site.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import type { Meant, Mistake } from './mistake.ts';
import { mistakes } from './mistakes.ts';

interface Finding {
  file: string;
  rule: string;
  message: string;
  hint?: string;
}

/** The blog of a row: its folder, and the path of its post. */
function blogOf({ text, file = 'a.md', beside, config }: Mistake): { folder: string; path: string } {
  const path = `posts/${file}`;
  const settings = config === undefined ? {} : { 'blog.config.yaml': config };
  return { folder: tempFolder({ ...beside, ...settings, [path]: text }), path };
}

const quiet = ['authors-missing', 'summary-missing', 'categories-missing'].flatMap((rule) => ['--rule', `${rule}=off`]);

/** The problems of a row’s post; with `--fix`, those that are left. */
async function problemsOf(folder: string, path: string, ...args: string[]): Promise<Finding[]> {
  const { stdout } = await run(folder, ['validate', '--format', 'json', ...quiet, ...args]);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Finding[] };
  return diagnostics.filter(({ file }) => file === path);
}

/** The posts that `list` reads, by path; it leaves out those that are invalid. */
async function readPosts(folder: string): Promise<Map<string, Record<string, unknown>>> {
  const { stdout } = await run(folder, ['list', '--format', 'json']);
  const posts = JSON.parse(stdout) as ({ file: string } & Record<string, unknown>)[];
  return new Map(posts.map((post) => [post.file, post]));
}

/** The fields that the row speaks of; undefined of a post that is left out. That of a draft must not be published. */
async function readFields(folder: string, path: string, meant: Meant): Promise<Meant | undefined> {
  const post = (await readPosts(folder)).get(path);
  if (meant.draft === true) expect(post?.['status']).not.toBe('published');
  return post && Object.fromEntries(Object.keys(meant).map((key) => [key, post[key]]));
}

async function expectNotPublished(folder: string, path: string, meant: Meant): Promise<void> {
  if (meant.draft === true) await readFields(folder, path, meant);
}

const rulesOf = ({ rule }: Mistake): readonly string[] => (typeof rule === 'string' ? [rule] : rule);

function isOfRule(row: Mistake): (finding: Finding) => boolean {
  return ({ rule }) => rulesOf(row).includes(rule);
}

/** That one problem of the row’s rules says what the row asks for, and none has a hint that would mislead. */
function expectTold(problems: readonly Finding[], row: Mistake): void {
  const said = problems.map(({ rule, message }) => `${rule}: ${message}`).join('\n');
  expect(said).toMatch(new RegExp(`^(?:${rulesOf(row).join('|')}): `, 'm'));
  const own = problems.filter(isOfRule(row));
  const { hint, names, wrongHint } = row;
  if (hint !== undefined) expect(own.map((one) => one.hint ?? '').join('\n')).toMatch(hint);
  if (names !== undefined) expect(own.map(({ message }) => message).join('\n')).toMatch(names);
  if (wrongHint) expect(problems.map((one) => one.hint ?? '').join('\n')).not.toMatch(wrongHint);
}

async function checkFix(row: Mistake): Promise<void> {
  const { folder, path } = blogOf(row);
  expectTold(await problemsOf(folder, path), row);
  await expectNotPublished(folder, path, row.meant);
  expect((await problemsOf(folder, path, '--fix')).filter(isOfRule(row))).toEqual([]);
  expect(await readFields(folder, path, row.meant)).toEqual(row.meant);
  const text = readFileSync(join(folder, path), 'utf8');
  await problemsOf(folder, path, '--fix');
  expect(readFileSync(join(folder, path), 'utf8')).toBe(text);
}

/** What `--fix` makes of a post that it need not fix: nothing, or what was meant. */
async function checkRestraint(row: Mistake): Promise<void> {
  const { folder, path } = blogOf(row);
  await expectNotPublished(folder, path, row.meant);
  await problemsOf(folder, path, '--fix');
  await expectNotPublished(folder, path, row.meant);
  if (readFileSync(join(folder, path), 'utf8') === row.text) return;
  const fields = await readFields(folder, path, row.meant);
  if (fields) expect(fields).toEqual(row.meant);
}

async function checkHint(row: Mistake): Promise<void> {
  const { folder, path } = blogOf(row);
  const [from, to] = row.typed ?? ['', ''];
  expect(row.text).toContain(from);
  expectTold(await problemsOf(folder, path), { ...row, hint: row.hint ?? to });
  writeFileSync(
    join(folder, path),
    row.text.replace(from, () => to),
  );
  expect((await problemsOf(folder, path)).filter(isOfRule(row))).toEqual([]);
  expect(await readFields(folder, path, row.meant)).toEqual(row.meant);
  await checkRestraint(row);
}

async function checkTold(row: Mistake): Promise<void> {
  const { folder, path } = blogOf(row);
  expectTold(await problemsOf(folder, path), row);
  await checkRestraint(row);
}

async function checkRead(row: Mistake): Promise<void> {
  const { folder, path } = blogOf(row);
  expect((await problemsOf(folder, path, '--fix')).filter(isOfRule(row))).toEqual([]);
  expect(readFileSync(join(folder, path), 'utf8')).toBe(row.text);
  expect(await readFields(folder, path, row.meant)).toEqual(row.meant);
}

const checks = { fix: checkFix, hint: checkHint, told: checkTold, read: checkRead };

describe.each(Object.entries(mistakes))('%s', (_, rows) => {
  test.each(rows.map((row): [string, string, Mistake] => [row.answer, row.name, row]))(
    '%s: %s',
    async (answer, _name, row) => {
      await checks[answer as keyof typeof checks](row);
    },
  );
});

test('the table has mistakes of all kinds, each under a name of its own', () => {
  const all = Object.values(mistakes).flat();
  expect(all.filter(({ answer }) => answer !== 'read').length).toBeGreaterThan(150);
  for (const rows of Object.values(mistakes)) {
    const names = rows.map(({ answer, name }) => `${answer} ${name}`);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  }
});
