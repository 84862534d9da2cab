/** Finds and reads the config. */
import { lstatSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Config, defaultConfig } from '../blog/config/config.ts';
import { compareDiagnostics, type Diagnostic } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import { toDiagnostics } from '../post/frontmatter/locate.ts';
import { decodeText } from '../post/text.ts';
import { explain } from './explain.ts';
import { checkInside } from './outside.ts';
import { printedPath } from './posts.ts';

/** Bytes, as for front matter; far more than any config has. */
const maxSize = 64 * 1024;

/** The names that a config may have. */
export const configNames = ['blog.config.yaml', 'blog.config.yml', 'blog.config.json'];

export interface FoundConfig {
  /** The folder that paths in the config are relative to, absolute. */
  root: string;
  config: Config;
  /** The path of the config, absolute; undefined without one. */
  path?: string;
}

/**
 * Reads the config: the one that `config` names, or else the nearest one in `dir` (default: `cwd`) or a folder above it.
 * Without one, everything has its default. Throws UserError with the line of each problem.
 */
export async function readConfig(
  cwd: string,
  { dir, config: named }: { dir?: string; config?: string },
): Promise<FoundConfig> {
  const base = dir === undefined ? cwd : resolve(cwd, dir);
  const isFolder = dir === undefined || explain(`use the folder ${dir}`, () => statSync(base).isDirectory());
  if (!isFolder) throw new UserError(`${dir} is not a folder`);
  const path = named === undefined ? findUpward(base) : resolve(base, named);
  if (path === undefined) return { root: base, config: defaultConfig() };
  const root = dirname(path);
  // Messages about problems quote the file, which must not be one outside the blog, unless the user has named it.
  const shown = `config ${printedPath(base, path)}`;
  if (named === undefined) checkInside(root, path, shown, '; to use it, pass --config FILE');
  return { root, config: await load(path, base), path };
}

/** The path of the config in a folder; undefined without one. It may be something other than a file. */
export function findIn(folder: string): string | undefined {
  return configNames.map((name) => join(folder, name)).find((path) => lstatSync(path, { throwIfNoEntry: false }));
}

function findUpward(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const path = findIn(folder);
    if (path !== undefined || dirname(folder) === folder) return path;
  }
}

async function load(path: string, base: string): Promise<Config> {
  const shown = printedPath(base, path);
  const bytes = explain(
    `read config ${shown}`,
    () => {
      const stats = statSync(path);
      if (!stats.isFile()) throw new UserError(`config ${shown} is not a file`);
      if (stats.size > maxSize) throw new UserError(`config ${shown} is larger than 64 KiB`);
      return readFileSync(path);
    },
    { ENOENT: 'file not found' },
  );
  const decoded = decodeText(bytes);
  // Loads the schema library, which neither help nor a blog without a config needs.
  const { parseConfig } = await import('../blog/config/parse.ts');
  const result = 'fault' in decoded ? { faults: [decoded.fault] } : parseConfig(decoded.text);
  if ('config' in result) return result.config;
  const source = 'text' in decoded ? { yaml: decoded.text, line: 1 } : undefined;
  const diagnostics = toDiagnostics(shown, source, result.faults, {}).sort(compareDiagnostics);
  throw new InvalidConfig(diagnostics);
}

/** Everything that is wrong with a config. */
export class InvalidConfig extends UserError {
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: readonly Diagnostic[]) {
    const lines = diagnostics.map(
      ({ file, line, column, message, hint }) =>
        `  ${file}:${line}:${column}: ${message}${hint === undefined ? '' : `; ${hint}`}`,
    );
    super(['invalid config', ...lines]);
    this.diagnostics = diagnostics;
  }
}
