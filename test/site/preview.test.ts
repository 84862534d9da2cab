/** What only a preview shows. */
import { describe, expect, test } from '@jest/globals';
import { planPages } from '../../src/site/plan/plan.ts';
import { renderPage } from '../../src/site/render.ts';
import { unknownSiteUrl } from '../../src/site/site.ts';
import { type SampleFields, samplePost } from '../support/feedPosts.ts';
import { pageAt, pageOf, samplePlan, sampleSite } from '../support/pages.ts';

const mode = 'preview' as const;

const date = (text: string) => ({ instant: Date.parse(text), offset: 0, text, precision: 'day' as const });

describe.each<[string, SampleFields, string, string]>([
  ['draft', { draft: true }, 'draft', '<strong>Draft.</strong> Readers do not see this post.'],
  ['pending', { draft: true, pending: true }, 'pending review', '<strong>Pending review.</strong>'],
  ['scheduled', { date: '2026-03-01' }, 'readers see it from 1 March 2026', 'Readers see it from 1 March 2026.'],
  ['expired', { expires: date('2020-03-01') }, 'expired on 1 March 2020', 'It expired on 1 March 2020'],
])('a post that is %s', (_, fields, mark, meaning) => {
  test('says so on its page and in lists', async () => {
    expect(await pageOf(fields, { mode })).toContain(meaning);
    const plan = planPages(await sampleSite([samplePost(fields)], { mode }));
    expect(pageAt('/', plan).text).toContain(` <span class="status" lang="en">${mark}</span>`);
  });
});

test('a page that is hidden says so on its page', async () => {
  const texts = ['private', 'publish'].map((status) => {
    const file = `_site/${status}.md`;
    return { file: `posts/${file}`, inPosts: file, text: `---\nstatus: ${status}\n---\nText.\n` };
  });
  const plan = planPages(await sampleSite([], { mode, texts }));
  expect(pageAt('/private/', plan).text).toContain('<strong>Draft.</strong> Readers do not see this page.');
  expect(pageAt('/publish/', plan).text).not.toContain('class="notice"');
});

test('a published post has no mark', async () => {
  expect(await pageOf({}, { mode })).not.toMatch(/class="(?:status|notice)"/);
});

test('problems lead to their places in the text, as it is now', async () => {
  const problem = { file: 'posts/a.md', column: 2, rule: 'link-broken', severity: 'error' } as const;
  const page = await pageOf(
    { body: 'Old.' },
    { mode },
    {
      body: { text: '# One\n\nTwo\nthree\n\n- four\n- five\n', line: 10 },
      problems: [
        { ...problem, line: 13, message: 'link <leads> nowhere', hint: 'fix “it”' },
        { ...problem, line: 3, message: 'in front matter', severity: 'warning' },
        { ...problem, line: 16, message: 'in a list' },
      ],
    },
  );
  expect(page).not.toContain('Old.');
  expect(page).toContain('<h2 id="line-10"><span id="one"></span>One</h2>\n<p id="line-12">Two\nthree</p>');
  expect(page).toContain(`<aside class="problems" lang="en" dir="ltr" aria-label="Problems">
<h2>3 problems</h2>
<p>posts/a.md</p>`);
  expect(page).toContain(`<li class="error"><a href="#line-12">Line 13</a>
<strong>error:</strong> link &lt;leads&gt; nowhere <code>link-broken</code>
<br>fix “it”</li>`);
  expect(page).toContain('<li class="warning"><a href="#main">Line 3</a>');
  expect(page).toContain('<li class="error"><a href="#line-16">');
});

test('problems in a footnote lead to it, wherever the text mentions it', async () => {
  const problem = { file: 'posts/a.md', column: 2, rule: 'link-broken', severity: 'error', message: 'm' } as const;
  const page = await pageOf(
    {},
    { mode },
    {
      body: { text: '- One[^a]\n\n[^a]: a note\n\nThe end\n', line: 5 },
      problems: [7, 9].map((line) => ({ ...problem, line })),
    },
  );
  expect(page).toMatch(/<section class="footnotes".*<p id="line-7">a note/s);
  expect(page).toContain('<a href="#line-7">Line 7</a>');
  expect(page).toContain('<a href="#line-9">Line 9</a>');
});

test('ids of lines are kept in a text with HTML, too, and none are in a build', async () => {
  const body = { text: 'One <b>b</b>\n\nTwo <i id="x">i</i>\n', line: 5 };
  const page = await pageOf({}, { mode }, { body });
  expect(page).toContain('<p id="line-5">One <b>b</b></p>\n<p id="line-7">Two <i id="x">i</i></p>');
  expect(await pageOf({}, {}, { body })).not.toContain('id="line');
});

test('the theme of another program is said to be missing; a notice is shown as it is; the script is there', async () => {
  const page = await pageOf(
    {},
    { mode, generator: 'Hugo' },
    {
      notice: 'config <broken>',
      script: { src: '/.blog/preview.js', events: '/.blog/events' },
    },
  );
  expect(page).toContain('<p class="notice" role="status">config &lt;broken&gt;</p>');
  expect(page).toContain('in the theme of Hugo, which this preview does not show');
  expect(page).toContain('<script type="module" src="/.blog/preview.js" data-events="/.blog/events"></script>');
  expect(await pageOf({}, { generator: 'Hugo' })).not.toContain('Hugo');
});

test('without a site URL no page says where it is published', async () => {
  const { surroundings } = await sampleSite([]);
  const entry = { ...samplePost({ categories: ['News'] }), url: `${unknownSiteUrl}/a/` };
  const plan = planPages(
    await sampleSite([entry], { mode, surroundings: { ...surroundings, siteUrl: unknownSiteUrl } }),
  );
  for (const page of plan.pages.values()) expect(renderPage(page, plan).text).not.toContain('blog.invalid');
  expect(pageAt('/a/', plan).text).toContain('<li><a href="/">Home</a></li>');
});

test('/feed has the items of the feed, and why the others are not there', async () => {
  const { text } = pageAt('/feed', await samplePlan({ mode }));
  expect(text).toContain('<p>8 posts, as subscribers get them. <a href="#left-out">4 posts are left out</a>.</p>');
  expect(text.match(/<article class="h-entry">/g)).toHaveLength(8);
  expect(text).toContain('<em>Text by Partnership team</em>');
  const left = text.slice(text.indexOf('id="left-out"'));
  for (const why of ['draft', 'expired on 2024-11-29', 'scheduled for 2099-01-05', 'its translation']) {
    expect(left).toContain(`</a>: ${why}`);
  }
});
