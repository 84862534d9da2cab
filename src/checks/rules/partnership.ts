/** Rules about the people of a partnership blog: their credit, their roles and their consent. */
import type { Rule } from './rule.ts';

const image = (...lines: string[]): string =>
  ['image:', 'src: https://images.example.org/table.jpg', 'alt: Two people at a table', ...lines].join('\n  ');

export const partnershipRules = {
  'byline-mismatch': {
    summary: 'The body credits a writer or photographer who is not in the front matter.',
    why: 'Lists and feeds use only the front matter, so the person would get no credit there.',
    bad: { fields: 'authors: [Ada Example]', body: 'Photos by Ben Sample' },
    good: { fields: 'authors: [Ada Example]\nphotos_by: [Ben Sample]', body: 'Photos by Ben Sample' },
  },
  'photo-credit-missing': {
    summary: 'An image in the posts folder has no credit.',
    why: 'Whoever made it has a right to be named: in photos_by, in the image’s credit, or in a line near the image.',
    bad: { body: '![Two people at a table](images/table.png)' },
    good: { body: '![Two people at a table](images/table.png)\n\n*Photo: Ada Example*' },
  },
  'photo-consent-pending': {
    summary: 'The people in the image have not yet agreed to be shown (an error when the post is published).',
    why: 'Nobody’s face should be published without their consent.',
    bad: { fields: image('consent: pending') },
    good: { fields: image('consent: yes') },
  },
  'student-author-missing': {
    level: 'off',
    summary: 'None of the authors is a student.',
    why: 'For blogs on which every post has a student author.',
    bad: { fields: 'authors: [Ben Sample (staff)]' },
    good: { fields: 'authors: [Ada Example (student), Ben Sample (staff)]' },
  },
  'staff-author-missing': {
    level: 'off',
    summary: 'None of the authors is a member of staff.',
    why: 'For blogs on which every post has a staff author.',
    bad: { fields: 'authors: [Ada Example (student)]' },
    good: { fields: 'authors: [Ada Example (student), Ben Sample (staff)]' },
  },
  'role-missing': {
    level: 'off',
    summary: 'An author has no role.',
    why: 'For blogs that show who is speaking: student, staff, partner or alumni.',
    bad: { fields: 'authors: [Ada Example]' },
    good: { fields: 'authors: [Ada Example (student)]' },
  },
  'photo-consent-missing': {
    level: 'off',
    summary: 'The post does not say whether the people in its image have agreed to be shown.',
    why: 'For blogs that record it for every image: yes, pending or not-needed.',
    bad: { fields: image() },
    good: { fields: image('consent: yes') },
  },
  'reviewer-missing': {
    level: 'off',
    summary: 'A published post does not say who reviewed it.',
    why: 'For blogs on which somebody else reads every post first. Drafts, and posts that wait for review, are not reported.',
    bad: { fields: 'authors: [Ada Example]' },
    good: { fields: 'authors: [Ada Example]\neditors: [Ben Sample (staff)]' },
  },
} as const satisfies Record<string, Rule>;
