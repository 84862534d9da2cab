import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { change, config, feed, read, site, titlesOf, write } from '../support/feedSite.ts';
import { run } from '../support/site.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';

describe('the file', () => {
  test('holds what would be printed; no other file is left', async () => {
    const folder = site();
    const before = filesIn(folder);
    expect(await feed(folder, '-o', 'feed.xml')).toEqual({ status: 0, stdout: '', stderr: 'feed.xml: 3 posts\n' });
    expect(read(folder, 'feed.xml')).toBe((await feed(folder)).stdout);
    expect((await feed(folder, '-o', '-')).stdout).toBe(read(folder, 'feed.xml'));
    expect(filesIn(folder)).toEqual([...before, 'feed.xml'].sort());
    expect(await run(folder, ['-q', 'feed', '-o', 'other.xml'])).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('that is right already is left alone, time and all', async () => {
    const folder = site();
    await feed(folder, '-o', 'feed.xml');
    const then = new Date('2020-01-01T00:00:00Z');
    utimesSync(join(folder, 'feed.xml'), then, then);
    expect((await feed(folder, '-o', 'feed.xml')).stderr).toBe('feed.xml: 3 posts, unchanged\n');
    expect((await feed(folder, '-o', 'feed.xml', '--force')).stderr).toBe('feed.xml: 3 posts, unchanged\n');
    expect(statSync(join(folder, 'feed.xml')).mtime).toEqual(then);
    expect((await feed(folder, '-o', 'feed.xml', '--limit', '1')).stderr).toBe('feed.xml: 1 post\n');
    expect(statSync(join(folder, 'feed.xml')).mtime).not.toEqual(then);
  });

  test('is found from -C, as all paths are', async () => {
    const folder = site();
    await run(tempFolder(), ['-C', folder, 'feed', '-o', 'feed.xml']);
    expect(titlesOf(read(folder, 'feed.xml'))).toHaveLength(3);
  });

  test('--check: 0 where it is what would be written, else 1, and nothing is written', async () => {
    const folder = site();
    expect(await feed(folder, '-o', 'feed.xml', '--check')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'feed.xml is out of date; run: blog feed -o feed.xml\n',
    });
    await feed(folder, '-o', 'feed.xml');
    expect(await feed(folder, '-o', 'feed.xml', '--check')).toEqual({ status: 0, stdout: '', stderr: '' });
    const before = read(folder, 'feed.xml');
    for (const text of [`${before} `, before.slice(0, -1), before.replace('Cups', 'Cubs'), '']) {
      write(folder, 'feed.xml', text);
      expect((await feed(folder, '-o', 'feed.xml', '--check')).status).toBe(1);
      expect(read(folder, 'feed.xml')).toBe(text);
    }
  });

  test('--check says why a file would not be replaced, in place of a command that would be refused', async () => {
    const folder = site();
    const check = (...args: string[]) => feed(folder, '--check', ...args);
    await feed(folder, '-o', 'atom.xml', '--type', 'rss');
    write(folder, 'notes.xml', 'notes');
    expect((await check('-o', 'notes.xml')).stderr).toBe(
      'notes.xml already exists and is not a feed; to overwrite it, pass --force\n',
    );
    expect((await check('-o', 'atom.xml')).stderr).toMatch(
      /^atom\.xml is an RSS feed; pass --type rss to update it, or .*\n$/,
    );
    expect((await check('-o', 'atom.xml', '--type', 'rss')).status).toBe(0);
    change(folder, 'posts/2024-05-10-tea.md', /^id: .*\n/m, '');
    const changed = await check('-o', 'atom.xml', '--type', 'rss');
    expect(changed).toMatchObject({ status: 1, stderr: expect.stringContaining('would reappear as unread') });
    expect(changed.stderr).not.toContain('out of date');
    expect((await check('-o', 'posts/new.md')).stderr).toBe(
      'posts/new.md would be read as a post; name another file\n',
    );
    expect((await check('-o', 'new.xml')).stderr).toBe('new.xml is out of date; run: blog feed -o new.xml\n');
  });

  test('that is no feed is not overwritten without --force', async () => {
    const folder = site();
    for (const text of ['<html></html>\n', 'notes', '<rss version="2.0"><channel>', '{"a": 1}']) {
      write(folder, 'notes.xml', text);
      expect(await feed(folder, '-o', 'notes.xml')).toEqual({
        status: 1,
        stdout: '',
        stderr: 'blog: notes.xml already exists and is not a feed; to overwrite it, pass --force\n',
      });
      expect((await feed(folder, '-o', 'notes.xml', '--diff')).status).toBe(1);
      expect(read(folder, 'notes.xml')).toBe(text);
    }
    expect((await feed(folder, '-o', 'notes.xml', '--force')).status).toBe(0);
    expect(titlesOf(read(folder, 'notes.xml'))).toHaveLength(3);
  });

  test('that is a post is never overwritten, by whatever way', async () => {
    const folder = site();
    const name = 'posts/2024-05-10-tea.md';
    const text = read(folder, name);
    symlinkSync(name, join(folder, 'link.xml'));
    symlinkSync('posts', join(folder, 'linked'));
    // A link to what is not there yet would make it.
    symlinkSync('posts/none.md', join(folder, 'none.xml'));
    for (const output of [
      name,
      'link.xml',
      'none.xml',
      'linked/2024-05-10-tea.md',
      'posts/new.md',
      'posts/deep/new.MARKDOWN',
    ]) {
      for (const force of [[], ['--force']]) {
        const { status, stdout, stderr } = await feed(folder, '-o', output, ...force);
        expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
        expect(stderr).toContain(`${output} would be read as a post; name another file`);
      }
    }
    expect(read(folder, name)).toBe(text);
    expect(filesIn(folder)).not.toContain('posts/new.md');
  });

  test('the settings are never overwritten', async () => {
    const folder = site();
    const { status, stderr } = await feed(folder, '-o', 'blog.config.yaml', '--force');
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'blog: blog.config.yaml is the config; name another file\n',
    });
    expect(readFileSync(join(folder, 'blog.config.yaml'), 'utf8')).toContain('site_url');
  });

  test('that is nested more deeply than any feed is none', async () => {
    const folder = site();
    const deep = `{"version":"https://jsonfeed.org/version/1.1","items":[{"id":${'['.repeat(9000)}${']'.repeat(9000)}}]}`;
    write(folder, 'feed.json', deep);
    const { status, stderr } = await feed(folder, '-o', 'feed.json', '--type', 'json');
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'blog: feed.json already exists and is not a feed; to overwrite it, pass --force\n',
    });
  });

  test.each([
    ['public/feed.xml', 'folder “public” not found; to create it, run: mkdir public'],
    ['public/feeds/all.xml', 'folder “public/feeds” not found; to create it, run: mkdir -p public/feeds'],
    ['our feeds/all.xml', 'folder “our feeds” not found; to create it, run: mkdir "our feeds"'],
  ])('is not written where its folder is missing, which the message names: %s', async (file, message) => {
    const folder = site();
    const before = filesIn(folder);
    expect(await feed(folder, '-o', file)).toEqual({ status: 2, stdout: '', stderr: `blog: ${message}\n` });
    expect(filesIn(folder)).toEqual(before);
    expect((await feed(folder, '-o', file, '--check')).status).toBe(1);
    expect((await feed(folder, '--all', '-o', dirname(file))).status).toBe(0);
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    expect((await feed(folder, '-o', file)).status).toBe(0);
  });

  test('a link to it stays a link, and its mode stays', async () => {
    const folder = site();
    write(folder, 'real.xml', '');
    chmodSync(join(folder, 'real.xml'), 0o640);
    symlinkSync('real.xml', join(folder, 'link.xml'));
    expect((await feed(folder, '-o', 'link.xml')).status).toBe(0);
    expect(titlesOf(read(folder, 'real.xml'))).toHaveLength(3);
    expect(statSync(join(folder, 'real.xml')).mode & 0o777).toBe(0o640);
  });
});

describe('--all', () => {
  const settings = `${config}categories: [{ name: Events, slug: e }, Partnership blog, C, { name: C++, slug: c-plus-plus }, Secret]\n`;

  test('writes every feed with its own address, and again nothing', async () => {
    const folder = site({}, settings);
    const { status, stdout, stderr } = await feed(folder, '--all', '-o', 'public/feeds');
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    const files = filesIn(join(folder, 'public/feeds'));
    expect(files).toEqual([
      'atom.xml',
      'category/c-plus-plus/feed.xml',
      'category/c/feed.xml',
      'category/e/feed.xml',
      'category/partnership-blog/feed.xml',
      'category/secret/feed.xml',
      'feed.json',
      'feed.xml',
    ]);
    expect(stderr.split('\n')).toHaveLength(files.length + 1);
    for (const file of files) {
      const text = read(folder, `public/feeds/${file}`);
      expect(text).toContain(`"https://blog.example.org/${file}"`);
      expect(titlesOf(text)).toHaveLength({ e: 1, p: 1, c: 0, s: 0 }[/^category\/(.)/.exec(file)?.[1] ?? ''] ?? 3);
    }
    expect((await feed(folder, '--all', '-o', 'public/feeds', '--check')).status).toBe(0);
    expect((await feed(folder, '--all', '-o', 'public/feeds')).stderr.match(/, unchanged$/gm)).toHaveLength(8);
  });

  test('writes none where one is refused', async () => {
    const folder = site({}, settings);
    await feed(folder, '--all', '-o', 'out');
    const before = filesIn(folder).map((file) => read(folder, file));
    write(folder, 'out/category/c/feed.xml', 'notes');
    change(folder, 'posts/2024-05-10-tea.md', 'Cups', 'Mugs');
    const { status, stderr } = await feed(folder, '--all', '-o', 'out');
    expect([status, stderr]).toEqual([1, expect.stringContaining('out/category/c/feed.xml already exists')]);
    expect(filesIn(folder).filter((file, index) => read(folder, file) !== before[index])).toEqual([
      'out/category/c/feed.xml',
      'posts/2024-05-10-tea.md',
    ]);
  });

  test('without categories in the config, those of the posts', async () => {
    const folder = site();
    await feed(folder, '--all', '-o', '.');
    expect(filesIn(folder).filter((file) => file.startsWith('category/'))).toEqual([
      'category/events/feed.xml',
      'category/partnership-blog/feed.xml',
    ]);
    expect(read(folder, 'category/events/feed.xml')).toContain('<title>Events · Our blog</title>');
  });

  test('--limit is each feed’s', async () => {
    const folder = site();
    await feed(folder, '--all', '-o', 'out', '--limit', '1');
    expect(titlesOf(read(folder, 'out/atom.xml'))).toEqual(['Tea & talk']);
    expect(titlesOf(read(folder, 'out/category/partnership-blog/feed.xml'))).toEqual(['Café']);
  });
});
