/** Ctrl-C during long work that writes: it ends soon, by the signal, says what is done, and leaves nothing half written. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { filesIn, tempFolder } from '../support/tempFolder.ts';

const bin = resolve('bin/blog.js');
const count = 1500;
const numbers = Array.from({ length: count }, (_, at) => String(at).padStart(4, '0'));
const config = 'site_url: https://b.example\npermalink: /{slug}/\n';

/** The text of a post before the command, and after it. */
interface Texts {
  before: (number: string) => string;
  after: (number: string) => string;
}

const head = (number: string): string => `---\ntitle: Post ${number}\ndate: 2024-01-01\n`;
const merged: Texts = {
  before: (number) => `${head(number)}categories: [News]\n---\nText.\n`,
  after: (number) => `${head(number)}categories: [Events]\n---\nText.\n`,
};
const fixed: Texts = {
  before: (number) => `${head(number).replace('2024-01-01', '2024/01/01')}---\nText.\n`,
  after: (number) => `${head(number)}---\nText.\n`,
};

async function stop(folder: string, args: readonly string[], isTime: () => boolean) {
  const child = spawn(process.execPath, [bin, ...args], { cwd: folder });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdout.resume();
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  while (!isTime() && child.exitCode === null) await setTimeout(5);
  child.kill('SIGINT');
  const [status, signal] = await ended;
  return { status, signal, stderr };
}

test.each([
  [
    'categories merge',
    ['categories', 'merge', 'News', 'Events'],
    merged,
    /^stopped: changed (\d+) of 1,500 posts; for the others, run the command again\n$/,
  ],
  [
    'validate --fix',
    ['validate', '--fix'],
    fixed,
    /^stopped: fixed (\d+) of 1,500 posts; for the others, run the command again\n$/,
  ],
] as const)('%s', async (_, args, { before, after }, said) => {
  const posts = numbers.map((number) => [`posts/${number}.md`, before(number)] as const);
  const folder = tempFolder({ 'blog.config.yaml': config, ...Object.fromEntries(posts) });
  const textOf = (number: string): string => readFileSync(join(folder, `posts/${number}.md`), 'utf8');
  const { signal, stderr } = await stop(folder, args, () => textOf('0000') === after('0000'));
  const changed = numbers.filter((number) => textOf(number) === after(number));
  expect(stderr).toMatch(said);
  expect(signal).toBe('SIGINT');
  expect(changed.length).toBe(Number(said.exec(stderr)?.[1]));
  expect(changed.length).toBeLessThan(count);
  expect(numbers.filter((number) => textOf(number) === before(number)).length).toBe(count - changed.length);
  expect(filesIn(folder).filter((file) => file.includes('.blog-'))).toEqual([]);
});

test('feed --all', async () => {
  const categories = (number: string): string => `categories: [C${number}]`;
  const posts = numbers.map(
    (number) => [`posts/${number}.md`, `${head(number)}${categories(number)}\n---\nText.\n`] as const,
  );
  const folder = tempFolder({ 'blog.config.yaml': config, ...Object.fromEntries(posts) });
  const first = join(folder, 'out/feed.xml');
  const { signal, stderr } = await stop(folder, ['-q', 'feed', '--all', '-o', 'out'], () => existsSync(first));
  const [, done] = /^stopped: wrote (\d+) of 1,503 feeds; for the others, run the command again\n$/.exec(stderr) ?? [];
  expect(signal).toBe('SIGINT');
  const feeds = filesIn(join(folder, 'out')).filter((file) => !file.startsWith('.'));
  expect(feeds.length).toBe(Number(done));
  expect(feeds.length).toBeLessThan(count);
  for (const feed of feeds) {
    expect(readFileSync(join(folder, 'out', feed), 'utf8').trimEnd()).toMatch(/(?:<\/rss>|<\/feed>|\})$/);
  }
  expect(filesIn(folder).filter((file) => file.includes('.blog-'))).toEqual([]);
});
