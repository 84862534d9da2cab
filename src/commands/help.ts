/** `blog help`, and how commander writes help and usage errors. */
import { type Argument, Help, type HelpConfiguration, type Option } from 'commander';
import { ExitCode, UserError } from '../errors.ts';
import { didYouMean } from '../post/nearest.ts';
import { visible, visibleLines } from '../report/escape.ts';
import type { CommandSummary, DefineCommand } from './context.ts';

/** Defines `blog help` for these commands, which are loaded for it: options are only known then. */
export function defineHelp(registry: readonly CommandSummary[]): DefineCommand {
  return (command, context, done) =>
    command
      .argument('[command...]', 'command to show help for')
      .addHelpText(...examples('blog help list', 'blog help categories merge'))
      .action(async (names: readonly string[]) => {
        let shown = command.parent ?? command;
        for (const [depth, name] of names.entries()) {
          const found = shown.commands.find((one) => one.name() === name || one.aliases().includes(name));
          if (!found) throw unknownCommand(name, depth === 0 ? registry : []);
          const entry = depth === 0 && found !== command && registry.find((one) => one.name === found.name());
          if (entry) (await entry.load())(found, context, done);
          shown = found;
        }
        shown.outputHelp();
        done(ExitCode.done);
      });
}

/** The error for an unknown command, with the nearest of those that help lists. */
export function unknownCommand(name: string, registry: readonly CommandSummary[]): UserError {
  const names = registry.flatMap((command) => (command.hidden ? [] : [command.name, ...command.aliases]));
  const hint = didYouMean(name, names) ?? 'for a list of commands, run: blog --help';
  return new UserError(`unknown command “${visible(name)}”; ${hint}`);
}

/** Global options are listed by `blog --help` alone; the help of a command points there in one line. */
export const helpConfiguration: HelpConfiguration = {
  // Commander’s own default leaves help unwrapped, and so cut inside words, on a terminal of 40 columns.
  minWidthToWrap: 10,
  argumentDescription: describe,
  optionDescription: describe,
  subcommandTerm: (command) => [command.name(), ...command.aliases()].join('|'),
  formatHelp: (command, helper) => {
    const text = Help.prototype.formatHelp.call(helper, command, helper);
    return command.parent
      ? `${text.trimEnd()}\n\nFor global options such as --dir and --quiet, run: blog --help\n`
      : text;
  },
};

/** The examples that end a command's help, for `addHelpText`. */
export function examples(...lines: string[]): ['after', string] {
  return ['after', `\nExamples:\n${lines.map((line) => `  ${line}\n`).join('')}`];
}

/** The description with the choices and the default, `(a, b, c; default: a)`, before `repeatable`. */
function describe({ description, argChoices, defaultValue, defaultValueDescription }: Argument | Option): string {
  const preset = defaultValueDescription ?? defaultValue ?? '';
  const notes = [...(argChoices ? [argChoices.join(', ')] : []), ...(preset === '' ? [] : [`default: ${preset}`])];
  if (notes.length === 0) return description;
  const [text, repeatable] = description.split(/ \((repeatable)\)$/);
  return `${text} (${[...notes, ...(repeatable ? [repeatable] : [])].join('; ')})`;
}

/** Commander's message in the style of our own: one line without full stops, values in “ ”. */
export function formatUsageError(text: string): string {
  const message = text
    .replace(/^error: /, '')
    .replace(/\n\(Did you mean (?:one of )?([^\n]*)\?\)/, '; did you mean “$1”?')
    .replace(/option '(?:-\w, )?(--?[\w-]+)[^']*' argument missing/, 'missing value for $1')
    .replace(/option '(?:-\w, )?(--?[\w-]+)[^']*' argument '([^']*)' is invalid\. ?/, 'invalid value for $1: “$2”; ')
    .replace(/command-argument value '([^']*)' is invalid for argument '([^']*)'\. ?/, 'invalid $2: “$1”; ')
    .replace(
      /option '(?:-\w, )?(--?[\w-]+)[^']*' cannot be used with option '(?:-\w, )?(--?[\w-]+)[^']*'/,
      '$1 cannot be used with $2',
    )
    .replace(/\. Expected (.*) but got/, ': expected $1, got')
    .replace(/missing required argument '([^']*)'/, 'missing argument <$1>')
    .replace('Allowed choices are ', 'choose from ')
    .replace(/'([^'\n]*)'/g, '“$1”')
    .replace(/\.(?=\n?$)/, '');
  return `blog: ${visibleLines(message)}`;
}
