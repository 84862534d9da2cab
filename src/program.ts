/** The command line: global options and commands, each loaded only when it is called. */
import { Command, CommanderError } from 'commander';
import type { Context, GlobalOptions } from './commands/context.ts';
import { examples, explainUsage, helpConfiguration, helpEnd, showHelp, unknownCommand } from './commands/help.ts';
import { commandRegistry } from './commands/registry.ts';
import { ExitCode } from './errors.ts';
import { fitHelp } from './report/fitHelp.ts';
import type { Shell } from './shell.ts';
import { version } from './version.ts';

/** The program for commander; `done` is told the exit status of the command that ran. */
export function createProgram(shell: Shell, done: (status: number) => void): Command {
  const program = new Command('blog')
    .description('Draft, check, browse and publish the posts of a student–staff partnership blog.')
    .version(version, '-V, --version', 'print the version')
    .option('-C, --dir <dir>', 'run as if started in this folder')
    .option('--posts <dir>', 'posts folder, relative to the blog’s folder (default: from the config, else “posts”)')
    .option('--config <file>', 'config file; its folder is the blog’s folder')
    .option('--no-input', 'never prompt; fail if an answer is needed')
    .option('-q, --quiet', 'suppress hints and summaries')
    .option('--color', 'always use colour')
    .option('--no-color', 'never use colour')
    .option('--now <time>', 'use this as the current time (ISO 8601)')
    // An option like the others: wherever it stands, it shows the help of the command that is named.
    .option('-h, --help', 'show help')
    .helpOption(false)
    .helpCommand(false)
    .configureHelp(helpConfiguration)
    .showSuggestionAfterError()
    .allowExcessArguments()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => shell.out(fitHelp(text, shell.stdout.width ?? 100)),
      writeErr: (text) => shell.err(text),
      getOutHelpWidth: () => shell.stdout.width ?? 100,
      getErrHelpWidth: () => shell.stderr.width ?? 100,
      getOutHasColors: () => shell.stdout.color > 0,
      getErrHasColors: () => shell.stderr.color > 0,
    })
    .addHelpText('after', '\nRun `blog help <command>` for details.')
    .addHelpText(...examples('blog list', 'blog new "Our first meeting"', 'blog validate'))
    .addHelpText('afterAll', helpEnd);
  explainUsage(program);
  // Commander's own default for --no-color would override the terminal and the environment.
  program.setOptionValueWithSource('color', undefined, 'default');
  const context = (): Context => ({ shell, globals: program.opts<GlobalOptions>() });
  for (const { name, summary, aliases, hidden } of commandRegistry) {
    const command = program.command(name, { hidden }).summary(summary).description(summary).aliases(aliases);
    explainUsage(command).helpOption(false).allowExcessArguments(false);
  }
  program.hook('preSubcommand', async (_, command) => {
    const found = commandRegistry.find(({ name }) => name === command.name());
    if (found) (await found.load())(command, context, done);
    const { args } = program;
    // “help” shows the help of what follows it.
    if (!program.opts<GlobalOptions>().help || (command.name() === 'help' && args.length > 1)) return;
    showHelp(program, args, commandRegistry);
    // Instead of the command.
    throw new CommanderError(ExitCode.done, 'commander.help', '');
  });
  program.action(async () => {
    const [unknown] = program.args;
    if (unknown !== undefined) throw unknownCommand(unknown, commandRegistry);
    if (program.opts<GlobalOptions>().help) return showHelp(program, [], commandRegistry);
    const { welcome } = await import('./commands/welcome.ts');
    done(await welcome(context()));
  });
  return program;
}
