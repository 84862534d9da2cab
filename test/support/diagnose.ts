/** What reading a post's text finds, for tests of the pure rooms. */
import type { Diagnostic } from '../../src/diagnostic.ts';
import { toDiagnostics } from '../../src/post/frontmatter/locate.ts';
import { type PostReading, readPost } from '../../src/post/post.ts';
import { decodeText } from '../../src/post/text.ts';

export const utc = { timeZone: 'UTC', authors: {} };

/** The reading of a post's text or bytes. */
export function read(content: string | Uint8Array, file = 'posts/2018-07-05-a-post.md'): PostReading {
  const decoded = decodeText(Buffer.from(content as string));
  return 'fault' in decoded ? { file, faults: [decoded.fault] } : readPost(file, decoded.text, utc);
}

/** The diagnostics of a post's text or bytes. */
export function diagnose(content: string | Uint8Array, file?: string): Diagnostic[] {
  const reading = read(content, file);
  return toDiagnostics(reading.file, reading.source, reading.faults, {});
}

/** `3:7 date-invalid` for each diagnostic. */
export function places(content: string | Uint8Array, file?: string): string[] {
  return diagnose(content, file).map(({ line, column, rule }) => `${line}:${column} ${rule}`);
}

/** A post with the given lines of front matter. */
export function post(...lines: string[]): string {
  return `---\n${lines.join('\n')}\n---\nText.\n`;
}
