/** What an editor does with a post in two languages, step by step. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { id } from '../support/feedSite.ts';
import { type Run, run } from '../support/site.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';

const base = 'title: Our blog\nsite_url: https://blog.example.org/uni\n';
const config = `${base}language: en-GB\nlanguages: [en-GB, cy]\n`;
const site = 'https://blog.example.org/uni';

const post = (title: string, ...lines: string[]): string => {
  const [fields, text] = [lines.filter((line) => !line.startsWith('>')), lines.filter((line) => line.startsWith('>'))];
  const date = fields.some((line) => line.startsWith('date:')) ? [] : ['date: 2024-05-14'];
  const body = text.map((line) => line.slice(1)).join('\n') || 'Text.';
  return `${['---', `title: ${title}`, ...date, ...fields, '---', '', body].join('\n')}\n`;
};
const blog = (posts: Readonly<Record<string, string>>, settings = config): string =>
  tempFolder({
    'blog.config.yaml': settings,
    ...Object.fromEntries(Object.entries(posts).map(([file, text]) => [`posts/${file}`, text])),
  });
const blogRun = (folder: string, ...args: string[]): Promise<Run> =>
  run(folder, [...args, '--now', '2024-06-01T09:00:00Z']);
const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');
const list = async (folder: string, fields: string): Promise<string[]> => {
  const { stdout } = await blogRun(folder, 'list', '--fields', fields, '--sort', 'title');
  return stdout.split('\n').slice(0, -1);
};
const hints = async (folder: string): Promise<{ file: string; rule: string; hint: string }[]> => {
  const { stdout } = await blogRun(folder, 'validate', '--format', 'json');
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { file: string; rule: string; hint: string }[] };
  return diagnostics.filter(({ rule }) => !/-missing$/.test(rule));
};

describe('a translation with the title and date of its original', () => {
  const titles = (folder: string): string[] => read(folder, 'feed.xml').match(/<guid.*?<\/guid>/g) ?? [];

  test.each([
    ['with ids', [`id: ${id(1)}`], [`id: ${id(2)}`], ['draft: true', 'expires: 2024-05-20', 'date: 2024-07-01']],
    // Without an id another date would be another identity.
    ['without', [], [], ['draft: true', 'expires: 2024-05-20']],
  ])('%s takes its place in a feed, and gives it back', async (_, english, welsh, absent) => {
    const folder = blog({
      'e.md': post('Eisteddfod 2024', ...english),
      'e.cy.md': post('Eisteddfod 2024', ...welsh),
      'z.md': post('Z', 'date: 2024-01-01'),
    });
    const write = async (...lines: string[]): Promise<string> => {
      writeFileSync(join(folder, 'posts/e.md'), post('Eisteddfod 2024', ...english, ...lines));
      const { status, stderr } = await blogRun(folder, 'feed', '-o', 'feed.xml');
      expect({ status, stderr }).toEqual({ status: 0, stderr: 'feed.xml: 2 posts\n' });
      return titles(folder)[0] ?? '';
    };
    const original = await write();
    for (const line of absent) {
      expect(await write(line)).not.toBe(original);
      expect(await write()).toBe(original);
    }
  });

  test('hides no post whose id changed', async () => {
    const folder = blog({ 'e.md': post('E', `id: ${id(1)}`), 'e.cy.md': post('E', `id: ${id(2)}`) });
    const self = 'https://blog.example.org/uni/feed.xml';
    await blogRun(folder, 'feed', '--lang', 'en', '-o', 'feed.xml', '--self-url', self);
    writeFileSync(join(folder, 'posts/e.md'), post('E', `id: ${id(3)}`));
    const { status, stderr } = await blogRun(folder, 'feed', '-o', 'feed.xml');
    expect(status).toBe(1);
    expect(stderr).toContain('posts/e.md “E”');
  });
});

describe('posts with one URL', () => {
  const url = async (folder: string) => (await hints(folder)).filter(({ rule }) => rule === 'url-duplicate');

  test.each([
    ['a.cy.md', config],
    ['a.cy.md', `${base}language: en\n`],
    ['cy/a.md', config],
  ])('%s, a copy with the lang of its original: the hint is its own lang', async (copy, settings) => {
    const folder = blog({ 'a.md': post('A', 'lang: en'), [copy]: post('B', 'lang: en') }, settings);
    const hint = `write lang: cy in posts/${copy}`;
    expect((await url(folder)).map((one) => one.hint)).toEqual([hint, hint]);
    writeFileSync(join(folder, 'posts', copy), post('B', 'lang: cy'));
    expect(await hints(folder)).toEqual([]);
    expect(await list(folder, 'url')).toEqual([`${site}/2024/05/14/a/`, `${site}/cy/2024/05/14/a/`]);
  });

  test.each([
    [['a.md', 'cy/a.md'], `${base}language: en-GB\n`, 'languages: [en-GB, cy]'],
    [['en/a.md', 'cy/a.md'], `${base}language: en-GB\n`, 'languages: [en-GB, cy]'],
    [['en/x/index.md', 'pt-br/x/index.md'], base, 'language: en and languages: [en, pt-BR]'],
    [['a.md', 'de/a.md'], config, 'languages: [en-GB, cy, de]'],
  ])('in folders that may be languages, %j: the hint, followed, tells them apart', async (files, settings, lines) => {
    const folder = blog(Object.fromEntries(files.map((file) => [file, post('A')])), settings);
    const found = await url(folder);
    expect(found).toHaveLength(2);
    for (const { hint } of found)
      expect(hint).toContain(`if they are translations, add to blog.config.yaml: ${lines}; `);
    const kept = settings.replace(/^languages: .*\n/m, '');
    writeFileSync(join(folder, 'blog.config.yaml'), `${kept}${lines.replace(' and ', '\n')}\n`);
    expect(await hints(folder)).toEqual([]);
  });

  test.each([[['a.md', 'news/a.md']], [['x/cy/a.md', 'x/a.md']], [['cy/a.md', 'b/a.md']], [['cy/a.md', 'CY/a.md']]])(
    'in other folders, %j: another slug',
    async (files) => {
      const folder = blog(Object.fromEntries(files.map((file) => [file, post('A')])), `${base}language: en\n`);
      for (const { hint } of await url(folder)) expect(hint).toBe('write slug: a-2 in one of them');
    },
  );
});

describe('rename', () => {
  test('of a translation changes its title only: the URLs of all are those of the original', async () => {
    const posts = { 'visit.md': post('Visit'), 'visit.cy.md': post('Ymweliad', '>[en](visit.md)') };
    const folder = blog(posts);
    const { status, stdout, stderr } = await blogRun(folder, 'rename', 'visit.cy', '旅行日記');
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'posts/visit.cy.md\n' });
    expect(stderr).toBe(
      'Title changed; for a new name of all its translations, pass --slug\nTo update the feed, run: blog feed -o feed.xml\n',
    );
    expect(read(folder, 'posts/visit.cy.md')).toBe(posts['visit.cy.md'].replace('Ymweliad', '旅行日記'));
    expect(read(folder, 'posts/visit.md')).toBe(posts['visit.md']);
    expect((await blogRun(folder, 'rename', 'visit.cy', 'Taith', '--dry-run')).stderr).toBe('');
    expect((await blogRun(folder, 'rename', 'visit.cy', 'Taith', '--slug', 'trip')).status).toBe(0);
    expect(filesIn(join(folder, 'posts'))).toEqual(['trip.cy.md', 'trip.md']);
  });

  test('keeps a slug of its own, and follows where there is no original', async () => {
    const own = { 'visit.md': post('Visit'), 'visit.cy.md': post('Ymweliad', 'slug: "ymweliad"') };
    const folder = blog(own);
    expect((await blogRun(folder, 'rename', 'ymweliad', 'Taith')).status).toBe(0);
    expect(read(folder, 'posts/visit.cy.md')).toBe(own['visit.cy.md'].replace('Ymweliad', 'Taith'));
    const alone = blog({ 'ymweliad.cy.md': post('Ymweliad') });
    expect((await blogRun(alone, 'rename', 'ymweliad.cy', 'Taith')).stdout).toBe('posts/taith.cy.md\n');
  });

  test('says nothing of what keeps its name', async () => {
    const folder = blog({ 'visit/index.md': post('A'), 'visit/index.cy.md': post('B') });
    const { stderr } = await blogRun(folder, 'rename', 'visit', 'Visit');
    expect(stderr).toBe(
      'Title changed from “A”; its URL is unchanged\nTo update the feed, run: blog feed -o feed.xml\n',
    );
  });
});

describe('a post’s links to itself', () => {
  const links = (name: string): string =>
    `[a](${name}) [b](./${name}#x) [c](#x) [d](.) ![e](e.png) [f] \`2024-05-14-a.md\`\n\n[f]: <${name}> "f"`;

  test.each([
    ['rename', ['a', 'B'], '2024-05-14-b.md'],
    ['publish', ['a'], '2024-06-01-a.md'],
  ])('%s', async (command, args, name) => {
    const folder = blog({ '2024-05-14-a.md': post('A', 'draft: true', `>${links('2024-05-14-a.md')}`), 'e.png': 'x' });
    expect((await blogRun(folder, command, ...args)).status).toBe(0);
    expect(read(folder, `posts/${name}`)).toContain(`\n\n${links(name)}\n`);
  });

  test('in a folder, and from one translation to another', async () => {
    const body = (name: string): string =>
      `[a](index.md) [b](../${name}/) [c](../${name}/index.cy.md) [d](.) ![e](e.png)`;
    const folder = blog({
      'a/index.md': post('A', `>${body('a')}`),
      'a/index.cy.md': post('A', `>${body('a')}`),
      'a/e.png': 'x',
    });
    expect((await blogRun(folder, 'rename', 'a', 'B')).status).toBe(0);
    for (const file of ['index.md', 'index.cy.md'])
      expect(read(folder, `posts/b/${file}`)).toContain(`\n\n${body('b')}\n`);
  });
});

describe('new', () => {
  test.each([
    ['visit.md', [], 'visit.cy.md'],
    ['visit/index.md', [], 'visit/index.cy.md'],
    ['news/2024-05-14-visit.markdown', [], 'news/2024-05-14-visit.cy.markdown'],
    ['en/visit.md', [], 'cy/visit.md'],
    ['2024/trip.md', ['slug: visit'], '2024/trip.cy.md'],
  ])('--lang with the slug and the day of %s is its translation', async (original, fields, file) => {
    const folder = blog({ [original]: post('Visit', ...fields) });
    const args = ['new', 'Ymweliad', '--lang', 'cy', '--slug', 'visit', '--date', '2024-05-14', '--publish'];
    const { stdout, stderr } = await blogRun(folder, ...args);
    expect(stdout).toBe(`posts/${file}\n`);
    expect(stderr).toContain(`This is a translation of posts/${original}\n`);
    expect(await list(folder, 'title,slug,url,why')).toEqual([
      `Visit\tvisit\t${site}/2024/05/14/visit/\tin the feed`,
      `Ymweliad\tvisit\t${site}/cy/2024/05/14/visit/\tnot in the feed: its translation posts/${original} is there instead`,
    ]);
  });

  test('in the site’s language, of a post in another', async () => {
    const folder = blog({ 'visit/index.cy.md': post('Ymweliad') });
    const { stdout } = await blogRun(folder, 'new', 'Visit', '--date', '2024-05-14');
    expect(stdout).toBe('posts/visit/index.md\n');
  });

  test('of another day is a post of its own, and says what would make this a translation', async () => {
    const folder = blog({ 'visit/index.md': post('Visit') });
    const args = ['new', 'Ymweliad', '--lang', 'cy', '--slug', 'visit'];
    const { stdout, stderr } = await blogRun(folder, ...args);
    expect(stdout).toBe('posts/2024-06-01-visit.cy.md\n');
    const [, to = ''] =
      /make this a translation of posts\/visit\/index\.md, rename the file to (.*)\n/.exec(stderr) ?? [];
    writeFileSync(join(folder, to), read(folder, stdout.trim()).replace('draft: true', 'draft: false'));
    rmSync(join(folder, stdout.trim()));
    expect((await list(folder, 'title,why'))[1]).toContain('its translation posts/visit/index.md is there instead');
    expect((await blogRun(folder, ...args, '--dry-run')).stderr).not.toContain('make this a translation');
  });

  test.each([
    [`${base}language: en-GB\n`, 'languages: [en-GB, cy]'],
    [base, 'language: en and languages: [en, cy]'],
  ])('where the config has no languages, the refusal names the line: %j', async (settings, line) => {
    const folder = blog({ 'visit.md': post('Visit') }, settings);
    const args = ['new', 'Ymweliad', '--lang', 'cy', '--slug', 'visit', '--date', '2024-05-14'];
    const { status, stderr } = await blogRun(folder, ...args);
    expect(status).toBe(1);
    expect(stderr).toContain(
      `already used by posts/visit.md; for a translation of it, add to blog.config.yaml: ${line};`,
    );
    writeFileSync(join(folder, 'blog.config.yaml'), `${base}${line.replace(' and ', '\n')}\n`);
    expect((await blogRun(folder, ...args)).stdout).toBe('posts/visit.cy.md\n');
    const other = await blogRun(folder, 'new', 'V', '--slug', 'visit', '--date', '2024-05-14');
    expect(other.stderr).toContain('choose another --slug, or omit it');
  });
});

test.each([
  ['/{slug}.{lang}.html', ['/visit.html', '/visit.cy.html']],
  ['/{slug}-{lang}/', ['/visit/', '/visit-cy/']],
  ['/{lang}-{slug}/', ['/visit/', '/cy-visit/']],
  ['/{year}/{lang}_{day}/{slug}/', ['/2024/14/visit/', '/2024/cy_14/visit/']],
  ['/{slug}/{lang}/', ['/visit/', '/visit/cy/']],
])('the permalink pattern %s leaves no mark where it has no language', async (pattern, paths) => {
  const folder = blog({ 'visit.md': post('Visit'), 'visit.cy.md': post('Y') }, `${config}permalink: "${pattern}"\n`);
  expect(await list(folder, 'url')).toEqual(paths.map((path) => site + path));
});

test('the site’s language need not be among the others', async () => {
  const posts = { 'a.en.md': post('A'), 'a.cy.md': post('B'), 'en/c.md': post('C') };
  const folder = blog(posts, `${base}language: en-GB\nlanguages: [cy]\n`);
  expect(await list(folder, 'title,lang,url')).toEqual([
    `A\ten-GB\t${site}/2024/05/14/a/`,
    `B\tcy\t${site}/cy/2024/05/14/a/`,
    `C\ten-GB\t${site}/2024/05/14/c/`,
  ]);
  await blogRun(folder, 'feed', '--all', '-o', 'out');
  expect(filesIn(join(folder, 'out')).filter((file) => file.includes('/'))).toEqual(['cy/feed.xml', 'en-gb/feed.xml']);
});

test.each([[`${base}language: en-GB\n`], [config]])(
  'the case of a name tells no translations apart: %j',
  async (settings) => {
    const folder = blog(
      { 'Visit.md': post('A'), 'visit.cy.md': post('B'), 'd/Caf\u00e9.md': post('C'), 'd/cafe\u0301.CY.md': post('D') },
      settings,
    );
    const { stdout } = await blogRun(folder, 'feed');
    expect(stdout.match(/<title>.<\/title>/g)).toEqual(['<title>A</title>', '<title>C</title>']);
  },
);

test('a read-me in another language is no post, even alone', async () => {
  const folder = blog({ 'a.md': post('A'), 'README.cy.md': '# Darllenwch fi', 'x/README.pt-br.md': '# Leia' }, base);
  expect((await blogRun(folder, 'list', '--fields', 'file')).stdout).toBe('posts/a.md\n');
});

test.each([
  ['en-GB', 'cy', 'A post in Welsh then has .cy in its file name: visit.cy.md'],
  ['cy', 'en', 'A post in English then has .en in its file name: visit.en.md'],
])('init says in the config how to write in several languages: %s', async (language, other, said) => {
  const folder = tempFolder({});
  await blogRun(folder, 'init', '--language', language, '--no-ci', '--no-input', '--site-url', site);
  const text = read(folder, 'blog.config.yaml');
  expect(text).toContain(`${said}\n# languages: [${language}, ${other}]\n`);
  writeFileSync(join(folder, 'blog.config.yaml'), text.replace('# languages', 'languages'));
  const { stdout } = await blogRun(folder, 'new', 'X', '--lang', other);
  expect(stdout).toBe(`posts/2024-06-01-x.${other}.md\n`);
});
