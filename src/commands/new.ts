/** `blog new`: flags and answers → a draft in the posts folder. Spec section 4. */
import { randomUUID } from 'node:crypto';
import { type Command, Option } from 'commander';
import type { Entry, Library } from '../blog/library.ts';
import { takenPlaces } from '../blog/place.ts';
import { exit, UserError } from '../errors.ts';
import { editorCommand } from '../files/editor.ts';
import { isMissing } from '../files/folder.ts';
import { findPosts, type PostFile, printedPath } from '../files/posts.ts';
import { readWhole } from '../files/read.ts';
import type { Answers } from '../post/draft.ts';
import { templateNames } from '../post/templates.ts';
import { decodeText } from '../post/text.ts';
import { visible } from '../report/escape.ts';
import { createAsker, mayAsk } from './asker.ts';
import { choosePost } from './choosePost.ts';
import type { Context } from './context.ts';
import { editPost } from './edited.ts';
import { complete, type Known } from './newAsk.ts';
import { writeDraft } from './newFile.ts';
import { type GivenOptions, readGiven } from './newGiven.ts';
import { lastLook } from './newLook.ts';
import { nextStep, numbered, report } from './newReport.ts';
import { openPattern, type Pattern } from './newTemplate.ts';
import { collect } from './options.ts';
import { printDone } from './printing.ts';
import { createPostReader, openSite, readLibrary, type Site, warnOfClock } from './site.ts';

interface NewOptions extends GivenOptions {
  template?: string;
  from?: string;
  stdin?: boolean;
  edit?: boolean;
  publish?: boolean;
  dryRun?: boolean;
  json?: boolean;
}

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
  const { files, library } = readFolder(site);
  if (options.date === undefined) warnOfClock(postsOf(library), site, context);
  const from = options.from === undefined ? undefined : readFrom(options.from, files, library, site);
  const pattern = from && options.template === undefined ? undefined : openPattern(options.template, site, hint);
  const given = readGiven(options, from?.entry.post, library, site, hint);
  const asker = !options.stdin && mayAsk(context) ? createAsker(context) : undefined;
  const shelf = { site, taken: takenPlaces(files, postsOf(library), site.config) };
  const desk = { asker, library, shelf, shell, pattern, hint };
  const first = await complete(title, randomUUID(), given, desk);
  const body = options.stdin ? await readStdin(context) : from?.body;
  const answersFor = (known: Known) => (slug: string) =>
    withText({ ...known, draft: !options.publish, body: '' }, slug, options, pattern, body);
  const look = asker && first.asked && !options.dryRun;
  const { known, slug } = look ? await lastLook(first, answersFor, { ...desk, asker }) : first;
  const place = { slug, fixed: given.slug === slug };
  const written = writeDraft(answersFor(known), place, shelf, options.dryRun);
  const answers = answersFor(known)(written.slug);
  const same = numbered(written);
  if (same !== undefined) hint(same);
  const done = options.dryRun ? undefined : `the post is written all the same: ${visible(written.file)}`;
  printDone(done, () => report(written, answers, options, context, site));
  if (editor !== undefined) {
    const file = { path: written.path, file: written.file, inPosts: printedPath(site.folder.path, written.path) };
    const status = editPost(editor, file, site, context, 'the post is written all the same');
    if (status !== exit.done) return status;
  }
  hint(nextStep(answers, options, site));
  return exit.done;
}

/**
 * The answers with what the template gives for this slug, and the text: what was handed in, else the template's. What is
 * published at once begins empty: nobody should publish a template's questions by mistake.
 */
function withText(
  answers: Answers,
  slug: string,
  { template, publish, edit }: NewOptions,
  pattern: Pattern | undefined,
  body: string | undefined,
): Answers {
  const filled = pattern?.fill(answers, slug) ?? { body: '' };
  if (template === undefined && body === undefined && publish && !edit) return { ...answers, ...filled, body: '' };
  return { ...answers, ...filled, ...(template === undefined && body !== undefined && { body }) };
}

/** All posts that are there already; none where there is no folder yet. */
function readFolder(site: Site): { files: PostFile[]; library: Library } {
  const files = isMissing(site.folder.path) ? [] : findPosts(site.folder);
  return { files, library: readLibrary(site, files) };
}

function postsOf({ entries, invalid }: Library): Entry['post'][] {
  return [...entries.map(({ post }) => post), ...invalid.flatMap(({ post }) => post ?? [])];
}

function readFrom(
  wanted: string,
  files: readonly PostFile[],
  library: Library,
  site: Site,
): { entry: Entry; body: string } {
  const shelf = { files: new Map(files.map((file) => [file.file, file])), library };
  const { file, entry } = choosePost(wanted, shelf, site);
  if (!entry) throw new UserError(`--from: ${visible(file.file)} is broken; “blog validate” says why`);
  const reading = createPostReader(site, 1, readWhole)(file);
  return { entry, body: reading.body?.text.replace(/^(?:[ \t]*\r?\n)+/, '') ?? '' };
}

const largestText = 32 * 1024 * 1024 - 1024 * 1024;

async function readStdin({ shell, globals }: Context): Promise<string> {
  if (shell.interactive && !globals.quiet) shell.err('Write the text; end it with Ctrl-D on a line of its own.\n');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of shell.stdin) {
    const bytes = Buffer.from(chunk as Buffer);
    size += bytes.length;
    if (size > largestText) throw new UserError('--stdin: the text is larger than 31 MiB: that is no post');
    chunks.push(bytes);
  }
  const decoded = decodeText(Buffer.concat(chunks));
  if ('text' in decoded) return decoded.text;
  throw new UserError(`--stdin: ${decoded.fault.message}`);
}
