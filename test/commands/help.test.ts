/** Help fits the terminal: thirty rows where it can, and forty columns without a word broken or lost. */
import { describe, expect, test } from '@jest/globals';
import { commandRegistry } from '../../src/commands/registry.ts';
import { fitHelp } from '../../src/report/fitHelp.ts';
import { run } from '../support/site.ts';
import { tempFolder } from '../support/tempFolder.ts';

const commands = [
  [],
  ...commandRegistry.filter(({ hidden }) => !hidden).map(({ name }) => [name]),
  ['categories', 'merge'],
  ['tags', 'merge'],
  ['authors', 'merge'],
];

async function helpOf(command: readonly string[], width: number): Promise<string> {
  const stream = { width, color: 0 as const };
  const { stdout } = await run(tempFolder(), ['help', ...command], { stdout: stream, stderr: stream });
  return stdout;
}

/** All that is not a space, or the sign of a line that goes on; and no scheme, which a narrow terminal leaves out. */
const textOf = (help: string): string => help.replace(/ \\\n/g, '').replace(/\s+|https:\/\//g, '');

describe.each(commands.map((command): [string, string[]] => [['blog', ...command].join(' '), command]))(
  '%s --help',
  (_, command) => {
    test.each([40, 60, 80, 100])('at %d columns has no longer row, and no word broken', async (width) => {
      const help = await helpOf(command, width);
      expect(help.split('\n').filter((row) => row.length > width)).toEqual([]);
      const wide = await helpOf(command, 1000);
      expect(textOf(help)).toBe(textOf(wide));
      const words = new Set(wide.split(/\s+/).flatMap((word) => [word, word.replace(/^https:\/\//, '')]));
      expect(help.split(/\s+/).filter((word) => word !== '\\' && !words.has(word))).toEqual([]);
    });
  },
);

test.each([
  ['--help', 'list'],
  ['list', '-h'],
  ['list', '--help'],
  ['-h', 'ls'],
])('%s %s is help list', async (...args) => {
  const cwd = tempFolder();
  expect(await run(cwd, args)).toEqual(await run(cwd, ['help', 'list']));
});

test.each(['init', 'new', 'validate', 'publish', 'rename', 'show', 'edit', 'feed', 'categories', 'authors', 'schema'])(
  '%s --help fits thirty rows',
  async (name) => {
    // The row of the prompt is the last.
    expect((await helpOf([name], 100)).trimEnd().split('\n').length).toBeLessThanOrEqual(name === 'new' ? 35 : 30);
  },
);

describe('a narrow terminal', () => {
  test('continues an example so that it can be pasted, and never within quotes', () => {
    const help =
      'Usage: blog x\n\nExamples:\n  blog rename a "A long new title" --dry-run\n\nRun blog help x for details of it';
    expect(fitHelp(help, 30)).toBe(
      'Usage: blog x\n\nExamples:\n  blog rename a \\\n    "A long new title" \\\n    --dry-run\n\nRun blog help x for details of\n  it',
    );
  });

  test('shows a URL that would not fit without its scheme', () => {
    expect(fitHelp('Documentation: https://example.org/abcdefghijk', 30)).toBe(
      'Documentation:\n  example.org/abcdefghijk',
    );
  });
});
