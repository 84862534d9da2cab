import { expect, test } from '@jest/globals';
import { editorCommand, openEditor } from '../../src/files/editor.ts';
import { run, siteOf } from '../support/site.ts';

const cwd = '/';
const env = { PATH: process.env['PATH'] };

test('the editor is $VISUAL, else $EDITOR; blank ones do not count', () => {
  expect(editorCommand({ VISUAL: ' code --wait ', EDITOR: 'nano' })).toBe('code --wait');
  expect(editorCommand({ VISUAL: ' ', EDITOR: 'nano' })).toBe('nano');
});

test.each([
  ['edit', ['edit', 'a']],
  ['new', ['new', 'T', '--edit']],
])('without one, “blog %s” says what to set', async (_, args) => {
  const { status, stdout, stderr } = await run(siteOf({ 'a.md': ['title: A', 'date: 2018-07-05'] }), args);
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: '',
    stderr: 'blog: no editor set; set EDITOR, for example: export EDITOR="code --wait" (or nano)\n',
  });
});

test.each([
  ['exit 3', 'failed with status 3'],
  ['no-such-editor', 'not found'],
  ['kill -9 $$; true', 'was stopped (SIGKILL)'],
])('“%s” %s, and what that means for the file', (command, how) => {
  const open = (consequence?: string) => () =>
    openEditor(command, '/x.md', { cwd, env, ...(consequence !== undefined && { consequence }) });
  expect(open()).toThrow(`editor “${command}” ${how}`);
  expect(open('it is written')).toThrow(`${how}; it is written`);
});
