/** `_wordpress/import.json`: what was written, so that an import can be run again. */
import { compareText } from '../diagnostic.ts';
import type { WrittenPost } from './decide.ts';
import { uploadsFolder } from './uploads/paths.ts';
import { whyNotCopied } from './uploads/types.ts';

export interface ImportRecord {
  /** By identity. */
  posts: Map<string, WrittenPost>;
  /** Copies of files: path in the uploads folder of WordPress → path in the posts folder. */
  files: Map<string, string>;
  /** The places in posts to which other posts link, which an export of some of the posts need not have: by path. */
  parts: Map<string, readonly string[]>;
}

/** The record where nothing was imported. */
export function emptyRecord(): ImportRecord {
  return { posts: new Map(), files: new Map(), parts: new Map() };
}

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
  const record = emptyRecord();
  for (const [identity, post] of Object.entries(data['posts'])) {
    if (!isMapping(post)) return undefined;
    const { path, hash } = post;
    if (typeof path !== 'string' || !isPostPath(path)) return undefined;
    if (hash !== undefined && typeof hash !== 'string') return undefined;
    record.posts.set(identity, { path, ...(hash !== undefined && { hash }) });
  }
  const { files = {} } = data;
  if (!isMapping(files)) return undefined;
  for (const [from, to] of Object.entries(files)) {
    if (typeof to !== 'string' || !isCopyPath(to)) return undefined;
    record.files.set(from, to);
  }
  const { parts = {} } = data;
  if (!isMapping(parts)) return undefined;
  for (const [path, names] of Object.entries(parts)) {
    if (!Array.isArray(names) || names.some((name) => typeof name !== 'string') || !isPostPath(path)) return undefined;
    record.parts.set(path, names);
  }
  return record;
}

/** A record as text, the same for the same posts. */
export function recordText({ posts, files, parts }: ImportRecord): string {
  const sorted = [...posts].sort(([a, one], [b, other]) => compareText(one.path, other.path) || compareText(a, b));
  const copies = [...files].sort(([a], [b]) => compareText(a, b));
  const places = [...parts].sort(([a], [b]) => compareText(a, b));
  const blocks = [
    `"posts": ${block(sorted)}`,
    ...(copies.length === 0 ? [] : [`"files": ${block(copies)}`]),
    ...(places.length === 0 ? [] : [`"parts": ${block(places)}`]),
  ];
  return `{\n  "version": 1,\n  ${blocks.join(',\n  ')}\n}\n`;
}

function block(entries: readonly [key: string, value: unknown][]): string {
  const lines = entries.map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{\n${lines.join(',\n')}\n  }`;
}

/**
 * The record for while an import is at work: with the paths of all posts that it is about to write, so that it finds them if it
 * is killed, even those that nothing but their place in the export identifies.
 */
export function withPlanned(
  { posts, ...others }: ImportRecord,
  planned: readonly { identity: string; path: string }[],
): ImportRecord {
  const all = planned.map(({ identity, path }) => [identity, posts.get(identity) ?? { path }] as const);
  return { posts: new Map([...posts, ...all]), ...others };
}

/** Whether a path can be that of a post: a record may come from anywhere. */
function isPostPath(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path) && isPlain(path);
}

/** Whether a path can be that of a copy: in the folder of copies, whose types are no posts. */
function isCopyPath(path: string): boolean {
  return path.startsWith(`${uploadsFolder}/`) && whyNotCopied(path) === undefined && isPlain(path);
}

function isPlain(path: string): boolean {
  return path.split(/[/\\]/).every((part) => /^[^.\0]/.test(part));
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
