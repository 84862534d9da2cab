/** The schema of `blog.config.yaml`. Messages complete a sentence that begins with the name of the setting. */
import * as v from 'valibot';
import { roles } from '../../post/fields/authors.ts';
import { inferLanguage, isLanguage } from '../../post/fields/language.ts';
import { isSlug } from '../../post/fields/slug.ts';
import { imageType } from '../../post/imageType.ts';
import { parseUrl } from '../../post/url.ts';
import { isGlob } from '../glob.ts';
import { hasEmptyPart, hasPassword, isFolderPath } from '../url.ts';
import { timeZoneProblem } from './timeZones.ts';

const text = v.pipe(v.string('must be text; put it in quotes'), v.trim(), v.nonEmpty('must not be empty'));
const url = checked(text, isWebUrl, 'must be a URL that begins with https:// or http://');
const baseUrl = checked(url, (value) => !/[?#]/.test(value), 'must not contain “?” or “#”');
// Every link of the site would tell it to readers.
const publicUrl = checked(baseUrl, (value) => !hasPassword(value), 'must not contain a user name or password');
const siteUrl = checked(publicUrl, (value) => !hasEmptyPart(value), 'must not contain “//” in its path');
const list = <T extends v.GenericSchema>(item: T) => v.array(item, 'must be a list, with one “- item” per line');
const folder = checked(text, staysInside, 'must be a folder inside the blog’s folder');

const category = v.union(
  [
    text,
    v.strictObject({
      name: text,
      slug: v.optional(checked(text, isSlug, 'must contain only letters, digits, “-”, “.” and “_”')),
      aliases: v.optional(list(text)),
    }),
  ],
  'must be a name, or a mapping with name, slug and aliases',
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
  `must be a name, or a mapping with name, role (${roles.join(', ')}), email and url`,
);

const wholeNumber = (least: number) => {
  const message = `must be a whole number, ${least} or more`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(least, message));
};

const language = checked(text, isLanguage, ({ input }) => languageProblem(input));

const level = v.picklist(['off', 'warn', 'error'], 'must be off, warn or error');

/** A text with the placeholder `{slug}`, or one that includes it, and any of the others. */
function pattern(others: readonly string[], holders: readonly string[] = []) {
  const own = ['slug', ...holders].map((name) => `{${name}}`);
  const names = [...own, ...others.map((name) => `{${name}}`)];
  const findUnknown = (value: string) => value.match(/\{[^{}]*\}|[{}]/g)?.find((part) => !names.includes(part));
  const rule = `must contain ${own.join(' or ')}, and may contain ${names.slice(own.length).join(' ')}`;
  const isValid = (value: string) => findUnknown(value) === undefined && own.some((name) => value.includes(name));
  return checked(text, isValid, ({ input }) => {
    const unknown = findUnknown(input);
    return unknown === undefined ? rule : `contains the unknown ${unknown}; it ${rule}`;
  });
}

const fileInside = checked(pattern(['date', 'year', 'month', 'day']), staysInside, 'must be inside the posts folder');
const ignoredName = 'gives file names that are ignored: beginning with “.” or “_”, or like README';
const filePattern = checked(fileInside, namesPosts, ignoredName);

const anyUrl = pattern(['year', 'month', 'day', 'category', 'lang'], ['path']);
const plainUrl = checked(anyUrl, (value) => !/[?#\\\s]/.test(value), 'must not contain spaces, “?”, “#” or “\\”');
const urlPattern = checked(
  plainUrl,
  (value) => !/(?:^|\/)\.\.?(?:\/|$)/.test(value),
  'must not contain the parts “.” or “..”',
);

const feedPath = v.pipe(text, v.startsWith('/', 'must begin with “/” (it is relative to site_url)'));
const formerPath = checked(text, isFolderPath, 'must be a path that begins and ends with “/”, such as /feed/');

/** The section `feed:`. */
export const feedSchema = v.strictObject({
  path: v.optional(feedPath),
  aliases: v.optional(v.record(formerPath, feedPath, 'must be a mapping, with lines like “/feed/: /feed.xml”')),
  limit: v.optional(wholeNumber(0)),
  content: v.optional(v.picklist(['full', 'summary'], 'must be full or summary')),
  icon: v.optional(checked(text, isIcon, 'must be a URL, or a path that begins with “/” (it is relative to site_url)')),
  hub: v.optional(url),
  ttl: v.optional(wholeNumber(1)),
});

const fileOrUrl = checked(
  text,
  (value) => isWebUrl(value) || staysInside(value),
  'must be a file inside the blog’s folder, or a URL that begins with https://',
);

const linkMessage =
  'must be a URL, an email address after “mailto:”, or a path that begins with “/” (it is relative to site_url)';

/** The section `site:`. */
export const siteSchema = v.strictObject({
  stylesheet: v.optional(checked(fileOrUrl, (value) => /\.css(?:[?#]|$)/i.test(value), 'must be a .css file')),
  logo: v.optional(checked(fileOrUrl, (value) => imageType(value) !== undefined, 'must be an image')),
  footer: v.optional(list(v.strictObject({ label: text, url: checked(text, isLink, linkMessage) }))),
  description: v.optional(text),
});

/** The whole config; unknown keys are errors. */
export const configSchema = v.strictObject({
  title: v.optional(text),
  description: v.optional(text),
  site_url: v.optional(siteUrl),
  language: v.optional(language),
  languages: v.optional(list(language)),
  timezone: v.optional(
    checked(
      text,
      (name) => timeZoneProblem(name) === undefined,
      ({ input }) => timeZoneProblem(input) ?? '',
    ),
  ),
  posts: v.optional(folder),
  ignore: v.optional(list(checked(text, isGlob, 'must be a path, optionally with *, **, ? or {a,b}'))),
  filename: v.optional(filePattern),
  permalink: v.optional(urlPattern),
  static: v.optional(folder),
  assets_url: v.optional(publicUrl),
  categories: v.optional(list(category)),
  authors: v.optional(v.record(v.string(), author, 'must be a mapping of keys to people')),
  rules: v.optional(v.record(v.string(), level, 'must be a mapping of rules to off, warn or error')),
  extra_fields: v.optional(list(text)),
  feed: v.optional(feedSchema),
  templates: v.optional(folder),
  site: v.optional(siteSchema),
});

/** A valid config, in the form in which it is written. */
export type WrittenConfig = v.InferOutput<typeof configSchema>;
export type WrittenCategory = v.InferOutput<typeof category>;

function checked<T extends v.GenericSchema<string>>(
  schema: T,
  test: (value: string) => boolean,
  message: v.ErrorMessage<v.CheckIssue<string>>,
) {
  return v.pipe(schema, v.check(test, message));
}

function isWebUrl(value: string): boolean {
  return /^https?:\/\//i.test(value) && parseUrl(value) !== undefined && !/[\s<>"\\^`{|}]/.test(value);
}

function isIcon(value: string): boolean {
  return isWebUrl(value.startsWith('/') ? `https://blog.invalid${value}` : value);
}

function isLink(value: string): boolean {
  return isIcon(value) || /^mailto:[^\s<>"]+@[^\s<>"]+$/.test(value);
}

function languageProblem(value: string): string {
  const candidate = inferLanguage(value);
  return `must be a language code such as en or en-GB${candidate ? `; did you mean “${candidate.language}”?` : ''}`;
}

function staysInside(value: string): boolean {
  return !/^(?:[/\\]|[a-z]:)/i.test(value) && !value.split(/[/\\]/).includes('..');
}

/** Whether every file that a pattern names counts as a post, whatever its date and slug. */
function namesPosts(value: string): boolean {
  const file = value.replaceAll('\\', '/').replace(/\/$/, '/index');
  const names = (/\.(?:md|markdown)$/i.test(file) ? file : `${file}.md`).split('/');
  const notPosts = ['', '.md', 'node_modules', 'README.md', 'LICENSE.md', 'CONTRIBUTING.md', '_index.md'];
  return !names.some((name) => notPosts.includes(name) || /^[._]|~$|[\0-\x1f\x7f]/.test(name));
}
