import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { makesInvalid, readPost } from '../../../src/post/post.ts';
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
    'expires: 2024-06-01',
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

describe('a page is not built with a value that makes a post invalid', () => {
  const words = [
    'ja',
    't',
    'tru',
    '[true]',
    '{ a: true }',
    '2',
    'maybe',
    'да',
    'oui',
    'ｔｒｕｅ',
    '"true\\u200b"',
    '✓',
    '.inf',
    'true,',
  ];
  test.each([
    ...words.map((word) => `draft: ${word}`),
    'status: [draft]',
    'visibility: { private: true }',
    'published: nein',
    'expires: 7',
    'date: [2024-07-01]',
    'title: [Terms]',
  ])('%s', async (line) => {
    const text = postText([line], 'Secret text.');
    const folder = withPage(text);
    const { status, stderr } = await build(folder);
    expect(stderr).toMatch(/posts\/_site\/terms\.md: .+\nnothing built: /);
    expect(status).toBe(1);
    const { faults } = readPost('a.md', text, { timeZone: 'UTC', authors: {} }, { inPosts: '2024-05-01-a.md' });
    expect(faults.filter(makesInvalid)).not.toEqual([]);
  });
});

test.each(['draft: true\nexpires: soon', 'draft: true\ndescription: a: b', 'status: draft\ntitle: [Terms]'])(
  'a page that is plainly a draft is left out, whatever else is wrong with it: %j',
  async (lines) => {
    const folder = withPage(postText([lines], 'Secret text.'));
    writeFileSync(join(folder, 'blog.config.yaml'), `${buildConfig}site: { footer: [{ label: T, url: /terms/ }] }\n`);
    const { status, stderr } = await build(folder);
    expect(stderr).toContain('posts/_site/terms.md: not on the site (draft), nor is its link “T” of site.footer');
    expect(stderr).not.toContain('errors');
    expect(status).toBe(0);
    expect(builtFiles(folder).filter((file) => /secret|terms/i.test(file + built(folder, file)))).toEqual([]);
  },
);

describe('a page whose front matter is not recognised is refused as a post is', () => {
  const after = '\n\nSecret text.\n';
  test.each([
    '+++\ndraft = true\n+++',
    '\n---\ndraft: true\n---',
    '\n\n\ufeff---\ndraft: true\n---',
    '<!-- x -->\n---\ndraft: true\n---',
    '<!-- x\n-->\n\n<!-- y -->\n+++\ndraft = true\n+++',
    '# Terms\n\n---\ndraft: true\n---',
    '# Terms\n\n---\nlayout: page\ndraft: true\n---',
    '# Terms\n---\ndraft: true',
    '{"draft": true}',
    '{ "draft": true,\n"title": "x" }',
    '{\n"draft": true\n}',
    '{draft: true}',
    ';;;\n{"draft": true}\n;;;',
    'draft: true',
    '\ndraft: true',
    '  draft: true',
    '\u200bdraft: true',
    '"draft": true',
    'draft = true',
    'title: Terms\ndraft: true\n---',
    'layout: page\ndraft: true\n---',
    'layout: page\ndraft: true',
    '```yaml\ndraft: true\n```',
    '***\ndraft: true\n***',
    '===\ndraft: true\n===',
    '--\ndraft: true\n--',
    '——\ndraft: true\n——',
    '----\ndraft: true\n----',
    '\u200b---\ndraft: true\n---',
    '%YAML 1.2\n---\ndraft: true\n---',
  ])('%j', async (start) => {
    const folder = withPage(start + after);
    const { status, stderr } = await build(folder);
    expect(stderr).toMatch(/posts\/_site\/terms\.md: .+\nnothing built: /);
    expect(status).toBe(1);
    expect(existsSync(join(folder, 'public'))).toBe(false);
    expect((await run(folder, ['validate', '--format', 'compact'])).stdout).toMatch(
      /^posts\/_site\/terms\.md:\d+:\d+: error: .* \(front-matter-\w+\)/m,
    );
  });

  test.each([
    '',
    '# Terms',
    'Note: we are a partnership.',
    'Contact: ada@example.org\nPhone: 1234',
    '<!-- a comment -->\n# Terms',
    '# Terms\n\nWe meet here.\n\n---\n\nUpdated: 1 May 2024',
    '# Terms\n\n---\n\nDate: 1 May 2024\n\n---',
    '{{< note >}}',
    '{: .wide }',
    '```js\nconst draft = true;\n```',
    '***\n\nWelcome.',
    '\n---\n\nWelcome.',
    '———\n\nWelcome.',
    'Terms\n=====',
  ])('but not one that has none: %j', async (start) => {
    const folder = withPage(start + after);
    expect((await build(folder)).stderr).not.toContain('terms.md: ');
    expect(built(folder, 'terms/index.html')).toContain('Secret text.');
  });
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

describe('invalid pages', () => {
  const several = (): string =>
    blogOf({
      'posts/visit.md': visit,
      'posts/_site/terms.md': page('draft: ja'),
      'posts/_site/toml.md': '+++\ndraft = true\n+++\n\nSecret text.\n',
      'posts/_site/us.md': '# Us\n',
    });

  test('are left out with --skip-invalid, as the hint says', async () => {
    const folder = several();
    const refused = await build(folder);
    expect(refused.stderr).toContain(
      'nothing built: fix these files first, or pass --skip-invalid to leave them out\n',
    );
    expect(refused.status).toBe(1);
    const { status, stderr } = await build(folder, '--skip-invalid');
    expect(stderr).toContain('posts/_site/terms.md: draft must be true or false');
    expect(stderr).toContain('posts/_site/toml.md: front matter must be YAML');
    expect(stderr).toContain('2 invalid pages left out of the site\n');
    expect(stderr).not.toContain('has errors');
    expect(status).toBe(1);
    expect(builtFiles(folder).filter((file) => /secret|terms|toml/i.test(file + built(folder, file)))).toEqual([]);
    expect(built(folder, 'us/index.html')).toContain('Us');
  });

  test('are counted beside posts, and --strict counts others', async () => {
    const folder = several();
    writeFileSync(join(folder, 'posts/bad.md'), postText(['title: Bad', 'date: soon']));
    expect((await build(folder, '--skip-invalid', '--strict')).stderr).toContain(
      '1 invalid post and 2 invalid pages left out of the site\n',
    );
  });

  test('that cannot be read are left out, too', async () => {
    const folder = blogOf({ 'posts/visit.md': visit });
    mkdirSync(join(folder, 'posts/_site'));
    writeFileSync(join(folder, 'posts/_site/latin.md'), Buffer.from('# Caf\xe9\n', 'latin1'));
    const refused = await build(folder);
    expect(refused.stderr).toContain('posts/_site/latin.md: byte E9 is not valid UTF-8');
    expect(refused.stderr).toContain('or pass --skip-invalid');
    expect(refused.status).toBe(1);
    expect((await build(folder, '--skip-invalid')).stderr).toContain('1 invalid page left out of the site\n');
  });

  test('are not said to be helped by --skip-invalid where it does not help', async () => {
    const folder = several();
    writeFileSync(join(folder, 'posts/us.md'), postText(['title: Us', 'date: 2024-05-01', 'permalink: /us/']));
    for (const more of [[], ['--skip-invalid']]) {
      expect((await build(folder, ...more)).stderr).toContain('nothing built: fix these files first\n');
    }
  });

  test('have no link at the end of pages', async () => {
    const folder = several();
    writeFileSync(join(folder, 'blog.config.yaml'), `${buildConfig}site: { footer: [{ label: T, url: /terms/ }] }\n`);
    expect((await build(folder, '--skip-invalid')).stderr).toContain(
      'posts/_site/terms.md: not on the site (invalid), nor is its link “T” of site.footer\n',
    );
    expect(built(folder, 'index.html')).not.toContain('/terms/');
  });
});
