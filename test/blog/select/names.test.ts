/** Which people a name, a key or a part of a name means. */
import { expect, test } from '@jest/globals';
import type { Entry } from '../../../src/blog/postIndex.ts';
import { resolveNames } from '../../../src/blog/select/names.ts';
import { readPost } from '../../../src/post/post.ts';

const settings = { timeZone: 'UTC', authors: {} };

function entryOf(author: string): Entry {
  const { post } = readPost('a.md', `---\ntitle: A\ndate: 2024-01-01\nauthors: ["${author}"]\n---\n`, settings);
  if (!post) throw new Error(author);
  return { post, url: '/' };
}

const entries = [
  ...['Ruxandra Cālin', 'Ann Lee', 'Anna Bo', 'Mary-Jane O’Neill', 'Li Na 李娜', 'Zoë', 'Joanna Park'],
  ...['Ed Ward', 'Edward Stone', '学生会', 'Νίκος Παππάς'],
].map(entryOf);
const people = {
  rux: { name: 'Ruxandra Cālin' },
  lee: { name: 'Lee Newcomer' },
  zoe: { name: 'Ed Ward' },
  bo: { name: 'Bo Diddley' },
};

test.each<[wanted: string, found: string[]]>([
  ['ruxandra', ['Ruxandra Cālin']],
  ['calin', ['Ruxandra Cālin']],
  ['CĀL', ['Ruxandra Cālin']],
  ['ruxandra calin', ['Ruxandra Cālin']],
  ['ruxandra-calin', ['Ruxandra Cālin']],
  ['xandra', []],
  // A key of the config, before a part of a name, but after a whole name.
  ['rux', ['Ruxandra Cālin']],
  ['zoe', ['Ed Ward']],
  ['Zoë', ['Zoë']],
  ['lee', ['Lee Newcomer']],
  ['bo', ['Bo Diddley']],
  // Whole words, before beginnings of words.
  ['ann', ['Ann Lee']],
  ['anna', ['Anna Bo']],
  ['ed', ['Ed Ward']],
  ['edw', ['Edward Stone']],
  ['an', ['Ann Lee', 'Anna Bo']],
  ['e', ['Ed Ward', 'Edward Stone']],
  ['jane', ['Mary-Jane O’Neill']],
  ['neill', ['Mary-Jane O’Neill']],
  ['mary jane', ['Mary-Jane O’Neill']],
  ['new', ['Lee Newcomer']],
  ['Lee (student)', ['Lee Newcomer']],
  ['李', ['Li Na 李娜']],
  ['娜', ['Li Na 李娜']],
  ['生会', ['学生会']],
  ['νικ', ['Νίκος Παππάς']],
  ['-', []],
  ['', []],
])('“%s”', (wanted, found) => {
  const { sets, unknown, ambiguous } = resolveNames('author', [wanted], entries, { people });
  expect([...(sets[0] ?? [])].sort()).toEqual(found.map((name) => name.toLowerCase()).sort());
  expect(unknown.length).toBe(found.length === 0 ? 1 : 0);
  expect(ambiguous).toEqual(found.length > 1 ? [{ name: wanted, people: found }] : []);
});

test.each<[wanted: string, nearest: string]>([
  ['Clain', 'Ruxandra Cālin'],
  ['Ruxanda Calin', 'Ruxandra Cālin'],
  ['Newcomr', 'Lee Newcomer'],
])('“%s” is nearest to %s', (wanted, nearest) => {
  const { unknown } = resolveNames('author', [wanted], entries, { people });
  expect(unknown).toEqual([{ kind: 'author', name: wanted, nearest }]);
});

test.each<[wanted: string, nearest: string | undefined]>([
  ['news', 'News & events'],
  ['Event', 'News & events'],
  ['learnin', 'Teaching and learning'],
  ['and', undefined],
])('the category “%s” is nearest to %s', (wanted, nearest) => {
  const categories = ['News & events', 'Teaching and learning'].map((name) => ({ name, aliases: [] }));
  const { unknown } = resolveNames('category', [wanted], [], { categories });
  expect(unknown).toEqual([{ kind: 'category', name: wanted, ...(nearest !== undefined && { nearest }) }]);
});

test('without a config only whole names count', () => {
  expect(resolveNames('author', ['ann', 'Ann Lee', 'ann-lee'], entries, {}).sets.map(({ size }) => size)).toEqual([
    0, 1, 1,
  ]);
});
