/** `blog init --feeds` and `--hook` in a blog that is there already: they add a file, and leave the others as they are. */
import { dirname } from 'node:path';
import { feedsWorkflowText } from '../../blog/workflows.ts';
import { ExitCode, refusal, UserError } from '../../errors.ts';
import { readPlainText } from '../../files/existing.ts';
import { isMissing } from '../../files/folder.ts';
import { checkInside } from '../../files/outside.ts';
import { printedPath } from '../../files/posts.ts';
import { createFile } from '../../files/write/write.ts';
import { visible } from '../../report/escape.ts';
import { version } from '../../version.ts';
import { type Context, printHint } from '../context.ts';
import { locked } from '../locked.ts';
import { openSite } from '../site.ts';
import { type InitOptions, workflowPlace } from './files.ts';
import { hookNote, planHook, writeHook } from './hook.ts';

/** Adds what the options name to the blog in `root`. Returns the exit status; throws UserError having written nothing. */
export async function addToBlog(
  root: string,
  { hook: wantsHook, feeds, dryRun }: Pick<InitOptions, 'hook' | 'feeds' | 'dryRun'>,
  context: Context,
): Promise<number> {
  const { config } = await openSite(context);
  if (feeds && config.siteUrl === undefined) {
    throw new UserError('--feeds needs the site’s URL; set site_url in blog.config.yaml');
  }
  const hook = wantsHook ? planHook(root, config.posts, context) : undefined;
  const made = feeds ? await addFeedsWorkflow(root, dryRun, context) : [];
  if (hook && !dryRun) writeHook(hook);
  context.shell.out([...made, ...(hook ? [hook.shown] : [])].map((one) => `${one}\n`).join(''));
  const notes = dryRun ? ['Dry run: nothing was written'] : [...workflowNotes(made), ...(hook ? [hookNote(hook)] : [])];
  for (const note of notes) printHint(note, context);
  return ExitCode.done;
}

/** Writes the workflow, and returns its path; none if it is there already. Throws UserError if another has its name. */
async function addFeedsWorkflow(root: string, dryRun: boolean | undefined, context: Context): Promise<string[]> {
  const { path, problem } = workflowPlace(root, 'feeds.yml');
  if (problem !== undefined) throw refusal(problem);
  const shown = visible(printedPath(root, path));
  checkInside(root, dirname(path), shown);
  const text = feedsWorkflowText(version);
  if (!isMissing(path) && readPlainText(path) === text) {
    printHint(`not changed: ${shown}`, context);
    return [];
  }
  const isFree = dryRun
    ? isMissing(path)
    : await locked(root, context, (sweep) => createFile(path, text, shown, { root, sweep }));
  if (isFree) return [shown];
  throw refusal([`${shown} already exists; nothing was written`, 'To write it anew, delete it first']);
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
  ];
}
