import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Run, run, siteOf } from '../support/site.ts';
import { tempFolder } from '../support/tempFolder.ts';

const posts = {
  '2024-05-10-tea.md': [
    'title: Tea',
    'date: 2024-05-10',
    'categories: [Events]',
    'tags: [food]',
    'authors: Ada (student)',
  ],
  '2024-05-01-café.md': [
    'title: Café',
    'date: 2024-05-01',
    'categories: [Partnership blog, Events]',
    'authors: [Bo, Ada]',
  ],
  '2023-12-31-old.md': ['title: Old', 'date: 2023-12-31T13:30:00-05:00', 'category: partnership  BLOG', 'tags: Food'],
  '2099-01-01-later.md': ['title: Later', 'date: 2099-01-01', 'authors: Zoë'],
  '2024-04-01-draft.md': ['title: Draft', 'date: 2024-04-01', 'draft: true', 'updated: 2024-05-12'],
  '2024-03-01-gone.md': ['title: Gone', 'date: 2024-03-01', 'expires: 2024-04-01', 'tags: [C, C++]'],
};

let site: string;
const list = async (...args: string[]): Promise<Run> => run(site, ['list', ...args]);
const titles = async (...args: string[]): Promise<string[]> => {
  const { stdout } = await list('--format', 'json', ...args);
  return (JSON.parse(stdout) as { title: string }[]).map(({ title }) => title);
};

beforeAll(() => {
  site = siteOf(posts);
});

describe('which posts', () => {
  test.each<[string[], string[]]>([
    [[], ['Later', 'Tea', 'Café', 'Draft', 'Gone', 'Old']],
    [['--reverse'], ['Old', 'Gone', 'Draft', 'Café', 'Tea', 'Later']],
    [
      ['-c', 'events'],
      ['Tea', 'Café'],
    ],
    [
      ['-c', 'partnership-blog'],
      ['Café', 'Old'],
    ],
    [
      ['-c', 'PARTNERSHIP BLOG', '-c', 'Events'],
      ['Tea', 'Café', 'Old'],
    ],
    [['-c', 'Events', '-a', 'bo'], ['Café']],
    [
      ['-t', 'food'],
      ['Tea', 'Old'],
    ],
    [['-t', 'c'], ['Gone']],
    [['-t', 'c++'], ['Gone']],
    [['-a', 'zoe'], ['Later']],
    [['-a', 'Zoë'.normalize('NFD')], ['Later']],
    [
      ['--status', 'published'],
      ['Tea', 'Café', 'Old'],
    ],
    [['--status', 'draft'], ['Draft']],
    [['--status', 'scheduled'], ['Later']],
    [['--status', 'expired'], ['Gone']],
    [
      ['--since', '2024-05-01'],
      ['Later', 'Tea', 'Café'],
    ],
    [
      ['--until', '2024-03-01'],
      ['Gone', 'Old'],
    ],
    [['--since', '2024-05-01', '--until', '2024-05-01'], ['Café']],
    [['--until', '2023-12-31T18:29:59Z'], []],
    [['--until', '2023-12-31T18:30Z'], ['Old']],
    [['--year', '2023'], ['Old']],
    [
      ['--sort', 'title'],
      ['Café', 'Draft', 'Gone', 'Later', 'Old', 'Tea'],
    ],
    [
      ['--sort', 'updated'],
      ['Later', 'Draft', 'Tea', 'Café', 'Gone', 'Old'],
    ],
    [
      ['--sort', 'author'],
      ['Tea', 'Café', 'Later', 'Draft', 'Gone', 'Old'],
    ],
    [
      ['--sort', 'status'],
      ['Draft', 'Later', 'Tea', 'Café', 'Old', 'Gone'],
    ],
    [
      ['--sort', 'category'],
      ['Tea', 'Old', 'Café', 'Later', 'Draft', 'Gone'],
    ],
    [
      ['-n', '2'],
      ['Later', 'Tea'],
    ],
    [['-n', '0', '--year', '2099'], ['Later']],
  ])('list %j', async (args, expected) => {
    expect(await titles(...args)).toEqual(expected);
  });

  test('the clock decides the status', async () => {
    const { stdout } = await run(site, ['--now', '2024-03-15', 'list', '--status', 'published', '--format', 'count']);
    expect(stdout).toBe('2\n');
  });

  test('a name that no post has: nothing, exit 0, and the nearest', async () => {
    expect(await list('-c', 'Evnets')).toEqual({
      status: 0,
      stdout: '',
      stderr: 'no post has the category “Evnets”; did you mean “Events”?\n',
    });
  });
});

describe('formats', () => {
  test('piped: tab-separated, the file last, nothing cut', async () => {
    expect((await list('--year', '2024', '-t', 'food')).stdout).toBe(
      '2024-05-10\tTea\tEvents\tAda\tpublished\tposts/2024-05-10-tea.md\n',
    );
  });

  test('json has the fields by their names, and a url only where the site has one', async () => {
    const [tea] = JSON.parse((await list('-t', 'food', '-n', '1', '--format', 'json')).stdout);
    expect(tea).toEqual({
      title: 'Tea',
      date: '2024-05-10T00:00:00+00:00',
      slug: 'tea',
      authors: [{ name: 'Ada', role: 'student' }],
      photos_by: [],
      editors: [],
      byline: 'Text by Ada',
      categories: ['Events'],
      tags: ['food'],
      draft: false,
      aliases: [],
      file: 'posts/2024-05-10-tea.md',
      status: 'published',
      url: null,
    });
    const withSite = siteOf(posts, 'site_url: https://blog.example.org/base/\n');
    const { stdout } = await run(withSite, [
      'list',
      '--year',
      '2024',
      '-c',
      'Partnership blog',
      '--format',
      'json',
      '--fields',
      'url',
    ]);
    expect(JSON.parse(stdout)).toEqual([{ url: 'https://blog.example.org/base/2024/05/01/caf%C3%A9/' }]);
  });

  test('csv quotes what needs it', async () => {
    const folder = siteOf({ 'a.md': ['title: "One, \\"two\\""', 'date: 2024-01-01'] });
    const { stdout } = await run(folder, ['list', '--format', 'csv', '--fields', 'title,date']);
    expect(stdout).toBe('title,date\r\n"One, ""two""",2024-01-01\r\n');
  });

  test('paths and count', async () => {
    expect((await list('--year', '2023', '--format', 'paths')).stdout).toBe('posts/2023-12-31-old.md\n');
    expect((await list('--format', 'count')).stdout).toBe('6\n');
  });

  test('an unknown column is named with those that there are', async () => {
    const { status, stderr } = await list('--fields', 'title,colour');
    expect(status).toBe(2);
    expect(stderr).toMatch(/invalid value for --fields: “colour”; choose from title, date/);
  });

  test.each([46, 60, 80, 200])('a table fits %d columns, wide characters and emoji included', async (width) => {
    const { default: stringWidth } = await import('string-width');
    const folder = siteOf({
      'a.md': [
        'title: "学生と職員のパートナーシップについての長い題名です"',
        'date: 2024-01-01',
        'categories: [Announcements]',
      ],
      'b.md': [
        'title: "👩‍🔬 and 🏳️‍🌈: a title that goes on and on, further than any terminal"',
        'date: 2024-01-02',
        'authors: [Somebody With A Long Name, Another]',
      ],
    });
    const { stdout } = await run(folder, ['list'], { stdout: { width, color: 0 } });
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    expect(lines[0]).toMatch(/^DATE +TITLE/);
    const column = stringWidth(lines[0]?.split('STATUS')[0] ?? '');
    if (lines[0]?.includes('STATUS')) {
      for (const line of lines.slice(1)) expect(stringWidth(line.split(/published$/)[0] ?? '')).toBe(column);
    }
  });

  test.each([24, 30, 40])('%d columns leave no room for a table: nothing is cut', async (width) => {
    const { default: stringWidth } = await import('string-width');
    const title = '学生と職員のパートナーシップ and a title that goes on and on, further than any terminal';
    const folder = siteOf({ 'a.md': [`title: "${title}"`, 'date: 2024-01-01'] });
    const { stdout } = await run(folder, ['list'], { stdout: { width, color: 1 } });
    const lines = stdout
      .replace(/\u001b\[\d+m/g, '')
      .trimEnd()
      .split('\n');
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    expect(lines.slice(0, 2)).toEqual(['DATE        TITLE', 'STATUS']);
    const cells = lines.slice(2).map((line) => [line.slice(0, 10).trim(), line.slice(10).trim()]);
    expect(cells.map(([left]) => left).filter(Boolean)).toEqual(['2024-01-01', 'published']);
    expect(
      cells
        .map(([, right]) => right)
        .join('')
        .replaceAll(' ', ''),
    ).toBe(title.replaceAll(' ', ''));
  });

  test('colours only on a terminal that has them', async () => {
    const colored = await run(site, ['list'], { stdout: { width: 80, color: 1 } });
    expect(colored.stdout).toContain('\u001b[');
    expect((await run(site, ['list', '--no-color'], { stdout: { width: 80, color: 1 } })).stdout).not.toContain(
      '\u001b',
    );
  });

  test('nothing of a post moves the cursor', async () => {
    const evil = '\\e]0;owned\\a\\x9b31m\\u202e\\b';
    const folder = siteOf({
      'a.md': [`title: "A${evil.replaceAll('\\e', '').replace('\\a', '').replace('\\b', '')}"`, 'date: 2024-01-01'],
    });
    for (const format of ['table', 'json', 'csv', 'paths']) {
      const { stdout } = await run(folder, ['list', '--format', format], { stdout: { width: 80, color: 0 } });
      expect(stdout.replace(/\r?\n/g, '')).not.toMatch(/[\0-\x1f\x7f-\x9f\u202e]/);
      expect(stdout).not.toBe('');
    }
  });

  test('nor does its name, whatever it is listed for', async () => {
    const folder = siteOf({ '\x1b[31m\u202ea.md': ['title: A', 'date: 2024-01-01'] });
    for (const args of [['-0'], ['--format', 'paths'], ['--fields', 'file'], ['--format', 'csv']]) {
      const { stdout } = await run(folder, ['list', ...args], { stdout: { width: 80, color: 0 } });
      expect(stdout).toContain('\\u{1b}[31m');
      expect(stdout).not.toMatch(/[\x1b\u202e]/);
    }
  });
});

describe('folders', () => {
  test('a broken post is one line on stderr, the rest is listed, exit 1', async () => {
    const folder = siteOf({ 'a.md': ['title: A', 'date: 2024-01-01'], 'b.md': ['title: B', 'date: 2024-02-30'] });
    expect(await run(folder, ['list', '--format', 'paths'])).toEqual({
      status: 1,
      stdout: 'posts/a.md\n',
      stderr:
        'posts/b.md:3:7: error: invalid date “2024-02-30” (date-invalid)\n1 invalid post left out; for details, run: blog validate\n',
    });
  });

  test('what is no post is passed over', async () => {
    const text = '---\ntitle: A\ndate: 2024-01-01\n---\n';
    const names = [
      '.a.md',
      '_a.md',
      'a.md~',
      'README.md',
      'LICENSE.md',
      'index.md',
      'x/_index.md',
      'node_modules/a.md',
      '_t/a.md',
      '.#x.md',
      'a.txt',
    ];
    const folder = tempFolder({
      ...Object.fromEntries(names.map((name) => [`posts/${name}`, text])),
      'posts/y/index.md': text,
      'posts/z.MARKDOWN': text,
    });
    expect((await run(folder, ['list', '--format', 'paths'])).stdout).toBe('posts/y/index.md\nposts/z.MARKDOWN\n');
  });

  test('ignore globs of the config', async () => {
    const text = '---\ntitle: A\ndate: 2024-01-01\n---\n';
    const folder = tempFolder({
      'posts/archive/a.md': text,
      'posts/b.md': text,
      'blog.config.yaml': 'ignore: ["archive/**"]\n',
    });
    expect((await run(folder, ['list', '--format', 'paths'])).stdout).toBe('posts/b.md\n');
  });

  test('links are followed inside the folder only, each file once', async () => {
    const text = (title: string): string => `---\ntitle: ${title}\ndate: 2024-01-01\n---\n`;
    const folder = tempFolder({
      'posts/a.md': text('A'),
      'posts/_hidden/b.md': text('B'),
      'secret.md': text('Secret'),
    });
    const link = (target: string, name: string): void => symlinkSync(target, join(folder, 'posts', name));
    link('a.md', 'twin.md');
    link('_hidden/b.md', 'b.md');
    link('../secret.md', 'secret.md');
    link('nowhere.md', 'broken.md');
    link('loop.md', 'loop.md');
    link('.', 'around');
    const { status, stdout, stderr } = await run(folder, ['list', '--format', 'paths']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: 'posts/a.md\nposts/b.md\n' });
    expect(stderr).not.toContain('Secret');
    expect(stderr).toMatch(/secret\.md:1:1: error: link leads outside the posts folder; not followed/);
    expect(stderr).toMatch(/broken\.md:1:1: error: link target not found/);
    expect(stderr).toMatch(/loop\.md:1:1: error: .*too many symbolic links/);
  });

  test.each<[string, string[], RegExp]>([
    ['no posts folder', [], /posts folder “posts” not found/],
    ['a file instead', ['--posts', 'file'], /“file” is not a folder/],
    ['a folder that is not there', ['-C', 'nowhere'], /nowhere: no such file or folder/],
    ['a config that is not there', ['--config', 'none.yaml'], /cannot read config none\.yaml: file not found/],
    ['a clock that is none', ['--now', 'soon'], /invalid time for --now: “soon”/],
  ])('%s: exit 2', async (_, args, message) => {
    const folder = tempFolder({ file: '' });
    const { status, stderr } = await run(folder, [...args, 'list']);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });

  test('an empty folder is fine', async () => {
    expect(await run(siteOf({}), ['list'])).toMatchObject({ status: 0, stdout: '' });
  });

  test('the config is found upward, and paths are meant from where one is', async () => {
    const folder = siteOf({ 'a.md': ['title: A', 'date: 2024-01-01'] }, 'title: T\n');
    mkdirSync(join(folder, 'deep/er'), { recursive: true });
    expect((await run(join(folder, 'deep/er'), ['list', '--format', 'paths'])).stdout).toBe('../../posts/a.md\n');
    expect((await run(tempFolder(), ['-C', folder, 'list', '--format', 'paths'])).stdout).toBe('posts/a.md\n');
  });

  test('a date alone is the same day in any zone; without an offset it is the site’s', async () => {
    const folder = siteOf(
      { 'a.md': ['title: A', 'date: 2024-07-01'], 'b.md': ['title: B', 'date: 2024-01-15 10:00'] },
      'timezone: Pacific/Auckland\n',
    );
    const { stdout } = await run(folder, ['list', '--format', 'csv', '--fields', 'title,date']);
    expect(stdout).toBe('title,date\r\nA,2024-07-01\r\nB,2024-01-15\r\n');
    const [a, b] = JSON.parse((await run(folder, ['list', '--format', 'json', '--fields', 'date'])).stdout);
    expect([a.date, b.date]).toEqual(['2024-07-01T00:00:00+12:00', '2024-01-15T10:00:00+13:00']);
    expect((await run(folder, ['list', '--until', '2024-01-15', '--format', 'count'])).stdout).toBe('1\n');
  });

  // Heads are read in steps of 16 KiB, and of 80.
  test.each([16_383, 16_384, 16_385, 64_000])('a head that ends at byte %d, and a text that does', async (size) => {
    const top = '---\ntitle: A\ndate: 2024-01-01\n';
    const filled = (start: string, fill: string, end: string): string =>
      start + fill.repeat(size - start.length - end.length) + end;
    const folder = tempFolder({
      'posts/fence.md': filled(`${top}# `, 'x', '\ntags: seen\n---'),
      'posts/fence-and-text.md': `${filled(`${top}# `, 'x', '\ntags: seen\n---\n')}Text.\n`,
      'posts/text.md': filled(`${top}tags: seen\n---\n`, 'x', '\n'),
    });
    const { stdout, stderr } = await run(folder, ['list', '-t', 'seen', '--format', 'paths']);
    expect({ stdout, stderr }).toEqual({
      stdout: 'posts/fence-and-text.md\nposts/fence.md\nposts/text.md\n',
      stderr: '',
    });
  });

  test('a head of more than 4 KiB, and one with a mark', async () => {
    const folder = tempFolder({ 'posts/.keep': '' });
    const tags = Array.from({ length: 900 }, (_, index) => `  - tag ${index}`).join('\n');
    writeFileSync(
      join(folder, 'posts/a.md'),
      `\ufeff---\ntitle: A\ndate: 2024-01-01\ntags:\n${tags}\n---\n${'é'.repeat(9000)}`,
    );
    expect((await run(folder, ['list', '-t', 'tag 899', '--format', 'count'])).stdout).toBe('1\n');
  });
});

test('a year, a month and a group have the days of the blog’s time zone, as --since and --until do', async () => {
  const folder = siteOf(
    {
      'east.md': ['title: East', 'date: 2024-01-01T01:00:00+12:00'],
      'west.md': ['title: West', 'date: 2024-12-31T23:00:00-05:00'],
      'here.md': ['title: Here', 'date: 2024-01-01'],
    },
    'timezone: Europe/London\n',
  );
  const titles = async (...args: string[]): Promise<string[]> =>
    (await run(folder, ['list', '--fields', 'title', '--format', 'csv', ...args])).stdout
      .trim()
      .split(/\r?\n/)
      .slice(1);
  expect(await titles('--since', '2024-01-01', '--until', '2024-12-31')).toEqual(['Here']);
  expect(await titles('--year', '2024')).toEqual(['Here']);
  expect(await titles('--month', '2023-12')).toEqual(['East']);
  expect(await titles('--year', '2025')).toEqual(['West']);
  const { stdout } = await run(folder, ['list', '--group-by', 'year', '--now', '2025-02-01T00:00:00Z']);
  expect(stdout).toBe('2025\t1\n2024\t1\n2023\t1\n');
});

test('-C finds the config above its folder, as cd does', async () => {
  const folder = tempFolder({
    'blog.config.yaml': 'posts: texts\ntitle: Ours\n',
    'texts/a.md': '---\ntitle: A\ndate: 2024-01-01\n---\nText.\n',
    'drafts/notes/x.txt': '',
  });
  const inside = join(folder, 'drafts/notes');
  const [named, entered] = [await run(folder, ['-C', 'drafts/notes', 'list']), await run(inside, ['list'])];
  expect(named).toEqual(entered);
  expect(named.stdout).toContain('../../texts/a.md');
});
