import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { statementFile, statementText } from '../../src/blog/statement.ts';
import { blogOf, build, postText } from '../support/builtSite.ts';
import { run } from '../support/site.ts';

const post = postText(['title: Our visit', 'date: 2024-05-01']);

function withPage(text: string, more: Readonly<Record<string, string>> = {}): string {
  return blogOf({ 'posts/visit.md': post, 'posts/_site/about.md': text, ...more });
}

const validate = (folder: string, ...args: string[]) => run(folder, ['validate', '--now', '2024-06-01', ...args]);

describe('pages of _site are checked', () => {
  test.each<[string, string, string]>([
    ['link-broken', '# About\n\nSee [the plan](missing.md).\n', '3:16'],
    ['image-file-missing', 'Text.\n\n![A table](table.png)\n', '3:12'],
    ['image-alt-missing', 'Text.\n\n![](https://example.org/table.png)\n', '3:1'],
    ['heading-order', '---\ntitle: About\n---\n\n#### Us\n', '5:1'],
    ['heading-title', '# About\n\n# Us\n', '3:1'],
    ['html-dropped', 'Text.\n\n<script>x</script>\n', '3:1'],
    ['template-code', 'Text {{ site.name }}.\n', '1:6'],
    ['control-character', 'Text.\n\nOne\u0007two.\n', '3:4'],
    ['body-empty', '---\ntitle: About\n---\n', '1:1'],
    ['field-type', '---\ntitle: [a, b]\n---\n\nText.\n', '2:8'],
    ['front-matter-syntax', '---\ntitle: "About\n---\n\nText.\n', '2:8'],
  ])('%s', async (rule, text, at) => {
    const { stdout, stderr } = await validate(withPage(text));
    expect(
      stdout.split('\n').map((line) => [/^(.*?): /.exec(line)?.[1], /\(([^()]*)\)$/.exec(line)?.[1]]),
    ).toContainEqual([`posts/_site/about.md:${at}`, rule]);
    expect(stderr).toMatch(/^1 post, 1 page: /);
  });

  test.each([
    ['no front matter and no date', 'We set no cookies. See [our visit](../visit.md) and [more pages](more.md).\n'],
    ['a first heading that is the title', '# About\n\n## Us\n\nText.\n'],
    ['a picture without credit', 'Text.\n\n![A table](../table.png)\n'],
    ['a byline', 'Text by Ada Example.\n\nText.\n'],
  ])('they may have %s', async (_, text) => {
    const folder = withPage(text, { 'posts/table.png': 'png', 'posts/_site/more.md': 'Text.\n' });
    const result = await validate(folder, '--rule', 'reviewer-missing=off');
    expect(result).toEqual({ status: 0, stdout: '', stderr: '1 post, 2 pages, no problems\n' });
  });
});

test('the statement that init --site writes is wrong until it is filled in', async () => {
  const text = statementText().replace(/^draft: .*\n/m, '');
  const folder = blogOf({ 'posts/visit.md': post, [`posts/${statementFile}`]: text });
  const { status, stdout, stderr } = await validate(folder);
  expect(status).toBe(1);
  expect(stdout.split('\n')[0]).toBe(
    'posts/_site/accessibility.md:5:2: error: placeholder text from the template was not replaced (placeholder-text)',
  );
  expect(stderr).toBe('1 post, 1 page: 6 errors\n');
});

test('a path may be that of a page, and its problems are no others', async () => {
  const folder = withPage('See [the plan](missing.md).\n', { 'posts/bad.md': postText(['title: Bad', 'date: soon']) });
  for (const path of ['posts/_site/about.md', 'posts/_site']) {
    const { status, stdout, stderr } = await validate(folder, path);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '1 page: 1 error\n' });
    expect(stdout).toMatch(/^posts\/_site\/about\.md:1:16: .*\n$/);
  }
  expect((await validate(folder, 'posts/visit.md')).stderr).toBe('1 post, no problems\n');
  const { summary, diagnostics } = JSON.parse((await validate(folder, '--json')).stdout);
  expect(summary).toEqual({ posts: 2, pages: 1, errors: 2, warnings: 0 });
  expect(diagnostics.map(({ file }: { file: string }) => file)).toEqual(['posts/_site/about.md', 'posts/bad.md']);
});

test('--fix leaves pages as they are', async () => {
  const text = '---\ntitle: Us: all\ndate: 4 May 2024\n---\n\nText.\n';
  const folder = withPage(text);
  const { stdout } = await validate(folder, '--fix');
  expect(stdout).toContain('posts/_site/about.md:2:');
  expect(readFileSync(join(folder, 'posts/_site/about.md'), 'utf8')).toBe(text);
});

test('a link to a page of _site is not broken, with a static folder either', async () => {
  const config = 'title: Our blog\nsite_url: https://org.example/blog\nstatic: static\n';
  const text = postText(['title: Tea', 'date: 2024-05-02'], 'See [a](/blog/about/) and [b](/blog/abuot/).');
  const folder = withPage('See [home](/blog/) and [us](/blog/about/).\n', {
    'blog.config.yaml': config,
    'posts/tea.md': text,
    'static/x.txt': '',
  });
  const { stdout } = await validate(folder);
  expect(stdout).toMatch(/^posts\/tea\.md:6:31: .*\(link-broken\)\n$/);
});

test('a build counts the errors of pages, and --strict refuses them', async () => {
  const folder = withPage('See [the plan](missing.md).\n');
  expect((await build(folder, '--strict')).stderr).toBe(
    'nothing built: 1 page on the site has errors (link-broken); fix these first, or leave out --strict\n',
  );
  const both = withPage('See [the plan](missing.md).\n', {
    'posts/tea.md': postText(['title: Tea', 'date: 2024-05-02'], '![A](x.png)'),
  });
  expect((await build(both)).stderr).toContain(
    '1 post and 1 page on the site have errors (image-file-missing, link-broken); for details, run: blog validate\n',
  );
});
