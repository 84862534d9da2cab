/** What is special about paths, names and files on Windows. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { filesIn, tempFolder } from '../support/tempFolder.ts';
import {
  type Answer,
  anyProgram,
  runProgram,
  startWindowsBlog,
  type WindowsBlog,
  whyNoWindows,
  windowsPath,
  withDrive,
} from './windowsNode.ts';

const why = whyNoWindows();
let blog: WindowsBlog;
if (why === undefined) {
  beforeAll(async () => {
    blog = await startWindowsBlog();
  });
  afterAll(() => blog.stop());
}

const now = ['--now', '2024-06-01'];
const config = 'title: A blog\nsite_url: https://blog.example.org\nstatic: public\n';

function post(title: string): string {
  return `---\ntitle: ${title}\ndate: 2024-05-14\nauthors: [Ada]\ncategories: [News]\nsummary: A summary.\n---\n\nText of it.\n`;
}

function makeSite(files: Readonly<Record<string, string>> = {}): string {
  return tempFolder({
    'blog.config.yaml': config,
    'posts/a.md': post('Alpha'),
    'posts/2024/Beta/index.md': post('Beta'),
    ...files,
  });
}

const run = (cwd: string, ...args: string[]): Promise<Answer> => blog.run([...now, ...args], { cwd });

(why === undefined ? describe : describe.skip)(`on Windows${why === undefined ? '' : ` (${why}: skipped)`}`, () => {
  let site: string;
  beforeAll(() => {
    site = makeSite();
  });

  describe('a post', () => {
    const spellings = [
      ['posts\\a.md', 'a.md'],
      ['posts/a.md', 'a.md'],
      ['.\\posts\\a.md', 'a.md'],
      ['POSTS\\A.MD', 'a.md'],
      ['SITE\\posts\\a.md', 'a.md'],
      ['SITE/posts/a.md', 'a.md'],
      ['\\\\?\\SITE\\posts\\a.md', 'a.md'],
      ['posts\\2024\\Beta\\index.md', '2024/Beta/index.md'],
      ['posts/2024/Beta/index.md', '2024/Beta/index.md'],
      ['posts\\2024\\Beta', '2024/Beta/index.md'],
      ['posts\\2024\\beta\\', '2024/Beta/index.md'],
      ['site\\POSTS\\2024\\BETA\\index.md', '2024/Beta/index.md'],
    ] as const;
    const absolute = (path: string): string => {
      const here = windowsPath(site);
      return path.replace('SITE', here).replace('site', here.toLowerCase());
    };

    test.each(spellings)('as %s is shown', async (path, file) => {
      const { stdout, text } = await run(site, 'show', absolute(path), '--json');
      expect(text.startsWith('{') ? JSON.parse(stdout) : text).toMatchObject({ file: `posts/${file}` });
    });

    test.each(spellings)('as %s is checked', async (path, _) => {
      expect((await run(site, 'validate', absolute(path))).text).toBe('1 post, no problems\n');
    });

    test('in a folder of posts is checked with it', async () => {
      expect((await run(site, 'validate', 'posts\\2024')).text).toBe('1 post, no problems\n');
      expect((await run(site, 'validate', '.')).text).toBe('2 posts, no problems\n');
    });

    test.each([
      ['C:\\x.md', 'blog: “C:\\x.md” not found\n'],
      ['\\\\server\\share\\a.md', 'blog: “\\\\server\\share\\a.md” not found; did you mean “posts/a.md”?\n'],
      ['posts\\NUL', 'blog: “posts\\NUL” not found\n'],
      ['posts\\a.md.', 'blog: “posts\\a.md.” not found; did you mean “posts/a.md”?\n'],
    ])('%s is none', async (path, text) => {
      expect(await run(site, 'validate', path)).toMatchObject({ status: 2, text });
      expect((await run(site, 'show', path)).text).toContain('not found');
    });

    test.each(['posts', '.\\posts\\', 'SITE\\posts', '\\\\?\\SITE\\posts', 'POSTS'])(
      'in the folder %s is listed with its path',
      async (folder) => {
        const { stdout } = await run(site, '--posts', absolute(folder), 'list', '--format', 'paths');
        expect(stdout.toLowerCase()).toBe('posts/2024/beta/index.md\nposts/a.md\n');
      },
    );
  });

  describe('a feed', () => {
    const written = makeSite();
    test.each([
      ['feed.xml', 'feed.xml: 2 posts\n'],
      ['.\\FEED.xml', './FEED.xml: 2 posts, unchanged\n'],
      ['out\\feed.xml', 'blog: folder “out” not found; to create it, run: mkdir out\n'],
      ['out\\of\\feed.xml', 'blog: folder “out/of” not found; to create it, run: mkdir "out/of"\n'],
      ['NUL', 'blog: cannot write NUL: “NUL” is the name of a device on Windows\n'],
      ['posts\\aux.xml', 'blog: cannot write posts/aux.xml: “aux.xml” is the name of a device on Windows\n'],
      [
        'feed.xml.',
        'blog: cannot write feed.xml.: “feed.xml.” ends with a dot or a space, which Windows does not allow\n',
      ],
      [
        'feed.xml:b',
        'blog: cannot write feed.xml:b: “feed.xml:b” contains a character that Windows does not allow in names\n',
      ],
      ['posts\\x.md', 'blog: posts/x.md would be read as a post; name another file\n'],
      ['POSTS\\x.md', 'blog: POSTS/x.md would be read as a post; name another file\n'],
    ])('%s: %s', async (path, text) => {
      expect((await run(written, 'feed', '-o', path)).text).toBe(text);
    });

    test('of each name is written below a folder, and checked', async () => {
      const { text } = await run(written, 'feed', '--all', '-o', 'pub\\all');
      expect(text).toContain('pub/all/category/news/feed.xml: 2 posts\n');
      expect(text).not.toContain('\\');
      expect(await run(written, 'feed', '--all', '-o', 'pub/all', '--check')).toMatchObject({ status: 0, text: '' });
    });

    test('has the bytes that it has elsewhere, and nothing else is left', async () => {
      expect(filesIn(written).filter((file) => !file.startsWith('pub'))).toEqual([
        ...['blog.config.yaml', 'feed.xml', 'posts/2024/Beta/index.md', 'posts/a.md'],
      ]);
      const { text } = await run(written, 'feed');
      expect(readFileSync(join(written, 'feed.xml'), 'utf8')).toBe(text);
      expect(text).not.toContain('\r');
    });
  });

  describe('a new post', () => {
    test.each([
      ['CON', 'con-post.md'],
      ['com1', 'com1-post.md'],
    ])('%s has a name that Windows allows', async (title, file) => {
      expect((await run(makeSite(), 'new', title)).stdout).toBe(`posts/2024-06-01-${file}\n`);
    });

    test('takes no name that differs in capitals only', async () => {
      const { stdout } = await run(makeSite({ 'posts/2024-06-01-Gamma.md': '-' }), 'new', 'Gamma');
      expect(stdout).toBe('posts/2024-06-01-gamma-2.md\n');
    });

    test('goes where the pattern of the config says, unless Windows does not allow that', async () => {
      const withName = (name: string): string => makeSite({ 'blog.config.yaml': `${config}filename: '${name}'\n` });
      expect((await run(withName('{year}\\{slug}'), 'new', 'G')).stdout).toBe('posts/2024/g.md\n');
      const refused = withName('aux/{slug}');
      expect((await run(refused, 'new', 'G')).text).toMatch(/^blog: .*“aux”/);
      expect(filesIn(refused)).toHaveLength(3);
    });

    test.each([
      ['posts\\images\\x y.png', 'images/x y.png'],
      ['SITE\\posts\\images\\x y.png', 'images/x y.png'],
      ['PUBLIC\\z.png', '/z.png'],
    ])('has the image %s as %s', async (image, src) => {
      const here = makeSite({ 'posts/images/x y.png': 'PNG', 'public/z.png': 'PNG' });
      const path = image.replace('SITE', windowsPath(here));
      const { stdout } = await run(here, 'new', 'G', '--image', path, '--alt', 'A door');
      expect(readFileSync(join(here, stdout.trim()), 'utf8').toLowerCase()).toContain(`src: "${src}"`);
    });
  });

  test('a post and its folder get new names, and links follow', async () => {
    const here = makeSite({ 'posts/c.md': `${post('C')}[b](2024/Beta/index.md) [a](a.md)\n` });
    expect((await run(here, 'rename', 'posts\\2024\\Beta', 'Delta')).stdout).toBe('posts/2024/delta/index.md\n');
    expect((await run(here, 'rename', 'posts\\a.md', 'A')).status).toBe(0);
    expect((await run(here, 'rename', 'posts\\a.md', 'Epsilon')).stdout).toBe('posts/epsilon.md\n');
    expect(readFileSync(join(here, 'posts/c.md'), 'utf8')).toContain('[b](2024/delta/index.md) [a](epsilon.md)');
  });

  test('line ends are kept', async () => {
    const here = makeSite({ 'posts/a.md': post('Alpha').replaceAll('\n', '\r\n') });
    expect((await run(here, 'unpublish', 'a')).status).toBe(0);
    const text = readFileSync(join(here, 'posts/a.md'), 'utf8');
    expect(text).toContain('draft: true\r\n');
    expect(text).not.toMatch(/(?<!\r)\n/);
  });

  test('paths may be longer than 260 characters', async () => {
    const here = makeSite();
    const long = Array(6).fill('d'.repeat(60)).join('/');
    mkdirSync(join(here, 'posts', long), { recursive: true });
    writeFileSync(join(here, 'posts', long, 'deep.md'), post('Deep'));
    expect((await run(here, 'validate', `posts\\${long.replaceAll('/', '\\')}`)).text).toBe('1 post, no problems\n');
    expect((await run(here, 'rename', 'deep', 'Deeper')).stdout).toBe(`posts/${long}/deeper.md\n`);
    expect((await run(here, 'unpublish', 'deeper')).stdout).toBe(`posts/${long}/deeper.md\n`);
  });

  test('the blog may be the root of a drive', async () => {
    const here = makeSite();
    await withDrive(here, async (drive) => {
      expect((await run(drive, 'list', '--format', 'paths')).stdout).toBe('posts/2024/Beta/index.md\nposts/a.md\n');
      expect((await run(drive, '--posts', '.', 'validate', `${drive}posts\\a.md`)).text).toBe('1 post, no problems\n');
      expect((await run(drive, '--posts', drive, 'unpublish', 'posts/a.md')).stdout).toBe('posts/a.md\n');
      expect((await run(drive, 'new', 'G')).stdout).toBe('posts/2024-06-01-g.md\n');
      expect((await run(drive, 'feed', '-o', 'feed.xml')).text).toBe('feed.xml: 1 post\n');
    });
    expect(filesIn(here)).toContain('feed.xml');
  });

  test('a lock of a process that has ended is removed, one of another machine is not', async () => {
    const here = makeSite();
    const { stdout } = await blog.run(['--now', '2024-06-01', 'new', 'One'], { cwd: here });
    expect(stdout).toBe('posts/2024-06-01-one.md\n');
    // No process of Windows has an odd number.
    const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
    writeFileSync(join(here, `posts/.blog-999999-${machine}.lock`), '');
    expect((await run(here, 'new', 'Two')).status).toBe(0);
    expect(filesIn(here).filter((file) => file.includes('.blog-'))).toEqual([]);
    writeFileSync(join(here, 'posts/.blog-999999-00000000.lock'), '');
    expect((await run(here, 'new', 'Three')).text).toContain('(process 999999 on another machine)');
  });

  test('an image from elsewhere is copied by the commands of Windows', async () => {
    const folder = makeSite({ 'media/a photo.png': 'x' });
    const { stderr } = await run(folder, 'new', 'E', '--image', 'media/a photo.png', '--dry-run', '--no-input');
    expect(stderr).toContain('  mkdir "posts\\images"\n  copy "media\\a photo.png" "posts\\images\\a photo.png"\n');
  });

  test('a name that is too long is said to be', async () => {
    const { text } = await run(makeSite(), 'feed', '-o', `${'f'.repeat(252)}.xml`);
    expect(text).toContain('its name is too long');
  });

  test('without git or an editor everything else works', async () => {
    const here = makeSite();
    expect((await run(here, 'init', '--hook')).text).toBe('blog: --hook needs a git repository; run: git init\n');
    const env = { EDITOR: 'no-such-editor' };
    const { text } = await blog.run(['edit', 'a'], { cwd: here, env });
    expect(text).toBe('blog: editor “no-such-editor” not found\n');
  });

  test('a git or an editor in the folder of the blog is never started', async () => {
    const here = makeSite({ config: "require('fs').writeFileSync('ran', '')" });
    for (const name of ['git.exe', 'notepad.exe', 'ed.exe']) symlinkSync(anyProgram, join(here, name));
    await run(here, 'new', 'G');
    await blog.run(['edit', 'a'], { cwd: here, env: { EDITOR: 'ed config' } });
    expect(filesIn(here)).not.toContain('ran');
  });

  test('an editor may be a batch file, whose arguments keep all their characters', async () => {
    const here = makeSite({ 'bin/my ed.cmd': '@echo %~2> seen.txt\r\n' });
    const editor = `"${windowsPath(here)}\\bin\\my ed.cmd" --wait`;
    const { text } = await blog.run(['edit', 'a'], { cwd: here, env: { EDITOR: editor } });
    expect(text).toBe('');
    expect(readFileSync(join(here, 'seen.txt'), 'utf8').trim()).toBe(`${windowsPath(here)}\\posts\\a.md`);
  });

  test('the program itself starts, and writes to files', async () => {
    const { status, stdout, stderr } = await runProgram([...now, 'list', '--format', 'paths'], site);
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: 'posts/2024/Beta/index.md\nposts/a.md\n',
      stderr: '',
    });
    expect(await runProgram(['nosuch'], site)).toMatchObject({ status: 2, stdout: '' });
  });
});
