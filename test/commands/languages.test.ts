/** Blogs in several languages, through every command. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { id } from '../support/feedSite.ts';
import { type Run, run } from '../support/site.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';

const base = 'title: Our blog\nsite_url: https://blog.example.org\npermalink: /{year}/{month}/{slug}/\n';
const config = `${base}language: en-GB\nlanguages: [en-GB, cy]\n`;
const site = 'https://blog.example.org';
const now = '2024-06-01T09:00:00Z';

const post = (title: string, ...lines: string[]): string => {
  const [fields, text] = [lines.filter((line) => !line.startsWith('>')), lines.filter((line) => line.startsWith('>'))];
  const date = fields.some((line) => line.startsWith('date:')) ? [] : ['date: 2024-05-14'];
  const body = text.map((line) => line.slice(1)).join('\n') || 'Text.';
  return `${['---', `title: ${title}`, ...date, ...fields, '---', body].join('\n')}\n`;
};
const blog = (posts: Readonly<Record<string, string>>, settings = config): string =>
  tempFolder({
    'blog.config.yaml': settings,
    ...Object.fromEntries(Object.entries(posts).map(([file, text]) => [`posts/${file}`, text])),
  });
const visit = { 'visit.md': post('Visit'), 'visit.cy.md': post('Ymweliad') };
const blogRun = (folder: string, ...args: string[]): Promise<Run> => run(folder, [...args, '--now', now]);
const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');
const list = async (folder: string, fields: string, ...args: string[]): Promise<string[]> => {
  const { stdout } = await blogRun(folder, 'list', '--fields', fields, '--sort', 'title', ...args);
  return stdout.split('\n').slice(0, -1);
};
const rules = async (folder: string): Promise<string[]> => {
  const { stdout } = await blogRun(folder, 'validate', '--format', 'json');
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { file: string; rule: string; hint: string }[] };
  return diagnostics.filter(({ rule }) => !/-missing$/.test(rule)).map(({ file, rule }) => `${file} ${rule}`);
};

describe('list', () => {
  test('shows all, and filters by language', async () => {
    const folder = blog({ ...visit, 'plan.md': post('Plan'), 'llythyr.md': post('Llythyr', 'lang: cy') });
    expect(await list(folder, 'title,url')).toEqual([
      `Llythyr\t${site}/cy/2024/05/llythyr/`,
      `Plan\t${site}/2024/05/plan/`,
      `Visit\t${site}/2024/05/visit/`,
      `Ymweliad\t${site}/cy/2024/05/visit/`,
    ]);
    expect(await list(folder, 'title', '--lang', 'cy')).toEqual(['Llythyr', 'Ymweliad']);
    expect(await list(folder, 'title', '--lang', 'en')).toEqual(['Plan', 'Visit']);
    expect(await list(folder, 'title', '--lang', 'en-GB', '--lang', 'cy')).toHaveLength(4);
  });

  test.each([
    ['fr', 0, 'no post has the language “fr”'],
    ['cy', 0, 'no posts match'],
    ['Welsh', 2, 'use a language code'],
    ['xq', 2, 'use a language code'],
  ])('--lang %s that no post has', async (lang, status, said) => {
    const result = await blogRun(blog({ 'a.md': post('A') }), 'list', '--lang', lang);
    expect([result.status, result.stdout]).toEqual([status, '']);
    expect(result.stderr).toContain(said);
  });

  test('says why a translation is not in the feed', async () => {
    expect(await list(blog(visit), 'title,why')).toEqual([
      'Visit\tin the feed',
      'Ymweliad\tnot in the feed: its translation posts/visit.md is there instead',
    ]);
    const draft = blog({ ...visit, 'visit.md': post('Visit', 'draft: true') });
    expect(await list(draft, 'title,why')).toEqual(['Visit\tnot in the feed: draft', 'Ymweliad\tin the feed']);
  });
});

test.each([
  ['/{lang}/{slug}/', ['/visit/', '/cy/visit/']],
  ['/blog/{lang}/{slug}/', ['/blog/visit/', '/blog/cy/visit/']],
  ['/{path}/', ['/walks/visit/', '/cy/walks/visit/']],
  ['/{path}/{lang}/', ['/walks/visit/', '/walks/visit/cy/']],
])('the permalink pattern %s', async (pattern, paths) => {
  const posts = { 'walks/2024-05-14-visit.md': post('Visit'), 'walks/2024-05-14-visit.cy.md': post('Ymweliad') };
  const folder = blog(posts, config.replace(/permalink: .*/, `permalink: ${pattern}`));
  expect(await list(folder, 'url')).toEqual(paths.map((path) => site + path));
});

describe('posts with one URL', () => {
  const clash = { 'a.md': post('A', 'slug: visit'), 'b.md': post('B', 'slug: visit', 'lang: cy') };
  test.each([
    ['without languages', `${base}language: en-GB\n`, 'add to blog.config.yaml: languages: [en-GB, cy]'],
    [
      'without this one',
      `${base}language: en\nlanguages: [en, de]\n`,
      'add to blog.config.yaml: languages: [en, de, cy]',
    ],
    ['with nothing', base, 'add to blog.config.yaml: language: en and languages: [en, cy]'],
    ['with languages only', `${base}languages: [en, cy]\n`, 'language: en and languages: [en, cy]'],
  ])('%s: the hint, followed, tells them apart', async (_, settings, hint) => {
    const folder = blog(clash, settings);
    const { stdout, status } = await blogRun(folder, 'validate', '--format', 'json');
    expect(status).toBe(1);
    expect(stdout).toContain(hint);
    const lines = hint.replace('add to blog.config.yaml: ', '').replace(' and ', '\n');
    const kept = settings.replace(/^languages: .*\n/m, '');
    writeFileSync(join(folder, 'blog.config.yaml'), `${kept}${lines}\n`);
    expect(await rules(folder)).toEqual([]);
    expect(await list(folder, 'url')).toEqual([`${site}/2024/05/visit/`, `${site}/cy/2024/05/visit/`]);
  });

  test('in one language they need another slug', async () => {
    const folder = blog({ 'a.md': post('A', 'slug: x', 'lang: cy'), 'b.md': post('B', 'slug: x', 'lang: cy') });
    expect((await blogRun(folder, 'validate', '--format', 'json')).stdout).toContain('write slug: x-2 in one of them');
  });
});

test('the line that a note names changes no URL', async () => {
  const posts = { ...visit, 'trip/index.de.md': post('Reise'), 'trip/index.en.md': post('Trip') };
  for (const language of ['', 'language: en-GB\n']) {
    const folder = blog(posts, base + language);
    const { stderr } = await blogRun(folder, 'list');
    const [, line] = /add to blog\.config\.yaml: (languages: .*)\n/.exec(stderr) ?? [];
    const before = await list(folder, 'title,url,lang');
    writeFileSync(join(folder, 'blog.config.yaml'), `${base}${language}${line}\n`);
    const after = await list(folder, 'title,url,lang');
    expect(after.map((row) => row.replace('en-GB', 'en'))).toEqual(before);
    expect((await blogRun(folder, 'list')).stderr).toBe('');
  }
});

test('the home page and the read-me are no posts in any language', async () => {
  const folder = blog({
    ...visit,
    'index.md': 'Home',
    'index.cy.md': 'Hafan',
    'cy/index.md': 'Hafan',
    'README.cy.md': 'Darllenwch fi',
  });
  expect(await list(folder, 'title')).toEqual(['Visit', 'Ymweliad']);
});

describe('feed', () => {
  const titles = (feed: string): string[] =>
    [...feed.matchAll(/<title>(.*?)<\/title>/g)].slice(1).map(([, title = '']) => title);

  test('has each post once, and one feed for each language', async () => {
    const folder = blog({ ...visit, 'llythyr.cy.md': post('Llythyr') });
    expect(titles((await blogRun(folder, 'feed')).stdout)).toEqual(['Llythyr', 'Visit']);
    expect(titles((await blogRun(folder, 'feed', '--limit', '2')).stdout)).toEqual(['Llythyr', 'Visit']);
    const { stdout } = await blogRun(folder, 'feed', '--lang', 'cy');
    expect(titles(stdout)).toEqual(['Llythyr', 'Ymweliad']);
    expect(stdout).toContain('<title>Our blog (cy)</title>');
    expect(stdout).toContain(`href="${site}/cy/feed.xml" rel="self"`);
    expect(stdout).toContain('<language>cy</language>');
    await blogRun(folder, 'feed', '--all', '-o', 'out');
    expect(read(folder, 'out/cy/feed.xml')).toBe(stdout);
    const english = await blogRun(folder, 'feed', '--lang', 'en');
    expect(read(folder, 'out/en-gb/feed.xml')).toBe(english.stdout);
    expect(titles(english.stdout)).toEqual(['Visit']);
    expect(titles(read(folder, 'out/feed.xml'))).toEqual(['Llythyr', 'Visit']);
  });

  test('of each inferred language is where --lang has it', async () => {
    const folder = blog({ 'a/index.en.md': post('A'), 'a/index.cy.md': post('B') }, `${base}language: en-GB\n`);
    await blogRun(folder, 'feed', '--all', '-o', 'out');
    expect(filesIn(join(folder, 'out')).filter((file) => /^\w+(?:-\w+)*\/feed/.test(file))).toEqual([
      'cy/feed.xml',
      'en-gb/feed.xml',
    ]);
    expect(read(folder, 'out/en-gb/feed.xml')).toBe((await blogRun(folder, 'feed', '--lang', 'en')).stdout);
  });

  test('a draft in the site’s language does not hide its translation', async () => {
    const folder = blog({ ...visit, 'visit.md': post('Visit', 'draft: true') });
    expect(titles((await blogRun(folder, 'feed')).stdout)).toEqual(['Ymweliad']);
    expect(titles((await blogRun(folder, 'feed', '--lang', 'en')).stdout)).toEqual([]);
  });

  test('a category of one language has the posts of that language', async () => {
    const folder = blog({
      'v.md': post('Visit', 'category: News'),
      'v.cy.md': post('Ymweliad', 'category: Newyddion'),
    });
    expect(titles((await blogRun(folder, 'feed', '-c', 'Newyddion')).stdout)).toEqual(['Ymweliad']);
    const { stdout } = await blogRun(folder, 'feed', '-c', 'Newyddion', '--lang', 'cy');
    expect(stdout).toContain(`${site}/cy/category/newyddion/feed.xml`);
    expect(stdout).toContain('<title>Newyddion · Our blog (cy)</title>');
    await blogRun(folder, 'feed', '--all', '-o', 'out');
    expect(titles(read(folder, 'out/category/newyddion/feed.xml'))).toEqual(['Ymweliad']);
  });

  test('replaces one that had both, and a new translation brings nothing back', async () => {
    const [english, welsh] = [post('Visit', `id: ${id(1)}`), post('Ymweliad', `id: ${id(2)}`, 'lang: cy')];
    const apart = blog({ 'visit.md': english, 'ymweliad.md': welsh });
    const folder = blog({ 'visit.md': english });
    const write = (): Promise<Run> => blogRun(folder, 'feed', '-o', 'feed.xml');
    await write();
    writeFileSync(join(folder, 'posts/visit.cy.md'), welsh);
    expect((await write()).stderr).toContain('unchanged');
    writeFileSync(join(folder, 'feed.xml'), (await blogRun(apart, 'feed')).stdout);
    expect(titles(read(folder, 'feed.xml'))).toEqual(['Visit', 'Ymweliad']);
    expect((await write()).status).toBe(0);
    expect(titles(read(folder, 'feed.xml'))).toEqual(['Visit']);
  });

  test.each([
    ['fr', 'no published post has the language “fr”'],
    ['Welsh', 'use a language code'],
  ])('--lang %s is refused', async (lang, said) => {
    const { status, stdout, stderr } = await blogRun(blog(visit), 'feed', '--lang', lang);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(said);
  });

  test('links and images of translations', async () => {
    const folder = blog({
      'trip/index.md': post('Trip', '>![Map](map.png) [Cymraeg](index.cy.md) [visit](../visit.cy.md)'),
      'trip/index.cy.md': post('Taith', '>![Map](map.png) [English](index.md)'),
      ...visit,
      'visit.cy.md': post('Ymweliad', '>![Map](trip/map.png)'),
      'trip/map.png': 'x',
    });
    expect(await rules(folder)).toEqual([]);
    const english = (await blogRun(folder, 'feed')).stdout;
    expect(english).toContain(`href="${site}/cy/2024/05/trip/"`);
    expect(english).toContain(`href="${site}/cy/2024/05/visit/"`);
    const welsh = (await blogRun(folder, 'feed', '--lang', 'cy')).stdout;
    expect(welsh).toContain(`href="${site}/2024/05/trip/"`);
    expect(welsh).toContain(`src="${site}/cy/2024/05/trip/map.png"`);
    expect(welsh).toContain(`src="${site}/trip/map.png"`);
  });
});

describe('new', () => {
  const draft = async (folder: string, ...args: string[]): Promise<Record<string, string>> =>
    JSON.parse((await blogRun(folder, 'new', 'Ymweliad', '--json', ...args)).stdout) as Record<string, string>;

  test('in another language has its suffix, its field and its URL', async () => {
    const folder = blog(visit);
    const { file = '', url } = await draft(folder, '--lang', 'cy');
    expect({ file, url }).toEqual({
      file: 'posts/2024-06-01-ymweliad.cy.md',
      url: `${site}/cy/2024/06/ymweliad/`,
    });
    expect(read(folder, file)).toContain('\nlang: cy\n');
    expect(await list(folder, 'title,url,lang', '--status', 'draft')).toEqual([`Ymweliad\t${url}\tcy`]);
    expect((await draft(folder, '--lang', 'cy'))['file']).toBe('posts/2024-06-01-ymweliad-2.cy.md');
    expect((await draft(folder))['file']).toBe('posts/2024-06-01-ymweliad.md');
  });

  test('beside its original', async () => {
    const folder = blog({ '2024-05-14-visit.md': post('Visit') });
    const { file } = await draft(folder, '--lang', 'cy', '--slug', 'visit', '--date', '2024-05-14');
    expect(file).toBe('posts/2024-05-14-visit.cy.md');
    expect(await rules(folder)).not.toContain(`${file} url-duplicate`);
  });

  test.each([
    ['en', config, 'posts/2024-06-01-ymweliad.md', 'en-GB'],
    ['cy', `${base}language: en\n`, 'posts/2024-06-01-ymweliad.md', 'cy'],
    ['pt_br', `${base}language: en\nlanguages: [en, pt-BR]\n`, 'posts/2024-06-01-ymweliad.pt-br.md', 'pt-BR'],
    ['cy', `${config}filename: "{year}/{slug}/"\n`, 'posts/2024/ymweliad/index.cy.md', 'cy'],
  ])('--lang %s with %j', async (lang, settings, file, written) => {
    const folder = blog(visit, settings);
    expect((await draft(folder, '--lang', lang))['file']).toBe(file);
    expect(read(folder, file)).toContain(`\nlang: ${written}\n`);
    expect(await list(folder, 'slug,lang', '--status', 'draft')).toEqual([`ymweliad\t${written}`]);
  });

  test('a language that the config does not have is refused', async () => {
    const { status, stderr } = await blogRun(blog(visit), 'new', 'A', '--lang', 'fr');
    expect(status).toBe(2);
    expect(stderr).toContain('“fr” is not in the config’s languages (en-GB, cy)');
  });

  test('a template’s language gives way', async () => {
    const folder = blog({ '_templates/note.md': '---\nlang: en\n---\nHi\n' }, `${config}templates: posts/_templates\n`);
    const { file = '' } = await draft(folder, '--lang', 'cy', '--template', 'note');
    expect(read(folder, file).match(/^lang: .*$/gm)).toEqual(['lang: cy']);
  });
});

describe('one of several translations', () => {
  test.each([
    ['visit', 'Visit'],
    ['visit.md', 'Visit'],
    ['visit.cy', 'Ymweliad'],
    ['visit.cy.md', 'Ymweliad'],
    ['posts/visit.cy.md', 'Ymweliad'],
    [`${site}/cy/2024/05/visit/`, 'Ymweliad'],
  ])('is found as %s', async (name, title) => {
    expect((await blogRun(blog(visit), 'show', name)).stdout).toMatch(new RegExp(`^${title}\n`));
  });

  test('is ambiguous where each has a suffix', async () => {
    const folder = blog({ 'trip/index.cy.md': post('Taith'), 'trip/index.de.md': post('Reise') }, base);
    const { status, stderr } = await blogRun(folder, 'show', 'trip');
    expect(status).toBe(2);
    expect(stderr).toContain('posts/trip/index.cy.md');
    expect((await blogRun(folder, 'show', 'trip.de')).stdout).toMatch(/^Reise\n/);
  });

  test('is completed by its own name', async () => {
    expect((await blogRun(blog(visit), '__complete', 'posts')).stdout.split('\n').sort()).toEqual([
      '',
      'visit',
      'visit.cy',
    ]);
    expect((await blogRun(blog(visit), '__complete', 'languages')).stdout).toBe('en-GB\ncy\n');
  });
});

test('publish keeps a name that translations share', async () => {
  const folder = blog({
    '2024-05-14-visit.md': post('Visit'),
    '2024-05-14-visit.cy.md': post('Ymweliad', 'draft: true'),
    '2024-05-14-alone.md': post('Alone', 'draft: true'),
  });
  expect((await blogRun(folder, 'publish', 'visit.cy')).stdout).toBe('posts/2024-05-14-visit.cy.md\n');
  expect((await blogRun(folder, 'publish', 'alone')).stdout).toBe('posts/2024-06-01-alone.md\n');
  expect(await list(folder, 'title', '--status', 'published')).toEqual(['Alone', 'Visit', 'Ymweliad']);
  expect(await rules(folder)).toEqual([]);
});

describe('rename', () => {
  const links = { 'other.md': post('Other', '>[a](visit.md) [b](visit.cy.md#x)') };

  test('gives the new name to all translations, with their links and former URLs', async () => {
    const folder = blog({
      'visit.md': post('Visit', '>[Cymraeg](visit.cy.md)'),
      'visit.cy.md': post('"Ymweliad"  # y teitl', '>[English](visit.md)\n\n## X'),
      ...links,
    });
    const preview = await blogRun(folder, 'rename', 'visit', 'Our walk', '--dry-run');
    expect(preview.stderr).toContain('posts/visit.cy.md would become posts/our-walk.cy.md');
    const { status, stdout, stderr } = await blogRun(folder, 'rename', 'visit', 'Our walk');
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'posts/our-walk.md\n' });
    expect(stderr).toContain('Renamed its translation posts/visit.cy.md to posts/our-walk.cy.md');
    expect(filesIn(join(folder, 'posts'))).toEqual(['other.md', 'our-walk.cy.md', 'our-walk.md']);
    expect(read(folder, 'posts/our-walk.md')).toContain('[Cymraeg](our-walk.cy.md)');
    const welsh = read(folder, 'posts/our-walk.cy.md');
    expect(welsh).toContain('title: "Ymweliad"  # y teitl\n');
    expect(welsh).toContain('[English](our-walk.md)');
    expect(welsh).toContain(`id: ${site}/cy/2024/05/visit/\n`);
    expect(welsh).toMatch(/aliases:\n\s*- \/cy\/2024\/05\/visit\/\n/);
    expect(read(folder, 'posts/other.md')).toContain('[a](our-walk.md) [b](our-walk.cy.md#x)');
    expect(await list(folder, 'title,url', '--lang', 'cy')).toEqual([`Ymweliad\t${site}/cy/2024/05/our-walk/`]);
    expect(await rules(folder)).toEqual([]);
  });

  test('of a folder that holds them', async () => {
    const folder = blog({ 'trip/index.md': post('Trip'), 'trip/index.cy.md': post('Taith'), 'trip/a.png': 'x' });
    const { status, stdout } = await blogRun(folder, 'rename', 'trip.cy', 'Ein taith', '--slug', 'our-trip');
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'posts/our-trip/index.cy.md\n' });
    expect(filesIn(join(folder, 'posts'))).toEqual(['our-trip/a.png', 'our-trip/index.cy.md', 'our-trip/index.md']);
    expect(await list(folder, 'title,url,aliases')).toEqual([
      `Ein taith\t${site}/cy/2024/05/our-trip/\t/cy/2024/05/trip/`,
      `Trip\t${site}/2024/05/our-trip/\t/2024/05/trip/`,
    ]);
  });

  test('of folders of languages, where one has a slug of its own', async () => {
    const folder = blog({ 'visit.md': post('Visit'), 'cy/visit.md': post('Ymweliad', 'slug: ymweliad') });
    expect((await blogRun(folder, 'rename', 'visit', 'Our walk')).status).toBe(0);
    expect(filesIn(join(folder, 'posts'))).toEqual(['cy/our-walk.md', 'our-walk.md']);
    expect(await list(folder, 'title,url', '--lang', 'cy')).toEqual([`Ymweliad\t${site}/cy/2024/05/ymweliad/`]);
    expect(read(folder, 'posts/cy/our-walk.md')).toBe(post('Ymweliad', 'slug: ymweliad'));
  });

  test.each([
    ['an invalid translation', { ...visit, 'visit.cy.md': '---\ntitle: Ymweliad\n---\n' }, 'visit.cy.md is invalid'],
    ['a name that is taken', { ...visit, 'our-walk.cy.md': post('X') }, 'our-walk.cy.md already has'],
  ])('%s refuses it, and nothing is written', async (_, posts, said) => {
    const folder = blog(posts);
    const { status, stderr } = await blogRun(folder, 'rename', 'visit', 'Our walk');
    expect(status).toBe(1);
    expect(stderr).toContain(said);
    expect(read(folder, 'posts/visit.md')).toBe(visit['visit.md']);
    expect(existsSync(join(folder, 'posts/our-walk.md'))).toBe(false);
  });
});

test('links to the home page and the feed of a language are good', async () => {
  const folder = blog({ 'a.md': post('A', '>[a](/cy/) [b](/cy/feed.xml) [c](/de/)') }, `${config}static: public\n`);
  const { stdout } = await blogRun(folder, 'validate', '--format', 'json');
  expect(stdout.match(/link “.*?”/g)).toEqual(['link “/de/”']);
});

test('init says which languages the posts have', async () => {
  const folder = tempFolder({ 'posts/visit.md': post('Visit'), 'posts/visit.cy.md': post('Ymweliad') });
  const { stderr } = await blogRun(folder, 'init', '--language', 'en-GB', '--no-input');
  expect(stderr).toContain('add to blog.config.yaml: languages: [en-GB, cy]\n');
});

test('a category of another language is no typo', async () => {
  const posts = Object.fromEntries(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [`${name}.md`, post(name, 'category: Technology')]),
  );
  const folder = (lang: string): string =>
    blog({ ...posts, 'g.md': post('G', 'category: Technologie', `lang: ${lang}`) });
  expect(await rules(folder('en'))).toEqual(['posts/g.md category-near-duplicate']);
  expect(await rules(folder('cy'))).toEqual([]);
});
