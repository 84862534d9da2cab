/** The text of `blog.config.yaml` → the config. It is only ever data: nothing in it is run. */
import * as v from 'valibot';
import { isRule, ruleIds } from '../../checks/rules/rules.ts';
import type { Fault, Path } from '../../diagnostic.ts';
import { yamlConflict } from '../../post/faults/conflicts.ts';
import { type Person, parsePerson } from '../../post/fields/authors.ts';
import { areRelated } from '../../post/fields/language.ts';
import { foldName } from '../../post/fields/slug.ts';
import { isMapping } from '../../post/frontmatter/mapping.ts';
import { parseYaml } from '../../post/frontmatter/yaml.ts';
import { didYouMean } from '../../post/nearest.ts';
import { normaliseUrl, withoutSlashes } from '../url.ts';
import { type Category, type Config, defaultConfig } from './config.ts';
import { configSchema, feedSchema, siteSchema, type WrittenCategory, type WrittenConfig } from './schema.ts';
import { inConfigWords } from './syntax.ts';

/** The config that a YAML text holds, or every problem with it; the places of problems refer to `source`. */
export function parseConfig(source: string): { config: Config } | { faults: Fault[] } {
  const conflict = yamlConflict(source, source, 1);
  if (conflict) return { faults: [conflict] };
  const parsed = parseYaml(source);
  if ('fault' in parsed) return { faults: [inConfigWords(parsed.fault, source)] };
  const data = withoutEmpty(parsed.data);
  const lists = listsForMappings(data);
  if (lists.length > 0) return { faults: lists };
  const result = v.safeParse(configSchema, data);
  const faults = [...(result.issues ?? []).map(toFault), ...unknownRules(data), ...duplicateCategories(data)];
  if (faults.length > 0 || !result.success) return { faults };
  return { config: toConfig(result.output) };
}

/** A key without a value counts as unset. */
function withoutEmpty(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null && value !== ''));
}

function toFault(issue: v.BaseIssue<unknown>): Fault {
  const { path, issue: deepest } = deepestIssue(issue, []);
  const name = path.join('.');
  if (deepest.type === 'strict_object' && deepest.expected === 'never') {
    const keys = knownKeys(path);
    const hint = didYouMean(String(path.at(-1)), keys) ?? `use one of: ${keys.join(', ')}`;
    return { rule: 'field-unknown', message: `unknown setting “${name}”`, hint, place: { path, on: 'key' } };
  }
  const problem = deepest.received === 'undefined' ? 'is missing' : plainMessage(deepest);
  return { rule: 'field-type', message: `${name} ${problem}`, place: { path } };
}

function plainMessage(issue: v.BaseIssue<unknown>): string {
  return issue.type === 'strict_object' ? 'must be a mapping: “name: value” lines indented below it' : issue.message;
}

/** Where a value may take several forms and matches none, the issue of the form that it resembles most. */
function deepestIssue(issue: v.BaseIssue<unknown>, above: Path): { path: Path; issue: v.BaseIssue<unknown> } {
  const path = [...above, ...(issue.path ?? []).map((item) => item.key as string | number)];
  const further = issue.issues?.find((one) => (one.path?.length ?? 0) > 0);
  return further ? deepestIssue(further, path) : { path, issue };
}

function knownKeys(path: Path): string[] {
  if (path.length === 1) return Object.keys(configSchema.entries);
  if (path[0] === 'feed') return Object.keys(feedSchema.entries);
  if (path[0] === 'site') return path.length === 2 ? Object.keys(siteSchema.entries) : ['label', 'url'];
  return path[0] === 'categories' ? ['name', 'slug', 'aliases'] : ['name', 'role', 'email', 'url'];
}

/** Lists in place of mappings, whose indexes the schema would accept as keys. */
function listsForMappings(data: Record<string, unknown>): Fault[] {
  const { feed } = data;
  const examples: [path: string[], value: unknown, line: string][] = [
    [['authors'], data['authors'], 'key: Name (role)'],
    [['rules'], data['rules'], 'rule: off'],
    [['feed'], feed, 'limit: 20'],
    [['feed', 'aliases'], isMapping(feed) && feed['aliases'], '/feed/: /feed.xml'],
    [['site'], data['site'], 'logo: logo.svg'],
  ];
  return examples.flatMap(([path, value, line]): Fault[] => {
    if (!Array.isArray(value)) return [];
    const message = `${path.join('.')} must be a mapping, not a list; write lines like “${line}”`;
    return [{ rule: 'field-type', message, place: { path } }];
  });
}

/** Categories whose names differ only in case, Unicode form or spaces. */
function duplicateCategories({ categories }: Record<string, unknown>): Fault[] {
  if (!Array.isArray(categories)) return [];
  const names = categories.map((one) => String(typeof one === 'object' && one !== null ? one.name : one));
  const first = new Map(names.map((name, index) => [foldName(name), index] as const).reverse());
  return names.flatMap((name, index): Fault[] =>
    first.get(foldName(name)) === index
      ? []
      : [{ rule: 'field-type', message: `duplicate category “${name}”`, place: { path: ['categories', index] } }],
  );
}

function unknownRules(data: Record<string, unknown>): Fault[] {
  const { rules } = data;
  if (typeof rules !== 'object' || rules === null) return [];
  return Object.keys(rules)
    .filter((rule) => !isRule(rule))
    .map((rule) => ({
      rule: 'field-unknown',
      message: `unknown rule “${rule}”`,
      hint: didYouMean(rule, ruleIds) ?? 'to list all rules, run: blog validate --list-rules',
      place: { path: ['rules', rule], on: 'key' },
    }));
}

function toConfig(written: WrittenConfig): Config {
  const {
    site_url,
    timezone,
    assets_url,
    language,
    languages,
    categories,
    authors,
    extra_fields,
    feed,
    site,
    ...rest
  } = written;
  const preset = defaultConfig();
  return {
    ...preset,
    ...(rest as Partial<Config>),
    ...(language !== undefined && { language }),
    ...(languages && { languages: withSite(languages, language) }),
    ...(site_url !== undefined && { siteUrl: withoutSlashes(canonicalUrl(site_url)) }),
    ...(timezone !== undefined && { timeZone: timezone }),
    ...(assets_url !== undefined && { assetsUrl: `${withoutSlashes(canonicalUrl(assets_url))}/` }),
    ...(categories && { categories: categories.map(toCategory) }),
    authors: Object.fromEntries(
      Object.entries(authors ?? {}).map(([key, author]) => [
        key,
        typeof author === 'string' ? parsePerson(author) : (author as Person),
      ]),
    ),
    ...(extra_fields && { extraFields: extra_fields }),
    feed: {
      ...preset.feed,
      ...(feed as Partial<Config['feed']>),
      ...(feed?.icon !== undefined && { icon: canonicalUrl(feed.icon) }),
      ...(feed?.hub !== undefined && { hub: canonicalUrl(feed.hub) }),
    },
    site: {
      ...(site as Config['site'] | undefined),
      ...(site?.footer && { footer: site.footer.map(({ label, url }) => ({ label, url: canonicalUrl(url) })) }),
    },
  };
}

/** A URL in its normal form, with composed letters: `HTTPS://Example.org/%7Ejo` → `https://example.org/~jo`. */
function canonicalUrl(url: string): string {
  return normaliseUrl(url.normalize('NFC'));
}

function toCategory(written: WrittenCategory): Category {
  const { name, slug, aliases } = typeof written === 'string' ? { name: written } : written;
  return { name, ...(slug !== undefined && { slug }), aliases: aliases ?? [] };
}

/** The languages, and before them the site’s, which goes without saying. */
function withSite(languages: readonly string[], site: string | undefined): readonly string[] {
  return site === undefined || languages.some((one) => areRelated(one, site)) ? languages : [site, ...languages];
}
