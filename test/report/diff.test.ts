import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { paintDiff, unifiedDiff } from '../../src/report/diff.ts';
import { loadStyle } from '../../src/report/style.ts';
import { runs } from '../support/effort.ts';
import fc from '../support/fastCheck.ts';

const numbers = (count: number): string[] => Array.from({ length: count }, (_, index) => `${index + 1}`);

describe('unifiedDiff', () => {
  test('one line, with three around it', () => {
    const before = `${numbers(9).join('\n')}\n`;
    expect(unifiedDiff('a.md', before, before.replace('5', 'five'))).toBe(
      '--- a/a.md\n+++ b/a.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n',
    );
  });

  test('changes far apart are hunks of their own; near ones are one', () => {
    const before = `${numbers(30).join('\n')}\n`;
    const far = unifiedDiff(
      'a',
      before,
      before.replace('\n3\n', '\nx\n').replace('\n20\n', '\n').replace('\n25\n', '\n25\ny\n'),
    );
    expect(far.match(/^@@.*@@$/gm)).toEqual(['@@ -1,6 +1,6 @@', '@@ -17,12 +17,12 @@']);
  });

  test('the same: nothing', () => {
    expect(unifiedDiff('a', 'x', 'x')).toBe('');
  });

  test('what patch makes of it is the new text, whatever the two are', () => {
    const folder = mkdtempSync(join(tmpdir(), 'blog-diff-'));
    const line = fc.constantFrom('a', 'b', '', ' ', '-x', '+y', '\\ No', 'é🎉', '--- a', '@@');
    const text = fc
      .tuple(fc.array(line, { maxLength: 25 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
      .map(([lines, eol, end]) => lines.join(eol) + (end && lines.length > 0 ? eol : ''));
    try {
      fc.assert(
        fc.property(text, text, (before, after) => {
          // git does not empty a file, or fill an empty one, without more words.
          fc.pre(before !== after && before !== '' && after !== '');
          writeFileSync(join(folder, 'a'), before);
          execFileSync('git', ['apply', '--whitespace=nowarn', '-'], {
            cwd: folder,
            input: unifiedDiff('a', before, after),
            env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() },
          });
          expect(readFileSync(join(folder, 'a'), 'utf8')).toBe(after);
        }),
        runs(60),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('two long texts that have nothing in common are compared at once', () => {
    const [before, after] = ['a', 'b'].map((letter) =>
      numbers(30_000)
        .map((number) => letter + number)
        .join('\n'),
    );
    const start = performance.now();
    expect(unifiedDiff('a', before ?? '', after ?? '')).toContain('@@ -1,30000 +1,30000 @@');
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('on a terminal: colours, no carriage returns, nothing that moves the cursor', async () => {
    const diff = unifiedDiff('a\x1b', 'x\r\ny\u202e\r\n', 'x\r\nz\x1b[2J\r\n');
    const painted = paintDiff(diff, await loadStyle(1));
    expect(painted.replaceAll(/\x1b\[\d+m/g, '')).toBe(
      '--- a/a\\u{1b}\n+++ b/a\\u{1b}\n@@ -1,2 +1,2 @@\n x\n-y\\u{202e}\n+z\\u{1b}[2J\n',
    );
    expect(painted).toContain('\x1b[32m+z');
  });

  test('what breaks lines elsewhere lets nothing through', async () => {
    const diff = unifiedDiff('a', '', 'a\r\x1b[31mb\u2028\x1b[2Jc\r\n');
    expect(paintDiff(diff, await loadStyle(0))).toBe(
      '--- a/a\n+++ b/a\n@@ -0,0 +1 @@\n+a\\u{d}\\u{1b}[31mb\\u{2028}\\u{1b}[2Jc\n',
    );
  });
});
