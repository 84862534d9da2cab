/** The list of posts to choose from, where a command is given none. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { main } from '../../src/main.ts';
import { keys, scriptedTerminal } from '../support/scriptedTerminal.ts';
import { run, siteOf } from '../support/site.ts';
import { testShell } from '../support/testShell.ts';

const config = 'title: T\nsite_url: https://blog.example.org\n';
const site = (): string =>
  siteOf(
    {
      '2024-01-01-open.md': ['title: Open day', 'authors: [A]', 'date: 2024-01-01'],
      '2024-01-02-plans.md': ['title: Plans for spring', 'date: 2024-01-02', 'draft: true'],
      '2024-01-03-wait.md': ['title: Waiting for review', 'date: 2024-01-03', 'status: pending'],
      '2023-01-04-over.md': ['title: Over', 'date: 2023-01-04', 'expires: 2023-02-01'],
      '2099-01-05-later.md': ['title: Later', 'date: 2099-01-05'],
      'broken.md': ['title: Broken', 'date: nonsense'],
    },
    config,
  );

/** Runs a command at a terminal, where each question is answered by keys. */
async function answered(folder: string, args: readonly string[], ...answers: [question: string, typed: string][]) {
  const terminal = scriptedTerminal();
  const { shell, stdout, stderr } = testShell({ cwd: folder, ...terminal.overrides });
  const running = main(args, shell);
  for (const [question, typed] of answers) await terminal.answer(question, typed);
  return { status: await running, stdout: stdout(), stderr: stderr(), screen: terminal.screen() };
}

test('publish offers drafts and what waits for review, newest first', async () => {
  const folder = site();
  const { status, screen } = await answered(
    folder,
    ['publish', '--keep-date'],
    ['Post to publish:', keys.down + keys.enter],
  );
  expect(status).toBe(0);
  expect(screen).toContain('Waiting for review (pending, 2024-01-03)\n  Plans for spring (draft, 2024-01-02)');
  expect(screen).not.toMatch(/Open day|Over|Later|broken/);
  expect(readFileSync(join(folder, 'posts/2024-01-02-plans.md'), 'utf8')).not.toContain('draft: true');
});

test('unpublish offers what is published', async () => {
  const { screen, stdout } = await answered(site(), ['unpublish'], ['Post to unpublish:', keys.enter]);
  expect(screen).toContain('Open day (published, 2024-01-01)');
  expect(screen).not.toMatch(/Plans|Waiting|Over|Later|broken/);
  expect(stdout).toBe('posts/2024-01-01-open.md\n');
});

test('show offers all, the invalid ones too, and typing words of a title narrows them down', async () => {
  const { screen, stdout, status } = await answered(
    site(),
    ['show'],
    ['broken.md (invalid)', 'SPRING pl'],
    ['SPRING pl', keys.enter],
  );
  expect(status).toBe(0);
  expect(screen).toMatch(/Later \(scheduled, 2099-01-05\)[\s\S]*Over \(expired, 2023-01-04\)/);
  expect(stdout).toMatch(/^Plans for spring\n/);
});

test('on a narrow terminal the title keeps half the width, and the day gives way', async () => {
  const folder = siteOf({
    'a.md': ['title: Writing in two languages', 'date: 2024-01-01'],
    'b.md': ['title: Tea', 'date: 2024-01-02'],
  });
  const terminal = scriptedTerminal();
  const { shell } = testShell({ cwd: folder, ...terminal.overrides, stderr: { width: 40, color: 0 } });
  const running = main(['show'], shell);
  await terminal.answer('Post to show:', keys.enter);
  expect(await running).toBe(0);
  expect(terminal.screen()).toMatch(/Tea \(published, 2024-01-02\)\s+Writing in two languages \(published\)\s/);
});

test('rename asks for the title, too', async () => {
  const folder = site();
  const result = await answered(
    folder,
    ['rename', 'Plans for spring'],
    ['New title:', `Plans for summer${keys.enter}`],
  );
  expect(result).toMatchObject({ status: 0, stdout: 'posts/2024-01-02-plans-for-summer.md\n' });
});

test('Ctrl-C ends it, and nothing is changed', async () => {
  const result = await answered(site(), ['publish'], ['Post to publish:', keys.ctrlC]);
  expect(result).toMatchObject({ status: 130, stdout: '', stderr: 'Cancelled; nothing was written\n' });
});

test('without posts of the kind, it says so', async () => {
  const folder = siteOf({ 'a.md': ['title: A', 'date: 2024-01-01'] }, config);
  expect(await answered(folder, ['publish'])).toMatchObject({
    status: 1,
    stderr: 'blog: no draft or pending posts to publish\n',
  });
});

test.each([['--no-input'], ['-q', '--no-input']])('with %s nobody is asked', async (...flags) => {
  const result = await answered(site(), [...flags, 'unpublish']);
  expect(result).toMatchObject({
    status: 2,
    stdout: '',
    stderr: 'blog: missing argument <post>; for example: blog unpublish our-first-meeting\n',
  });
});

test('in a pipe nobody is asked', async () => {
  for (const name of ['show', 'edit', 'publish', 'unpublish', 'rename']) {
    const { status, stdout, stderr } = await run(site(), [name], { env: { EDITOR: 'true' } });
    expect({ name, status, stdout }).toEqual({ name, status: 2, stdout: '' });
    expect(stderr).toMatch(/^blog: missing argument <post>; for example: (?:EDITOR=\S+ )?blog /);
  }
});
