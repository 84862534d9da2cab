/** A small text file that something may be added to. */
import { lstatSync, readFileSync } from 'node:fs';
import { decodeText } from '../post/text.ts';

/**
 * What a file says; empty where there is none. Undefined where it is better left alone: a link, a folder, or a text that
 * is not UTF-8 or begins with a byte order mark.
 */
export function readPlainText(path: string): string | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return '';
  if (!stats.isFile()) return undefined;
  const bytes = readFileSync(path);
  const decoded = decodeText(bytes);
  return 'text' in decoded && Buffer.byteLength(decoded.text) === bytes.length ? decoded.text : undefined;
}
