import { expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/blog/config/config.ts';
import { normaliseUrl, urlKey, urlOf } from '../../src/blog/url.ts';
import { parseDate } from '../../src/post/fields/date.ts';
import { anything } from '../support/anyText.ts';
import { diagnose, post } from '../support/diagnose.ts';
import fc from '../support/fastCheck.ts';
import { run, siteOf } from '../support/site.ts';

const siteUrl = 'https://blog.example.org';

function at(permalink: string, pattern = defaultConfig().permalink): string {
  const date = parseDate('2024-05-01', 'UTC');
  if (!date) throw new Error('no date');
  const fields = { slug: 'a', path: 'a.md', date, categories: ['がくせい'], ...(permalink !== '' && { permalink }) };
  return urlOf(fields, { permalink: pattern, siteUrl });
}

test.each([
  ['/a b/é/', `${siteUrl}/a%20b/%C3%A9/`],
  ['/%7Ejo/%41/x%2fy/%25/%zz', `${siteUrl}/~jo/A/x%2Fy/%25/%25zz`],
  ['/~jo/[1]/', `${siteUrl}/~jo/%5B1%5D/`],
  ['https://münchen.example/x', 'https://xn--mnchen-3ya.example/x'],
  ['http://[::1]/x[1]', 'http://[::1]/x%5B1%5D'],
  ['HTTPS://OTHER.org.:443/%7Ex', 'https://other.org/~x'],
  ['https://other.org', 'https://other.org/'],
])('a post at %j is at %j', (permalink, url) => {
  expect(at(permalink)).toBe(url);
});

test('a category is composed in a post’s address', () => {
  expect(decodeURI(at('', '/{category}/{slug}/'))).toBe(`${siteUrl}/がくせい/a/`);
});

test('addresses that a browser takes for one have one key', () => {
  expect(urlKey('https://münchen.example/%7Ejo/é')).toBe(urlKey('https://xn--mnchen-3ya.example/~jo/e\u0301'));
});

test('an address that no browser reads is none of a post', () => {
  const found = diagnose(post('title: A', 'date: 2024-05-01', 'permalink: "https://a b/x"'));
  expect(found).toMatchObject([{ rule: 'slug-invalid' }]);
});

test('whatever an address is, it is written in one way', () => {
  fc.assert(
    fc.property(anything, fc.constantFrom('', '/', 'https://x.example/', 'https://'), (text, start) => {
      const once = normaliseUrl(start + text);
      expect(once).toMatch(/^[!-~]*$/);
      expect(normaliseUrl(once)).toBe(once);
    }),
  );
});

test.each([
  ['https://uni.example.ac.uk/%7Ejo/', 'https://uni.example.ac.uk/~jo'],
  ['https://Example.org.', 'https://example.org'],
  ['https://x.example/e\u0301', 'https://x.example/%C3%A9'],
  ['http://[::1]:80', 'http://[::1]'],
])('the site %j is %j, in lists and in feeds', async (written, site) => {
  const folder = siteOf({ 'a.md': ['title: A', 'date: 2024-05-01'] }, `site_url: "${written}"\n`);
  const listed = JSON.parse((await run(folder, ['list', '--format', 'json'])).stdout);
  expect(listed[0].url).toBe(`${site}/2024/05/01/a/`);
  const atom = (await run(folder, ['feed', '--type', 'atom'])).stdout;
  expect(atom).toContain(`<id>${site}/atom.xml</id>`);
  expect(atom).toContain(`<id>${site}/2024/05/01/a/</id>`);
  const self = await run(folder, ['feed', '--type', 'atom', '--self-url', `${site}/%41`]);
  expect(self.stdout).toContain(`<id>${site}/A</id>`);
});
