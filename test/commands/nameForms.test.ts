/** Names in both Unicode forms: `é` as one character, as most people type it, and as two, as a Mac may store it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { run } from '../support/site.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';

const forms = ['NFC', 'NFD'] as const;
const names = ['café', '한국'];

const config = 'site_url: https://e.org\nignore: ["old café/**"]\nstatic: public\n';

const post = (day: number, text: string): string =>
  `---\ntitle: Post ${day}\ndate: 2024-01-0${day}\nauthors: Ada\nsummary: S.\n---\n\n${text}\n`;

/** A blog whose files have names in the form `stored`, and whose links are in the form `written`. */
function site(name: string, stored: string, written: string): string {
  const files = {
    'blog.config.yaml': config,
    [`posts/2024-01-01-${name}.md`]: post(1, 'Text.'),
    [`posts/in ${name}/index.md`]: post(2, `[photo](photo-${name}.pdf)`),
    [`posts/in ${name}/photo-${name}.pdf`]: 'x',
    [`posts/files/${name}.pdf`]: 'x',
    [`public/${name}.pdf`]: 'x',
    'posts/old café/x.md': post(3, 'Ignored.'),
    'posts/links.md': post(
      4,
      `[a](2024-01-01-${name}.md) [b](<in ${name}/index.md>) [c](in%20${encodeURIComponent(name.normalize(written))}) [d](files/${name}.pdf) [e](/${name}.pdf) [f](/2024/01/01/${name}/)`,
    ),
  };
  return tempFolder(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path.normalize(stored), text.normalize(written)])),
  );
}

const pairs = forms.flatMap((stored) => forms.map((written) => [stored, written] as const));

describe.each(pairs)('stored as %s, written as %s', (stored, written) => {
  test.each(names)('%s: no post twice, none lost, and every link is found', async (name) => {
    const folder = site(name, stored, written);
    expect(await run(folder, ['list', '--format', 'count'])).toMatchObject({ stdout: '3\n' });
    const { status, stdout } = await run(folder, ['validate']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });

  test.each(names)('%s: a feed has the names that the disk has', async (name) => {
    const { stdout } = await run(site(name, stored, written), ['feed', '--type', 'json']);
    const feed = JSON.parse(stdout) as { items: { url: string; content_html: string }[] };
    const inUrl = encodeURIComponent(name.normalize(stored));
    const hrefs = feed.items.flatMap(({ content_html }) =>
      [...content_html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href),
    );
    expect(hrefs.slice(0, 4)).toEqual([
      `https://e.org/2024/01/01/${inUrl}/`,
      `https://e.org/2024/01/02/in%20${inUrl}/`,
      `https://e.org/2024/01/02/in%20${inUrl}/`,
      `https://e.org/files/${inUrl}.pdf`,
    ]);
    expect(hrefs.at(-1)).toBe(`https://e.org/2024/01/02/in%20${inUrl}/photo-${inUrl}.pdf`);
  });

  test.each(names)('%s: a post is found by each name that it has', async (name) => {
    const folder = site(name, stored, written);
    const typed = name.normalize(written);
    for (const wanted of [
      `posts/2024-01-01-${typed}.md`,
      `posts/2024-01-01-${typed}`,
      `2024-01-01-${typed}.md`,
      typed,
    ]) {
      expect(await run(folder, ['show', wanted])).toMatchObject({ stdout: expect.stringMatching(/^Post 1\n/) });
    }
    for (const wanted of [`posts/in ${typed}`, `posts/in ${typed}/`, `in ${typed}/index.md`]) {
      expect(await run(folder, ['show', wanted])).toMatchObject({ stdout: expect.stringMatching(/^Post 2\n/) });
    }
    for (const path of [`posts/2024-01-01-${typed}.md`, `posts/in ${typed}`, `posts/in ${typed}/index.md`]) {
      expect(await run(folder, ['validate', path])).toMatchObject({ status: 0, stderr: '1 post, no problems\n' });
    }
  });

  test.each(names)('%s: links follow a post that is renamed, and a folder', async (name) => {
    const folder = site(name, stored, written);
    const typed = name.normalize(written);
    for (const [wanted, slug] of [
      [`posts/2024-01-01-${typed}.md`, 'one'],
      [`posts/in ${typed}`, 'two'],
    ] as const) {
      expect(await run(folder, ['rename', wanted, 'New', '--slug', slug])).toMatchObject({ status: 0 });
    }
    const text = readFileSync(join(folder, 'posts/links.md'), 'utf8');
    expect(text).toContain('[a](2024-01-01-one.md) [b](<two/index.md>) [c](two) ');
    expect(await run(folder, ['validate'])).toMatchObject({ stdout: '' });
  });

  test.each(names)('%s: two permalinks that differ only in form are duplicates', async (name) => {
    const folder = tempFolder({
      'posts/.keep': '',
      [`posts/${name.normalize(stored)}.md`]: post(1, 'Text.').replace('---\n\n', `permalink: /${name}/\n---\n\n`),
      'posts/clash.md': post(1, 'Text.').replace('---\n\n', `permalink: /${name.normalize(written)}/\n---\n\n`),
    });
    const { stdout } = await run(folder, ['validate', '--format', 'json']);
    expect(stdout.match(/url-duplicate/g)).toHaveLength(2);
  });
});

test.each([
  ['in capitals', '2024-01-01-LINKS.md'],
  ['with capitals in its extension', '2024-01-01-links.MD'],
])('a new post does not take the place of one %s', async (_, file) => {
  const folder = tempFolder({ [`posts/${file}`]: post(1, 'Text.') });
  expect(await run(folder, ['new', 'Links', '--date', '2024-01-01'])).toMatchObject({
    stdout: 'posts/2024-01-01-links-2.md\n',
  });
});

describe('two files whose names differ only in form', () => {
  const both = (): string =>
    tempFolder({
      [`posts/${'café'.normalize('NFC')}.md`]: post(1, 'One.'),
      [`posts/${'café'.normalize('NFD')}.md`]: post(2, 'Two.'),
      'posts/links.md': post(3, `[a](${'café'.normalize('NFC')}.md) [b](${'café'.normalize('NFD')}.md)`),
      'blog.config.yaml': 'site_url: https://e.org\n',
    });

  // A disk that takes them for one keeps only one.
  const canBoth = filesIn(tempFolder({ ['é'.normalize('NFC')]: '', ['é'.normalize('NFD')]: '' })).length === 2;
  const testBoth = canBoth ? test : test.skip;

  testBoth.each(forms)('each is found by its own name: %s', async (form) => {
    const folder = both();
    const day = form === 'NFC' ? 1 : 2;
    for (const wanted of [`posts/café.md`, 'café.md'].map((one) => one.normalize(form))) {
      expect(await run(folder, ['show', wanted])).toMatchObject({ stdout: expect.stringMatching(`^Post ${day}\n`) });
    }
    const { stderr } = await run(folder, ['validate', 'posts/café.md'.normalize(form)]);
    expect(stderr).toBe('1 post, no problems\n');
  });

  testBoth('each is linked to by its own name', async () => {
    const { stdout } = await run(both(), ['feed', '--type', 'json']);
    const feed = JSON.parse(stdout) as { items: { content_html: string }[] };
    expect(feed.items[0]?.content_html).toContain(
      '<a href="https://e.org/2024/01/01/caf%C3%A9/">a</a> <a href="https://e.org/2024/01/02/cafe%CC%81/">b</a>',
    );
  });
});

describe('feeds whose files a disk may take for one', () => {
  test.each([
    ['categories that differ in form', ['Café', 'Café'.normalize('NFD')], undefined],
    ['categories that differ in case', ['News', 'NEWS'], undefined],
    [
      'configured slugs that differ in case',
      ['A', 'B'],
      'categories:\n  - { name: A, slug: news }\n  - { name: B, slug: NEWS }\n',
    ],
    [
      'configured slugs that differ in form',
      ['A', 'B'],
      `categories:\n  - { name: A, slug: ${'é'.normalize('NFC')} }\n  - { name: B, slug: ${'é'.normalize('NFD')} }\n`,
    ],
  ])('%s', async (_, categories, more = '') => {
    const folder = tempFolder({
      'blog.config.yaml': `site_url: https://e.org\n${more}`,
      ...Object.fromEntries(
        categories.map((name, index) => [
          `posts/${index}.md`,
          post(index + 1, 'Text.').replace('authors:', `categories: ["${name}"]\nauthors:`),
        ]),
      ),
    });
    await run(folder, ['feed', '--all', '-o', 'public']);
    const written = filesIn(folder).filter((file) => file.startsWith('public/'));
    expect(new Set(written.map((file) => file.normalize('NFC').toLowerCase())).size).toBe(written.length);
  });
});
