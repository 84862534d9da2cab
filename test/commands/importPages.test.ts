/** Pages of WordPress become pages of the site, at their URLs, and no posts. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { run } from '../support/site.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';
import { wxr } from '../support/wxr.ts';

interface Sample {
  id: number;
  link: string;
  text?: string;
  type?: string;
  status?: string;
  date?: string;
  slug?: string;
  more?: string;
}

function item({
  id,
  link,
  text = 'Text.',
  type = 'page',
  status = 'publish',
  slug,
  date = '2018-07-05',
  more = '',
}: Sample) {
  const name = slug ?? link.split('/').findLast((part) => part !== '') ?? 'home';
  return `<item><title>Item ${id}</title><link>https://blog.example.org${link}</link><dc:creator>ada</dc:creator>
<guid isPermaLink="false">https://blog.example.org/?page_id=${id}</guid><content:encoded><![CDATA[${text}]]></content:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date>${date} 15:48:16</wp:post_date><wp:post_date_gmt>${date} 14:48:16</wp:post_date_gmt>
<wp:post_name>${name}</wp:post_name><wp:status>${status}</wp:status><wp:post_type>${type}</wp:post_type>${more}</item>`;
}

const to = (url: string): string => `<a href="https://blog.example.org${url}">there</a>`;
const samples = [
  item({
    id: 1,
    link: '/2018/07/05/visit/',
    type: 'post',
    text: `Who we are: ${to('/about/')}, ${to('/?page_id=3')}.`,
  }),
  item({
    id: 2,
    link: '/about/',
    text: `<p>We met on ${to('/2018/07/05/visit/')}; see ${to('/about/team/#ada')}.</p>`,
  }),
  item({ id: 3, link: '/about/team/', text: '<h2>Ada</h2><p>Student.</p>' }),
  item({ id: 4, link: '/contact/team/' }),
  item({ id: 5, link: '/' }),
  item({ id: 6, link: '/?page_id=6', slug: 'terms' }),
  item({ id: 7, link: '/?page_id=7', slug: 'soon', status: 'future', date: '2099-01-01' }),
  item({ id: 8, link: '/?page_id=8', slug: 'plan', status: 'draft' }),
  item({ id: 9, link: '/staff/', status: 'private', text: 'Nobody outside may read this.' }),
];
const now = ['--now', '2024-06-01'];

async function imported(items: readonly string[] = samples, ...args: string[]) {
  const folder = tempFolder({ 'export.xml': wxr(items) });
  const again = (...more: string[]) => run(folder, ['import', 'wordpress', 'export.xml', ...more]);
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  return { folder, again, read, ...(await again(...args)) };
}
const both = ['--type', 'post', '--type', 'page'];
const posts = (folder: string): string[] => filesIn(folder).filter((file) => file.startsWith('posts/'));

describe('with --type post --type page', () => {
  let site: Awaited<ReturnType<typeof imported>>;
  beforeAll(async () => {
    site = await imported(samples, ...both);
  });

  test('pages are in _site, with what a page has', () => {
    expect(site.status).toBe(0);
    expect(posts(site.folder)).toEqual([
      'posts/2018-07-05-visit.md',
      ...['about', 'home', 'plan', 'soon', 'team-2', 'team', 'terms'].map((name) => `posts/_site/${name}.md`),
    ]);
    const { read } = site;
    expect(read('posts/_site/about.md')).toBe(
      '---\ntitle: "Item 2"\ndraft: false\n---\n\nWe met on [there](../2018-07-05-visit.md); see [there](team.md#ada).\n',
    );
    expect(read('posts/_site/team.md')).toContain('title: "Item 3"\npermalink: /about/team/\ndraft: false\n');
    expect(read('posts/_site/team-2.md')).toContain('permalink: /contact/team/\n');
    expect(read('posts/_site/soon.md')).toContain('title: "Item 7"\ndate: 2099-01-01T15:48:16+01:00\ndraft: false\n');
    expect(read('posts/_site/plan.md')).toContain('title: "Item 8"\ndraft: true\n');
    expect(read('posts/2018-07-05-visit.md')).toContain('Who we are: [there](_site/about.md), [there](_site/team.md).');
  });

  test('the report counts them, and says what they lack', () => {
    expect(site.stderr).toContain('1 post and 7 pages in posts: 8 written\n');
    expect(site.stderr).toContain('Read back 8 posts: 8 identical in text and structure\n');
    expect(site.stderr).toContain('permalink: “/” is the home page here; the page has the URL of its file (1 post)');
    expect(site.stderr).not.toContain('Nobody outside');
  });

  test('they are in a build at their URLs, and neither listed nor in feeds', async () => {
    const { folder } = site;
    expect((await run(folder, ['validate'])).stdout).not.toContain('error');
    const { status } = await run(folder, ['build', '-o', 'public', ...now]);
    expect(status).toBe(0);
    const files = filesIn(join(folder, 'public'));
    for (const page of ['about', 'about/team', 'contact/team', 'home', 'terms'])
      expect(files).toContain(`${page}/index.html`);
    expect(files.filter((file) => /soon|plan|staff/.test(file))).toEqual([]);
    const html = readFileSync(join(folder, 'public/about/index.html'), 'utf8');
    expect(html).toContain('href="/2018/07/05/visit/"');
    expect(html).toContain('href="/about/team/#ada"');
    expect((await run(folder, ['list', '--format', 'count', ...now])).stdout.trim()).toBe('1');
    expect(readFileSync(join(folder, 'public/feed.xml'), 'utf8')).toContain('https://blog.example.org/about/team/');
    expect(readFileSync(join(folder, 'public/feed.xml'), 'utf8')).not.toContain('Item 2');
  });
});

test.each([both, [], ['--type', 'page']])('a second run with %j changes and reports nothing', async (...args) => {
  const { again, folder, read } = await imported(samples, ...both);
  const before = posts(folder).map((file) => [file, read(file)]);
  const { status, stdout } = await again('--update', '--json', ...args);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ edited: [], deleted: [], outdated: [], missing: [], withdrawn: [] });
  expect(posts(folder).map((file) => [file, read(file)])).toEqual(before);
});

test('nor does one that no longer has a draft to which a post links', async () => {
  const secret = item({ id: 2, type: 'post', link: '/2018/07/05/secret/', status: 'private' });
  const linked = item({ id: 1, type: 'post', link: '/2018/07/05/a/', text: to('/2018/07/05/secret/') });
  const { again } = await imported([linked, secret], '--include', 'private');
  expect(JSON.parse((await again('--json')).stdout).outdated).toEqual([]);
});

test('a page that was edited, deleted or hidden on WordPress is treated as a post is', async () => {
  const { again, folder, read } = await imported(samples, ...both);
  writeFileSync(join(folder, 'posts/_site/about.md'), `${read('posts/_site/about.md')}\nOurs.\n`);
  rmSync(join(folder, 'posts/_site/terms.md'));
  const hidden = samples.map((one) =>
    one.replace('/about/team/</link>', '/about/team/</link><wp:status>private</wp:status>'),
  );
  writeFileSync(join(folder, 'export.xml'), wxr(hidden.slice(0, -1)));
  for (const args of [both, []]) {
    const { stdout, stderr } = await again('--json', ...args);
    expect(JSON.parse(stdout).withdrawn).toEqual(['posts/_site/team.md']);
    if (args.length > 0)
      expect(JSON.parse(stdout)).toMatchObject({
        edited: [{ file: 'posts/_site/about.md', alsoChanged: false }],
        deleted: ['posts/_site/terms.md'],
      });
    expect(stderr).toBe('');
  }
  expect((await again(...both)).stderr).toContain(
    'No longer public on WordPress, but published here; to hide them, run blog unpublish, or write draft: true in a page:\n  posts/_site/team.md\n',
  );
  expect(read('posts/_site/about.md')).toContain('Ours.');
});

test('a page that an earlier version imported as a post stays one', async () => {
  const { again, folder, read } = await imported([item({ id: 2, link: '/about/' })], '--type', 'page');
  const old = `---\ntitle: "Item 2"\ndate: 2018-07-05\nid: https://blog.example.org/?page_id=2\npermalink: /about/\n---\n\nText.\n`;
  rmSync(join(folder, 'posts/_site/about.md'));
  rmSync(join(folder, '_wordpress/import.json'));
  writeFileSync(join(folder, 'posts/2018-07-05-about.md'), old);
  await again('--type', 'page', '--update');
  expect(posts(folder)).toEqual(['posts/2018-07-05-about.md']);
  expect(read('posts/2018-07-05-about.md')).toBe(old);
});

test('pages that could be imported are named with what to type', async () => {
  const { stderr } = await imported();
  expect(stderr).toContain('type “page”; to import it as well, pass --type post --type page: “Item 2”');
});

test('a private page says so', async () => {
  const { read } = await imported(samples, ...both, '--include', 'private');
  expect(read('posts/_site/staff.md')).toContain('title: "Item 9"\ndraft: true\nstatus: private\n---\n');
});

test('the pattern of new posts is that of posts, however many pages there are', async () => {
  const { read } = await imported(samples, ...both);
  expect(read('blog.config.yaml')).toContain('permalink: "/{year}/{month}/{day}/{slug}/"');
});

describe('an export of another program, without dates of WordPress', () => {
  const dateless = (type: string, id: number, pubDate: string, status = 'publish'): string =>
    `<item><title>Item ${id}</title><link>/item-${id}</link><content:encoded>Text.</content:encoded>${pubDate}
<wp:post_id>${id}</wp:post_id><wp:post_name>item-${id}</wp:post_name><wp:status>${status}</wp:status><wp:post_type>${type}</wp:post_type></item>`;

  test('has those of the feed; pages need none', async () => {
    const inFeed = '<pubDate>Wed, 21 Mar 2012 17:41:27 +0000</pubDate>';
    const { read } = await imported(
      [
        dateless('post', 1, inFeed),
        dateless('post', 2, '<pubDate>Wed, 30 Nov -0001 00:00:00 +0000</pubDate>'),
        dateless('page', 3, inFeed),
        dateless('page', 4, ''),
        dateless('page', 5, '', 'draft'),
        dateless('page', 6, '', 'future'),
      ],
      ...both,
    );
    expect(read('posts/2012-03-21-item-1.md')).toContain('date: 2012-03-21T17:41:27+00:00\n');
    expect(read('posts/2012-03-21-item-1.md')).toContain('draft: false');
    expect(read('posts/1970-01-02-item-2.md')).toContain('draft: true');
    const isDraft = [3, 4, 5, 6].map((id) => /draft: (\w+)/.exec(read(`posts/_site/item-${id}.md`))?.[1]);
    expect(isDraft).toEqual(['false', 'false', 'true', 'true']);
  });
});

test('a heading that repeats the title is not missed; another one stays', async () => {
  const { read } = await imported(
    [
      item({ id: 1, link: '/one/', text: '<h1>Item 1</h1><p>Text :)</p>' }),
      item({ id: 2, link: '/two/', text: '<h1>Another</h1><p>Text.</p>' }),
      item({ id: 3, link: '/2018/07/05/three/', type: 'post', text: '<h1>item 3</h1><p>Text.</p>' }),
    ],
    ...both,
  );
  const bodies = ['_site/one', '_site/two', '2018-07-05-three'].map(
    (name) => read(`posts/${name}.md`).split('---\n')[2],
  );
  expect(bodies).toEqual(['\nText 🙂\n', '\n# Another\n\nText.\n', '\nText.\n']);
  expect(JSON.parse(read('_wordpress/report.json')).verification).toMatchObject({ posts: 3, identical: 3 });
});
