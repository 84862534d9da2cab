/** Questions in a window that is resized, left with Ctrl-Z, or too small. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { builtBin } from '../support/builtBin.ts';
import { siteOf } from '../support/site.ts';
import { hasTmux, openWindow, type Window } from './tmux.ts';

const head = ['title: A', 'date: 2018-07-05', 'authors: [Ada]'];
const news = { 'a.md': [...head, 'categories: [News]'] };
const last = (rows: string[]): string => rows.at(-1) ?? '';
const helpOfSeveral = '↑↓ navigate • space select • ⏎ submit';

(hasTmux ? describe : describe.skip)('a question in a window', () => {
  let window: Window;

  const ask = (args: string, columns = 80, rows = 24, posts: Record<string, string[]> = news): void => {
    window = openWindow(siteOf(posts), columns, rows);
    // At the bottom of the window, where all rows that it wraps stay on the screen.
    window.type(`clear; yes '' | head -40; ${process.execPath} ${builtBin} new ${args}`, 'Enter');
  };
  afterEach(() => window.close());

  test.each([
    ['a line', '', [], '› ', ['Title of the post:']],
    ['several', 'T', [], helpOfSeveral, ['? Categories:', '❯◯ News · 1 post']],
    ['one', 'T -c News --summary S', ['Enter'], '↑↓ navigate • ⏎ select', ['Use “Ada”?', '❯ Yes, Ada']],
  ])('Ctrl-Z and fg, twice: %s is drawn again below what the shell wrote', (_, args, keys, end, drawn) => {
    ask(args);
    const isAsked = (rows: string[]): boolean => last(rows).trim() === end.trim();
    if (keys.length > 0) window.see((rows) => last(rows) === helpOfSeveral);
    window.type(...keys);
    for (const times of [1, 2]) {
      window.see(isAsked);
      window.type('C-z');
      window.see((rows) => last(rows) === '$');
      window.type('fg', 'Enter');
      const rows = window.see((all) => isAsked(all) && all.filter((row) => row === '$ fg').length === times);
      const below = rows.slice(rows.lastIndexOf('$ fg')).join('\n');
      for (const text of drawn) expect(below).toContain(text);
    }
  });

  test.each([
    ['a line', '', 'A title of many words', '› A title of many words', ['? Title of the post:'], 12],
    // Narrower than that, its rows are cut.
    ['a list', '"A title of many words"', '', helpOfSeveral, ['? Categories:', '❯◯ News · 1 post'], 20],
  ])(
    '%s in a window made narrower and wider: nothing is left of what was drawn before',
    (_, args, typed, end, drawn, narrowest) => {
      ask(args);
      const plain = (rows: readonly string[]): string => rows.join('').replace(/\s/g, '');
      const isAsked = (rows: string[]): boolean =>
        plain(rows).startsWith(plain(drawn)) && plain(rows).endsWith(plain([end]));
      window.see((rows) => plain(rows).startsWith(plain(drawn)));
      window.type(typed);
      const first = window.see(isAsked);
      for (const columns of [60, 45, 30, narrowest, 40, 60, 80]) {
        window.resize(columns, 24);
        // The question is drawn again once the window is at rest; in between, tmux wraps what is there.
        if ([narrowest, 80].includes(columns)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 900);
        window.see((rows) => isAsked(rows) && plain(rows) === plain(first));
      }
      window.see((rows) => rows.join('\n').trim() === first.join('\n').trim());
    },
  );

  test('a window made narrower while the question was stopped: it is drawn for the new width', () => {
    ask('T');
    window.see((rows) => last(rows) === helpOfSeveral);
    window.type('C-z');
    window.see((rows) => last(rows) === '$');
    window.resize(24, 24);
    window.type('fg', 'Enter');
    const below = (rows: string[]): string[] => rows.slice(rows.lastIndexOf('$ fg'));
    window.see((rows) => rows.includes('$ fg') && below(rows).some((row) => row.startsWith('❯◯ News')));
    window.type('Down');
    const rows = window.see((all) => below(all).some((row) => row.startsWith('❯◯ a new')));
    expect(below(rows).filter((row) => row.startsWith('? '))).toEqual(['? Categories:']);
  });

  test('a list in a low window: the choice that the arrow keys move to is seen', () => {
    ask('T', 80, 8, {
      'a.md': [...head, `categories: [${Array.from({ length: 11 }, (_, at) => `C${at}`).join(', ')}]`],
    });
    window.see((rows) => last(rows) === helpOfSeveral && rows.some((row) => row.startsWith('❯◯ a new')));
    window.type('Down', 'Down', 'Down', 'Down', 'Down');
    window.see((rows) => rows.some((row) => row.startsWith('❯◯ C3 ')));
  });

  test.each([100, 80, 40])(
    'a long list of %i columns: typing narrows it, and what is ticked stays in sight',
    (columns) => {
      const names = [
        ...Array.from({ length: 30 }, (_, at) => `Category ${at}`),
        `Learning, ${'and teaching '.repeat(6)}`,
      ];
      ask('T', columns, 24, { 'a.md': [...head, `categories: ${JSON.stringify(names)}`] });
      window.see((rows) => last(rows) === helpOfSeveral && rows.includes('? Categories (31; type to filter):'));
      window.type('learn');
      window.see((rows) => rows.filter((row) => /^[❯ ]◯ /.test(row)).length === 2);
      window.type('Enter');
      window.see((rows) => rows.some((row) => row.startsWith('❯◉ Learning, and teaching')));
      window.type('2');
      window.see((rows) => rows.some((row) => row.startsWith('  ticked: Learning, and teaching')));
      window.type('Enter', 'Enter');
      window.see((rows) => rows.some((row) => row.startsWith('✔ Categories: Category 12, Learning,')));
    },
  );

  test('an answer taller than the window: the rows up to the cursor are seen, and nothing is left in the history', () => {
    ask('', 20, 8);
    window.see((rows) => last(rows).trim() === '›');
    const words = Array.from({ length: 60 }, (_, at) => `w${at}`);
    window.type(...words.map((word) => `${word} `));
    const end = window.see((rows) => last(rows).endsWith('w59'));
    expect(end).toHaveLength(8);
    expect(window.history().filter((row) => /w0/.test(row))).toEqual([]);
    window.type(...Array.from({ length: 9 * 19 }, () => 'Left'), 'Home', 'x');
    window.see((rows) => last(rows).startsWith('› xw0 w1'));
    window.type('End', 'Enter');
    window.see((rows) => rows.some((row) => row.startsWith('? Categories')));
    expect(window.history().filter((row) => /Title of/.test(row))).toHaveLength(1);
  });
});

if (!hasTmux) test.skip('there is no tmux here, whose windows could be resized', () => undefined);
