/** `blog categories`, `blog tags`, `blog authors`: names with their post counts. */
import { type Command, Option } from 'commander';
import type { GroupKind } from '../../blog/groups.ts';
import { UserError } from '../../errors.ts';
import { nearest, suggest } from '../../post/nearest.ts';
import { visible } from '../../report/escape.ts';
import type { DefineCommand } from '../context.ts';
import { limitOption } from '../options.ts';
import { defineMerge } from '../post/merge.ts';
import { type ListFormat, listFormats } from './formats.ts';
import { runList } from './list.ts';

function unexpectedWords(command: Command, words: readonly string[]): UserError {
  const [name = ''] = words;
  const isMerge = command.name() === 'categories' && nearest(name, ['merge']) !== undefined;
  const hint = isMerge
    ? suggest('blog categories merge')
    : `to search, run: blog list --search "${visible(words.join(' '))}"`;
  return new UserError(`blog ${command.name()} takes no arguments; ${hint}`);
}

/** The definition of the command that lists the names of one kind. */
export function defineNames(kind: GroupKind): DefineCommand {
  return (command, context, done) => {
    if (kind === 'category') defineMerge(command, context, done);
    command
      .addOption(
        new Option('--format <format>', 'output format')
          .choices(listFormats.filter((format) => format !== 'paths'))
          .default('table'),
      )
      .addOption(limitOption('maximum number of names (0 for all)'))
      .option('--reverse', 'fewest posts first')
      .addHelpText('after', `\nExamples:\n  blog ${command.name()}\n  blog ${command.name()} --format csv\n`)
      .argument('[words...]')
      .usage(kind === 'category' ? '[options] [command]' : '[options]')
      .action(async (words: string[], options: { format: ListFormat; limit: number; reverse?: boolean }) => {
        if (words.length > 0) throw unexpectedWords(command, words);
        done(await runList({ ...options, match: 'any', status: 'all', sort: 'date', groupBy: kind }, context()));
      });
  };
}
