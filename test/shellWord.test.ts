/** Printed commands can be pasted: a shell reads each word as it was, whatever is in it. */
import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { shellWord, singleQuoted } from '../src/shellWord.ts';

const words = [
  'posts/a.md',
  '',
  'My posts/a b.md',
  '$HOME',
  '`id`',
  '$(id)',
  `it's "so"`,
  'a\\b',
  '!!',
  'a;b',
  '*',
  '~',
  'Café',
];

test('a shell reads every word as it was', () => {
  const script = words.flatMap((word) => [shellWord(word), singleQuoted(word)]).join(' ');
  const printed = execFileSync('sh', ['-c', `printf '%s\\n' ${script}`], { encoding: 'utf8' });
  expect(printed).toBe(words.map((word) => `${word}\n${word}\n`).join(''));
});

test.each([
  ['posts/a.md', 'posts/a.md'],
  ['My posts', '"My posts"'],
  ['a $5', `'a $5'`],
])('%j is written as %s', (word, written) => {
  expect(shellWord(word)).toBe(written);
});
