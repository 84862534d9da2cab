/** The schema of `blog.config.yaml`. Messages complete a sentence that begins with the name of the setting. */
import * as v from 'valibot';
import { roles } from '../../post/fields/authors.ts';
import { isTimeZone } from '../../post/fields/date.ts';
import { inferLanguage, isLanguage } from '../../post/fields/language.ts';
import { isSlug } from '../../post/fields/slug.ts';
import { parseUrl } from '../../post/url.ts';
import { isGlob } from '../glob.ts';

const text = v.pipe(v.string('must be text; put it in quotes'), v.trim(), v.nonEmpty('must not be empty'));
const url = v.pipe(text, v.check(isWebUrl, 'must be a URL that begins with https:// or http://'));
const baseUrl = v.pipe(
  url,
  v.check((value) => !/[?#]/.test(value), 'must not contain “?” or “#”'),
);
const list = <T extends v.GenericSchema>(item: T) => v.array(item, 'must be a list, with one “- item” per line');
const folder = v.pipe(text, v.check(staysInside, 'must be a folder inside the blog’s folder'));

const category = v.union(
  [
    text,
    v.strictObject({
      name: text,
      slug: v.optional(v.pipe(text, v.check(isSlug, 'must contain only letters, digits, “-”, “.” and “_”'))),
      aliases: v.optional(list(text)),
    }),
  ],
  unionMessage('must be a name, or a mapping with name, slug and aliases'),
);

const author = v.union(
  [
    text,
    v.strictObject({
      name: text,
      role: v.optional(v.picklist(roles, `must be one of ${roles.join(', ')}`)),
      email: v.optional(text),
      url: v.optional(url),
    }),
  ],
  unionMessage(`must be a name, or a mapping with name, role (${roles.join(', ')}), email and url`),
);

const level = v.picklist(['off', 'warn', 'error'], 'must be off, warn or error');

/** The section `feed:`. */
export const feedSchema = v.strictObject({
  path: v.optional(v.pipe(text, v.startsWith('/', 'must begin with “/” (it is relative to site_url)'))),
  limit: v.optional(
    v.pipe(
      v.number('must be a whole number'),
      v.integer('must be a whole number'),
      v.minValue(0, 'must not be negative'),
    ),
  ),
  content: v.optional(v.picklist(['full', 'summary'], 'must be full or summary')),
  hub: v.optional(url),
  ttl: v.optional(
    v.pipe(
      v.number('must be a whole number of minutes'),
      v.integer('must be a whole number of minutes'),
      v.minValue(1, 'must be 1 or more'),
    ),
  ),
});

/** The whole config; unknown keys are errors. */
export const configSchema = v.strictObject({
  title: v.optional(text),
  description: v.optional(text),
  site_url: v.optional(baseUrl),
  language: v.optional(
    v.pipe(
      text,
      v.check(isLanguage, ({ input }) => languageProblem(input)),
    ),
  ),
  timezone: v.optional(v.pipe(text, v.check(isTimeZone, 'must be a time zone such as Europe/London'))),
  posts: v.optional(folder),
  ignore: v.optional(list(v.pipe(text, v.check(isGlob, 'must be a path, optionally with *, **, ? or {a,b}')))),
  filename: v.optional(
    v.pipe(
      text,
      v.check(isFilePattern, ({ input }) => patternProblem(input, fileNames)),
      v.check(namesPosts, 'gives file names that are ignored: beginning with “.” or “_”, or like README'),
    ),
  ),
  permalink: v.optional(
    v.pipe(
      text,
      v.check(isPermalinkPattern, ({ input }) => patternProblem(input, permalinkNames)),
    ),
  ),
  static: v.optional(folder),
  assets_url: v.optional(baseUrl),
  categories: v.optional(list(category)),
  authors: v.optional(v.record(v.string(), author, 'must be a mapping of keys to people')),
  rules: v.optional(v.record(v.string(), level, 'must be a mapping of rules to off, warn or error')),
  extra_fields: v.optional(list(text)),
  feed: v.optional(feedSchema),
  templates: v.optional(folder),
});

/** A valid config, in the form in which it is written. */
export type WrittenConfig = v.InferOutput<typeof configSchema>;
export type WrittenCategory = v.InferOutput<typeof category>;
export type WrittenAuthor = v.InferOutput<typeof author>;

function unionMessage(message: string): () => string {
  return () => message;
}

function isWebUrl(value: string): boolean {
  return /^https?:\/\//i.test(value) && parseUrl(value) !== undefined && !/[\s<>"\\^`{|}]/.test(value);
}

function languageProblem(value: string): string {
  const candidate = inferLanguage(value);
  return `must be a language code such as en or en-GB${candidate ? `; did you mean “${candidate.language}”?` : ''}`;
}

function staysInside(value: string): boolean {
  return !/^(?:[/\\]|[a-z]:)/i.test(value) && !value.split(/[/\\]/).includes('..');
}

function hasOnly(value: string, names: readonly string[]): boolean {
  const used = [...value.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
  return (
    used.includes('slug') &&
    used.every((name) => names.includes(name)) &&
    !/[{}]/.test(value.replace(/\{[^{}]*\}/g, ''))
  );
}

const fileNames = ['slug', 'date', 'year', 'month', 'day'];
const permalinkNames = ['slug', 'year', 'month', 'day', 'category'];

function patternProblem(value: string, names: readonly string[]): string {
  const unknown = [...value.matchAll(/\{([^{}]*)\}/g)].find((match) => !names.includes(match[1] ?? ''));
  const others = names.slice(1).map((name) => `{${name}}`);
  const problem = unknown ? `contains the unknown ${unknown[0]}; it ` : '';
  return `${problem}must contain {slug}, and may contain ${others.join(' ')}`;
}

function isFilePattern(value: string): boolean {
  return hasOnly(value, fileNames) && staysInside(value);
}

/** Whether every file that a pattern names counts as a post, whatever its date and slug. */
function namesPosts(value: string): boolean {
  const file = value.replaceAll('\\', '/').replace(/\/$/, '/index');
  const names = (/\.(?:md|markdown)$/i.test(file) ? file : `${file}.md`).split('/');
  const notPosts = ['', '.md', 'node_modules', 'README.md', 'LICENSE.md', 'CONTRIBUTING.md', '_index.md'];
  return !names.some((name) => notPosts.includes(name) || /^[._]|~$|[\0-\x1f\x7f]/.test(name));
}

function isPermalinkPattern(value: string): boolean {
  return hasOnly(value, permalinkNames) && !/[?#\\\s]/.test(value);
}
