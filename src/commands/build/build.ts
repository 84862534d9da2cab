/** `blog build`: the pages of the published posts, their feeds and images, as a folder for any web space. */
import { resolve } from 'node:path';
import { ExitCode, refusal, UserError } from '../../errors.ts';
import { isFile } from '../../files/folder.ts';
import { type Manifest, manifestName, readManifest } from '../../files/output/manifest.ts';
import { type OutputChanges, openOutput } from '../../files/output/output.ts';
import { folderProblem, isOccupied } from '../../files/output/target.ts';
import { withSlashes } from '../../files/windows.ts';
import type { Sweep } from '../../files/write/temporary.ts';
import { plural } from '../../report/diagnostics/summary.ts';
import { visible } from '../../report/escape.ts';
import { formatChangeDate, nextChange } from '../../site/nextChange.ts';
import { type Context, type DefineCommand, printHint } from '../context.ts';
import { type FeedSite, withSiteUrl } from '../feed/options.ts';
import { locked } from '../locked.ts';
import { openSite } from '../site.ts';
import { inTurns } from '../turns.ts';
import { formatOutputChanges, totalOf } from './changes.ts';
import { makeSite } from './site.ts';

export interface BuildOptions {
  output?: string;
  siteUrl?: string;
  check?: boolean;
  diff?: boolean;
  skipInvalid?: boolean;
  strict?: boolean;
  force?: boolean;
}

const examples = `
Examples:
  blog build -o public
  blog build -o public --diff`;

/** Defines `blog build`. */
export const defineBuild: DefineCommand = (command, context, done) => {
  command
    .optionsGroup('Output:')
    .option('-o, --output <folder>', 'write the site to a folder, which nothing else may have made')
    .option('--check', 'write nothing; fail if the folder is out of date')
    .option('--diff', 'write nothing; show which files would change')
    .option('--force', 'write even over files of others, or if old posts would reappear in feeds')
    .option('--site-url <url>', 'URL of the site (default: site_url in the config)')
    .optionsGroup('Posts:')
    .option('--skip-invalid', 'leave out invalid posts instead of failing')
    .option('--strict', 'fail if posts have errors that blog validate reports')
    .addHelpText('after', examples)
    .action(async (options: BuildOptions) => done(await runBuild(options, context())));
};

/** The folder of a site, and what was written there before. */
interface Target {
  path: string;
  /** In messages. */
  shown: string;
  before: Manifest;
}

async function runBuild(options: BuildOptions, context: Context): Promise<number> {
  if (options.check && options.diff) throw new UserError('--check and --diff cannot be used together');
  const site = withSiteUrl(await openSite(context), options.siteUrl);
  const { path, shown } = targetOf(options, site);
  if (options.check || options.diff) return buildIn(path, shown, options, site);
  return locked(path, context, (sweep) => buildIn(path, shown, options, site, sweep), { make: true });
}

/** The folder that the options name. Throws UserError if a site must not be there. */
function targetOf({ output }: BuildOptions, site: FeedSite): Pick<Target, 'path' | 'shown'> {
  if (output === undefined || output === '' || output === '-') {
    throw new UserError('no output folder; name one, for example: -o public');
  }
  const path = resolve(site.base, output);
  const shown = visible(withSlashes(output)).replace(/(?<=.)\/+$/, '');
  if (isFile(path)) throw new UserError(`${shown} is a file; name a folder, for example: -o public`);
  const { HOME, USERPROFILE } = site.shell.env;
  const homes = [HOME, USERPROFILE].filter((home) => home !== undefined && home !== '') as string[];
  const problem = folderProblem(path, shown, { root: site.root, posts: site.folder.path, homes });
  if (problem !== undefined) throw refusal(`${problem}; name a folder of its own, for example: -o public`);
  return { path, shown };
}

/** What was written to the folder before. Throws UserError if it has files of others, unless `force` allows them. */
function readBefore(path: string, shown: string, force: boolean): Manifest {
  const before = readManifest(path, shown);
  if (before === 'unreadable') {
    if (force) return new Map();
    throw refusal([
      `${shown}/${manifestName} is damaged, so what blog build wrote there is not known`,
      'Restore it, or empty the folder; to write there all the same, pass --force',
    ]);
  }
  if (before === undefined && !force && isOccupied(path, shown)) {
    throw refusal([
      `${shown} has files that blog build did not write; name an empty folder`,
      'To write there all the same, pass --force: other files stay, those with the name of a page are replaced',
    ]);
  }
  return before ?? new Map();
}

async function buildIn(
  path: string,
  shown: string,
  options: BuildOptions,
  site: FeedSite,
  sweep?: Sweep,
): Promise<number> {
  const { check, diff, force = false } = options;
  const target: Target = { path, shown, before: readBefore(path, shown, force) };
  const made = await makeSite(options, site, target);
  if (!made) return ExitCode.found;
  const { files, total, skipped, errors } = made;
  const output = openOutput(path, { shown, before: target.before, isWritten: sweep !== undefined });
  let changes: OutputChanges;
  try {
    for await (const file of inTurns(files, site, total)) output.add(file);
    changes = output.compare();
    if (changes.foreign.length > 0 && !force) throw inTheWay(changes.foreign, shown);
    output.publish();
  } finally {
    await output.close();
  }
  return ExitCode.done;
}
