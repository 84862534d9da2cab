/** `blog new`: flags and answers → a draft in the posts folder. Spec section 4. */
import { type Command, Option } from 'commander';
import { ExitCode, UserError } from '../../errors.ts';
import { editorCommand } from '../../files/editor.ts';
import { printedPath } from '../../files/posts.ts';
import type { Sweep } from '../../files/write/temporary.ts';
import type { Answers } from '../../post/draft/draft.ts';
import { templateNames } from '../../post/draft/templates.ts';
import { visible } from '../../report/escape.ts';
import type { Context } from '../context.ts';
import { lockedPosts } from '../locked.ts';
import { collect } from '../options.ts';
import { printDone } from '../output.ts';
import { editPost } from '../post/editor.ts';
import { mayAsk } from '../prompt/prompt.ts';
import { openSite } from '../site.ts';
import { type Written, writeDraft } from './file.ts';
import { destinationsOf, type Folder, type NewOptions, type Plan, planPost, readFolder } from './plan.ts';
import { nextStep, numbered, report } from './report.ts';

const examples = `
Examples:
  blog new
  blog new "Our first meeting" --category Announcements --author "Ada Example (student)"
  blog new "Open day" --template event --edit
`;

/** Adds what `blog new` takes and does. */
export function defineNew(command: Command, context: () => Context, done: (status: number) => void): void {
  command
    // Words without quotes around them are answered better than by “too many arguments”.
    .allowExcessArguments()
    .argument('[title]', 'the title, in quotes')
    .option('-c, --category <name>', 'a category (repeatable)', collect)
    .option('-t, --tag <name>', 'a tag (repeatable)', collect)
    .option(
      '-a, --author <name>',
      'who wrote it: "Name (role)", role student, staff, partner or alumni (repeatable)',
      collect,
    )
    .option('--photos-by <name>', 'who took the photographs, in the same way (repeatable)', collect)
    .option('--summary <text>', 'one or two sentences under the title')
    .option('--date <date>', 'YYYY-MM-DD, or with a time (default: now)')
    .option('--slug <slug>', 'the post’s part of the address (default: made from the title)')
    .addOption(templateOption())
    .option('--from <post>', 'begin with the people, categories, tags and text of another post')
    .option('--stdin', 'take the text from standard input')
    .option('-e, --edit', 'open the post in your editor ($VISUAL or $EDITOR)')
    .option('--no-edit', 'do not open it')
    .option('--publish', 'not a draft: published at its date')
    .addOption(new Option('--dry-run', 'print the post, write nothing').conflicts(['edit']))
    .option('--json', 'print what was made as JSON')
    .addHelpText('after', examples)
    .action(async (title: string | undefined, options: NewOptions) =>
      done(await runNew(title, command.args, options, context())),
    );
}

function templateOption(): Option {
  const option = new Option('--template <name>', 'what to begin with: one of your own templates, or one of these');
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
  const plan = (folder: Folder): Promise<Plan> => planPost(title, options, folder, site, context, hint);
  // Nobody else has to wait while a person thinks: the folder is looked at again for what is taken then.
  const planned = options.stdin || mayAsk(context) ? await plan(readFolder(site)) : undefined;
  const write = async (sweep?: Sweep): Promise<{ written: Written; answers: Answers }> => {
    const folder = readFolder(site);
    const { answersFor, place } = planned ?? (await plan(folder));
    const written = writeDraft(answersFor, place, destinationsOf(folder, site), sweep);
    return { written, answers: answersFor(written.slug) };
  };
  const { written, answers } = await (options.dryRun ? write() : lockedPosts(site, context, write, { make: true }));
  const same = numbered(written);
  if (same !== undefined) hint(same);
  const done = options.dryRun ? undefined : `the post is written all the same: ${visible(written.file)}`;
  printDone(done, () => report(written, answers, options, context, site));
  if (editor !== undefined) {
    const file = { path: written.path, file: written.file, inPosts: printedPath(site.folder.path, written.path) };
    const status = editPost(editor, file, site, context, 'the post is written all the same');
    if (status !== ExitCode.done) return status;
  }
  hint(nextStep(answers, options, site));
  return ExitCode.done;
}
