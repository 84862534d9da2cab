/** `blog init`: a config, a first post and checks on GitHub; nothing that is there already is touched. Spec section 4. */
import { randomUUID } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { defaultConfig } from '../../blog/config/config.ts';
import { parseConfig } from '../../blog/config/parse.ts';
import { configText, firstPost, type NewBlog, withFeedLine, workflowText } from '../../blog/scaffold.ts';
import { ExitCode, UserError } from '../../errors.ts';
import { findIn } from '../../files/config.ts';
import { isMissing, repositoryAbove } from '../../files/folder.ts';
import { gitName } from '../../files/gitName.ts';
import { checkInside } from '../../files/outside.ts';
import { readPlainText } from '../../files/plainText.ts';
import { findPosts, printedPath } from '../../files/posts.ts';
import { removeStale, type Sweep } from '../../files/write/temporary.ts';
import { createFile, replaceFile } from '../../files/write/write.ts';
import { draftPost } from '../../post/draft/draft.ts';
import { parsePerson } from '../../post/fields/authors.ts';
import { lineProblem } from '../../post/frontmatter/yamlText.ts';
import { visible } from '../../report/escape.ts';
import { version } from '../../version.ts';
import type { Context } from '../context.ts';
import { locked } from '../locked.ts';
import { readDateOption } from '../options.ts';
import { printDone } from '../output.ts';
import { readClock } from '../site.ts';
import { type InitFlags, readAnswers } from './answers.ts';

interface InitOptions extends InitFlags {
  /** Undefined: yes. */
  ci?: boolean;
  ignoreFeed?: boolean;
  dryRun?: boolean;
}

const examples = `
Examples:
  blog init
  blog init --title "Students as Co-Creators" --site-url https://blog.example.org --timezone Europe/London
  blog init --categories "Announcements,Partnership blog" --no-ci --dry-run
`;

/** Adds what `blog init` takes and does. */
export function defineInit(command: Command, context: () => Context, done: (status: number) => void): void {
  command
    .option('--title <title>', 'the blog’s title (default: from the folder’s name)')
    .option('--site-url <address>', 'where readers find it; feeds need it')
    .option('--language <language>', 'of the posts: en, en-GB, cy (default: en)')
    .option('--timezone <zone>', 'for dates without an offset (default: this machine’s)')
    .option('--categories <a,b>', 'the categories that posts may have (default: any)')
    .option('--ci', 'write a GitHub workflow that checks every post (default)')
    .option('--no-ci', 'write none')
    .option('--ignore-feed', 'keep feed.xml out of git: a line in .gitignore')
    .option('--dry-run', 'say what would be written, write nothing')
    .addHelpText('after', '\n--posts DIR is the folder of the posts, as everywhere.')
    .addHelpText('after', examples)
    .action(async (options: InitOptions) => done(await runInit(options, context())));
}

/** A file that is to be written. */
interface NewFile {
  path: string;
  text: string;
  /** What the file that is there says: `text` is that with more at the end. */
  before?: string;
}

async function runInit(options: InitOptions, context: Context): Promise<number> {
  const { shell, globals } = context;
  if (globals.config !== undefined) throw new UserError('init writes blog.config.yaml: --config does not go with it');
  const root = resolve(shell.cwd, globals.dir ?? '.');
  if (isMissing(root)) throw new UserError(`there is no folder ${visible(globals.dir ?? root)}`);
  const shown = (path: string): string => visible(printedPath(root, path));
  const present = findIn(root);
  if (present !== undefined) {
    // The last file may be there, and what was left of writing it.
    if (!options.dryRun) removeStale(root);
    throw alreadyThere(shown(present));
  }
  const blog = await readAnswers(options, root, context);
  const write = (sweep?: Sweep): number => writeBlog(blog, options, root, context, sweep);
  return options.dryRun ? write() : locked(root, context, write);
}

/** Writes what is missing; without `sweep` it only says what that is. */
function writeBlog(
  blog: NewBlog,
  options: InitOptions,
  root: string,
  context: Context,
  sweep: Sweep | undefined,
): number {
  const { shell, globals } = context;
  const shown = (path: string): string => visible(printedPath(root, path));
  const config = join(root, 'blog.config.yaml');
  // A run that was killed may have left something here, where there is a post by now.
  sweep?.(join(root, blog.posts));
  const { files, notes, isFirst } = planFiles(blog, options, root, context);
  // The config comes last: until it is there, `blog init` can be run again and finishes what was begun.
  files.push({ path: config, text: checkedConfig(blog) });
  // All of them before the first is made: a refusal leaves nothing half begun.
  for (const { path } of files) checkInside(root, dirname(path), shown(path));
  const made: string[] = [];
  for (const { path, text, before } of files) {
    if (!sweep) {
      if (before !== undefined || isMissing(path)) made.push(path);
      else notes.push(`kept as it is: ${shown(path)}`);
    } else if (before !== undefined) {
      const isStill = (): boolean => readPlainText(path) === before;
      if (!replaceFile(path, text, shown(path), { root, sweep, isStill })) {
        throw new UserError(`${shown(path)} was changed meanwhile: run the command again`, ExitCode.found);
      }
      made.push(path);
    } else if (createFile(path, text, shown(path), { root, sweep })) made.push(path);
    else if (path === config) throw alreadyThere(shown(path));
    else notes.push(`kept as it is: ${shown(path)}`);
  }
  const done = options.dryRun ? undefined : `the blog is begun all the same: ${shown(config)}`;
  printDone(done, () => shell.out(made.map((path) => `${shown(path)}\n`).join('')));
  if (!globals.quiet) shell.err([...notes, ...nextSteps(blog, options, isFirst)].map((line) => `${line}\n`).join(''));
  return ExitCode.done;
}

function alreadyThere(file: string): UserError {
  return new UserError(`there is a blog here already: ${file}. Nothing was written`, ExitCode.found);
}

/** The config's text, once our own reader has read it. */
function checkedConfig(blog: NewBlog): string {
  const text = configText(blog);
  const read = parseConfig(text);
  if ('faults' in read) throw new Error(`the config cannot be read back: ${read.faults[0]?.message}`);
  return text;
}

/** All files but the config, what the user should know of those that are not written, and whether a first post is among them. */
function planFiles(
  blog: NewBlog,
  options: InitOptions,
  root: string,
  context: Context,
): { files: NewFile[]; notes: string[]; isFirst: boolean } {
  const files: NewFile[] = [];
  const notes: string[] = [];
  const folder = join(root, blog.posts);
  checkInside(root, folder, `posts: ${visible(blog.posts)}`);
  const posts = isMissing(folder) ? [] : findPosts({ path: folder, printed: '', base: root });
  if (posts.length === 0) files.push(firstPostFile(blog, root, context));
  else notes.push(`kept as it is: ${visible(blog.posts)}, with its posts`);
  if (options.ignoreFeed) {
    const path = join(root, '.gitignore');
    const old = readPlainText(path);
    const text = old === undefined ? undefined : withFeedLine(old);
    if (text !== undefined) files.push({ path, text, ...(old !== undefined && !isMissing(path) && { before: old }) });
    else notes.push('kept as it is: .gitignore');
  }
  if (options.ci !== false) {
    const repository = repositoryAbove(root);
    if (repository === undefined) {
      files.push({ path: join(root, '.github', 'workflows', 'blog.yml'), text: workflowText(version) });
    } else notes.push(`no workflow: GitHub looks for it in ${visible(repository)} only, where this folder lies`);
  }
  return { files, notes, isFirst: posts.length === 0 };
}

function firstPostFile(blog: NewBlog, root: string, { shell, globals }: Context): NewFile {
  const now = readClock(globals.now, shell.now(), blog.timeZone);
  const name = gitName(root, shell.env);
  const author = name === undefined || lineProblem(name) !== undefined ? 'Partnership team' : name;
  const { title, slug, summary, body } = firstPost;
  const { inPosts, text } = draftPost(
    {
      title,
      date: readDateOption(undefined, now, blog.timeZone),
      id: randomUUID(),
      authors: [parsePerson(author)],
      photos_by: [],
      categories: blog.categories.slice(0, 1),
      tags: [],
      summary,
      draft: true,
      body,
    },
    slug,
    defaultConfig().filename,
  );
  return { path: join(root, blog.posts, inPosts), text };
}

function nextSteps(blog: NewBlog, { dryRun, ci }: InitOptions, isFirst: boolean): string[] {
  if (dryRun) return ['A dry run: nothing was written.'];
  const address = 'Feeds need the blog’s address: when it has one, write it into blog.config.yaml (site_url).';
  return [
    ...(blog.siteUrl === undefined ? [address] : []),
    ...(ci === false ? [] : ['The workflow takes the tool from npm; the file says how to take it from elsewhere.']),
    'Next:',
    ...(isFirst ? [`  blog edit ${firstPost.slug}      make the first post yours`] : []),
    '  blog validate                      check all posts',
    ...(isFirst ? [`  blog publish ${firstPost.slug}   when it is ready`] : []),
    '  blog new                           write the next one',
  ];
}
