/** A build says which links of its pages lead to nothing, and what was probably meant. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { blogOf, build, buildConfig, builtFiles, postText } from '../../support/builtSite.ts';

const root = buildConfig.replace('org.example/blog', 'org.example');

const files = {
  'posts/visit.md': postText([
    'title: Our visit',
    'date: 2024-05-01',
    'categories: News',
    'tags: [tea]',
    'authors: Ada',
    'aliases: [/old-visit/]',
  ]),
  'posts/secret.md': postText(['title: Secret', 'date: 2024-05-02', 'draft: true']),
  'posts/later.md': postText(['title: Later', 'date: 2024-07-01']),
  'posts/gone.md': postText(['title: Gone', 'date: 2024-05-04', 'expires: 2024-05-05']),
  'posts/_site/about.md': '# About\n\nText.\n',
  'posts/table.png': 'png',
};

async function notesOf(body: string, config = root, more: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const folder = blogOf({
    ...files,
    'blog.config.yaml': config,
    'posts/tea.md': postText(['title: Tea', 'date: 2024-05-03'], body),
    ...more,
  });
  const { stderr } = await build(folder);
  return stderr.split('\n').filter((line) => /leads? to|more links?/.test(line));
}

test('what is on the site, elsewhere or not known', async () => {
  const urls =
    `/ /about/ /about /about/index.html /about/?x=1#y /2024/05/01/visit/ /old-visit/ /2024/ /category/news/ /tag/tea/ /author/ada/ /feed.xml /atom.xml /category/news/feed.xml /sitemap.xml https://org.example https://org.example/about/ https://other.example/about-us/ //other.example/x #top ?x visit.md table.png _site/about.md mailto:a@org.example {{site.url}}/x https://org.example.com/x`.split(
      /\s+/,
    );
  expect(await notesOf(urls.map((url) => `[A page](${url})`).join('\n\n'))).toEqual([]);
});

test.each([
  ['/about-us/', 'link “/about-us/” leads to no page or file of the site; did you mean “/about/”?'],
  ['/About/', 'link “/About/” leads to no page or file of the site; did you mean “/about/”?'],
  [
    '/2019/01/01/nothing/',
    'link “/2019/01/01/nothing/” leads to no page or file of the site; check the spelling, or remove the link',
  ],
  [
    '/files/plan.pdf',
    'link “/files/plan.pdf” leads to no page or file of the site; check the spelling, or remove the link',
  ],
  [
    'https://org.example/abuot/',
    'link “https://org.example/abuot/” leads to no page or file of the site; did you mean “/about/”?',
  ],
  [
    '/2024/05/02/secret/',
    'link “/2024/05/02/secret/” leads to posts/secret.md, which is a draft; publish that post, or remove the link',
  ],
  ['secret.md', 'link “secret.md” leads to posts/secret.md, which is a draft; publish that post, or remove the link'],
  [
    'later.md#x',
    'link “later.md#x” leads to posts/later.md, which is not yet published; publish that post, or remove the link',
  ],
  ['gone.md', 'link “gone.md” leads to posts/gone.md, which is expired; link to another page, or remove the link'],
])('%s leads to nothing', async (url, note) => {
  expect(await notesOf(`[A page](${url})`)).toEqual([`posts/tea.md: ${note}`]);
});

test('links of every kind, each said once', async () => {
  const note = 'posts/tea.md: link “/about-us/” leads to no page or file of the site; did you mean “/about/”?';
  for (const body of ['<a href="/about-us/">A</a>', '[A][1] and [again](/about-us/)\n\n[1]: /about-us/'])
    expect(await notesOf(body)).toEqual([note]);
});

test('an image of the site, too', async () => {
  expect(await notesOf('![A table](/tabel.png)')).toEqual([
    'posts/tea.md: image “/tabel.png” leads to no page or file of the site; check the spelling, or remove the link',
  ]);
});

test('a site in a folder of its host', async () => {
  const line = (url: string): string =>
    `posts/tea.md: link “${url}” leads to no page or file of the site; did you mean “/blog/about/”?`;
  for (const url of ['/about/', '/blog/abuot/', 'https://org.example/blog/about-us/'])
    expect(await notesOf(`[A page](${url})`, buildConfig)).toEqual([line(url)]);
  for (const url of ['/', '/somebody/else/', '/blog/about/', '/blog'])
    expect(await notesOf(`[A page](${url})`, buildConfig)).toEqual([]);
});

test('what validate reports is not said twice', async () => {
  expect(await notesOf('[A](missing.md) ![B](missing.png)')).toEqual([]);
  const config = `${root}static: static\n`;
  expect(await notesOf('[A](/nothing/) [B](/x.pdf)', config, { 'static/x.pdf': 'pdf' })).toEqual([]);
  expect(await notesOf('[A](/2024/05/02/secret/)', config, { 'static/x.pdf': 'pdf' })).toHaveLength(1);
});

test('a file that another page shows is there, in each build', async () => {
  const other = postText(['title: Cake', 'date: 2024-05-04'], '![A table](table.png)');
  const folder = blogOf({
    ...files,
    'blog.config.yaml': root,
    'posts/cake.md': other,
    'posts/tea.md': postText(['title: Tea', 'date: 2024-05-03'], '[A](/table.png)'),
  });
  for (const _ of ['first', 'second']) expect((await build(folder)).stderr).not.toContain('leads to');
});

test('files that others have put into the folder are there', async () => {
  const folder = blogOf({
    ...files,
    'blog.config.yaml': root,
    'posts/tea.md': postText(['title: Tea', 'date: 2024-05-03'], '[A](/plan.pdf) [B](/2024/05/03/tea/)'),
  });
  expect((await build(folder)).stderr).toContain('“/plan.pdf” leads to no page');
  writeFileSync(join(folder, 'public/plan.pdf'), 'pdf');
  expect((await build(folder)).stderr).not.toContain('leads to');
});

test('pages and the footer of the config have links, too; many are counted', async () => {
  const footer =
    'site:\n  footer: [{ label: Us, url: /about/ }, { label: Terms, url: /trems/ }, { label: Mail, url: "mailto:a@b.example" }]\n';
  const more = { 'posts/_site/terms.md': '# Terms\n\n[A](/abuot/)\n' };
  expect(await notesOf('Text.', buildConfig + footer, more)).toEqual([
    'blog.config.yaml: link “/trems/” leads to no page or file of the site; did you mean “/terms/”?',
  ]);
  expect(await notesOf('Text.', root, more)).toEqual([
    'posts/_site/terms.md: link “/abuot/” leads to no page or file of the site; did you mean “/about/”?',
  ]);
  const many = Array.from({ length: 8 }, (_, at) => `[A](/nothing-${at}/)`).join(' ');
  const notes = await notesOf(many);
  expect(notes).toHaveLength(6);
  expect(notes.at(-1)).toBe('3 more links to no page or file of the site');
});

test.each(['secret.md', '/2024/05/02/secret/', 'https://org.example/2024/05/02/secret/#x', 'later.md'])(
  'a page does not show where %s is, nor does a feed',
  async (url) => {
    const text = postText(['title: Tea', 'date: 2024-05-03'], `See [the *other* post](${url}) and [us](visit.md).`);
    const folder = blogOf({ ...files, 'blog.config.yaml': root, 'posts/tea.md': text });
    await build(folder);
    for (const file of ['2024/05/03/tea/index.html', 'feed.xml', 'feed.json']) {
      const written = readFileSync(join(folder, 'public', file), 'utf8');
      expect(written).not.toMatch(/secret|later|2024\/07\/01/);
      expect(written).toMatch(/See (?:the |<a>the )/);
      expect(written).toContain('2024/05/01/visit/');
    }
  },
);

test('the footer of a site with a static folder: its dead links are said, its files are there', async () => {
  const config = `${root}static: look\nsite:\n  footer: [{ label: A, url: /accessibility/ }, { label: B, url: "/plan.pdf#p2" }, { label: C, url: /feed.xml }]\n`;
  const folder = blogOf({
    ...files,
    'blog.config.yaml': config,
    'look/plan.pdf': 'pdf',
    'look/feed.xml': 'old',
    'posts/tea.md': postText(['title: Tea', 'date: 2024-05-03']),
  });
  const { stderr } = await build(folder);
  expect(stderr.match(/.* leads to .*/g)).toEqual([
    'blog.config.yaml: link “/accessibility/” leads to no page or file of the site; check the spelling, or remove the link',
  ]);
  expect(stderr).not.toContain('not copied');
  expect(builtFiles(folder)).toContain('plan.pdf');
});
