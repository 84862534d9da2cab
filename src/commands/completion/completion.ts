/** `blog completion`: the commands as commander knows them → a script for a shell. */
import { Argument, Command, type Option } from 'commander';
import { missingFields } from '../../blog/query.ts';
import { ruleIds } from '../../checks/rules/rules.ts';
import { ExitCode } from '../../errors.ts';
import { columnNames } from '../../report/columns.ts';
import type { CommandSummary, Context, DefineCommand } from '../context.ts';
import { examples } from '../help.ts';
import { bashScript } from './bash.ts';
import { fishScript } from './fish.ts';
import { type CommandWords, folderKinds, type OptionWords, type PossibleValues, type ProgramWords } from './model.ts';
import { zshScript } from './zsh.ts';

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript };

/** Defines `blog completion` for these commands. */
export function defineCompletion(registry: readonly CommandSummary[]): DefineCommand {
  return (command, context, done) =>
    command
      .addArgument(new Argument('<shell>', 'your shell').choices(Object.keys(scripts)))
      .addHelpText(
        ...examples(
          'eval "$(blog completion bash)"                                    in ~/.bashrc',
          'source <(blog completion zsh)                                     in ~/.zshrc, below compinit',
          'blog completion fish > ~/.config/fish/completions/blog.fish       once',
        ),
      )
      .action(async (shell: keyof typeof scripts) => {
        const program = command.parent ?? command;
        context().shell.out(scripts[shell](await wordsOf(program, registry, context)));
        done(ExitCode.done);
      });
}

/** Everything that can be typed, as the commands themselves define it. */
async function wordsOf(
  program: Command,
  registry: readonly CommandSummary[],
  context: () => Context,
): Promise<ProgramWords> {
  const shown = registry.filter(({ hidden }) => !hidden);
  const words = shown.flatMap(({ name, aliases }) => [name, ...aliases]);
  const commands: CommandWords[] = [];
  for (const { name, summary, aliases, load } of shown) {
    // A command of its own, so that nothing is defined twice in the program that runs.
    const command = new Command(name);
    (await load())(command, context, () => undefined);
    const content = name === 'help' ? { options: [], first: { words }, rest: undefined } : contentOf(command);
    commands.push({ names: [name, ...aliases], summary, ...content });
  }
  return { commands, globals: optionsOf(program) };
}

/** A command's options and arguments, including those of its subcommands (`categories merge`). */
function contentOf(command: Command): Pick<CommandWords, 'options' | 'first' | 'rest'> {
  const [sub] = command.commands;
  const [first, second] = command.registeredArguments;
  const rest = sub ? sub.registeredArguments[0] : first?.variadic ? first : second;
  return {
    options: [command, ...command.commands].flatMap(optionsOf),
    first: sub ? { words: command.commands.map((one) => one.name()) } : first && argumentValues(first, command.name()),
    rest: rest && argumentValues(rest, command.name()),
  };
}

function optionsOf(command: Command): OptionWords[] {
  return command.options
    .filter((option) => !option.hidden)
    .map((option) => ({
      names: [option.short, option.long].filter((name) => name !== undefined),
      description: option.description,
      value: option.required || option.optional ? optionValues(option, command.name()) : undefined,
      repeatable: /\(repeatable\)/.test(option.description),
    }));
}

/** The values of arguments, by the names that help gives them. */
const valuesOfArgument: Readonly<Record<string, PossibleValues>> = {
  post: { kind: 'posts' },
  paths: { path: 'file' },
  file: { path: 'file' },
};

function argumentValues(argument: Argument, command: string): PossibleValues {
  if (argument.argChoices) return { words: argument.argChoices };
  // Both names of a merge are of the kind that the command lists.
  const kind = folderKinds.find((one) => one === command);
  return kind ? { kind } : (valuesOfArgument[argument.name()] ?? 'text');
}

/** The values of options whose choices commander does not know. */
const valuesOfOption: Readonly<Record<string, PossibleValues>> = {
  '--category': { kind: 'categories' },
  '--not-category': { kind: 'categories' },
  '--tag': { kind: 'tags' },
  '--author': { kind: 'authors' },
  '--not-author': { kind: 'authors' },
  '--editor': { kind: 'people' },
  '--reviewed-by': { kind: 'people' },
  '--photos-by': { kind: 'people' },
  '--image': { path: 'file' },
  '--credit': { kind: 'authors' },
  '--lang': { kind: 'languages' },
  '--from': { kind: 'posts' },
  '--fields': { words: columnNames, listed: true },
  '--missing': { words: missingFields },
  '--explain': { words: ruleIds },
  '--rule': { words: ruleIds.flatMap((rule) => ['off', 'warn', 'error'].map((level) => `${rule}=${level}`)) },
  '--dir': { path: 'folder' },
  '--posts': { path: 'folder' },
  '--uploads': { path: 'folder' },
  '--config': { path: 'file' },
  '--output': { path: 'file' },
};

/** A word that is safe without quotes in every shell. */
const plainWord = /^[\w.:=+-]+$/;

function optionValues(option: Option, command: string): PossibleValues {
  if (option.argChoices) return { words: option.argChoices.filter((word) => plainWord.test(word)) };
  const values = valuesOfOption[option.long ?? ''] ?? 'text';
  // A new post states roles, too; lists know people by their names.
  return command === 'new' && option.long === '--author' ? { kind: 'people' } : values;
}
