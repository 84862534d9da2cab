import { expect, test } from '@jest/globals';
import { findTypos, type Shortest, shortestCategory, shortestPerson } from '../../../src/checks/names/similarNames.ts';

function typos(
  names: Record<string, number>,
  known: readonly string[] = [],
  shortest: Shortest = shortestCategory,
): string[] {
  const found = findTypos(new Map(Object.entries(names)), (name) => known.includes(name), shortest);
  return [...found].map(([name, { meant }]) => `${name} → ${meant}`);
}

test.each<[string, Record<string, number>, string[]]>([
  ['a letter left out', { Announcements: 14, Anouncements: 1 }, ['Anouncements → Announcements']],
  ['two letters', { Announcements: 14, Annoncemnts: 1 }, ['Annoncemnts → Announcements']],
  ['three letters', { Announcements: 14, Annoncmnts: 1 }, []],
  ['two letters that changed places', { Announcements: 14, Annuoncements: 2 }, ['Annuoncements → Announcements']],
  [
    'two that changed places in a short name',
    { Events: 14, Evnets: 1, Evetns: 1 },
    ['Evnets → Events', 'Evetns → Events'],
  ],
  ['two that changed places and another', { Events: 14, Evnetz: 1 }, []],
  ['at the end', { Announcements: 14, Announcementt: 1 }, ['Announcementt → Announcements']],
  ['capitals', { 'Call for posts': 3, 'Call For Posts': 2 }, ['Call For Posts → Call for posts']],
  ['spaces', { 'Call for posts': 1, 'Call  for posts': 2 }, ['Call for posts → Call  for posts']],
  ['a hyphen', { 'Call-for-posts': 1, 'Call for posts': 2 }, ['Call-for-posts → Call for posts']],
  ['Unicode forms', { Café: 3, 'Cafe\u0301': 1 }, ['Cafe\u0301 → Café']],
  ['an accent left out, as often', { 'Ruxandra Calin': 1, 'Ruxandra Cālin': 1 }, ['Ruxandra Calin → Ruxandra Cālin']],
  ['a plural beside a much commoner name', { Events: 14, Event: 1 }, ['Event → Events']],
  ['twice as common', { Events: 2, Event: 1 }, ['Event → Events']],
  ['less than twice as common', { Planning: 3, Planting: 2 }, []],
  ['each once', { Planning: 1, Planting: 1 }, []],
  ['short', { Form: 30, Farm: 1, Law: 30, Lab: 1 }, []],
  ['another first letter', { Reading: 30, Leading: 1 }, []],
  ['digits', { 'Part 1 of the story': 30, 'Part 2 of the story': 1, '2018': 30, '2019': 1 }, []],
  ['Roman numerals', { 'Part I of it': 30, 'Part II of it': 1, 'part iii of it': 1 }, []],
  ['a single letter', { 'Group A': 30, 'Group B': 1 }, []],
  ['signs', { 'C++': 30, 'C#': 1, C: 1 }, []],
  ['another script', { 公告: 30, 公吿: 1, 'Новости дня': 30, 'Новсти дня': 1 }, ['Новсти дня → Новости дня']],
])('%s', (_, names, expected) => {
  expect(typos(names)).toEqual(expected);
});

test('people’s names are alike sooner than categories are', () => {
  const names = { eric: 20, erica: 1, 'Ada Example': 20, 'Ada Exmple': 1 };
  expect(typos(names, [], shortestPerson)).toEqual(['Ada Exmple → Ada Example']);
  expect(typos({ 'Ada Example': 20, 'Ada Exmaple': 1 }, [], shortestPerson)).toEqual(['Ada Exmaple → Ada Example']);
  expect(typos({ event: 20, events: 1, form: 20, forms: 1 })).toEqual(['events → event']);
});

test('what the config knows is not a typo, and others are typos of it, however rare it is', () => {
  expect(typos({ Announcements: 14, Anouncements: 1 }, ['Announcements', 'Anouncements'])).toEqual([]);
  expect(typos({ Announcements: 0, Anouncements: 5 }, ['Announcements'])).toEqual(['Anouncements → Announcements']);
  expect(typos({ 'jon smith': 9, 'Jon Smith': 1 }, ['Jon Smith'])).toEqual(['jon smith → Jon Smith']);
});

test('every typo of one letter in a long name is found, wherever it is', () => {
  const name = 'Partnership blog';
  for (let at = 1; at < name.length; at++) {
    const without = name.slice(0, at) + name.slice(at + 1);
    const other = `${name.slice(0, at)}q${name.slice(at + 1)}`;
    const more = `${name.slice(0, at)}q${name.slice(at)}`;
    for (const typo of [without, other, more]) {
      if (typo.replace(' ', '') === name.replace(' ', '')) continue;
      expect(typos({ [name]: 9, [typo]: 1 })).toEqual([`${typo} → ${name}`]);
    }
  }
});
