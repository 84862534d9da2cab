/**
 * Hostile values at every way into the program, seen by every command that could show or run them: nothing is run, and
 * neither a terminal nor GitHub obeys anything. A sample of the commands at each; `DOORS=all` tries all of them.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { visible } from '../../src/report/escape.ts';
import { builtBin } from '../support/builtBin.ts';
import { run } from '../support/site.ts';
import { filesIn } from '../support/tempFolder.ts';
import { obeyedLines } from '../support/workflowRunner.ts';
import { atTerminal, hasTerminal } from '../terminal/terminal.ts';
import { buildScene, doors, forged, values } from './doors.ts';

const fields = 'title,categories,authors,tags,summary,url,file,lang,byline';

/** The first are those that change something; the folder is then as a writing command leaves it. */
const commands: readonly string[][] = [
  ['validate', '--fix'],
  ['new', 'Coffee', '--template', 'minutes'],
  ['feed', '--all', '-o', 'out', '--skip-invalid'],
  [],
  ['list', '--status', 'all', '--fields', fields],
  ['list', '--why'],
  ['list', '--format', 'json'],
  ['list', '--format', 'csv', '--fields', fields],
  ['list', '--format', 'paths'],
  ['list', '--group-by', 'lang'],
  ['list', '-c', 'none', '-a', 'none', '-t', 'none'],
  ['categories'],
  ['tags'],
  ['authors'],
  ['validate', '--format', 'pretty'],
  ['validate', '--format', 'compact'],
  ['validate', '--fix', '--dry-run'],
  ['feed'],
  ['feed', '--type', 'json', '--skip-invalid'],
  ['show', 'tea'],
  ['show', 'posts/a.md'],
  ['publish', 'plain', '--dry-run'],
  ['rename', 'tea', 'Other', '--dry-run'],
  ['new', 'Cake', '--dry-run', '-c', 'none, other', '-a', 'A and B', '--lang', 'xx'],
  ['new', 'Cake', '--dry-run', '--template', 'none'],
  ['categories', 'merge', 'none', 'other'],
  ['init', '--dry-run'],
  ['__complete', 'categories'],
  ['__complete', 'posts', '--word=posts/', '--bash=posts/'],
];
/** A sample is every so manieth. */
const step = process.env['DOORS'] === 'all' ? 1 : 5;

const terminal = { stdout: { width: 80, color: 1 as const }, stderr: { width: 80, color: 1 as const } };
const path = '/usr/bin:/bin';

/** The colours that the program itself gives. */
const colors = /\x1b\[\d*(?:;\d+)*m/g;

/** What is wrong with a text on a terminal. */
function wrongs(text: string): string[] {
  // A spreadsheet's lines end as RFC 4180 says.
  const shown = text.replace(colors, '').replaceAll('\r\n', '\n');
  return shown
    .split('\n')
    .filter((line) => visible(line.replaceAll('\t', '')) !== line.replaceAll('\t', '') || line.startsWith(forged))
    .concat(/unexpected error/.test(shown) ? [shown] : [])
    .map((line) => JSON.stringify(line));
}

function canaries(root: string): string[] {
  const found = filesIn(join(root, '..')).filter((file) => basename(file) === 'canary');
  return existsSync('canary') ? [...found, 'where the tests run'] : found;
}

let count = 0;
afterAll(() => {
  if (process.env['SHOW_FIGURES']) process.stderr.write(`${count} runs at ${Object.keys(doors).length} doors\n`);
});

const cases = Object.keys(doors).flatMap((door) => Object.keys(values).map((kind) => [door, kind] as const));

describe('a value that attacks', () => {
  test.each(cases.map(([door, kind], at) => [kind, door, at] as const))('%s: %s', async (kind, door, at) => {
    const scene = doors[door]?.(values[kind] ?? '');
    if (!scene) throw new Error(door);
    const root = buildScene(scene);
    const problems: string[] = [];
    const tried = [...(scene.own ?? []), ...commands].filter((_, index) => (at + index) % step === 0);
    for (const [index, own] of tried.entries()) {
      const args = [...(scene.args ?? []), ...own];
      const env = { PATH: path, HOME: root, ...scene.env };
      const onTerminal = await run(root, args, { ...terminal, env });
      const found = [...wrongs(onTerminal.stdout), ...wrongs(onTerminal.stderr)];
      count++;
      if (step === 1 || index % 2 === 0) {
        const piped = await run(root, args, { env: { ...env, GITHUB_ACTIONS: 'true' } });
        found.push(...wrongs(piped.stderr), ...obeyedLines(piped.stdout + piped.stderr));
        count++;
      }
      problems.push(...found.map((one) => `blog ${JSON.stringify(args)}: ${one}`));
    }
    expect({ problems, canaries: canaries(root) }).toEqual({ problems: [], canaries: [] });
  });
});

/** Of the built program at a real terminal: all that is neither a colour, nor moves the cursor, nor draws a prompt. */
const drawing = /\x1b\[(?:\?25[hl]|\?2004[hl]|[0-3]?[JK]|\d*[ABCDG]|\d*(?:;\d+)*m)|\r/g;

/** Doors that a shell of a test cannot stand for: what Node, git and the terminal itself read. */
const real: readonly (readonly [door: string, args: readonly string[], keys: string])[] = [
  ['environment: the terminal', ['list'], ''],
  ['environment: colours', ['list'], ''],
  ['environment: place', ['list', '--why'], ''],
  ['environment: place', ['init', '--dry-run'], '\x03'],
  ['git: user.name', ['new', 'Cake'], '\x03'],
  ['a field: categories and tags', ['new', 'Cake'], '\x03'],
  ['a field: title', ['show'], '\x03'],
  ['a post’s name', ['edit'], '\x03'],
];

const terminals = hasTerminal ? describe : describe.skip;
terminals('at a real terminal', () => {
  const kinds = ['a terminal', 'a shell', 'lines of output'];
  test.each(real.flatMap(([door, args, keys]) => kinds.map((kind) => ({ door, kind, args, keys }))))(
    '$kind: $door',
    ({ door, kind, args, keys }) => {
      const scene = doors[door]?.(values[kind] ?? '');
      if (!scene) throw new Error(door);
      const root = buildScene(scene);
      const env = { PATH: path, HOME: root, GIT_CONFIG_NOSYSTEM: '1', ...scene.env };
      const steps = keys === '' ? [] : [{ wait: '?', type: keys }];
      const { screen } = atTerminal([process.execPath, builtBin, ...args], steps, { cwd: root, env });
      expect(screen).not.toBe('');
      expect(wrongs(screen.replaceAll('\r\n', '\n').replace(drawing, ''))).toEqual([]);
      expect(canaries(root)).toEqual([]);
      expect(screen).not.toContain('\x1b]');
    },
  );
});

describe('what is to be typed next', () => {
  const names = ['$(touch canary)', '`touch canary`', 'a; touch canary', "a'; touch canary; '", '--output=canary'];

  test.each(names)('no shell runs a part of the name %s in a command that is suggested', async (name) => {
    const root = buildScene({
      files: {
        'blog.config.yaml': `site_url: https://blog.example.org\nposts: .\nstatic: ${JSON.stringify(`x${name}`)}\n`,
        [`${name}.md`]: '---\ntitle: A\ndate: 2018-07-05\ndraft: true\ncategories: [B]\n---\n',
        [`b${name}.md`]: '---\ntitle: B\ndate: never\n---\n',
        'c.md': `---\ntitle: C\ndate: 2018-07-05\ncategories: [${JSON.stringify(name)}]\n---\n\nText.\n`,
      },
    });
    const tried = [
      ['publish', 'A'],
      ['submit', 'A'],
      ['unpublish', 'c'],
      ['new', 'Cake', '--from', `b${name}.md`],
      ['feed', '-o', `none ${name}/feed.xml`],
      ['feed', '--all', '-o', `x${name}`],
      ['validate'],
      ['categories', 'merge', 'B', '--', name],
      ['list', '--search', 'x', name],
    ];
    const bin = join(root, 'bin');
    mkdirSync(bin);
    for (const program of ['blog', 'mkdir']) {
      writeFileSync(join(bin, program), '#!/bin/sh\n');
      chmodSync(join(bin, program), 0o755);
    }
    for (const args of tried) {
      const { stderr } = await run(root, args, { env: { PATH: path } });
      for (const [, line = ''] of stderr.matchAll(/(?:run|first|add|it): ((?:blog|mkdir) .*)/g)) {
        spawnSync('/bin/sh', ['-c', line.replace(/ if they are the same.*/, '')], {
          cwd: root,
          env: { PATH: `${bin}:${path}` },
        });
      }
    }
    expect(canaries(root)).toEqual([]);
  });

  test('completion offers no name that would be an option', async () => {
    const root = buildScene({
      files: { 'posts/a.md': '---\ntitle: A\ndate: 2018-07-05\ncategories: ["--output=x", "-rf", "News"]\n---\n' },
    });
    const words = async (...args: string[]): Promise<string> => (await run(root, ['__complete', ...args])).stdout;
    for (const more of [['--'], ['--bash=', '--']]) {
      expect(await words('categories', '--word=', ...more, 'categories', 'merge')).toBe('News\n');
      expect(await words('categories', '--word=', ...more, 'list', '-c')).toBe('--output=x\n-rf\nNews\n');
    }
  });
});
