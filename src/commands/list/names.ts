/** `blog categories`, `blog tags`, `blog authors`: which names there are, and how many posts each has. */
import { type Command, Option } from 'commander';
import type { GroupKind } from '../../blog/groups.ts';
import { UserError } from '../../errors.ts';
import { nearest } from '../../post/nearest.ts';
import { visible } from '../../report/escape.ts';
import type { DefineCommand } from '../context.ts';
import { wholeNumber } from '../options.ts';
import { defineMerge } from '../post/merge.ts';
import { type ListFormat, listFormats } from './formats.ts';
import { runList } from './list.ts';

function looseWords(command: Command, words: readonly string[]): UserError {
  const [name = ''] = words;
  const isMerge = command.name() === 'categories' && nearest(name, ['merge']) !== undefined;
  const meant = isMerge ? 'blog categories merge' : `blog list --search "${visible(words.join(' '))}"`;
  return new UserError(`blog ${command.name()} takes no words; did you mean: ${meant}?`);
}

/** The command that lists names of one kind. */
export function defineNames(kind: GroupKind): DefineCommand {
  return (command: Command, context, done) => {
    if (kind === 'category') defineMerge(command, context, done);
    command
      .addOption(
        new Option('--format <format>', 'how they are printed')
          .choices(listFormats.filter((format) => format !== 'paths'))
          .default('table'),
      )
      .option('-n, --limit <number>', 'at most so many (0: all)', wholeNumber, 0)
      .option('--reverse', 'the fewest posts first')
      .addHelpText('after', `\nExamples:\n  blog ${command.name()}\n  blog ${command.name()} --format csv\n`)
      .argument('[words...]')
      .usage(kind === 'category' ? '[options] [command]' : '[options]')
      .action(async (words: string[], options: { format: ListFormat; limit: number; reverse?: boolean }) => {
        if (words.length > 0) throw looseWords(command, words);
        done(await runList({ ...options, match: 'any', status: 'all', sort: 'date', groupBy: kind }, context()));
      });
  };
}
