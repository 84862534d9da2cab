/** The one script of the preview, which the server sends to tabs as it is. */
import { readFileSync } from 'node:fs';

/** Its text. The build puts the file beside this one. */
export function readScript(): string {
  return readFileSync(new URL('./tab.js', import.meta.url), 'utf8');
}
