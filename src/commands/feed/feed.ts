/** `blog feed`: the published posts as RSS, Atom or JSON Feed. */
import { resolve } from 'node:path';
import { Option } from 'commander';
import { selectFed, selectPosts } from '../../blog/query.ts';
import { withoutTranslations } from '../../blog/translations.ts';
import { ExitCode, UserError } from '../../errors.ts';
import type { Sweep } from '../../files/write/temporary.ts';
import { plural } from '../../report/diagnostics/summary.ts';
import { type Context, type DefineCommand, printHint } from '../context.ts';
import { createSkip } from '../invalid.ts';
import { refuseAmbiguous, unknownNameHints } from '../list/hints.ts';
import { locked } from '../locked.ts';
import { collect, language, wholeNumber } from '../options.ts';
import { openSite } from '../site.ts';
import { describeErrors } from './errors.ts';
import { findLeft, isOwnFeed } from './left.ts';
import { filterPosts, readFilter } from './names.ts';
import { checkOptions, type FeedOptions, type FeedSite, withSiteUrl } from './options.ts';
import { openFeedSource } from './source.ts';
import { createTargets } from './targets.ts';
import { outputFolder, writeFeeds } from './write.ts';

const examples = `
Examples:
  blog feed -o feed.xml -c Announcements
  blog feed --all -o public`;

/** Defines `blog feed`. */
export const defineFeed: DefineCommand = (command, context, done) => {
  command
    .optionsGroup('Output:')
    .option('-o, --output <file>', 'write to a file, atomically (default: stdout)')
    .addOption(
      new Option('--type <type>', 'feed format')
        .choices(['rss', 'atom', 'json'])
        .default(undefined, 'by the name of the file, else rss'),
    )
    .addOption(
      new Option('--all', 'write all formats, and feeds of categories and languages, to the folder -o').conflicts([
        'type',
        'selfUrl',
        'category',
        'tag',
        'author',
        'lang',
      ]),
    )
    .addOption(new Option('--check', 'write nothing; fail if the file is out of date').conflicts('diff'))
    .option('--diff', 'write nothing; show what would change for subscribers')
    .option('--force', 'write even if old posts would reappear, or over another file')
    .option('--site-url <url>', 'URL of the site (default: site_url in the config)')
    .option('--self-url <url>', 'URL at which this feed will be published')
    .optionsGroup('Posts:')
    .option('-c, --category <name>', 'only posts in this category (repeatable)', collect)
    .option('-t, --tag <name>', 'only posts with this tag (repeatable)', collect)
    .option('-a, --author <name>', 'only posts by this author (repeatable)', collect)
    .option('--lang <language>', 'only posts in this language (default: each post in one language)', feedLanguage)
    .option('--limit <number>', 'maximum number of posts (0 for all; default: from the config, or 20)', wholeNumber)
    .addOption(new Option('--full', 'full posts (default)').conflicts('summary'))
    .option('--summary', 'summaries only')
    .option('--skip-invalid', 'leave out invalid posts instead of failing')
    .option('--strict', 'fail if posts have errors that blog validate reports')
    .addHelpText('after', examples)
    .action(async (options: FeedOptions) => done(await runFeed(options, context())));
};

/** A language tag. Throws UserError for a second one: a feed has one language, which is part of its URL and its title. */
function feedLanguage(value: string, before: string | undefined): string {
  const lang = language(value);
  if (before === undefined || before === lang) return lang;
  throw new UserError('--lang can be given only once: a feed has one language; write one feed for each');
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
  const { shell } = context;
  const { config, now } = site;
  const { category, tag, author, lang, all, skipInvalid = false, limit = config.feed.limit } = options;
  const isFiltered = [category, tag, author].some((names) => names !== undefined);
  const wanted = all ? 0 : limit;
  const { skip, skipped: countSkipped } = createSkip('no feed written', skipInvalid, site);
  const source = await openFeedSource(site, isFiltered || wanted === 0, skip);
  if (!source) return ExitCode.found;
  const published = selectFed(source.entries, now);
  const query = {
    categories: category,
    tags: tag,
    authors: author,
    people: config.authors,
    languages: lang === undefined ? undefined : { names: [lang], config },
  };
  // The feed of a name whose posts are all drafts now is emptied, but none is made: it would tell the name.
  const file = isFiltered || lang !== undefined ? options.output : undefined;
  const isThere = file !== undefined && isOwnFeed(resolve(site.base, file), options, site);
  const known = isThere ? source.entries : published;
  const { unknown, ambiguous } = selectPosts(known, query, now, config.categories);
  refuseAmbiguous(ambiguous);
  if (unknown.length > 0) throw new UserError(unknownNameHints(unknown, isThere ? 'post' : 'published post'));
  const filter = readFilter(published, known, options, site);
  const { entries: inLanguage } = selectPosts(published, { languages: query.languages }, now);
  const selected = filterPosts(inLanguage, filter, options);
  const entries = all ? selected : withoutTranslations(selected, config);
  const readable = await source.readable(entries, wanted);
  if (!readable) return ExitCode.found;
  const posts = { ...readable, published, valid: source.entries, filter, surroundings: source.surroundings };
  const targets = await createTargets(posts, options, site, limit);
  const errors = await describeErrors(
    { posts: new Set(targets.flatMap(({ files }) => files)), where: 'in the feed' },
    readable.suspects,
    source,
    site,
  );
  if (errors !== undefined && options.strict) {
    shell.err(`no feed written: ${errors}; fix these posts first, or leave out --strict\n`);
    return ExitCode.found;
  }
  const written = await writeFeeds(targets, options, site, context, sweep);
  const skipped = countSkipped();
  // Without the posts left out, a name may only seem to be gone.
  const paths = targets.map((target) => target.path);
  const left = all && skipped === 0 ? findLeft(paths, options, site) : [];
  const advice = 'delete it, or redirect its URL to another feed';
  for (const one of left)
    printHint(`The feed ${one} is no longer written, and may have posts that are gone: ${advice}`, context);
  const status = options.check && left.length > 0 ? ExitCode.found : written;
  if (errors !== undefined) printHint(`${errors}; for details, run: blog validate`, context);
  if (skipped === 0) return status;
  printHint(`${plural(skipped, 'invalid post')} left out of the feed`, context);
  return status === ExitCode.done ? ExitCode.found : status;
}
