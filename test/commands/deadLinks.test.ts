/** `validate`, `publish` and previews warn of links to pages that the site will not have, where it is built from this folder. */
import { expect, test } from '@jest/globals';
import { blogOf, buildConfig, postText } from '../support/builtSite.ts';
import { previewOf } from '../support/preview.ts';
import { run } from '../support/site.ts';

const root = buildConfig.replace('org.example/blog', 'org.example');
const about = { 'posts/_site/about.md': '# About\n\nText.\n' };
const tea = ['title: Tea', 'date: 2024-05-03', 'categories: News'];

const blog = (body: string, config = root, more: Readonly<Record<string, string>> = about): string =>
  blogOf({
    'blog.config.yaml': config,
    'posts/secret.md': postText(['title: Secret', 'date: 2024-05-02', 'draft: true']),
    'posts/tea.md': postText(tea, body),
    ...more,
  });

async function warningsOf(folder: string): Promise<string[]> {
  const { stdout, status } = await run(folder, ['validate', '--now', '2024-06-01']);
  expect(status).toBe(0);
  return stdout.split('\n').filter((line) => /link-(?:broken|unpublished)/.test(line));
}

const message = 'leads to no page or file of the site (link-broken)';

test.each([
  ['/about-us/', message],
  ['/2019/01/01/nothing/', message],
  ['https://org.example/abuot/', message],
  ['/category/new/', message],
  ['/abuot.html', message],
  ['/2024/05/02/secret/', 'leads to posts/secret.md, which is a draft (link-unpublished)'],
])('%s', async (url, end) => {
  const line = `posts/tea.md:7:5: warning: link “${url}” ${end}`;
  expect(await warningsOf(blog(`[A](${url})`))).toEqual([line]);
  const footer = `${root}site: { footer: [{ label: Tea, url: /2024/05/03/tea/ }] }\n`;
  expect(await warningsOf(blog(`[A](${url})`, footer, {}))).toEqual([line]);
});

test('a draft may link to a draft', async () => {
  const draft = postText([...tea, 'draft: true'], '[A](/2024/05/02/secret/) [B](secret.md) [C](/about-us/)');
  expect(await warningsOf(blog('Text.', root, { ...about, 'posts/tea.md': draft }))).toEqual([
    expect.stringContaining('“/about-us/”'),
  ]);
});

test('what is on the site, elsewhere or not known', async () => {
  const urls =
    `/ /about/ /2024/05/03/tea/#x /category/news/ /2024/ /feed.xml /plan.pdf /images/x.png https://org.example/about/ https://org.example.com/x/ //org.example/x/ /{{page}}/ mailto:a@b.example`.split(
      /\s+/,
    );
  expect(await warningsOf(blog(urls.map((url) => `[A page](${url})`).join('\n\n')))).toEqual([]);
});

test('a site that is not known to be built from the folder may have other pages', async () => {
  expect(await warningsOf(blog('[A](/about-us/)', root, {}))).toEqual([]);
  expect(await warningsOf(blog('[A](/about-us/)', 'title: B\n'))).toEqual([]);
  expect(await warningsOf(blog('[A](/about-us/)', root, { ...about, 'hugo.yaml': '' }))).toEqual([]);
  expect(await warningsOf(blog('[A](/somebody/else/)', buildConfig))).toEqual([]);
});

test('a page of the folder, too, and a hint names what is near', async () => {
  const folder = blog('Text.', root, { 'posts/_site/about.md': '# About\n\n[A](/abuot/)\n' });
  const { diagnostics } = JSON.parse((await run(folder, ['validate', '--json'])).stdout);
  expect(diagnostics).toContainEqual(
    expect.objectContaining({
      file: 'posts/_site/about.md',
      line: 3,
      hint: 'did you mean “/about/”?',
      severity: 'warning',
    }),
  );
});

test('a build does not count them as errors, and says each once', async () => {
  const { stderr, status } = await run(blog('[A](/about-us/) <a href="/about-us/">B</a>'), [
    'build',
    '-o',
    'public',
    '--strict',
  ]);
  expect(status).toBe(0);
  expect(stderr.match(/about-us/g)).toHaveLength(1);
});

test('publish knows that the post itself will be there', async () => {
  const draft = postText([...tea, 'draft: true'], '[me](/2024/05/03/tea/) [A](/about-us/)');
  const folder = blog('', root, { ...about, 'posts/tea.md': draft });
  const { stderr } = await run(folder, ['publish', 'tea', '--keep-date']);
  expect(stderr.match(/link “[^”]*” leads to/g)).toEqual(['link “/about-us/” leads to']);
});

test('a preview shows it beside the post', async () => {
  const preview = await previewOf(blog('[A](/about-us/)'));
  try {
    expect((await preview.get('/2024/05/03/tea/')).text).toContain('“/about-us/” leads to no page or file of the site');
  } finally {
    await preview.close();
  }
});
