import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { filesIn, tempFolder } from '../support/tempFolder.ts';

const bin = resolve('bin/blog.js');
/** `RACES=100` runs more of them. */
const rounds = Number(process.env['RACES'] ?? 20);

/** A file system without hard links, as FAT and some network folders are. */
const noLinks = `data:text/javascript,import fs from 'node:fs';import { syncBuiltinESMExports } from 'node:module';
fs.linkSync = () => { throw Object.assign(new Error('no links'), { code: 'EPERM' }); }; syncBuiltinESMExports();`;

function start(
  folder: string,
  args: string[],
  flags: string[] = [],
): Promise<{ status: number | null; out: string; err: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [...flags, bin, ...args], { cwd: folder });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.on('close', (status) => done({ status, out, err }));
  });
}

test.each([
  ['with hard links', []],
  ['without', ['--import', noLinks.replaceAll('\n', ' ')]],
])(
  'two processes with one title at the same moment end in two whole files, %s',
  async (_, flags) => {
    for (let round = 0; round < rounds; round++) {
      const folder = tempFolder();
      const results = await Promise.all([
        start(folder, ['new', 'Same title'], flags),
        start(folder, ['new', 'Same title'], flags),
      ]);
      for (const { status, err } of results)
        expect([status, err]).toEqual([0, expect.stringContaining('Draft written')]);
      const files = results.map(({ out }) => out.trim()).sort();
      expect(new Set(files).size).toBe(2);
      expect(filesIn(folder)).toEqual(files);
      for (const file of files) {
        const text = readFileSync(join(folder, file), 'utf8');
        expect(text).toMatch(/^---\ntitle: "Same title"\n[\s\S]*draft: true\n---\n\n[\s\S]*\.\*\n$/);
      }
    }
  },
  60_000 + rounds * 1000,
);

test(
  'a new post and one that gets the same title at the same moment never have one URL',
  async () => {
    for (let round = 0; round < rounds; round++) {
      const folder = tempFolder({
        'blog.config.yaml': 'site_url: https://b.example\npermalink: /{slug}/\n',
        'posts/2024-05-02-talk.md': '---\ntitle: Talk\ndate: 2024-05-02\n---\nText.\n',
      });
      const ends = await Promise.all([start(folder, ['new', 'Tea']), start(folder, ['rename', 'talk', 'Tea'])]);
      const [made, renamed] = ends.map(({ status }) => status);
      expect(made).toBe(0);
      // The one that comes second sees the first.
      expect([0, 1]).toContain(renamed);
      expect((await start(folder, ['validate'])).out).not.toContain('duplicate URL');
    }
  },
  60_000 + rounds * 1000,
);
