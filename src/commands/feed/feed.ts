/** `blog feed`: the published posts as RSS, Atom or JSON Feed. */
import { type Command, Option } from 'commander';
import { selectPosts } from '../../blog/query.ts';
import { ExitCode, UserError } from '../../errors.ts';
import { type FeedType, feedGuid } from '../../feed/feed.ts';
import type { Sweep } from '../../files/write/temporary.ts';
import { plural } from '../../report/diagnostics/summary.ts';
import type { Context } from '../context.ts';
import { unknownNameHints } from '../list/hints.ts';
import { locked } from '../locked.ts';
import { collect, wholeNumber } from '../options.ts';
import { openSite } from '../site.ts';
import { checkOptions, type FeedOptions, type FeedSite, withSiteUrl } from './options.ts';
import { openFeedSource } from './source.ts';
import { createTargets } from './targets.ts';
import { outputFolder, writeFeeds } from './write.ts';

const examples = `
Examples:
  blog feed -o public/feed.xml
  blog feed --category "Partnership blog" --limit 10 --site-url https://blog.example.org
  blog feed --all -o public
`;

/** Adds the options and the action of `blog feed`; `done` is given the exit status. */
export function defineFeed(command: Command, context: () => Context, done: (status: number) => void): void {
  command
    .allowExcessArguments(false)
    .optionsGroup('Output:')
    .option('-o, --output <file>', 'write to a file, atomically (default: stdout)')
    .addOption(new Option('--type <type>', 'feed format (default: rss)').choices(['rss', 'atom', 'json']))
    .addOption(
      new Option('--all', 'write all formats, and a feed for each category, to the folder given by -o').conflicts([
        'type',
        'selfUrl',
        'category',
        'author',
      ]),
    )
    .addOption(new Option('--check', 'write nothing; fail if the file is out of date').conflicts('diff'))
    .option('--diff', 'write nothing; show what would change for subscribers')
    .option('--force', 'write even if old posts would reappear, or the file is not a feed')
    .optionsGroup('Posts:')
    .option('-c, --category <name>', 'only posts in this category (repeatable)', collect)
    .option('-a, --author <name>', 'only posts by this author (repeatable)', collect)
    .option('--limit <number>', 'maximum number of posts (0 for all; default: from the config, or 20)', wholeNumber)
    .addOption(new Option('--full', 'full posts (default)').conflicts('summary'))
    .option('--summary', 'summaries only')
    .option('--skip-invalid', 'leave out invalid posts instead of failing')
    .optionsGroup('URLs:')
    .option('--site-url <url>', 'URL of the site (default: site_url in the config)')
    .option('--self-url <url>', 'URL at which this feed will be published')
    .addHelpText('after', examples)
    .action(async (options: FeedOptions) => done(await runFeed(options, context())));
}

async function runFeed(given: FeedOptions, context: Context): Promise<number> {
  const options = checkOptions(given);
  const site = withSiteUrl(await openSite(context), options.siteUrl);
  const folder = outputFolder(options, site);
  if (folder === undefined) return makeFeeds(options, site, context);
  // The lock covers reading the posts, too: otherwise a feed of older posts could replace a newer one.
  return locked(folder, context, (sweep) => makeFeeds(options, site, context, sweep));
}

async function makeFeeds(options: FeedOptions, site: FeedSite, context: Context, sweep?: Sweep): Promise<number> {
  const { shell, globals } = context;
  const { config, now } = site;
  const { category, author, all, skipInvalid = false, limit = config.feed.limit } = options;
  const isFiltered = category !== undefined || author !== undefined;
  const wanted = all ? 0 : limit;
  const source = await openFeedSource(site, { allFields: isFiltered || wanted === 0, skipInvalid }, shell);
  if (!source) return ExitCode.found;
  const published = selectPosts(source.entries, { status: 'published' }, now).entries;
  const query = { ...(category && { categories: category }), ...(author && { authors: author }) };
  const { entries, unknown } = selectPosts(published, query, now, config.categories);
  if (unknown.length > 0) throw new UserError(unknownNameHints(unknown).join('\n'));
  const readable = await source.readable(entries, wanted);
  if (!readable) return ExitCode.found;
  const targets = await createTargets(readable, options, site, limit, source.surroundings);
  const guids = (type: FeedType): string[] => published.map((entry) => feedGuid(entry, site.siteUrl, type).value);
  const status = await writeFeeds(targets, guids, options, site, context, sweep);
  const skipped = source.countSkipped();
  if (skipped === 0) return status;
  if (!globals.quiet) shell.err(`${plural(skipped, 'invalid post')} left out of the feed\n`);
  return status === ExitCode.done ? ExitCode.found : status;
}
