/** `blog completion`: the commands as commander knows them → a script for a shell. */
import { Argument, Command, type Option } from 'commander';
import { missingFields } from '../../blog/query.ts';
import { ruleIds } from '../../checks/rules/rules.ts';
import { ExitCode } from '../../errors.ts';
import { columnNames } from '../../report/columns.ts';
import type { CommandSummary, DefineCommand } from '../context.ts';
import { bashScript } from './bash.ts';
import { fishScript } from './fish.ts';
import { type CommandWords, isPlainWord, type OptionWords, type ProgramWords, type Values } from './model.ts';
import { zshScript } from './zsh.ts';

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript };

const examples = `
Examples:
  eval "$(blog completion bash)"                                    in ~/.bashrc
  source <(blog completion zsh)                                     in ~/.zshrc, below compinit
  blog completion fish > ~/.config/fish/completions/blog.fish       once
`;

/** Defines `blog completion` for these commands. */
export function defineCompletion(summaries: readonly CommandSummary[]): DefineCommand {
  return (command, context, done) =>
    command
      .addArgument(new Argument('<shell>', 'your shell').choices(Object.keys(scripts)))
      .addHelpText('after', examples)
      .action(async (shell: keyof typeof scripts) => {
        const program = command.parent ?? command;
        context().shell.out(scripts[shell](await wordsOf(program, summaries)));
        done(ExitCode.done);
      });
}

/** Everything that can be typed, as the commands themselves define it. */
async function wordsOf(program: Command, summaries: readonly CommandSummary[]): Promise<ProgramWords> {
  const shown = summaries.filter(({ hidden }) => !hidden);
  const words = shown.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  const commands: CommandWords[] = [];
  for (const { name, summary, aliases = [], load } of shown) {
    // A command of its own, so that nothing is defined twice in the program that runs.
    const command = new Command(name);
    (await load())(command, unused, () => undefined);
    const content = name === 'help' ? { options: [], first: { words } } : contentOf(command);
    commands.push({ names: [name, ...aliases], summary, ...content });
  }
  const help: OptionWords = { names: ['-h', '--help'], description: 'show help', repeatable: false };
  return { commands, globals: [...optionsOf(program), help] };
}

function unused(): never {
  throw new Error('a command defined for completion was run');
}

/** A command's options and arguments, including those of its subcommands (`categories merge`). */
function contentOf(command: Command): Pick<CommandWords, 'options' | 'first' | 'rest'> {
  const options = [command, ...command.commands].flatMap(optionsOf);
  const [sub] = command.commands;
  const [first, second] = command.registeredArguments;
  const rest = sub ? sub.registeredArguments[0] : first?.variadic ? first : second;
  const firstValues = sub ? { words: command.commands.map((one) => one.name()) } : first && argumentValues(first);
  return {
    options,
    ...(firstValues && { first: firstValues }),
    ...(rest && { rest: argumentValues(rest) }),
  };
}

function optionsOf(command: Command): OptionWords[] {
  return command.options
    .filter((option) => !option.hidden)
    .map((option) => ({
      names: [option.short, option.long].filter((name) => name !== undefined),
      description: option.description,
      ...((option.required || option.optional) && { value: optionValues(option, command.name()) }),
      repeatable: /\(repeatable\)/.test(option.description),
    }));
}

/** The values of arguments, by the names that help gives them. */
const valuesOfArgument: Readonly<Record<string, Values>> = {
  post: { kind: 'posts' },
  paths: { path: 'file' },
  from: { kind: 'categories' },
  into: { kind: 'categories' },
};

function argumentValues(argument: Argument): Values {
  return argument.argChoices ? { words: argument.argChoices } : (valuesOfArgument[argument.name()] ?? 'text');
}

/** The values of options whose choices commander does not know. */
const valuesOfOption: Readonly<Record<string, Values>> = {
  '--category': { kind: 'categories' },
  '--not-category': { kind: 'categories' },
  '--tag': { kind: 'tags' },
  '--author': { kind: 'authors' },
  '--photos-by': { kind: 'authors' },
  '--from': { kind: 'posts' },
  '--fields': { words: columnNames, listed: true },
  '--missing': { words: missingFields },
  '--explain': { words: ruleIds },
  '--rule': { words: ruleIds.flatMap((rule) => ['off', 'warn', 'error'].map((level) => `${rule}=${level}`)) },
  '--dir': { path: 'folder' },
  '--posts': { path: 'folder' },
  '--config': { path: 'file' },
  '--output': { path: 'file' },
};

function optionValues(option: Option, command: string): Values {
  if (option.argChoices) return { words: option.argChoices.filter(isPlainWord) };
  const values = valuesOfOption[option.long ?? ''] ?? 'text';
  // A new post states roles, too; lists know people by their names.
  const isPerson = values !== 'text' && 'kind' in values && values.kind === 'authors';
  return isPerson && command === 'new' ? { kind: 'people' } : values;
}
