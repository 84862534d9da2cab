/** What a preview shows after changes on disk: of every way of saving, of posts, images and the config. */
import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { previewOf, type TestPreview } from '../../support/preview.ts';
import { filesIn, tempFolder } from '../../support/tempFolder.ts';

const post = (title: string, text: string, ...lines: readonly string[]): string =>
  `---\ntitle: ${title}\ndate: 2018-07-05\n${lines.map((line) => `${line}\n`).join('')}---\n\n${text}\n`;

const config = 'title: Blog\nsite_url: https://blog.example.org\n';

const folderOf = (files: Readonly<Record<string, string>> = {}): string =>
  tempFolder({
    'blog.config.yaml': config,
    'posts/visit.md': post('Visit', 'The first text. ![a table](table.png)', 'id: urn:uuid:1'),
    'posts/other.md': post('Other', 'Another text.'),
    'posts/table.png': 'one',
    ...files,
  });

let previews: TestPreview[] = [];
afterEach(async () => {
  await Promise.all(previews.map((one) => one.close()));
  previews = [];
});

/** A preview that has read everything. */
async function start(folder: string, wanted?: string): Promise<TestPreview> {
  const preview = await previewOf(folder, wanted);
  previews.push(preview);
  await preview.get('/');
  await new Promise((resolve) => setTimeout(resolve, 30));
  preview.events.length = 0;
  return preview;
}

const visit = '/2018/07/05/visit/';

describe('a save is seen', () => {
  const saves: readonly [name: string, (path: string, text: string) => void][] = [
    ['in place', (path, text) => writeFileSync(path, text)],
    [
      'by rename',
      (path, text) => {
        writeFileSync(`${path}.swp`, text);
        renameSync(`${path}.swp`, path);
      },
    ],
    [
      'with a backup',
      (path, text) => {
        renameSync(path, `${path}~`);
        writeFileSync(path, text);
      },
    ],
  ];
  test.each(saves)('%s, again and again', async (_, save) => {
    const folder = folderOf();
    const preview = await start(folder);
    for (const word of ['second', 'third', 'fourth']) {
      save(join(folder, 'posts/visit.md'), post('Visit', `The ${word} text.`, 'id: urn:uuid:1'));
      await preview.sees(visit, new RegExp(`The ${word} text`));
    }
    await preview.hears('posts');
  });

  test('in two steps, of which the first is never seen', async () => {
    const folder = folderOf();
    const preview = await start(folder);
    const path = join(folder, 'posts/visit.md');
    writeFileSync(path, '');
    for (let count = 0; count < 5; count++) {
      await new Promise((resolve) => setTimeout(resolve, 15));
      expect((await preview.get(visit)).text).toMatch('The first text');
    }
    writeFileSync(path, post('Visit', 'The second text.', 'id: urn:uuid:1'));
    const text = await preview.sees(visit, /The second text/);
    expect(text).not.toMatch(/front-matter/);
  });

  test('gone for a moment', async () => {
    const folder = folderOf();
    const preview = await start(folder);
    const path = join(folder, 'posts/visit.md');
    rmSync(path);
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect((await preview.get(visit)).text).toMatch('The first text');
    writeFileSync(path, post('Visit', 'The second text.', 'id: urn:uuid:1'));
    await preview.sees(visit, /The second text/);
  });

  test('a burst is one or two updates', async () => {
    const folder = folderOf();
    const preview = await start(folder);
    for (let count = 0; count < 100; count++) {
      writeFileSync(join(folder, 'posts/visit.md'), post('Visit', `Text ${count}.`, 'id: urn:uuid:1'));
    }
    await preview.sees(visit, /Text 99/);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(preview.events.length).toBeLessThanOrEqual(2);
  });
});

describe('posts', () => {
  test('a new one, in a new folder too', async () => {
    const folder = folderOf();
    const preview = await start(folder);
    writeFileSync(join(folder, 'posts/new.md'), post('New', 'New text.'));
    await preview.sees('/', />New</);
    mkdirSync(join(folder, 'posts/2019/deep'), { recursive: true });
    writeFileSync(join(folder, 'posts/2019/deep/index.md'), post('Deep', 'Deep text.'));
    await preview.sees('/', />Deep</);
    writeFileSync(join(folder, 'posts/2019/deep/index.md'), post('Deeper', 'Deep text.'));
    await preview.sees('/', />Deeper</);
  });

  test('a deleted one, whose page says so until it is back', async () => {
    const folder = folderOf();
    const preview = await start(folder);
    rmSync(join(folder, 'posts/visit.md'));
    await preview.sees(visit, (_, status) => status === 404);
    await preview.sees('/', (text) => !text.includes('Visit'));
    writeFileSync(join(folder, 'posts/visit.md'), post('Visit', 'Back again.'));
    await preview.sees(visit, /Back again/);
  });

  test('a renamed one, whose old path leads to the new one', async () => {
    const folder = folderOf();
    const preview = await start(folder);
    renameSync(join(folder, 'posts/visit.md'), join(folder, 'posts/tour.md'));
    await preview.sees('/', /\/2018\/07\/05\/tour\//);
    const { url, status } = await preview.get(visit);
    expect([status, new URL(url).pathname]).toEqual([200, '/2018/07/05/tour/']);
    renameSync(join(folder, 'posts/tour.md'), join(folder, 'posts/walk.md'));
    await preview.sees('/', /\/2018\/07\/05\/walk\//);
    expect(new URL((await preview.get(visit)).url).pathname).toBe('/2018/07/05/walk/');
  });

  test('another slug in the front matter', async () => {
    const folder = folderOf();
    const preview = await start(folder);
    writeFileSync(join(folder, 'posts/visit.md'), post('Visit', 'Text.', 'slug: tour'));
    await preview.sees('/', /\/2018\/07\/05\/tour\//);
    expect(new URL((await preview.get(visit)).url).pathname).toBe('/2018/07/05/tour/');
  });

  test('a broken front matter keeps the last good text, until it is repaired', async () => {
    const folder = folderOf();
    const preview = await start(folder);
    await preview.get(visit);
    const path = join(folder, 'posts/visit.md');
    writeFileSync(path, '---\ntitle: "Visit\ndate: 2018-07-05\n---\n\nA later text.\n');
    const broken = await preview.sees(visit, /this page shows the title, the date and the other fields as they were/);
    expect(broken).toMatch(/front-matter-syntax.*(?:first|later) text/s);
    writeFileSync(path, 'No front matter.\n');
    await preview.sees(visit, /this page shows the post as it was.*front-matter-missing.*(?:first|later) text/s);
    writeFileSync(path, '---\ntitle: Visit\ndate: 2018-07-05\n');
    expect(await preview.sees(visit, /front-matter-unclosed/)).toMatch(/(?:first|later) text/);
    writeFileSync(path, post('Visit', 'The second text.'));
    expect(await preview.sees(visit, /The second text/)).not.toMatch(/front-matter-|as (?:it|they) (?:was|were)/);
  });

  test('one that never was valid shows its problems, and its page as soon as there is one', async () => {
    const folder = folderOf({ 'posts/broken.md': '---\ntitle: Broken\ndate: nonsense\n---\n\nText.\n' });
    const preview = await start(folder, 'posts/broken.md');
    expect(preview.url).toMatch('/.blog/posts/broken.md');
    const { text } = await preview.get('/.blog/posts/broken.md');
    expect(text).toMatch(/date-invalid/);
    const link = '<a href="/.blog/posts/broken.md">posts/broken.md</a>';
    for (const path of ['/', '/feed']) {
      expect((await preview.get(path)).text).toContain(`1 post is invalid and cannot be shown: ${link}</p>`);
    }
    expect((await preview.get(visit)).text).not.toContain(link);
    writeFileSync(join(folder, 'posts/broken.md'), post('Broken', 'Mended text.'));
    await preview.sees('/.blog/posts/broken.md', /Mended text/);
    expect((await preview.get('/')).text).not.toContain('invalid');
  });
});

describe('what is around the posts', () => {
  test('an image replaced is told of, and served', async () => {
    const folder = folderOf();
    const preview = await start(folder);
    await preview.get(visit);
    expect((await preview.get('/table.png')).text).toBe('one');
    writeFileSync(join(folder, 'posts/table.png'), 'two');
    await preview.sees('/table.png', /two/);
    await preview.hears('media');
  });

  test('the config, and one that is invalid', async () => {
    const folder = folderOf();
    const preview = await start(folder);
    const path = join(folder, 'blog.config.yaml');
    writeFileSync(path, config.replace('title: Blog', 'title: Journal'));
    await preview.sees('/', /Journal/);
    writeFileSync(path, 'titel: Blog\n');
    expect(await preview.sees('/', /blog\.config\.yaml:1:1[^<]*\nUntil this is fixed/)).toMatch(/Journal/);
    writeFileSync(path, config);
    expect(await preview.sees('/', />Blog</)).not.toMatch(/blog\.config\.yaml/);
  });

  test('another path of the site, to which the old one leads', async () => {
    const folder = folderOf();
    const preview = await start(folder);
    writeFileSync(join(folder, 'blog.config.yaml'), 'title: Blog\nsite_url: https://org.github.io/blog\n');
    await preview.sees('/blog/', /Visit/);
    const { url } = await preview.get(visit);
    expect(new URL(url).pathname).toBe(`/blog${visit}`);
  });
});

describe('changes that the system does not tell of', () => {
  /** Another name of a file, in a folder that is not watched: on Linux, nothing tells of what is written there. */
  const otherName = (folder: string, name: string): string => {
    const other = join(tempFolder(), 'other.md');
    linkSync(join(folder, name), other);
    return other;
  };

  test('of the open post are looked for', async () => {
    const folder = folderOf();
    const preview = await start(folder);
    await preview.get(visit);
    writeFileSync(otherName(folder, 'posts/visit.md'), post('Visit', 'The second text.'));
    await preview.sees(visit, /The second text/);
  });

  const onLinux = process.platform === 'linux' ? test : test.skip;
  onLinux('of any other are, when the user comes back to a tab', async () => {
    const folder = folderOf();
    const preview = await start(folder);
    writeFileSync(otherName(folder, 'posts/other.md'), post('Other title', 'Another text.'));
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await preview.get('/')).text).not.toMatch('Other title');
    const stream = await fetch(`${preview.origin}/.blog/events`);
    await preview.sees('/', /Other title/);
    await stream.body?.cancel();
  });
});

test('a page of _site/', async () => {
  const folder = folderOf();
  const preview = await start(folder);
  mkdirSync(join(folder, 'posts/_site'));
  writeFileSync(join(folder, 'posts/_site/about.md'), '# About us\n\nWe write.\n');
  await preview.sees('/about/', /We write/);
  writeFileSync(join(folder, 'posts/_site/about.md'), '# About us\n\nWe draw.\n');
  await preview.sees('/about/', /We draw/);
  rmSync(join(folder, 'posts/_site/about.md'));
  await preview.sees('/about/', (_, status) => status === 404);
});

test('posts and pages whose day comes', async () => {
  const page = '---\ndate: 2030-02-01\nexpires: 2030-03-01\n---\n\n# About us\n';
  const folder = folderOf({
    'posts/_site/about.md': page,
    'posts/visit.md': post('Visit', 'Text.', 'publishDate: 2030-04-01', 'expires: 2030-03-15'),
  });
  let now = '2030-01-01';
  const preview = await previewOf(folder, undefined, { now: () => new Date(now) });
  previews.push(preview);
  await preview.sees('/about/', /Scheduled/);
  now = '2030-02-01';
  await preview.sees('/about/', (text) => !text.includes('Scheduled'));
  now = '2030-03-01';
  await preview.sees('/about/', /Expired/);
  now = '2030-03-15';
  await preview.sees('/', /expired on 15 March 2030/);
});

test('two posts with one URL, until one has another', async () => {
  const folder = folderOf();
  const preview = await start(folder);
  writeFileSync(join(folder, 'posts/again.md'), post('Again', 'Text.', 'slug: visit'));
  await preview.sees('/.blog/posts/again.md', /url-duplicate/);
  writeFileSync(join(folder, 'posts/again.md'), post('Again', 'Text.'));
  await preview.sees('/', />Again</);
});

test('two posts with one former URL, which still leads to one of them', async () => {
  const folder = folderOf({ 'posts/new.md': post('New', 'Text.', 'aliases: [/old/]') });
  const preview = await start(folder);
  writeFileSync(join(folder, 'posts/other.md'), post('Other', 'Text.', 'aliases: [/old/]'));
  await preview.hears('posts');
  expect(await preview.get('/old/')).toMatchObject({ status: 200, url: expect.stringMatching(/new|other/) });
});

test('a posts folder that is gone for a while', async () => {
  const folder = folderOf();
  const preview = await start(folder);
  renameSync(join(folder, 'posts'), join(folder, 'away'));
  expect(await preview.sees('/', /posts folder “posts” not found/)).toMatch(/Visit/);
  renameSync(join(folder, 'away'), join(folder, 'posts'));
  expect(await preview.sees('/', (text) => !text.includes('not found'))).toMatch(/Visit/);
  writeFileSync(join(folder, 'posts/visit.md'), post('Visit', 'The second text.'));
  await preview.sees(visit, /The second text/);
});

test('nothing is written', async () => {
  const folder = folderOf();
  const before = filesIn(folder);
  const preview = await start(folder);
  await preview.get(visit);
  await preview.get('/nosuch');
  await preview.close();
  previews = [];
  expect(filesIn(folder)).toEqual(before);
});
