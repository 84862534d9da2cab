/** Which post a name stands for: every kind of name, and what is too short, unclear or unknown. */
import { describe, expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/blog/config/config.ts';
import { findPost } from '../../src/blog/findPost.ts';
import { indexPosts } from '../../src/blog/postIndex.ts';
import { readPost } from '../../src/post/post.ts';

const config = { ...defaultConfig(), siteUrl: 'https://blog.example.org' };
const texts: Readonly<Record<string, string>> = {
  '2024-05-14-our-first-meeting.md':
    'title: "Our first meeting: what we said"\nid: 11111111-2222-4333-8444-555555555555',
  '2024-06-01-open-day.md': 'title: The Café’s open day\naliases: [/old/open/]',
  'interview/index.md': 'title: Ask Dora\nslug: dora\ndate: 2024-02-10\nid: dora-1',
  '2024-07-01-plans.md': 'title: Plans for May',
  '2024-07-02-planned.md': 'title: Autumn “welcome”  week',
  '2024-07-03-news.md': 'title: Newsletter',
  '2024-07-04-newsletter-2.md': 'title: Other news',
  'broken.md': 'title: Never finished\ndate: nonsense',
  '2024-08-01-日本語.md': 'title: 学生会の春',
};

const { entries, invalid } = indexPosts(
  Object.entries(texts).map(([name, yaml]) =>
    readPost(`posts/${name}`, `---\n${yaml}\n---\nText.\n`, config, { inPosts: name }),
  ),
  config,
);

const found = (wanted: string, path = wanted): unknown => {
  const result = findPost(wanted, path, entries, invalid, 'https://blog.example.org');
  if ('post' in result) return result.post.file.replace('posts/', '');
  return 'several' in result ? result.several.map(({ file }) => file.replace('posts/', '')) : result;
};

describe('a post is named by', () => {
  test.each<[how: string, wanted: string, file: string]>([
    ['its path', 'posts/2024-07-01-plans.md', '2024-07-01-plans.md'],
    ['the folder that it has to itself', 'posts/interview', 'interview/index.md'],
    ['its file name', '2024-07-01-plans.md', '2024-07-01-plans.md'],
    ['its file name without extension', '2024-07-01-plans', '2024-07-01-plans.md'],
    ['its file name in other case', '2024-05-14-Our-First-Meeting', '2024-05-14-our-first-meeting.md'],
    ['the name of its folder', 'interview', 'interview/index.md'],
    ['its slug', 'open-day', '2024-06-01-open-day.md'],
    ['its slug in other case', 'Dora', 'interview/index.md'],
    ['a slug of its own script', '日本語', '2024-08-01-日本語.md'],
    ['its title', 'Plans for May', '2024-07-01-plans.md'],
    ['its title in other case and spacing', '  plans FOR  may ', '2024-07-01-plans.md'],
    ['its title in another Unicode form', 'The Cafe\u0301’s open day', '2024-06-01-open-day.md'],
    ['its title with straight quotes', "the café's open day", '2024-06-01-open-day.md'],
    ['its title with straight double quotes', 'autumn "welcome" week', '2024-07-02-planned.md'],
    ['its title, which is also the start of a slug', 'Newsletter', '2024-07-03-news.md'],
    ['its id', '11111111-2222-4333-8444-555555555555', '2024-05-14-our-first-meeting.md'],
    ['its id as a URN', 'urn:uuid:11111111-2222-4333-8444-555555555555', '2024-05-14-our-first-meeting.md'],
    ['an id that is no URI', 'dora-1', 'interview/index.md'],
    ['its URL', 'https://blog.example.org/2024/07/01/plans/', '2024-07-01-plans.md'],
    ['the path of its URL', '/2024/07/01/plans', '2024-07-01-plans.md'],
    ['a former URL', 'https://blog.example.org/old/open', '2024-06-01-open-day.md'],
    ['the start of its slug', 'our-f', '2024-05-14-our-first-meeting.md'],
    ['the start of its title', 'ask d', 'interview/index.md'],
    ['the start of its title, quotes and all', 'Autumn "wel', '2024-07-02-planned.md'],
    ['three characters', 'our', '2024-05-14-our-first-meeting.md'],
    ['three characters of another script', '学生会', '2024-08-01-日本語.md'],
    ['its file name, though it is invalid', 'broken', 'broken.md'],
    ['its title, though it is invalid', 'never finished', 'broken.md'],
    ['the start of its name, though it is invalid', 'brok', 'broken.md'],
  ])('%s: %s', (_, wanted, file) => {
    expect(found(wanted)).toBe(file);
  });
});

describe('a name is not clear', () => {
  test.each<[string, string[]]>([
    ['plan', ['2024-07-01-plans.md', '2024-07-02-planned.md']],
    // The start of one slug, and of another post's title.
    ['newslette', ['2024-07-03-news.md', '2024-07-04-newsletter-2.md']],
  ])('%s', (wanted, files) => {
    expect(found(wanted)).toEqual(files);
  });
});

describe('a name is unknown', () => {
  test.each<[wanted: string, nearest: string[]]>([
    ['plnas', ['plans']],
    ['Plans for Mya', ['plans']],
    ['2024-07-01-plnas', ['plans']],
    // Two characters never match a beginning, but they may be part of a suggestion.
    ['ou', ['our-first-meeting']],
    ['as', ['dora']],
    ['学生', ['日本語']],
    ['first meeting', ['our-first-meeting']],
    ['welcome', ['planned']],
    ['nothing like it', []],
    ['', []],
    ['  ', []],
    ['-', []],
    ['.', []],
  ])('%j: did you mean %j?', (wanted, nearest) => {
    expect(found(wanted)).toEqual({ nearest });
  });
});
