/** `blog completion`: the commands as commander knows them → a script for a shell. Spec section 4. */
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

/** Adds what `blog completion` takes and does, for these commands. */
export function defineCompletion(summaries: readonly CommandSummary[]): DefineCommand {
  return (command, context, done) =>
    command
      .addArgument(new Argument('<shell>', 'the shell you use').choices(Object.keys(scripts)))
      .addHelpText('after', examples)
      .action(async (shell: keyof typeof scripts) => {
        const program = command.parent ?? command;
        context().shell.out(scripts[shell](await wordsOf(program, summaries)));
        done(ExitCode.done);
      });
}

/** Everything that can be typed, as the commands themselves define it. */
async function wordsOf(program: Command, summaries: readonly CommandSummary[]): Promise<ProgramWords> {
  const commands: CommandWords[] = [];
  for (const { name, summary, aliases, hidden, load } of summaries) {
    if (hidden) continue;
    // A command of its own, so that nothing is defined twice in the program that runs.
    const command = new Command(name);
    (await load())(command, unused, () => undefined);
    commands.push({ names: [name, ...aliases], summary, ...contentOf(command) });
  }
  const names = commands.flatMap((command) => command.names);
  commands.push({ names: ['help'], summary: 'all about one command', options: [], first: { words: names } });
  const help: OptionWords = { names: ['-h', '--help'], description: 'show help', repeatable: false };
  return { commands, globals: [...optionsOf(program), help] };
}

function unused(): never {
  throw new Error('a command that is only looked at was run');
}

/** A command's options and operands; those of the commands below it (`categories merge`) among them. */
function contentOf(command: Command): Pick<CommandWords, 'options' | 'first' | 'rest'> {
  const options = [command, ...command.commands].flatMap(optionsOf);
  const [sub] = command.commands;
  const [first, second] = command.registeredArguments;
  const rest = sub ? sub.registeredArguments[0] : first?.variadic ? first : second;
  const firstValues = sub ? { words: command.commands.map((one) => one.name()) } : first && operandValues(first);
  return {
    options,
    ...(firstValues && { first: firstValues }),
    ...(rest && { rest: operandValues(rest) }),
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

/** What the operands of commands are, by the names that their help gives them. */
const valuesOfOperand: Readonly<Record<string, Values>> = {
  post: { kind: 'posts' },
  paths: { path: 'file' },
  from: { kind: 'categories' },
  into: { kind: 'categories' },
};

function operandValues(argument: Argument): Values {
  return argument.argChoices ? { words: argument.argChoices } : (valuesOfOperand[argument.name()] ?? 'text');
}

/** What options take, where commander does not know the choices. */
function optionValues(option: Option, command: string): Values {
  if (option.argChoices) return { words: option.argChoices.filter(isPlainWord) };
  switch (option.long) {
    case '--category':
    case '--not-category':
      return { kind: 'categories' };
    case '--tag':
      return { kind: 'tags' };
    case '--author':
    case '--photos-by':
      // A new post says the role too; lists know people by their names.
      return { kind: command === 'new' ? 'people' : 'authors' };
    case '--from':
      return { kind: 'posts' };
    case '--fields':
      return { words: columnNames, listed: true };
    case '--missing':
      return { words: missingFields };
    case '--explain':
      return { words: ruleIds };
    case '--rule':
      return {
        words: ruleIds.flatMap((rule) => ['off', 'warn', 'error'].map((level) => `${rule}=${level}`)),
      };
    case '--dir':
    case '--posts':
      return { path: 'folder' };
    case '--config':
    case '--output':
      return { path: 'file' };
    default:
      return 'text';
  }
}
