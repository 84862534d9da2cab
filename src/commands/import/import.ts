/** `blog import`: exports of other tools → posts. */
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { metaFieldProblem } from '../../import/fields/meta.ts';
import { type WithheldKind, withheldKinds } from '../../import/withheld/kinds.ts';
import type { Context } from '../context.ts';
import { formatOption, jsonOption } from '../options.ts';
import type { ImportOptions } from './all.ts';

const examples = `
Examples:
  blog import wordpress export.xml --dry-run
  blog import wordpress export.xml --uploads wp-content/uploads
  blog import wordpress export.xml --include private --meta subtitle=subtitle`;

/** Adds the arguments, options and action of `blog import`. */
export function defineImport(command: Command, context: () => Context, done: (status: number) => void): void {
  const types = new Option('--type <name>', 'post type to import, instead of post (repeatable)').argParser(
    collectTypes,
  );
  // Completed, but not the only ones: plugins have their own.
  types.argChoices = ['post', 'page'];
  command
    .addArgument(new Argument('<tool>', 'what wrote the files').choices(['wordpress']))
    .argument('<file...>', 'the files of Tools → Export, .xml or .xml.gz')
    .optionsGroup('What to import:')
    .addOption(types)
    .addOption(
      new Option('--include <kinds>', 'import these too, as drafts (repeatable)')
        .choices(withheldKinds)
        .argParser(collectKinds),
    )
    .option('--meta <key=field>', 'carry a custom field of posts into a field (repeatable)', collectMeta)
    .option('--uploads <dir>', 'a copy of wp-content/uploads; copies the files that posts use')
    .option('--no-comments', 'do not write the texts of comments')
    .option('--no-verify', 'do not compare what was written with the texts of WordPress')
    .option('--update', 'rewrite posts that changed on WordPress, unless they were edited here')
    .optionsGroup('Output:')
    .option('--dry-run', 'show the report without writing anything')
    .addOption(formatOption(['table', 'json'], 'table'))
    .addOption(jsonOption())
    .optionsGroup('Options:')
    .addHelpText('after', examples)
    .action(async (_, files: string[], options: ImportOptions) => {
      const { runImport } = await import('./run.ts');
      done(await runImport(files, options, context()));
    });
}

/** The post types so far, with those of a list with commas. */
function collectTypes(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), ...value.split(',').map((one) => one.trim())];
}

/** The kinds so far, with those of a list with commas. Throws InvalidArgumentError. */
function collectKinds(value: string, before: WithheldKind[] | undefined): WithheldKind[] {
  const kinds = value.split(',').map((one) => {
    const kind = withheldKinds.find((known) => known === one.trim().toLowerCase());
    if (kind === undefined) throw new InvalidArgumentError(`choose from ${withheldKinds.join(', ')}`);
    return kind;
  });
  return [...(before ?? []), ...kinds];
}

/** The keys of post meta so far, with one more. Throws InvalidArgumentError. */
function collectMeta(value: string, before: [string, string][] | undefined): [string, string][] {
  const [, key, field] = /^([^=]+)=(.+)$/s.exec(value) ?? [];
  if (key === undefined || field === undefined) {
    throw new InvalidArgumentError('use KEY=FIELD, such as subtitle=summary');
  }
  const problem = metaFieldProblem(field);
  if (problem !== undefined) throw new InvalidArgumentError(problem);
  return [...(before ?? []), [key, field]];
}
