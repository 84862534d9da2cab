/** What is said of a command line that is wrong, and the exit statuses. */
import { readFileSync, symlinkSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { commandRegistry } from '../../src/commands/registry.ts';
import { describeSystemError } from '../../src/errors.ts';
import { homepage, version } from '../../src/version.ts';
import { run, siteOf } from '../support/site.ts';
import { tempFolder } from '../support/tempFolder.ts';

/** The lines of the examples in a help text. */
const examplesIn = (help: string): string[] => help.split('\nExamples:\n')[1]?.split('\n\n')[0]?.split('\n') ?? [];

const folder = (): string => siteOf({ 'a.md': ['title: A', 'date: 2024-01-01'] });

describe('usage', () => {
  test.each<[string[], RegExp]>([
    [['list', 'two words'], /to search, run: blog list --search "two words"/],
    [['tags', 'extra'], /blog tags takes no arguments/],
    [['categories', 'mrge', 'a', 'b'], /did you mean “blog categories merge”\?/],
    [['list', '--fields', 'titel'], /did you mean “title”\?/],
    [['list', '-0', '--format', 'json'], /-0 prints paths/],
    [['list', '--since', 'last term'], /invalid date for --since: “last term”/],
    [['list', '--since', '01/09/2026'], /invalid date for --since: “01\/09\/2026”; (?:write|use) 2026-09-01/],
    [['list', '--limit', '-1'], /whole number/],
    [['new', 'A', '--image', 'a.png', '--image', 'b.png'], /^blog: --image can be given only once\n$/],
    [['new', 'A', '--image', 'a.png', '--alt', 'A', '--alt', 'B'], /^blog: --alt can be given only once\n$/],
    [['new', 'A', '--date', 'today', '--date', 'tomorrow'], /^blog: --date can be given only once\n$/],
    [['publish', 'a', '--date', 'now', '--date', 'tomorrow'], /^blog: --date can be given only once\n$/],
    [['list', '--year', '24'], /four digits/],
    [['list', '--format', 'xml'], /invalid value for --format: “xml”; choose from table/],
    [['list', '--categroy', 'x'], /unknown option “--categroy”; did you mean “--category”\?/],
    [['list', '-c'], /missing value for --category/],
    [['show'], /missing argument <post>/],
    [['lst'], /unknown command “lst”; did you mean “list”\?/],
    [['help', 'lst'], /did you mean “list”\?/],
    [['\u001b[31m'], /unknown command “\\u\{1b\}\[31m”/],
    [['list', '--\u001b[31m'], /unknown option “--\\u\{1b\}\[31m”/],
    [['list', '--format', '\u202e'], /invalid value for --format: “\\u\{202e\}”/],
    [['new', 'a', 'b'], /put the title in quotes: blog new "a b"/],
    [['list', '-c', 'For', 'editors'], /put text with spaces in quotes: --category "For editors"\n/],
    [['list', '--since=3', 'weeks', 'ago', '--why'], /put text with spaces in quotes: --since "3 weeks ago"\n/],
    [['list', '-q', '-aAda', 'Example'], /put text with spaces in quotes: --author "Ada Example"\n/],
    [['feed', '-c', 'For', 'editors'], /put text with spaces in quotes: --category "For editors"\n/],
    [['list', '--year', '2024', '2023'], /to search, run: blog list --search 2023/],
    [['new', 'Visit', '--author', 'Ada', 'Example'], /put text with spaces in quotes: --author "Ada Example"\n/],
    [
      ['new', 'My', 'visit', '--author', 'Ada', 'Example', '--summary', 'It', 'was'],
      /put text with spaces in quotes: "My visit", --author "Ada Example", --summary "It was"\n/,
    ],
    [
      ['new', '--date', 'tomorrow', 'at', '9am'],
      /put text with spaces in quotes: blog new "at 9am" or --date "tomorrow at 9am"\n/,
    ],
    [['list', '$(touch', 'x)'], /blog list --search '\$\(touch x\)'\n/],
    [['list', '-s', '`id`', "it's"], /--search '`id` it'\\''s'\n/],
    [['new', 'a', '"b"', '--author', 'Ada'], /blog new 'a "b"'\n/],
    [['show', 'a', '$HOME'], /blog show 'a \$HOME'\n/],
    [['-C', '.', 'new', '--publish', 'a', 'b'], /put the title in quotes: blog new "a b"\n/],
    [['publish', 'tea', '--reviewed-by', 'Ben', 'Sample'], /in quotes: --reviewed-by "Ben Sample"\n/],
    [['new', '--title', 'Tea'], /unknown option “--title”; write the title without it: blog new "Our first meeting"\n/],
    [
      ['rename', 'a', '--title', 'B'],
      /unknown option “--title”; write the title without it: blog rename our-first-meeting "How we began"\n/,
    ],
    [['feed', '--full', '--summary', '--site-url', 'https://a.org'], /cannot be used with/],
    [['feed', '--all', '--site-url', 'https://a.org'], /needs an output folder/],
    [['feed'], /no site URL/],
    [['show'], /missing argument <post>; for example: blog show a-post\n/],
    [['publish', '--keep-date'], /missing argument <post>; for example: blog publish our-first-meeting\n/],
    [['rename', 'a'], /missing argument <title>; for example: blog rename our-first-meeting "How we began"\n/],
    [['completion'], /missing argument <shell>; for example: eval "\$\(blog completion bash\)"\n/],
    [['tags', 'merge'], /missing argument <from>; for example: blog tags merge e-learning "online learning"\n/],
    [
      ['authors', 'merge', 'A'],
      /missing argument <into>; for example: blog authors merge "Ada Exmple" "Ada Example"\n/,
    ],
    [['authors', 'mrge', 'A', 'B'], /did you mean “blog authors merge”\?/],
    [['list', '--nosuch'], /unknown option “--nosuch”; for all options, run: blog list --help\n/],
    [['tags', 'merge', 'a', 'b', '--nosuch'], /for all options, run: blog tags merge --help\n/],
    [['--nosuch'], /for all options, run: blog --help\n/],
    [
      ['show', 'our', 'first', 'meeting'],
      /expected 1 argument, got 3; put text with spaces in quotes: blog show "our first meeting"\n/,
    ],
    [['list', '--category'], /missing value for --category; write --category <name>\n/],
    [['nosuch', '--help'], /unknown command “nosuch”; for a list of commands, run: blog --help\n/],
    [['lst', '-h'], /unknown command “lst”; did you mean “list”\?\n/],
    [['--help', 'lst'], /unknown command “lst”; did you mean “list”\?\n/],
    [['-h', '-q', 'lst'], /unknown command “lst”; did you mean “list”\?\n/],
    [['help', 'lst', '--help'], /unknown command “lst”; did you mean “list”\?\n/],
    [['categories', 'mrge', '--help'], /unknown command “mrge”; did you mean “merge”\?\n/],
    [['help', 'categories', 'mrge'], /unknown command “mrge”/],
  ])('%j: exit 2', async (args, message) => {
    const { status, stdout, stderr } = await run(folder(), args);
    expect({ args, status, stdout }).toEqual({ args, status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n {4}at |undefined|\[object/);
  });

  test.each([['--version'], ['-V']])('%s', async (flag) => {
    expect(await run(folder(), [flag])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('the version and the homepage are the package’s', () => {
    const project = join(import.meta.dirname, '../..');
    const ofPackage = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
    expect(ofPackage).toMatchObject({ version, homepage, bugs: { url: homepage } });
  });

  test('--help names every command', async () => {
    const { status, stdout } = await run(tempFolder(), ['--help']);
    expect(status).toBe(0);
    expect(examplesIn(stdout)).toHaveLength(3);
    for (const { name, hidden } of commandRegistry)
      if (!hidden) expect(stdout).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
  });

  test('--posts is meant from the root, wherever one is', async () => {
    const root = tempFolder({
      'blog.config.yaml': 'title: T\n',
      'texts/a.md': '---\ntitle: A\ndate: 2024-01-01\n---\n',
      'sub/.keep': '',
    });
    const paths = ['list', '--format', 'paths'];
    expect((await run(join(root, 'sub'), ['--posts', 'texts', ...paths])).stdout).toBe('../texts/a.md\n');
    expect((await run(root, ['--posts', 'texts', ...paths])).stdout).toBe('texts/a.md\n');
    const config = join(root, 'blog.config.yaml');
    expect((await run(tempFolder(), ['--config', config, '--posts', 'texts', ...paths])).stdout).toMatch(/a\.md\n$/);
  });

  test('-q says what was left out, and no more', async () => {
    const { status, stderr } = await run(siteOf({ 'a.md': ['date: nope', 'title: A'] }), ['-q', 'list']);
    expect({ status, lines: stderr.split('\n').length }).toEqual({ status: 1, lines: 2 });
  });

  test.each([
    ['list', ['--now', '2024-05-14', 'help', 'list']],
    ['list', ['-q', '-C', '.', 'help', 'ls']],
    ['show', ['help', 'show', '--no-color']],
    ['', ['--posts', 'help', 'help']],
    ['', ['help', '-q']],
  ])('%s --help, as “help” asks for it after other options: %j', async (name, args) => {
    const folder = tempFolder();
    expect(await run(folder, args)).toEqual(await run(folder, [...(name === '' ? [] : [name]), '--help']));
  });

  test('a post may be called help', async () => {
    expect((await run(siteOf({}), ['show', 'help'])).stderr).toContain('post “help” not found');
  });

  const visible = commandRegistry.filter(({ hidden }) => !hidden).map(({ name }) => name);
  test.each(visible)(
    '%s --help says what it does, and ends with two or three examples, and where to find out more',
    async (name) => {
      const { status, stdout, stderr } = await run(tempFolder(), [name, '--help']);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect((await run(tempFolder(), ['help', name])).stdout).toBe(stdout);
      const examples = examplesIn(stdout);
      expect(examples.length).toBeGreaterThanOrEqual(2);
      expect(examples.length).toBeLessThanOrEqual(3);
      for (const example of examples) expect(example).toMatch(/^ {2}\S/);
      expect(stdout).toMatch(
        /\n\nFor global options such as --dir and --quiet, run: blog --help\nDocumentation and bug reports: https:\S+\n$/,
      );
    },
  );
});

describe('help with global options', () => {
  test.each([
    '-C DIR help list',
    '--dir DIR help list',
    '--dir=DIR help list',
    '-CDIR help list',
    '-qC DIR help list',
    '--posts x help list',
    '--posts help help list',
    '--config x --now 2024-01-01 help list',
    '-C nosuch help list',
    '-q help list',
    'help -C DIR list',
    'help -q list',
    'help list -C nosuch',
    '-C DIR help ls',
    '-C DIR list --help',
    '-C nosuch list --help',
    '--help list',
    '-h list',
    'list -h',
    'list --help',
    'ls -h',
    '-qh list',
    '--help --posts x list',
    'list --status draft -h',
    'list some words -h',
    'help list -h',
  ])('%s', async (line) => {
    const root = tempFolder();
    const args = line.split(' ').map((arg) => arg.replace('DIR', root));
    const { stdout } = await run(root, ['list', '--help']);
    expect(await run(root, args)).toEqual({ status: 0, stdout, stderr: '' });
  });

  test.each(['-C nosuch help', 'help -q', '--posts x help'])('%s is the help of the whole', async (line) => {
    const root = tempFolder();
    const { stdout } = await run(root, ['--help']);
    expect(await run(root, line.split(' '))).toEqual({ status: 0, stdout, stderr: '' });
  });

  test.each<[string, RegExp]>([
    ['-C nosuch help lst', /did you mean “list”\?/],
    ['help -q lst', /did you mean “list”\?/],
    ['-C', /missing value for --dir/],
    ['--nosuch x help', /unknown option “--nosuch”/],
  ])('%s: exit 2', async (line, message) => {
    const { status, stdout, stderr } = await run(tempFolder(), line.split(' '));
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});

describe('what the system refuses', () => {
  test('is said in a line that names the file, with status 2', async () => {
    const root = tempFolder();
    symlinkSync('blog.config.yaml', join(root, 'blog.config.yaml'));
    const stderr = 'blog: cannot read config blog.config.yaml: too many symbolic links\n';
    expect(await run(root, ['list'])).toEqual({ status: 2, stdout: '', stderr });
  });

  test.each(['Unknown system error -122', 'UNKNOWN'])('what Node has no name for has one all the same: %s', (code) => {
    const error = Object.assign(new Error(), { code, errno: -constants.errno.EDQUOT });
    expect(describeSystemError(error)).toBe('disk quota exceeded');
  });
});

describe('a mistake of ours', () => {
  const failing = (error: unknown): { out: () => never } => ({
    out: () => {
      throw error;
    },
  });

  test.each([
    ['an error', new Error('x'), 'x'],
    ['an error with a code', Object.assign(new Error('x'), { code: 'ERR_ODD' }), 'x (ERR_ODD)'],
    ['something else', 'words', 'words'],
  ])('%s is called so, with status 2', async (_, error, said) => {
    const { status, stderr } = await run(folder(), ['list'], failing(error));
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `blog: unexpected error: ${said}\nThis is a bug in blog: report it at ${homepage}, with the output of DEBUG=1\n`,
    });
  });

  test('DEBUG shows where', async () => {
    const { stderr } = await run(folder(), ['list'], { ...failing(new Error('x')), env: { DEBUG: '1' } });
    expect(stderr).toMatch(/unexpected error: x\n[\s\S]*Error: x\n {4}at /);
  });
});
