/** `blog list`: options → query → posts → text. */

import { type Command, Option } from 'commander';
import { groupKinds } from '../../blog/groups.ts';
import type { Period } from '../../blog/period/period.ts';
import { missingFields, type Query, selectPosts } from '../../blog/query.ts';
import { sortKeys } from '../../blog/select/order.ts';
import { ExitCode, UserError } from '../../errors.ts';
import { roles } from '../../post/fields/authors.ts';
import { type Context, type DefineCommand, printHint } from '../context.ts';
import {
  collect,
  collectLanguages,
  collectMonths,
  collectYears,
  formatOption,
  jsonOption,
  limitOption,
  once,
  repeatableChoice,
} from '../options.ts';
import { findSitePosts, openSite, printLanguagesNote, readPostIndex, type SiteContext } from '../site.ts';
import { quote, quotedOptions } from '../unquoted.ts';
import { readColumns, readField } from './fields.ts';
import { listFormats, printPosts } from './formats.ts';
import { listHints, refuseAmbiguous } from './hints.ts';
import { checkFormat, type ListOptions } from './options.ts';

const examples = `
Examples:
  blog list --author "Ruxandra Cālin" --since "last year" --format json
  blog list --group-by month`;

const statusChoices = ['published', 'pending', 'draft', 'scheduled', 'expired', 'all'] as const;

/** Defines `blog list`. */
export const defineList: DefineCommand = (command, context, done) => {
  command
    .optionsGroup('Filters:')
    .option('-c, --category <name>', 'posts in this category (repeatable)', collect)
    .option('-t, --tag <name>', 'posts with this tag (repeatable)', collect)
    .option('-a, --author <name>', 'posts by this person; part of the name is enough (repeatable)', collect)
    .addOption(repeatableChoice('--role <role>', 'posts by authors with this role (repeatable)', roles))
    .option('--lang <language>', 'posts in this language (repeatable)', collectLanguages)
    .option('--not-category <name>', 'posts not in this category (repeatable)', collect)
    .option('--not-author <name>', 'posts not by this person (repeatable)', collect)
    .addOption(
      new Option('--match <which>', 'match posts with any or all of the names').choices(['any', 'all']).default('any'),
    )
    .addOption(
      repeatableChoice('--status <status>', 'posts with this status (repeatable)', statusChoices).default(
        undefined,
        'all',
      ),
    )
    .option('--since <date>', 'dated on or after: 2024-05-14, "May 2024", monday, "3 weeks ago"', once('--since'))
    .option('--until <date>', 'dated on or before', once('--until'))
    .option('--year <year>', 'dated in the given year (repeatable)', collectYears)
    .option('--month <month>', 'dated in the given month, 2024-05 (repeatable)', collectMonths)
    .option('-s, --search <text>', 'posts with these words in title, summary, names or tags (repeatable)', collect)
    .option('--missing <field>', 'posts without a summary, image, … (repeatable)', collect)
    .optionsGroup('Output:')
    .addOption(
      new Option('--sort <key>', 'sort by this field, newest first or A to Z')
        .choices(sortKeys)
        .default(undefined, 'date'),
    )
    .option('--reverse', 'reverse the order')
    .addOption(limitOption('maximum number of posts (0 for all)'))
    .option('--fields <a,b>', 'columns: fields of front matter, or file, status, url, why')
    .addOption(formatOption(listFormats, 'table'))
    .addOption(jsonOption())
    .option('--bom', 'begin CSV with a byte order mark, for Excel')
    .option('-0', 'print paths terminated by NUL, for xargs -0')
    .addOption(
      new Option('--group-by <kind>', 'count posts').choices(groupKinds).conflicts(['fields', 'why', 'sort', '0']),
    )
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
  const search = `to search, run: blog list --search ${quote(words)}`;
  return new UserError(quotedOptions(command) ?? `blog ${command.name()} takes no arguments; ${hint ?? search}`);
}

/** Runs `blog list`, also for `categories`, `tags` and `authors`. Returns the exit status. */
export async function runList(options: ListOptions, context: Context): Promise<number> {
  const format = checkFormat(options);
  const columns = readColumns(options);
  const site = await openSite(context);
  const query = await toQuery(options, site);
  const files = findSitePosts(site);
  const postIndex = readPostIndex(site, files);
  const { config, now } = site;
  const selection = selectPosts(postIndex.entries, query, now, config.categories);
  refuseAmbiguous(selection.ambiguous);
  if (options.groupBy !== undefined) {
    const { printGroups } = await import('./groups.ts');
    await printGroups(
      selection.entries,
      options.groupBy,
      { ...options, format, isFiltered: isFiltered(query) },
      site,
      context,
    );
  } else {
    const isExplained = options.why || columns?.includes('why');
    const why = isExplained
      ? (await import('../../blog/why.ts')).explainFeed(postIndex.entries, now, config)
      : undefined;
    const columnContext = { now, hasSite: config.siteUrl !== undefined, ...(why && { why }) };
    const printing = { format: options[0] ? ('paths0' as const) : format, columns, bom: options.bom === true };
    await printPosts(selection.entries, printing, columnContext, context);
  }
  for (const hint of listHints(selection, postIndex, site)) printHint(hint, context);
  printLanguagesNote(files, site);
  if (postIndex.invalid.length === 0) return ExitCode.done;
  const { reportInvalid } = await import('../invalid.ts');
  reportInvalid(postIndex.invalid, site);
  return ExitCode.found;
}

async function toQuery(options: ListOptions, site: SiteContext): Promise<Query> {
  const { limit = 0, groupBy, match, search, status, sort, reverse, lang, missing } = options;
  const since = await readPeriod('--since', options.since, site);
  const until = await readPeriod('--until', options.until, site);
  if (since && until && since.first > until.last) {
    const { reversedRange } = await import('../dates.ts');
    const [from, to] = [options.since ?? '', options.until ?? ''];
    throw reversedRange({ text: from, instant: since.first }, { text: to, instant: until.last }, site.config.timeZone);
  }
  return {
    limit: groupBy === undefined ? limit : 0,
    categories: options.category,
    notCategories: options.notCategory,
    tags: options.tag,
    authors: options.author,
    notAuthors: options.notAuthor,
    people: site.config.authors,
    roles: options.role,
    languages: lang && { names: lang, config: site.config },
    missing: missing?.map((name) => readField('--missing', name, missingFields)),
    since: since?.first,
    until: until?.last,
    years: options.year,
    months: options.month,
    timeZone: site.config.timeZone,
    sort,
    ...(match && { match }),
    ...(search && { search }),
    ...(status && { status }),
    ...(reverse && { reverse }),
  };
}

/** Whether a query may leave out posts. */
function isFiltered({
  limit: _,
  match: _1,
  people: _2,
  sort: _3,
  reverse: _4,
  timeZone: _5,
  ...filters
}: Query): boolean {
  return Object.values(filters).some((filter) => filter !== undefined);
}

async function readPeriod(option: string, text: string | undefined, site: SiteContext): Promise<Period | undefined> {
  if (text === undefined) return undefined;
  const { readPeriodOption } = await import('../dates.ts');
  return readPeriodOption(option, text, site.now, site.config.timeZone);
}
