import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { config, feed, id, read, site, titlesOf, write } from '../support/feedSite.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';

describe('what cannot be done: exit 2, and nothing on stdout', () => {
  test.each<[string[], RegExp]>([
    [['--full', '--summary'], /--full cannot be used with --summary/],
    [['--check'], /--check needs an output file, for example: -o feed\.xml/],
    [['--diff'], /--diff needs an output file/],
    [['--check', '-o', '-'], /--check needs an output file/],
    [['--diff', '-o', '/dev/stdout'], /--diff needs an output file/],
    [['--all'], /--all needs an output folder, for example: -o public\n/],
    [['--check', '--diff', '-o', 'x.xml'], /--check cannot be used with --diff/],
    [['--all', '-o', 'x', '-c', 'Events'], /--all cannot be used with --category/],
    [['--all', '-o', 'x', '--type', 'atom'], /--all cannot be used with --type/],
    [['--limit', '-1'], /whole number/],
    [['--limit', 'many'], /whole number/],
    [['--type', 'html'], /choose from rss, atom, json/],
    [['-c', 'Evnets'], /no published post has the category “Evnets”; did you mean “Events”\?/],
    [['-c', 'Secret'], /no published post has the category “Secret”/],
    [['-a', 'Nobody'], /no published post has the author “Nobody”/],
    [['--site-url', 'blog.example.org'], /invalid URL for --site-url: “blog\.example\.org”; use a URL like https:/],
    [['--site-url', 'https://x.example/?a'], /invalid URL for --site-url/],
    [['--site-url', ''], /invalid URL for --site-url/],
    [['--site-url', 'https://me:secret@x.example'], /invalid URL for --site-url/],
    [['--site-url', 'https://x.example//blog'], /invalid URL for --site-url/],
    [['--self-url', 'feed.xml'], /invalid URL for --self-url: “feed\.xml”; use a URL like https:/],
    [['--self-url', 'javascript:alert(1)'], /invalid URL for --self-url/],
    [['-o', ''], /-o is empty; name a file/],
    [['-o', 'posts'], /posts is a folder; name a file/],
    [['-o', 'blog.config.yaml/feed.xml'], /blog\.config\.yaml\/feed\.xml: a part of its path is not a folder/],
    [['--all', '-o', 'blog.config.yaml'], /blog.config.yaml is a file; --all needs a folder, for example: -o public\n/],
    [['--all', '-o', 'blog.config.yaml', '--check'], /is a file; --all needs a folder/],
    [['surplus'], /too many arguments/],
  ])('feed %j', async (args, message) => {
    const folder = site();
    const before = filesIn(folder);
    const { status, stdout, stderr } = await feed(folder, ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(filesIn(folder)).toEqual(before);
  });

  test('no site address anywhere', async () => {
    const { status, stdout, stderr } = await feed(site({}, 'title: T\n'));
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/no site URL; set site_url in blog\.config\.yaml, or pass --site-url/);
    expect((await feed(site({}, 'title: T\n'), '--site-url', 'https://x.example')).status).toBe(0);
  });

  test('no posts folder', async () => {
    const { status, stderr } = await feed(tempFolder({ 'blog.config.yaml': config }));
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining('posts folder “posts” not found; run `blog init`, or pass --posts DIR'),
    ]);
  });

  const root = process.getuid?.() === 0;
  (root ? test.skip : test)('a folder that may not be written', async () => {
    const folder = site();
    mkdirSync(join(folder, 'out'));
    chmodSync(join(folder, 'out'), 0o555);
    const { status, stderr } = await feed(folder, '-o', 'out/feed.xml');
    expect([status, stderr]).toEqual([2, expect.stringContaining('permission denied')]);
  });
});

describe('an invalid post', () => {
  const bad = { 'bad.md': ['title: Bad', 'date: 2024-02-30'] };
  const line = 'posts/bad.md:3:7: error: invalid date “2024-02-30” (date-invalid)\n';

  test('refuses the whole feed, and the old one stays', async () => {
    const folder = site(bad);
    write(folder, 'feed.xml', 'old');
    for (const args of [[], ['-o', 'feed.xml'], ['-o', 'feed.xml', '--force'], ['-o', 'feed.xml', '--check']]) {
      expect(await feed(folder, ...args)).toEqual({
        status: 1,
        stdout: '',
        stderr: `${line}no feed written: fix these posts, or pass --skip-invalid to leave them out\n`,
      });
    }
    expect(read(folder, 'feed.xml')).toBe('old');
  });

  test('is left out with --skip-invalid, which says so', async () => {
    const folder = site(bad);
    const { status, stderr } = await feed(folder, '-o', 'feed.xml', '--skip-invalid');
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: `${line}feed.xml: 3 posts\n1 invalid post left out of the feed\n`,
    });
    expect(titlesOf(read(folder, 'feed.xml'))).toEqual(['Tea & talk', 'Café', 'Old']);
  });

  test('two with one id or one address are both', async () => {
    const folder = site({ 'twin.md': ['title: Twin', 'date: 2024-05-11', `id: ${id(1)}`] });
    const { status, stderr } = await feed(folder);
    expect(status).toBe(1);
    expect(stderr).toMatch(/2024-05-10-tea\.md:4:.*id-duplicate/);
    expect(stderr).toMatch(/twin\.md:4:.*id-duplicate/);
    expect(titlesOf((await feed(folder, '--skip-invalid')).stdout)).toEqual(['Café', 'Old']);
  });

  test.each([0, 100_000])('a bad byte after %d others in the text of a post that is selected', async (length) => {
    const folder = site();
    const file = join(folder, 'posts/2024-05-10-tea.md');
    writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.alloc(length, 'a'), Buffer.from([0xc3, 0x28])]));
    const { status, stdout, stderr } = await feed(folder, '-o', 'feed.xml');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(`posts/2024-05-10-tea.md:10:${length + 1}: error: byte C3 is not valid UTF-8 (encoding)`);
    expect(stderr).toMatch(/\nno feed written/);
    expect(filesIn(folder)).not.toContain('feed.xml');
    const skipped = await feed(folder, '--skip-invalid', '--limit', '2');
    expect(skipped.status).toBe(1);
    expect(skipped.stderr).toMatch(/\n1 invalid post left out of the feed\n$/);
    expect(titlesOf(skipped.stdout)).toEqual(['Café', 'Old']);
  });
});
