/** How sessions are read, run, compared and updated. */
import { describe, expect, test } from '@jest/globals';
import {
  fits,
  formatSession,
  readBlogLine,
  readConsoleBlocks,
  readSession,
  startSession,
  updateOutput,
  withConsoleBlocks,
} from './session.ts';

test.each([
  ['blog list -n 1', { args: ['list', '-n', '1'] }],
  [`A=b blog new "it's" 'R&D'`, { given: { A: 'b' }, args: ['new', "it's", 'R&D'] }],
  ['blog new ""', { args: ['new', ''] }],
  ['rm a.md; blog list', { before: 'rm a.md', needsBefore: false, args: ['list'] }],
  ['rm a.md && blog list | head -1', { before: 'rm a.md', needsBefore: true, filter: 'head -1' }],
  ['blog list 2>/dev/null | head -1', { args: ['list'], errors: 'dropped', filter: 'head -1' }],
  ['blog list 2>&1 | head -1', { args: ['list'], errors: 'piped', filter: 'head -1' }],
  [`blog feed | grep -e "a>b" -e '<i>'`, { args: ['feed'], filter: `grep -e "a>b" -e '<i>'` }],
  ['blog feed | tee <a', undefined],
  ['rm blog.config.yaml; blog list', { before: 'rm blog.config.yaml', args: ['list'] }],
  ['blog list; rm a.md', undefined],
  ['cd posts; blog list', undefined],
  ['echo text | blog new A --stdin', undefined],
  ['blog show $NAME', undefined],
  ['blog show *.md', undefined],
  ['blog list > list.txt', undefined],
  ['blog list || true', undefined],
])('%s: what runs in the process of the tests', (command, expected) => {
  if (expected) expect(readBlogLine(command)).toMatchObject(expected);
  else expect(readBlogLine(command)).toBeUndefined();
});

test('what runs in the process of the tests prints and ends as in a shell', async () => {
  const steps = [
    'mkdir posts; blog list',
    'false && blog list',
    'true && blog list -c none',
    'blog list -c none 2>/dev/null | wc -l',
    'blog --version | grep -c nosuch',
    'echo before; blog nosuch',
    'blog nosuch 2>&1 | wc -l',
    'blog nosuch 2>&1',
  ];
  const [inShell, here] = ['', 'here: yes\n'].map((line) => startSession(readSession(`site: empty\n${line}$ true\n`)));
  for (const command of steps) {
    const step = { command, output: '' };
    expect([command, await here?.(step)]).toEqual([command, await inShell?.(step)]);
  }
});

describe('a session', () => {
  test('has comments, settings, steps, here-documents and statuses', async () => {
    const text = '# About.\nsite: empty\n$ cat <<E; exit 3\n> a\n> E\na\n[3]\n$ true\n';
    const session = readSession(text);
    expect(session).toMatchObject({
      site: 'empty',
      steps: [
        { command: 'cat <<E; exit 3\na\nE', output: 'a\n[3]\n' },
        { command: 'true', output: '' },
      ],
    });
    expect(formatSession(session)).toBe(text);
    const runStep = startSession(session);
    for (const step of session.steps) expect(await runStep(step)).toBe(step.output);
  });

  test('at a terminal has its width and colours', async () => {
    const runStep = startSession(readSession('site: empty\nterminal: 60\n$ true\n'));
    const printed = (command: string): Promise<string> => runStep({ command, output: '' });
    expect(await printed('blog list')).toMatch(/^blog: posts folder “posts” not found;.*\n\[2\]\n$/);
    await printed('mkdir posts; printf -- "---\\ntitle: A b\\ndate: 2024-01-01\\n---\\n" > posts/a.md');
    expect(await printed('blog list --search "a b" --color --fields title')).toBe('TITLE\n␛[1mA b␛[22m\n');
    expect(await printed('blog list | head -1')).toMatch(/^2024-01-01\tA b\t/);
    expect(await printed('LC_ALL=C blog list --group-by year')).toMatch(/^2024 {2}1 {2}#{40}$/m);
  });

  test.each([
    ['a\n', 'a\n', true],
    ['a\n', 'b\n', false],
    ['one\ntwo\n', 'o…\n', true],
    ['one\n', 'o…\n[1]\n', false],
    ['a.c', 'a.c', true],
    ['abc…', 'a.c…', false],
  ])('printed %j, expected %j: %s', (printed, output, expected) => {
    expect(fits(printed, output)).toBe(expected);
  });

  test.each([
    ['o…\n', 'one\n', 'o…\n'],
    ['o…\ntwo\n', 'one\n2\n', 'o…\n2\n'],
    ['o\n', 'one\ntwo\n', 'one\ntwo\n'],
  ])('of %j that printed %j is updated to %j', (output, printed, expected) => {
    expect(updateOutput(output, printed)).toBe(expected);
  });

  test('in Markdown is updated in its place', () => {
    const markdown = 'A\n```console\n$ a\n1\n$ b\n```\nB\n```console\n$ c\n2\n```\n';
    const steps = readConsoleBlocks(markdown);
    expect(withConsoleBlocks(markdown, steps)).toBe(markdown);
    const changed = steps.map((step) => ({ ...step, output: step.output.replace('2', '3\n4') }));
    expect(withConsoleBlocks(markdown, changed)).toBe(markdown.replace('2', '3\n4'));
  });

  test('with a line that is neither comment, setting nor step is refused', () => {
    expect(() => readSession('sit: empty\n$ true\n')).toThrow('sit: empty');
  });
});
