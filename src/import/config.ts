/** The config of a blog that had none before its import: what the exports say of the site. */

import { type Config, defaultConfig } from '../blog/config/config.ts';
import { zoneOffset } from '../post/fields/date.ts';
import { canonicalLanguage } from '../post/fields/language.ts';
import { foldName } from '../post/fields/slug.ts';
import { plainOrQuoted, quoted } from '../post/frontmatter/yamlText.ts';
import { decodePath } from '../post/relativePath.ts';
import type { ConfigCategory } from './fields/terms.ts';
import type { ItemHead } from './plan.ts';
import type { ExportSite, Loss } from './types.ts';

/** What is in the config. */
export interface ImportedConfig {
  site: ExportSite;
  timeZone: string | undefined;
  permalink: string;
  categories: readonly ConfigCategory[];
  /** Of translations, beside that of the site. */
  languages?: readonly string[];
  /** Former paths of feeds, and those of the feeds that have the same posts here. */
  feeds: readonly (readonly [former: string, path: string])[];
  /** The posts folder, from the root. */
  posts: string;
}

/** The text of `blog.config.yaml`. */
export function importedConfigText({
  site,
  timeZone,
  permalink,
  categories,
  languages = [],
  feeds,
  posts,
}: ImportedConfig): string {
  const language = canonicalLanguage(site.language);
  const lines = [
    '# Settings for this blog, as the export from WordPress has them.',
    '# After changing anything here, run: blog validate',
    '',
    ...siteLines(site),
    ...(languages.length === 0
      ? []
      : [`languages: [${[...(language === undefined ? [] : [language]), ...languages].join(', ')}]`]),
    ...(timeZone === undefined
      ? []
      : ['', '# The dates of the posts fit this time zone. Change it if it is another.', `timezone: ${timeZone}`]),
    '',
    '# Folder that holds the posts.',
    `posts: ${plainOrQuoted(posts)}`,
    '',
    '# URLs of new posts. Those that were imported have their own.',
    `permalink: ${quoted(permalink)}`,
    ...categoryLines(categories),
    ...aliasLines(feeds),
  ];
  return `${lines.join('\n')}\n`;
}

/** What the export itself says of the site: its title, URL and language. */
function siteLines(site: ExportSite): string[] {
  const language = canonicalLanguage(site.language);
  return [
    ...(site.title === '' ? [] : [`title: ${quoted(site.title.slice(0, longestTitle).toWellFormed())}`]),
    ...(/^https?:\/\/\S+$/i.test(site.url) ? [`site_url: ${quoted(site.url)}`] : []),
    ...(language === undefined ? [] : [`language: ${language}`]),
  ];
}

/** The settings of an imported site that a config leaves as they are by default. */
export function missingLines(
  { site, timeZone, permalink, feeds }: Pick<ImportedConfig, 'site' | 'timeZone' | 'permalink' | 'feeds'>,
  config: Config,
): string[] {
  const { title, siteUrl, language } = config;
  const given = { title, site_url: siteUrl, language };
  const ownLines = siteLines(site).filter((line) => Reflect.get(given, line.replace(/:.*$/s, '')) === undefined);
  const usual = defaultConfig();
  const isUsual = config.permalink === usual.permalink && permalink !== usual.permalink;
  return [
    ...ownLines,
    ...(timeZone === undefined || config.timeZone !== usual.timeZone ? [] : [`timezone: ${timeZone}`]),
    ...(isUsual ? [`permalink: ${quoted(permalink)}`] : []),
    ...(config.feed.aliases === undefined ? aliasLines(feeds).slice(2) : []),
  ];
}

/** The `categories` setting, which keeps the URLs of categories whose slugs their names do not say. */
export function categoryLines(categories: readonly ConfigCategory[]): string[] {
  if (categories.length === 0) return [];
  return [
    '',
    '# Posts may only use the categories listed here, so that a typo cannot create a new one.',
    'categories:',
    ...categories.map(({ name, slug }) =>
      slug === undefined ? `  - ${plainOrQuoted(name)}` : `  - { name: ${quoted(name)}, slug: ${quoted(slug)} }`,
    ),
  ];
}

/** The `aliases` of feeds: of all, or of none but the first two if there is no room for so many. */
function aliasLines(feeds: ImportedConfig['feeds']): string[] {
  const lines = feeds.map(([former, path]) => `    ${quoted(former)}: ${quoted(path)}`);
  const fits = Buffer.byteLength(lines.join('\n')) <= mostBytesOfFeeds;
  return [
    '',
    '# Where WordPress had the feeds: they are written there, too, for hosts that serve index.xml, such as GitHub Pages.',
    'feed:',
    '  aliases:',
    ...(fits ? lines : lines.slice(0, 2)),
  ];
}

/** The categories of the site, and those that only posts name: an export of some posts may leave them out of its list. */
export function withUsed(categories: readonly ConfigCategory[], used: Iterable<string>): ConfigCategory[] {
  const known = new Set(categories.map(({ name }) => foldName(name)));
  return [...categories, ...[...used].filter((name) => !known.has(foldName(name))).map((name) => ({ name }))];
}

/** UTF-8 bytes of a list of categories: half of what a config may have. */
const mostBytes = 32 * 1024;
/** UTF-8 bytes of the paths of feeds. */
const mostBytesOfFeeds = 24 * 1024;

/** The categories that a config has room for: all or none, since posts may use no others than those that it lists. */
export function fitCategories(categories: readonly ConfigCategory[]): {
  categories: readonly ConfigCategory[];
  losses: Loss[];
} {
  if (Buffer.byteLength(categoryLines(categories).join('\n')) <= mostBytes) return { categories, losses: [] };
  const what = 'not listed in the config, which has no room for so many: their URLs follow from their names';
  return { categories: [], losses: [{ kind: 'category', what, count: categories.length }] };
}

/** More of a title would be no title. */
const longestTitle = 1000;

/** The patterns that WordPress offers, with what they make of a post. */
const patterns: readonly [pattern: string, make: (date: readonly string[], slug: string) => string][] = [
  ['/{year}/{month}/{day}/{slug}/', ([year, month, day], slug) => `/${year}/${month}/${day}/${slug}`],
  ['/{year}/{month}/{slug}/', ([year, month], slug) => `/${year}/${month}/${slug}`],
  ['/{year}/{slug}/', ([year], slug) => `/${year}/${slug}`],
  ['/{slug}/', (_, slug) => `/${slug}`],
];

/** The pattern that most posts follow; the usual one if none does. */
export function inferPermalink(heads: readonly ItemHead[], siteUrl: string): string {
  const counts = new Map<string, number>();
  const path = siteUrl.replace(/^[a-z]+:\/\/[^/]*/i, '');
  for (const { link, date, name } of heads.filter(({ isPage }) => !isPage)) {
    const own = decodePath(link.replace(/^[a-z]+:\/\/[^/]*/i, '')).replace(/\/$/, '');
    const [pattern] =
      patterns.find(([, make]) => own === path + make(date.slice(0, 10).split('-'), decodePath(name))) ?? [];
    if (pattern !== undefined) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best?.[0] ?? '/{year}/{month}/{day}/{slug}/';
}

/** Zones that are tried first: of several with the same offsets, the one that most people know. */
const usual = [
  ...['UTC', 'Europe/London', 'Europe/Paris', 'Europe/Berlin', 'America/New_York', 'America/Chicago', 'America/Denver'],
  ...['America/Los_Angeles', 'Asia/Kolkata', 'Asia/Tokyo', 'Australia/Sydney', 'Pacific/Auckland'],
];

/** More dates would not tell zones apart any better. */
const mostDates = 500;

/** A time zone that has the offsets of all posts, which WordPress does not export; undefined if none has them. */
export function inferTimeZone(heads: readonly ItemHead[]): string | undefined {
  const step = Math.max(1, Math.floor(heads.length / mostDates));
  const pairs = heads.flatMap(({ date, dateGmt }, index) => {
    const [local, instant] = [date, dateGmt].map((text) => Date.parse(`${text.trim().replace(' ', 'T')}Z`));
    if (index % step !== 0 || !local || !instant) return [];
    const offset = Math.round((local - instant) / 60_000);
    return Math.abs(offset) > 14 * 60 ? [] : [{ local, offset }];
  });
  if (pairs.length === 0) return undefined;
  const fits = (zone: string): boolean => pairs.every(({ local, offset }) => zoneOffset(local, zone) === offset);
  return usual.find(fits) ?? Intl.supportedValuesOf('timeZone').find(fits);
}
