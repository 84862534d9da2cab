/** `blog categories`, `blog tags`, `blog authors`: names with their post counts. */
import type { GroupKind } from '../../blog/groups.ts';
import { nearest, suggest } from '../../post/nearest.ts';
import type { DefineCommand } from '../context.ts';
import { examples } from '../help.ts';
import { formatOption, jsonOption, limitOption } from '../options.ts';
import { defineMerge } from '../post/merge.ts';
import { listFormats } from './formats.ts';
import { runList, unexpectedWords } from './list.ts';
import type { ListOptions } from './options.ts';

/** The definition of the command that lists the names of one kind. */
export function defineNames(kind: Extract<GroupKind, 'category' | 'tag' | 'author'>): DefineCommand {
  return (command, context, done) => {
    defineMerge(command, kind, context, done);
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
      .addHelpText(...examples(`blog ${command.name()}`, `blog ${command.name()} --format csv`))
      .argument('[words...]')
      .usage('[options] [command]')
      .action(async (words: string[], options: ListOptions) => {
        const [name] = words;
        if (name !== undefined) {
          const isMerge = nearest(name, ['merge']) !== undefined;
          throw unexpectedWords(command, words, isMerge ? suggest(`blog ${command.name()} merge`) : undefined);
        }
        done(await runList({ ...options, groupBy: kind }, context()));
      });
  };
}
