/** How output looks at a real terminal, as the environment says. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { builtBin, runBin } from '../support/builtBin.ts';
import { siteOf } from '../support/site.ts';
import { atTerminal, hasTerminal, type Scene, type Shown } from './terminal.ts';

let bin: string;
let folder: string;

beforeAll(() => {
  bin = builtBin;
  folder = siteOf({
    'a.md': [
      'title: "Café – 学生と職員 👩‍🔬"',
      'date: 2018-07-05',
      'categories: [Événements]',
      'authors: [Ruxandra Cālin]',
    ],
    'b.md': [`title: "${'A long title '.repeat(20)}"`, 'date: 2018-07-06', 'image: { src: a.jpg }'],
  });
});

const show = (args: readonly string[], scene: Partial<Scene> = {}): Shown =>
  atTerminal([process.execPath, bin, ...args], [], { cwd: folder, ...scene });
const colour = /\x1b\[[\d;]+m/;

(hasTerminal ? describe : describe.skip)('at a terminal', () => {
  test.each<[string, Record<string, string>, boolean]>([
    ['by itself', {}, true],
    ['NO_COLOR', { NO_COLOR: '1' }, false],
    ['NO_COLOR, empty', { NO_COLOR: '' }, true],
    ['TERM=dumb', { TERM: 'dumb' }, false],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, false],
    ['FORCE_COLOR and NO_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  ])('colours: %s', (_, env, expected) => {
    for (const args of [['list'], ['validate']]) {
      const { screen, mode } = show(args, { env });
      expect({ args, env, colours: colour.test(screen), mode }).toEqual({ args, env, colours: expected, mode: true });
    }
    expect(colour.test(show(['list', '--color'], { env }).screen)).toBe(true);
    expect(colour.test(show(['list', '--no-color'], { env }).screen)).toBe(false);
  });

  test.each(['0', '-5', '1', 'abc', '', '80.5', '999999999', '1e21', 'Infinity'])('COLUMNS=%j', (columns) => {
    for (const args of [['list'], ['validate']]) {
      const { status, screen } = show(args, { env: { COLUMNS: columns } });
      expect([0, 1]).toContain(status);
      expect(screen).not.toMatch(/unexpected error|RangeError|heap/);
      expect(screen.length).toBeLessThan(100_000);
      if (args[0] === 'list') expect(screen.split('\r\n')).toHaveLength(4);
    }
  });

  test.each<[number, number]>([
    [0, 0],
    [1, 1],
    [24, 10],
    [24, 65_535],
  ])('a terminal of %d lines of %d columns', (rows, columns) => {
    for (const args of [['list'], ['validate'], ['--help']]) {
      const { status, screen } = show(args, { size: [rows, columns] });
      expect([0, 1]).toContain(status);
      expect(screen).not.toMatch(/unexpected error|RangeError/);
    }
  });

  test.each([{ LC_ALL: 'C' }, { LC_ALL: 'xx_XX.nonsense' }, { LC_ALL: 'de_DE.ISO-8859-1' }])(
    'the locale %j changes no character',
    (env) => {
      for (const args of [['list'], ['validate']]) {
        expect(show(args, { env }).screen).toBe(show(args, { env: { LC_ALL: 'C.UTF-8' } }).screen);
      }
    },
  );
});

if (!hasTerminal) test.skip('there is no Python here that could make a terminal', () => undefined);

describe('in a pipe', () => {
  test.each<[Record<string, string>, boolean]>([
    [{}, false],
    [{ TERM: 'xterm-256color', COLORTERM: 'truecolor' }, false],
    [{ FORCE_COLOR: '1' }, true],
    [{ FORCE_COLOR: '3', NO_COLOR: '1' }, true],
    [{ FORCE_COLOR: '' }, false],
    [{ COLUMNS: '3' }, false],
  ])('%j: colours %s, and every character of a title', (env, expected) => {
    expect(colour.test(runBin(bin, folder, ['validate', '--format', 'pretty'], env).stdout)).toBe(expected);
    expect(runBin(bin, folder, ['list'], { ...env, LC_ALL: 'C' }).stdout).toContain(
      'Café – 学生と職員 👩‍🔬\tÉvénements',
    );
  });
});
