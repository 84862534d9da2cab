import { appendFileSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { blogOf, build, buildConfig, built, builtFiles, postText } from '../../support/builtSite.ts';
import { run } from '../../support/site.ts';
import { filesIn, tempFolder } from '../../support/tempFolder.ts';

const visit = ['title: Our visit', 'date: 2024-05-01', 'categories: News', 'tags: [tea]', 'authors: Ada'];
const one = (): string => blogOf({ 'posts/visit.md': postText(visit) });

// Jest cannot link modules that are asked for at once for the first time.
beforeAll(async () => {
  const folder = one();
  for (const type of ['rss', 'atom', 'json']) await run(folder, ['feed', '--type', type]);
});

test('a site has pages, feeds and nothing of drafts', async () => {
  const folder = blogOf({
    'posts/visit.md': postText(visit),
    'posts/secret.md': postText(
      ['title: Secret plan', 'date: 2024-05-02', 'draft: true', 'tags: [hush]'],
      '![x](plan.png)',
    ),
    'posts/later.md': postText(['title: Later', 'date: 2024-07-01', 'tags: [hush]']),
    'posts/old.md': postText(['title: Old call', 'date: 2024-01-01', 'expires: 2024-02-01']),
    'posts/plan.png': 'png',
  });
  const { status, stderr } = await build(folder);
  expect(builtFiles(folder)).toEqual(
    [
      ...['.nojekyll', '404.html', 'atom.xml', 'feed.json', 'feed.xml', 'index.html', 'sitemap.xml', 'style.css'],
      ...['2024/05/01/visit/index.html', '2024/index.html', 'author/ada/index.html', 'tag/tea/index.html'],
      ...['category/news/feed.xml', 'category/news/index.html'],
    ].sort(),
  );
  const all = builtFiles(folder).map((file) => built(folder, file));
  for (const word of ['Secret', 'hush', 'Later', 'Old call'])
    expect(all.filter((text) => text.includes(word))).toEqual([]);
  expect(status).toBe(0);
  expect(stderr).toBe('public: 14 files, 14 new\nnext change: 1 July 2024, “Later” is published\n');
});

test('the next change is one that readers see, dated in the time zone of the blog', async () => {
  const folder = blogOf({
    'posts/never.md': postText(['title: Never', 'date: 2024-07-01', 'expires: 2024-06-15']),
    'posts/later.md': postText(['title: Later', 'date: 2024-07-01T12:00:00-05:00']),
  });
  expect((await build(folder)).stderr).toContain('next change: 1 July 2024 at 18:00, “Later” is published\n');
});

test('the second run writes nothing', async () => {
  const folder = one();
  await build(folder);
  const files = filesIn(join(folder, 'public'));
  for (const file of files) utimesSync(join(folder, 'public', file), 1000, 1000);
  expect(await build(folder)).toEqual({ status: 0, stdout: '', stderr: 'public: 14 files, unchanged\n' });
  expect(files.filter((file) => statSync(join(folder, 'public', file)).mtimeMs !== 1_000_000)).toEqual([]);
});

describe('a post that is taken back is gone, with its images', () => {
  const image = '![A table](table.png)';
  test.each<[string, (folder: string) => unknown]>([
    ['unpublish', (folder) => run(folder, ['unpublish', 'visit'])],
    [
      'expires',
      (folder) => writeFileSync(join(folder, 'posts/visit.md'), postText([...visit, 'expires: 2024-05-20'], image)),
    ],
    ['a deleted file', (folder) => rmSync(join(folder, 'posts/visit.md'))],
  ])('%s', async (_, takeBack) => {
    const folder = blogOf({
      'posts/visit.md': postText(visit, image),
      'posts/table.png': 'png',
      'posts/other.md': postText(['title: Other', 'date: 2024-05-03']),
    });
    await build(folder);
    expect(built(folder, 'table.png')).toBe('png');
    await takeBack(folder);
    const { stderr } = await build(folder);
    expect(stderr).toContain('gone');
    const left = builtFiles(folder);
    expect(left).not.toContain('table.png');
    expect(left.filter((file) => /visit|tea|ada/.test(file))).toEqual([]);
    expect(left.filter((file) => built(folder, file).includes('Our visit'))).toEqual([]);
    expect(left).toContain('2024/05/03/other/index.html');
  });
});

describe('a page that was changed after the build, of a post that is taken back', () => {
  const page = '2024/05/01/visit/index.html';
  const takeBack = async (): Promise<string> => {
    const folder = one();
    await build(folder);
    for (const file of builtFiles(folder)) {
      if (file.includes('visit')) appendFileSync(join(folder, 'public', file), '<!-- minified -->');
    }
    rmSync(join(folder, 'posts/visit.md'));
    return folder;
  };
  const named =
    'no longer part of the site, but still there, because something changed or copied them after they were built:\n' +
    `  public/${page}\nDelete them, or pass --force to remove them\n`;

  test('is named until it is removed', async () => {
    const folder = await takeBack();
    for (const more of [[], [], ['-q'], ['--check']]) {
      const { status, stderr } = await build(folder, ...more);
      expect(stderr).toContain(named);
      expect(stderr).not.toContain('run: blog build -o public\n');
      expect(status).toBe(1);
    }
    expect((await build(folder, '--diff')).stdout).toContain(`  ! gone, but changed  ${page}\n`);
    expect(builtFiles(folder)).toContain(page);
    rmSync(join(folder, 'public', page));
    expect((await build(folder)).status).toBe(0);
    expect(await build(folder, '--check')).toMatchObject({ status: 0, stderr: '' });
  });

  test('is removed with --force', async () => {
    const folder = await takeBack();
    await build(folder);
    expect((await build(folder, '--force')).stderr).toMatch(/^public: \d+ files, 1 gone\n/);
    expect(builtFiles(folder)).not.toContain(page);
    expect((await build(folder, '--check')).status).toBe(0);
  });
});

test('--check says whether the folder is out of date, and --diff which files; neither writes', async () => {
  const folder = one();
  expect(await build(folder, '--check')).toMatchObject({
    status: 1,
    stderr: 'public is out of date (14 new); run: blog build -o public\n',
  });
  expect(filesIn(folder)).toEqual(['blog.config.yaml', 'posts/visit.md']);
  await build(folder);
  expect(await build(folder, '--check')).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(await build(folder, '--diff')).toEqual({ status: 0, stdout: 'public: no changes\n', stderr: '' });
  await run(folder, ['unpublish', 'visit']);
  writeFileSync(join(folder, 'posts/new.md'), postText(['title: New', 'date: 2024-05-03']));
  const before = builtFiles(folder);
  expect((await build(folder, '--check')).stderr).toMatch(/^public is out of date \(1 new, \d changed, \d gone\)/);
  const { stdout } = await build(folder, '--diff');
  expect(stdout).toContain('  + new  2024/05/03/new/index.html\n');
  expect(stdout).toContain('  ~ changed  index.html\n');
  expect(stdout).toContain('  - gone  2024/05/01/visit/index.html\n');
  expect(builtFiles(folder)).toEqual(before);
  expect((await build(folder, '--diff', '--check')).status).toBe(2);
});

test('an image has its size, so that the text does not jump when it is there', async () => {
  const png = Buffer.alloc(33);
  png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  png.writeUInt32BE(320, 16);
  png.writeUInt32BE(200, 20);
  const folder = blogOf({ 'posts/visit.md': postText(visit, '![A table](table.png)') });
  writeFileSync(join(folder, 'posts/table.png'), png);
  expect(await build(folder)).toMatchObject({ status: 0 });
  expect(built(folder, '2024/05/01/visit/index.html')).toMatch(/<img [^>]*width="320" height="200"/);
});

describe('a folder that is not ours', () => {
  test('is refused, and left as it is; --force writes beside other files', async () => {
    const folder = blogOf({ 'posts/visit.md': postText(visit), 'public/CNAME': 'x', 'public/index.html': 'mine' });
    const { status, stderr } = await build(folder);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr:
        'blog: public has files that blog build did not write; name an empty folder\nTo write there all the same, pass --force: other files stay, those with the name of a page are replaced\n',
    });
    expect(builtFiles(folder)).toEqual(['CNAME', 'index.html']);
    expect(await build(folder, '--force')).toMatchObject({ status: 0 });
    expect(built(folder, 'CNAME')).toBe('x');
    expect(built(folder, 'index.html')).toContain('Our visit');
  });

  test('a file of somebody else is not replaced', async () => {
    const folder = one();
    await build(folder);
    const post = 'posts/new.md';
    writeFileSync(join(folder, post), postText(['title: New', 'date: 2024-05-03', 'permalink: /about.html']));
    writeFileSync(join(folder, 'public/about.html'), 'mine');
    const { status, stderr } = await build(folder);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr:
        'blog: blog build did not write these files, and would replace them; nothing was changed:\n  public/about.html\nMove them away, or pass --force to replace them\n',
    });
    expect(built(folder, 'about.html')).toBe('mine');
    expect(built(folder, 'index.html')).not.toContain('New');
  });

  test.each([
    ['.', 'contains the blog itself'],
    ['posts', 'contains the posts folder'],
    ['posts/x', 'is inside the posts folder'],
    ['..', 'contains the blog itself'],
  ])('%s is refused even with --force', async (output, message) => {
    const folder = one();
    const { status, stderr } = await run(folder, ['build', '--force', '-o', output]);
    expect(status).toBe(1);
    expect(stderr).toBe(`blog: ${output} ${message}; name a folder of its own, for example: -o public\n`);
    expect(filesIn(folder)).toEqual(['blog.config.yaml', 'posts/visit.md']);
  });

  test('a home folder, a file and no folder at all are refused', async () => {
    const folder = one();
    const home = tempFolder();
    const result = await run(folder, ['build', '-o', home], { env: { HOME: home } });
    expect(result.stderr).toContain('contains a home folder');
    expect((await run(folder, ['build', '-o', 'blog.config.yaml'])).stderr).toContain('is a file; name a folder');
    for (const args of [[], ['-o', ''], ['-o', '-']])
      expect(await run(folder, ['build', ...args])).toMatchObject({
        status: 2,
        stderr: 'blog: no output folder; name one, for example: -o public\n',
      });
  });

  test('a damaged list is not trusted', async () => {
    const folder = one();
    await build(folder);
    writeFileSync(join(folder, 'public/.blog-build.json'), '{"version":1,"files":{"../posts/visit.md":"x"}}');
    const { status, stderr } = await build(folder);
    expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining('is damaged') });
    expect(await build(folder, '--force')).toMatchObject({ status: 0 });
    expect(filesIn(folder)).toContain('posts/visit.md');
  });
});

test('invalid posts stop a build, or are left out with --skip-invalid', async () => {
  const folder = blogOf({ 'posts/visit.md': postText(visit), 'posts/bad.md': postText(['title: Bad', 'date: soon']) });
  const { status, stderr } = await build(folder);
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^posts\/bad\.md:3:7: .*\nnothing built: fix these posts, or pass --skip-invalid to leave them out\n$/,
  );
  expect(filesIn(folder)).not.toContain('public/index.html');
  const skipped = await build(folder, '--skip-invalid');
  expect(skipped.status).toBe(1);
  expect(skipped.stderr).toContain('1 invalid post left out of the site\n');
  expect(built(folder, 'index.html')).toContain('Our visit');
});

test('--strict builds nothing that validate finds errors in', async () => {
  const folder = blogOf({ 'posts/visit.md': postText(visit, 'See [this](missing.md).') });
  const { status, stderr } = await build(folder, '--strict');
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: 'nothing built: 1 post on the site has errors (link-broken); fix these first, or leave out --strict\n',
  });
  expect(await build(folder)).toMatchObject({
    status: 0,
    stderr: expect.stringContaining('1 post on the site has errors (link-broken); for details, run: blog validate\n'),
  });
});

test('a post with the path of another page is named once, with that page', async () => {
  const folder = one();
  writeFileSync(join(folder, 'posts/home.md'), '---\ntitle: Home\ndate: 2019-09-08\npermalink: /\n---\n\nWelcome.\n');
  const { status, stderr } = await build(folder);
  expect(status).toBe(1);
  expect(stderr).toContain('posts/home.md: has the same path as the home page: /; write another slug or permalink\n');
});

test('two pages with one file are an error, with both sources', async () => {
  const folder = blogOf({
    'posts/a.md': postText(['title: A', 'date: 2024-05-01', 'permalink: /News/']),
    'posts/b.md': postText(['title: B', 'date: 2024-05-02', 'permalink: /tag/tea/']),
    'posts/c.md': postText(['title: C', 'date: 2024-05-03', 'tags: [tea]']),
  });
  const { status, stderr } = await build(folder);
  expect(status).toBe(1);
  expect(stderr).toContain('posts/b.md');
  expect(stderr).toContain('/tag/tea/');
  expect(filesIn(folder).some((file) => file.startsWith('public/'))).toBe(false);
});

test('a site needs its URL, which --site-url gives', async () => {
  const folder = blogOf({ 'blog.config.yaml': 'title: Our blog\n', 'posts/visit.md': postText(visit) });
  expect((await build(folder)).stderr).toContain('no site URL; set site_url in blog.config.yaml');
  expect(await build(folder, '--site-url', 'https://org.example/x/')).toMatchObject({ status: 0 });
  expect(built(folder, 'index.html')).toContain('href="/x/2024/05/01/visit/"');
});

test('a site without a published post has empty pages, and says so', async () => {
  const folder = blogOf({ 'posts/secret.md': postText(['title: Secret', 'date: 2024-05-02', 'draft: true']) });
  expect(await build(folder)).toEqual({
    status: 0,
    stdout: '',
    stderr: 'public: 8 files, 8 new\nno published posts: the pages of the site are empty\n',
  });
  expect(built(folder, 'index.html')).toContain('No posts yet.');
  expect((await build(folder, '--quiet')).stderr).toBe('');
});

test.each([
  ['http://localhost:4000', 'localhost'],
  ['http://127.0.0.1/blog', '127.0.0.1'],
  ['http://[::1]:80/', '[::1]'],
  ['https://www.example.com', 'www.example.com'],
])('a site whose links lead to %s is built, with a note', async (url, host) => {
  const { status, stderr } = await build(one(), '--site-url', url);
  expect(status).toBe(0);
  expect(stderr).toContain(
    `readers cannot reach ${host}, which is in the links of this site; set site_url in the config\n`,
  );
});

test('other commands say how to build the site again', async () => {
  const folder = one();
  await build(folder);
  const unpublished = await run(folder, ['unpublish', 'visit']);
  expect(unpublished.stderr).toContain('To remove it from the site, run: blog build -o public\n');
  const published = await run(folder, ['publish', 'visit']);
  expect(published.stderr).toContain('To add it to the site, run: blog build -o public\n');
  const merged = await run(folder, ['categories', 'merge', 'News', 'Events']);
  expect(merged.stderr).toContain('To update the site, run: blog build -o public\n');
  expect(merged.stderr).toContain(
    'The next build removes the feed public/category/news/feed.xml: redirect its URL to category/events/feed.xml\n',
  );
});

test('the feed of a category stays, without posts, until the config has the category no more', async () => {
  const config = `${buildConfig}categories: [News, Events]\n`;
  const folder = blogOf({ 'blog.config.yaml': config, 'posts/visit.md': postText(visit) });
  await build(folder);
  const { stderr } = await run(folder, ['categories', 'merge', 'News', 'Events']);
  expect(stderr).toContain('Remove “News” from the categories in the config, too\n');
  expect(stderr).toContain(
    'The next build removes the feed public/category/news/feed.xml, once “News” is out of the config: redirect its URL to category/events/feed.xml\n',
  );
  await build(folder);
  expect(builtFiles(folder)).toContain('category/news/feed.xml');
  writeFileSync(join(folder, 'blog.config.yaml'), config.replace('News, ', ''));
  await build(folder);
  expect(builtFiles(folder)).not.toContain('category/news/feed.xml');
});

test('a permalink on another host is linked, not built', async () => {
  const folder = blogOf({
    'posts/a.md': postText(['title: Elsewhere', 'date: 2024-05-01', 'permalink: https://other.example/a/']),
  });
  expect(await build(folder)).toMatchObject({ status: 0 });
  expect(built(folder, 'index.html')).toContain('href="https://other.example/a/"');
  expect(builtFiles(folder).filter((file) => file.includes('other'))).toEqual([]);
});

test('files that posts link to are copied, but no page and no script', async () => {
  const links = ['[a](notes.pdf)', '[b](page.html)', '[c](code.js)', '[d](data.csv)', '[e](blog.config.yaml)'].join(
    '\n',
  );
  const folder = blogOf({
    'posts/visit.md': postText(visit, links),
    'posts/notes.pdf': 'pdf',
    'posts/page.html': 'html',
    'posts/code.js': 'js',
    'posts/data.csv': 'csv',
    'posts/blog.config.yaml': 'x',
    'posts/unused.png': 'png',
  });
  const { stderr } = await build(folder);
  const names = builtFiles(folder).filter((file) => !file.includes('/'));
  expect(names).toEqual(expect.arrayContaining(['notes.pdf', 'data.csv']));
  for (const name of ['page.html', 'code.js', 'blog.config.yaml', 'unused.png']) expect(names).not.toContain(name);
  expect(stderr).toContain('not copied: posts/page.html, because only images, media and documents are\n');
});

test('an SVG that could run something is not copied, nor a link that is called a picture', async () => {
  const names = ['plain.svg', 'script.svg', 'event.SVG', 'broken.svg', 'draft.png', 'notes.txt'];
  const folder = blogOf({
    'posts/visit.md': postText(visit, names.map((name) => `![A table](${name}) [a](${name})`).join('\n')),
    'posts/secret.md': postText(['title: Secret', 'date: 2024-05-01', 'draft: true']),
    'posts/plain.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'posts/script.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>',
    'posts/event.SVG': '<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>',
    'posts/broken.svg': '<svg',
  });
  for (const name of ['draft.png', 'notes.txt']) symlinkSync('secret.md', join(folder, 'posts', name));
  const { status, stderr } = await build(folder);
  expect(status).toBe(0);
  const copied = builtFiles(folder).filter((file) => names.includes(file));
  expect(copied).toEqual(['plain.svg']);
  expect(stderr).toContain('not copied: posts/script.svg, which has a <script>; save it as a plain SVG\n');
  expect(stderr).toContain('not copied: posts/event.SVG, which has an event attribute, onload; save it');
  expect(stderr).toContain('not copied: posts/broken.svg, which has a mistake in its XML; save it');
  for (const name of ['draft.png', 'notes.txt'])
    expect(stderr).toContain(`not copied: posts/${name}, which is a link to a file of another kind\n`);
});

test('old posts that would reappear in a feed are refused', async () => {
  const folder = blogOf({
    'posts/visit.md': postText([...visit, 'id: urn:uuid:0b1f2f3a-0000-4000-8000-000000000001']),
  });
  await build(folder);
  writeFileSync(join(folder, 'posts/visit.md'), postText(visit));
  const before = readFileSync(join(folder, 'public/feed.xml'), 'utf8');
  const { status, stderr } = await build(folder);
  expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining('would reappear as unread') });
  expect(built(folder, 'feed.xml')).toBe(before);
  expect(await build(folder, '--force')).toMatchObject({ status: 0 });
});

test('under a sub-path no link inside is dead', async () => {
  const folder = tempFolder({
    'blog.config.yaml': `${buildConfig}categories: [News]\n`,
    'posts/visit.md': postText(
      visit,
      '![A table](images/table.png)\n\nSee [the other](other.md) and [notes](notes.pdf).',
    ),
    'posts/other.md': postText(['title: Other', 'date: 2024-04-01', 'categories: News', 'aliases: [/old/]']),
    'posts/images/table.png': 'png',
    'posts/notes.pdf': 'pdf',
    'posts/_site/cookies.md': '# Cookies\n\nWe set none. See [our visit](../visit.md).\n',
  });
  expect(await build(folder)).toMatchObject({ status: 0 });
  const files = new Set(builtFiles(folder));
  const dead = [...files]
    .filter((file) => file.endsWith('.html'))
    .flatMap((file) =>
      [...built(folder, file).matchAll(/(?:href|src)="([^"#?]*)[^"]*"/g)].flatMap(([, link = '']) => {
        if (link === '' || /^(?:https?:(?!\/\/org\.example)|mailto:)/.test(link)) return [];
        const path = decodeURIComponent(link.replace(/^https:\/\/org\.example/, ''));
        if (!path.startsWith('/blog/')) return [`${file}: ${link}`];
        const inSite = path.slice('/blog/'.length);
        return files.has(inSite) || files.has(`${inSite}index.html`) ? [] : [`${file}: ${link}`];
      }),
    );
  expect(dead).toEqual([]);
  expect(files).toContain('old/index.html');
  expect(files).toContain('cookies/index.html');
});
