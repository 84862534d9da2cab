/** `blog help`, and how commander writes help and usage errors. */
import type { EventEmitter } from 'node:events';
import { type Argument, type Command, Help, type HelpConfiguration, type Option } from 'commander';
import { ExitCode, UserError } from '../errors.ts';
import { didYouMean } from '../post/nearest.ts';
import { visible } from '../report/escape.ts';
import { homepage } from '../version.ts';
import type { CommandSummary, Context, DefineCommand } from './context.ts';
import { quote, quotedOptions } from './unquoted.ts';

/** Defines `blog help` for these commands, which are loaded for it: options are only known then. */
export function defineHelp(registry: readonly CommandSummary[]): DefineCommand {
  return (command, context, done) =>
    command
      .argument('[command...]', 'command to show help for')
      .addHelpText(...examples('blog help list', 'blog help categories merge'))
      .action(async (names: readonly string[]) => {
        const program = command.parent ?? command;
        let shown = program;
        for (const name of names) {
          const found = findSubcommand(shown, name);
          if (!found) throw unknownCommand(name, shown === program ? registry : shown.commands.map(asSummary));
          // This one is defined already.
          if (shown === program && found !== command) await load(found, registry, context, done);
          shown = found;
        }
        shown.outputHelp();
        done(ExitCode.done);
      });
}

/** Shows help, as --help asks for it anywhere after `words`. Throws UserError if they name an unknown command. */
export function showHelp(program: Command, words: readonly string[], registry: readonly CommandSummary[]): void {
  let shown = program;
  for (const word of words) {
    // What follows are options and arguments.
    if (shown.commands.length === 0 || word.startsWith('-')) break;
    const found = findSubcommand(shown, word);
    if (!found) throw unknownCommand(word, shown === program ? registry : shown.commands.map(asSummary));
    shown = found;
  }
  shown.outputHelp();
}

function findSubcommand(command: Command, name: string): Command | undefined {
  return command.commands.find((one) => one.name() === name || one.aliases().includes(name));
}

async function load(
  command: Command,
  registry: readonly CommandSummary[],
  context: () => Context,
  done: (status: number) => void,
): Promise<void> {
  const entry = registry.find(({ name }) => name === command.name());
  if (entry) (await entry.load())(command, context, done);
}

type CommandNames = Pick<CommandSummary, 'name' | 'aliases' | 'hidden'>;

function asSummary(command: Command): CommandNames {
  return { name: command.name(), aliases: command.aliases(), hidden: false };
}

/** The error for an unknown command, with the nearest of those that help lists. */
export function unknownCommand(name: string, registry: readonly CommandNames[]): UserError {
  const names = registry.flatMap((command) => (command.hidden ? [] : [command.name, ...command.aliases]));
  const hint = didYouMean(name, names) ?? 'for a list of commands, run: blog --help';
  return new UserError(`unknown command “${visible(name)}”; ${hint}`);
}

/** The fewest columns for descriptions beside the options; in fewer, they are below them. */
const narrowest = 24;

export const helpConfiguration: HelpConfiguration = {
  minWidthToWrap: 10,
  argumentDescription: describe,
  optionDescription: describe,
  subcommandTerm: (command) => [command.name(), ...command.aliases()].join('|'),
  formatItem(this: Help, term, termWidth, description, helper) {
    const width = helper.helpWidth ?? 80;
    if (description === '' || width - termWidth - 4 >= narrowest)
      return Help.prototype.formatItem.call(helper, term, termWidth, description, helper);
    return `  ${term}\n${helper.boxWrap(description, width - 6).replace(/^/gm, '      ')}`;
  },
  formatHelp: (command, helper) => {
    const text = Help.prototype.formatHelp.call(helper, command, helper);
    // What a command does is a line of its own below its usage: a row more of the screen is left for its options.
    return command.parent ? text.replace('\n\n', '\n') : text;
  },
};

/** What ends all help. Global options are listed by `blog --help` alone. */
export function helpEnd({ command }: { command: Command }): string {
  const global = command.parent ? 'For global options such as --dir and --quiet, run: blog --help\n' : '';
  return `\n${global}Documentation and bug reports: ${homepage}`;
}

/** The examples in a command's help, for `addHelpText`. */
export function examples(...lines: string[]): ['after', string] {
  return [
    'after',
    `\nExamples:\n${lines
      .map((line) => `  ${line}\n`)
      .join('')
      .trimEnd()}`,
  ];
}

/** The examples in a command's help, without what is said about them. */
function examplesIn(command: Command): string[] {
  let text = '';
  const write = (more: string): void => {
    text += more;
  };
  // commander writes the texts that were added to help when it is told to.
  (command as unknown as EventEmitter).emit('afterHelp', { error: false, command, write });
  const lines = /\nExamples:\n((?: .*(?:\n|$))+)/.exec(text)?.[1]?.trim().split('\n') ?? [];
  return lines.map((line) => line.trim().replace(/ {2,}.*/, ''));
}

/** The error for an argument that was left out, with an example. */
export function missingArgument(command: Command, name: string): UserError {
  return new UserError(`missing argument <${name}>${exampleHint(command)}`);
}

function exampleHint(command: Command): string {
  const [example] = examplesIn(command);
  return example === undefined ? '' : `; for example: ${example}`;
}

/** The unknown option, and that an argument of that name is written without it. */
function orArgument(message: string, name: string, command: Command, words: number): string {
  if (!command.registeredArguments.some((one) => one.name() === name)) return message;
  const plain = examplesIn(command).map((example) => example.replace(/ --?[a-z].*/, ''));
  const example = plain.find((one) => one.split(' ').length > words);
  return `${message}; write the ${name} without it${example === undefined ? '' : `: ${example}`}`;
}

/** `: blog show "our first meeting"`, for a command with one argument, which may be any text. */
function quotedArgument({ args, registeredArguments: [first, second] }: Command, names: readonly string[]): string {
  return first && !second && !first.argChoices ? `: ${names.join(' ')} ${quote(args)}` : '';
}

/** The description with the choices and the default, `(a, b, c; default: a)`, before `repeatable`. */
function describe({ description, argChoices, defaultValue, defaultValueDescription }: Argument | Option): string {
  const preset = defaultValueDescription ?? defaultValue ?? '';
  const notes = [...(argChoices ? [argChoices.join(', ')] : []), ...(preset === '' ? [] : [`default: ${preset}`])];
  if (notes.length === 0) return description;
  const [text, repeatable] = description.split(/ \((repeatable)\)$/);
  return `${text} (${[...notes, ...(repeatable ? [repeatable] : [])].join('; ')})`;
}

/** Makes commander say what is wrong with how the command was called, and what to type. */
export function explainUsage(command: Command): Command {
  return command.configureOutput({ outputError: (text, write) => write(formatUsageError(text, command)) });
}

/** Commander's message in the style of our own: one line without full stops, values in “ ”. */
function formatUsageError(text: string, command: Command): string {
  const names: string[] = [];
  for (let one: Command | null = command; one; one = one.parent) names.unshift(one.name());
  const message = text
    .replace(/^error: /, '')
    .replace(/\n\(Did you mean (?:one of )?([^\n]*)\?\)/, '; did you mean “$1”?')
    .replace(/^unknown option '--([\w-]+)'$/m, (whole, name) => orArgument(whole, name, command, names.length))
    .replace(/^(unknown option '[^']*')$/m, `$1; for all options, run: ${names.join(' ')} --help`)
    .replace(/option '(?:-\w, )?(--?[\w-]+)([^']*)' argument missing/, 'missing value for $1; write $1$2')
    .replace(/option '(?:-\w, )?(--?[\w-]+)[^']*' argument '([^']*)' is invalid\. ?/, 'invalid value for $1: “$2”; ')
    .replace(/command-argument value '([^']*)' is invalid for argument '([^']*)'\. ?/, 'invalid $2: “$1”; ')
    .replace(
      /option '(?:-\w, )?(--?[\w-]+)[^']*' cannot be used with option '(?:-\w, )?(--?[\w-]+)[^']*'/,
      '$1 cannot be used with $2',
    )
    .replace(
      /missing required argument '([^']*)'/,
      (_, name: string) => `missing argument <${name}>${exampleHint(command)}`,
    )
    .replace('Allowed choices are ', 'choose from ')
    .replace(/'([^'\n]*)'/g, '“$1”')
    .replace(/\.(?=\n?$)/, '')
    // At the end, since they quote what was typed.
    .replace(/^too many arguments .*/, (whole) => quotedOptions(command) ?? whole)
    .replace(
      /\. Expected (.*) but got (.*?)\.?(?=\n|$)/,
      (_, expected: string, got: string) =>
        `: expected ${expected}, got ${got}; put text with spaces in quotes${quotedArgument(command, names)}`,
    );
  return `blog: ${visible(message.trimEnd())}\n`;
}
