/** The text of `blog.config.yaml` → the config, or all that is wrong with it. Spec section 3. Data only: nothing is run. */
import * as v from 'valibot';
import { isRule, ruleIds } from '../../checks/rules/rules.ts';
import type { Fault, Levels, Path } from '../../diagnostic.ts';
import { type Person, parsePerson } from '../../post/fields/authors.ts';
import { foldName, slugKey } from '../../post/fields/slug.ts';
import { parseYaml } from '../../post/frontmatter/yaml.ts';
import { nearest } from '../../post/nearest.ts';
import { normaliseUrl, withoutSlashes } from '../url.ts';
import { type Category, type Config, defaultConfig } from './config.ts';
import { configSchema, feedSchema, type WrittenAuthor, type WrittenCategory, type WrittenConfig } from './schema.ts';

/** Reads a config, or all that is wrong with it. The faults' paths speak of `text` from its line 1. */
export function parseConfig(source: string): { config: Config } | { faults: Fault[] } {
  const parsed = parseYaml(source, 1);
  if ('fault' in parsed) return { faults: [parsed.fault] };
  const data = withoutEmpty(parsed.data);
  const lists = listsForMappings(data);
  if (lists.length > 0) return { faults: lists };
  const result = v.safeParse(configSchema, data);
  const faults = [...(result.issues ?? []).map(toFault), ...unknownRules(data), ...repeatedCategories(data)];
  if (faults.length > 0 || !result.success) return { faults };
  return { config: toConfig(result.output) };
}

/** `key:` with nothing behind it is as if it were not there. */
function withoutEmpty(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null && value !== ''));
}

function toFault(issue: v.BaseIssue<unknown>): Fault {
  const { path, issue: deepest } = deepestIssue(issue, []);
  const name = path.join('.');
  if (deepest.type === 'strict_object' && deepest.expected === 'never') {
    const key = String(path.at(-1));
    const meant = nearest(key, knownKeys(path));
    const hint = meant === undefined ? `known here: ${knownKeys(path).join(', ')}` : `did you mean ${meant}?`;
    return { rule: 'field-unknown', message: `“${name}” is not a setting`, hint, place: { path, on: 'key' } };
  }
  const problem = deepest.received === 'undefined' ? 'is missing' : plainMessage(deepest);
  return { rule: 'field-type', message: `${name} ${problem}`, place: { path } };
}

function plainMessage(issue: v.BaseIssue<unknown>): string {
  return issue.type === 'strict_object' ? 'must be a mapping: “name: value” lines below it' : issue.message;
}

/** Of a choice that fits none of its forms, the complaint of the form that came further than its first look. */
function deepestIssue(issue: v.BaseIssue<unknown>, above: Path): { path: Path; issue: v.BaseIssue<unknown> } {
  const path = [...above, ...(issue.path ?? []).map((item) => item.key as string | number)];
  const further = issue.issues?.find((one) => (one.path?.length ?? 0) > 0);
  return further ? deepestIssue(further, path) : { path, issue };
}

function knownKeys(path: Path): string[] {
  if (path.length === 1) return Object.keys(configSchema.entries);
  if (path[0] === 'feed') return Object.keys(feedSchema.entries);
  return path[0] === 'categories' ? ['name', 'slug', 'aliases'] : ['name', 'role', 'email', 'url'];
}

/** A list where a mapping is meant: its numbers would be taken for keys. */
function listsForMappings(data: Record<string, unknown>): Fault[] {
  const meant = { authors: 'key: Name (role)', rules: 'rule: off', feed: 'limit: 20' };
  return Object.entries(meant).flatMap(([key, line]): Fault[] => {
    if (!Array.isArray(data[key])) return [];
    const message = `${key} must be a mapping, not a list: lines like “${line}” below it`;
    return [{ rule: 'field-type', message, place: { path: [key] } }];
  });
}

/** Names that are one to `list` and `validate`. */
function repeatedCategories({ categories }: Record<string, unknown>): Fault[] {
  if (!Array.isArray(categories)) return [];
  const names = categories.map((one) => foldName(String(typeof one === 'object' && one !== null ? one.name : one)));
  const met = new Set<string>();
  return names.flatMap((name, index): Fault[] => {
    if (!met.has(name)) {
      met.add(name);
      return [];
    }
    return [
      { rule: 'field-type', message: `categories has “${name}” already`, place: { path: ['categories', index] } },
    ];
  });
}

function unknownRules(data: Record<string, unknown>): Fault[] {
  const { rules } = data;
  if (typeof rules !== 'object' || rules === null) return [];
  return Object.keys(rules)
    .filter((rule) => !isRule(rule))
    .map((rule) => {
      const meant = nearest(rule, ruleIds);
      const hint = meant === undefined ? 'blog validate --list-rules names them all' : `did you mean ${meant}?`;
      return {
        rule: 'field-unknown',
        message: `“${rule}” is not a rule`,
        hint,
        place: { path: ['rules', rule], on: 'key' },
      };
    });
}

function toConfig(raw: WrittenConfig): Config {
  const { title, description, site_url, language, assets_url, templates, categories } = raw;
  const preset = defaultConfig();
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(site_url !== undefined && { siteUrl: siteAddressOf(site_url) }),
    ...(language !== undefined && { language }),
    timeZone: raw.timezone ?? preset.timeZone,
    posts: raw.posts ?? preset.posts,
    ignore: raw.ignore ?? preset.ignore,
    filename: raw.filename ?? preset.filename,
    permalink: raw.permalink ?? preset.permalink,
    ...(raw.static !== undefined && { static: raw.static }),
    ...(assets_url !== undefined && { assetsUrl: `${withoutSlashes(assets_url)}/` }),
    ...(categories !== undefined && { categories: categories.map(toCategory) }),
    authors: Object.fromEntries(Object.entries(raw.authors ?? {}).map(([key, one]) => [key, toPerson(one)])),
    rules: (raw.rules ?? preset.rules) as Levels,
    extraFields: raw.extra_fields ?? preset.extraFields,
    feed: {
      path: raw.feed?.path ?? preset.feed.path,
      limit: raw.feed?.limit ?? preset.feed.limit,
      content: raw.feed?.content ?? preset.feed.content,
      ...(raw.feed?.hub !== undefined && { hub: raw.feed.hub }),
      ...(raw.feed?.ttl !== undefined && { ttl: raw.feed.ttl }),
    },
    ...(templates !== undefined && { templates }),
  };
}

/** As addresses are written, and without a slash at its end: `HTTPS://Example.org/%7Ejo/` → `https://example.org/~jo`. */
function siteAddressOf(address: string): string {
  return withoutSlashes(normaliseUrl(address.normalize('NFC')));
}

function toCategory(raw: WrittenCategory): Category {
  const { name, slug, aliases } = typeof raw === 'string' ? { name: raw } : raw;
  return { name, slug: slug ?? slugKey(name), aliases: aliases ?? [] };
}

function toPerson(raw: WrittenAuthor): Person {
  if (typeof raw === 'string') return parsePerson(raw);
  const { name, role, email, url } = raw;
  return { name, ...(role && { role }), ...(email !== undefined && { email }), ...(url !== undefined && { url }) };
}
