import { describe, expect, test } from '@jest/globals';
import { run, siteOf } from '../support/site.ts';
import { tempFolder } from '../support/tempFolder.ts';

/** The screen of a newcomer: 80 columns, 24 lines with the prompt. */
function expectToFit(screen: string): void {
  const lines = screen.split('\n');
  expect(lines.length).toBeLessThanOrEqual(23);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
}

describe('bare blog', () => {
  test('in an empty folder: how to begin', async () => {
    const result = await run(tempFolder(), []);
    expect(result).toMatchObject({ status: 0, stderr: '' });
    expect(result.stdout).toContain('blog init');
    expect(result.stdout).toContain('blog new');
    expect(result.stdout).not.toContain('blog feed');
    expectToFit(result.stdout);
  });

  test('in a blog: its title, how many posts of each status, commands with its own names', async () => {
    const folder = siteOf(
      {
        '2020-01-01-first.md': ['title: T', 'categories: [Our news]'],
        '2021-01-01-second.md': ['title: T', 'categories: [Our news]'],
        '2022-01-01-third.md': ['title: T', 'draft: true'],
        '2099-01-01-fourth.md': ['title: T'],
        '2020-01-01-fifth.md': ['title: T', 'expires: 2021-01-01'],
        '2020-01-01-broken.md': ['no'],
      },
      'title: Students as Co-Creators\n',
    );
    const { status, stdout, stderr } = await run(folder, []);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Students as Co-Creators\n6 posts: 2 published, 1 scheduled, 1 draft, 1 expired\n');
    expect(stdout).toContain('1 post is invalid; for details, run: blog validate');
    expect(stdout).toContain('blog list -c "Our news"');
    expect(stdout).toContain('blog show fourth');
    expect(stdout).toContain('blog publish third');
    expectToFit(stdout);
  });

  test('posts without a config: the folder’s name, and blog init', async () => {
    const { stdout } = await run(siteOf({ '2020-01-01-a.md': ['title: T'] }), []);
    expect(stdout).toContain('1 post: 1 published');
    expect(stdout).toContain('blog init');
    expectToFit(stdout);
  });

  test('a config without posts', async () => {
    const { stdout } = await run(tempFolder({ 'blog.config.yaml': 'title: Ours\n' }), []);
    expect(stdout).toMatch(/^Ours\nNo posts yet\./);
    expect(stdout).toContain('blog new');
  });

  test('names that a shell would not take as they are, long and odd ones, stay out of what one may copy', async () => {
    const folder = siteOf(
      { [`2020-01-01-${'x'.repeat(90)}.md`]: ['title: T', 'draft: true', 'categories: ["$(touch pwned)"]'] },
      `title: "A\\e[2Jtitle ${'that goes on '.repeat(20)}"\n`,
    );
    const { stdout } = await run(folder, []);
    expect(stdout).not.toMatch(/touch|x{30}|\x1b/);
    // Nor is there one that no post has.
    expect(stdout).toMatch(/^ {2}blog show {2,}show a post/m);
    expect(stdout).toMatch(/^ {2}blog publish {2,}publish a draft$/m);
    expectToFit(stdout);
  });

  test('on a narrow terminal no command is cut', async () => {
    const shell = { stdout: { width: 40, color: 0 as const } };
    const { stdout } = await run(siteOf({ '2020-01-01-a.md': ['title: T'] }), [], shell);
    expect(stdout).toContain('  blog feed -o feed.xml\n    write the feed');
    for (const folder of [siteOf({ '2020-01-01-a.md': ['title: T'] }), tempFolder()]) {
      const words = (await run(folder, [])).stdout.split(/\s+/);
      const narrow = (await run(folder, [], shell)).stdout;
      expect(narrow.split(/\s+/)).toEqual(words);
      expect(Math.max(...narrow.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40);
    }
  });

  test.each([20, 40, 60])('at %i columns no row is longer, and no word is broken', async (width) => {
    const posts = {
      '2020-01-01-a.md': ['title: T', 'draft: true'],
      '2020-01-02-b.md': ['title: T', 'expires: 2020-02-01'],
      '2020-01-03-c.md': ['title: T', 'status: pending'],
      '2020-01-04-d.md': ['no'],
    };
    for (const folder of [siteOf(posts), siteOf(posts, 'title: Students as Co-Creators\n'), tempFolder()]) {
      const wide = (await run(folder, [], { stdout: { width: 200, color: 0 } })).stdout;
      const { stdout } = await run(folder, [], { stdout: { width, color: 0 } });
      for (const line of stdout.split('\n').filter((one) => !/^ {2}blog/.test(one)))
        expect(line.length).toBeLessThanOrEqual(width);
      if (width > 20) expect(stdout.split(/\s+/)).toEqual(wide.split(/\s+/));
    }
  });

  test('a post or draft whose name is long, or that does not exist, is not named', async () => {
    const long = 'a-letter-to-the-editors-of-2099';
    const { stdout } = await run(siteOf({ [`2020-01-01-${long}.md`]: ['title: T'] }), []);
    expect(stdout).toMatch(/^ {2}blog show {2,}show a post/m);
    expect(stdout).toMatch(/^ {2}blog publish {2,}publish a draft/m);
    const published = await run(siteOf({ '2020-01-01-tea.md': ['title: T'] }), []);
    expect(published.stdout).toMatch(/^ {2}blog show tea /m);
    expect(published.stdout).toMatch(/^ {2}blog publish {2,}publish a draft/m);
  });

  test('a config with mistakes is said, and what one can do as well', async () => {
    const result = await run(siteOf({}, 'titel: x\n'), []);
    expect(result.status).toBe(2);
    expect(result.stderr).toContain('blog.config.yaml:1:1');
    expect(result.stdout).toContain('blog new');
  });
});
