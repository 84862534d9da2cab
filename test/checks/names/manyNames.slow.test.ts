/** Thousands of names that are all alike: the work is bounded, and a typo among ordinary names is found all the same. */
import { expect, test } from '@jest/globals';
import { createNearNames } from '../../../src/checks/names/nearNames.ts';
import { findTypos, shortestCategory, shortestPerson } from '../../../src/checks/names/similarNames.ts';
import { nearest, typosBetween } from '../../../src/post/nearest.ts';
import { workOf } from '../../support/effort.ts';

const count = 5000;
const letters = 'abcdefghijklmnopqrstuvwxyz';
const long = 'partnership of students and staff '.repeat(6).slice(0, 200);

/** The letters in another order, another for each number. */
function shuffled(text: string, at: number): string {
  const all = [...text];
  let seed = at;
  for (let last = all.length - 1; last > 1; last--) {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    const other = 1 + (seed % last);
    [all[last], all[other]] = [all[other] ?? '', all[last] ?? ''];
  }
  return all.join('');
}

const kinds: Readonly<Record<string, (at: number) => string>> = {
  'of 200 letters, one of which differs': (at) =>
    `${long.slice(0, 1 + (at % 198))}${letters[Math.floor(at / 198)]}${long.slice(2 + (at % 198))}`,
  'of 200 letters, the same in another order': (at) => shuffled(long, at),
  'of the same length': (at) => `a${at.toString(2).padStart(13, '0').replaceAll('0', 'b').replaceAll('1', 'c')}`,
  'of the same letters': (at) => shuffled('partnershipblogs', at),
  'of one word': (at) => `partnership ${letters[at % 26]}${letters[Math.floor(at / 26) % 26]}${letters[at % 23]} blog`,
};

test.each(Object.entries(kinds))('5,000 categories and 5,000 authors %s take less than 2 s', (_, nameOf) => {
  const names = Array.from({ length: count }, (_none, at) => nameOf(at));
  const counts = new Map(names.map((name, at) => [name, 1 + (at % 3)]));
  const work = workOf(() => {
    findTypos(counts, () => false, shortestCategory);
    findTypos(counts, (name) => (counts.get(name) ?? 0) > 2, shortestPerson);
  });
  const near = createNearNames(names.slice(0, Math.floor(64_000 / (names[0]?.length ?? 1))));
  const unknown = workOf(() => {
    for (const name of names) {
      near.nearest(`${name}x`);
      near.typos(`${name}x`);
    }
  });
  const suggestion = workOf(() => nearest(`${names[7]}x`, names));
  // On a busy machine all takes longer, but far less than what grows with the square of the number.
  expect([work, unknown, suggestion].filter((one) => one > 6000)).toEqual([]);
});

test('a typo among 5,000 names that are not alike is found', () => {
  const names = Array.from({ length: count }, (_, at) => shuffled(letters, at).slice(0, 12));
  const counts = new Map(names.map((name) => [name, 2]));
  const typo = `${names[4000]?.slice(0, 6)}${names[4000]?.slice(7)}`;
  expect(findTypos(counts.set(typo, 1), () => false, shortestCategory).get(typo)?.meant).toBe(names[4000]);
  expect(createNearNames(names).typos(typo)).toEqual([names[4000]]);
});

test.each([
  ['editors', 'editosr', 1],
  ['announcements', 'annuoncemetns', 2],
  ['announcements', 'annuoncments', 2],
  ['ab', 'ba', 1],
  ['ca', 'abc', 2],
])('%s and %s are %d typos apart, however they are asked for', (one, other, typos) => {
  expect(typosBetween(one, other, 2)).toBe(typos);
  expect(typosBetween(`partnership ${one} blog`, `partnership ${other} blog`, 2)).toBe(typos);
});

test('20,000 names take no more than moments', () => {
  const names = new Map<string, number>();
  for (let number = 0; number < 20_000; number++) {
    const word = [...String(number * 7919)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
    names.set(`Somebody ${word} Example`, number % 3 === 0 ? 20 : 1);
  }
  const start = performance.now();
  findTypos(names, () => false, shortestCategory);
  expect(performance.now() - start).toBeLessThan(30_000);
});
