/** What `validate` expects only where it is usual, and how it sums up many problems. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { run, siteOf } from '../support/site.ts';
import { tempFolder } from '../support/tempFolder.ts';

/** A folder of posts, the first of which have another field as well. */
function folderOf(total: number, having: number, field: string, config?: string): string {
  const posts = Array.from({ length: total }, (_, at): [string, string[]] => [
    `2024-01-0${at + 1}-a.md`,
    [`title: T${at}`, `date: 2024-01-0${at + 1}`, ...(at < having ? [field] : [])],
  ]);
  return siteOf(Object.fromEntries(posts), config);
}

async function missing(folder: string, rule: string, ...args: string[]): Promise<number> {
  const { stdout } = await run(folder, ['validate', ...args]);
  return stdout.split('\n').filter((line) => line.endsWith(`(${rule})`)).length;
}

describe.each([
  ['authors-missing', 'authors: Ada'],
  ['authors-missing', 'byline: Words by Ada'],
  ['summary-missing', 'summary: S.'],
  ['categories-missing', 'categories: [Events]'],
])('%s, %s', (rule, field) => {
  test.each([
    [4, 0, 0],
    [4, 1, 0],
    [4, 2, 2],
    [4, 3, 1],
    [3, 1, 0],
    [1, 0, 0],
  ])('of %i posts %i have it: %i warnings', async (total, having, warnings) => {
    expect(await missing(folderOf(total, having, field), rule)).toBe(warnings);
  });

  test('where it is asked for', async () => {
    expect(await missing(folderOf(4, 1, field), rule, '--rule', `${rule}=warn`)).toBe(3);
    expect(await missing(folderOf(4, 1, field, `rules: { ${rule}: error }\n`), rule)).toBe(3);
    expect(await missing(folderOf(4, 3, field, `rules: { ${rule}: off }\n`), rule)).toBe(0);
  });
});

test('categories are asked for by a config that lists them', async () => {
  const config = 'categories: [Events]\n';
  expect(await missing(folderOf(4, 1, 'categories: [Events]', config), 'categories-missing')).toBe(3);
});

describe('the table of counts', () => {
  const stdout = { width: 80, color: 0 } as const;
  const posts = (count: number): string =>
    tempFolder({
      'posts/a.md': `---\ntitle: A\ndate: 2024-01-01\n---\n${'# B\n\n'.repeat(count)}`,
      'posts/b.md': '---\ntitle: B\ndate: 2024-01-01\nextra1: 1\n---\nx\n',
    });

  test('closes a report of more than fifty problems on a terminal', async () => {
    const { stderr } = await run(posts(51), ['validate'], { stdout });
    expect(stderr).toMatch(/heading-title +warning +51 +1\n/);
    expect(stderr).toMatch(/field-unknown +warning +1 +1\n/);
    expect(stderr).toContain('blog validate --explain heading-title');
    expect(stderr).toContain('blog validate --rule heading-title=off');
  });

  test('counts the errors and the warnings of a rule separately', async () => {
    const lines = ['title: A', 'date: 2024-01-01', 'tags: [1]', 'authors: [ada@example.org, bo@example.org]'];
    const folder = siteOf({ 'a.md': lines });
    writeFileSync(join(folder, 'posts/b.md'), `---\ntitle: B\ndate: 2024-01-02\n---\n${'# B\n\n'.repeat(51)}`);
    const { stderr } = await run(folder, ['validate'], { stdout });
    expect(stderr).toMatch(/field-type +error +1 +1\n/);
    expect(stderr).toMatch(/field-type +warning +2 +1\n/);
  });

  test('says how to switch the rule off for good', async () => {
    const folder = posts(51);
    const [, setting = ''] =
      /For good: +in blog\.config\.yaml, (.*)\n/.exec((await run(folder, ['validate'], { stdout })).stderr) ?? [];
    expect(setting).toBe('rules: { heading-title: off }');
    writeFileSync(join(folder, 'blog.config.yaml'), `${setting}\n`);
    expect((await run(folder, ['validate'], { stdout })).stderr).toBe('2 posts: 1 warning\n');
  });

  test('says how to keep the fields of a theme, but not what a few posts have or what is a typo', async () => {
    const lines = (at: number): string[] => [
      ...[`title: T${at}`, 'date: 2024-01-01', 'sidebox: left', '"hero style": x', 'sumary: S'],
      ...(at < 4 ? ['oddity: 1'] : []),
    ];
    const all = Array.from({ length: 30 }, (_, at): [string, string[]] => [`${at}.md`, lines(at)]);
    const folder = siteOf(Object.fromEntries(all), 'extra_fields: [room]\n');
    const { stderr } = await run(folder, ['validate'], { stdout });
    const [, setting = ''] = /To keep these fields: +in blog\.config\.yaml, (.*)\n/.exec(stderr) ?? [];
    expect(setting).toBe('extra_fields: [room, sidebox, "hero style"]');
    writeFileSync(join(folder, 'blog.config.yaml'), `${setting}\n`);
    const after = await run(folder, ['validate', '--format', 'compact'], { stdout });
    expect(after.stdout).not.toMatch(/sidebox|hero style/);
    expect(after.stdout).toMatch(/oddity/);
    expect((await run(folder, ['validate', 'posts/0.md'], { stdout })).stderr).not.toContain('To keep');
  });

  test('is not in a short report, a file or with --quiet', async () => {
    expect((await run(posts(49), ['validate'], { stdout })).stderr).not.toContain('--explain');
    expect((await run(posts(51), ['validate'])).stderr).not.toContain('--explain');
    expect((await run(posts(51), ['-q', 'validate'], { stdout })).stderr).toBe('');
  });
});

describe('unknown fields', () => {
  const hintsOf = async (...lines: string[]): Promise<string> => {
    const folder = siteOf({ 'a.md': ['title: A', 'date: 2024-01-01', ...lines] });
    const { stdout } = await run(folder, ['validate', '--format', 'json']);
    return (JSON.parse(stdout).diagnostics as { hint?: string }[]).map(({ hint }) => hint ?? '').join('\n');
  };

  test.each([
    [['image_url: p.png'], 'remove it'],
    [['image_atl: p.png'], 'image_alt'],
    [['authors:', '  - name: Ada', 'role: student'], 'indent it like “name”'],
    [['authors:', '  name: Ada', 'email: a@example.org'], 'indent it like “name”'],
    [['summary: We met', 'and said: hello'], 'summary: "We met and said: hello"'],
  ])('%j', async (lines, hint) => {
    expect(await hintsOf(...lines)).toContain(hint);
  });
});
