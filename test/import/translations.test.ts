/** Posts that Polylang exports as translations of one another. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { findOriginals, translatedLanguages, translationOf } from '../../src/import/translations.ts';
import { run } from '../support/site.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';
import { wxr } from '../support/wxr.ts';

const term = (domain: string, nicename: string) => ({ domain, nicename, name: nicename });
const head = (lang: string, isDraft = false, group = 'pll_1') => ({ isDraft, translation: { group, lang } });

test('an item has its language and what it shares with its translations', () => {
  const group = term('post_translations', 'pll_1');
  expect(translationOf({ terms: [term('language', 'cy'), group] })).toEqual({ group: 'pll_1', lang: 'cy' });
  expect(translationOf({ terms: [term('language', 'cy')] })).toBeUndefined();
  expect(translationOf({ terms: [term('language', '../..'), group] })).toBeUndefined();
});

test('the original is public, and in the language of the site if one is', () => {
  const [en, cy, other] = [head('en'), head('cy'), head('cy', false, 'pll_2')];
  expect([...findOriginals([cy, en, other], 'en-GB')]).toEqual([[cy, en]]);
  const draft = head('en', true);
  expect([...findOriginals([cy, draft], 'en-GB')]).toEqual([[draft, cy]]);
  expect(translatedLanguages([en, cy], 'en-GB')).toEqual(['cy']);
  expect(translatedLanguages([en], 'en-GB')).toEqual([]);
});

interface Sample {
  id: number;
  lang: string;
  slug: string;
  group?: string;
  status?: string;
}
const item = ({ id, lang, slug, group = 'pll_1', status = 'publish' }: Sample): string =>
  `<item><title>Post ${id}</title><link>https://blog.example.org/${lang}/2018/07/0${id}/${slug}/</link>
<guid isPermaLink="false">https://blog.example.org/?p=${id}</guid><content:encoded><![CDATA[Text.]]></content:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date>2018-07-0${id} 15:48:16</wp:post_date><wp:post_date_gmt>2018-07-0${id} 14:48:16</wp:post_date_gmt>
<wp:post_name>${slug}</wp:post_name><wp:status>${status}</wp:status><wp:post_type>post</wp:post_type>
<category domain="language" nicename="${lang}"><![CDATA[${lang}]]></category>
<category domain="post_translations" nicename="${group}"><![CDATA[${group}]]></category></item>`;

const samples = [
  item({ id: 1, lang: 'cy', slug: 'ymweliad' }),
  item({ id: 2, lang: 'en', slug: 'visit' }),
  item({ id: 3, lang: 'cy', slug: 'newyddion', group: 'pll_2' }),
];

test('a translation is a file beside its original, the feed has the post once, and a second import changes nothing', async () => {
  const folder = tempFolder({ 'export.xml': wxr(samples) });
  const again = () => run(folder, ['import', 'wordpress', 'export.xml']);
  expect((await again()).stderr).not.toContain('translation');
  const posts = ['posts/2018-07-02-visit.cy.md', 'posts/2018-07-02-visit.md', 'posts/2018-07-03-newyddion.md'];
  expect(filesIn(folder).filter((file) => file.startsWith('posts/'))).toEqual(posts);
  expect(readFileSync(join(folder, 'blog.config.yaml'), 'utf8')).toContain('languages: [en-GB, cy]\n');
  expect((await run(folder, ['validate'])).stderr).toContain('3 posts');
  const { stdout } = await run(folder, ['list', '--fields', 'url,lang']);
  expect(stdout).toContain('https://blog.example.org/cy/2018/07/01/ymweliad/\tcy');
  const feed = (await run(folder, ['feed'])).stdout;
  expect(feed).toContain('<title>Post 2</title>');
  expect(feed).not.toContain('<title>Post 1</title>');
  const before = filesIn(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  expect((await again()).stderr).toContain('0 written, 3 unchanged');
  expect(filesIn(folder).map((file) => readFileSync(join(folder, file), 'utf8'))).toEqual(before);
});

test('a translation that was imported before stays where it is', async () => {
  const folder = tempFolder({ 'export.xml': wxr(samples.slice(0, 1)) });
  await run(folder, ['import', 'wordpress', 'export.xml']);
  writeFileSync(join(folder, 'export.xml'), wxr(samples));
  const { stderr } = await run(folder, ['import', 'wordpress', 'export.xml']);
  expect(stderr).toContain('2 written, 1 unchanged');
  expect(stderr).toContain('1  translation: post in another language, not linked to its original (1 post)');
});
