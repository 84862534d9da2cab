/** Posts and files that are called like commands of GitHub Actions: none is obeyed, and no data changes. */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { builtBin } from '../support/builtBin.ts';
import { readXml } from '../support/feedReaders.ts';
import { type Run, run } from '../support/site.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { obeyedLines } from '../support/workflowRunner.ts';

const onGithub = { GITHUB_ACTIONS: 'true' };
const command = '::add-mask::';
const old = '##[add-mask]';

/** A blog whose posts lie in its folder: their paths begin the lines. */
function site(): string {
  const post = (title: string, ...lines: string[]): string =>
    `---\ntitle: "${title}"\ndate: 2018-07-05\n${lines.join('\n')}\n---\n\n${command}body\n\n    ${command}code\n    ${old}code\n\n${old}text\n`;
  const names = `categories: ["${command}cat", "${old}cat"]\ntags: ["::set-output name=x::y"]\nauthors: ["::stop-commands::z"]`;
  return tempFolder({
    'blog.config.yaml': 'site_url: https://blog.example.org\nposts: .\n',
    [`${command}a.md`]: post(`${command}title`, names, `summary: "${old}s"`),
    [`${old}b.md`]: post(`${old}title`, names),
    ' ::debug::c.md': post('C'),
    '::error::broken.md': '---\ntitle: [\n---\n',
    '##[group]broken.md': '---\ntitle: X\ndate: never\n---\n',
    '::debug::break\n::debug::d.md': post('::warning::d', `summary: "a\\n${command}s"`),
  });
}

const posts = ['::add-mask::a.md', '##[add-mask]b.md'];
const terminal = { stdout: { width: 80, color: 0 as const }, stderr: { width: 80, color: 0 as const } };

const commands: string[][] = [
  ['list'],
  ['list', '--fields', 'title,file'],
  ['list', '--fields', 'categories'],
  ['list', '--fields', 'authors'],
  ['list', '--fields', 'summary,tags'],
  ['list', '--format', 'paths'],
  ['list', '--format', 'json'],
  ['list', '--format', 'jsonl'],
  ['list', '--format', 'csv', '--fields', 'title,summary'],
  ['list', '--format', 'csv', '--fields', 'file'],
  ['list', '--why'],
  ['list', '--category', '::debug::none'],
  ['categories'],
  ['categories', '--format', 'csv'],
  ['categories', '--format', 'json'],
  ['categories', '--format', 'jsonl'],
  ['tags'],
  ['authors'],
  ['validate'],
  ['validate', '--format', 'pretty'],
  ['validate', '--format', 'json'],
  ['validate', '--fix', '--dry-run'],
  ['validate', '::debug::none.md'],
  ['feed', '--skip-invalid'],
  ['feed', '--skip-invalid', '--type', 'atom'],
  ['feed', '--skip-invalid', '--type', 'json'],
  ['feed'],
  ['feed', '--skip-invalid', '-o', '::debug::feed.xml'],
  ['feed', '--skip-invalid', '--all', '-o', '##[debug]feeds'],
  ['new', '::debug::new', '--category', command, '--dry-run'],
  ['new', '::debug::new', '--category', command, '--json'],
  ['new', '##[debug]new', '--slug', '::debug::'],
  ...posts.flatMap((post) => [
    ['show', post],
    ['show', post, '--json'],
    ['rename', post, '::debug::title', '--dry-run'],
    ['unpublish', post],
    ['publish', post],
  ]),
  ['edit', '::error::broken.md'],
  ['show', '::error::broken.md'],
  ['publish', '##[group]broken.md'],
  ['categories', 'merge', `${command}cat`, `${old}cat`, '--dry-run'],
  ['categories', 'merge', `${command}none`, `${old}cat`],
  ['::debug::nothing'],
  ['--::debug::nothing'],
  ['list', '::debug::words'],
  ['__complete', 'categories'],
  ['schema'],
  [],
];

describe('no line of the output is a command', () => {
  test.each(commands)('blog %s %s %s %s', async (...given) => {
    const args = given.filter((arg): arg is string => typeof arg === 'string');
    for (const overrides of [{}, terminal]) {
      const { stdout, stderr } = await run(site(), args, { ...overrides, env: { ...onGithub, EDITOR: 'true' } });
      expect({ stdout: obeyedLines(stdout), stderr: obeyedLines(stderr) }).toEqual({ stdout: [], stderr: [] });
    }
  });

  test('but for those of the report, one for each problem', async () => {
    const { stdout, stderr } = await run(site(), ['validate', '--format', 'github'], { env: onGithub });
    expect(obeyedLines(stderr)).toEqual([]);
    const lines = stdout.trimEnd().split('\n');
    expect(obeyedLines(stdout)).toEqual(lines.filter((_, at) => at % 2 === 0));
    for (const line of obeyedLines(stdout)) expect(line).toMatch(/^::(?:error|warning) file=/);
  });

  test('without GitHub nothing is changed', async () => {
    expect((await run(site(), ['categories'])).stdout).toContain(`\n${old}cat\t`.trimStart());
    expect(obeyedLines((await run(site(), ['validate'])).stdout)).not.toEqual([]);
  });
});

describe('data stays what it was', () => {
  const both = async (args: string[]): Promise<[plain: Run, guarded: Run]> => {
    const folder = site();
    const now = ['--now', '2024-05-14'];
    return [await run(folder, [...now, ...args]), await run(folder, [...now, ...args], { env: onGithub })];
  };

  test.each([
    ['list', '--format', 'json'],
    ['show', '::add-mask::a.md', '--json'],
    ['validate', '--format', 'json'],
    ['categories', '--format', 'json'],
    ['feed', '--skip-invalid', '--type', 'json'],
  ])('JSON: blog %s %s %s %s', async (...args) => {
    const [plain, guarded] = await both(args.filter(Boolean));
    expect(plain.stdout).toContain('##[');
    expect(JSON.parse(guarded.stdout)).toEqual(JSON.parse(plain.stdout));
  });

  test('XML, but for the HTML in it, in which a number stands for the sign', async () => {
    const [plain, guarded] = await both(['feed', '--skip-invalid']);
    expect(obeyedLines(plain.stdout)).not.toEqual([]);
    const read = (text: string): string =>
      JSON.stringify(readXml(text)).replaceAll('&#58;', ':').replaceAll('&#91;', '[');
    expect(read(guarded.stdout)).toBe(read(plain.stdout));
  });

  test('paths: another spelling of the same, and with -0 the same bytes', async () => {
    const [plain, guarded] = await both(['list', '--format', 'paths']);
    expect(guarded.stdout).toContain('./::add-mask::a.md\n');
    expect(guarded.stdout).toContain('./ ::debug::c.md\n');
    // A name with a line break is no line, whatever is done: -0 is for those.
    const changed = plain.stdout.replaceAll('##[', '## [').replace('\n::debug::d.md', '\n: :debug::d.md');
    expect(guarded.stdout).toBe(changed);
    const [zero, guardedZero] = await both(['list', '-0']);
    expect(guardedZero.stdout).toBe(zero.stdout);
    expect(zero.stdout).toContain('::add-mask::a.md\0');
  });

  test('CSV: a value that begins a line is quoted', async () => {
    const [plain, guarded] = await both(['list', '--format', 'csv', '--fields', 'tags,title', '--sort', 'title']);
    expect(plain.stdout).toContain('"::set-output name=x::y",');
    expect(guarded.stdout).toBe(plain.stdout.replaceAll('##[', '## ['));
  });

  test('a feed in a file, and whatever the shell writes to one, are exact', () => {
    const folder = site();
    const toFile = (args: string[], env: Record<string, string>): string => {
      const path = join(tempFolder(), 'out');
      const fd = openSync(path, 'w');
      spawnSync(process.execPath, [builtBin, '--now', '2024-05-14', ...args], {
        cwd: folder,
        env,
        stdio: ['ignore', fd, 'ignore'],
      });
      closeSync(fd);
      return readFileSync(path, 'utf8');
    };
    const feed = ['feed', '--skip-invalid'];
    const plain = toFile(feed, {});
    expect(obeyedLines(plain)).not.toEqual([]);
    expect(toFile(feed, onGithub)).toBe(plain);
    toFile([...feed, '-o', 'feed.xml'], onGithub);
    expect(readFileSync(join(folder, 'feed.xml'), 'utf8')).toBe(plain);
    const piped = spawnSync(process.execPath, [builtBin, ...feed], { cwd: folder, env: onGithub, encoding: 'utf8' });
    expect(obeyedLines(piped.stdout + piped.stderr)).toEqual([]);
  });
});
