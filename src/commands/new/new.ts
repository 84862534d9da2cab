/** `blog new`: flags and answers → a draft in the posts folder. */

import { type Command, Option } from 'commander';
import { ExitCode, UserError } from '../../errors.ts';
import { type PostFile, printedPath } from '../../files/posts.ts';
import { editorCommand, noEditor } from '../../files/programs/editor.ts';
import { readWhole } from '../../files/read.ts';
import type { Sweep } from '../../files/write/temporary.ts';
import type { DraftFields } from '../../post/draft/draft.ts';
import { templateNames } from '../../post/draft/templates.ts';
import { cutPost } from '../../post/frontmatter/frontMatter.ts';
import { isEmptyBody } from '../../post/markdown/emptyBody.ts';
import { statusOf } from '../../post/post.ts';
import { visible, visibleJson } from '../../report/escape.ts';
import { shellPath } from '../../shellWord.ts';
import type { Context } from '../context.ts';
import { lockedPosts } from '../locked.ts';
import { collect, language, once } from '../options.ts';
import { printDone } from '../output.ts';
import { editPost } from '../post/edit.ts';
import { mayAsk } from '../prompt/prompt.ts';
import { openSite, type SiteContext } from '../site.ts';
import { quote, quotedOptions } from '../unquoted.ts';
import { type Destinations, type NewPost, newPosts, readDestinations, translationNote, writeFirst } from './file.ts';
import { type NewOptions, planPost } from './plan.ts';

const examples = `
Examples:
  blog new
  blog new "Our first meeting" --category Announcements --author "Ada Example (student)"
  blog new "Open day" --template event --edit`;

/** Adds the arguments, options and action of `blog new`. */
export function defineNew(command: Command, context: () => Context, done: (status: number) => void): void {
  const template = new Option('--template <name>', 'your own or a built-in template');
  // Shown and completed, but not the only ones: the folder may have its own.
  template.argChoices = templateNames;
  command
    // A title without quotes deserves a better answer than “too many arguments”.
    .allowExcessArguments()
    .argument('[title]')
    .optionsGroup('Post:')
    .option('-c, --category <name>', 'add a category (repeatable)', collect)
    .option('-t, --tag <name>', 'add a tag (repeatable)', collect)
    .option(
      '-a, --author <name>',
      'add an author: "Name" or "Name (student|staff|partner|alumni)" (repeatable)',
      collect,
    )
    .option('--photos-by <name>', 'add a photographer, in the same form (repeatable)', collect)
    .option('--editor <name>', 'add a person who reviewed or edited it (repeatable)', collect)
    .option('--image <path>', 'main image: a file, by its path from here, or a URL', once('--image'))
    .option('--alt <text>', 'what the image shows, for people who cannot see it', once('--alt'))
    .option('--credit <name>', 'who made the image', once('--credit'))
    .addOption(
      new Option('--consent <answer>', 'whether the people in the image agreed').choices([
        'yes',
        'pending',
        'not-needed',
      ]),
    )
    .option('--summary <text>', 'one or two sentences shown under the title')
    .option('--date <date>', '2024-05-14, tomorrow, "14 May 2024 at 9am" (default: now)', once('--date'))
    .option('--slug <slug>', 'the post’s part of the URL (default: made from the title)')
    .option('--lang <language>', 'language of the post, such as cy (default: the site’s)', language)
    .option('--publish', 'write a post to be published on its date, not a draft')
    .addOption(template.conflicts('stdin'))
    .option('--from <post>', 'copy people, categories, tags and text from another post')
    .option('--stdin', 'read the text from standard input')
    .optionsGroup('Output:')
    .option('-e, --edit', 'open the post in your editor')
    .option('--no-edit', 'do not open the post (default)')
    .option('--dry-run', 'print the post without writing it')
    .option('--json', 'print the result as JSON')
    .optionsGroup('Options:')
    .addHelpText('after', examples)
    .action(async (_, options: NewOptions) => {
      if (command.args.length > 1) throw unquotedTitle(command);
      done(await runNew(command.args[0], options, context()));
    });
}

function unquotedTitle(command: Command): UserError {
  const title = `put the title in quotes: blog new ${quote(command.args)}`;
  return new UserError(quotedOptions(command, 'blog new') ?? title);
}

async function runNew(title: string | undefined, options: NewOptions, context: Context): Promise<number> {
  const { shell, globals } = context;
  const hint = (text: string): void => {
    if (!globals.quiet) shell.err(`${text}\n`);
  };
  if (options.dryRun && options.edit) throw new UserError('--dry-run cannot be used with --edit');
  const editor = options.edit ? editorCommand(shell) : undefined;
  if (options.edit && editor === undefined) throw new UserError(noEditor);
  const site = await openSite(context);
  const plan = (destinations: Destinations) => planPost(title, options, destinations, context, hint);
  // Without a lock, so that nobody waits while a person thinks: what is taken is read again below.
  const planned = options.stdin || mayAsk(context) ? await plan(readDestinations(site)) : undefined;
  const write = async (sweep?: Sweep) => {
    const destinations = readDestinations(site);
    const { fieldsFor, ...slug } = planned ?? (await plan(destinations));
    const posts = newPosts(fieldsFor, slug, destinations);
    const post = sweep ? writeFirst(posts, site.folder.path, sweep) : posts.next().value;
    const fields = fieldsFor(post.slug);
    const translation =
      options.slug === undefined && !post.original ? undefined : translationNote(post, fields.lang, destinations);
    return { post, fields, translation };
  };
  const { post, fields, translation } = await (options.dryRun ? write() : lockedPosts(site, write, { make: true }));
  const { path, file } = post;
  if (post.instead !== undefined) hint(`${post.instead} already has that name; the new post is ${visible(file)}`);
  if (translation !== undefined) hint(translation);
  const written = options.dryRun ? undefined : `but the post was written: ${visible(file)}`;
  printDone(written, () => report(post, fields, options, context, site));
  let isEmpty = isEmptyBody(fields.body);
  if (editor !== undefined) {
    const inPosts = printedPath(site.folder.path, path);
    const status = editPost(editor, { path, file, inPosts }, site, 'but the post was written');
    if (status !== ExitCode.done) return status;
    isEmpty = isLeftEmpty({ path, file, inPosts }, post.text, options);
  }
  hint(nextStep(options, fields, isEmpty, file, site));
  return ExitCode.done;
}

/** Whether a post has no text after its editor was closed: none at all, or still that of a template. */
function isLeftEmpty(file: PostFile, before: string, { stdin, from }: NewOptions): boolean {
  const read = readWhole(file);
  if ('fault' in read) return false;
  const isGiven = stdin === true || from !== undefined;
  return (read.text === before && !isGiven) || isEmptyBody(cutPost(read.text)?.body ?? read.text);
}

/** Prints the path, or with --json an object; for a dry run the text. */
function report(
  { file, slug, url, text }: NewPost,
  fields: DraftFields,
  options: NewOptions,
  { shell, globals }: Context,
  { config, now }: SiteContext,
): void {
  const isTerminal = shell.stdout.width !== undefined;
  const safe = (line: string): string => (isTerminal ? visible(line) : line);
  if (options.json) {
    const data = {
      file,
      slug,
      id: fields.id,
      url: config.siteUrl === undefined ? null : url,
      title: fields.title,
      status: statusOf(fields, now),
      written: !options.dryRun,
      ...(options.dryRun && { text }),
    };
    shell.out(`${visibleJson(JSON.stringify(data, null, 2))}\n`, 'json');
  } else if (options.dryRun) {
    if (!globals.quiet) shell.err(`${visible(file)}\n`);
    shell.out(text.split('\n').map(safe).join('\n'));
  } else shell.out(`${safe(file)}\n`);
}

/** What was done, and what to do next, in a line. */
function nextStep(
  { edit, dryRun }: NewOptions,
  fields: DraftFields,
  isEmpty: boolean,
  file: string,
  { now }: SiteContext,
): string {
  if (dryRun) return 'Dry run: nothing was written';
  const status = statusOf(fields, now);
  const done = status === 'draft' ? 'Draft written' : `Post written and ${status}`;
  if (!isEmpty && (edit || !fields.draft)) return `${done}. Next: blog validate`;
  if (!fields.draft)
    return `${done} without a text; write it before readers see it: blog edit ${shellPath(visible(file))}`;
  return `${done}${isEmpty ? ', with no text yet' : ''}. Open it, write, then run: blog validate`;
}
