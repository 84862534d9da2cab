/** What `blog.config.yaml` may hold. Spec section 3. */
import * as v from 'valibot';
import { roles } from '../../post/fields/authors.ts';
import { isTimeZone } from '../../post/fields/date.ts';
import { inferLanguage, isLanguage } from '../../post/fields/language.ts';
import { isSlug } from '../../post/fields/slug.ts';
import { parseUrl } from '../../post/url.ts';
import { isGlob } from '../glob.ts';

const text = v.pipe(v.string('must be text: put it in quotes'), v.trim(), v.nonEmpty('must not be empty'));
const address = v.pipe(text, v.check(isWebAddress, 'must be an address that begins with https:// or http://'));
const siteAddress = v.pipe(
  address,
  v.check((value) => !/[?#]/.test(value), 'must not have a “?” or “#”'),
);
const list = <T extends v.GenericSchema>(item: T) => v.array(item, 'must be a list: one “- item” a line');
const folder = v.pipe(text, v.check(staysInside, 'must be a folder inside the blog’s own'));

const category = v.union(
  [
    text,
    v.strictObject({
      name: text,
      slug: v.optional(v.pipe(text, v.check(isSlug, 'must have only letters, digits, “-”, “.” and “_”'))),
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
      url: v.optional(address),
    }),
  ],
  unionMessage(`must be a name, or a mapping with name, role (${roles.join(', ')}), email and url`),
);

const level = v.picklist(['off', 'warn', 'error'], 'must be off, warn or error');

/** The part `feed:`. */
export const feedSchema = v.strictObject({
  path: v.optional(v.pipe(text, v.startsWith('/', 'must begin with “/”: it is counted from site_url'))),
  limit: v.optional(
    v.pipe(
      v.number('must be a whole number'),
      v.integer('must be a whole number'),
      v.minValue(0, 'must not be negative'),
    ),
  ),
  content: v.optional(v.picklist(['full', 'summary'], 'must be full or summary')),
  hub: v.optional(address),
  ttl: v.optional(
    v.pipe(
      v.number('must be minutes, a whole number'),
      v.integer('must be a whole number'),
      v.minValue(1, 'must be 1 or more'),
    ),
  ),
});

/** The whole config; unknown keys are refused. */
export const configSchema = v.strictObject({
  title: v.optional(text),
  description: v.optional(text),
  site_url: v.optional(siteAddress),
  language: v.optional(
    v.pipe(
      text,
      v.check(isLanguage, ({ input }) => noLanguage(input)),
    ),
  ),
  timezone: v.optional(v.pipe(text, v.check(isTimeZone, 'must be a time zone, like Europe/London'))),
  posts: v.optional(folder),
  ignore: v.optional(list(v.pipe(text, v.check(isGlob, 'must be a path that may have *, **, ? and {a,b}')))),
  filename: v.optional(
    v.pipe(
      text,
      v.check(isFilePattern, (issue) => oddPattern(issue.input, fileNames)),
      v.check(makesPosts, 'makes files that are passed over: no name may begin with “.” or “_”, or be one like README'),
    ),
  ),
  permalink: v.optional(
    v.pipe(
      text,
      v.check(isPermalinkPattern, (issue) => oddPattern(issue.input, permalinkNames)),
    ),
  ),
  static: v.optional(folder),
  assets_url: v.optional(siteAddress),
  categories: v.optional(list(category)),
  authors: v.optional(v.record(v.string(), author, 'must be a mapping: a key a person')),
  rules: v.optional(v.record(v.string(), level, 'must be a mapping: rule: off, warn or error')),
  extra_fields: v.optional(list(text)),
  feed: v.optional(feedSchema),
  templates: v.optional(folder),
});

/** A config that fits the schema, as it is written. */
export type WrittenConfig = v.InferOutput<typeof configSchema>;
export type WrittenCategory = v.InferOutput<typeof category>;
export type WrittenAuthor = v.InferOutput<typeof author>;

function unionMessage(message: string): () => string {
  return () => message;
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\//i.test(value) && parseUrl(value) !== undefined && !/[\s<>"\\^`{|}]/.test(value);
}

function noLanguage(value: string): string {
  const meant = inferLanguage(value);
  return `must be a language, like en or en-GB${meant === undefined ? '' : `: did you mean ${meant.language}?`}`;
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

/** What is wrong with a pattern: the name that it may not have, if there is one. */
function oddPattern(value: string, names: readonly string[]): string {
  const odd = [...value.matchAll(/\{([^{}]*)\}/g)].find((match) => !names.includes(match[1] ?? ''));
  const others = names.slice(1).map((name) => `{${name}}`);
  return `${odd ? `has ${odd[0]}, which nobody knows: it ` : ''}may have ${others.join(' ')}, and must have {slug}`;
}

function isFilePattern(value: string): boolean {
  return hasOnly(value, fileNames) && staysInside(value);
}

/** Whether what a pattern makes counts as a post, whatever the date and the slug. Spec section 1, “a post”. */
function makesPosts(value: string): boolean {
  const file = value.replaceAll('\\', '/').replace(/\/$/, '/index');
  const names = (/\.(?:md|markdown)$/i.test(file) ? file : `${file}.md`).split('/');
  const notPosts = ['', '.md', 'node_modules', 'README.md', 'LICENSE.md', 'CONTRIBUTING.md', '_index.md'];
  return !names.some((name) => notPosts.includes(name) || /^[._]|~$|[\0-\x1f\x7f]/.test(name));
}

function isPermalinkPattern(value: string): boolean {
  return hasOnly(value, permalinkNames) && !/[?#\\\s]/.test(value);
}
