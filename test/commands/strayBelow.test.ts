/** A sign of a draft below the front matter is found by what reads only the beginning of a file, too. */
import { expect, test } from '@jest/globals';
import { run } from '../support/site.ts';
import { tempFolder } from '../support/tempFolder.ts';

const sign = 'date: 2018-07-05\ndraft: true\n---\n\nText.\n';
const more = 'Text.\n'.repeat(6000);

test.each([
  ['below a few letters', `---\ntitle: A\n---\nsummary: a\n${sign}`],
  ['below letters of two bytes', `---\ntitle: A\n---\nsummary: ${'é'.repeat(1900)}\n${sign}`],
  ['below letters of three bytes', `---\ntitle: A\n---\nsummary: ${'学'.repeat(1900)}\n${sign}${more}`],
  ['below letters of four bytes', `---\ntitle: A\n---\nsummary: ${'🎓'.repeat(950)}\n${sign}${more}`],
  ['where a first read ends', `---\ntitle: A\nnote: ${'a'.repeat(16_330)}\n---\nsummary: a\n${sign}${more}`],
])('%s', async (_, text) => {
  const root = tempFolder({ 'posts/2018-07-05-a.md': text });
  const found = [];
  for (const args of [['validate'], ['list'], ['feed', '--site-url', 'https://a.example'], ['show', 'a']]) {
    const { stdout, stderr } = await run(root, args);
    found.push([...args, stdout.includes('draft-unclear') || stderr.includes('draft-unclear')]);
  }
  expect(found.filter((one) => one.at(-1) !== true)).toEqual([]);
});
