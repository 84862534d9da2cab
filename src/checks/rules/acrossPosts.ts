/** Rules that compare posts with one another. */
import type { Example, Rule } from './rule.ts';

const files = [
  '2024-05-14-our-first-meeting.md',
  '2024-05-21-our-second-meeting.md',
  '2024-05-28-our-third-meeting.md',
];

/** A blog with one post for each of these lines of front matter. */
function blogOf(...fields: readonly string[]): Example {
  return { posts: Object.fromEntries(fields.map((lines, index) => [files[index], lines])) };
}

export const acrossPostsRules = {
  'id-duplicate': {
    level: 'error',
    summary: 'Two posts have the same id in feeds.',
    why: 'Feed readers treat them as one post and show only one of them. This usually happens when a post is copied.',
    bad: blogOf('id: 3f6f2b1e-8a55-4c1e-9d0c-5b7e2f1a9c34', 'id: 3f6f2b1e-8a55-4c1e-9d0c-5b7e2f1a9c34'),
    good: blogOf('id: 3f6f2b1e-8a55-4c1e-9d0c-5b7e2f1a9c34', 'id: 0c9d4a7e-52f1-4b8e-a1d6-7f3b2c8e5a90'),
  },
  'url-duplicate': {
    level: 'error',
    summary: 'Two posts have the same URL, or one uses a former URL of the other.',
    why: 'Only one of them can be published there. Differences in case or Unicode normalisation do not count: not every file system distinguishes them.',
    bad: { posts: { '2024-05-14-our-meeting.md': 'title: "A"', '2024-05-14-Our-Meeting.md': 'title: "B"' } },
    good: { posts: { '2024-05-14-our-meeting.md': 'title: "A"', '2024-05-14-our-other-meeting.md': 'title: "B"' } },
  },
  'file-copy': {
    summary: 'The name of the file is one that file managers and sync tools give to copies.',
    why: 'Readers would see the post twice, or an old version of it beside the new one.',
    bad: { posts: { '2024-05-14-our-meeting (copy).md': 'title: "Our meeting"' } },
    good: { posts: { '2024-05-14-our-meeting.md': 'title: "Our meeting"' } },
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
    summary:
      'A category is another spelling of a configured or more common one, or differs from it by a letter or two.',
    why: 'Readers who open one of them miss the posts in the other. A category that the config spells differently can be fixed; for the rest, use “blog categories merge”.',
    bad: { fields: 'category: call for posts', config: 'categories: [Call for Posts]' },
    good: { fields: 'category: Call for Posts', config: 'categories: [Call for Posts]' },
    fixable: true,
  },
  'author-near-duplicate': {
    summary: 'A name is another spelling of a configured or more common one, or differs from it by a letter or two.',
    why: 'Lists would show one person as two, with one name misspelt. If they are two people, add both to the config’s authors.',
    bad: blogOf('authors: [Ruxandra Cālin]', 'authors: [Ruxandra Calin]'),
    good: blogOf('authors: [Ruxandra Cālin]', 'authors: [Ruxandra Cālin]'),
  },
} as const satisfies Record<string, Rule>;
