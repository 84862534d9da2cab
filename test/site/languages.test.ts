/** Pages in several languages. */
import { describe, expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/blog/config/config.ts';
import { parseDate } from '../../src/post/fields/date.ts';
import { createDateFormat } from '../../src/site/dates.ts';
import { planPages } from '../../src/site/plan/plan.ts';
import { samplePost, siteUrl } from '../support/feedPosts.ts';
import { pageAt, pageOf, samplePlan, sampleSite } from '../support/pages.ts';

describe('the project’s post in two languages', () => {
  test('each page has its language, its words and its dates', async () => {
    const page = pageAt('/cy/2025/03/01/writing-in-two-languages/', await samplePlan()).text;
    expect(page).toContain('<html lang="cy">');
    expect(page).toContain('<p>Rydych chi yma:</p>');
    expect(page).toContain('>1 Mawrth 2025');
    expect(page).toContain('<a class="p-category" rel="tag" href="/cy/category/writing/">Writing</a>');
    expect(page).toContain('<p class="site-title"><a href="/cy/" lang="en-GB">');
  });

  test('each page leads to the other', async () => {
    const plan = await samplePlan();
    const [cy, en] = ['/cy', ''].map((prefix) => pageAt(`${prefix}/2025/03/01/writing-in-two-languages/`, plan).text);
    expect(en).toContain('hreflang="cy" lang="cy">Cymraeg</a>');
    expect(cy).toContain('hreflang="en-GB" lang="en-GB">English</a>');
    for (const page of [en, cy]) {
      expect(page).toContain('<link rel="alternate" hreflang="en-GB" href="https://blog.example.org/2025/');
      expect(page).toContain('<link rel="alternate" hreflang="cy" href="https://blog.example.org/cy/2025/');
    }
    expect(cy).toContain('title="Students as Co-Creators (cy)" href="https://blog.example.org/cy/feed.xml"');
  });

  test('home pages list each post once', async () => {
    const plan = await samplePlan();
    expect(pageAt('/', plan).text.match(/writing-in-two-languages\/">/g)).toHaveLength(1);
    expect(pageAt('/cy/', plan).text.match(/<article/g)).toHaveLength(1);
  });
});

test('words of ours are marked on a page in a language that we have no words for', async () => {
  const page = await pageOf({ lang: 'fr', tags: ['thé'] });
  expect(page).toContain('<html lang="fr">');
  expect(page).toContain('<p><span lang="en">You are here:</span></p>');
  expect(page).toContain('>5 juillet 2018');
});

test.each([
  ['ar', 'Arabic'],
  ['he', 'Hebrew'],
  ['fa', 'Persian'],
  ['ur', 'Urdu'],
  ['ckb', 'Central Kurdish'],
])('a page in %s (%s) is right to left, and words of ours are not', async (lang) => {
  const page = await pageOf({ lang });
  expect(page).toContain(`<html lang="${lang}" dir="rtl">`);
  expect(page).toContain('<span lang="en" dir="ltr">You are here:</span>');
});

test('titles in other languages are marked in a list', async () => {
  const entries = [samplePost({ lang: 'ja', title: '学生会' }), samplePost({ lang: 'en-GB', slug: 'b', file: 'b.md' })];
  const config = { ...defaultConfig(), siteUrl, language: 'en-GB' };
  const { text } = pageAt('/', planPages(await sampleSite(entries, { config })));
  expect(text).toContain('<article class="h-entry" lang="ja">');
  expect(text).toContain('<p class="meta" lang="en-GB">');
  expect(text.match(/<article class="h-entry">/g)).toHaveLength(1);
});

test('a page of _site/ in another language has its own path', async () => {
  const config = { ...defaultConfig(), siteUrl, language: 'en', languages: ['en', 'cy'] };
  const texts = ['about.md', 'about.cy.md'].map((name) => ({
    file: `posts/_site/${name}`,
    inPosts: `_site/${name}`,
    text: `# ${name}\n`,
  }));
  const plan = planPages(await sampleSite([], { config, texts }));
  expect(pageAt('/about/', plan).text).toContain('<h1>about.md</h1>');
  expect(pageAt('/cy/about/', plan).text).toContain('<html lang="cy">');
  expect(pageAt('/cy/about/', plan).text).toContain('<li><a href="/base/cy/about/">about.cy.md</a></li>');
});

test.each([
  // Samoa had no such day: its clocks went from the 29th to the 31st.
  ['2011-12-30', 'Pacific/Apia', '30 December 2011'],
  ['1993-08-21', 'Pacific/Kwajalein', '21 August 1993'],
  ['1900-01-01', 'Africa/Monrovia', '1 January 1900'],
  ['2018-07-05', 'Pacific/Kiritimati', '5 July 2018'],
  ['2018-07-05T23:30', 'America/New_York', '5 July 2018 at 23:30'],
])('the day of %s in %s is that of its text', (written, timeZone, expected) => {
  const date = parseDate(written, timeZone);
  expect(date && createDateFormat(timeZone)(date, 'en-GB')).toBe(expected);
});
