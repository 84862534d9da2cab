/** How a preview starts: the browser, the URL, and which post. */
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type Running, startPreview } from '../../../src/commands/preview/preview.ts';
import { siteOf } from '../../support/site.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { testShell } from '../../support/testShell.ts';

const running: Running[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.close();
});

const folder = (config?: string): string =>
  siteOf(
    {
      '2018-07-05-visit.md': ['title: A visit', 'date: 2018-07-05', 'id: urn:uuid:1'],
      'other.md': ['title: Other', 'date: 2018-07-06'],
    },
    config,
  );

async function start(cwd: string, wanted?: string, { env = {}, width, open = true }: Partial<Terminal> = {}) {
  const { shell, stdout } = testShell({ cwd, env, stdout: { width, color: 0 } });
  const one = await startPreview(wanted, { port: 0, open }, { shell, globals: { input: false } });
  running.push(one);
  return { ...one, stdout };
}

interface Terminal {
  env: Readonly<Record<string, string>>;
  width: number | undefined;
  open: boolean;
}

describe('the browser', () => {
  /** A program that notes its arguments. */
  const program = (): { env: Record<string, string>; opened: string } => {
    const bin = tempFolder({ 'xdg-open': '#!/bin/sh\nprintf "%s\\n" "$@" > "$0.tmp"\nmv "$0.tmp" "$0.args"\n' });
    chmodSync(join(bin, 'xdg-open'), 0o755);
    return { env: { PATH: `${bin}:/usr/bin:/bin` }, opened: join(bin, 'xdg-open.args') };
  };
  const isOpened = async (file: string): Promise<boolean> => {
    for (let tries = 0; tries < 200 && !existsSync(file); tries++) await new Promise((done) => setTimeout(done, 20));
    return existsSync(file);
  };

  test('is opened on a terminal, with the URL as its only argument', async () => {
    const { env, opened } = program();
    const { url } = await start(folder(), 'posts/2018-07-05-visit.md', { env, width: 80 });
    expect(await isOpened(opened)).toBe(true);
    expect(readFileSync(opened, 'utf8')).toBe(`${url}\n`);
  });

  const not: readonly [string, Partial<Terminal>][] = [
    ['without a terminal', {}],
    ['with --no-open', { width: 80, open: false }],
    ['in CI', { width: 80, env: { CI: 'true' } }],
  ];
  test.each(not)('is not opened %s', async (_, terminal) => {
    const { env, opened } = program();
    await start(folder(), undefined, { ...terminal, env: { ...env, ...terminal.env } });
    await new Promise((done) => setTimeout(done, 200));
    expect(existsSync(opened)).toBe(false);
  });
});

describe('the URL', () => {
  const names = [
    'posts/2018-07-05-visit.md',
    '2018-07-05-visit',
    'visit',
    'A visit',
    'urn:uuid:1',
    '/2018/07/05/visit/',
  ];
  test.each(names)('of a post that is named %s', async (name) => {
    const { url, stdout } = await start(folder(), name);
    expect(new URL(url).pathname).toBe('/2018/07/05/visit/');
    expect(stdout()).toBe(`${url}\n`);
  });

  test('of the home page, below the path of the site', async () => {
    const { url } = await start(folder('site_url: https://org.github.io/blog\n'));
    expect(new URL(url).pathname).toBe('/blog/');
    expect((await fetch(url)).status).toBe(200);
    const { url: outside } = await fetch(new URL('/', url));
    expect(outside).toBe(url);
  });

  test('of a post that is not there is an error', async () => {
    await expect(start(folder(), 'nosuch')).rejects.toThrow('post “nosuch” not found');
  });
});

test('the post that was named comes first, and its problems as soon as all posts are read', async () => {
  const cwd = siteOf({
    'a.md': ['title: A', 'date: 2018-07-05', 'colour: red'],
    'b.md': ['title: B', 'date: 2018-07-05'],
  });
  const { url } = await start(cwd, 'posts/a.md');
  expect(await (await fetch(url)).text()).not.toMatch(/field-unknown/);
  expect(await (await fetch(new URL('/', url))).text()).toMatch(/>B</);
  expect(await (await fetch(url)).text()).toMatch(/field-unknown/);
});
