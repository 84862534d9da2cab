import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { parseConfig } from '../../src/blog/config/parse.ts';
import { configText } from '../../src/blog/scaffold.ts';
import { temporaryPath } from '../../src/files/write/temporary.ts';
import { main } from '../../src/main.ts';
import { keys, scriptedTerminal } from '../support/scriptedTerminal.ts';
import { run } from '../support/site.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';
import { testNow, testShell } from '../support/testShell.ts';

const post = 'posts/2024-05-14-welcome-to-our-blog.md';
const workflow = '.github/workflows/blog.yml';
const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');

function configOf(folder: string) {
  const result = parseConfig(read(folder, 'blog.config.yaml'));
  if ('faults' in result) throw new Error(result.faults[0]?.message);
  return result.config;
}

describe('without a terminal', () => {
  test('flags and sensible defaults: paths on stdout, next steps on stderr', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'our-new_blog'));
    const result = await run(folder, ['-C', 'our-new_blog', 'init', '--timezone', 'Europe/London']);
    expect(result.status).toBe(0);
    expect(result.stdout).toBe(`${post}\n${workflow}\nblog.config.yaml\n`);
    expect(result.stderr).toContain('blog publish welcome-to-our-blog');
    expect(filesIn(join(folder, 'our-new_blog'))).toEqual([workflow, 'blog.config.yaml', post]);
    expect(configOf(join(folder, 'our-new_blog'))).toMatchObject({
      title: 'Our new blog',
      language: 'en',
      timeZone: 'Europe/London',
      posts: 'posts',
    });
  });

  test('every flag arrives in the config', async () => {
    const folder = tempFolder();
    const flags = ['--title', 'A: “b” #c', '--site-url', 'https://org.github.io/blog/', '--language', 'no'];
    const more = [
      '--timezone',
      'Etc/GMT+1',
      '--categories',
      'Announcements, On: off ,, announcements,#3',
      '--posts',
      './texts/en/',
    ];
    expect((await run(folder, ['init', ...flags, ...more, '--no-ci'])).status).toBe(0);
    expect(configOf(folder)).toMatchObject({
      title: 'A: “b” #c',
      siteUrl: 'https://org.github.io/blog',
      language: 'no',
      timeZone: 'Etc/GMT+1',
      posts: 'texts/en',
      categories: [{ name: 'Announcements' }, { name: 'On: off' }, { name: '#3' }],
    });
    expect(filesIn(folder)).toEqual(['blog.config.yaml', 'texts/en/2024-05-14-welcome-to-our-blog.md']);
  });

  test.each([[[]], [['--categories', 'Announcements,Interviews']], [['--posts', '.', '--ignore-feed']]])(
    'what it wrote (%j) is valid without a warning',
    async (flags) => {
      const folder = tempFolder();
      expect((await run(folder, ['init', ...flags])).status).toBe(0);
      const checked = await run(folder, ['validate', '--strict']);
      expect(checked).toMatchObject({ status: 0, stdout: '', stderr: '1 post, no problems\n' });
    },
  );

  test.each([
    ['--title', ' '],
    ['--title', 'a\nb'],
    ['--site-url', 'blog.example.org'],
    ['--site-url', 'https://x.example/?a'],
    ['--language', 'English'],
    ['--timezone', 'London'],
    ['--categories', 'a\tb'],
    ['--posts', '../elsewhere'],
    ['--posts', '/elsewhere'],
  ])('%s %j is refused, and nothing is written', async (flag, value) => {
    const folder = tempFolder();
    const result = await run(folder, ['init', flag, value]);
    expect([result.status, result.stdout]).toEqual([2, '']);
    expect(result.stderr).toContain(flag);
    expect(filesIn(folder)).toEqual([]);
  });
});

describe('what is there already', () => {
  test.each(['blog.config.yaml', 'blog.config.yml', 'blog.config.json'])('with %s nothing is written', async (name) => {
    const folder = tempFolder({ [name]: '{}' });
    const result = await run(folder, ['init']);
    expect(result).toMatchObject({ status: 1, stdout: '' });
    expect(result.stderr).toContain(`${name} already exists`);
    expect(filesIn(folder)).toEqual([name]);
  });

  test('a link named blog.config.yaml that leads nowhere is no place to write either', async () => {
    const folder = tempFolder();
    symlinkSync('nowhere', join(folder, 'blog.config.yaml'));
    expect(await run(folder, ['init', '--no-ci'])).toMatchObject({ status: 1 });
  });

  test('posts and a workflow stay, and are named', async () => {
    const old = '---\ntitle: Old\ndate: 2020-01-01\n---\n';
    const folder = tempFolder({ '_posts/2020-01-01-old.md': old, [workflow]: 'mine\n' });
    const result = await run(folder, ['init']);
    expect(result.stdout).toBe('blog.config.yaml\n');
    expect(result.stderr).toContain('not changed: _posts (already contains posts)\n');
    expect(result.stderr).toContain(`not changed: ${workflow}\n`);
    expect(configOf(folder).posts).toBe('_posts');
    expect([read(folder, workflow), read(folder, '_posts/2020-01-01-old.md')]).toEqual(['mine\n', old]);
  });

  test.each([
    ['', '/feed.xml\n'],
    ['a', 'a\n/feed.xml\n'],
    ['a\r\n', 'a\r\n/feed.xml\r\n'],
    ['# b\n/feed.xml\nc', '# b\n/feed.xml\nc'],
    ['feed.xml \n', 'feed.xml \n'],
  ])('.gitignore %j becomes %j', async (before, after) => {
    const folder = tempFolder({ '.gitignore': before });
    const result = await run(folder, ['init', '--ignore-feed']);
    expect(read(folder, '.gitignore')).toBe(after);
    expect(result.stdout.includes('.gitignore\n')).toBe(before !== after);
    expect(result.stderr.includes('not changed: .gitignore (already has feed.xml)\n')).toBe(before === after);
  });

  test('without --ignore-feed .gitignore is not touched', async () => {
    const folder = tempFolder();
    await run(folder, ['init']);
    expect(filesIn(folder)).not.toContain('.gitignore');
  });

  test('a run that was stopped before the config was written is finished by the next', async () => {
    const folder = tempFolder({ [post]: '---\ntitle: Mine now\ndate: 2024-05-14\n---\n' });
    expect((await run(folder, ['init'])).stdout).toBe(`${workflow}\nblog.config.yaml\n`);
    expect(read(folder, post)).toContain('Mine now');
  });

  test('below the top of a repository there is no workflow: GitHub would not see it', async () => {
    const folder = tempFolder({ 'blog/.keep': '' });
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    const result = await run(join(folder, 'blog'), ['init']);
    expect(result.stdout).toBe(`${post}\nblog.config.yaml\n`);
    expect(result.stderr).toContain(
      `no workflow written: GitHub only runs workflows in the repository root, ${folder}\n`,
    );
  });
});

test('--dry-run names what would be written', async () => {
  const folder = tempFolder({ [workflow]: 'mine\n' });
  const result = await run(folder, ['init', '--dry-run']);
  expect(result.stdout).toBe(`${post}\nblog.config.yaml\n`);
  expect(result.stderr).toContain(`not changed: ${workflow}\n`);
  expect(result.stderr).toContain('nothing was written');
  expect(filesIn(folder)).toEqual([workflow]);
});

test('the workflow is YAML that GitHub understands, and runs a version of the tool', async () => {
  const folder = tempFolder();
  await run(folder, ['init']);
  const { jobs, env } = parse(read(folder, workflow));
  expect(env.BLOG_TOOL).toMatch(/^partnership-blog@\d/);
  expect(jobs.validate.steps.map((step: { run?: string }) => step.run).filter(Boolean)).toEqual([
    'npx --yes "$BLOG_TOOL" validate --format github',
  ]);
});

test('--feeds adds a workflow that commits the feeds, which needs the URL and a feed that git does not ignore', async () => {
  const folder = tempFolder();
  const feeds = '.github/workflows/feeds.yml';
  expect(await run(folder, ['init', '--feeds'])).toMatchObject({
    status: 2,
    stderr: 'blog: --feeds needs the site’s URL; pass --site-url https://…\n',
  });
  expect((await run(folder, ['init', '--feeds', '--ignore-feed'])).status).toBe(2);
  expect(filesIn(folder)).toEqual([]);
  const { stdout } = await run(folder, ['init', '--feeds', '--no-ci', '--site-url', 'https://blog.example.org']);
  expect(stdout).toBe(`${post}\n${feeds}\nblog.config.yaml\n`);
  const { on, permissions, jobs, env } = parse(read(folder, feeds));
  expect({ on, permissions }).toMatchObject({ on: { push: null }, permissions: { contents: 'write', pages: 'write' } });
  expect(on.schedule).toEqual([{ cron: '17 5 * * *' }]);
  expect(env).toMatchObject({ BLOG_TOOL: expect.stringMatching(/^partnership-blog@\d/), FEEDS: 'public' });
  // It can be there without the other.
  expect(read(folder, feeds)).toContain('github:OWNER/REPOSITORY');
  const both = await run(tempFolder(), ['init', '--feeds', '--site-url', 'https://blog.example.org']);
  expect(both.stderr).toContain(
    `${workflow} and ${feeds} install the tool from npm; comments in them say how to use another source.\n`,
  );
  expect(jobs.feeds.steps[2].run).toBe('npx --yes "$BLOG_TOOL" feed --all -o "$FEEDS"');
});

describe('--feeds in a blog that exists', () => {
  const feeds = '.github/workflows/feeds.yml';
  const config = 'site_url: https://blog.example.org\n';

  test('adds the workflow, and changes nothing else', async () => {
    const folder = tempFolder({ 'blog.config.yaml': config, 'posts/a.md': '' });
    expect(await run(folder, ['init', '--feeds', '--dry-run'])).toMatchObject({ status: 0, stdout: `${feeds}\n` });
    expect(filesIn(folder)).toHaveLength(2);
    const result = await run(folder, ['init', '--feeds']);
    expect(result).toMatchObject({ status: 0, stdout: `${feeds}\n` });
    expect(result.stderr).toContain(`set FEEDS in ${feeds}.\n`);
    expect(filesIn(folder)).toEqual([feeds, 'blog.config.yaml', 'posts/a.md']);
    expect(read(folder, feeds)).toContain('schedule:');
    const again = await run(folder, ['init', '--feeds']);
    expect(again).toEqual({ status: 0, stdout: '', stderr: `not changed: ${feeds}\n` });
  });

  test('with --hook both are added, or neither', async () => {
    const folder = tempFolder({ 'blog.config.yaml': config });
    expect((await run(folder, ['init', '--feeds', '--hook'])).status).not.toBe(0);
    expect(filesIn(folder)).toEqual(['blog.config.yaml']);
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    const { stdout } = await run(folder, ['init', '--feeds', '--hook']);
    expect(stdout).toBe(`${feeds}\n.git/hooks/pre-commit\n`);
  });

  test('needs the URL of the site, a file that is not there, and the root of the repository', async () => {
    const folder = tempFolder({ 'blog.config.yaml': '', 'sub/blog.config.yaml': config });
    const missing = 'blog: --feeds needs the site’s URL; set site_url in blog.config.yaml\n';
    expect(await run(folder, ['init', '--feeds'])).toEqual({ status: 2, stdout: '', stderr: missing });
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    expect((await run(folder, ['-C', 'sub', 'init', '--feeds'])).stderr).toContain('repository root');
    const own = tempFolder({ 'blog.config.yaml': config, [feeds]: 'mine\n' });
    expect(await run(own, ['init', '--feeds'])).toMatchObject({ status: 1, stdout: '' });
    expect((await run(own, ['init', '--feeds', '--dry-run'])).status).toBe(1);
    expect(read(own, feeds)).toBe('mine\n');
  });

  test('any other option is refused, and the way to add a file is named', async () => {
    const folder = tempFolder({ 'blog.config.yaml': config });
    const result = await run(folder, ['init', '--feeds', '--title', 'X']);
    expect(result).toMatchObject({ status: 1, stdout: '' });
    expect(result.stderr).toContain('run: blog init --ci, --feeds, --site or --hook\n');
  });
});

describe('--site', () => {
  const site = '.github/workflows/site.yml';
  const statement = 'posts/_site/accessibility.md';

  test('adds a workflow for GitHub Pages, a statement to fill in and the link to it', async () => {
    const folder = tempFolder();
    expect(await run(folder, ['init', '--site'])).toMatchObject({
      status: 2,
      stderr: 'blog: --site needs the site’s URL; pass --site-url https://…\n',
    });
    expect(filesIn(folder)).toEqual([]);
    const { stdout, stderr } = await run(folder, [
      'init',
      '--site',
      '--no-ci',
      '--site-url',
      'https://blog.example.org',
    ]);
    expect(stdout).toBe(`${post}\n.gitignore\n${site}\n${statement}\nblog.config.yaml\n`);
    expect(stderr).toContain('On GitHub, set Settings > Pages > Source to “GitHub Actions”.');
    const { on, permissions, jobs, env } = parse(read(folder, site));
    expect(permissions).toEqual({ contents: 'read', pages: 'write', 'id-token': 'write' });
    expect(on.schedule).toEqual([{ cron: '17 5 * * *' }]);
    expect(env.BLOG_TOOL).toMatch(/^partnership-blog@\d/);
    expect(jobs.site.environment).toEqual({ name: 'github-pages', url: '$' + '{{ steps.publish.outputs.page_url }}' });
    expect(jobs.site.steps.map((step: { run?: string }) => step.run).filter(Boolean)).toEqual([
      'npx --yes "$BLOG_TOOL" build -o public',
    ]);
    expect(read(folder, '.gitignore')).toBe('/public/\n');
    expect(parseConfig(read(folder, 'blog.config.yaml'))).toMatchObject({
      config: { site: { footer: [{ label: 'Accessibility', url: '/accessibility/' }] } },
    });
  });

  test('the statement, and the link to it, are not published before it is filled in', async () => {
    const step = 'posts/_site/accessibility.md is a draft: fill it in, then delete its line “draft: true”';
    const folder = tempFolder();
    expect((await run(folder, ['init', '--site', '--site-url', 'https://blog.example.org'])).stderr).toContain(step);
    const { status, stderr } = await run(folder, ['build', '-o', 'public']);
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: expect.stringContaining(
        'posts/_site/accessibility.md: not on the site (draft), nor is its link “Accessibility” of site.footer; when it is finished, delete its line “draft: true”\n',
      ),
    });
    expect(filesIn(join(folder, 'public')).filter((file) => /accessib/.test(read(folder, `public/${file}`)))).toEqual(
      [],
    );
    expect(filesIn(join(folder, 'public')).join()).not.toContain('accessibility');
    expect((await run(folder, ['validate'])).stdout).toContain(
      'posts/_site/accessibility.md:6:2: warning: placeholder text',
    );
    const text = read(folder, statement);
    writeFileSync(join(folder, statement), text.replace(/^draft: true.*\n/m, '').replace(/^\*.*\*$/gm, 'Ours.'));
    const done = await run(folder, ['build', '-o', 'public']);
    expect(done.stderr).not.toContain('accessibility.md');
    expect(read(folder, 'public/accessibility/index.html')).toContain('<h1');
    expect(read(folder, 'public/index.html')).toContain('href="/accessibility/"');
    expect(await run(folder, ['validate'])).toMatchObject({ status: 0, stdout: '' });
  });

  test('in a blog that exists adds what is missing, once', async () => {
    const config = '# Ours\nsite_url: https://blog.example.org\n';
    const folder = tempFolder({ 'blog.config.yaml': config, 'posts/a.md': '', '.gitignore': 'node_modules' });
    expect(await run(folder, ['init', '--site', '--dry-run'])).toMatchObject({
      status: 0,
      stdout: `${site}\n${statement}\n.gitignore\nblog.config.yaml\n`,
    });
    expect(filesIn(folder)).toHaveLength(3);
    expect(await run(folder, ['init', '--site'])).toMatchObject({ status: 0 });
    expect(read(folder, '.gitignore')).toBe('node_modules\n/public/\n');
    expect(read(folder, 'blog.config.yaml')).toMatch(
      /^# Ours\nsite_url: .*\n\n# The pages that `blog build` writes\.\nsite:\n/,
    );
    const before = filesIn(folder).map((file) => read(folder, file));
    const again = await run(folder, ['init', '--site']);
    expect(again).toEqual({
      status: 0,
      stdout: '',
      stderr: `not changed: ${site}\nnot changed: ${statement}\nnot changed: .gitignore (already has public/)\nnot changed: blog.config.yaml\n`,
    });
    expect(filesIn(folder).map((file) => read(folder, file))).toEqual(before);
  });

  test('keeps a config that nothing can be added to, and a statement that was filled in', async () => {
    const config = '{ site_url: "https://blog.example.org" }\n';
    const folder = tempFolder({ 'blog.config.yaml': config, [statement]: 'Ours.\n', 'posts/a.md': '' });
    const { status, stderr } = await run(folder, ['init', '--site']);
    expect(status).toBe(0);
    expect(stderr).toContain('not changed: blog.config.yaml\n');
    expect(read(folder, 'blog.config.yaml')).toBe(config);
    expect(read(folder, statement)).toBe('Ours.\n');
  });

  test('does not replace a workflow of somebody else, and is no workflow for feeds', async () => {
    const config = 'site_url: https://blog.example.org\n';
    const folder = tempFolder({ 'blog.config.yaml': config, [site]: 'mine\n', 'posts/a.md': '' });
    expect(await run(folder, ['init', '--site'])).toMatchObject({ status: 1, stdout: '' });
    expect(filesIn(folder)).toHaveLength(3);
    expect((await run(folder, ['init', '--site', '--feeds'])).status).toBe(2);
  });
});

test.each(['no', '12', 'true', "'", '- a', 'a: b', '🎉', '\\', '*x', '%', '@', 'null'])(
  'the config keeps the text %j wherever it stands',
  (odd) => {
    const text = configText({ title: odd, language: 'en', timeZone: 'UTC', categories: [odd], posts: `p/${odd}` });
    expect(parseConfig(text)).toMatchObject({ config: { title: odd, categories: [{ name: odd }], posts: `p/${odd}` } });
  },
);

describe('what a run left that was killed right after a file got its name', () => {
  const left = (folder: string): string => join(folder, basename(temporaryPath('.')).replace(/-\d+-/, '-999999999-'));
  const temporaries = (folder: string): string[] => filesIn(folder).filter((file) => file.includes('.blog-'));

  test.each(['.github/workflows', 'posts', '.'])('in %s is removed by the next run', async (where) => {
    const folder = tempFolder();
    await run(folder, ['init', '--timezone', 'UTC']);
    rmSync(join(folder, 'blog.config.yaml'));
    writeFileSync(left(join(folder, where)), '');
    expect(await run(folder, ['init', '--timezone', 'UTC'])).toMatchObject({ status: 0 });
    expect(temporaries(folder)).toEqual([]);
  });

  test.each([
    ['init, which refuses', ['init'], 1],
    ['new', ['new', 'Tea'], 0],
    ['publish', ['publish', 'welcome-to-our-blog', '--keep-date'], 0],
    ['rename', ['rename', 'welcome-to-our-blog', 'Hello', '--slug', 'hello'], 0],
    ['unpublish', ['unpublish', 'welcome-to-our-blog'], 0],
  ])('beside the config is removed by %s', async (_, args, status) => {
    const folder = tempFolder();
    await run(folder, ['init', '--timezone', 'UTC', '--site-url', 'https://b.example']);
    writeFileSync(left(folder), '');
    expect(await run(folder, args)).toMatchObject({ status });
    expect(temporaries(folder)).toEqual([]);
  });

  test('stays in a dry run', async () => {
    const folder = tempFolder({ 'blog.config.yaml': '' });
    writeFileSync(left(folder), '');
    await run(folder, ['init', '--dry-run']);
    expect(temporaries(folder)).toHaveLength(1);
  });
});

describe('at a terminal', () => {
  test('six questions, each with its default; a wrong answer is asked again', async () => {
    const folder = tempFolder();
    const terminal = scriptedTerminal();
    const { shell, stdout } = testShell({ cwd: folder, now: () => new Date(testNow), ...terminal.overrides });
    const done = main(['init'], shell);
    await terminal.answer('Title of the blog', `Ours${keys.enter}`);
    await terminal.answer('Site URL', `blog.example.org${keys.enter}`);
    await terminal.answer('must be a URL', `${'\x7f'.repeat(16)}https://blog.example.org${keys.enter}`);
    await terminal.answer('Language', keys.enter);
    await terminal.answer('Time zone', keys.enter);
    await terminal.answer('Categories', `Announcements, Interviews${keys.enter}`);
    await terminal.answer('Must somebody review each post', `perhaps${keys.enter}`);
    await terminal.answer('must be yes or no', `${'\x7f'.repeat(7)}Y${keys.enter}`);
    expect(await done).toBe(0);
    expect(stdout()).toContain('blog.config.yaml\n');
    expect(configOf(folder)).toMatchObject({
      title: 'Ours',
      siteUrl: 'https://blog.example.org',
      language: 'en',
      categories: [{ name: 'Announcements' }, { name: 'Interviews' }],
      rules: { 'reviewer-missing': 'error' },
    });
  });

  test.each(['--site', '--feeds'])('%s needs the URL, so that it cannot be skipped', async (option) => {
    const folder = tempFolder();
    const terminal = scriptedTerminal();
    const { shell } = testShell({ cwd: folder, now: () => new Date(testNow), ...terminal.overrides });
    const done = main(['init', option], shell);
    await terminal.answer('Title of the blog', keys.enter);
    await terminal.answer('Site URL, such as https://NAME.github.io/REPOSITORY', keys.enter);
    await terminal.answer('must not be empty', `https://ada.github.io/blog${keys.enter}`);
    await terminal.answer('Language', keys.enter);
    await terminal.answer('Time zone', keys.enter);
    await terminal.answer('Categories', keys.enter);
    await terminal.answer('Must somebody review each post', keys.enter);
    expect(await done).toBe(0);
    expect(configOf(folder)).toMatchObject({ siteUrl: 'https://ada.github.io/blog' });
  });

  test('Ctrl-C at any question writes nothing', async () => {
    const folder = tempFolder();
    const terminal = scriptedTerminal();
    const { shell } = testShell({ cwd: folder, ...terminal.overrides });
    const done = main(['init'], shell);
    await terminal.answer('Title of the blog', keys.enter);
    await terminal.answer('Site URL', keys.ctrlC);
    expect(await done).toBe(130);
    expect(filesIn(folder)).toEqual([]);
  });
});

describe('--feeds and --site, of which a blog has one', () => {
  const url = ['--site-url', 'https://blog.example.org'];

  test('together', async () => {
    const folder = tempFolder();
    expect(await run(folder, ['init', '--site', '--feeds', ...url])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'blog: --feeds and --site cannot be used together: the site has the feeds already; leave out --feeds\n',
    });
    expect(filesIn(folder)).toEqual([]);
  });

  test.each([
    ['--site', '--feeds', 'site.yml publishes the feeds with the site already; nothing was written'],
    ['--feeds', '--site', 'feeds.yml commits the feeds, which the site has already; nothing was written'],
  ])('%s, then %s', async (first, second, message) => {
    const folder = tempFolder({ 'blog.config.yaml': 'site_url: https://blog.example.org\n' });
    await run(folder, ['init', first]);
    const before = filesIn(folder);
    for (const more of [[], ['--dry-run'], ['--ci']]) {
      const { status, stdout, stderr } = await run(folder, ['init', second, ...more]);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr).toContain(`.github/workflows/${message}`);
    }
    expect(filesIn(folder)).toEqual(before);
    unlinkSync(join(folder, 'blog.config.yaml'));
    expect((await run(folder, ['init', second, ...url])).status).toBe(1);
  });

  test('a workflow of others with that name is none of ours', async () => {
    const config = { 'blog.config.yaml': 'site_url: https://blog.example.org\n' };
    const folder = tempFolder({ ...config, '.github/workflows/site.yml': 'name: Hugo\n' });
    expect((await run(folder, ['init', '--feeds'])).status).toBe(0);
  });
});
