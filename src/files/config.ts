/** The config on the disk: where it is, and what it says. Spec sections 1 and 3. */
import { lstatSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Config, defaultConfig } from '../blog/config/config.ts';
import { compareDiagnostics } from '../diagnostic.ts';
import { describeSystemError, errorCode, UserError } from '../errors.ts';
import { toDiagnostics } from '../post/frontmatter/locate.ts';
import { decodeText } from '../post/text.ts';
import { checkInside } from './outside.ts';
import { printedPath } from './posts.ts';

/** Bytes, as for front matter: no blog’s config comes near it. */
const maxSize = 64 * 1024;

const names = ['blog.config.yaml', 'blog.config.yml', 'blog.config.json'];

export interface FoundConfig {
  /** The folder that everything in the config is relative to, absolute. */
  root: string;
  config: Config;
  /** The config's own path; undefined when there is none. */
  path?: string;
}

/**
 * Finds and reads the config: the one that is named, the one of `dir` when that was given, else of the nearest folder
 * upward from `cwd`. Without any, everything has its default. Throws UserError with each fault's place.
 */
export async function readConfig(cwd: string, options: { dir?: string; config?: string }): Promise<FoundConfig> {
  const base = options.dir === undefined ? cwd : resolve(cwd, options.dir);
  if (options.dir !== undefined) checkDirectory(base, options.dir);
  if (options.config !== undefined) {
    const path = resolve(base, options.config);
    return { root: dirname(path), config: await load(path, base), path };
  }
  const path = options.dir === undefined ? findUpward(base) : findIn(base);
  if (path === undefined) return { root: base, config: defaultConfig() };
  // Its mistakes would be told with the lines of whatever file it leads to.
  checkInside(dirname(path), path, `the configuration ${printedPath(base, path)}`, '; to use it, pass --config FILE');
  return { root: dirname(path), config: await load(path, base), path };
}

function checkDirectory(path: string, shown: string): void {
  try {
    if (statSync(path).isDirectory()) return;
  } catch (error) {
    throw new UserError(`cannot use the folder ${shown}: ${describeSystemError(error)}`);
  }
  throw new UserError(`${shown} is not a folder`);
}

/** The config of a folder itself, be it a file or something else of that name, which `load` then refuses. */
export function findIn(folder: string): string | undefined {
  return names.map((name) => join(folder, name)).find((path) => lstatSync(path, { throwIfNoEntry: false }));
}

function findUpward(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const path = findIn(folder);
    if (path !== undefined || dirname(folder) === folder) return path;
  }
}

async function load(path: string, base: string): Promise<Config> {
  const shown = printedPath(base, path);
  let bytes: Buffer;
  try {
    const stats = statSync(path);
    if (!stats.isFile()) throw new UserError(`cannot read the configuration ${shown}: it is not a file`);
    if (stats.size > maxSize) throw new UserError(`config ${shown} is too large: the limit is 64 KiB`);
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const what = errorCode(error) === 'ENOENT' ? 'there is no such file' : describeSystemError(error);
    throw new UserError(`cannot read the configuration ${shown}: ${what}`);
  }
  const decoded = decodeText(bytes);
  // Brings the schema library along, which neither help nor a folder without settings needs.
  const { parseConfig } = await import('../blog/config/parse.ts');
  const result = 'fault' in decoded ? { faults: [decoded.fault] } : parseConfig(decoded.text);
  if ('config' in result) return result.config;
  const source = 'text' in decoded ? { yaml: decoded.text, line: 1 } : undefined;
  const diagnostics = toDiagnostics(shown, source, result.faults, {}).sort(compareDiagnostics);
  const lines = diagnostics.map(
    ({ line, column, message, hint }) =>
      `${shown}:${line}:${column}: ${message}${hint === undefined ? '' : ` (${hint})`}`,
  );
  throw new UserError(`the configuration has mistakes\n  ${lines.join('\n  ')}`);
}
