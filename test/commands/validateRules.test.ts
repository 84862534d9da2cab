import { describe, expect, test } from '@jest/globals';
import { ruleIds, rules } from '../../src/checks/rules/rules.ts';
import { otherPost } from '../support/findings.ts';
import { run, siteOf } from '../support/site.ts';
import { tempFolder } from '../support/tempFolder.ts';

describe('--list-rules', () => {
  test('piped: a line each, with tabs', async () => {
    const { status, stdout } = await run(siteOf({}), ['validate', '--list-rules']);
    expect(status).toBe(0);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(rows.map(([id, level]) => [id, level])).toEqual(ruleIds.map((id) => [id, rules[id].level]));
    expect(rows.every(([, , summary]) => summary?.endsWith('.'))).toBe(true);
  });

  test('the levels are those of the config and of --rule, beside the defaults', async () => {
    const folder = siteOf({}, 'rules: { id-missing: warn, title-too-long: warn }\n');
    const { stdout } = await run(folder, ['validate', '--list-rules', '--rule', 'link-broken=off']);
    expect(stdout).toContain('id-missing\twarn (default: off)\t');
    expect(stdout).toContain('title-too-long\twarn\t');
    expect(stdout).toContain('link-broken\toff (default: error)\t');
  });

  test('on a terminal: a table that fits', async () => {
    const { stdout } = await run(siteOf({}), ['validate', '--list-rules'], { stdout: { width: 80, color: 0 } });
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^Rule +Level +Problem$/i);
    expect(lines.every((line) => line.length <= 80)).toBe(true);
    expect(lines).toHaveLength(ruleIds.length + 1);
  });

  test('on a narrow terminal no rule is cut, and no word broken', async () => {
    for (const args of [[], ['--rule', 'control-character=off']]) {
      const { stdout } = await run(siteOf({}), ['validate', '--list-rules', ...args], {
        stdout: { width: 40, color: 0 },
      });
      const lines = stdout.trimEnd().split('\n');
      expect(lines.flatMap((line) => /^[a-z]\S+/.exec(line) ?? [])).toEqual([...ruleIds]);
      expect(lines.every((line) => line.length <= 40)).toBe(true);
      expect(stdout.replace(/\s+/g, ' ')).toContain(rules['encoding'].summary);
    }
  });

  test('it needs no posts', async () => {
    expect((await run(tempFolder(), ['validate', '--list-rules'])).status).toBe(0);
  });
});

describe('--explain', () => {
  test.each([40, 80])('on a terminal of %i columns no word is broken', async (width) => {
    for (const rule of ['reviewer-missing', 'title-missing', 'date-invalid']) {
      const piped = await run(siteOf({}), ['validate', '--explain', rule]);
      const { stdout } = await run(siteOf({}), ['validate', '--explain', rule], { stdout: { width, color: 0 } });
      expect(stdout.split(/\s+/)).toEqual(piped.stdout.split(/\s+/));
      const prose = stdout.split('\n').filter((line) => !line.startsWith('    '));
      expect(prose.filter((line) => line.length > width)).toEqual([]);
    }
  });

  test('why, a bad and a good example, and how to turn it off', async () => {
    const { status, stdout } = await run(siteOf({}), ['validate', '--explain', 'link-broken']);
    expect(status).toBe(0);
    expect(stdout).toBe(`link-broken  error

A link points to a file or post that does not exist (only a warning for a page of the site).
Relative paths start at the post’s own file. A link to a heading that the post does not have (#part), or to your own computer (http://localhost), is only a warning. Other sites are not asked.

Bad:

    See [our report](report-2024.pdf).

Good:

    See [our report](https://example.org/report-2024.pdf).

Set its level to off, warn or error: blog validate --rule link-broken=off
or in blog.config.yaml: rules: { link-broken: off }
`);
  });

  test('an unknown rule: exit 2, and the one that was meant', async () => {
    const { status, stdout, stderr } = await run(siteOf({}), ['validate', '--explain', 'link-brokn']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('did you mean “link-broken”?');
  });
});

describe('rules across posts', () => {
  /** `file:line:column rule` of every finding. */
  async function found(files: Readonly<Record<string, string>>, config?: string): Promise<string[]> {
    const posts = Object.entries(files).map(([name, text]) => [`posts/${name}`, text]);
    const folder = tempFolder({
      ...Object.fromEntries(posts),
      ...(config !== undefined && { 'blog.config.yaml': config }),
    });
    const { stdout } = await run(folder, ['validate']);
    return stdout.split('\n').flatMap((line) => {
      const [, place, rule] = /^posts\/(.*?:\d+:\d+): .*\(([\w-]+)\)$/.exec(line) ?? [];
      return place === undefined ? [] : [`${place} ${rule}`];
    });
  }

  const named = (names: string): string => otherPost(`categories: ${names}`);
  const many = Object.fromEntries([1, 2, 3, 4].map((day) => [`2024-04-0${day}-x${day}.md`, named('[Announcements]')]));
  const off = 'rules: { date-filename-mismatch: off }\n';

  test('a category beside a commoner one, in a list and alone', async () => {
    expect(await found({ ...many, 'a.md': named('[Events, Anouncements]') }, off)).toEqual([
      'a.md:6:22 category-near-duplicate',
    ]);
    expect(await found({ ...many, 'a.md': named('announcements') }, off)).toEqual([
      'a.md:6:13 category-near-duplicate',
    ]);
  });

  test('no false alarm for names that the config has', async () => {
    const config = `${off}categories: [Announcements, Anouncements]\n`;
    expect(await found({ ...many, 'a.md': named('[Anouncements]') }, config)).toEqual([]);
  });

  test('an author beside a commoner one, unless the config knows both', async () => {
    const by = (author: string): string => otherPost().replace('authors: Ada Example', `authors: ${author}`);
    const files = {
      ...Object.fromEntries([1, 2, 3, 4].map((day) => [`2024-04-0${day}-x${day}.md`, by('Ruxandra Cālin (student)')])),
      'a.md': by('[Ada Example, Ruxandra Calin (student)]'),
      'b.md': by('\n  - name: Ruxandra Cãlin'),
    };
    expect(await found(files, off)).toEqual(['a.md:4:24 author-near-duplicate', 'b.md:5:11 author-near-duplicate']);
    const config = `${off}authors: { a: Ruxandra Cālin, b: Ruxandra Calin, c: Ruxandra Cãlin }\n`;
    expect(await found(files, config)).toEqual([]);
  });

  test('a former address that is another post’s: told, and both posts stay valid', async () => {
    const files = {
      '2024-04-01-a.md': otherPost('aliases: [/old/, /2024/04/01/B/]'),
      '2024-04-02-b.md': otherPost('redirect_from: /x/'),
      '2024-04-03-c.md': otherPost('aliases: [/x, /2024/04/01/c/]'),
    };
    expect(await found(files, off)).toEqual([
      '2024-04-01-a.md:6:18 url-duplicate',
      '2024-04-02-b.md:6:16 url-duplicate',
      '2024-04-03-c.md:6:11 url-duplicate',
    ]);
    const posts = Object.entries(files).map(([name, text]) => [`posts/${name}`, text]);
    const { status, stdout } = await run(tempFolder(Object.fromEntries(posts)), ['list', '--format', 'count']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '3\n' });
  });

  test('a link to a post that cannot be read is to a post all the same', async () => {
    const files = { 'a.md': `${otherPost()}[the other](b.md)\n`, 'b.md': 'no front matter' };
    expect(await found(files)).toEqual(['b.md:1:1 front-matter-missing']);
  });
});
