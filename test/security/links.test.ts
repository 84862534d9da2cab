/** Links that somebody committed: nothing outside of the blog's folder is written or read because of one. */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { snapshot } from '../hostile/runCase.ts';
import { type Run, run } from '../support/site.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';

const secret = 'SECRET-OF-THE-NEIGHBOURS';
const config = 'site_url: https://blog.example.org\n';
const post = '---\ntitle: Tea\ndate: 2018-07-05\ncategories: [News]\n---\n\nText.\n';

/** A folder with the blog in `site`, beside a neighbour; `links` are made in the blog: path → target. */
function around(links: Readonly<Record<string, string>>, files: Readonly<Record<string, string>> = {}): string {
  const outside = tempFolder({
    'neighbour/secret.md': `---\ntitle: ${secret}\ndate: 2018-07-05\n---\n${secret}\n`,
    'neighbour/secret.txt': `${secret}: [\n`,
    'neighbour/empty': '',
    'neighbour/folder/logo.png': 'x',
    'site/blog.config.yaml': config,
    'site/posts/2018-07-05-tea.md': post,
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`site/${path}`, text])),
  });
  for (const [path, target] of Object.entries(links)) {
    const link = join(outside, 'site', path);
    rmSync(link, { recursive: true, force: true });
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(target.replace('$OUTSIDE', outside), link);
  }
  return outside;
}

/** Runs a command in the blog. What it said must not have anything of the neighbour's, who must be as before. */
async function runBeside(outside: string, args: readonly string[], overrides = {}): Promise<Run> {
  const neighbour = join(outside, 'neighbour');
  const before = snapshot(neighbour);
  // Even a file that is gone again, such as a lock, changes the time of its folder.
  const { mtimeMs } = statSync(neighbour);
  const result = await run(join(outside, 'site'), args, overrides);
  expect(result.stdout + result.stderr).not.toContain(secret);
  expect(snapshot(neighbour)).toEqual(before);
  expect(statSync(neighbour).mtimeMs).toBe(mtimeMs);
  return result;
}

type Links = Readonly<Record<string, string>>;
const one = ['feed', '-o', 'public/feed.xml'];
const all = ['feed', '--all', '-o', 'public'];

describe('feed writes nothing behind a link that leads out', () => {
  test.each<[name: string, links: Links, args: string[]]>([
    ['a file that is there', { 'public/feed.xml': '../../neighbour/empty' }, one],
    ['a file that is not', { 'public/feed.xml': '../../neighbour/new' }, one],
    ['an absolute target', { 'public/feed.xml': '$OUTSIDE/neighbour/new' }, one],
    ['a chain', { 'public/feed.xml': '../b', b: 'c', c: '../neighbour/new' }, one],
    ['a chain to what is there', { 'public/feed.xml': '../b', b: '../neighbour/empty' }, one],
    ['a folder in between', { public: '../neighbour' }, one],
    ['a folder in between that is not there', { public: '../neighbour/new' }, one],
    ['a folder further up', { a: '../neighbour' }, ['feed', '-o', 'a/b/c/feed.xml']],
    ['through a folder of the blog', { 'public/feed.xml': '../d/x', d: '../neighbour' }, one],
    ['out and on by two dots', { public: 'posts/../../neighbour' }, one],
    ['the folder of all', { public: '../neighbour' }, all],
    ['one file of all', { 'public/atom.xml': '../../neighbour/new' }, all],
    ['a category of all', { 'public/category/news/feed.xml': '../../../../neighbour/new' }, all],
    ['the folder of a category', { 'public/category': '../../neighbour' }, all],
    ['a device', { 'public/feed.xml': '/dev/null' }, one],
  ])('%s', async (_, links, args) => {
    const outside = around(links);
    const result = await runBeside(outside, args);
    expect(result).toMatchObject({ status: 1, stdout: '' });
    expect(result.stderr).toMatch(/leads through a link to \/\S+, outside its folder\n.*--force/);
    expect(filesIn(join(outside, 'site')).filter((file) => /^public\/.*(?:feed|atom)/.test(file))).toEqual(
      Object.keys(links).filter((link) => link.startsWith('public/') && /feed|atom/.test(link)),
    );
  });

  test.each(['--check', '--diff'])('%s reads nothing there', async (option) => {
    const feed = `<rss version="2.0"><channel><item><title>${secret}</title><link>https://x.org/</link></item></channel></rss>`;
    const outside = around({ 'public/feed.xml': '../../neighbour/feed.xml' });
    writeFileSync(join(outside, 'neighbour/feed.xml'), feed);
    expect(await runBeside(outside, [...one, option])).toMatchObject({ status: 1, stdout: '' });
  });

  test('with --force it does', async () => {
    const outside = around({ 'public/feed.xml': '../../neighbour/empty', 'public/atom.xml': '../../neighbour/new' });
    expect((await run(join(outside, 'site'), [...all, '--force'])).status).toBe(0);
    expect(readFileSync(join(outside, 'neighbour/empty'), 'utf8')).toContain('<rss');
    expect(readFileSync(join(outside, 'neighbour/new'), 'utf8')).toContain('<feed');
  });
});

describe('what somebody named, or has at home, stays as good as it was', () => {
  test.each<[name: string, links: Links, output: string]>([
    ['a path above', {}, '../feed.xml'],
    ['an absolute path', {}, '$OUTSIDE/deep/feed.xml'],
    ['a link that lies outside', {}, '../link/feed.xml'],
    ['a link inside', { 'public/feed.xml': '../real.xml' }, 'public/feed.xml'],
    ['a folder inside', { public: 'docs/public' }, 'public/feed.xml'],
    ['out, and in again', { public: '../site/docs' }, 'public/feed.xml'],
  ])('%s', async (_, links, output) => {
    const outside = around(links, { 'docs/public/x': '' });
    symlinkSync('neighbour', join(outside, 'link'));
    mkdirSync(join(outside, 'deep'));
    const { status, stderr } = await run(join(outside, 'site'), ['feed', '-o', output.replace('$OUTSIDE', outside)]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(/feed\.xml: 1 post\n$/) });
  });

  test('a blog that lies behind a link, by either path', async () => {
    const outside = around({});
    symlinkSync('site', join(outside, 'home'));
    for (const args of [
      ['-C', join(outside, 'home'), ...all],
      ['-C', join(outside, 'home'), ...one],
      ['-C', join(outside, 'site'), 'feed', '-o', join(outside, 'home/a.xml')],
      ['-C', join(outside, 'home'), 'feed', '-o', join(outside, 'site/b.xml')],
      ['-C', join(outside, 'home'), 'new', 'Cake', '--no-input'],
      ['-C', join(outside, 'home'), 'rename', 'tea', 'Green tea'],
    ]) {
      expect({ args, ...(await run('/', args)) }).toMatchObject({ args, status: 0 });
    }
  });

  test('by a link from elsewhere into the blog nothing gets out of it either', async () => {
    const outside = around({ public: '../neighbour' });
    symlinkSync('site', join(outside, 'home'));
    for (const output of ['home/public/new.xml', 'site/public/new.xml']) {
      expect((await runBeside(outside, ['feed', '-o', join(outside, output)])).status).toBe(1);
    }
  });

  test('a folder or config that is named on the command line is taken as it is', async () => {
    const outside = around({ posts: '../neighbour', 'blog.config.yaml': '../settings.yaml' });
    writeFileSync(join(outside, 'settings.yaml'), config);
    const site = join(outside, 'site');
    const named = ['--config', 'blog.config.yaml', '--posts', 'posts'];
    expect(await run(site, [...named, 'list', '--format', 'paths'])).toMatchObject({
      status: 0,
      stdout: 'posts/secret.md\n',
    });
    expect((await run(site, [...named, 'new', 'Cake'])).status).toBe(0);
  });
});

const commands = [
  ['list'],
  ['validate'],
  ['validate', '--fix'],
  ['feed'],
  ['feed', '-o', 'feed.xml'],
  ['new', 'Cake'],
  ['new', 'Cake', '--dry-run'],
  ['show', 'secret'],
  ['publish', 'secret'],
  ['unpublish', 'secret'],
  ['rename', 'secret', 'Known'],
  ['categories'],
  ['categories', 'merge', 'News', 'Events'],
  [],
];

describe('a posts folder, templates, static files and a config that are links, or lie behind one, are refused', () => {
  test.each<[name: string, links: Links, settings: string, commands: string[][], said: RegExp]>([
    ['posts', { posts: '../neighbour' }, '', commands, /posts: posts leads .*neighbour, outside.*--posts DIR/],
    ['posts that are not there', { posts: '../neighbour/new' }, '', commands, /posts: posts leads .*neighbour\/new/],
    ['posts by the config', { texts: '../neighbour' }, 'posts: texts\n', commands, /posts: texts leads/],
    ['posts behind a link', { a: '..' }, 'posts: a/neighbour\n', commands, /posts: a\/neighbour leads/],
    ['posts behind a link, new', { a: '../neighbour' }, 'posts: a/b/c\n', commands, /posts: a\/b\/c leads/],
    [
      'templates',
      { t: '../neighbour' },
      'templates: t\n',
      [
        ['new', 'Cake', '--template', 'secret'],
        ['new', 'Cake', '--template', 'secret', '--dry-run'],
      ],
      /templates: t leads .*neighbour, outside/,
    ],
    [
      'templates behind a link',
      { a: '..' },
      'templates: a/neighbour\n',
      [['new', 'Cake', '--template', 'secret']],
      /templates: a\/neighbour leads/,
    ],
    ['static', { public: '../neighbour/folder' }, 'static: public\n', [['validate']], /static: public leads .*folder/],
  ])('%s', async (_, links, settings, tried, said) => {
    const outside = around(links, { 'blog.config.yaml': config + settings });
    for (const args of tried) {
      const result = await runBeside(outside, args);
      expect({ args, ...result }).toMatchObject({ args, status: 2, stderr: expect.stringMatching(said) });
    }
  });

  test.each<[target: string, config: string]>([
    ['../neighbour/secret.txt', 'blog.config.yaml'],
    ['../neighbour/secret.txt', 'blog.config.yml'],
    ['../neighbour/secret.txt', 'blog.config.json'],
    ['../neighbour/none', 'blog.config.yaml'],
    ['/etc/passwd', 'blog.config.yaml'],
    ['a/secret.txt', 'blog.config.yaml'],
  ])('a config → %s, called %s', async (target, name) => {
    const outside = around({ a: '../neighbour' });
    rmSync(join(outside, 'site/blog.config.yaml'));
    symlinkSync(target, join(outside, 'site', name));
    for (const args of [['list'], ['-C', '.', 'validate'], ['new', 'Cake'], []]) {
      const result = await runBeside(outside, args);
      expect({ args, ...result }).toMatchObject({ args, status: 2 });
      expect(result.stderr).toMatch(
        new RegExp(`^blog: config ${name} leads through a link to /.*, outside its folder; .*--config FILE\n$`),
      );
    }
  });

  test('a link to a folder of the blog, or to a config in it, is fine', async () => {
    const links = { posts: 'texts', 'blog.config.yaml': 'settings/blog.yaml', t: 'forms', public: 'docs' };
    const outside = around(links, {
      'texts/a.md': post,
      'settings/blog.yaml': `${config}static: public\ntemplates: t\n`,
      'forms/minutes.md': '{{title}}\n',
      'docs/a.png': '',
    });
    const site = join(outside, 'site');
    expect(await run(site, ['list', '--format', 'paths'])).toMatchObject({ status: 0, stdout: 'posts/a.md\n' });
    expect((await run(site, ['new', 'Cake', '--template', 'minutes'])).status).toBe(0);
    expect((await run(site, ['validate', 'posts/a.md', '--rule', 'id-missing=off'])).status).toBe(0);
  });

  test('a template that is a link: followed inside of its folder alone', async () => {
    const outside = around(
      { 't/secret.md': '../../neighbour/secret.md', 't/linked.md': 'minutes.md' },
      { 'blog.config.yaml': `${config}templates: t\n`, 't/minutes.md': 'Minutes of {{title}}\n' },
    );
    expect((await runBeside(outside, ['new', 'Cake', '--template', 'secret'])).status).toBe(2);
    const linked = await runBeside(outside, ['new', 'Cake', '--template', 'linked', '--dry-run']);
    expect(linked).toMatchObject({ status: 0, stdout: expect.stringContaining('Minutes of Cake') });
  });

  test('templates that nobody has set are not looked for behind a link', async () => {
    const outside = around({ 'posts/_templates': '../../neighbour' });
    const result = await runBeside(outside, ['new', 'Cake', '--template', 'secret']);
    expect(result.stderr).not.toContain('_templates');
  });
});

describe('one post that is a link to the outside', () => {
  const links = { 'posts/secret.md': '../../neighbour/secret.md' };

  test.each([
    ['list', '--status', 'all'],
    ['show', 'secret'],
    ['edit', 'secret'],
    ['edit', 'posts/secret.md'],
    ['validate'],
    ['validate', '--fix'],
    ['feed'],
    ['publish', 'secret'],
    ['unpublish', 'posts/secret.md'],
    ['rename', 'secret', 'Known'],
    ['new', 'Cake', '--from', 'secret'],
  ])('blog %s %s', async (...args) => {
    const outside = around(links);
    const editor = { EDITOR: 'sh -c \'cat "$0" >&2; echo mine >> "$0"\'', PATH: '/usr/bin:/bin' };
    const result = await runBeside(outside, args.filter(Boolean), { env: editor });
    expect(result.status).not.toBe(0);
    expect(result.stdout + result.stderr).toContain('posts/secret.md');
  });

  test('images are not looked for behind one', async () => {
    const text = (image: string): string => `---\ntitle: A\ndate: 2018-07-05\nimage: ${image}\n---\n\n![A](${image})\n`;
    const outside = around(
      { 'posts/logo.png': '../../neighbour/folder/logo.png', 'posts/images': '../../neighbour/folder' },
      { 'posts/a.md': text('logo.png'), 'posts/b.md': text('images/logo.png') },
    );
    const found = await runBeside(outside, ['validate', 'posts/a.md', 'posts/b.md', '--format', 'compact']);
    expect(found.stdout).toMatch(/a\.md:4:8: error: .*logo\.png/);
    expect(found.stdout).toMatch(/b\.md:4:8: error: .*logo\.png/);
    expect((await runBeside(outside, ['feed'])).stdout).not.toContain('length="1"');
  });
});

describe('init', () => {
  test.each<[links: Links, args: string[]]>([
    [{ '.github': '../neighbour' }, []],
    [{ '.github/workflows': '../../neighbour' }, []],
    [{ '.github': '../neighbour/new' }, []],
    [{ posts: '../neighbour' }, ['--no-ci']],
    [{ posts: '../neighbour/new' }, ['--no-ci']],
    [{ 'content/blog': '../../neighbour' }, ['--no-ci']],
    [{ content: '../neighbour' }, ['--no-ci', '--posts', 'content/posts']],
  ])('%j %j: nothing is begun', async (links, args) => {
    const outside = around(links);
    rmSync(join(outside, 'site/blog.config.yaml'));
    if (!('posts' in links)) renameSync(join(outside, 'site/posts'), join(outside, 'old'));
    const before = snapshot(join(outside, 'site'));
    for (const more of [[], ['--dry-run']]) {
      const result = await runBeside(outside, ['init', ...args, ...more]);
      expect(result).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('leads through a link') });
    }
    expect(snapshot(join(outside, 'site'))).toEqual(before);
  });

  test('a config that is a link is there already, and is not read', async () => {
    const outside = around({ 'blog.config.yaml': '../neighbour/secret.txt' });
    expect((await runBeside(outside, ['init', '--no-ci'])).status).toBe(1);
  });

  test('a .gitignore that is a link stays as it is', async () => {
    const outside = around({ '.gitignore': '../neighbour/secret.txt' });
    rmSync(join(outside, 'site/blog.config.yaml'));
    const result = await runBeside(outside, ['init', '--no-ci', '--ignore-feed']);
    // It was asked for, and is not done.
    expect(result).toMatchObject({ status: 1, stderr: expect.stringContaining('not changed: .gitignore') });
  });
});
