/** Ids that are no URIs: validate warns, RSS and JSON Feed carry them as they are, and Atom stays valid. */
import { expect, test } from '@jest/globals';
import { change, feed, read } from '../support/feedSite.ts';
import { run, siteOf } from '../support/site.ts';

const config = 'title: T\nsite_url: https://b.example.org\npermalink: /{slug}/\n';
const postOf = (id: string): string[] => ['title: A', 'date: 2024-01-01', 'authors: Ada', 'summary: S.', `id: ${id}`];
const url = 'https://b.example.org/a/';

/** The identities in a feed's items, as a reader of XML or JSON has them. */
function idsIn(text: string): string[] {
  if (text.startsWith('{')) return (JSON.parse(text) as { items: { id: string }[] }).items.map(({ id }) => id);
  const items = text.replace(/^[\s\S]*?(?=<(?:item|entry)\b)/, '');
  return [...items.matchAll(/<(?:id|guid)[^>]*>([^<]*)<\/(?:id|guid)>/g)].map(([, id = '']) =>
    id.replace(/&#x([0-9A-F]+);/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}

test.each([
  'tag:b.example.org,2018:[1]',
  'https://b.example.org/?p=[1]',
  'http://b.example.org/a b',
  'tag:b.example.org,2018:a b',
  'urn:x-y:<b>',
  'urn:x-y:a"b',
  'tag:b.example.org,2018:{1}',
  'tag:b.example.org,2018:a|b',
  'tag:b.example.org,2018:a\\b',
  'tag:b.example.org,2018:a^b',
  'tag:b.example.org,2018:a`b',
  'tag:b.example.org,2018:é',
  'https://b.example.org/학',
  'https://b.example.org/100%',
  'https://b.example.org/%zz',
  'https://b.example.org/#a#b',
  'urn:uuid:nope',
  'tag:x',
  'a-post',
  'a & b',
  '0012',
  'c9bf9e57-1685',
])('%j', async (id) => {
  const folder = siteOf({ 'a.md': postOf(JSON.stringify(id)) }, config);
  const { status, stdout } = await run(folder, ['validate']);
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: expect.stringMatching(
      /^posts\/a\.md:6:5: warning: .*Atom feeds use the post’s URL instead.*\(id-invalid\)\n$/,
    ),
  });
  expect((await run(folder, ['validate', '--rule', 'id-invalid=error'])).status).toBe(1);
  const files = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' };
  for (const [type, file] of Object.entries(files)) {
    expect((await feed(folder, '--type', type, '-o', file)).status).toBe(0);
    expect([type, ...idsIn(read(folder, file))]).toEqual([type, type === 'atom' ? url : id]);
  }
  // The same identity when it is read back: nothing comes up as unread.
  change(folder, 'posts/a.md', 'S.', 'Other.');
  for (const [type, file] of Object.entries(files)) {
    expect((await feed(folder, '--type', type, '-o', file, '--diff')).stdout).toMatch(/1 change\n {2}~ changed/);
    expect((await feed(folder, '--type', type, '-o', file)).status).toBe(0);
  }
  expect((await run(folder, ['show', id])).status).toBe(0);
});

test.each(['[1]', '1.5', '-3', '0', 'true', '{a: b}', '"a\\nb"', '"a\\u0007b"', '"a\\u2028b"'])(
  'what is no line of text is an error, and no post: %s',
  async (id) => {
    const folder = siteOf({ 'a.md': postOf(id) }, config);
    const { status, stdout } = await run(folder, ['validate']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: expect.stringMatching(/: error: /) });
    expect((await feed(folder)).status).toBe(1);
  },
);

test('a post that Atom knows by its URL is not another whose id is that URL', async () => {
  const folder = siteOf({ 'a.md': postOf('"[1]"'), 'b.md': postOf(url) }, config);
  const { status, stdout } = await run(folder, ['validate']);
  expect(status).toBe(1);
  expect(stdout.match(/error: .*\(id-duplicate\)/g)).toHaveLength(2);
  expect((await feed(folder, '--type', 'atom')).status).toBe(1);
});

test('two posts with one such id are twins', async () => {
  const folder = siteOf({ 'a.md': postOf('"[1]"'), 'b.md': postOf('"[1]"') }, config);
  expect((await run(folder, ['validate'])).stdout.match(/\(id-duplicate\)/g)).toHaveLength(2);
});
