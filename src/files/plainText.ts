/** Reads a small text file before it is changed. */
import { lstatSync, readFileSync } from 'node:fs';
import { decodeText } from '../post/text.ts';

/**
 * The text of a file; empty if it does not exist. Undefined if it must not be changed: a link, a folder, or a text that is
 * not UTF-8 or has a byte order mark.
 */
export function readPlainText(path: string): string | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return '';
  if (!stats.isFile()) return undefined;
  const bytes = readFileSync(path);
  const decoded = decodeText(bytes);
  return 'text' in decoded && Buffer.byteLength(decoded.text) === bytes.length ? decoded.text : undefined;
}
