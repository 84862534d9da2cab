/** A link from what readers see, to a post that they do not, is a warning. */
import { expect, test } from '@jest/globals';
import { run, siteOf } from '../support/site.ts';

const now = ['--now', '2024-06-01T00:00:00Z'];
const post = (...lines: string[]): string[] => ['title: A', 'date: 2024-01-01', ...lines];
const posts = {
  'draft.md': post('draft: true'),
  'waiting.md': post('status: pending'),
  'later.md': ['title: A', 'date: 2024-07-01'],
  'gone.md': post('expires: 2024-02-01'),
  'public.md': post(),
  'b/index.md': post('draft: true'),
};

async function warningsOf(lines: readonly string[], body: string, config = ''): Promise<string[]> {
  const folder = siteOf({ ...posts, 'from.md': [...lines, '---', '', body] }, config);
  const { stdout } = await run(folder, ['validate', '--rule', 'body-empty=off', ...now, 'posts/from.md']);
  return stdout.split('\n').filter((line) => line.includes('from.md') && !line.includes('front-matter'));
}

test.each([
  ['[a post](draft.md)', 'link “draft.md” leads to posts/draft.md, which is a draft'],
  ['[a post](waiting.md#x)', 'link “waiting.md#x” leads to posts/waiting.md, which is a draft'],
  ['[a post](later.md)', 'link “later.md” leads to posts/later.md, which is not yet published'],
  ['<a href="gone.md">a post</a>', 'link “gone.md” leads to posts/gone.md, which is expired'],
  ['[a post](b/)', 'link “b/” leads to posts/b/index.md, which is a draft'],
])('%s', async (body, message) => {
  const [warning, ...others] = await warningsOf(post(), body);
  expect(others).toEqual([]);
  expect(warning).toContain(`warning: ${message} (link-unpublished)`);
});

test('a URL on a site with a static folder, too', async () => {
  const config = 'site_url: https://example.org\nstatic: .\n';
  const [warning] = await warningsOf(post(), '[a post](/2024/01/01/draft/)', config);
  expect(warning).toContain('leads to posts/draft.md, which is a draft');
  expect(await warningsOf(post(), '[a post](/2024/01/01/public/)', config)).toEqual([]);
});

test.each([
  ['a public post', post(), '[a post](public.md)'],
  ['from a draft to a draft', post('draft: true'), '[a post](draft.md) [and](later.md)'],
  ['from an expired post', post('expires: 2024-02-01'), '[a post](draft.md)'],
  ['from a post of the same day', ['title: A', 'date: 2024-07-01'], '[a post](later.md)'],
])('%s is fine', async (_, lines, body) => {
  expect(await warningsOf(lines, body)).toEqual([]);
});

test('a post that is scheduled earlier is not', async () => {
  expect(await warningsOf(['title: A', 'date: 2024-06-15'], '[a post](later.md)')).toHaveLength(1);
});
