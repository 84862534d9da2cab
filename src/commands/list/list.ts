/** `blog list`: options → query → posts → text. */
import { type Command, Option } from 'commander';
import { groupKinds } from '../../blog/groups.ts';
import type { Period } from '../../blog/period/period.ts';
import type { PostIndex } from '../../blog/postIndex.ts';
import { missingFields, type Query, type Selection, selectPosts, sortKeys } from '../../blog/query.ts';
import { ExitCode, UserError } from '../../errors.ts';
import { otherFolder, printedPath } from '../../files/posts.ts';
import { fieldOf } from '../../post/fields/names.ts';
import { didYouMean } from '../../post/nearest.ts';
import { type Column, columnNames } from '../../report/columns.ts';
import { visible } from '../../report/escape.ts';
import { type Context, type DefineCommand, printHint } from '../context.ts';
import { collect, collectLanguages, limitOption, year } from '../options.ts';
import { findSitePosts, openSite, printLanguagesNote, readPostIndex, type SiteContext } from '../site.ts';
import { listFormats, printPosts } from './formats.ts';
import { unknownNameHints } from './hints.ts';
import type { ListOptions } from './options.ts';

const examples = `
Examples:
  blog list --author "Ruxandra Cālin" --since "last year" --format json
  blog list --group-by month`;

/** Defines `blog list`. */
export const defineList: DefineCommand = (command, context, done) => {
  command
    .optionsGroup('Filters:')
    .option('-c, --category <name>', 'posts in this category (repeatable)', collect)
    .option('-t, --tag <name>', 'posts with this tag (repeatable)', collect)
    .option('-a, --author <name>', 'posts by this person (repeatable)', collect)
    .option('--lang <language>', 'posts in this language (repeatable)', collectLanguages)
    .option('--not-category <name>', 'posts not in this category (repeatable)', collect)
    .addOption(
      new Option('--match <which>', 'match posts with any or all of the names').choices(['any', 'all']).default('any'),
    )
    .addOption(
      new Option('--status <status>', 'posts with this status')
        .choices(['published', 'pending', 'draft', 'scheduled', 'expired', 'all'])
        .default('all'),
    )
    .option('--since <date>', 'dated on or after: 2024-05-14, "May 2024", monday, "3 weeks ago"')
    .option('--until <date>', 'dated on or before')
    .option('--year <year>', 'dated in the given year', year)
    .option('-s, --search <text>', 'posts with these words in the title, summary, names or tags')
    .option('--missing <field>', 'posts without a summary, image, … (repeatable)', collect)
    .optionsGroup('Output:')
    .addOption(
      new Option('--sort <key>', 'sort by this field, newest first or A to Z').choices(sortKeys).default('date'),
    )
    .option('--reverse', 'reverse the order')
    .addOption(limitOption('maximum number of posts (0 for all)'))
    .option('--fields <a,b>', 'columns: fields of front matter, or file, status, url, why')
    .addOption(new Option('--format <format>', 'output format').choices(listFormats).default('table'))
    .option('-0', 'print paths terminated by NUL, for xargs -0')
    .addOption(new Option('--group-by <kind>', 'count posts').choices(groupKinds))
    .option('--why', 'explain why each post is or is not in the feed')
    .addHelpText('after', examples)
    .argument('[words...]')
    .usage('[options]')
    .action(async (words: string[], options: ListOptions) => {
      if (words.length > 0) throw unexpectedWords(command, words);
      done(await runList(options, context()));
    });
};

/** The error for arguments of a command that takes none; by default the hint says how to search for them. */
export function unexpectedWords(command: Command, words: readonly string[], hint?: string): UserError {
  const search = `to search, run: blog list --search "${visible(words.join(' '))}"`;
  return new UserError(`blog ${command.name()} takes no arguments; ${hint ?? search}`);
}

/** Runs `blog list`, also for `categories`, `tags` and `authors`. Returns the exit status. */
export async function runList(options: ListOptions, context: Context): Promise<number> {
  if (options[0] && (options.groupBy !== undefined || !['table', 'paths'].includes(options.format))) {
    throw new UserError('-0 prints paths: it cannot be used with --format or --group-by');
  }
  const columns = readColumns(options);
  const site = await openSite(context);
  const query = await toQuery(options, site);
  const files = findSitePosts(site);
  const postIndex = readPostIndex(site, files);
  const { config, now } = site;
  const selection = selectPosts(postIndex.entries, query, now, config.categories);
  if (options.groupBy !== undefined) {
    const { printGroups } = await import('./groups.ts');
    await printGroups(selection.entries, options.groupBy, options, site, context);
  } else {
    const isExplained = options.why || columns?.includes('why');
    const why = isExplained
      ? (await import('../../blog/why.ts')).explainFeed(postIndex.entries, now, config)
      : undefined;
    const columnContext = { now, hasSite: config.siteUrl !== undefined, ...(why && { why }) };
    await printPosts(selection.entries, options[0] ? 'paths0' : options.format, columns, columnContext, context);
  }
  for (const hint of listHints(selection, postIndex, site)) printHint(hint, context);
  printLanguagesNote(files, site);
  if (postIndex.invalid.length === 0) return ExitCode.done;
  const { reportInvalid } = await import('../invalid.ts');
  reportInvalid(postIndex.invalid, site);
  return ExitCode.found;
}

function readColumns({ fields, why }: ListOptions): Column[] | undefined {
  if (fields === undefined) return undefined;
  const columns = fields.split(',').map((field) => readField('--fields', field.trim(), columnNames));
  return why && !columns.includes('why') ? [...columns, 'why'] : columns;
}

async function toQuery(options: ListOptions, site: SiteContext): Promise<Query> {
  const { limit = 0, groupBy, category, notCategory, tag, author, lang, missing, since, until } = options;
  return {
    ...options,
    limit: groupBy === undefined ? limit : 0,
    categories: category,
    notCategories: notCategory,
    tags: tag,
    authors: author,
    languages: lang && { names: lang, config: site.config },
    missing: missing?.map((name) => readField('--missing', name, missingFields)),
    since: (await readPeriod('--since', since, site))?.first,
    until: (await readPeriod('--until', until, site))?.last,
  };
}

/** The choice that a name, or the field that it is an alias of, stands for. Throws UserError if there is none. */
function readField<T extends string>(option: string, name: string, choices: readonly T[]): T {
  const field = fieldOf(name);
  const found = choices.find((choice) => choice === name) ?? choices.find((choice) => choice === field);
  if (found !== undefined) return found;
  const hint = didYouMean(name, choices) ?? `choose from ${choices.join(', ')}`;
  throw new UserError(`invalid value for ${option}: “${visible(name)}”; ${hint}`);
}

async function readPeriod(option: string, text: string | undefined, site: SiteContext): Promise<Period | undefined> {
  if (text === undefined) return undefined;
  const { readPeriodOption } = await import('../dates.ts');
  return readPeriodOption(option, text, site.now, site.config.timeZone);
}

function listHints(selection: Selection, { entries, invalid }: PostIndex, { folder }: SiteContext): string[] {
  const hints = unknownNameHints(selection.unknown);
  if (entries.length + invalid.length === 0) {
    const other = otherFolder(folder);
    const shown = printedPath(folder.base, folder.path) || '.';
    hints.push(
      other === undefined
        ? 'no posts yet; to write one, run: blog new "My first post"'
        : `no posts in “${shown}”; “${other}” exists: pass --posts ${other}`,
    );
  } else if (entries.length > 0 && selection.entries.length === 0 && hints.length === 0) hints.push('no posts match');
  return hints;
}
