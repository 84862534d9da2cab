/** Rules that compare posts with one another. */
import type { Rule } from './rule.ts';

const first = '2024-05-14-our-first-meeting.md';
const second = '2024-05-21-our-second-meeting.md';
const third = '2024-05-28-our-third-meeting.md';
const named = (name: string): string => `title: "A"\ncategories: [${name}]`;
const by = (name: string): string => `title: "A"\nauthors: [${name}]`;

export const acrossPostsRules = {
  'id-duplicate': {
    level: 'error',
    summary: 'Two posts have the same id in feeds.',
    why: 'Feed readers take them for one post, and never show the other. It happens when a post is copied.',
    bad: {
      posts: {
        [first]: 'id: 3f6f2b1e-8a55-4c1e-9d0c-5b7e2f1a9c34',
        [second]: 'id: 3f6f2b1e-8a55-4c1e-9d0c-5b7e2f1a9c34',
      },
    },
    good: { posts: { [first]: 'id: 3f6f2b1e-8a55-4c1e-9d0c-5b7e2f1a9c34', [second]: 'title: "Our second meeting"' } },
  },
  'url-duplicate': {
    level: 'error',
    summary: 'Two posts have the same URL, or one has a former URL of the other.',
    why: 'Only one of them can be published there. Case and Unicode form do not count: not every disk tells them apart.',
    bad: { posts: { '2024-05-14-our-meeting.md': 'title: "A"', '2024-05-21-Our-Meeting.md': 'title: "B"' } },
    good: { posts: { '2024-05-14-our-meeting.md': 'title: "A"', '2024-05-21-our-second-meeting.md': 'title: "B"' } },
  },
  'category-unknown': {
    level: 'error',
    summary: 'A category is not in the config.',
    why: 'The list exists so that a typo does not create a new category.',
    bad: { fields: 'categories: [Anouncements]', config: 'categories: [Announcements, Events]' },
    good: { fields: 'categories: [Announcements]', config: 'categories: [Announcements, Events]' },
    fixable: true,
  },
  'category-near-duplicate': {
    level: 'warn',
    summary: 'A category differs from a more common one by its spelling, or by a letter or two.',
    why: 'Readers who open one of the two miss the posts of the other.',
    bad: {
      posts: { [first]: named('Call for posts'), [second]: named('Call for posts'), [third]: named('Call for Posts') },
    },
    good: {
      posts: { [first]: named('Call for posts'), [second]: named('Call for posts'), [third]: named('Call for posts') },
    },
    fixable: true,
  },
  'author-near-duplicate': {
    level: 'warn',
    summary: 'A name differs from a more common one by its spelling, or by a letter or two.',
    why: 'Lists would show one person as two, with one name misspelt. If they are two people, add both to the config’s authors.',
    bad: { posts: { [first]: by('Ruxandra Cālin'), [second]: by('Ruxandra Calin') } },
    good: { posts: { [first]: by('Ruxandra Cālin'), [second]: by('Ruxandra Cālin') } },
  },
} as const satisfies Record<string, Rule>;
