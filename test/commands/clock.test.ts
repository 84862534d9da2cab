/** `new` and `publish` where the computer's clock is wrong: they write its date, but not silently. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type Run, run, siteOf } from '../support/site.ts';
import { filesIn } from '../support/tempFolder.ts';

const dated = (...days: string[]): string =>
  siteOf(Object.fromEntries(days.map((day) => [`${day}-x.md`, ['title: X', `date: ${day}`]])));
const at = (folder: string, clock: string, ...args: string[]): Promise<Run> =>
  run(folder, args, { now: () => new Date(clock) });
const warning = (clock: string, newest?: string): string =>
  `this computer’s clock says ${clock}${newest ? `, but the newest post is dated ${newest}` : ''}; check the clock, or pass --date\n`;

test.each<[string, string, string[], string]>([
  ['a clock without a battery', '1970-01-01T00:00:10Z', [], warning('1970-01-01')],
  ['1980', '1980-01-01T00:00:00Z', ['2024-05-10'], warning('1980-01-01')],
  ['the last moment of 2014', '2014-12-31T23:59:59Z', [], warning('2014-12-31')],
  ['the first of 2015', '2015-01-01T00:00:00Z', [], ''],
  ['before 2015, among posts of the time', '2012-03-01T00:00:00Z', ['2012-02-01'], warning('2012-03-01')],
  ['a little before the newest post', '2022-06-01T00:00:00Z', ['2018-01-01', '2024-05-10'], ''],
  ['long before it', '2019-03-01T00:00:00Z', ['2018-01-01', '2024-05-10'], warning('2019-03-01', '2024-05-10')],
  ['one post that is scheduled for long after', '2024-05-14T00:00:00Z', ['2099-01-05', '2024-05-10', '2018-01-01'], ''],
  [
    'half of the posts long ahead',
    '2016-05-14T00:00:00Z',
    ['2015-02-01', '2019-05-10'],
    warning('2016-05-14', '2019-05-10'),
  ],
  ['a blog that slept for some years', '2027-01-01T00:00:00Z', ['2018-07-05'], ''],
  ['long after it', '2099-01-01T00:00:00Z', ['2018-07-05', '2024-05-10'], warning('2099-01-01', '2024-05-10')],
])('%s, %s', async (_, clock, days, expected) => {
  for (const options of [[], ['--dry-run'], ['--json'], ['--publish']]) {
    const folder = dated(...days);
    const { status, stderr } = await at(folder, clock, 'new', 'Our first meeting', ...options);
    expect({ options, status }).toEqual({ options, status: 0 });
    expect(
      stderr
        .split('\n')
        .filter((line) => line.includes('clock'))
        .map((line) => `${line}\n`)
        .join(''),
    ).toBe(expected);
    expect(filesIn(join(folder, 'posts')).filter((file) => file.endsWith('meeting.md'))).toEqual(
      options[0] === '--dry-run' ? [] : [`${clock.slice(0, 10)}-our-first-meeting.md`],
    );
  }
});

test('-q does not silence it; --date and --now are believed', async () => {
  const folder = dated('2024-05-10');
  const clock = '1970-01-01T00:00:00Z';
  expect((await at(folder, clock, '-q', 'new', 'A')).stderr).toBe(warning('1970-01-01'));
  for (const args of [
    ['-q', 'new', 'B', '--date', '1970-01-01'],
    ['-q', 'new', 'C', '--date', '2024-05-14'],
    ['-q', '--now', '1970-01-01', 'new', 'D'],
  ]) {
    expect({ args, ...(await at(folder, clock, ...args)) }).toMatchObject({ args, status: 0, stderr: '' });
  }
});

test('the day is told in the zone of the blog', async () => {
  const folder = siteOf({}, 'timezone: Pacific/Auckland\n');
  expect((await at(folder, '1970-01-01T12:00:00Z', '-q', 'new', 'A')).stderr).toBe(warning('1970-01-02'));
});

test('publish writes the clock’s date, too; with --keep-date or --date it does not', async () => {
  const draft = ['title: A', 'date: 2024-05-01', 'draft: true'];
  for (const [options, expected] of [
    [[], warning('1970-01-01')],
    [['--keep-date'], ''],
    [['--date', '2024-05-14'], ''],
  ] as const) {
    const folder = siteOf({ 'a.md': draft });
    expect(await at(folder, '1970-01-01T00:00:00Z', '-q', 'publish', 'a', ...options)).toEqual({
      status: 0,
      stdout: 'posts/a.md\n',
      stderr: expected,
    });
    expect(readFileSync(join(folder, 'posts/a.md'), 'utf8')).toContain('draft: false');
  }
});
