/** A draft never holds up a feed, even one whose front matter cannot be read; what may be a published post does. */
import { expect, test } from '@jest/globals';
import { config, feed, site, titlesOf, write } from '../support/feedSite.ts';

const broken = 'title: Tea: a talk\ndate: 2024-05-11\n';
const conflict = '<<<<<<< HEAD\n=======\ndraft: true\n>>>>>>> review\n';

test.each([
  ['draft: true', true],
  ['draft: yes # until June', true],
  ['"draft": "true"', true],
  ['published: false', true],
  ['status: pending', true],
  ['isDraft: true\r', true],
  ['\ttags: x\ndraft: true', true],
  ['authors: [Ada\ndraft: true', true],
  ['', false],
  ['draft: false', false],
  ['# draft: true', false],
  ['  draft: true', false],
  ['draft:true', true],
  ['draft: true\ndraft:false', false],
  ['draft: true\ndraft: false', false],
  ['draft: true\nstatus: publish', false],
  ['draft: true\nstatus: odd', false],
  [conflict, false],
])('front matter with a mistake and %j: a draft is %j', async (lines, isDraft) => {
  const folder = site({}, config);
  write(folder, 'posts/new.md', `---\n${broken}${lines}\n---\nText.\n`);
  for (const args of [[], ['--limit', '0'], ['-a', 'Bo']]) {
    const { status, stdout, stderr } = await feed(folder, ...args);
    expect({ status, stderr: stderr !== '' }).toEqual(
      isDraft ? { status: 0, stderr: false } : { status: 1, stderr: true },
    );
    if (isDraft) expect(titlesOf(stdout)[0]).toBe('Tea & talk');
  }
});

test('a draft without a closing --- may be a post that lost it', async () => {
  const folder = site({}, config);
  write(folder, 'posts/new.md', `---\n${broken}draft: true\nText.\n`);
  expect((await feed(folder)).status).toBe(1);
});
