/** What `blog feed` is asked for, and whether that makes sense. Spec section 4. */
import { joinUrl, normaliseUrl, webUrl } from '../../blog/url.ts';
import { UserError } from '../../errors.ts';
import { visible } from '../../report/escape.ts';
import type { SiteContext } from '../site.ts';

export interface FeedOptions {
  output?: string;
  type?: 'rss' | 'atom' | 'json';
  category?: string[];
  author?: string[];
  limit?: number;
  full?: boolean;
  summary?: boolean;
  siteUrl?: string;
  selfUrl?: string;
  all?: boolean;
  check?: boolean;
  diff?: boolean;
  skipInvalid?: boolean;
  force?: boolean;
}

/** Names of stdout. Where it is a socket, as under some CI systems, the system would not open it by these. */
const stdoutNames = ['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'];

/** The options, without an output where that is stdout. Throws UserError where they contradict one another. */
export function checkOptions(options: FeedOptions): FeedOptions {
  const { all, check, diff, full, summary, selfUrl, category, author, type } = options;
  const output = stdoutNames.includes(options.output ?? '-') ? undefined : options.output;
  if (full && summary) throw new UserError('--full and --summary do not go together: choose one');
  if (output === '') throw new UserError(`-o has no name: -o ${all ? 'public' : 'public/feed.xml'}`);
  if ((all || check || diff) && output === undefined) {
    throw new UserError(`${all ? '--all needs a folder' : 'name the file'}: -o ${all ? 'public' : 'public/feed.xml'}`);
  }
  if (check && diff) throw new UserError('--check and --diff do not go together: choose one');
  if (all && (selfUrl !== undefined || category || author || type)) {
    throw new UserError('--all writes every feed: it does not go with --type, --self-url, --category or --author');
  }
  const { output: _, ...rest } = options;
  return {
    ...rest,
    ...(output !== undefined && { output }),
    ...(selfUrl !== undefined && { selfUrl: readAddress(selfUrl, '--self-url', 'https://blog.example.org/feed.xml') }),
  };
}

/** The site with its address: a feed without one would be full of addresses that lead nowhere. */
export interface FeedSite extends SiteContext {
  siteUrl: string;
}

/** Sets the site's address, and writes it and what the config has beside it as feeds need them. */
export function withSiteUrl(site: SiteContext, flag: string | undefined): FeedSite {
  const { config } = site;
  const given = flag ?? config.siteUrl;
  if (given === undefined) {
    throw new UserError(
      'a feed needs the site’s address: write site_url: https://… in blog.config.yaml, or give --site-url https://…',
    );
  }
  const example = 'https://blog.example.org';
  if (/[?#]/.test(given)) throw badAddress('--site-url', given, example);
  const siteUrl = readAddress(given, '--site-url', example).replace(/\/+$/, '');
  const { assetsUrl, feed } = config;
  const hub = feed.hub && whole(feed.hub);
  return {
    ...site,
    siteUrl,
    config: {
      ...config,
      siteUrl,
      ...(assetsUrl !== undefined && { assetsUrl: whole(assetsUrl) ?? assetsUrl }),
      feed: { ...feed, ...(hub !== undefined && { hub }) },
    },
  };
}

/** Where a feed is published: a path from the site's address. */
export function publishedAt(site: FeedSite, path: string): string {
  return joinUrl(site.siteUrl, normaliseUrl(path));
}

function readAddress(given: string, flag: string, example: string): string {
  const address = /[\s<>"]/.test(given) ? undefined : whole(given);
  if (address === undefined) throw badAddress(flag, given, example);
  return address;
}

function badAddress(flag: string, given: string, example: string): UserError {
  return new UserError(`${flag} ${visible(given)}: it must be an address like ${example}`);
}

/** A web address as RFC 3986 writes it, in letters that are composed: readers take no other. */
function whole(given: string): string | undefined {
  const address = given.normalize('NFC');
  return /^https?:\/\//i.test(address) && webUrl(address) !== undefined ? normaliseUrl(address) : undefined;
}
