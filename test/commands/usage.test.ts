/** What is said of a command line that is wrong, and the exit statuses. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { commandSummaries } from '../../src/commands/summaries.ts';
import { version } from '../../src/version.ts';
import { run, siteOf } from '../support/site.ts';
import { tempFolder } from '../support/tempFolder.ts';

const folder = (): string => siteOf({ 'a.md': ['title: A', 'date: 2024-01-01'] });

describe('usage', () => {
  test.each<[string[], RegExp]>([
    [['list', 'extra'], /too many arguments/],
    [['list', '--limit', '-1'], /whole number/],
    [['list', '--year', '24'], /four digits/],
    [['list', '--format', 'xml'], /Allowed choices are table/],
    [['list', '--categroy', 'x'], /Did you mean --category/],
    [['list', '-c'], /argument missing/],
    [['show'], /missing required argument 'post'/],
    [['lst'], /no command “lst”; did you mean “blog list”/],
    [['help', 'lst'], /did you mean “blog list”/],
    [['\u001b[31m'], /no command “\\u\{1b\}\[31m”/],
    [['list', '--\u001b[31m'], /unknown option '--\\u\{1b\}\[31m'/],
    [['list', '--format', '\u202e'], /argument '\\u\{202e\}' is invalid/],
    [['new', 'a', 'b'], /put the title in quotes: blog new "a b"/],
    [['feed', '--full', '--summary', '--site-url', 'https://a.org'], /do not go together/],
    [['feed', '--all', '--site-url', 'https://a.org'], /needs a folder/],
    [['feed'], /needs the site’s address/],
  ])('%j: exit 2', async (args, message) => {
    const { status, stdout, stderr } = await run(folder(), args);
    expect({ args, status, stdout }).toEqual({ args, status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n {4}at |undefined|\[object/);
  });

  test.each([['--version'], ['-V']])('%s', async (flag) => {
    expect(await run(folder(), [flag])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('the version is the package’s', () => {
    const project = join(import.meta.dirname, '../..');
    expect(JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')).version).toBe(version);
  });

  test('--help names every command', async () => {
    const { status, stdout } = await run(tempFolder(), ['--help']);
    expect(status).toBe(0);
    for (const { name, hidden } of commandSummaries)
      if (!hidden) expect(stdout).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
  });

  const visible = commandSummaries.filter(({ hidden }) => !hidden).map(({ name }) => name);
  test.each(visible)('%s --help says what it does, and ends with two or three examples', async (name) => {
    const { status, stdout, stderr } = await run(tempFolder(), [name, '--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect((await run(tempFolder(), ['help', name])).stdout).toBe(stdout);
    const examples = stdout.split('\nExamples:\n')[1]?.trimEnd().split('\n') ?? [];
    expect(examples.length).toBeGreaterThanOrEqual(2);
    expect(examples.length).toBeLessThanOrEqual(5);
    for (const example of examples) expect(example).toMatch(/^ {2}\S/);
  });
});
