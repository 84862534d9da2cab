/** What an import has written: its record, and the files of its posts. */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusal } from '../errors.ts';
import { emptyRecord, type ImportRecord, parseRecord } from '../import/record.ts';
import { readOwnText } from './existing.ts';
import { explain } from './explain.ts';

/** A hash of a text, by which a later import knows whether anybody has edited it. */
export function hashText(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The hash of a file’s content; undefined if nothing is there. Throws UserError if it cannot be read. */
export function hashFile(path: string, shown: string): string | undefined {
  return explain(`read ${shown}`, () => {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    // A link, a pipe or a folder is nothing that an import has written.
    return stats.isFile() ? hashText(readFileSync(path)) : 'other';
  });
}

/** The record of earlier imports in a folder; empty without one. Throws UserError if it cannot be used. */
export function readRecord(folder: string, shown: string): ImportRecord {
  const path = join(folder, 'import.json');
  const text = readOwnText(path, shown);
  const record = text === undefined ? emptyRecord() : parseRecord(text);
  if (record) return record;
  // Without it, an edited post could not be told from one that changed on WordPress.
  throw refusal(`${shown} cannot be read; restore it, or delete it to treat every post as edited`);
}

/** Whether a file has exactly this text, which may come in pieces. Throws UserError if it cannot be read. */
export function isContent(path: string, text: string | Iterable<string>, shown: string): boolean {
  const hash = createHash('sha256');
  for (const piece of typeof text === 'string' ? [text] : text) hash.update(piece);
  return hashFile(path, shown) === hash.digest('hex');
}
