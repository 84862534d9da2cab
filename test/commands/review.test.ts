/** submit, publish with a reviewer, its dates and its dry run: what they say, and what they write. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { run } from '../support/site.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';

const config =
  'site_url: https://blog.example.org\ntimezone: Europe/London\nauthors: { ben: { name: Ben Sample, role: staff } }\n';
const post = (lines: readonly string[], body = 'Text.'): string =>
  `---\n${['title: Tea', 'date: 2024-01-02', ...lines].join('\n')}\n---\n${body}\n`;
const siteOf = (files: Readonly<Record<string, string>>, settings = config): string => {
  const posts = Object.entries(files).map(([name, text]) => [`posts/${name}`, text]);
  return tempFolder({ 'blog.config.yaml': settings, ...Object.fromEntries(posts) });
};
const textOf = (folder: string, file = 'tea.md'): string => readFileSync(join(folder, 'posts', file), 'utf8');
const fieldsOf = (folder: string, file?: string): string[] => textOf(folder, file).split('\n').slice(3, -3);
const statusOf = async (folder: string): Promise<string> =>
  (await run(folder, ['list', '--fields', 'status'])).stdout.trim().replaceAll('\n', ' ');

describe('submit', () => {
  test.each<[string[], string[]]>([
    [['draft: true'], ['draft: true', 'status: pending']],
    [
      ['draft: yes # mine', 'tags: [a]'],
      ['draft: yes # mine', 'status: pending', 'tags: [a]'],
    ],
    [['status: draft'], ['status: pending']],
    [["post_status: 'auto-draft'"], ["post_status: 'pending'"]],
    [
      ['draft: true', 'status: publish'],
      ['draft: true', 'status: pending'],
    ],
    [['published: false'], ['published: false', 'status: pending']],
    [
      ['draft: true', 'published: true'],
      ['draft: true', 'published: false', 'status: pending'],
    ],
    [
      ['draft: true', 'status:'],
      ['draft: true', 'status: pending'],
    ],
    [['visibility: private'], ['visibility: private', 'status: pending']],
    [
      ['status: WIP', 'post_status: draft'],
      ['status: pending', 'post_status: pending'],
    ],
  ])('%j becomes %j; published, no sign of a draft is left', async (before, after) => {
    const folder = siteOf({ 'tea.md': post(before) });
    const { status, stdout, stderr } = await run(folder, ['submit', 'tea']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'posts/tea.md\n' });
    expect(stderr).toBe(
      'Submitted for review: “Tea”\nTo publish it after the review, run: blog publish posts/tea.md --reviewed-by "Name (role)"\n',
    );
    expect(fieldsOf(folder)).toEqual(after);
    expect(await statusOf(folder)).toBe('pending');
    const text = textOf(folder);
    expect(await run(folder, ['submit', 'tea'])).toEqual({
      status: 0,
      stdout: 'posts/tea.md\n',
      stderr: 'posts/tea.md is already waiting for review\n',
    });
    expect(textOf(folder)).toBe(text);
    expect((await run(folder, ['publish', 'tea', '--keep-date'])).status).toBe(0);
    expect(await statusOf(folder)).toBe('published');
    expect(textOf(folder)).not.toMatch(
      /pending|WIP|private|auto-draft|status: draft|draft: (?:true|yes)|published: false/,
    );
    await run(folder, ['unpublish', 'tea']);
    expect(await statusOf(folder)).toBe('draft');
    expect(textOf(folder)).not.toMatch(/status: publish|published: true|draft: false/);
  });

  test.each<[string, string, RegExp]>([
    [
      'an error',
      post(['draft: true', 'lang: iw']),
      /tea\.md:5:7: error: .*\n.*not submitted: fix these errors first\n$/,
    ],
    [
      'no text',
      post(['draft: true'], ''),
      /^posts\/tea\.md not submitted: it has no text yet; write it first: blog edit posts\/tea\.md\n$/,
    ],
    ['a password', post(['password: x']), /^blog: posts\/tea\.md not submitted: post has a password/],
    [
      'a published post',
      post([]),
      /is published, not a draft; to take it back first, run: blog unpublish posts\/tea\.md\n$/,
    ],
    [
      'a private post',
      post(['draft: true', 'status: private']),
      /^blog: posts\/tea\.md not submitted: “status: private” says that it was withheld on purpose; if readers may see it, write status: draft first: blog edit posts\/tea\.md\n$/,
    ],
    ['a scheduled post', post(['publishDate: 2099-01-01']), /is scheduled, not a draft/],
  ])('%s refuses it', async (_, text, error) => {
    const folder = siteOf({ 'tea.md': text });
    const { status, stdout, stderr } = await run(folder, ['submit', 'tea']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(error);
    expect(textOf(folder)).toBe(text);
  });

  test.each(['draft: &d true', 'draft: !!bool true', 'extra: &d true\ndraft: *d'])(
    'what to do by hand with %j never publishes it',
    async (line) => {
      const folder = siteOf({ 'tea.md': post([line]) });
      const { status, stderr } = await run(folder, ['submit', 'tea']);
      const said = 'blog: posts/tea.md cannot be changed safely; set status: pending by hand\n';
      expect({ status, stderr }).toEqual({ status: 1, stderr: said });
    },
  );

  test('a rule that wants a reviewer does not refuse it, but refuses to publish without one', async () => {
    const folder = siteOf({ 'tea.md': post(['draft: true']) }, `${config}rules: { reviewer-missing: error }\n`);
    expect((await run(folder, ['submit', 'tea', '--dry-run'])).stdout).toContain('+status: pending\n');
    expect(await statusOf(folder)).toBe('draft');
    expect((await run(folder, ['submit', 'tea'])).status).toBe(0);
    const { status, stderr } = await run(folder, ['publish', 'tea']);
    expect(status).toBe(1);
    expect(stderr).toContain('(reviewer-missing)\nposts/tea.md not published');
    expect((await run(folder, ['validate'])).status).toBe(0);
    expect((await run(folder, ['publish', 'tea', '--reviewed-by', 'ben'])).status).toBe(0);
    expect((await run(folder, ['validate'])).status).toBe(0);
    expect(textOf(folder)).toContain('editors:\n  - Ben Sample (staff)\n');
  });
});

describe('--reviewed-by', () => {
  test.each<[string[], string[], string[]]>([
    [['tags: [x]', 'byline: Text by A'], ['Ada'], ['tags: [x]', 'byline: Text by A', 'editors:', '  - Ada']],
    [
      ['authors: [A]', 'tags: [x]'],
      ['B (staff)', 'C', 'b'],
      ['authors: [A]', 'editors:', '  - B (staff)', '  - C', 'tags: [x]'],
    ],
    [['editors: [Ben Sample]'], ['ben sample (staff)'], ['editors: [Ben Sample]']],
    [['editors: [Ben Sample]'], ['ben', 'Ada'], ['editors: [Ben Sample, Ada]']],
    [['reviewed_by: "Ada"'], ['Ben'], ['reviewed_by: ["Ada", Ben]']],
    [['editor:', '  - Ada # yes'], ['Ben'], ['editor:', '  - Ada # yes', '  - Ben']],
    [['editors:'], ['Ben'], ['editors: [Ben]']],
    [['editors: []'], ['O’Neill: B'], ['editors: ["O’Neill: B"]']],
  ])('%j and %j are %j', async (before, names, after) => {
    const folder = siteOf({ 'tea.md': post([...before, 'draft: true']) });
    const { status, stderr } = await run(folder, [
      ...['publish', 'tea', '--keep-date'],
      ...names.flatMap((name) => ['--reviewed-by', name]),
    ]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(/\nReviewed by .*\n$/) });
    expect(fieldsOf(folder)).toEqual([...after, 'draft: false']);
  });

  test('a published post only gains the name; without one, it is said how to name it', async () => {
    const folder = siteOf({ 'tea.md': post(['status: pending'], '[x](nosuch.md) is broken later') });
    expect((await run(folder, ['publish', 'tea', '--keep-date'])).status).toBe(1);
    const fixed = siteOf({ 'tea.md': post(['status: pending']) });
    expect((await run(fixed, ['publish', 'tea', '--keep-date'])).stderr).toMatch(
      /\nNobody is named as its reviewer; to name one, run: blog publish posts\/tea\.md --reviewed-by "Name \(role\)"\n$/,
    );
    expect(await run(fixed, ['publish', 'posts/tea.md', '--reviewed-by', 'Name (staff)'])).toEqual({
      status: 0,
      stdout: 'posts/tea.md\n',
      stderr: 'Reviewed by Name\n',
    });
    expect(fieldsOf(fixed)).toEqual(['status: publish', 'editors:', '  - Name (staff)']);
  });

  test.each([
    ['', 'is empty'],
    ['A\nB', 'cannot be used'],
    ['(staff)', '--reviewed-by “(staff)” has no name; write "Name (staff)"'],
    ['Ada Example and Ben Sample', 'names several people; pass it once for each'],
    ['Ben and Ben Sample', 'names several people; pass it once for each'],
    ['Cy and Di', 'names several people; pass it once for each'],
  ])('%j: exit 2', async (name, error) => {
    const folder = siteOf({ 'tea.md': post(['draft: true']) });
    const { status, stderr } = await run(folder, ['publish', 'tea', '--reviewed-by', name]);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(error) });
  });

  test.each([
    ['Ben', '“Ben” is new; did you mean “Ben Sample”?\n'],
    ['Ben Sampel', '“Ben Sampel” is new; did you mean “Ben Sample”?\n'],
    ['calin', '“calin” is new; did you mean “Ruxandra Cālin”?\n'],
    ['Dora Editor (boss)', 'unknown role “boss” (student, staff, partner, alumni); kept as part of the name\n'],
    ['Dora Editor', ''],
    ['ben', ''],
    ['Ruxandra Cālin', ''],
  ])('%s: a new name that may be meant for another is reported', async (name, hint) => {
    const settings = config.replace('ben:', 'bs:');
    const other = post(['authors: [Ada Example]', 'editors: [Ruxandra Cālin]', 'tags: [x]']);
    const folder = siteOf({ 'tea.md': post(['draft: true']), 'other.md': other }, name === 'ben' ? config : settings);
    const { status, stderr } = await run(folder, ['publish', 'posts/tea.md', '--keep-date', '--reviewed-by', name]);
    expect(status).toBe(0);
    expect(/^Published .*\n((?:.*\n)*)Reviewed by /m.exec(stderr)?.[1]).toBe(hint);
  });
});

describe('the date of publication', () => {
  const now = '2024-05-14T10:30:15+01:00';
  test.each<[string[], string[], string, RegExp]>([
    // Written just now.
    [['date: 2024-05-14T10:29:30+01:00'], [], now, /^Published “Tea”[^\n]*\n$/],
    [['date: 2024-01-02'], [], now, /Published “Tea”.*\nDate changed: 2024-01-02 → 2024-05-14T10:30:15\+01:00\n/],
    [['date: 2024-01-02'], ['--keep-date'], '2024-01-02', /^Published “Tea”[^\n]*\n$/],
    [
      ['date: 2024-06-01'],
      [],
      '2024-06-01',
      /^Scheduled “Tea”: readers see it from 2024-06-01\nTo publish it at once, run: blog publish posts\/tea\.md --date now\n/,
    ],
    [['date: 2024-06-01'], ['--keep-date'], '2024-06-01', /^Scheduled/],
    [['date: 2024-06-01'], ['--date', 'now'], now, /^Published “Tea”.*\nDate changed: 2024-06-01 → 2024/],
    [
      ['date: 2024-01-02'],
      ['--date', 'tomorrow'],
      '2024-05-15',
      /^Scheduled .*\n.*\n.*\nDate changed: 2024-01-02 → 2024-05-15\n/,
    ],
    [['date: 2024-01-02'], ['--date', '2024-05-14 18:00'], '2024-05-14 18:00', /^Scheduled .* from 2024-05-14 18:00\n/],
    [['date: 2024-01-02'], ['--date', '2 hours ago'], '2024-05-14T08:30:00+01:00', /^Published/],
  ])('of %j with %j is %s', async (lines, args, date, said) => {
    const folder = siteOf({ 'tea.md': `---\ntitle: Tea\n${lines.join('\n')}\ndraft: true\n---\nText.\n` });
    const { status, stderr } = await run(folder, ['publish', 'tea', ...args]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(said) });
    expect(textOf(folder)).toMatch(`title: Tea\ndate: ${date}\ndraft: false\n`);
  });

  test('a later date of publication holds a post back, as before; at once, it follows', async () => {
    const folder = siteOf({ 'tea.md': post(['publishDate: 2024-06-01', 'draft: true']) });
    expect((await run(folder, ['publish', 'tea'])).stderr).toMatch(
      /^Scheduled “Tea”: readers see it from 2024-06-01\n/,
    );
    expect(fieldsOf(folder)).toEqual(['publishDate: 2024-06-01', 'draft: false']);
    expect((await run(folder, ['publish', 'tea', '--date', 'now'])).stderr).toMatch(/^Published/);
    expect(await statusOf(folder)).toBe('published');
  });

  test.each(['next month', 'soon', '05/07/2024', ''])('--date %j: exit 2', async (date) => {
    const folder = siteOf({ 'tea.md': post(['draft: true']) });
    expect((await run(folder, ['publish', 'tea', '--date', date])).status).toBe(2);
    expect(await statusOf(folder)).toBe('draft');
  });

  test('a dated file has the day that is kept; a name that is taken stays free of it', async () => {
    const folder = siteOf({
      '2024-01-02-tea.md': '---\ntitle: Tea\ndate: 2024-06-01\ndraft: true\n---\nText.\n',
      '2024-01-02-milk.md': '---\ntitle: Milk\ndate: 2024-06-01\ndraft: true\n---\nText.\n',
      '2024-06-01-milk.md': '---\ntitle: Cream\nslug: cream\ndate: 2024-06-01\n---\nText.\n',
    });
    expect((await run(folder, ['publish', 'posts/2024-01-02-tea.md'])).stdout).toBe('posts/2024-06-01-tea.md\n');
    expect((await run(folder, ['publish', 'posts/2024-01-02-milk.md'])).stdout).toBe('posts/2024-01-02-milk.md\n');
  });
});

describe('where the URL changes', () => {
  test('that of a draft, or of a scheduled post, was never public', async () => {
    for (const lines of [['draft: true'], ['status: pending']]) {
      const folder = siteOf({ 'tea.md': post(lines) });
      const { stderr } = await run(folder, ['publish', 'tea']);
      expect(stderr).not.toMatch(/alias|old date/);
      expect(textOf(folder)).not.toContain('aliases');
    }
    const folder = siteOf({ 'tea.md': '---\ntitle: Tea\ndate: 2099-01-02\n---\nText.\n' });
    expect((await run(folder, ['publish', 'tea', '--date', 'now'])).stderr).not.toContain('alias');
    expect(textOf(folder)).not.toContain('aliases');
  });

  test('that of a post that was unpublished stays among its aliases, and its identity with it', async () => {
    const folder = siteOf({ 'tea.md': post([]) });
    expect((await run(folder, ['unpublish', 'tea'])).stderr).toContain(
      'To publish it again with its date, run: blog publish posts/tea.md --keep-date\n',
    );
    const id = 'id: https://blog.example.org/2024/01/02/tea/';
    const aliases = ['aliases:', '  - /2024/01/02/tea/'];
    expect(fieldsOf(folder)).toEqual([id, 'draft: true', ...aliases]);
    const { stdout } = await run(folder, ['validate']);
    expect(stdout).not.toMatch(/alias|duplicate/);
    const again = await run(folder, ['publish', 'tea']);
    expect(again.stderr).toContain('Its old URL is now an alias, for your site to redirect\n');
    expect(again.stderr).toContain('To give it its old date again, run: blog publish posts/tea.md --date 2024-01-02\n');
    expect(fieldsOf(folder)).toEqual([id, 'draft: false', ...aliases]);
    // Back at its first URL, which no longer is an alias of itself.
    await run(folder, ['publish', 'tea', '--date', '2024-01-02']);
    expect(fieldsOf(folder)).toEqual([id, 'draft: false', 'aliases:', '  - /2024/05/14/tea/']);
  });

  test('with --keep-date it is as it was', async () => {
    const folder = siteOf({ 'tea.md': post([]) });
    await run(folder, ['unpublish', 'tea']);
    expect((await run(folder, ['publish', 'tea', '--keep-date'])).stderr).not.toMatch(/alias|date/);
    const [{ url, status }] = JSON.parse((await run(folder, ['list', '--json', '--fields', 'url,status'])).stdout);
    expect({ url, status }).toEqual({ url: 'https://blog.example.org/2024/01/02/tea/', status: 'published' });
    expect((await run(folder, ['build', '-o', 'public'])).stderr).not.toContain('redirect');
    expect((await run(folder, ['validate'])).stdout).not.toMatch(/alias|duplicate/);
  });

  test('an unpublished post gets no alias where its URL has no date', async () => {
    const folder = siteOf({ 'tea.md': post([]) }, `${config}permalink: /{slug}/\n`);
    await run(folder, ['unpublish', 'tea']);
    expect(textOf(folder)).not.toContain('aliases');
  });

  test('one that an earlier version made a draft again is known by its identity', async () => {
    const folder = siteOf({ 'tea.md': post(['id: https://blog.example.org/2024/01/02/tea/', 'draft: true']) });
    await run(folder, ['publish', 'tea']);
    expect(textOf(folder)).toContain('aliases:\n  - /2024/01/02/tea/\n');
  });

  test('an alias that is its own URL goes, even the only one', async () => {
    const folder = siteOf({ 'tea.md': post(['draft: true', 'aliases: [/2024/05/14/tea/]']) });
    expect((await run(folder, ['publish', 'tea'])).status).toBe(0);
    expect(fieldsOf(folder)).toEqual(['draft: false']);
  });

  test('a published post keeps the identity that readers know', async () => {
    const folder = siteOf({ 'tea.md': post([]) });
    await run(folder, ['publish', 'tea', '--date', '2024-02-03']);
    expect(textOf(folder)).toBe(
      '---\ntitle: Tea\ndate: 2024-02-03\nid: https://blog.example.org/2024/01/02/tea/\naliases:\n  - /2024/01/02/tea/\n---\nText.\n',
    );
  });

  test('without a new day in the URL nothing is added', async () => {
    const folder = siteOf({ 'tea.md': post(['draft: true']) }, `${config}permalink: /{slug}/\n`);
    await run(folder, ['publish', 'tea']);
    expect(fieldsOf(folder)).toEqual(['draft: false']);
  });
});

describe('--dry-run', () => {
  test('of publish shows the change and the new name, and writes nothing', async () => {
    const files = {
      '2024-01-02-tea.md': post(['draft: true']),
      'b.md': '---\ntitle: B\ndate: 2024-01-01\n---\n[tea](2024-01-02-tea.md)\n',
    };
    const folder = siteOf(files);
    const { status, stdout, stderr } = await run(folder, ['publish', 'tea', '--dry-run', '--reviewed-by', 'Ada']);
    expect(status).toBe(0);
    for (const line of ['-draft: true', '+draft: false', '+  - Ada', '+[tea](2024-05-14-tea.md)'])
      expect(stdout).toContain(`${line}\n`);
    expect(stderr).toBe(
      'Dry run: posts/2024-01-02-tea.md would become posts/2024-05-14-tea.md\n' +
        'Dry run: nothing was written\n' +
        'Date would change: 2024-01-02 → 2024-05-14T10:30:15+01:00\n' +
        'To keep its date, pass --keep-date\n' +
        'Reviewed by Ada\n',
    );
    expect(filesIn(join(folder, 'posts'))).toEqual(Object.keys(files));
    for (const [name, text] of Object.entries(files)) expect(textOf(folder, name)).toBe(text);
  });

  test('of unpublish, too', async () => {
    const folder = siteOf({ 'tea.md': post(['draft: no']) });
    const { status, stdout, stderr } = await run(folder, ['unpublish', 'tea', '--dry-run']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: 'Dry run: nothing was written\n' });
    expect(stdout).toContain('-draft: no\n+id: https://blog.example.org/2024/01/02/tea/\n+draft: true\n');
    expect(await statusOf(folder)).toBe('published');
  });
});

test('unpublish takes back what waits for review', async () => {
  const folder = siteOf({ 'tea.md': post(['draft: true', 'status: pending']) });
  expect((await run(folder, ['unpublish', 'tea'])).stderr).toBe(
    '“Tea” is now a draft. It no longer waits for review\n',
  );
  expect(fieldsOf(folder)).toEqual(['draft: true', 'status: draft']);
});

describe('an empty text', () => {
  test.each(['', '<!-- later -->\n', '<!-- a --><p>&nbsp;</p>\n\u200b\n', '<!-- never closed'])(
    'refuses to publish %j',
    async (body) => {
      const folder = siteOf({ 'tea.md': post(['draft: true'], body) });
      expect(await run(folder, ['publish', 'tea'])).toMatchObject({
        status: 1,
        stdout: '',
        stderr: expect.stringContaining('not published: it has no text yet; write it first: blog edit posts/tea.md\n'),
      });
      expect(await statusOf(folder)).toBe('draft');
    },
  );

  test('is reported among other errors', async () => {
    const folder = siteOf({ 'tea.md': post(['draft: true', 'lang: iw'], '') });
    for (const command of ['publish', 'submit']) {
      const { status, stderr } = await run(folder, [command, 'tea']);
      expect(status).toBe(1);
      expect(stderr).toMatch(
        /^posts\/tea\.md:1:1: error: post has no text \(body-empty\)\nposts\/tea\.md:5:7: error: .*\n.*fix these errors first\n$/,
      );
    }
  });

  test('refuses even where the blog turns the rule off', async () => {
    const folder = siteOf({ 'tea.md': post(['draft: true'], '') }, `${config}rules: { body-empty: off }\n`);
    expect((await run(folder, ['submit', 'tea'])).status).toBe(1);
    expect((await run(folder, ['publish', 'tea'])).status).toBe(1);
  });

  test.each(['.', '![A cup](https://e.org/a.jpg)', '<img src="https://e.org/a.jpg" alt="A cup">', '<https://e.org>'])(
    'is none: %s',
    async (body) => {
      const folder = siteOf({ 'tea.md': post(['draft: true'], body) });
      expect((await run(folder, ['publish', 'tea'])).status).toBe(0);
    },
  );
});

test('on a terminal an error is shown with its line, as it is in the file', async () => {
  const text = '---\ntitle: Tea\ndraft: true\ndate: 2024-01-02\nlang: iw\n---\n[x](nosuch.md)\n';
  const folder = siteOf({ 'tea.md': text });
  const terminal = { stderr: { width: 60, color: 0 } } as const;
  const { status, stderr } = await run(folder, ['publish', 'tea', '--reviewed-by', 'Ada'], terminal);
  expect(status).toBe(1);
  expect(stderr).toContain('posts/tea.md:5:7  error  lang-invalid\n');
  expect(stderr).toContain('posts/tea.md:7:5  error  link-broken\n');
  expect(stderr).toContain('  7 | [x](nosuch.md)\n    |     ^^^^^^^^^\n');
});

describe('a copy with the same id', () => {
  const id = 'id: 5c155395-7a11-4e52-88b6-c3184d8fb03e';
  const files = { 'tea.md': post([id]), 'copy.md': post([id, 'publishDate: 2099-01-01']) };

  test.each(['', 'rules: { id-duplicate: off }\n'])(
    'that is scheduled leaves the published post where it is (%j)',
    async (rules) => {
      const folder = siteOf(files, config + rules);
      expect((await run(folder, ['list', '--fields', 'file,status'])).stdout).toBe('posts/tea.md\tpublished\n');
      expect((await run(folder, ['feed', '--skip-invalid'])).stdout).toContain('<title>Tea</title>');
    },
  );

  test.each(['', 'rules: { id-duplicate: off }\n'])(
    'is neither published nor scheduled nor submitted (%j)',
    async (rules) => {
      const folder = siteOf({ ...files, 'copy.md': post([id, 'draft: true']) }, config + rules);
      for (const args of [['publish'], ['publish', '--date', '2099-01-01'], ['submit']]) {
        const { status, stderr } = await run(folder, [...args, 'posts/copy.md']);
        expect({ args, status, stderr }).toEqual({
          args,
          status: 1,
          stderr: expect.stringContaining('(id-duplicate)'),
        });
      }
      expect(textOf(folder, 'copy.md')).toBe(post([id, 'draft: true']));
    },
  );
});
