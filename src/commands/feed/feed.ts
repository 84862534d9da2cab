/** `blog feed`: the published posts as RSS, Atom or JSON Feed. Spec sections 4 and 6. */
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
import { planFeeds } from './targets.ts';
import { outputFolder, writeFeeds } from './write.ts';

const examples = `
Examples:
  blog feed -o public/feed.xml
  blog feed --category "Partnership blog" --limit 10 --site-url https://blog.example.org
  blog feed --all -o public
`;

/** Adds what `blog feed` takes and does. */
export function defineFeed(command: Command, context: () => Context, done: (status: number) => void): void {
  command
    .allowExcessArguments(false)
    .option('-o, --output <file>', 'write it to this file, whole or not at all (default: print it)')
    .addOption(new Option('--type <type>', 'the format (default: rss)').choices(['rss', 'atom', 'json']))
    .option('-c, --category <name>', 'only posts of this category (repeatable)', collect)
    .option('-a, --author <name>', 'only posts by this person (repeatable)', collect)
    .option('--limit <number>', 'the newest so many posts (0: all; default: the config’s, else 20)', wholeNumber)
    .option('--full', 'whole posts (default)')
    .option('--summary', 'summaries only')
    .option('--site-url <address>', 'the site’s address, where the config has none')
    .option('--self-url <address>', 'where this feed will be published')
    .option('--all', 'all feeds, in the folder that -o names: feed.xml, atom.xml, feed.json, category/NAME/feed.xml')
    .option('--check', 'write nothing; fail unless the file is what would be written')
    .option('--diff', 'write nothing; show what subscribers would get')
    .option('--skip-invalid', 'leave invalid posts out instead of refusing')
    .option('--force', 'write even where subscribers would see old posts again, or over a file that is no feed')
    .addHelpText('after', examples)
    .action(async (options: FeedOptions) => done(await runFeed(options, context())));
}

async function runFeed(given: FeedOptions, context: Context): Promise<number> {
  const options = checkOptions(given);
  const site = withSiteUrl(await openSite(context), options.siteUrl);
  const folder = outputFolder(options, site);
  if (folder === undefined) return makeFeeds(options, site, context);
  // From before the posts are read: else a feed of older posts could replace one of newer ones.
  return locked(folder, context, (sweep) => makeFeeds(options, site, context, sweep));
}

async function makeFeeds(options: FeedOptions, site: FeedSite, context: Context, sweep?: Sweep): Promise<number> {
  const { shell, globals } = context;
  const query = {
    ...(options.category && { categories: options.category }),
    ...(options.author && { authors: options.author }),
  };
  const names = Object.keys(query).length > 0;
  const { config, now } = site;
  const limit = options.limit ?? config.feed.limit;
  const wanted = options.all ? 0 : limit;
  const whole = names || wanted === 0;
  const source = await openFeedSource(site, { whole, skipInvalid: options.skipInvalid ?? false }, shell);
  if (!source) return ExitCode.found;
  const published = selectPosts(source.entries, { status: 'published' }, now, config.categories).entries;
  const { entries, unknown } = names
    ? selectPosts(published, query, now, config.categories)
    : { entries: published, unknown: [] };
  if (unknown.length > 0) throw new UserError(unknownNameHints(unknown).join('\n'));
  const readable = await source.readable(entries, wanted);
  if (!readable) return ExitCode.found;
  const targets = await planFeeds(readable, options, site, limit, source.surroundings);
  const guids = (type: FeedType): string[] => published.map((entry) => feedGuid(entry, site.siteUrl, type).value);
  const status = await writeFeeds(targets, guids, options, site, context, sweep);
  const leftOut = source.leftOut();
  if (leftOut === 0) return status;
  if (!globals.quiet) shell.err(`${plural(leftOut, 'invalid post')} left out of the feed\n`);
  return status === ExitCode.done ? ExitCode.found : status;
}
