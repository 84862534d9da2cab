/** `blog build`: the pages of the published posts, their feeds and images, as a folder for any web space. */
import { join, resolve } from 'node:path';
import { ExitCode, refusal, UserError } from '../../errors.ts';
import { isFile } from '../../files/folder.ts';
import { type Manifest, manifestName, readManifest } from '../../files/output/manifest.ts';
import { type OutputChanges, openOutput } from '../../files/output/output.ts';
import { folderProblem, isOccupied } from '../../files/output/target.ts';
import { withSlashes } from '../../files/windows.ts';
import type { Sweep } from '../../files/write/temporary.ts';
import { plural } from '../../report/diagnostics/summary.ts';
import { quotedTitle, visible } from '../../report/escape.ts';
import { shellWord } from '../../shellWord.ts';
import { createDateFormat } from '../../site/dates.ts';
import { filePath } from '../../site/outputPaths.ts';
import type { PageLink } from '../../site/pageLink.ts';
import { pathInSite } from '../../site/plan/urls.ts';
import { problemLine } from '../../site/problemLine.ts';
import { type Context, type DefineCommand, printHint } from '../context.ts';
import { type FeedSite, withSiteUrl } from '../feed/options.ts';
import { checkReplaceable } from '../feed/write.ts';
import { locked } from '../locked.ts';
import { openSite } from '../site.ts';
import { inTurns } from '../turns.ts';
import { countSkipped, firstLines, formatKept, formatOutputChanges, namedFiles, summariseChanges } from './changes.ts';
import type { BuildOptions } from './options.ts';
import { type BuiltSite, openBuild } from './site.ts';

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
    .option('--force', 'replace files of others, remove changed ones, and let old posts reappear in feeds')
    .option('--site-url <url>', 'URL of the site (default: site_url in the config)')
    .optionsGroup('Posts:')
    .option('--skip-invalid', 'leave out invalid posts and pages instead of failing')
    .option('--strict', 'fail if posts have errors that blog validate reports')
    .addHelpText('after', examples)
    .action(async (options: BuildOptions) => done(await runBuild(options, context())));
};

async function runBuild(options: BuildOptions, context: Context): Promise<number> {
  if (options.check && options.diff) throw new UserError('--check and --diff cannot be used together');
  const site = withSiteUrl(await openSite(context), options.siteUrl);
  const { path, shown } = targetOf(options, site);
  if (options.check || options.diff) return buildIn(path, shown, options, site);
  return locked(path, context, (sweep) => buildIn(path, shown, options, site, sweep), { make: true });
}

/** The folder that the options name. Throws UserError if a site must not be there. */
function targetOf({ output }: BuildOptions, site: FeedSite): { path: string; shown: string } {
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
  const { force = false, output: folder = '' } = options;
  const before = readBefore(path, shown, force);
  const built = await openBuild(options, site, withSlashes(folder));
  if (!built) return ExitCode.found;
  const { pages, feeds } = built;
  const output = openOutput(path, { shown, before, isWritten: sweep !== undefined, force });
  try {
    for await (const page of inTurns(pages, site)) output.add(built.render(page));
    for await (const feed of inTurns(feeds, site)) output.add({ path: feed.file, content: feed.pieces() });
    for await (const asset of inTurns(built.assets(), site)) output.add(asset);
    const changes = output.compare();
    if (sweep) {
      if (changes.foreign.length > 0 && !force) throw inTheWay(changes.foreign, shown);
      await checkReplaceable(feeds, { ...options, all: true }, site);
      output.publish();
    }
    const dead = built.deadLinks().filter((link) => !leadsToOther(link, path, before, site));
    return report(changes, shown, options, { ...built, dead }, site);
  } finally {
    await output.close();
  }
}

/** Whether a link leads to a file in the folder that somebody else has put there. */
function leadsToOther({ url }: PageLink, path: string, before: Manifest, { siteUrl }: FeedSite): boolean {
  const at = pathInSite(url, siteUrl);
  const found = at === undefined ? undefined : filePath(at);
  if (!found || 'problem' in found) return false;
  return [found.file, `${found.file}/index.html`, `${found.file}.html`].some(
    (file) => !before.has(file) && isFile(join(path, file)),
  );
}

/** What is in the way of pages. */
function inTheWay(files: readonly string[], shown: string): UserError {
  return refusal([
    'blog build did not write these files, and would replace them; nothing was changed:',
    ...namedFiles(files, shown),
    'Move them away, or pass --force to replace them',
  ]);
}

/** Says what was done, or would be; returns the exit status. */
function report(
  changes: OutputChanges,
  shown: string,
  { check, diff }: BuildOptions,
  { skipped, errors, next, isEmpty, dead, problemOf }: BuiltSite & { dead: readonly PageLink[] },
  site: FeedSite,
): number {
  const { shell } = site;
  const total = changes.unchanged + changes.added.length + changes.changed.length + changes.foreign.length;
  const summary = summariseChanges(changes);
  const isStale = summary !== '' || changes.foreign.length > 0;
  const isKept = changes.kept.length > 0;
  if (diff) shell.out(formatOutputChanges(shown, changes));
  else if (check) {
    if (isStale)
      shell.err(
        `${shown} is out of date${summary === '' ? '' : ` (${summary})`}; run: blog build -o ${shellWord(shown)}\n`,
      );
  } else printHint(`${shown}: ${plural(total, 'file')}, ${summary === '' ? 'unchanged' : summary}`, site);
  if (isKept && !diff) shell.err(formatKept(changes.kept, shown));
  if (!check && !diff) for (const note of notes(isEmpty, site)) printHint(note, site);
  if (!check && !diff) {
    const lineOf = (link: PageLink): string => visible(problemLine(problemOf(link)));
    const more = (count: number): string => `${plural(count, 'more link')} to no page or file of the site`;
    for (const line of firstLines(dead, lineOf, more)) printHint(line, site);
  }
  if (errors !== undefined) printHint(`${errors}; for details, run: blog validate`, site);
  const isSkipped = skipped.posts + skipped.pages > 0;
  if (isSkipped) printHint(`${countSkipped(skipped)} left out of the site`, site);
  if (next && !check && !diff) {
    const date = createDateFormat(site.config.timeZone)(next.date, 'en-GB');
    printHint(`next change: ${date}, ${quotedTitle(next.title)} ${next.what}`, site);
  }
  return (check && isStale) || (isKept && !diff) || isSkipped ? ExitCode.found : ExitCode.done;
}

/** What nobody may want of a site that is published. */
function notes(isEmpty: boolean, { siteUrl }: FeedSite): string[] {
  const { hostname } = new URL(siteUrl);
  // The reader’s own machine, and what examples of a config have (RFC 2606, 3).
  const isNowhere = /^(?:localhost|127\.[\d.]+|\[::1\]|(?:www\.)?example\.(?:com|net|org))$/.test(hostname);
  return [
    ...(isEmpty ? ['no published posts: the pages of the site are empty'] : []),
    ...(isNowhere
      ? [`readers cannot reach ${hostname}, which is in the links of this site; set site_url in the config`]
      : []),
  ];
}
