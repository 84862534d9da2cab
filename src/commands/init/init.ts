/** `blog init`: writes a config, a first post and a GitHub workflow, and leaves existing files as they are. */

import { dirname, join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { firstPost, type NewBlog } from '../../blog/scaffold.ts';
import { statementFile, statementStep } from '../../blog/statement.ts';
import { ExitCode, refusal, UserError } from '../../errors.ts';
import { findIn } from '../../files/config.ts';
import { readPlainText } from '../../files/existing.ts';
import { isMissing } from '../../files/folder.ts';
import { checkInside } from '../../files/outside.ts';
import { printedPath } from '../../files/posts.ts';
import { removeStale, type Sweep } from '../../files/write/temporary.ts';
import { createFile, replaceFile } from '../../files/write/write.ts';
import { visible } from '../../report/escape.ts';
import { shellWord } from '../../shellWord.ts';
import type { Context } from '../context.ts';
import { locked } from '../locked.ts';
import { printDone } from '../output.ts';
import { addToBlog, workflowNotes } from './add.ts';
import { readAnswers } from './answers.ts';
import { type InitOptions, type NewFile, planFiles } from './files.ts';
import { hookNote, planHook, writeHook } from './hook.ts';
import { checkRivals } from './rivals.ts';

const examples = `
Examples:
  blog init
  blog init --title "Students as Co-Creators" --site-url https://blog.example.org
  blog init --categories "Announcements,Partnership blog" --no-ci --dry-run`;

/** Adds the options and the action of `blog init`. */
export function defineInit(command: Command, context: () => Context, done: (status: number) => void): void {
  command
    .optionsGroup('Config:')
    .option('--title <title>', 'title of the blog (default: made from the folder name)')
    .option('--site-url <url>', 'URL of the site, which feeds need')
    .option('--language <language>', 'language of the posts, such as en-GB (default: en)')
    .option('--timezone <zone>', 'time zone of dates without an offset (default: the system’s)')
    .option('--categories <a,b>', 'allowed categories (default: any)')
    .option('--review', 'require that every published post names who reviewed it')
    .addOption(new Option('--no-review').hideHelp())
    .optionsGroup('Files (--ci, --feeds, --site and --hook also in a blog that exists):')
    .option('--ci', 'write a GitHub workflow that checks every post (default)')
    .option('--no-ci', 'do not write a workflow')
    .addOption(
      new Option('--feeds', 'write a workflow that updates the feeds on push and each morning').conflicts('ignoreFeed'),
    )
    .option('--site', 'write a workflow that publishes the site on GitHub Pages, and a page to fill in')
    .option('--ignore-feed', 'add feed.xml to .gitignore')
    .option('--hook', 'write a git hook that checks posts before each commit')
    .option('--dry-run', 'list the files without writing them')
    .optionsGroup('Options:')
    .addHelpText('after', '\n--posts DIR sets the posts folder (default: the one that exists, or “posts”).')
    .addHelpText('after', examples)
    .action(async (options: InitOptions) => done(await runInit(options, context())));
}

async function runInit(options: InitOptions, context: Context): Promise<number> {
  const { shell, globals } = context;
  if (globals.config !== undefined)
    throw new UserError('--config cannot be used with init, which writes blog.config.yaml');
  const root = resolve(shell.cwd, globals.dir ?? '.');
  if (isMissing(root)) throw new UserError(`folder “${visible(globals.dir ?? root)}” not found`);
  const shown = (path: string): string => visible(printedPath(root, path));
  checkRivals(root, options);
  const present = findIn(root);
  if (present !== undefined) {
    // A run that was killed may have left the temporary file of the config.
    if (!options.dryRun) removeStale(root);
    const { ci, hook, feeds, site, dryRun: _, ...others } = options;
    if ((ci || hook || feeds || site) && Object.keys(others).length === 0) return addToBlog(root, options, context);
    throw alreadyThere(shown(present));
  }
  const blog = await readAnswers(options, root, context);
  const asked = options.feeds ? '--feeds' : options.site ? '--site' : undefined;
  if (asked !== undefined && blog.siteUrl === undefined) {
    throw new UserError(`${asked} needs the site’s URL; pass --site-url https://…`);
  }
  const hook = options.hook ? planHook(root, blog.posts, context) : undefined;
  // Without `sweep` it only lists the files.
  const write = (sweep?: Sweep): number => {
    const config = join(root, 'blog.config.yaml');
    // A run that was killed may have left a temporary file in the posts folder, too.
    sweep?.(join(root, blog.posts));
    const plan = planFiles(blog, options, root, context);
    const { files, notes, isFirst } = plan;
    let undone = plan.isIncomplete;
    // All are checked before the first is written, so that an error leaves nothing half done.
    for (const { path } of files) checkInside(root, dirname(path), shown(path));
    const made: string[] = [];
    for (const file of files) {
      if (writeFile(file, shown(file.path), root, sweep)) made.push(file.path);
      else if (sweep && file.path === config) throw alreadyThere(shown(config));
      else {
        notes.push(`not changed: ${shown(file.path)}`);
        undone ||= file.isAsked === true && readPlainText(file.path) !== file.text;
      }
    }
    const done = options.dryRun ? undefined : `the blog was still created: ${shown(config)}`;
    if (hook && sweep) writeHook(hook);
    const paths = [...made.map(shown), ...(hook ? [hook.shown] : [])];
    printDone(done, () => shell.out(paths.map((path) => `${path}\n`).join('')));
    const post = isFirst ? firstPost.slug : undefined;
    const statement = made.map(shown).find((path) => path.endsWith(statementFile));
    const workflows = made.map(shown).filter((path) => path.endsWith('.yml'));
    const steps = sweep
      ? nextSteps(blog, { post, workflows, statement, folder: printedPath(shell.cwd, root) })
      : ['Dry run: nothing was written'];
    if (!globals.quiet)
      shell.err([...notes, ...(hook && sweep ? [hookNote(hook)] : []), ...steps].map((line) => `${line}\n`).join(''));
    return undone ? ExitCode.found : ExitCode.done;
  };
  return options.dryRun ? write() : locked(root, context, write);
}

/** Whether the file was written, which an existing one is not; without `sweep`, whether it would be. Throws UserError. */
function writeFile({ path, text, before }: NewFile, shown: string, root: string, sweep: Sweep | undefined): boolean {
  if (!sweep) return before !== undefined || isMissing(path);
  if (before === undefined) return createFile(path, text, shown, { root, sweep });
  const isStill = (): boolean => readPlainText(path) === before;
  if (replaceFile(path, text, shown, { root, sweep, isStill })) return true;
  throw new UserError(`${shown} was changed by another program; run the command again`, ExitCode.found);
}

function alreadyThere(file: string): UserError {
  const advice = 'To add checks, feeds, a site or a git hook, run: blog init --ci, --feeds, --site or --hook';
  return refusal([`${file} already exists; nothing was written`, advice]);
}

/** What is there after the blog was made. */
interface Made {
  /** The first post, if it was written. */
  post: string | undefined;
  workflows: readonly string[];
  /** The accessibility statement, if it was written. */
  statement: string | undefined;
  folder: string;
}

/** Commands to type next, about what is there. */
function nextSteps(blog: NewBlog, { post, workflows, statement, folder }: Made): string[] {
  const steps: [command: string, what: string][] = [
    ...(folder === '' ? [] : [[`cd ${shellWord(folder)}`, 'go to the blog'] as [string, string]]),
    post === undefined ? ['blog list', 'list your posts'] : [`blog edit ${post}`, 'edit the first post'],
    ['blog preview', 'see the blog in your browser as you write'],
    ['blog validate', 'check all posts'],
    ...(post === undefined ? [] : publishSteps(post, blog)),
    ['blog new', 'write the next one'],
  ];
  const widest = Math.max(...steps.map(([command]) => command.length));
  return [
    ...(blog.siteUrl === undefined
      ? ['Feeds need the site’s URL: add site_url to blog.config.yaml when you know it.']
      : []),
    ...workflowNotes(workflows),
    ...(statement === undefined ? [] : [statementStep(statement)]),
    ...(blog.review && post === undefined
      ? ['Posts must say who reviewed them. Those that do not yet: blog list --status published --missing editors']
      : []),
    'Next:',
    ...steps.map(([command, what]) => `  ${command.padEnd(widest)}   ${what}`),
  ];
}

function publishSteps(post: string, { review }: NewBlog): [command: string, what: string][] {
  if (!review) return [[`blog publish ${post}`, 'publish it when it is ready']];
  return [
    [`blog submit ${post}`, 'submit it for review'],
    [`blog publish ${post} --reviewed-by "Name (role)"`, 'publish it after the review'],
  ];
}
