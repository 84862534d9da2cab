/** What is nearly a sign of a draft has a hint that makes one. */
import { expect, test } from '@jest/globals';
import { nearDraftSign } from '../../../src/post/fields/draftWords.ts';
import { typosBetween } from '../../../src/post/nearest.ts';
import { post, read } from '../../support/diagnose.ts';

const lines = (line: string): string => post('title: A', 'date: 2024-01-01', line);

test.each([
  ['drafft: true', 'draft: true'],
  ['drafft: "TRUE"', 'draft: true'],
  ['drafts: Yes', 'draft: true'],
  ['darft: false', 'draft: false'],
  ['unpublish: true', 'unpublished: true'],
  ['pubished: no', 'published: false'],
  ['"is draft": 1', 'isDraft: true'],
  ['privat: “on”', 'private: true'],
  ['stauts: Pending', 'status: pending'],
  ['post_statu: draft', 'post_status: draft'],
  ['visiblity: private', 'visibility: private'],
  ['drat: pending', 'status: pending'],
])('%s → %s, which says the same', (line, written) => {
  const [problem] = read(lines(line)).faults;
  expect(problem).toMatchObject({ rule: 'draft-unclear', hint: `write ${written}` });
  const { post: after } = read(lines(written));
  expect(after?.draft).toBe(!/false$/.test(written) || /published/.test(written));
});

test('beside the field itself, the hint makes no duplicate of it', () => {
  expect(nearDraftSign('drafft', { Draft: false, drafft: true }, [])).toBe(
    'remove it, and let Draft say whether readers may see the post',
  );
});

test.each(['craft: weaving', 'drafts: [a]', 'state: England', 'draftee: {a: 1}', 'stature: 180', 'publication: true'])(
  '%s is no sign',
  (line) => {
    expect(read(lines(line)).faults).toEqual([]);
  },
);

test.each<[string, string, number]>([
  ['draft', 'draft', 0],
  ['draft', 'darft', 1],
  ['draft', 'drafts', 1],
  ['draft', 'raft', 1],
  ['draft', 'dragt', 1],
  ['draft', 'rdatf', 2],
  ['ca', 'abc', 2],
  ['status', 'state', 2],
  ['status', 'stage', 3],
  ['draft', 'published', 3],
])('%s and %s: %d', (one, other, typos) => {
  expect(typosBetween(one, other, 2)).toBe(typos);
  expect(typosBetween(other, one, 2)).toBe(typos);
});
