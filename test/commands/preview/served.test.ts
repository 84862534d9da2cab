/** Which files of the blog’s folder a preview serves: those that pages show, and no others. */
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sendRaw } from '../../serve/raw.ts';
import { previewOf, type TestPreview } from '../../support/preview.ts';
import { tempFolder } from '../../support/tempFolder.ts';

const secret = 'the secret';
const post = (title: string, text: string, ...lines: readonly string[]): string =>
  `---\ntitle: ${title}\ndate: 2018-07-05\n${lines.map((line) => `${line}\n`).join('')}---\n\n${text}\n`;

let preview: TestPreview;
let folder: string;

beforeAll(async () => {
  const outside = tempFolder({ 'secret.png': secret, 'deep/secret.png': secret });
  folder = tempFolder({
    'blog.config.yaml': `title: Blog\nsite_url: https://org.github.io/blog\nstatic: public\n# ${secret}\n`,
    'package.json': secret,
    '.env': secret,
    '.git/config': secret,
    'public/logo.png': 'logo',
    'public/unused.png': secret,
    'public/app.js': secret,
    'posts/visit.md': post(
      'Visit',
      [
        '![a](table.png) ![b](drawing.svg) ![c](out.png) ![d](out/secret.png) ![e](/blog/logo.png)',
        '![f](page.html) ![g](../../secret.png) ![h](script.js) ![i](text.png) [j](notes.md) [k](paper.pdf)',
        '<video src="film.webm" controls></video>',
      ].join('\n'),
    ),
    'posts/plan.md': post('Plan', '![a](plan.png)', 'draft: true'),
    'posts/notes.md': post('Notes', 'Text.'),
    'posts/table.png': 'table',
    'posts/plan.png': 'plan',
    'posts/unused.png': secret,
    'posts/drawing.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    'posts/page.html': `<script>${secret}</script>`,
    'posts/script.js': secret,
    'posts/data.json': secret,
    'posts/paper.pdf': 'paper',
    'posts/film.webm': '0123456789',
    'posts/_templates/minutes.md': secret,
  });
  symlinkSync(join(outside, 'secret.png'), join(folder, 'posts/out.png'));
  symlinkSync(join(outside, 'deep'), join(folder, 'posts/out'));
  symlinkSync('notes.md', join(folder, 'posts/text.png'));
  preview = await previewOf(folder);
  await preview.get('/blog/');
});
afterAll(() => preview.close());

test('before its page is shown, an image is not', async () => {
  expect((await preview.get('/blog/plan.png')).status).toBe(404);
  expect((await preview.get('/blog/2018/07/05/plan/')).text).toMatch('plan.png');
  expect((await preview.get('/blog/plan.png')).text).toBe('plan');
});

describe('after it is shown', () => {
  beforeAll(async () => {
    expect((await preview.get('/blog/2018/07/05/visit/')).status).toBe(200);
  });

  const served: readonly [path: string, type: string, text: string | RegExp][] = [
    ['/blog/table.png', 'image/png', 'table'],
    ['/blog/table.png?v=3', 'image/png', 'table'],
    ['/blog/logo.png', 'image/png', 'logo'],
    ['/blog/drawing.svg', 'image/svg+xml', /<svg/],
    ['/blog/paper.pdf', 'application/pdf', 'paper'],
    ['/blog/style.css', 'text/css; charset=utf-8', /body/],
    ['/blog/', 'text/html; charset=utf-8', /Visit/],
  ];
  test.each(served)('%s is served', async (path, type, text) => {
    const found = await preview.get(path);
    expect(found).toMatchObject({
      status: 200,
      type,
      text: typeof text === 'string' ? text : expect.stringMatching(text),
    });
  });

  const refused = [
    ...['unused.png', 'out.png', 'out/secret.png', 'secret.png', '../secret.png', 'text.png', 'page.html', 'script.js'],
    ...['data.json', 'visit.md', 'notes.md', 'posts/visit.md', 'posts/table.png', '_templates/minutes.md', 'app.js'],
    ...['public/logo.png', 'blog.config.yaml', 'package.json', '.env', '.git/config', '.git', '..', '%2e%2e/.env'],
    ...['..%2f.env', '%2fetc%2fpasswd', 'table.png/', 'table.png%00', 'TABLE.png', 'table.png/..', './.env', '/.env'],
    ...['table%2epng/../.env', '2018/07/05/visit/visit.md', '2018/07/05/visit/../../../../.env', 'table.png.md'],
  ];
  test.each(refused)('%s is not', async (name) => {
    for (const base of ['/blog/', '/', '/blog/2018/07/05/visit/', '/.blog/', '/.blog/posts/']) {
      // Not by fetch, which would resolve the path.
      const response = await rawGet(base + name);
      expect([base, response.slice(0, 12)]).toEqual([base, expect.stringMatching(/ (?:404|302|400)$/)]);
      expect(response).not.toContain(secret);
    }
  });

  test('an SVG can run nothing', async () => {
    const response = await fetch(new URL('/blog/drawing.svg', preview.origin));
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*; sandbox$/);
  });

  test('a part of a film, and none behind its end', async () => {
    const ask = (range: string): Promise<Response> =>
      fetch(new URL('/blog/film.webm', preview.origin), { headers: { Range: range } });
    const some = await ask('bytes=2-4');
    expect([some.status, some.headers.get('content-range'), await some.text()]).toEqual([206, 'bytes 2-4/10', '234']);
    const last = await ask('bytes=-3');
    expect([last.status, await last.text()]).toEqual([206, '789']);
    const behind = await ask('bytes=10-');
    expect([behind.status, behind.headers.get('content-range'), await behind.text()]).toEqual([416, 'bytes */10', '']);
    for (const odd of ['bytes=4-2', 'bytes=0-1,3-4', 'items=0-1', 'bytes=-', 'bytes=a-b']) {
      const whole = await ask(odd);
      expect([odd, whole.status, await whole.text()]).toEqual([odd, 200, '0123456789']);
    }
  });

  test('a link put in its place later is not followed', async () => {
    const outside = tempFolder({ 'secret.png': secret });
    const path = join(folder, 'posts/later.png');
    writeFileSync(path, 'later');
    writeFileSync(join(folder, 'posts/later.md'), post('Later', '![a](later.png)'));
    await preview.sees('/blog/2018/07/05/later/', /later\.png/);
    expect((await preview.get('/blog/later.png')).text).toBe('later');
    rmSync(path);
    symlinkSync(join(outside, 'secret.png'), path);
    expect((await preview.get('/blog/later.png')).status).toBe(404);
  });
});

/** A request with a path as it is. */
async function rawGet(path: string): Promise<string> {
  const port = Number(new URL(preview.origin).port);
  const request = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`;
  return (await sendRaw(port, request)).all;
}
