/** Feeds that are kept as files: a change of theirs is to be seen, and meant. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@jest/globals';

const folder = fileURLToPath(new URL('../feed/expected', import.meta.url));

/** Compares with `test/feed/expected/NAME`. `UPDATE_GOLDEN=1` writes the file instead. */
export function expectGoldenFeed(name: string, text: string): void {
  const file = join(folder, name);
  if (process.env['UPDATE_GOLDEN']) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  if (!existsSync(file)) throw new Error(`${file} is missing: UPDATE_GOLDEN=1 writes it`);
  expect(text).toBe(readFileSync(file, 'utf8'));
}
