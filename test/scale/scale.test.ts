/**
 * A folder of very many posts: nothing is left out, no more files are open than may be, and memory stays within bounds.
 * `SCALE=all` takes a hundred thousand; without it there are so many that a file left open, or a whole folder in an
 * argument list, is found all the same.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { readXml } from '../support/feedReaders.ts';
import { type MeteredRun, runMetered } from '../support/metered.ts';
import { tempFolder } from '../support/tempFolder.ts';

const isWhole = process.env['SCALE'] === 'all';
const count = isWhole ? 100_000 : 2000;
const openFiles = isWhole ? 1024 : 64;
/** MiB. What Node itself takes is 45 of them. */
const most = isWhole
  ? { list: 400, listJson: 450, validate: 750, feed: 650 }
  : { list: 130, listJson: 130, validate: 160, feed: 160 };
const minutes = isWhole ? 10 : 2;

const two = (number: number): string => String(number).padStart(2, '0');

function postText(at: number, day: string): string {
  const lines = [
    `title: "Post number ${at}: what we learned"`,
    `date: ${day}T10:00:00Z`,
    `id: 699e980c-584f-475b-a4e7-${String(at).padStart(12, '0')}`,
    `authors:\n  - Author ${at % 500} (student)\n  - Staff ${at % 50} (staff)`,
    `categories: [Category ${at % 20}]`,
    `tags: [a${at % 100}, b]`,
    'summary: "Words about it."',
  ];
  return `---\n${lines.join('\n')}\n---\n\nA text with *words* and a [link](https://a.example/${at}).\n\n## More\n\nThe end.\n`;
}

function makePosts(): string {
  const root = tempFolder({ 'blog.config.yaml': 'site_url: https://blog.example.org\n' });
  for (let at = 0; at < count; at++) {
    const year = 2000 + (at % 25);
    const day = `${year}-${two(1 + (Math.floor(at / 25) % 12))}-${two(1 + (Math.floor(at / 300) % 28))}`;
    const folder = join(root, 'posts', String(year));
    if (at < 25) mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${day}-post-${at}.md`), postText(at, day));
  }
  return root;
}

(process.platform === 'win32' ? describe.skip : describe)(`${count.toLocaleString('en')} posts`, () => {
  let root: string;

  beforeAll(() => {
    root = makePosts();
  }, minutes * 60_000);

  async function run(memory: number, ...args: string[]): Promise<MeteredRun> {
    const result = await runMetered(root, args, { openFiles, patience: minutes * 60 });
    if (process.env['SHOW_FIGURES']) {
      const figures = `${Math.round(result.work)} ms ${Math.round(result.memory)} MiB`;
      process.stderr.write(`${args.join(' ')}: ${figures}\n`);
    }
    const { status, stderr } = result;
    expect({ args, status, stderr: stderr.slice(0, 1000) }).toMatchObject({ args, status: 0 });
    if (result.memory > memory) throw new Error(`${args.join(' ')} took ${Math.round(result.memory)} MiB`);
    return result;
  }

  const linesOf = (text: string): number => text.split('\n').length - 1;
  const long = minutes * 60_000;

  test('list', async () => expect(linesOf((await run(most.list, 'list')).stdout)).toBe(count), long);

  test(
    'list --format json',
    async () => expect(JSON.parse((await run(most.listJson, 'list', '--format', 'json')).stdout)).toHaveLength(count),
    long,
  );

  test(
    'validate',
    async () => {
      const { stderr, stdout } = await run(
        most.validate,
        'validate',
        '--format',
        'json',
        '--rule',
        'link-text-poor=off',
      );
      expect(stderr).toMatch(new RegExp(`^${count.toLocaleString('en')} posts`));
      expect(JSON.parse(stdout).summary).toMatchObject({ errors: 0 });
    },
    long,
  );

  test(
    'feed',
    async () => {
      await run(most.feed, 'feed', '--limit', '0', '-o', 'feed.xml');
      const items = readXml(readFileSync(join(root, 'feed.xml'), 'utf8')).filter((name) => name === 'item');
      expect(items).toHaveLength(count);
      expect((await run(most.feed, 'feed', '--limit', '0', '-o', 'feed.xml', '--check')).stderr).toBe('');
      expect((await run(most.feed, 'feed', '-o', 'newest.xml', '--all')).stdout).toBe('');
    },
    long,
  );
});
