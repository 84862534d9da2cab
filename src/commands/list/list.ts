/** `blog list`: options → query → posts → text. Spec section 4. */
import { type Command, Option } from 'commander';
import { groupKinds } from '../../blog/groups.ts';
import {
  type MissingField,
  missingFields,
  type Query,
  type Selection,
  selectPosts,
  sortKeys,
} from '../../blog/query.ts';
import { ExitCode, UserError } from '../../errors.ts';
import { fieldOf } from '../../post/fields/names.ts';
import { nearest } from '../../post/nearest.ts';
import { type Column, columnNames, isColumn } from '../../report/columns.ts';
import { visible } from '../../report/escape.ts';
import type { Context } from '../context.ts';
import { collect, wholeNumber, year } from '../options.ts';
import { openSite, readPostIndex, type SiteContext } from '../site.ts';
import { listFormats, printPosts } from './formats.ts';
import { hintsOf } from './hints.ts';
import type { ListOptions } from './options.ts';

const examples = `
Examples:
  blog list --category "Partnership blog"
  blog list --author "Ruxandra Cālin" --since "last year" --format json
  blog list --group-by month
`;

/** Adds what `blog list` takes and does. */
export function defineList(command: Command, context: () => Context, done: (status: number) => void): void {
  command
    .option('-c, --category <name>', 'posts of this category (repeatable)', collect)
    .option('-t, --tag <name>', 'posts with this tag (repeatable)', collect)
    .option('-a, --author <name>', 'posts by this person (repeatable)', collect)
    .option('--not-category <name>', 'no posts of this category (repeatable)', collect)
    .addOption(
      new Option('--match <which>', 'one of several names or fields is enough, or all are asked for')
        .choices(['any', 'all'])
        .default('any'),
    )
    .addOption(
      new Option('--status <status>', 'by status')
        .choices(['published', 'draft', 'scheduled', 'expired', 'all'])
        .default('all'),
    )
    .option('--since <date>', 'dated then or later: 2024-05-14, 2024-05, "last month", "3 weeks ago", monday')
    .option('--until <date>', 'dated then or earlier')
    .option('--year <year>', 'dated in this year', year)
    .option('-s, --search <text>', 'with these words in title, summary, names or tags')
    .option('--missing <field>', 'without this field: summary, image, authors, … (repeatable)', collect)
    .addOption(new Option('--sort <key>', 'newest first, or A to Z').choices(sortKeys).default('date'))
    .option('--reverse', 'the other way round')
    .option('-n, --limit <number>', 'at most so many (0: all)', wholeNumber, 0)
    .option('--fields <a,b>', `which columns: ${columnNames.join(', ')}`)
    .addOption(
      new Option('--format <format>', 'how they are printed; in a pipe, table is tab-separated')
        .choices(listFormats)
        .default('table'),
    )
    .option('-0', 'paths that end in NUL, for xargs -0')
    .addOption(new Option('--group-by <kind>', 'how many posts each has').choices(groupKinds))
    .option('--why', 'say of each post why it is in the feed, or is not')
    .addHelpText('after', examples)
    .argument('[words...]')
    .usage('[options]')
    .action(async (words: string[], options: ListOptions) => {
      if (words.length > 0) throw looseWords(words);
      done(await runList(options, context()));
    });
}

function looseWords(words: readonly string[]): UserError {
  const text = visible(words.join(' '));
  return new UserError(`blog list takes no words of its own; did you mean: blog list --search "${text}"?`);
}

/** Runs `blog list`; the short forms `categories`, `tags` and `authors` do, too. */
export async function runList(options: ListOptions, context: Context): Promise<number> {
  const { shell, globals } = context;
  if (options[0] && (options.groupBy !== undefined || !['table', 'paths'].includes(options.format))) {
    throw new UserError('-0 prints paths: it does not go with --format and --group-by');
  }
  const columns = readColumns(options);
  const site = await openSite(context);
  const query = await toQuery(options, site);
  const postIndex = readPostIndex(site);
  const { config, now } = site;
  const selection = selectPosts(postIndex.entries, query, now, config.categories);
  if (options.groupBy !== undefined) {
    const { printGroups } = await import('./groups.ts');
    await printGroups(selection.entries, options.groupBy, options, site, context);
  } else {
    const asked = options.why || columns?.includes('why');
    const why = asked ? (await import('../../blog/why.ts')).explainFeed(postIndex.entries, now, config) : undefined;
    const columnContext = { now, hasSite: config.siteUrl !== undefined, ...(why && { why }) };
    await printPosts(selection.entries, options[0] ? 'paths0' : options.format, columns, columnContext, context);
  }
  if (!globals.quiet) {
    for (const hint of listHints(selection, postIndex.entries.length + postIndex.invalid.length))
      shell.err(`${hint}\n`);
  }
  if (postIndex.invalid.length === 0) return ExitCode.done;
  const { reportInvalid } = await import('../invalid.ts');
  reportInvalid(postIndex.invalid, config.rules, context);
  return ExitCode.found;
}

function readColumns({ fields, why }: ListOptions): Column[] | undefined {
  if (fields === undefined) return undefined;
  const columns = fields.split(',').map((field) => {
    const name = field.trim();
    const column = isColumn(name) ? name : fieldOf(name);
    if (column !== undefined && isColumn(column)) return column;
    const meant = nearest(name, columnNames);
    const choice = meant === undefined ? `choose from ${columnNames.join(', ')}` : `did you mean ${meant}?`;
    throw new UserError(`--fields: there is no “${visible(name)}”; ${choice}`);
  });
  return why && !columns.includes('why') ? [...columns, 'why'] : columns;
}

async function toQuery(options: ListOptions, site: SiteContext): Promise<Query> {
  const { category, notCategory, tag, author, match, status, search, missing, sort, reverse, limit } = options;
  return {
    match,
    status,
    sort,
    limit: options.groupBy === undefined ? limit : 0,
    ...(category && { categories: category }),
    ...(notCategory && { notCategories: notCategory }),
    ...(tag && { tags: tag }),
    ...(author && { authors: author }),
    ...(search !== undefined && { search }),
    ...(missing && { missing: missing.map(readMissing) }),
    ...(reverse && { reverse }),
    ...(options.year !== undefined && { year: options.year }),
    ...(options.since !== undefined && { since: (await readPeriod('--since', options.since, site)).first }),
    ...(options.until !== undefined && { until: (await readPeriod('--until', options.until, site)).last }),
  };
}

function readMissing(name: string): MissingField {
  const field = fieldOf(name);
  const found = missingFields.find((one) => one === field);
  if (found !== undefined) return found;
  const meant = nearest(name, missingFields);
  const choice = meant === undefined ? `choose from ${missingFields.join(', ')}` : `did you mean ${meant}?`;
  throw new UserError(`--missing ${visible(name)}: no post can be without it, or there is no such field; ${choice}`);
}

async function readPeriod(option: string, text: string, site: SiteContext): Promise<{ first: number; last: number }> {
  const { parsePeriod } = await import('../../blog/period.ts');
  const period = parsePeriod(text, site.now, site.config.timeZone);
  if (period) return period;
  throw new UserError(
    `${option} “${visible(text)}” is no date: write 2024-05-14, 2024-05, 2024, or like yesterday, "last month", "3 weeks ago"`,
  );
}

function listHints(selection: Selection, total: number): string[] {
  const hints = hintsOf(selection.unknown);
  if (total === 0) hints.push('There are no posts here yet. Begin with: blog new "My first post"');
  else if (selection.entries.length === 0 && hints.length === 0) hints.push('no post fits');
  return hints;
}
