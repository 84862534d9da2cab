/** One hostile folder: all commands are run over it, and what must hold for any input is checked. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { visible } from '../../src/report/escape.ts';
import { readXml } from '../support/feedReaders.ts';
import { type Run, run } from '../support/site.ts';
import { tempFolder } from '../support/tempFolder.ts';

/** What is outside of every folder, and must never be seen. */
const secret = 'SECRET-OF-THE-NEIGHBOURS';

/** Milliseconds; a busy machine must not fail a test. */
const aHang = 10_000;

const siteUrl = ['--site-url', 'https://blog.example.org'];
/** They would stand in nearly every case. */
const quietRules = ['--rule', 'authors-missing=off', '--rule', 'summary-missing=off'];
const terminal = { stdout: { width: 80, color: 1 as const }, stderr: { width: 80, color: 1 as const } };

/** Every command that only reads, in every form in which it prints what posts say. */
const readings: readonly { args: readonly string[]; overrides?: typeof terminal }[] = [
  { args: ['list', '--status', 'all'] },
  { args: ['list', '--format', 'json', '--why'] },
  { args: ['list', '--format', 'csv', '--fields', 'title,authors,categories,tags,summary,url,file'] },
  {
    args: ['list', '--format', 'csv', '--fields', 'title,authors,categories,tags,summary,url,file'],
    overrides: terminal,
  },
  { args: ['list'], overrides: terminal },
  { args: ['list', '--group-by', 'category'], overrides: terminal },
  { args: ['validate', ...quietRules] },
  { args: ['validate', '--format', 'json'] },
  { args: ['validate', '--format', 'github'] },
  { args: ['validate'], overrides: terminal },
  { args: ['validate', '--fix', '--dry-run'] },
  { args: ['feed', ...siteUrl] },
  { args: ['feed', ...siteUrl, '--type', 'atom', '--limit', '0'] },
  { args: ['feed', ...siteUrl, '--type', 'json', '--skip-invalid'] },
  { args: ['feed', ...siteUrl, '--skip-invalid'], overrides: terminal },
];

/** A folder for a case, with a neighbour that has a secret: `root` is where the commands run. */
export function hostileFolder(): string {
  const outside = tempFolder({ 'secret.md': `---\ntitle: ${secret}\ndate: 2018-07-05\n---\n${secret}\n` });
  mkdirSync(join(outside, 'elsewhere'));
  writeFileSync(join(outside, 'elsewhere/secret.md'), `---\ntitle: ${secret}\ndate: 2018-07-05\n---\n${secret}\n`);
  const root = join(outside, 'site');
  mkdirSync(root);
  return root;
}

/**
 * Runs all commands in a folder, the reading ones first. Returns what is expected of the case, as its file has it: the
 * exit statuses, then each diagnostic as `file:line:col severity rule`.
 */
export async function runCase(root: string, name: (file: string) => string): Promise<string> {
  const outside = join(root, '..');
  const before = snapshot(outside);
  const statuses: Record<string, number> = {};
  for (const { args, overrides } of readings) {
    const result = await timed(root, args, overrides);
    const [command = ''] = args;
    // The first form of each command is the plain one.
    statuses[command] ??= result.status;
    if (args.includes('feed') && result.stdout !== '' && !args.includes('json')) readXml(result.stdout);
    if (args.includes('json') && result.stdout !== '') JSON.parse(result.stdout);
  }
  expect(snapshot(outside)).toEqual(before);
  const lines = linesOf(await run(root, validateArgs), name);
  const published = await publishAll(root, outside);
  expectNoCanary(outside);
  return expectedText({ ...statuses, publish: published.join(' ') || '-' }, lines);
}

/** The arguments whose output `linesOf` reads. */
export const validateArgs = ['validate', '--format', 'json', ...quietRules];

/** What `validate` found, a line each; where it could not run, what it said. */
export function linesOf({ status, stdout, stderr }: Run, name: (file: string) => string): string[] {
  if (status === 2) return stderr.trimEnd().split('\n');
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Found[] };
  return diagnostics.map(
    ({ file, line, column, severity, rule }) => `${name(visible(file))}${line}:${column} ${severity} ${rule}`,
  );
}

/** The text of a case's `.expected`. Many alike are counted: nobody would read them. */
export function expectedText(statuses: Readonly<Record<string, number | string>>, lines: readonly string[]): string {
  const summary = Object.entries(statuses).map((pair) => pair.join(' '));
  const shown = lines.length > 50 ? [...lines.slice(0, 20), `… ${lines.length} in all`, ...lines.slice(-5)] : lines;
  return `${[summary.join(', '), ...shown].join('\n')}\n`;
}

interface Found {
  file: string;
  line: number;
  column: number;
  severity: string;
  rule: string;
}

/** Publishes the posts that can be found by their names: each is written whole, or nothing is. */
async function publishAll(root: string, outside: string): Promise<number[]> {
  const folder = join(root, 'posts');
  if (!existsSync(folder) || !lstatSync(folder).isDirectory()) return [];
  const names = postsIn(folder).sort();
  const statuses: number[] = [];
  for (const path of names.slice(0, 4)) {
    const before = snapshot(outside);
    const old = lstatSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : undefined;
    const { status } = await timed(root, ['publish', path, '--date', '2018-07-05T10:00Z']);
    const after = snapshot(outside);
    statuses.push(status);
    const changed = [...after.keys()].filter((key) => after.get(key) !== before.get(key));
    const gone = [...before.keys()].filter((key) => !after.has(key));
    // A lock that is gone again leaves its folder another time.
    if (status !== 0) expect([...changed.filter((key) => !key.endsWith('/')), ...gone]).toEqual([]);
    // A second name of the file that was replaced is only one name poorer.
    const written = changed.filter((key) => !key.endsWith('/') && contentOf(after, key) !== contentOf(before, key));
    // A file that begins with a day gets the new one.
    expect(gone.filter((key) => key !== key.replace(/\d{4}-\d\d-\d\d(?=-[^/]*$)/, ''))).toEqual(gone);
    expect(written.length).toBeLessThanOrEqual(1);
    for (const key of written) {
      if (gone.length === 0) expect(key).toBe(visible(realpathSync(path).slice(outside.length + 1)));
      // The whole new one: all that stands below the front matter is as it was.
      const text = readFileSync(join(outside, gone.length === 0 ? path.slice(outside.length) : key)).toString('latin1');
      expect(text.endsWith(bodyOf(old?.toString('latin1') ?? ''))).toBe(true);
    }
  }
  return statuses;
}

/** The digest of a file in a snapshot. */
function contentOf(files: ReadonlyMap<string, string>, key: string): string | undefined {
  return files.get(key)?.split(' ')[4];
}

/** The posts below a folder, but for those whose names no text can say. */
function postsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return postsIn(path);
    return /\.(?:md|markdown)$/i.test(entry.name) ? [path] : [];
  });
}

function bodyOf(text: string): string {
  return text.slice(text.indexOf('\n---', 4) + 4);
}

async function timed(root: string, args: readonly string[], overrides = {}): Promise<Run> {
  const start = performance.now();
  const result = await run(root, args, { ...overrides, env: { PATH: '/nonexistent' } });
  expectSound(result, args, Object.keys(overrides).length > 0);
  // What really takes long is measured in processes of their own, in heavy.test.ts.
  expect({ args, hangs: performance.now() - start > aHang }).toEqual({ args, hangs: false });
  return result;
}

const controls = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** The colours that the program itself gives. */
const colors = /\x1b\[\d*(?:;\d+)*m/g;
/** How far it is, on a busy machine, which is always cleared before anything else is said. */
const progress = /(?:\r\d[\d,]* of \d[\d,]* posts …)+\r\x1b\[K/g;

/** What must hold of any command's output, whatever its input. */
export function expectSound({ status, stdout, stderr }: Run, args: readonly string[], isTerminal: boolean): void {
  const shown = `${args.join(' ')}\n${stdout.slice(0, 2000)}\n${stderr.slice(0, 2000)}`;
  const problems: string[] = [];
  if (![0, 1, 2].includes(status)) problems.push(`status ${status}`);
  if (/unexpected error/.test(stderr)) problems.push('a crash');
  if (/^\s+at .*:\d+:\d+\)?$/m.test(stderr)) problems.push('a stack trace');
  if (/\bundefined\b|\[object Object\]|\bNaN\b|Invalid Date/.test(stderr)) problems.push('a value that is none');
  const strip = (text: string): string => (isTerminal ? text.replace(colors, '') : text);
  if (controls.test(strip(isTerminal ? stderr.replace(progress, '') : stderr)))
    problems.push('a raw control character on stderr');
  // A feed, a table for a spreadsheet or a diff, in a file or a pipe, is data: what they allow may stand in them as it is.
  // On a terminal nothing may.
  const isData = (args[0] === 'feed' || args.includes('csv') || args.includes('--dry-run')) && !isTerminal;
  // CSV ends its lines with CRLF, as RFC 4180 says.
  const out = args.includes('csv') ? stdout.replaceAll('\r\n', '\n') : strip(stdout);
  if (!isData && controls.test(out)) problems.push('a raw control character on stdout');
  if (isTerminal && /\t/.test(stdout) && args[0] !== 'feed') problems.push('a tab on a terminal');
  if (`${stdout}${stderr}`.includes(secret)) problems.push('what lies outside was read');
  expect({ problems, shown: problems.length > 0 ? shown : '' }).toEqual({ problems: [], shown: '' });
}

function expectNoCanary(outside: string): void {
  expect(globalThis).not.toHaveProperty('canary');
  expect({}).not.toHaveProperty('polluted');
  expect([...snapshot(outside).keys()].filter((path) => path.endsWith('/canary'))).toEqual([]);
}

/** All that a folder holds and when it was changed, below it and at it. Names that are not UTF-8 are told apart, too. */
export function snapshot(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (path: Buffer, shown: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true, encoding: 'buffer' })) {
      const name = entry.name as unknown as Buffer;
      const inner = Buffer.concat([path, Buffer.from('/'), name]);
      const stats = lstatSync(inner, { bigint: true });
      const at = `${shown}${visible(name.toString('latin1') === name.toString() ? name.toString() : name.toString('utf8'))}`;
      const key = found.has(at) || name.toString().includes('\ufffd') ? `${at} ${name.toString('hex')}` : at;
      const facts = `${stats.mode} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}`;
      if (entry.isDirectory()) {
        found.set(`${key}/`, facts);
        walk(inner, `${key}/`);
      } else if (entry.isSymbolicLink()) found.set(key, `${facts} ${readlinkSync(inner)}`);
      else if (entry.isFile() && stats.size < 100_000n) {
        found.set(key, `${facts} ${createHash('sha256').update(readFileSync(inner)).digest('hex')}`);
      } else found.set(key, facts);
    }
  };
  walk(Buffer.from(folder), '');
  return found;
}
