/** The tokens of other tools in a permalink, and what cannot be filled in. */
import { expect, test } from '@jest/globals';
import { defaultConfig } from '../../../src/blog/config/config.ts';
import { urlOf } from '../../../src/blog/url.ts';
import { readPost } from '../../../src/post/post.ts';

const config = { ...defaultConfig(), timeZone: 'Europe/London', siteUrl: 'https://blog.example.org' };

/** The path of a post of Sunday, 1 January 2017, 08:05:09. */
function pathOf(permalink: string, ...lines: string[]): string | undefined {
  const fields = ['title: A', 'date: 2017-01-01 08:05:09', `permalink: "${permalink}"`, ...lines];
  const { post } = readPost('2017-1-1-tea.md', `---\n${fields.join('\n')}\n---\n`, config);
  return post && urlOf(post, config).replace('https://blog.example.org', '');
}

test.each([
  ['/:year/:month/:day/:title/', '/2017/01/01/tea/'],
  ['/:year_:month_:day/:title.html', '/2017_01_01/tea.html'],
  ['/:short_year/:i_month/:i_day/:slug', '/17/1/1/tea'],
  ['/:title:output_ext', '/tea.html'],
  ['/:long_month/:short_month/:monthname/', '/January/Jan/january/'],
  ['/:long_day/:short_day/:weekdayname/:w_day/:weekday/', '/Sunday/Sun/sunday/7/0/'],
  ['/:y_day/:yearday/:w_year/W:week/', '/001/1/2016/W52/'],
  ['/:hour-:minute-:second/', '/08-05-09/'],
  ['/:slugorfilename/', '/tea/'],
  ['/:categories/:title/', '/tea/'],
  ['https://old.example.org:8080/:year/:title/', 'https://old.example.org:8080/2017/tea/'],
  ['/wiki/Help:title/', '/wiki/Help:title/'],
  ['/at/10:30/', '/at/10:30/'],
])('%s is %s', (permalink, path) => {
  expect(pathOf(permalink)).toBe(path);
});

test.each([
  ['/:categories/:title/', '/open%20data/tea%20%26%20talk/tea/'],
  ['/:slugified_categories/:title/', '/open-data/tea-talk/tea/'],
  ['/:category/:title/', '/open-data/tea/'],
])('%s of two categories is %s', (permalink, path) => {
  expect(pathOf(permalink, 'categories: [Open Data, Tea & Talk]')).toBe(path);
});

test('a slug fills in its parts', () => {
  expect(pathOf('/:year/:title/', 'slug: trips/caf%C3%A9')).toBe('/2017/trips/caf%C3%A9/');
});

test.each([
  ['pretty', 'permalink “pretty” is the name of a pattern', '/:categories/:year/:month/:day/:title/'],
  ['date', 'permalink “date” is the name of a pattern', '/:categories/:year/:month/:day/:title:output_ext'],
  ['/:sections/:title/', 'permalink contains the unknown token “:sections”'],
  ['/:title/:Title/', 'permalink contains the unknown token “:Title”'],
  ['/:filename/', 'permalink contains the unknown token “:filename”'],
  ['/{{ title | slugify }}/', 'permalink contains template code: “{{ title | slugify }}”'],
  ['/{% raw %}x/', 'permalink contains template code: “{% raw %}”'],
  ['/<%= slug %>/', 'permalink contains template code: “<%= slug %>”'],
  ['/{year}/{slug}/', 'permalink contains template code: “{year}”'],
  ['/{{ title', 'permalink contains template code: “{{ title”'],
])('%s cannot be filled in', (permalink, message, pattern = '') => {
  const text = `---\ntitle: A\ndate: 2017-01-01\npermalink: "${permalink}"\n---\n`;
  const { post, faults } = readPost('a.md', text, config);
  expect(post).toBeUndefined();
  expect(faults).toMatchObject([{ rule: 'slug-invalid', message }]);
  expect(faults[0]?.hint).toContain(pattern);
  // The pattern that the hint names is filled in.
  if (pattern) expect(pathOf(pattern)).toMatch(/^\/2017\/01\/01\/tea/);
});

test.each(['/%year%/%postname%/', '/<slug>/', '/blog/[slug]/', '/[...path]/'])('%s is a placeholder', (permalink) => {
  expect(pathOf(permalink)).toBeUndefined();
});

test.each(['/a%20b%2Fc/', '/%C3%A9t%C3%A9/', '/100%25/'])('%s is none', (permalink) => {
  expect(pathOf(permalink)).toBe(permalink);
});
