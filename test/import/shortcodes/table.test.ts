/** Every shortcode of the table keeps what is in it, or says that it does not. */
import { expect, test } from '@jest/globals';
import { mappers } from '../../../src/import/shortcodes/table.ts';
import { expand } from './context.ts';

const names = [...mappers.keys()];

test('the table is as long as it should be', () => {
  expect(names.length).toBeGreaterThan(400);
});

test.each([
  ['what is inside', 'kept'],
  ['a text with an attribute in front', 'title="t" kept'],
])('%s is kept or reported', (_name, parts) => {
  const [attribute = '', content = ''] = parts.includes(' ') ? parts.split(' ') : ['a="1"', parts];
  const silent = names.filter((name) => {
    const { html, losses } = expand(`<p>before [${name} ${attribute}]${content} words[/${name}] after</p>`);
    const isKept = html.includes(`${content} words`) || losses.length > 0;
    return !isKept || !html.includes('before') || !html.includes('after');
  });
  expect(silent).toEqual([]);
});
