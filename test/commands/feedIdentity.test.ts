import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readWithFeedsmith, type SeenItem } from '../support/feedReaders.ts';
import { change, config, feed, id, read, site, write } from '../support/feedSite.ts';
import { siteOf } from '../support/site.ts';

describe('identity', () => {
  const file = 'posts/2024-05-10-tea.md';
  const guids = (text: string): SeenItem['id'][] => readWithFeedsmith(text).map((item) => item.id);
  const published = async (): Promise<string> => {
    const folder = site();
    await feed(folder, '-o', 'feed.xml');
    return folder;
  };

  test.each<[string, (folder: string) => void]>([
    ['slug', (folder) => change(folder, file, 'title:', 'slug: other\ntitle:')],
    ['permalink', (folder) => change(folder, file, 'title:', 'permalink: /elsewhere/\ntitle:')],
    ['title', (folder) => change(folder, file, 'Tea & talk', 'Coffee')],
    ['date', (folder) => change(folder, file, '2024-05-10', '2024-05-09T12:00:00+02:00')],
    ['file', (folder) => renameSync(join(folder, file), join(folder, 'posts/2024-05-10-tea-time.md'))],
    [
      'everything',
      (folder) => {
        write(folder, 'posts/new.md', `---\ntitle: New\ndate: 2024-05-02\nid: ${id(1)}\n---\nAnother text.\n`);
        renameSync(join(folder, 'posts/new.md'), join(folder, file));
      },
    ],
  ])('a post with an id keeps it when its %s changes', async (_, edit) => {
    const folder = await published();
    const before = guids(read(folder, 'feed.xml'));
    edit(folder);
    const diff = await feed(folder, '-o', 'feed.xml', '--diff');
    expect(diff).toMatchObject({ status: 0, stderr: '' });
    expect(diff.stdout).toMatch(/^feed\.xml: 1 change\n {2}~ changed {2}/);
    expect(await feed(folder, '-o', 'feed.xml')).toMatchObject({ status: 0, stderr: 'feed.xml: 3 posts\n' });
    expect(guids(read(folder, 'feed.xml')).sort()).toEqual(before.sort());
  });

  test('the id taken out: refused, the post named, the old feed byte for byte; --force writes', async () => {
    const folder = await published();
    const old = read(folder, 'feed.xml');
    change(folder, file, /id: .*\n/, '');
    expect(await feed(folder, '-o', 'feed.xml')).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'blog: feed.xml: old posts would reappear as unread, because their ids have changed:\n' +
        `  ${file} “Tea & talk”: urn:uuid:${id(1)} would become https://blog.example.org/2024/05/10/tea/\n` +
        'restore the old ids in these posts (id: …), or pass --force to write the feed anyway\n',
    });
    expect(read(folder, 'feed.xml')).toBe(old);
    expect((await feed(folder, '-o', 'feed.xml', '--diff')).stdout).toBe(
      'feed.xml: 1 change\n  ! reappearing as unread  Tea & talk  https://blog.example.org/2024/05/10/tea/\n',
    );
    expect((await feed(folder, '-o', 'feed.xml', '--force')).status).toBe(0);
    expect(read(folder, 'feed.xml')).toContain('isPermaLink="true">https://blog.example.org/2024/05/10/tea/<');
  });

  test.each<[string, (folder: string) => void]>([
    ['gets one', (folder) => change(folder, 'posts/2024-05-01-café.md', 'title:', `id: ${id(9)}\ntitle:`)],
    ['gets a new address', (folder) => change(folder, 'posts/2024-05-01-café.md', 'title:', 'slug: tea-room\ntitle:')],
    ['is on a site that moves', (folder) => change(folder, 'blog.config.yaml', 'https:', 'http:')],
  ])('a post without an id that %s is refused, in any format', async (_, edit) => {
    for (const type of ['rss', 'atom', 'json']) {
      const folder = site();
      await feed(folder, '-o', 'feed.xml', '--type', type);
      edit(folder);
      const { status, stderr } = await feed(folder, '-o', 'feed.xml', '--type', type);
      expect(status).toBe(1);
      expect(stderr).toContain('posts/2024-05-01-café.md “Café”: https://blog.example.org/2024/05/01/caf%C3%A9/');
    }
  });

  test('what only a limit or a filter leaves out is not gone, and no other post is taken for it', async () => {
    const folder = await published();
    for (const args of [
      ['--limit', '1'],
      ['-c', 'Events'],
      ['-a', 'Bo'],
    ]) {
      const { stdout } = await feed(folder, '-o', 'feed.xml', '--diff', ...args);
      expect(stdout).not.toMatch(/ {2}[-+!] /);
    }
    // A new post of the same day and title.
    write(folder, 'posts/a-twin.md', '---\ntitle: Café\ndate: 2024-05-01\ncategories: [Twins]\n---\n');
    expect((await feed(folder, '-o', 'feed.xml', '-c', 'Twins', '--diff')).stdout).toMatch(/\+ new {2}Café/);
    expect(
      (await feed(folder, '-o', 'feed.xml', '-c', 'Twins', '--self-url', 'https://blog.example.org/feed.xml')).status,
    ).toBe(0);
  });

  test('--diff: new, changed and gone', async () => {
    const folder = site();
    expect(await feed(folder, '-o', 'feed.xml', '--diff')).toMatchObject({
      stdout: 'feed.xml: no feed yet\n',
    });
    await feed(folder, '-o', 'feed.xml');
    expect((await feed(folder, '-o', 'feed.xml', '--diff')).stdout).toBe('feed.xml: no changes\n');
    change(folder, 'posts/2023-12-31-old.md', 'Text.', 'Another text.');
    change(folder, 'posts/2024-04-01-draft.md', 'draft: true', 'draft: false');
    change(folder, 'posts/2024-05-01-café.md', 'title:', 'draft: true\ntitle:');
    const old = read(folder, 'feed.xml');
    expect(await feed(folder, '-o', 'feed.xml', '--diff')).toEqual({
      status: 0,
      stderr: '',
      stdout: `feed.xml: 3 changes
  + new  Draft  https://blog.example.org/2024/04/01/draft/
  ~ changed  Old  https://blog.example.org/2023/12/31/old/  (content, summary)
  - gone  Café  https://blog.example.org/2024/05/01/caf%C3%A9/
`,
    });
    expect(read(folder, 'feed.xml')).toBe(old);
  });

  test('nothing of a post moves the cursor', async () => {
    const folder = siteOf({ 'a.md': ['title: "A\\u202eb"', 'date: 2024-01-01', `id: ${id(1)}`] }, config);
    await feed(folder, '-o', 'feed.xml');
    change(folder, 'posts/a.md', /id: .*\n/, '');
    for (const args of [['--diff'], []]) {
      const { stdout, stderr } = await feed(folder, '-o', 'feed.xml', ...args);
      expect(stdout + stderr).toContain('A\\u{202e}b');
      expect(stdout + stderr).not.toContain('\u202e');
    }
  });
});
