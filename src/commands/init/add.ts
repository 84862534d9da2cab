/** `blog init --ci`, `--feeds`, `--site` and `--hook` in a blog that is there already: they add what is missing, and change nothing else. */
import { dirname, join } from 'node:path';
import { parseConfig } from '../../blog/config/parse.ts';
import { siteLine } from '../../blog/scaffold.ts';
import { siteSection, statementFile, statementStep, statementText } from '../../blog/statement.ts';
import { feedsWorkflowText, siteWorkflowText, workflowText } from '../../blog/workflows.ts';
import { ExitCode, refusal, UserError } from '../../errors.ts';
import { readPlainText } from '../../files/existing.ts';
import { isMissing } from '../../files/folder.ts';
import { checkInside } from '../../files/outside.ts';
import { printedPath } from '../../files/posts.ts';
import { createFile, replaceFile } from '../../files/write/write.ts';
import { visible } from '../../report/escape.ts';
import { version } from '../../version.ts';
import { type Context, printHint } from '../context.ts';
import { locked } from '../locked.ts';
import { openSite, type SiteContext } from '../site.ts';
import { type InitOptions, ignoreFile, type NewFile, workflowPlace } from './files.ts';
import { hookNote, planHook, writeHook } from './hook.ts';

type Added = Pick<InitOptions, 'ci' | 'hook' | 'feeds' | 'site' | 'dryRun'>;

/** Adds what the options name to the blog in `root`. Returns the exit status; throws UserError having written nothing. */
export async function addToBlog(root: string, options: Added, context: Context): Promise<number> {
  const site = await openSite(context);
  const { config } = site;
  const asked = options.feeds ? '--feeds' : options.site ? '--site' : undefined;
  if (asked !== undefined && config.siteUrl === undefined) {
    throw new UserError(`${asked} needs the site’s URL; set site_url in blog.config.yaml`);
  }
  const hook = options.hook ? planHook(root, config.posts, context) : undefined;
  const { files, notes } = planAdded(root, options, site);
  const shown = ({ path }: NewFile): string => visible(printedPath(root, path));
  for (const file of files) checkInside(root, dirname(file.path), shown(file));
  if (files.length > 0 && !options.dryRun) {
    await locked(root, context, (sweep) => {
      for (const file of files) {
        const { path, text, before } = file;
        const isStill = (): boolean => readPlainText(path) === before;
        const isWritten =
          before === undefined
            ? createFile(path, text, shown(file), { root, sweep })
            : replaceFile(path, text, shown(file), { root, sweep, isStill });
        if (!isWritten) throw refusal(`${shown(file)} was changed by another program; run the command again`);
      }
    });
  }
  if (hook && !options.dryRun) writeHook(hook);
  const made = files.map(shown);
  context.shell.out([...made, ...(hook ? [hook.shown] : [])].map((one) => `${one}\n`).join(''));
  const workflows = made.filter((path) => path.endsWith('.yml'));
  const done = options.dryRun
    ? ['Dry run: nothing was written']
    : [
        ...workflowNotes(workflows),
        ...made.filter((path) => path.endsWith(statementFile)).map(statementStep),
        ...(options.site && made.length > 0 ? ['To see the site here, run: blog preview'] : []),
        ...(hook ? [hookNote(hook)] : []),
      ];
  for (const note of [...notes, ...done]) printHint(note, context);
  return ExitCode.done;
}

/** The files to add, and notes on those that are left as they are. Throws UserError if another file has the name of a workflow. */
function planAdded(
  root: string,
  { ci, feeds, site: wantsSite }: Added,
  site: SiteContext,
): { files: NewFile[]; notes: string[] } {
  const { 'reviewer-missing': review = 'off' } = site.config.rules;
  const texts = [
    ...(ci ? [{ name: 'blog.yml', text: workflowText(version, review !== 'off') }] : []),
    ...(feeds ? [{ name: 'feeds.yml', text: feedsWorkflowText(version) }] : []),
    ...(wantsSite ? [{ name: 'site.yml', text: siteWorkflowText(version) }] : []),
  ];
  const files: NewFile[] = [];
  const notes: string[] = [];
  const keep = (path: string): void => {
    notes.push(`not changed: ${visible(printedPath(root, path))}`);
  };
  for (const { name, text } of texts) {
    const { path, problem } = workflowPlace(root, name);
    if (problem !== undefined) throw refusal(problem);
    if (isMissing(path)) files.push({ path, text });
    else if (readPlainText(path) === text) keep(path);
    else {
      const shown = visible(printedPath(root, path));
      throw refusal([`${shown} already exists; nothing was written`, 'To write it anew, delete it first']);
    }
  }
  if (!wantsSite) return { files, notes };
  const statement = join(site.folder.path, statementFile);
  if (isMissing(statement)) files.push({ path: statement, text: statementText() });
  else keep(statement);
  const { file: ignore, note } = ignoreFile(root, [siteLine]);
  if (ignore) files.push(ignore);
  if (note !== undefined) notes.push(note);
  const config = withSiteSection(site);
  if (config) files.push(config);
  else if (site.configFile !== undefined) keep(site.configFile);
  return { files, notes };
}

/** The config with the section `site:` at its end; undefined where it has one, or nothing can be added to it. */
function withSiteSection({ config, configFile: path }: SiteContext): NewFile | undefined {
  const before = path === undefined ? undefined : readPlainText(path);
  if (path === undefined || before === undefined || Object.keys(config.site).length > 0) return undefined;
  const text = `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${siteSection()}`;
  // Not where it would end up inside something else, such as a config in braces.
  const read = parseConfig(text);
  return 'config' in read && read.config.site.footer !== undefined ? { path, text, before } : undefined;
}

/** What to set in workflows that were written. */
export function workflowNotes(workflows: readonly string[]): string[] {
  if (workflows.length === 0) return [];
  const [install, them] = workflows.length === 1 ? ['installs', 'it'] : ['install', 'them'];
  const feeds = workflows.find((path) => path.endsWith('feeds.yml'));
  return [
    `${workflows.join(' and ')} ${install} the tool from npm; comments in ${them} say how to use another source.`,
    ...(feeds === undefined
      ? []
      : [`The feeds go to the folder “public”; if your site publishes another one, set FEEDS in ${feeds}.`]),
    ...(workflows.some((path) => path.endsWith('site.yml'))
      ? ['On GitHub, set Settings > Pages > Source to “GitHub Actions”.']
      : []),
  ];
}
