/** Links and images as authors write them: to folders of posts, without an ending, above the posts folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { run } from '../support/site.ts';
import { filesIn } from '../support/tempFolder.ts';
import { findProblems, findRules, folderOf, postOf } from './found.ts';

describe('a link to the folder of a post', () => {
  const links = ['b/', './b', 'b', './b/', 'b/index.md', 'b/#x', './b#x'];
  const folderWith = (text: string): string =>
    folderOf({
      'posts/b/index.md': postOf('B', '## X'),
      'posts/c.md': postOf('C', text),
      'posts/d/e.md': postOf('E', 'x'),
    });

  test.each(links)('%s is a link to that post', async (link) => {
    const folder = folderWith(`See [the second post](${link}).`);
    expect(await findRules(folder)).toEqual([]);
    const { stdout } = await run(folder, ['feed']);
    const url = `https://blog.example.org/2024/01/12/b/${link.includes('#') ? '#x' : ''}`;
    expect(stdout).toMatch(new RegExp(`href=(?:"|&quot;)${url}(?:"|&quot;)`));
  });

  test.each(links)('%s follows a rename', async (link) => {
    const folder = folderWith(`See [the second post](${link}).`);
    expect((await run(folder, ['rename', 'posts/b/index.md', 'New b'])).status).toBe(0);
    expect(readFileSync(join(folder, 'posts/c.md'), 'utf8')).not.toContain(`](${link})`);
    expect((await findRules(folder)).filter((rule) => rule.endsWith('link-broken'))).toEqual([]);
    expect(filesIn(folder)).toContain('posts/new-b/index.md');
  });

  test.each(['caf%C3%A9/', 'caf%c3%a9/#x', 'café'])('%s follows a rename, too', async (link) => {
    const folder = folderOf({
      'posts/café/index.md': postOf('B', '## X'),
      'posts/c.md': postOf('C', `See [the second post](${link}).`),
    });
    expect(await findRules(folder)).toEqual([]);
    expect((await run(folder, ['rename', 'posts/café/index.md', 'New b'])).status).toBe(0);
    expect(readFileSync(join(folder, 'posts/c.md'), 'utf8')).toContain('](new-b');
  });

  test.each(['d/', 'd', 'nowhere/'])('%s, which is none, is broken', async (link) => {
    expect(await findRules(folderWith(`See [that](${link}).`))).toEqual(['c.md link-broken']);
  });

  test('from a folder beside it', async () => {
    const folder = folderOf({
      'posts/b/index.md': postOf('B', 'x'),
      'posts/f/index.md': postOf('F', 'See [the second post](../b/) and [this one](./).'),
    });
    expect(await findRules(folder)).toEqual([]);
    const { stdout } = await run(folder, ['feed']);
    expect(stdout).toContain('https://blog.example.org/2024/01/12/b/');
    expect(stdout).not.toContain('../b/');
  });
});

test.each([
  ['other', 'other.md'],
  ['other.html', 'other.md'],
  ['othre.md', 'other.md'],
  ['Other.md', 'other.md'],
  ['../posts/other', 'other.md'],
])('a link to %s is asked about', async (link, meant) => {
  const folder = folderOf({
    'posts/other.md': postOf('Other', 'x'),
    'posts/a.md': postOf('A', `See [the other](${link}).`),
  });
  const [problem, ...more] = await findProblems(folder);
  expect(more).toEqual([]);
  expect(problem?.rule).toBe('link-broken');
  expect(problem?.hint).toContain(meant);
});

describe('an image', () => {
  const image = 'an image';

  test.each([
    ['above the posts folder', 'posts/a.md', 'image: ../assets/p.png', '![The door](../assets/p.png)', 'assets/p.png'],
    [
      'far above it',
      'posts/2024/01/a.md',
      'image: ../../../assets/p.png',
      '![The door](../../../assets/p.png)',
      'assets/p.png',
    ],
    ['in the folder images beside the post', 'posts/a/index.md', 'coverImage: p.png', 'x', 'posts/a/images/p.png'],
    ['beside the post', 'posts/a/index.md', 'coverImage: p.png', '![The door](p.png)', 'posts/a/p.png'],
    [
      'in a folder of its own',
      'posts/a/index.md',
      'cover: images/p.png',
      '![The door](images/p.png)',
      'posts/a/images/p.png',
    ],
  ])('%s exists', async (_, file, line, text, path) => {
    const folder = folderOf({ [file]: postOf('A', text, line, 'image_alt: The door'), [path]: image });
    expect((await findRules(folder)).filter((rule) => rule.endsWith('image-file-missing'))).toEqual([]);
  });

  test.each([
    ['above the root', 'image: ../../p.png'],
    ['nowhere', 'image: ../assets/q.png'],
    ['nowhere in images', 'coverImage: q.png'],
  ])('%s does not', async (_, line) => {
    const folder = folderOf({
      'posts/a.md': postOf('A', 'x', line),
      'assets/p.png': image,
      'posts/images/p.png': image,
    });
    expect((await findRules(folder)).filter((rule) => rule.endsWith('image-file-missing'))).toHaveLength(1);
  });
});

describe('markup of other tools', () => {
  const markup = [
    'See [[Other note]].',
    'See [[Other note|it]].',
    '![[photo.png]]',
    '## Heading {#custom-id}',
    '> [!NOTE]\n> Text',
    '::: warning\nCareful\n:::',
    ':::tip\nUp\n:::',
    'Some ==marked== words.',
    '[TOC]',
    'Hurrah :tada:',
    '$$\na^2\n$$',
    '<% asset %>',
    'A note[^nope].',
    '- [ ] open',
    '- [x] done',
  ];

  test.each(markup)('%j is seen raw, which is said', async (text) => {
    expect(await findRules(folderOf({ 'posts/a.md': postOf('A', text) }))).toEqual(['a.md template-code']);
  });

  test('in the front matter, too', async () => {
    const lines = ['summary: "{{ page.description }}"', 'image: "{{ site.baseurl }}/x.png"', 'summary: "{% t x %}"'];
    for (const line of lines) {
      expect(await findRules(folderOf({ 'posts/a.md': postOf('A', 'x', line, 'image_alt: A') }))).toEqual([
        'a.md template-code',
      ]);
    }
    const titled = folderOf({
      'posts/a.md': postOf('"<% tp.file.title %>"', 'x'),
      'posts/b.md': postOf('"{{title}}"', 'x'),
    });
    expect(await findRules(titled)).toEqual(['a.md template-code', 'b.md template-code']);
  });

  test.each([
    ...markup.map((text) => `\`\`\`\n${text}\n\`\`\``),
    'At 10:30:45 it was 3:2:1.',
    'x == y, and y == z.',
    'It costs $5 or $$.',
    'A note[^1].\n\n[^1]: There.',
    '- [a link](https://example.org/)',
    '> [A link](https://example.org/) quoted.',
    'An array is `a[[0]]`.',
    '{% highlight ruby %}\n# {{ x }} [[y]]\n{% endhighlight %}',
    '{{< highlight go >}}\n# :tada: {{ x }}\n{{< /highlight >}}',
    '{% codeblock lang:js %}\n// ::: [[x]]\n{% endcodeblock %}',
  ])('%j is none', async (text) => {
    expect(await findRules(folderOf({ 'posts/a.md': postOf('A', text) }))).toEqual([]);
  });
});

test('an image in the folder that has the name of its post, as Hexo keeps them, is found and published', async () => {
  const folder = folderOf({
    'posts/2024-01-12-a b.md': postOf('A', '![A desk](desk.jpg) ![B](2024-01-12-a%20b/desk.jpg)'),
    'posts/2024-01-12-a b/desk.jpg': 'jpg',
    'posts/desk/index.md': postOf('B', '![A desk](desk.jpg)'),
    'posts/desk/index/desk.jpg': 'jpg',
  });
  expect(await findRules(folder)).toEqual([
    '2024-01-12-a b.md photo-credit-missing',
    'desk/index.md image-file-missing',
  ]);
  const { stdout } = await run(folder, ['feed']);
  expect(stdout.match(/src=(?:"|&quot;)[^"&]*2024-01-12-a%20b\/desk\.jpg/g)).toHaveLength(2);
  await run(folder, ['build', '-o', 'public']);
  expect(filesIn(folder).filter((file) => /public.*desk\.jpg/.test(file))).toEqual(['public/2024-01-12-a b/desk.jpg']);
});
