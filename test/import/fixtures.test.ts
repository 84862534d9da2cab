/** Exports from the tests of other tools (fixtures/README.md says which), imported as a user would. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { run } from '../support/site.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';

interface Fixture {
  file: string;
  /** Items in all, imported, left out. */
  items: [number, number, number];
  posts: string[];
  /** Lines of the post that the fixture is about. */
  about: string;
  lines: string[];
}

const fixtures: Fixture[] = [
  {
    file: 'blog_converter/export.xml',
    items: [2, 2, 0],
    posts: ['2010-03-25-hello-world.md', '_site/about.md'],
    about: '2010-03-25-hello-world.md',
    lines: ['permalink: /blog/2010/03/25/hello-world/', '  - Rei', '  - XMPP', 'comments: 1'],
  },
  {
    file: 'ghost/co-authors-plus.xml',
    items: [4, 4, 0],
    posts: [
      '2024-11-02-multi-author-post.md',
      '2024-11-03-three-author-post.md',
      '2024-11-04-single-coauthor-post.md',
      '2024-11-05-duplicate-author-post.md',
    ],
    about: '2024-11-03-three-author-post.md',
    lines: ['  - Alice Smith', '  - Bob Jones', '  - Carol White'],
  },
  {
    file: 'ghost/no-slug.xml',
    items: [6, 4, 2],
    posts: ['2012-06-07-another-post.md', '2013-06-07-basic-post.md', '2013-11-02-draft-post.md', '_site/services.md'],
    about: '_site/services.md',
    lines: ['title: "Services"', 'draft: false'],
  },
  {
    file: 'nikola/export.xml',
    items: [8, 5, 3],
    posts: [
      '2007-04-27-hoert.md',
      '2008-07-12-arzt-und-pfusch-s-i-c-k.md',
      '2012-04-15-python-borg-pattern.md',
      '2012-12-19-image-link-rewriting.md',
      '_site/kontakt.md',
    ],
    about: '2007-04-27-hoert.md',
    lines: ['date: 2007-04-27T15:02:35+02:00', '*caption test*', '```python', 'print sys.version', '  - Unterhaltung'],
  },
  {
    file: 'nikola/unicode.xml',
    items: [2, 2, 0],
    posts: ['2012-12-25-uniode-title.md', '_site/about.md'],
    about: '2012-12-25-uniode-title.md',
    lines: ['title: "Úñî©òðé title"', '  - þág²', 'Mó®é úñí©óðé'],
  },
];

test.each(fixtures)('$file', async ({ file, items, posts, about, lines }) => {
  const folder = tempFolder({ 'export.xml': readFileSync(join(import.meta.dirname, 'fixtures', file), 'utf8') });
  const again = () => run(folder, ['import', 'wordpress', 'export.xml', '--type', 'post', '--type', 'page', '--json']);
  const everything = (): string[] => filesIn(folder).map((one) => `${one}: ${readFileSync(join(folder, one), 'utf8')}`);
  const { status, stdout } = await again();
  expect(status).toBe(0);
  const { total, imported, skipped } = JSON.parse(stdout).items;
  expect([total, imported, skipped]).toEqual(items);
  expect(filesIn(folder).filter((one) => one.startsWith('posts/'))).toEqual(posts.map((one) => `posts/${one}`));
  expect(readFileSync(join(folder, 'posts', about), 'utf8').split('\n')).toEqual(expect.arrayContaining(lines));
  const { stdout: problems } = await run(folder, ['validate', '--json']);
  expect(JSON.parse(problems).diagnostics.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual(
    [],
  );
  const before = everything();
  await again();
  expect(everything()).toEqual(before);
});
