/** Folders in the config that are outside, as written: refused for reading, writing and feeding. Links: links.test.ts. */
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { snapshot } from '../hostile/runCase.ts';
import { run } from '../support/site.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';

const secret = 'SECRET-OF-THE-NEIGHBOURS';
const post = (title: string): string => `---\ntitle: ${title}\ndate: 2018-07-05\ncategories: [News]\n---\n\n${title}\n`;

function around(config: string): string {
  return tempFolder({
    'neighbour/secret.md': post(secret),
    'neighbour/logo.png': 'x',
    'deep/site/blog.config.yaml': `site_url: https://blog.example.org\n${config}\n`,
    'deep/site/posts/a.md': post('Tea'),
  });
}

const commands = [
  ['list'],
  ['show', 'secret'],
  ['validate'],
  ['validate', '--fix'],
  ['feed'],
  ['feed', '-o', 'feed.xml'],
  ['feed', '--all', '-o', 'public'],
  ['new', 'Cake'],
  ['new', 'Cake', '--template', 'secret'],
  ['publish', 'secret'],
  ['rename', 'secret', 'Known'],
  ['categories', 'merge', 'News', 'Events'],
  ['__complete', 'categories'],
  [],
];

const paths = ['../../neighbour', '..', 'a/../../../neighbour', 'a\\..\\..\\..\\neighbour', './../../neighbour'];
const absolute = ['$OUTSIDE/neighbour', '\\\\server\\share', 'C:\\neighbour', 'c:neighbour', '//server/share'];

describe.each(['posts', 'templates', 'static'])('%s', (key) => {
  test.each([...paths, ...absolute])('%s', async (path) => {
    const outside = around('');
    const named = path.replace('$OUTSIDE', outside);
    const root = join(around(`${key}: '${named}'`), 'deep/site');
    const before = snapshot(join(root, '../..'));
    for (const args of commands) {
      const { status, stdout, stderr } = await run(root, args);
      expect({ args, status: status > 0, secret: (stdout + stderr).includes(secret) }).toEqual({
        args,
        status: true,
        secret: false,
      });
      if (args[0] !== '__complete') expect(stderr).toContain(`${key} must be a folder inside the blog’s folder`);
    }
    expect(snapshot(join(root, '../..'))).toEqual(before);
  });
});

test.each(['/../../neighbour/evil.xml', '/..\\..\\..\\neighbour\\evil.xml', '/%2e%2e/%2e%2e/evil.xml', '//x/evil.xml'])(
  'the path of the feed, %s, leads nowhere outside of the folder of feeds',
  async (path) => {
    const outside = around(`feed: { path: '${path}' }`);
    const before = filesIn(outside);
    await run(join(outside, 'deep/site'), ['feed', '--all', '-o', 'public']);
    const made = filesIn(outside).filter((file) => !before.includes(file));
    expect(made.filter((file) => !file.startsWith('deep/site/public/'))).toEqual([]);
  },
);

test.each(['../{slug}', '/{slug}', 'a/../../{slug}', '..\\{slug}', 'C:\\{slug}'])(
  'the name of a new post, %s',
  async (pattern) => {
    const outside = around(`filename: '${pattern}'`);
    const before = filesIn(outside);
    expect((await run(join(outside, 'deep/site'), ['new', 'Cake'])).status).toBe(2);
    expect(filesIn(outside)).toEqual(before);
  },
);
