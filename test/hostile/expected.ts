/** What is expected of a case, in a file beside it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from '@jest/globals';

/** Compares with a file's text. `UPDATE_GOLDEN=1` writes it instead. */
export function expectAsWritten(file: string, found: string): void {
  if (process.env['UPDATE_GOLDEN']) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, found);
  }
  if (!existsSync(file)) throw new Error(`${file} is missing: UPDATE_GOLDEN=1 writes it. It would be:\n${found}`);
  expect(found).toBe(readFileSync(file, 'utf8'));
}
