/** The command line: global options and commands, each loaded only when it is called. */
import { Command } from 'commander';
import type { Context, GlobalOptions } from './commands/context.ts';
import { formatUsageError, helpConfiguration, hideHelpOption } from './commands/help.ts';
import { commandRegistry } from './commands/registry.ts';
import { UserError } from './errors.ts';
import { didYouMean } from './post/nearest.ts';
import { visible } from './report/escape.ts';
import type { Shell } from './shell.ts';
import { version } from './version.ts';

/** The program for commander; `done` is told the exit status of the command that ran. */
export function createProgram(shell: Shell, done: (status: number) => void): Command {
  const program = new Command('blog')
    .description('Draft, check, browse and publish the posts of a student–staff partnership blog.')
    .version(version, '-V, --version', 'print the version')
    .option('-C, --dir <dir>', 'run as if started in this folder')
    .option('--posts <dir>', 'posts folder, relative to the root (default: the config’s, else posts)')
    .option('--config <file>', 'config file; its folder is the root')
    .option('--no-input', 'never prompt; fail if an answer is needed')
    .option('-q, --quiet', 'suppress hints and summaries')
    .option('--color', 'always use colour')
    .option('--no-color', 'never use colour')
    .option('--now <time>', 'use this as the current time (ISO 8601)')
    .helpOption('-h, --help', 'show help')
    .helpCommand(false)
    .configureHelp(helpConfiguration)
    .showSuggestionAfterError()
    .allowExcessArguments()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => shell.out(text),
      writeErr: (text) => shell.err(text),
      outputError: (text, write) => write(formatUsageError(text)),
      getOutHelpWidth: () => shell.stdout.width ?? 100,
      getErrHelpWidth: () => shell.stderr.width ?? 100,
      getOutHasColors: () => shell.stdout.color > 0,
      getErrHasColors: () => shell.stderr.color > 0,
    })
    .addHelpText(
      'after',
      '\nRun `blog help <command>` for details.\n\nExamples:\n  blog list\n  blog new "Our first meeting"\n  blog validate\n',
    );
  // Commander's own default for --no-color would override the terminal and the environment.
  program.setOptionValueWithSource('color', undefined, 'default');
  const context = (): Context => ({ shell, globals: program.opts<GlobalOptions>() });
  for (const { name, summary, aliases, hidden = false } of commandRegistry) {
    const command = program.command(name, { hidden }).summary(summary).description(summary).aliases(aliases);
    hideHelpOption(command).allowExcessArguments(false);
  }
  program.hook('preSubcommand', async (_, command) => {
    const found = commandRegistry.find(({ name }) => name === command.name());
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
 * `help list` → `list --help`, which knows the command's options; global options may come before, between or after them.
 * Throws UserError for a command that does not exist.
 */
export function readHelp(args: readonly string[], program: Command): readonly string[] {
  const help = findOperand(args, 0, program);
  if (args[help] !== 'help') return args;
  const name = args[findOperand(args, help + 1, program)];
  const known = commandRegistry.some((command) => command.name === name || command.aliases.includes(name ?? ''));
  if (name !== undefined && !known) throw unknownCommand(name);
  return [...args.slice(0, help), ...args.slice(help + 1), '--help'];
}

/** The index of the first argument from `start` on that is neither an option nor an option's value; -1 if there is none. */
function findOperand(args: readonly string[], start: number, program: Command): number {
  for (let at = start; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--') return -1;
    if (!arg.startsWith('-') || arg === '-') return at;
    if (takesNext(arg, program)) at++;
  }
  return -1;
}

/** Whether a global option has its value in the next argument: `--dir x`, `-C x`, `-qC x`, but not `--dir=x` or `-Cx`. */
function takesNext(arg: string, program: Command): boolean {
  if (arg.startsWith('--')) return program.options.some(({ long, required }) => required && long === arg);
  const letters = [...arg.slice(1)].map((letter) => program.options.find(({ short }) => short === `-${letter}`));
  const first = letters.findIndex((option) => option === undefined || option.required);
  return first === letters.length - 1 && letters[first] !== undefined;
}

function unknownCommand(name: string): UserError {
  const names = commandRegistry.flatMap((command) => (command.hidden ? [] : [command.name, ...command.aliases]));
  const hint = didYouMean(name, names) ?? 'for a list of commands, run: blog --help';
  return new UserError(`unknown command “${visible(name)}”; ${hint}`);
}
