/** Posts that their authors do not want to be public yet: none may ever be listed as published. */
import { type Mistake, plus, post } from './mistake.ts';

const meant = { draft: true } as const;
const unclear = ['draft-unclear', 'field-type'] as const;

/** A key that is nearly one of a draft: only the author knows which. */
const keys: Mistake[] = [
  ['a plural', 'drafts: true'],
  ['a letter too many', 'drafft: true'],
  ['a letter left out', 'draf: yes'],
  ['two letters that changed places', 'darft: true'],
  ['another part of speech', 'isDrafted: true'],
  ['an order', 'unpublish: true'],
  ['a letter left out of published', 'pubished: false'],
  ['a letter left out, in capitals', 'PUBLSHED: FALSE'],
  ['a letter too many in status', 'statuss: draft'],
  ['two letters of status that changed places', 'stauts: pending'],
  ['another language', 'privat: true'],
  ['a letter left out of visibility', 'visiblity: private'],
  ['a letter left out of post_status', 'post_statu: draft'],
  ['a number for a boolean', 'drafr: 1'],
  ['a quoted boolean', 'drafte: "true"'],
].map(([name = '', line = '']) => ({
  name: `${name}: ${line}`,
  answer: 'told',
  rule: 'draft-unclear',
  text: plus(line),
  meant,
}));

/** A value that is nearly one of a draft. */
const values: Mistake[] = [
  ['in doubt', 'draft: maybe'],
  ['letters that changed places', 'draft: ture'],
  ['a list', 'draft: [true]'],
  ['not yet', 'published: soon'],
].map(([name = '', line = '']) => ({
  name: `${name}: ${line}`,
  answer: 'told',
  rule: [...unclear, 'date-invalid'],
  text: plus(line),
  meant,
}));

/** Words that no tool knows: safer kept back, and said. */
const statuses: Mistake[] = ['in progress', 'Needs Review', 'draf', 'private draft', 'WIP', 'archived'].map(
  (status) => ({
    name: `a status of one’s own: ${status}`,
    answer: 'told',
    rule: 'draft-unclear',
    text: plus(`status: ${status}`),
    meant: { draft: true, status: 'draft' },
  }),
);

export const draftMistakes: readonly Mistake[] = [
  ...keys,
  ...values,
  ...statuses,
  {
    name: 'a visibility of one’s own',
    answer: 'told',
    rule: 'draft-unclear',
    text: plus('visibility: members'),
    meant: { draft: true, status: 'draft' },
  },
  {
    name: 'curly quotes around true',
    answer: 'told',
    rule: [...unclear, 'quotes-in-value'],
    text: plus('draft: “true”'),
    meant,
  },
  {
    name: 'curly quotes around false',
    answer: 'told',
    rule: [...unclear, 'quotes-in-value', 'date-invalid'],
    text: plus('published: “false”'),
    meant,
  },
  {
    name: 'two that disagree',
    answer: 'told',
    rule: 'front-matter-syntax',
    text: plus('draft: true', 'Draft: false'),
    meant,
    names: /draft/i,
  },
  { name: 'no space', answer: 'fix', rule: 'front-matter-syntax', text: plus('draft:true'), meant },
  {
    name: 'an equals sign',
    answer: 'hint',
    rule: 'front-matter-syntax',
    text: plus('draft = true'),
    meant,
    typed: ['draft = true', 'draft: true'],
  },
  { name: 'no colon', answer: 'told', rule: 'front-matter-syntax', text: plus('draft true'), meant },
  {
    name: 'too far in',
    answer: 'hint',
    rule: 'front-matter-syntax',
    text: plus('  draft: true'),
    meant,
    hint: 'remove the spaces before draft',
    typed: ['  draft: true', 'draft: true'],
  },
  {
    name: 'a no-break space after the colon',
    answer: 'fix',
    rule: 'front-matter-syntax',
    text: plus('draft:\u00a0true'),
    meant,
    names: 'U+00A0',
  },
  {
    name: 'a zero-width space before it',
    answer: 'fix',
    rule: ['front-matter-syntax', 'draft-unclear', 'control-character', 'field-unknown'],
    text: plus('\u200bdraft: true'),
    meant,
    names: 'U+200B',
  },
  {
    name: 'the same sign twice',
    answer: 'fix',
    rule: 'front-matter-syntax',
    text: plus('draft: true', 'draft: true'),
    meant: { draft: true, status: 'draft' },
    names: 'draft',
  },
  {
    name: 'a copied post that became a draft',
    answer: 'told',
    rule: 'id-duplicate',
    text: plus('id: 3f0c8a52-7a0e-4c6e-9d7e-0a5d2c1b4e6f', 'draft: true'),
    meant,
    beside: {
      'posts/first.md': post('title: First', 'date: 2016-01-15', 'id: 3f0c8a52-7a0e-4c6e-9d7e-0a5d2c1b4e6f'),
    },
  },
];
