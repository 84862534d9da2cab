/** The options of `blog feed`, checked. */
import { hasEmptyPart, hasPassword, normaliseUrl, webUrl, withoutSlashes } from '../../blog/url.ts';
import { UserError } from '../../errors.ts';
import type { FeedType } from '../../feed/feed.ts';
import { withSlashes } from '../../files/windows.ts';
import { visible } from '../../report/escape.ts';
import type { SiteContext } from '../site.ts';

export interface FeedOptions {
  output?: string;
  type?: FeedType;
  category?: string[];
  tag?: string[];
  author?: string[];
  lang?: string;
  limit?: number;
  full?: boolean;
  summary?: boolean;
  siteUrl?: string;
  selfUrl?: string;
  all?: boolean;
  check?: boolean;
  diff?: boolean;
  skipInvalid?: boolean;
  strict?: boolean;
  force?: boolean;
}

/** Names of stdout, which cannot be opened by name if it is a socket, as under some CI systems. */
const stdoutNames = ['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'];

/** The options with `selfUrl` normalised, `output` with `/`, and without `output` if that is stdout. Throws UserError if one is invalid. */
export function checkOptions({ output: path = '-', selfUrl, ...options }: FeedOptions): FeedOptions {
  const { all, check, diff } = options;
  const output = stdoutNames.includes(path) ? undefined : path;
  const example = all ? '-o public' : '-o feed.xml';
  if (output === '') throw new UserError(`-o is empty; name a ${all ? 'folder' : 'file'}, for example: ${example}`);
  if ((all || check || diff) && output === undefined) {
    const [flag, kind] = all ? ['--all', 'folder'] : [check ? '--check' : '--diff', 'file'];
    throw new UserError(`${flag} needs an output ${kind}, for example: ${example}`);
  }
  return {
    ...options,
    ...(output !== undefined && { output: withSlashes(output) }),
    ...(selfUrl !== undefined && { selfUrl: readUrl('--self-url', selfUrl) }),
  };
}

/** The type that the name of a file says: `.json` JSON Feed; `.atom`, or “atom” as a word, Atom; else RSS. */
export function typeOfName(file: string): FeedType {
  const name = file.replace(/^.*[/\\]/s, '').toLowerCase();
  if (name.endsWith('.json')) return 'json';
  return /(?<![\p{L}\p{N}])atom(?![\p{L}\p{N}])/u.test(name) && !name.endsWith('.rss') ? 'atom' : 'rss';
}

/** A site whose URL is known. */
export interface FeedSite extends SiteContext {
  siteUrl: string;
}

/** The site with the URL of `--site-url` or of the config. Throws UserError if there is neither, or it is invalid. */
export function withSiteUrl(site: SiteContext, option: string | undefined): FeedSite {
  const siteUrl = option === undefined ? site.config.siteUrl : withoutSlashes(readUrl('--site-url', option));
  if (siteUrl === undefined) {
    throw new UserError('no site URL; set site_url in blog.config.yaml, or pass --site-url https://…');
  }
  return { ...site, siteUrl, config: { ...site.config, siteUrl } };
}

const urlForms = {
  '--site-url': { pattern: /^https?:\/\/[^\s<>"?#]*$/i, example: 'https://blog.example.org' },
  '--self-url': { pattern: /^https?:\/\/[^\s<>"]*$/i, example: 'https://blog.example.org/feed.xml' },
};

/** Normalised by RFC 3986, with composed letters: the only form that all feed readers accept. */
function readUrl(flag: keyof typeof urlForms, value: string): string {
  const { pattern, example } = urlForms[flag];
  const url = value.normalize('NFC');
  const isPublic = !hasPassword(url) && (flag !== '--site-url' || !hasEmptyPart(url));
  if (pattern.test(url) && webUrl(url) !== undefined && isPublic) return normaliseUrl(url);
  throw new UserError(`invalid URL for ${flag}: “${visible(value)}”; use a URL like ${example}`);
}
