/** The rules that only all posts together can show. */
import type { RuleDoc } from './doc.ts';

const first = '2024-05-14-our-first-meeting.md';
const second = '2024-05-21-our-second-meeting.md';
const third = '2024-05-28-our-third-meeting.md';
const named = (name: string): string => `title: "A"\ncategories: [${name}]`;
const by = (name: string): string => `title: "A"\nauthors: [${name}]`;
export const acrossPostsRules = {
  'id-duplicate': {
    group: 'across posts',
    summary: 'Two posts have the same identity in feeds.',
    why: 'For feed readers they are one post: one of them is never shown. It happens when a post is copied.',
    bad: {
      posts: {
        [first]: 'id: 3f6f2b1e-8a55-4c1e-9d0c-5b7e2f1a9c34',
        [second]: 'id: 3f6f2b1e-8a55-4c1e-9d0c-5b7e2f1a9c34',
      },
    },
    good: { posts: { [first]: 'id: 3f6f2b1e-8a55-4c1e-9d0c-5b7e2f1a9c34', [second]: 'title: "Our second meeting"' } },
    fixable: false,
  },
  'url-duplicate': {
    group: 'across posts',
    summary: 'Two posts have the same address, or one has what is a former address of another.',
    why: 'Only one of them can be there. Capitals and Unicode forms do not count: not every disk tells them apart.',
    bad: { posts: { '2024-05-14-our-meeting.md': 'title: "A"', '2024-05-21-Our-Meeting.md': 'title: "B"' } },
    good: { posts: { '2024-05-14-our-meeting.md': 'title: "A"', '2024-05-21-our-second-meeting.md': 'title: "B"' } },
    fixable: false,
  },
  'category-unknown': {
    group: 'across posts',
    summary: 'A category that the config does not have.',
    why: 'The list is kept so that a slip of the pen starts no new category.',
    bad: { fields: 'categories: [Anouncements]', config: 'categories: [Announcements, Events]' },
    good: { fields: 'categories: [Announcements]', config: 'categories: [Announcements, Events]' },
    fixable: true,
  },
  'category-near-duplicate': {
    group: 'across posts',
    summary: 'A category that differs from a commoner one in its spelling, or in a letter or two.',
    why: 'A reader who opens one of the two misses the posts of the other.',
    bad: {
      posts: { [first]: named('Call for posts'), [second]: named('Call for posts'), [third]: named('Call for Posts') },
    },
    good: {
      posts: { [first]: named('Call for posts'), [second]: named('Call for posts'), [third]: named('Call for posts') },
    },
    fixable: true,
  },
  'author-near-duplicate': {
    group: 'across posts',
    summary: 'A name that differs from a commoner one in its spelling, or in a letter or two.',
    why: 'The same person would be two in lists, and one of them is spelt wrong. Two people with such names: put both in the config’s authors.',
    bad: { posts: { [first]: by('Ruxandra Cālin'), [second]: by('Ruxandra Calin') } },
    good: { posts: { [first]: by('Ruxandra Cālin'), [second]: by('Ruxandra Cālin') } },
    fixable: false,
  },
} as const satisfies Record<string, RuleDoc>;
