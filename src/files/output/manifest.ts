/** The list of what `blog build` has written to a folder, by which it knows what it may replace and remove. */
import { join } from 'node:path';
import { compareText } from '../../diagnostic.ts';
import { isReservedName } from '../../site/outputPaths.ts';
import { readOwnText } from '../existing.ts';

/** The file of the list. */
export const manifestName = '.blog-build.json';

/** Each written file by its path in the folder, with `/`: the SHA-256 hashes that its content may have. */
export type Manifest = ReadonlyMap<string, readonly string[]>;

/** The list of a folder; `unreadable` if it is not one that `blog build` has written, undefined if there is none. */
export function readManifest(folder: string, shown: string): Manifest | 'unreadable' | undefined {
  const text = readOwnText(join(folder, manifestName), `${shown}/${manifestName}`);
  return text === undefined ? undefined : (parseManifest(text) ?? 'unreadable');
}

/** The list as JSON, a line for each file, so that version control shows what changed. */
export function formatManifest(manifest: Manifest): string {
  const lines = [...manifest]
    .sort(([one], [other]) => compareText(one, other))
    .map(
      ([path, hashes]) => `    ${JSON.stringify(path)}: ${JSON.stringify(hashes.length === 1 ? hashes[0] : hashes)}`,
    );
  return `{\n  "version": 1,\n  "files": {\n${lines.join(',\n')}\n  }\n}\n`;
}

/** Reads a list. Undefined if it is damaged, or has a path that `blog build` would not write. */
export function parseManifest(text: string): Manifest | undefined {
  const files = filesOf(text);
  if (files === undefined) return undefined;
  const manifest = new Map<string, string[]>();
  for (const [path, value] of Object.entries(files)) {
    const hashes: unknown[] = Array.isArray(value) ? value : [value];
    if (!isOutputPath(path) || hashes.length === 0 || !hashes.every(isHash)) return undefined;
    manifest.set(path, hashes);
  }
  return manifest;
}

/** Whether a path stays in the folder of a site and is not that of the list or of git, on every system. */
export function isOutputPath(path: string): boolean {
  if (/[\0-\x1f\x7f\\]|^[a-z]:/i.test(path)) return false;
  return path.split('/').every((name) => !/^\.{0,2}$/.test(name) && !isReservedName(name));
}

function filesOf(text: string): object | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    // Damaged: the caller says what to do.
    return undefined;
  }
  if (typeof data !== 'object' || data === null || !('version' in data) || !('files' in data)) return undefined;
  const { version, files } = data;
  return version === 1 && typeof files === 'object' && files !== null ? files : undefined;
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}
