import { describe, expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/blog/config/config.ts';
import { parseConfig } from '../../src/blog/config/parse.ts';
import { run, siteOf } from '../support/site.ts';

describe('parseConfig', () => {
  test('every setting', () => {
    const result = parseConfig(`
title: Students as Co-Creators
description: In partnership.
site_url: https://org.github.io/blog/
language: en-GB
timezone: Europe/London
posts: posts
ignore: ["archive/**"]
filename: "{year}/{date}-{slug}"
permalink: "/{category}/{year}/{month}/{day}/{slug}.html"
static: public
assets_url: https://blog.example.org/assets
categories:
  - Announcements
  - { name: Partnership blog, slug: partnership-blog, aliases: [partnership] }
authors:
  ruxandra: { name: Ruxandra Cālin, role: student }
  team: Partnership team (staff)
rules: { title-too-long: off, field-type: error, summary-missing: warn }
extra_fields: [tumblr_url]
feed: { path: /feed.xml, limit: 20, content: full, hub: https://hub.example.org/, ttl: 60 }
templates: posts/_templates
site:
  stylesheet: look/own.css
  logo: https://e.org/logo.svg
  description: Side by side.
  footer:
    - { label: Terms, url: /Über/ }
    - { label: Write to us, url: "mailto:a@e.org" }
`);
    if (!('config' in result)) throw new Error(JSON.stringify(result.faults));
    expect(result.config).toMatchObject({
      site: {
        stylesheet: 'look/own.css',
        logo: 'https://e.org/logo.svg',
        description: 'Side by side.',
        footer: [
          { label: 'Terms', url: '/%C3%9Cber/' },
          { label: 'Write to us', url: 'mailto:a@e.org' },
        ],
      },
      siteUrl: 'https://org.github.io/blog',
      assetsUrl: 'https://blog.example.org/assets/',
      timeZone: 'Europe/London',
      categories: [
        { name: 'Announcements', aliases: [] },
        { name: 'Partnership blog', slug: 'partnership-blog', aliases: ['partnership'] },
      ],
      authors: {
        ruxandra: { name: 'Ruxandra Cālin', role: 'student' },
        team: { name: 'Partnership team', role: 'staff' },
      },
      rules: { 'title-too-long': 'off' },
    });
  });

  test.each(['', '# nothing\n', 'title:\nrules:\n'])('%j is the default', (text) => {
    expect(parseConfig(text)).toEqual({ config: defaultConfig() });
  });
});

test.each([
  '{slug}~',
  '{slug}/',
  '{year}/{slug}/index',
  'README/{slug}',
  'a_b/{slug}.markdown',
  '{date}_{slug}',
  '{slug}/README.markdown',
])('a pattern whose files are posts: %s', (filename) => {
  expect(parseConfig(`filename: "${filename}"`)).toMatchObject({ config: { filename } });
});

describe('a wrong config is exit 2, with the place and what was meant', () => {
  test.each<[string, string, RegExp]>([
    [
      'an unknown key',
      'title: T\nsite_ulr: https://a.org\n',
      /blog\.config\.yaml:2:1: unknown setting “site_ulr”; did you mean “site_url”\?\n/,
    ],
    ['an unknown key further in', 'feed:\n  limt: 3\n', /:2:3: unknown setting “feed\.limt”; did you mean “limit”\?\n/],
    [
      'an unknown key of a category',
      'categories:\n  - { name: A, slgu: b }\n',
      /:2:16: unknown setting “categories\.0\.slgu”; did you mean “slug”\?\n/,
    ],
    [
      'a rule that is none',
      'rules:\n  date-invald: off\n',
      /:2:3: unknown rule “date-invald”; did you mean “date-invalid”\?\n/,
    ],
    [
      'a level that is none',
      'rules: { date-invalid: loud }\n',
      /:1:24: rules\.date-invalid must be off, warn or error/,
    ],
    ['a number for a text', 'title: 2018\n', /:1:8: title must be text; put it in quotes/],
    ['no address', 'site_url: blog.example.org\n', /:1:11: site_url must be a URL/],
    ['a password', 'site_url: https://me:secret@blog.example.org\n', /:1:11: site_url must not contain a user name or/],
    [
      'an empty part of a path',
      'site_url: https://a.org//blog\n',
      /:1:11: site_url must not contain “\/\/” in its path/,
    ],
    ['no time zone', 'timezone: London\n', /:1:11: timezone must be a time zone/],
    ['no language', 'language: en_GB\n', /:1:11: language must be a language/],
    ['a country for a language', 'language: jp\n', /:1:11: language must be a language code .*; did you mean “ja”\?/],
    ['a folder outside', 'posts: ../elsewhere\n', /:1:8: posts must be a folder inside/],
    [
      'a pattern that leads up',
      'permalink: /{year}/../{slug}\n',
      /:1:12: permalink must not contain the parts “\.” or “\.\.”/,
    ],
    [
      'a pattern without a slug',
      'permalink: /{year}/\n',
      /:1:12: permalink must contain \{slug\} or \{path\}, and may contain \{year\}/,
    ],
    [
      'a pattern with an unknown part',
      'filename: "{slug}-{hour}"\n',
      /:1:11: filename contains the unknown \{hour\}; it must contain \{slug\}, and may contain/,
    ],
    ...['_drafts/{slug}', '.{slug}', '_{slug}', 'a/_b/{slug}', '{slug}/README', '{slug}/_index', './{slug}'].map(
      (pattern): [string, string, RegExp] => [
        `a pattern whose files are passed over: ${pattern}`,
        `title: T\nfilename: "${pattern}"\n`,
        /blog\.config\.yaml:2:11: filename gives file names that are ignored: beginning with/,
      ],
    ),
    ...['node_modules/{slug}', '{slug}~/text', 'a//{slug}', '{slug}\\\\_x'].map((pattern): [string, string, RegExp] => [
      `another: ${pattern}`,
      `filename: "${pattern}"\n`,
      /:1:11: filename gives file names that are ignored/,
    ]),
    ['a list that is none', 'categories: Announcements\n', /:1:13: categories must be a list/],
    [
      'an unknown key of the pages',
      'site:\n  lgo: a.svg\n',
      /:2:3: unknown setting “site\.lgo”; did you mean “logo”\?\n/,
    ],
    [
      'an unknown key of a link',
      'site: { footer: [{ label: A, url: /a/, to: b }] }\n',
      /unknown setting “site\.footer\.0\.to”; use one of: label, url\n/,
    ],
    [
      'a stylesheet outside',
      'site: { stylesheet: ../a.css }\n',
      /:1:21: site\.stylesheet must be a file inside the blog’s folder/,
    ],
    ['a stylesheet that is none', 'site: { stylesheet: a.txt }\n', /site\.stylesheet must be a \.css file/],
    ['a logo that is none', 'site: { logo: logo }\n', /site\.logo must be an image/],
    [
      'a link that may run',
      'site: { footer: [{ label: A, url: "javascript:a" }] }\n',
      /site\.footer\.0\.url must be a URL/,
    ],
    ['a link without a label', 'site: { footer: [{ url: /a/ }] }\n', /site\.footer\.0\.label is missing/],
    [
      'pages that are a list',
      'site:\n  - logo: a.svg\n',
      /site must be a mapping, not a list; write lines like “logo: logo\.svg”/,
    ],
    ['a feed that is none', 'feed: yes\n', /:1:7: feed must be a mapping/],
    ['a negative limit', 'feed: { limit: -1 }\n', /:1:16: feed\.limit must be a whole number, 0 or more/],
    ['not YAML', 'title: [\n', /:1:8: missing closing ]/],
    [
      'a list of people',
      'title: T\nauthors: [x]\n',
      /:2:10: authors must be a mapping, not a list; write lines like “key: Name/,
    ],
    ['a list of rules', 'rules: [x]\n', /:1:8: rules must be a mapping, not a list/],
    ['a category twice', 'categories: [Events, { name: EVENTS }]\n', /:1:22: duplicate category “EVENTS”/],
    [
      'the two --- of a post',
      '# Ours\n---\ntitle: T\n---\n',
      /:4:1: a config does not need a closing ---; remove the line/,
    ],
    ['a --- between', 'title: T\n---\nlanguage: en\n', /:2:1: a config does not need a closing ---; remove the line/],
    ['a --- at the end', 'title: T\n---\n', /:2:1: a config does not need a closing ---; remove/],
    ['a ... line', 'title: T\n...\nlanguage: en\n', /:2:1: a config does not need a closing \.\.\.; remove/],
    ...['title: T\nour posts\n', 'title: T\n\nour posts are\n', 'title: T\n\nour posts are\nposts: x\n'].map(
      (text): [string, string, RegExp] => [
        `text: ${JSON.stringify(text)}`,
        text,
        /:[23]:1: line is not a setting; write “name: value”, or begin the line with # to make it a comment/,
      ],
    ),
    [
      'a pattern with an unknown name',
      'permalink: "/{yaer}/{slug}/"\n',
      /:1:12: permalink contains the unknown \{yaer\}; it must contain/,
    ],
    ['a key twice', 'title: A\ntitle: B\n', /:2:1: duplicate key/],
  ])('%s', async (_, config, message) => {
    const { status, stdout, stderr } = await run(siteOf({}, config), ['list']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n {4}at /);
  });

  test('all mistakes in one run', async () => {
    const { stderr } = await run(siteOf({}, 'titel: A\nposts: 3\nfeed: { limit: x }\n'), ['list']);
    expect(stderr.match(/blog\.config\.yaml:\d/g)).toHaveLength(3);
  });
});
