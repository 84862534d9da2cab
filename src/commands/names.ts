/** `blog categories`, `blog tags`, `blog authors`: which names there are, and how many posts each has. */
import { type Command, Option } from 'commander';
import type { GroupKind } from '../blog/groups.ts';
import type { DefineCommand } from '../program.ts';
import { runList } from './list.ts';
import { type ListFormat, listFormats } from './listFormats.ts';
import { defineMerge } from './mergeCategories.ts';
import { wholeNumber } from './options.ts';

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
      .action(async (options: { format: ListFormat; limit: number; reverse?: boolean }) => {
        done(await runList({ ...options, match: 'any', status: 'all', sort: 'date', groupBy: kind }, context()));
      });
  };
}
