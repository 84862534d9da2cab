/** Questions at a real terminal, and the ways in which they end before they are answered. */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { builtBin } from '../support/builtBin.ts';
import { siteOf } from '../support/site.ts';
import { filesIn } from '../support/tempFolder.ts';
import { atTerminal, hasTerminal, type Scene, type Shown, type Step } from './terminal.ts';

const title = 'Title of the post:';
const categories = 'Categories:';
const showCursor = '\x1b[?25h';
const posts = { 'a.md': ['title: A', 'date: 2018-07-05', 'categories: [News]', 'authors: [Ada]'] };

(hasTerminal ? describe : describe.skip)('a question at a terminal', () => {
  let bin: string;
  let folder: string;

  beforeAll(() => {
    bin = builtBin;
    folder = siteOf(posts);
  });

  const ask = (args: readonly string[], steps: readonly Step[], scene: Partial<Scene> = {}): Shown =>
    atTerminal([process.execPath, bin, ...args], steps, { cwd: folder, ...scene });

  describe.each([
    ['a line', ['new'], title],
    ['a list, where the cursor is hidden', ['new', 'T'], categories],
  ])('%s', (_, args, question) => {
    test.each<[string, Step, number]>([
      ['Ctrl-C', { wait: question, type: '\x03' }, 130],
      ['Ctrl-D', { wait: question, type: '\x04' }, 130],
      ['SIGINT', { wait: question, signal: 'SIGINT' }, 130],
      ['SIGTERM', { wait: question, signal: 'SIGTERM' }, 143],
      ['SIGHUP', { wait: question, signal: 'SIGHUP' }, 129],
    ])('%s ends it, and the terminal is as it was', (_, step, status) => {
      const shown = ask(args, [step]);
      expect(shown).toMatchObject({ status, mode: true, step: 1 });
      expect(shown.screen.lastIndexOf(showCursor)).toBeGreaterThan(shown.screen.lastIndexOf('\x1b[?25l'));
      expect(shown.screen).not.toMatch(/ at .*:\d+:\d+|Error|unexpected error/);
      expect(filesIn(folder)).toEqual(['posts/.keep', 'posts/a.md']);
    });

    test('so does a terminal that is closed, as a hang-up should', () => {
      expect(ask(args, [{ wait: question, hangup: true }])).toMatchObject({ status: 129, step: 1 });
      expect(filesIn(folder)).toEqual(['posts/.keep', 'posts/a.md']);
    });
  });

  test('Ctrl-Z and fg: it is asked again, with what stood there', () => {
    const own = siteOf(posts);
    const steps = [
      { wait: title, type: 'Te' },
      { wait: '› Te', type: '\x1a' },
      { wait: '[stopped]', type: 'a' },
      { wait: '› Tea', type: '\r' },
      { wait: categories, type: '\x03' },
    ];
    expect(ask(['new'], steps, { cwd: own, jobs: true })).toMatchObject({ step: 5, status: 130, mode: true });
  });

  test('answers make a post, and leave the terminal as it was', () => {
    const own = siteOf(posts);
    const steps = [
      { wait: title, type: 'Tea\r' },
      { wait: categories, type: ' \r' },
      { wait: 'Authors', type: ' \r' },
      { wait: 'ummary', type: '\r' },
      { wait: 'Write', type: '\r' },
    ];
    const shown = ask(['new', '--date', '2024-05-14'], steps, { cwd: own });
    expect(shown).toMatchObject({ status: 0, mode: true });
    expect(filesIn(join(own, 'posts'))).toEqual(['.keep', '2024-05-14-tea.md', 'a.md']);
    expect(shown.screen).toContain('posts/2024-05-14-tea.md');
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['NO_COLOR', { NO_COLOR: '1' }, /\x1b\[[\d;]*m/],
    ['TERM=dumb', { TERM: 'dumb' }, /\x1b\[[\d;]*m/],
  ])('%s: no colours', (_, env, colour) => {
    const shown = ask(['new'], [{ wait: title, type: '\x03' }], { env });
    expect(shown).toMatchObject({ status: 130, mode: true });
    expect(shown.screen).not.toMatch(colour);
  });

  test.each<[string, string[], Record<string, string>]>([
    ['--no-input', ['--no-input'], {}],
    ['CI', [], { CI: 'true' }],
  ])('%s: nothing is asked', (_, args, env) => {
    const shown = ask(['new', ...args], [], { env });
    expect(shown).toMatchObject({ status: 2, mode: true });
    expect(shown.screen).toContain('blog new "');
  });

  test.each<[number, number]>([
    [24, 20],
    [5, 200],
    [1, 1],
    [0, 0],
  ])('a terminal of %d lines of %d columns', (rows, columns) => {
    const shown = ask(['new', 'T'], [{ wait: '?', type: '\x03' }], { size: [rows, columns] });
    expect(shown.status).not.toBeNull();
    expect(shown.mode).toBe(true);
    expect(shown.screen).not.toMatch(/unexpected error/);
  });
});

if (!hasTerminal) test.skip('there is no Python here that could make a terminal', () => undefined);
