/** The rules about what a partnership blog owes its people. */
import type { RuleDoc } from './doc.ts';

export const partnershipRules = {
  'byline-mismatch': {
    group: 'partnership',
    summary: 'The text names a writer or photographer whom the front matter does not have.',
    why: 'Lists and feeds know only the front matter: there the person would go without credit.',
    bad: { fields: 'authors: [Ada Example]', body: 'Photos by Ben Sample' },
    good: { fields: 'authors: [Ada Example]\nphotos_by: [Ben Sample]', body: 'Photos by Ben Sample' },
    fixable: false,
  },
  'photo-credit-missing': {
    group: 'partnership',
    summary: 'A picture in the folder, and nobody is named who made it.',
    why: 'Whoever took it has a right to be named. photos_by, the image’s credit or a line near the picture will do.',
    bad: { body: '![Two people at a table](images/table.png)' },
    good: { body: '![Two people at a table](images/table.png)\n\n*Photo: Ada Example*' },
    fixable: false,
  },
  'photo-consent-pending': {
    group: 'partnership',
    summary: 'The people in the picture have not agreed yet.',
    why: 'A face must not be shown before its owner has said yes.',
    bad: {
      fields: 'image:\n  src: https://images.example.org/table.jpg\n  alt: Two people at a table\n  consent: pending',
    },
    good: {
      fields: 'image:\n  src: https://images.example.org/table.jpg\n  alt: Two people at a table\n  consent: yes',
    },
    fixable: false,
  },
  'student-author-missing': {
    group: 'partnership',
    summary: 'No author is a student.',
    why: 'For blogs where every post is to be written with a student.',
    bad: { fields: 'authors: [Ben Sample (staff)]' },
    good: { fields: 'authors: [Ada Example (student), Ben Sample (staff)]' },
    fixable: false,
  },
  'staff-author-missing': {
    group: 'partnership',
    summary: 'No author is a member of staff.',
    why: 'For blogs where every post is to be written with a member of staff.',
    bad: { fields: 'authors: [Ada Example (student)]' },
    good: { fields: 'authors: [Ada Example (student), Ben Sample (staff)]' },
    fixable: false,
  },
  'role-missing': {
    group: 'partnership',
    summary: 'An author without a role.',
    why: 'For blogs that want to show who speaks: student, staff, partner or alumni.',
    bad: { fields: 'authors: [Ada Example]' },
    good: { fields: 'authors: [Ada Example (student)]' },
    fixable: false,
  },
  'photo-consent-missing': {
    group: 'partnership',
    summary: 'The front matter’s picture does not say whether the people in it have agreed.',
    why: 'For blogs that want it said of every picture: yes, pending or not-needed.',
    bad: { fields: 'image:\n  src: https://images.example.org/table.jpg\n  alt: Two people at a table' },
    good: {
      fields: 'image:\n  src: https://images.example.org/tree.jpg\n  alt: An old lime tree\n  consent: not-needed',
    },
    fixable: false,
  },
} as const satisfies Record<string, RuleDoc>;
