/** `blog new`: flags and answers → a draft in the posts folder. */
import { type Command, Option } from 'commander';
import { ExitCode, UserError } from '../../errors.ts';
import { editorCommand } from '../../files/editor.ts';
import { printedPath } from '../../files/posts.ts';
import type { Sweep } from '../../files/write/temporary.ts';
import { templateNames } from '../../post/draft/templates.ts';
import { visible } from '../../report/escape.ts';
import type { Context } from '../context.ts';
import { lockedPosts } from '../locked.ts';
import { collect, language } from '../options.ts';
import { printDone } from '../output.ts';
import { editPost } from '../post/edit.ts';
import { mayAsk } from '../prompt/prompt.ts';
import { openSite } from '../site.ts';
import { type Destinations, newPosts, readDestinations, writeFirst } from './file.ts';
import { type NewOptions, type Plan, planPost } from './plan.ts';
import { nextStep, numberedHint, report } from './report.ts';

const examples = `
Examples:
  blog new
  blog new "Our first meeting" --category Announcements --author "Ada Example (student)"
  blog new "Open day" --template event --edit
`;

/** Adds the arguments, options and action of `blog new`. */
export function defineNew(command: Command, context: () => Context, done: (status: number) => void): void {
  command
    // A title without quotes deserves a better answer than “too many arguments”.
    .allowExcessArguments()
    .argument('[title]', 'title of the post, in quotes')
    .optionsGroup('Fields:')
    .option('-c, --category <name>', 'add a category (repeatable)', collect)
    .option('-t, --tag <name>', 'add a tag (repeatable)', collect)
    .option(
      '-a, --author <name>',
      'add an author: "Name" or "Name (student|staff|partner|alumni)" (repeatable)',
      collect,
    )
    .option('--photos-by <name>', 'add a photographer, in the same form (repeatable)', collect)
    .option('--summary <text>', 'one or two sentences shown under the title')
    .option('--date <date>', 'YYYY-MM-DD, optionally with a time (default: now)')
    .option('--slug <slug>', 'the post’s part of the URL (default: made from the title)')
    .option('--lang <language>', 'language of the post, such as cy (default: the site’s)', language)
    .option('--publish', 'write a post to be published on its date, not a draft')
    .optionsGroup('Text:')
    .addOption(templateOption())
    .option('--from <post>', 'copy people, categories, tags and text from another post')
    .option('--stdin', 'read the text from standard input')
    .optionsGroup('Output:')
    .option('-e, --edit', 'open the post in your editor ($VISUAL or $EDITOR)')
    .option('--no-edit', 'do not open the post (default)')
    .addOption(new Option('--dry-run', 'print the post without writing it').conflicts(['edit']))
    .option('--json', 'print the result as JSON')
    .optionsGroup('Options:')
    .addHelpText('after', examples)
    .action(async (title: string | undefined, options: NewOptions) =>
      done(await runNew(title, command.args, options, context())),
    );
}

function templateOption(): Option {
  const option = new Option('--template <name>', 'template to start from: one of your own, or a built-in one');
  // Shown and completed, but not the only ones: the folder may have its own.
  option.argChoices = templateNames;
  return option.conflicts('stdin');
}

async function runNew(
  title: string | undefined,
  args: readonly string[],
  options: NewOptions,
  context: Context,
): Promise<number> {
  if (args.length > 1) throw new UserError(`put the title in quotes: blog new "${args.map(visible).join(' ')}"`);
  const { shell, globals } = context;
  const hint = (text: string): void => {
    if (!globals.quiet) shell.err(`${text}\n`);
  };
  const editor = options.edit ? editorCommand(shell.env) : undefined;
  const site = await openSite(context);
  const plan = (destinations: Destinations): Promise<Plan> => planPost(title, options, destinations, context, hint);
  // Without a lock, so that nobody waits while a person thinks: what is taken is read again below.
  const planned = options.stdin || mayAsk(context) ? await plan(readDestinations(site)) : undefined;
  const write = async (sweep?: Sweep) => {
    const destinations = readDestinations(site);
    const { fieldsFor, ...slug } = planned ?? (await plan(destinations));
    const posts = newPosts(fieldsFor, slug, destinations);
    const post = sweep ? writeFirst(posts, site.folder.path, sweep) : posts.next().value;
    return { post, fields: fieldsFor(post.slug) };
  };
  const { post, fields } = await (options.dryRun ? write() : lockedPosts(site, write, { make: true }));
  const { path, file } = post;
  const numbered = numberedHint(post);
  if (numbered !== undefined) hint(numbered);
  const written = options.dryRun ? undefined : `but the post was written: ${visible(file)}`;
  printDone(written, () => report(post, fields, options, context, site));
  if (editor !== undefined) {
    const inPosts = printedPath(site.folder.path, path);
    const status = editPost(editor, { path, file, inPosts }, site, 'but the post was written');
    if (status !== ExitCode.done) return status;
  }
  hint(nextStep(options, fields, site));
  return ExitCode.done;
}
