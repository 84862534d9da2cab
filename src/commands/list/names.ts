/** `blog categories`, `blog tags`, `blog authors`: names with their post counts. */
import type { GroupKind } from '../../blog/groups.ts';
import { nearest, suggest } from '../../post/nearest.ts';
import type { DefineCommand } from '../context.ts';
import { formatOption, jsonOption, limitOption } from '../options.ts';
import { defineMerge } from '../post/merge.ts';
import { listFormats } from './formats.ts';
import { runList, unexpectedWords } from './list.ts';
import type { ListOptions } from './options.ts';

/** The definition of the command that lists the names of one kind. */
export function defineNames(kind: GroupKind): DefineCommand {
  return (command, context, done) => {
    if (kind === 'category') defineMerge(command, context, done);
    command
      .addOption(
        formatOption(
          listFormats.filter((format) => format !== 'paths'),
          'table',
        ),
      )
      .addOption(jsonOption())
      .option('--bom', 'begin CSV with a byte order mark, for Excel')
      .addOption(limitOption('maximum number of names (0 for all)'))
      .option('--reverse', 'fewest posts first')
      .addHelpText('after', `\nExamples:\n  blog ${command.name()}\n  blog ${command.name()} --format csv\n`)
      .argument('[words...]')
      .usage(kind === 'category' ? '[options] [command]' : '[options]')
      .action(async (words: string[], options: ListOptions) => {
        const [name] = words;
        if (name !== undefined) {
          const isMerge = kind === 'category' && nearest(name, ['merge']) !== undefined;
          throw unexpectedWords(command, words, isMerge ? suggest('blog categories merge') : undefined);
        }
        done(await runList({ ...options, groupBy: kind }, context()));
      });
  };
}
