/** Which pages there are, and what is wrong with their paths. */
import { describe, expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/blog/config/config.ts';
import { planPages } from '../../src/site/plan/plan.ts';
import type { Site } from '../../src/site/site.ts';
import { type SampleFields, samplePost, siteUrl } from '../support/feedPosts.ts';
import { pageAt, sampleSite } from '../support/pages.ts';

const named = (name: string, fields: SampleFields = {}) =>
  samplePost({ file: `${name}.md`, path: `${name}.md`, slug: name, title: name, ...fields });

const planOf = async (posts: SampleFields[], changes: Partial<Site> = {}) => {
  const entries = posts.map((fields, index) => named(fields.slug ?? `post-${index}`, fields));
  return planPages(await sampleSite(entries, changes));
};

describe('pages', () => {
  test('lists of every name and year, posts, and what stands beside them', async () => {
    const plan = await planOf([
      { slug: 'a', categories: ['C++', 'News'], tags: ['x y'], authors: [{ name: 'Ada Émile' }] },
      { slug: 'b', date: '2019-12-31T23:30:00-05:00', categories: ['news'], tags: ['con'] },
    ]);
    expect([...plan.pages.keys()]).toEqual([
      '/',
      '/category/news/',
      '/category/c-plus-plus/',
      '/tag/con-tag/',
      '/tag/x-y/',
      '/author/ada-emile/',
      '/2019/',
      '/2018/',
      '/2019/12/31/b/',
      '/2018/07/05/a/',
      '/404.html',
      '/style.css',
      '/sitemap.xml',
      '/.nojekyll',
    ]);
    expect(plan.problems).toEqual([]);
  });

  test('robots.txt only at the root of a host', async () => {
    const root = 'https://blog.example.org';
    const { surroundings } = await sampleSite([]);
    const plan = await planOf([], { surroundings: { ...surroundings, siteUrl: root } });
    expect(pageAt('/robots.txt', plan).text).toBe(
      'User-agent: *\nAllow: /\n\nSitemap: https://blog.example.org/sitemap.xml\n',
    );
  });

  test('twenty posts a page, newest first', async () => {
    const posts = Array.from({ length: 45 }, (_, index) => ({
      slug: `p${index}`,
      date: new Date(1.5e12 + index * 86_400_000).toISOString(),
      categories: ['One'],
    }));
    const plan = await planOf(posts);
    expect([...plan.pages.keys()].filter((path) => path.includes('page/'))).toEqual([
      '/page/2/',
      '/page/3/',
      '/category/one/page/2/',
      '/category/one/page/3/',
      '/2017/page/2/',
      '/2017/page/3/',
    ]);
    const titles = (path: string) =>
      [...pageAt(path, plan).text.matchAll(/u-url" href="[^"]*">(p\d+)</g)].map(([, title]) => title);
    expect(titles('/')).toEqual(Array.from({ length: 20 }, (_, index) => `p${44 - index}`));
    expect(titles('/page/3/')).toEqual(['p4', 'p3', 'p2', 'p1', 'p0']);
    expect(pageAt('/page/2/', plan).text).toMatch(
      /<a rel="prev" href="\/base\/">Newer posts<\/a>\n<span>Page 2 of 3<\/span>\n<a rel="next" href="\/base\/page\/3\/">/,
    );
  });

  test('a build has only published posts, a preview all', async () => {
    const posts: SampleFields[] = [
      { slug: 'a' },
      { slug: 'b', draft: true, tags: ['secret'] },
      { slug: 'c', date: '2027-01-01' },
    ];
    const built = await planOf(posts);
    expect([...built.pages.keys()].join(' ')).not.toMatch(/secret|\/[bc]\//);
    expect(pageAt('/sitemap.xml', built).text).not.toMatch(/\/[bc]\//);
    const previewed = await planOf(posts, { mode: 'preview' });
    expect([...previewed.pages.keys()]).toEqual(
      expect.arrayContaining(['/tag/secret/', '/2018/07/05/b/', '/2027/01/01/c/', '/feed']),
    );
  });

  test('a permalink on another host is linked, not built', async () => {
    const plan = await planOf([{ slug: 'a', permalink: 'https://other.example.org/a/' }]);
    expect([...plan.pages.values()].filter(({ kind }) => kind === 'post')).toEqual([]);
    expect(pageAt('/', plan).text).toContain('href="https://other.example.org/a/"');
  });

  test('home pages are there before all others are planned', async () => {
    const plan = planPages(await sampleSite([samplePost()]));
    expect(plan.pageAt('/')?.kind).toBe('home');
    expect(plan.pageAt('/2018/')?.kind).toBe('year');
    expect(plan.pageAt('/2017/')).toBeUndefined();
  });
});

describe('names with one slug', () => {
  const postAt = async (posts: SampleFields[]) => {
    const plan = await planOf(posts);
    const paths = [...plan.pages.keys()].filter((path) => /^\/(?:tag|author)\//.test(path));
    return { plan, paths, text: pageAt('/2018/07/05/a/', plan).text };
  };

  test.each([[['C#', 'C sharp']], [['R&D', 'R and D']], [['Émile', 'Emile']]])(
    'are as posts have them, and share a page that has both: tags %s',
    async ([one = '', other = '']) => {
      const { plan, paths, text } = await postAt([
        { slug: 'a', tags: [one, other] },
        { slug: 'b', tags: [other] },
      ]);
      const inHtml = (name: string): string => name.replace('&', '&amp;');
      for (const name of [one, other]) expect(text).toContain(`>${inHtml(name)}</a>`);
      expect(paths).toHaveLength(1);
      expect(pageAt(paths[0] ?? '', plan).text).toContain(`<h1>${inHtml(`${one}, ${other}`)}</h1>`);
      expect(plan.problems).toEqual([
        {
          severity: 'warning',
          file: 'posts/a.md',
          message: `tag “${other}” shares the page ${paths[0]} with “${one}”`,
          hint: expect.stringMatching(/^if they are the same, run blog tags merge .+; if not, rename one$/),
        },
      ]);
    },
  );

  test('two people have no URL of their own in structured data', async () => {
    const authors = [
      { name: 'Zoë Smith', role: 'staff' as const },
      { name: 'Zoe Smith', role: 'student' as const },
    ];
    const { plan, paths, text } = await postAt([{ slug: 'a', authors }]);
    expect(paths).toEqual(['/author/zoe-smith/']);
    expect(text).not.toMatch(/"url":"[^"]*\/author\//);
    expect(pageAt('/author/zoe-smith/', plan).text).toContain('<h1>Zoë Smith, Zoe Smith</h1>');
    expect(plan.problems[0]?.message).toBe('author “Zoe Smith” shares the page /author/zoe-smith/ with “Zoë Smith”');
  });

  test('a name without letters and digits has no page', async () => {
    const authors = [{ name: '★' }, { name: '☆' }];
    const { plan, paths, text } = await postAt([{ slug: 'a', tags: ['👍', '🎉', '!!!', 'tag'], authors }]);
    expect(paths).toEqual(['/tag/tag/']);
    for (const name of ['👍', '🎉', '!!!']) expect(text).toContain(`<span class="p-category">${name}</span>`);
    for (const name of ['★', '☆']) expect(text).toContain(`<span class="p-name">${name}</span>`);
    expect(plan.problems).toEqual([]);
  });
});

describe('paths', () => {
  test.each<[string, SampleFields[], string[]]>([
    ['of a post and the page of a year', [{ slug: 'a', permalink: '/2018/' }], ['posts/a.md']],
    ['that differ only in case', [{ slug: 'a', permalink: '/TAG/x/', tags: ['X'] }], ['posts/a.md']],
    ['of a post and a feed', [{ slug: 'a', permalink: '/atom.xml' }], ['posts/a.md']],
    ['of a post and a former post', [{ slug: 'a', aliases: ['/2018/07/05/b/'] }, { slug: 'b' }], ['posts/a.md']],
    [
      'of two former posts',
      [
        { slug: 'a', aliases: ['/old/'] },
        { slug: 'b', aliases: ['/old'] },
      ],
      ['posts/b.md'],
    ],
  ])('are an error if they are those %s', async (_, posts, files) => {
    const { problems } = await planOf(posts);
    expect(problems.map(({ severity, file }) => `${severity} ${file}`)).toEqual(files.map((file) => `error ${file}`));
    expect(problems[0]?.hint).toBeDefined();
  });

  test.each([
    ['/a?p=1', /query/],
    ['/../a', /“\.\.”/],
    ['/%2e%2e/a', /“\.\.”/],
    ['https://elsewhere.example.org/a', /another site/],
  ])('of the alias %j are reported', async (alias, reason) => {
    const { problems, pages } = await planOf([{ slug: 'a', aliases: [alias, '/fine/'] }]);
    expect(problems).toMatchObject([
      { severity: 'warning', file: 'posts/a.md', message: expect.stringMatching(reason) },
    ]);
    expect(pages.get('/fine/')?.kind).toBe('redirect');
  });

  test('of aliases may be those of translations, and of the post itself', async () => {
    const config = { ...defaultConfig(), siteUrl, language: 'en', languages: ['en', 'cy'] };
    const both = { path: 'a.md', aliases: ['/old/', '/2018/07/05/a/'] };
    const plan = await planOf(
      [
        { slug: 'a', ...both },
        { slug: 'a', ...both, lang: 'cy', pathLang: 'cy', file: 'a.cy.md' },
      ],
      {
        config,
      },
    );
    expect(plan.problems).toEqual([]);
  });

  test('lead from a former to the present one', async () => {
    const plan = await planOf([{ slug: 'a', aliases: [`${siteUrl}/old/?`.slice(0, -1)] }]);
    const { text } = pageAt('/old/', plan);
    expect(text).toContain('<meta http-equiv="refresh" content="0; url=/base/2018/07/05/a/">');
    expect(text).toContain('<link rel="canonical" href="https://blog.example.org/base/2018/07/05/a/">');
    expect(text).toContain('<meta name="robots" content="noindex">');
    expect(text).toContain('<a href="/base/2018/07/05/a/">a</a>');
  });
});

describe('pages of _site/', () => {
  const text = (name: string, source: string) => ({
    file: `posts/_site/${name}`,
    inPosts: `_site/${name}`,
    text: source,
  });

  test('have the title of the front matter, or the first heading, and stand in the footer', async () => {
    const texts = [
      text('accessibility.md', '# Accessibility *statement*\n\nSee [us](about.md).\n'),
      text('about.md', '---\ntitle: About us\n---\n\n# More\n\n<script>alert(1)</script>Text.\n'),
      text('cookies/index.md', 'No cookies.\n'),
    ];
    const plan = await planOf([], { texts });
    const page = pageAt('/accessibility/', plan).text;
    expect(page).toContain('<h1>Accessibility statement</h1>\n<p>See <a href="/base/about/">us</a>.</p>');
    expect(page).toContain('<li><a href="/base/about/">About us</a></li>');
    expect(pageAt('/about/', plan).text).toMatch(/<h1>About us<\/h1>\n<h2 id="more">More<\/h2>\n\s*Text/);
    expect(pageAt('/about/', plan).text).not.toContain('alert');
    expect(pageAt('/cookies/', plan).text).toContain('<h1>Cookies</h1>');
  });

  test('are problems where they cannot be read or share a path', async () => {
    const texts = [
      text('a.md', '---\ntitle: [\n---\n'),
      text('2018.md', 'Text.'),
      text('draft.md', '---\ndraft: true\n---\n'),
    ];
    const { problems, pages } = await planOf([{ slug: 'x' }], { texts });
    expect(problems.map(({ file }) => file)).toEqual(['posts/_site/a.md', 'posts/_site/2018.md']);
    expect(pages.has('/draft/')).toBe(false);
  });
});
