/** `_wordpress/import.json`: what was written, so that an import can be run again. */
import { compareText } from '../diagnostic.ts';
import type { WrittenPost } from './decide.ts';

/** The posts by identity. */
export type ImportRecord = Map<string, WrittenPost>;

/** The record in a text; undefined if it is none. */
export function parseRecord(text: string): ImportRecord | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'SyntaxError') throw error;
    return undefined;
  }
  if (!isMapping(data) || data['version'] !== 1 || !isMapping(data['posts'])) return undefined;
  const record: ImportRecord = new Map();
  for (const [identity, post] of Object.entries(data['posts'])) {
    if (!isMapping(post)) return undefined;
    const { path, hash } = post;
    if (typeof path !== 'string' || typeof hash !== 'string' || !isPostPath(path)) return undefined;
    record.set(identity, { path, hash });
  }
  return record;
}

/** A record as text, the same for the same posts. */
export function recordText(record: ImportRecord): string {
  const sorted = [...record].sort(([a, one], [b, other]) => compareText(one.path, other.path) || compareText(a, b));
  const lines = sorted.map(([identity, post]) => `    ${JSON.stringify(identity)}: ${JSON.stringify(post)}`);
  return `{\n  "version": 1,\n  "posts": {\n${lines.join(',\n')}\n  }\n}\n`;
}

/** Whether a path can be that of a post: a record may come from anywhere. */
function isPostPath(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path) && path.split(/[/\\]/).every((part) => /^[^.\0]/.test(part));
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
