import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { batchLine, commandWords, editorCommand, openEditor } from '../../src/files/programs/editor.ts';
import { run, siteOf } from '../support/site.ts';
import { tempFolder } from '../support/tempFolder.ts';

const cwd = '/';
const env = { PATH: process.env['PATH'] };

/** A folder with programs of these names. */
function programs(...names: string[]): string {
  const folder = tempFolder(Object.fromEntries(names.map((name) => [name, '#!/bin/sh\n'])));
  for (const name of names) chmodSync(join(folder, name), 0o755);
  return folder;
}

test.each<[Record<string, string>, string | undefined]>([
  [{ VISUAL: ' code --wait ', EDITOR: 'nano' }, 'code --wait'],
  [{ VISUAL: ' ', EDITOR: 'ed' }, 'ed'],
  [{ EDITOR: ' ', PATH: programs('vi', 'nano') }, 'nano'],
  [{ PATH: programs('vi', 'nano', 'editor') }, 'editor'],
  [{ PATH: `${programs('emacs')}${delimiter}${programs('vi')}` }, 'vi'],
  [{ PATH: programs('emacs') }, undefined],
  [{ OS: 'Windows_NT', PATH: programs('notepad.EXE', 'vi') }, 'notepad'],
  [{}, undefined],
])('with %j the editor is %s', (given, expected) => {
  expect(editorCommand({ cwd, env: { HOME: '/nonexistent', ...given } })).toBe(expected);
});

test('without a terminal none is chosen that needs one', () => {
  const given = { HOME: '/nonexistent', PATH: programs('vi', 'nano', 'editor') };
  expect(editorCommand({ cwd, env: given, interactive: false })).toBeUndefined();
  expect(editorCommand({ cwd, env: { ...given, EDITOR: 'ed' }, interactive: false })).toBe('ed');
});

test('git’s core.editor comes before what is installed, and after $EDITOR', () => {
  const home = tempFolder({ '.gitconfig': '[core]\n\teditor = mine --wait\n' });
  const withGit = { ...env, HOME: home, GIT_CONFIG_NOSYSTEM: '1' };
  expect(editorCommand({ cwd: home, env: withGit })).toBe('mine --wait');
  expect(editorCommand({ cwd: home, env: { ...withGit, EDITOR: 'ed' } })).toBe('ed');
});

test('core.editor of a repository is a program of its author, and never the user’s', () => {
  const home = tempFolder({ '.gitconfig': '[core]\n\teditor = mine --wait\n' });
  const repository = tempFolder();
  const withGit = { ...env, HOME: home, GIT_CONFIG_NOSYSTEM: '1' };
  execFileSync('git', ['init', '-q'], { cwd: repository, env: withGit });
  execFileSync('git', ['config', 'core.editor', './theirs'], { cwd: repository, env: withGit });
  expect(editorCommand({ cwd: repository, env: withGit })).toBe('mine --wait');
});

test.each<[string, string[]]>([
  ['code --wait', ['code', '--wait']],
  ['"/opt/my editor/run" -n  --x', ['/opt/my editor/run', '-n', '--x']],
  ["'a b'c\\ d", ['a bc d']],
  ['e "" \'\'', ['e', '', '']],
  ['e "say \\"hi\\" \\n"', ['e', 'say "hi" \\n']],
  ['e $(touch x) `id` ; rm', ['e', '$(touch', 'x)', '`id`', ';', 'rm']],
])('the words of %s are %j', (command, words) => {
  expect(commandWords(command, { cwd, env })).toEqual(words);
});

test('on Windows a backslash is part of a path, and a batch file is given every character as it is', () => {
  const windows = { cwd, env: { OS: 'Windows_NT' } };
  expect(commandWords('"C:\\Program Files\\e.exe" -w', windows)).toEqual(['C:\\Program Files\\e.exe', '-w']);
  expect(batchLine(['C:\\a b\\code.cmd', '--wait', 'x & %PATH%\\'])).toBe(
    '"^"C:\\a^ b\\code.cmd^" ^"--wait^" ^"x^ ^&^ ^%PATH^%\\\\^""',
  );
});

test('an editor may have spaces in its path, quoted or alone, and arguments; no shell reads any of it', () => {
  const folder = tempFolder({ 'my editor/e': '#!/bin/sh\nprintf "%s|" "$@" >> "$SEEN"\n' });
  const program = join(folder, 'my editor/e');
  chmodSync(program, 0o755);
  const seen = join(folder, 'seen');
  for (const command of [`"${program}" --wait '$(id)'`, program])
    openEditor(command, '/a $(touch b)`id`.md', { cwd, env: { ...env, SEEN: seen } });
  expect(readFileSync(seen, 'utf8')).toBe('--wait|$(id)|/a $(touch b)`id`.md|/a $(touch b)`id`.md|');
});

test('without one, “blog edit” prints the path, and “blog new --edit” writes nothing', async () => {
  const error = 'blog: no editor found; set EDITOR, for example: export EDITOR="code --wait" (or nano)\n';
  const folder = siteOf({ 'a.md': ['title: A', 'date: 2018-07-05'] });
  expect(await run(folder, ['edit', 'a'])).toEqual({ status: 2, stdout: 'posts/a.md\n', stderr: error });
  expect(await run(folder, ['new', 'T', '--edit'])).toEqual({ status: 2, stdout: '', stderr: error });
  expect((await run(folder, ['list', '--format', 'count'])).stdout).toBe('1\n');
});

test.each([
  ["sh -c 'exit 3'", 'failed with status 3'],
  ['no-such-editor', 'not found'],
  ['/', 'cannot be started: permission denied'],
  ["sh -c 'kill -9 $$; true'", 'was stopped (SIGKILL)'],
])('“%s” %s, and what that means for the file', (command, how) => {
  const open = (consequence?: string) => () =>
    openEditor(command, '/x.md', { cwd, env, ...(consequence !== undefined && { consequence }) });
  expect(open()).toThrow(`editor “${command}” ${how}`);
  expect(open('it is written')).toThrow(`${how}; it is written`);
});

test('without a terminal, one that is not chosen by anybody does not wait for what is typed', () => {
  const folder = tempFolder({ vi: '#!/bin/sh\nread line || exit 7\n' });
  chmodSync(join(folder, 'vi'), 0o755);
  const settings = { cwd, env: { PATH: `${folder}${delimiter}${process.env['PATH']}` }, interactive: false };
  expect(() => openEditor('vi', '/x.md', settings)).toThrow('editor “vi” failed with status 7');
});
