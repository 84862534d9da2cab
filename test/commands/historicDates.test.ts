/** Days before clocks had whole minutes: every command and format names the day that was written. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { feed } from '../support/feedSite.ts';
import { run, siteOf } from '../support/site.ts';

const siteIn = (zone: string, day: string): string =>
  siteOf({ 'a.md': ['title: A', `date: ${day}`] }, `site_url: https://b.example.org\ntimezone: ${zone}\n`);

beforeAll(async () => void (await feed(siteIn('UTC', '2024-01-01'))));

test.each([
  ['Europe/London', '1800-01-01', '-00:01'],
  ['Europe/Amsterdam', '1801-06-01', '+00:18'],
  ['Europe/Dublin', '1870-01-01', '-00:25'],
  ['Africa/Monrovia', '1971-06-01', '-00:44'],
  ['Asia/Kolkata', '1800-01-01', '+05:53'],
  ['America/New_York', '1800-01-01', '-04:56'],
])('%s, %s', async (zone, day, offset) => {
  const folder = siteIn(zone, day);
  const iso = `${day}T00:00:00${offset}`;
  const [, year = '', , date = ''] = /^(\d+)-(\d+)-(\d+)$/.exec(day) ?? [];
  expect((await feed(folder)).stdout).toMatch(
    new RegExp(`<pubDate>\\w{3}, ${date} \\w{3} ${year} 00:00:00 \\${offset.replace(':', '')}</pubDate>`),
  );
  expect((await feed(folder, '--type', 'atom')).stdout).toContain(`<published>${iso}</published>`);
  expect((await feed(folder, '--type', 'json')).stdout).toContain(`"date_published": "${iso}"`);
  expect((await run(folder, ['list', '--format', 'json'])).stdout).toContain(`"date": "${iso}"`);
  expect((await run(folder, ['list', '--since', day, '--until', day, '--format', 'paths'])).stdout).toBe(
    'posts/a.md\n',
  );
  expect((await run(folder, ['show', 'a'])).stdout).toContain(day);
  const { stdout } = await run(folder, ['new', 'Old', '--date', day]);
  expect(stdout).toBe(`posts/${day}-old.md\n`);
  expect(readFileSync(join(folder, stdout.trim()), 'utf8')).toContain(`\ndate: ${iso}\n`);
});
