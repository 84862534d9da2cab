import { expect, test } from '@jest/globals';
import { gitName } from '../../src/files/programs/git.ts';
import { tempFolder } from '../support/tempFolder.ts';

test.each([
  ['Ada Example', 'Ada Example'],
  ['Ada\u001b]0;x\u0007', undefined],
  ['', undefined],
])('the name %j in git is %j', (name, expected) => {
  const home = tempFolder({ '.gitconfig': `[user]\n\tname = "${name}"\n` });
  expect(gitName(home, { PATH: process.env['PATH'], HOME: home, GIT_CONFIG_NOSYSTEM: '1' })).toBe(expected);
});
