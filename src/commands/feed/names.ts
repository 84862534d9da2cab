/** The names that `blog feed` selects posts by, and the refusal of those whose feeds would share a URL. */
import { basename } from 'node:path';
import { type Category, findCategory } from '../../blog/config/config.ts';
import type { Entry } from '../../blog/postIndex.ts';
import { findPeople } from '../../blog/select/names.ts';
import { refusal, UserError } from '../../errors.ts';
import {
  findNamed,
  findSlugClashes,
  findUnused,
  groupByName,
  type NamedPosts,
  type NameKind,
} from '../../feed/categories.ts';
import { type FeedFilter, folderOf, kinds } from '../../feed/plan.ts';
import { longestSlug } from '../../post/draft/slug.ts';
import { foldName } from '../../post/fields/slug.ts';
import { readablyQuoted } from '../../post/frontmatter/yamlText.ts';
import { visible } from '../../report/escape.ts';
import { refuseAmbiguous, unknownNameHints } from '../list/hints.ts';
import type { FeedOptions, FeedSite } from './options.ts';

const plurals: Readonly<Record<NameKind, string>> = { category: 'categories', tag: 'tags', author: 'authors' };

/**
 * What the options select by: names of published posts, or else of `known` ones. Throws UserError if a name is ambiguous, or
 * its feed would have the URL of another name's.
 */
export function readFilter(
  published: readonly Entry[],
  known: readonly Entry[],
  options: FeedOptions,
  site: FeedSite,
): FeedFilter {
  const read = (kind: NameKind): NamedPosts[] => {
    const wanted = options[kind] ?? [];
    if (wanted.length === 0) return [];
    const groups = groupByName(published, kind, site.config);
    const unused = known === published ? [] : findUnused(groups, known, kind, site.config);
    const found = wanted.flatMap((name) => {
      const used = findNamed(name, groups, kind, site.config);
      const named = used.length > 0 ? used : findNamed(name, unused, kind, site.config);
      if (named.length === 0 && kind === 'author') return findAuthor(name, [...groups, ...unused], site);
      if (named.length < 2) return named;
      const names = named.map((one) => `“${visible(one.name)}”`).join(' and ');
      throw new UserError(`“${visible(name)}” may be ${names}; pass the whole name`);
    });
    if (options.selfUrl === undefined) refuseClashes(kind, [...new Set([...groups, ...found])], site, found);
    return found;
  };
  return { category: read('category'), tag: read('tag'), author: read('author'), lang: options.lang };
}

/** The person of whose name this is a part, or the key in the config. Throws UserError if that is nobody, or not sure. */
function findAuthor(name: string, groups: readonly NamedPosts[], { config }: FeedSite): NamedPosts[] {
  const names = groups.map((group) => group.name);
  const { found } = findPeople(name, names, config.authors);
  const named = groups.filter((group) => found.includes(group.name));
  if (named.length === 0) throw new UserError(unknownNameHints([{ kind: 'author', name }], 'published post'));
  if (named.length > 1) refuseAmbiguous([{ name, people: found }]);
  return named;
}

/** The posts that have one of the names of each kind, whatever their spelling of it: those that `--all` puts in its feed. */
export function filterPosts(entries: readonly Entry[], filter: FeedFilter, options: FeedOptions): readonly Entry[] {
  return kinds.reduce((left, kind) => {
    if (options[kind] === undefined) return left;
    const named = new Set(filter[kind].flatMap((one) => one.entries));
    return left.filter((entry) => named.has(entry));
  }, entries);
}

/** Throws UserError if names share the URL of their feed, those in `only` with any other (default: all of them). */
export function refuseClashes(
  kind: NameKind,
  groups: readonly NamedPosts[],
  site: FeedSite,
  only: readonly NamedPosts[] = groups,
): void {
  const { categories } = site.config;
  const clashes = findSlugClashes(groups, kind === 'category' ? categories : []).filter((names) =>
    names.some((one) => only.includes(one)),
  );
  if (clashes.length === 0) return;
  const problems = clashes.map((names) => {
    const quoted = names.map(({ name }) => `“${visible(name)}”`).join(' and ');
    return `${plurals[kind]} ${quoted} share the feed ${folderOf(kind, names).slice(1)}/feed.xml`;
  });
  if (kind !== 'category') {
    throw refusal([...problems, 'to publish this one at a URL of its own, pass --self-url https://…']);
  }
  throw refusal([...problems, ...separation(clashes, groups, site)]);
}

/** What to write in the config, so that the first name of each clash keeps the URL and the others get new ones. */
function separation(clashes: readonly NamedPosts[][], groups: readonly NamedPosts[], site: FeedSite): string[] {
  const { config, configFile } = site;
  const file = configFile === undefined ? 'blog.config.yaml' : visible(basename(configFile));
  const taken = new Set(groups.map(({ slug }) => foldName(slug)));
  const lines = new Map<NamedPosts, string>();
  for (const one of clashes.flatMap(([, ...others]) => others)) {
    const configured = findCategory(one.name, config.categories ?? []);
    lines.set(one, categoryLine(one, freeSlug(one.slug, taken), configured));
  }
  if (config.categories === undefined) {
    // Without the others in the list, they would be reported as unknown.
    const all = groups.map((one) => `  ${lines.get(one) ?? `- ${readablyQuoted(one.name)}`}`);
    return [`to tell them apart, add to ${file}:`, 'categories:', ...all];
  }
  const changes = [...lines].map(([{ name }, line]) => {
    const isListed = findCategory(name, config.categories ?? []) !== undefined;
    return `${isListed ? `replace the line of “${name}” with` : 'add the line'}: ${line}`;
  });
  const [first, ...others] = changes;
  return [`to tell them apart, in the categories of ${file}, ${first}`, ...others.map((change) => `and ${change}`)];
}

function categoryLine({ name }: NamedPosts, slug: string, configured: Category | undefined): string {
  const aliases = (configured?.aliases ?? []).map((alias) => readablyQuoted(alias)).join(', ');
  return `- { name: ${readablyQuoted(name)}, slug: ${slug}${aliases && `, aliases: [${aliases}]`} }`;
}

/** `news-2`, or the next number that is free, which it then takes. */
function freeSlug(slug: string, taken: Set<string>): string {
  const stem = Buffer.byteLength(slug) > longestSlug - 10 ? 'another-category' : slug;
  for (let number = 2; ; number++) {
    const free = `${stem}-${number}`;
    if (taken.has(foldName(free))) continue;
    taken.add(foldName(free));
    return free;
  }
}
