import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { blogOf, build, buildConfig, built, builtFiles, postText } from '../../support/builtSite.ts';
import { run } from '../../support/site.ts';

const visit = postText(['title: Our visit', 'date: 2024-05-01']);
const page = (line: string): string => postText(['title: Secret terms', line], 'Secret text.');

const withPage = (text: string, name = 'terms'): string =>
  blogOf({ 'posts/visit.md': visit, [`posts/_site/${name}.md`]: text });

describe('a page is as hidden as a post with the same fields', () => {
  test.each([
    'draft: true',
    'isDraft: yes',
    'published: false',
    'status: private',
    'status: pending',
    'status: secretive',
    'post_status: draft',
    'visibility: private',
    'unlisted: true',
    'password: swordfish',
    'date: 2024-07-01',
    'publishDate: 2024-07-01',
    'embargo: 2024-07-01',
    'expires: 2024-05-31',
    'expiry: 2024-05-31',
  ])('%s', async (line) => {
    const folder = withPage(page(line));
    expect((await build(folder)).status).toBe(0);
    expect(builtFiles(folder).filter((file) => /secret|terms/i.test(file + built(folder, file)))).toEqual([]);
  });

  test('a file name with “.draft”', async () => {
    const folder = withPage('Secret text.\n', 'terms.draft');
    expect((await build(folder)).status).toBe(0);
    expect(builtFiles(folder).filter((file) => /secret|terms/i.test(file + built(folder, file)))).toEqual([]);
  });
});

test.each(['draft: false', 'published: true', 'status: publish', 'date: 2024-05-31', 'expires: 2024-07-01'])(
  'a page with %s is built',
  async (line) => {
    const folder = withPage(page(line));
    await build(folder);
    expect(built(folder, 'terms/index.html')).toContain('Secret text.');
  },
);

test.each([
  ['drafft: true', 'unknown field “drafft” may be meant to make the post a draft'],
  ['extra: { draft: true }', '“draft” is inside “extra”, where it does not make the post a draft'],
  ['expires: soon', 'invalid date “soon”'],
])('a page with %s stops the build', async (line, message) => {
  const folder = withPage(page(line));
  const { status, stderr } = await build(folder);
  expect(status).toBe(1);
  expect(stderr).toContain(`posts/_site/terms.md: ${message}`);
  expect(stderr).toContain('nothing built: fix these files first');
});

test('the next change may be that of a page', async () => {
  const { stderr } = await build(withPage(page('date: 2024-07-01')));
  expect(stderr).toContain('next change: 1 July 2024, “Secret terms” is published\n');
});

test.each([
  ['draft: true', '(draft)', '; when it is finished, delete its line “draft: true”'],
  ['status: private', '(draft)', '; when it is finished, delete its line “status: private”'],
  ['password: swordfish', '(draft)', '; when it is finished, delete what makes it a draft'],
  ['date: 2024-07-01', '(scheduled)', ''],
])('the end of a page does not link to one with %s', async (line, status, hint) => {
  const footer = (url: string): string =>
    `site:\n  footer: [{ label: Small print, url: ${url} }, { label: Us, url: /us/ }]\n`;
  for (const url of ['/terms/', '/terms', 'https://org.example/blog/terms/']) {
    const folder = withPage(page(line));
    writeFileSync(join(folder, 'blog.config.yaml'), buildConfig + footer(url));
    expect((await build(folder)).stderr).toContain(
      `posts/_site/terms.md: not on the site ${status}, nor is its link “Small print” of site.footer${hint}\n`,
    );
    expect(built(folder, 'index.html')).toContain('>Us</a>');
    expect(built(folder, 'index.html')).not.toContain('Small print');
  }
});

test('a hidden page is checked for signs, but its errors are not those of the site', async () => {
  const folder = withPage(postText(['title: Terms', 'status: private'], '[x](nowhere.md)'));
  expect((await build(folder)).stderr).not.toContain('errors');
  const { stdout } = await run(withPage(page('password: swordfish')), ['validate']);
  expect(stdout).toContain('posts/_site/terms.md:3:1: warning: post has a password, so it counts as a draft');
});
