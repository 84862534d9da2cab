/** The command line: global options and commands, each loaded only when it is called. Spec section 4. */
import { Command, Option } from 'commander';
import type { Context, GlobalOptions } from './commands/context.ts';
import { commandSummaries } from './commands/summaries.ts';
import { UserError } from './errors.ts';
import { nearest } from './post/nearest.ts';
import { visible, visibleLines } from './report/escape.ts';
import type { Shell } from './shell.ts';
import { version } from './version.ts';

/** The program for commander; `done` is told the exit status of the command that ran. */
export function createProgram(shell: Shell, done: (status: number) => void): Command {
  const program = new Command('blog')
    .description('The tool of a student–staff partnership blog: draft, check, browse and syndicate its posts.')
    .version(version, '-V, --version', 'print the version')
    .addOption(new Option('-C, --dir <dir>', 'run as if started in this folder'))
    .addOption(new Option('--posts <dir>', 'the folder of the posts, from the root'))
    .addOption(new Option('--config <file>', 'the configuration; its folder is the root'))
    .addOption(new Option('--no-input', 'never ask: fail where an answer is missing'))
    .addOption(new Option('-q, --quiet', 'no hints and summaries'))
    .addOption(new Option('--color', 'colours, always'))
    .addOption(new Option('--no-color', 'no colours'))
    .addOption(new Option('--now <time>', 'take this moment for now (ISO 8601)'))
    .helpOption('-h, --help', 'show help')
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true })
    .showSuggestionAfterError()
    .allowExcessArguments()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => shell.out(text),
      writeErr: (text) => shell.err(text),
      outputError: (text, write) => write(visibleLines(text.replace(/^error: /, 'blog: '))),
      getOutHelpWidth: () => shell.stdout.width ?? 100,
      getErrHelpWidth: () => shell.stderr.width ?? 100,
      getOutHasColors: () => shell.stdout.color > 0,
      getErrHasColors: () => shell.stderr.color > 0,
    })
    .addHelpText(
      'after',
      '\n`blog help <command>` tells all about one of them.\n\nExamples:\n  blog list\n  blog new "Our first meeting"\n  blog validate\n',
    );
  // Commander's own default would make --no-color decide even where nobody gave it.
  program.setOptionValueWithSource('color', undefined, 'default');
  const context = (): Context => ({ shell, globals: program.opts<GlobalOptions>() });
  for (const { name, summary, aliases, hidden = false } of commandSummaries) {
    const command = program.command(name, { hidden }).summary(summary).description(summary).aliases(aliases);
    command.allowExcessArguments(false);
  }
  program.hook('preSubcommand', async (_, command) => {
    const found = commandSummaries.find(({ name }) => name === command.name());
    if (found) (await found.load())(command, context, done);
  });
  program.action(async () => {
    const [unknown] = program.args;
    if (unknown !== undefined) throw unknownCommand(unknown);
    const { welcome } = await import('./commands/welcome.ts');
    done(await welcome(context()));
  });
  return program;
}

/**
 * `help list` → `list --help`, which knows the command's options; what stands before it is kept. Throws UserError for a
 * command that there is not.
 */
export function readHelp(args: readonly string[], { options }: Command): readonly string[] {
  const takesNext = (word = ''): boolean =>
    options.some((option) => option.required && [option.short, option.long].includes(word));
  const at = args.findIndex((word, index) => !word.startsWith('-') && !takesNext(args[index - 1]));
  if (args[at] !== 'help') return args;
  const name = args[at + 1];
  const known = commandSummaries.some((command) => command.name === name || command.aliases.includes(name ?? ''));
  if (name !== undefined && !known && !name.startsWith('-')) throw unknownCommand(name);
  return [...args.slice(0, at), ...args.slice(at + 1), '--help'];
}

function unknownCommand(name: string): UserError {
  const names = commandSummaries.flatMap((command) => (command.hidden ? [] : [command.name, ...command.aliases]));
  const meant = nearest(name, names);
  return new UserError(
    `there is no command “${visible(name)}”${meant === undefined ? '' : `; did you mean “blog ${meant}”?`}\n“blog --help” names them all.`,
  );
}
