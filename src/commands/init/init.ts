/** `blog init`: writes a config, a first post and a GitHub workflow, and leaves existing files as they are. */
import { dirname, join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { firstPost, type NewBlog } from '../../blog/scaffold.ts';
import { ExitCode, UserError } from '../../errors.ts';
import { findIn } from '../../files/config.ts';
import { readPlainText } from '../../files/existing.ts';
import { isMissing } from '../../files/folder.ts';
import { checkInside } from '../../files/outside.ts';
import { printedPath } from '../../files/posts.ts';
import { removeStale, type Sweep } from '../../files/write/temporary.ts';
import { createFile, replaceFile } from '../../files/write/write.ts';
import { visible } from '../../report/escape.ts';
import type { Context } from '../context.ts';
import { locked } from '../locked.ts';
import { printDone } from '../output.ts';
import { readAnswers } from './answers.ts';
import { type InitOptions, type NewFile, planFiles } from './files.ts';

const examples = `
Examples:
  blog init
  blog init --title "Students as Co-Creators" --site-url https://blog.example.org --timezone Europe/London
  blog init --categories "Announcements,Partnership blog" --no-ci --dry-run
`;

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
    .optionsGroup('Files:')
    .option('--ci', 'write a GitHub workflow that checks every post (default)')
    .option('--no-ci', 'do not write a workflow')
    .addOption(
      new Option('--feeds', 'write a workflow that updates the feeds on push and each morning').conflicts('ignoreFeed'),
    )
    .option('--ignore-feed', 'add feed.xml to .gitignore')
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
  const present = findIn(root);
  if (present !== undefined) {
    // A run that was killed may have left the temporary file of the config.
    if (!options.dryRun) removeStale(root);
    throw alreadyThere(shown(present));
  }
  const blog = await readAnswers(options, root, context);
  if (options.feeds && blog.siteUrl === undefined) {
    throw new UserError('--feeds needs the site’s URL; pass --site-url https://…');
  }
  // Without `sweep` it only lists the files.
  const write = (sweep?: Sweep): number => {
    const config = join(root, 'blog.config.yaml');
    // A run that was killed may have left a temporary file in the posts folder, too.
    sweep?.(join(root, blog.posts));
    const { files, notes, isFirst } = planFiles(blog, options, root, context);
    // All are checked before the first is written, so that an error leaves nothing half done.
    for (const { path } of files) checkInside(root, dirname(path), shown(path));
    const made: string[] = [];
    for (const file of files) {
      if (writeFile(file, shown(file.path), root, sweep)) made.push(file.path);
      else if (sweep && file.path === config) throw alreadyThere(shown(config));
      else notes.push(`not changed: ${shown(file.path)}`);
    }
    const done = options.dryRun ? undefined : `the blog was still created: ${shown(config)}`;
    printDone(done, () => shell.out(made.map((path) => `${shown(path)}\n`).join('')));
    if (!globals.quiet) shell.err([...notes, ...nextSteps(blog, options, isFirst)].map((line) => `${line}\n`).join(''));
    return ExitCode.done;
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
  return new UserError(`${file} already exists; nothing was written`, ExitCode.found);
}

function nextSteps(blog: NewBlog, { dryRun, ci, feeds }: InitOptions, isFirst: boolean): string[] {
  if (dryRun) return ['Dry run: nothing was written'];
  return [
    ...(blog.siteUrl === undefined
      ? ['Feeds need the site’s URL: add site_url to blog.config.yaml when you know it.']
      : []),
    ...(ci === false && !feeds
      ? []
      : ['The workflow installs the tool from npm; comments in it say how to use another source.']),
    ...(blog.review && !isFirst
      ? ['Posts must say who reviewed them. Those that do not yet: blog list --status published --missing editors']
      : []),
    'Next:',
    isFirst
      ? `  blog edit ${firstPost.slug}      edit the first post`
      : '  blog list                          list your posts',
    '  blog validate                      check all posts',
    ...(isFirst ? publishSteps(blog) : []),
    '  blog new                           write the next one',
  ];
}

function publishSteps({ review }: NewBlog): string[] {
  const { slug } = firstPost;
  if (!review) return [`  blog publish ${slug}   publish it when it is ready`];
  return [
    `  blog submit ${slug}    submit it for review`,
    `  blog publish ${slug} --reviewed-by "Name (role)"`,
    '                                     publish it after the review',
  ];
}
