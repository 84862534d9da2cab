/** The parts of a site: one for each language that has a path of its own, and one for the site itself. */
import type { Config } from '../../blog/config/config.ts';
import { createLanguages, createUrlLanguage } from '../../blog/languages.ts';
import { withoutTranslations } from '../../blog/translations.ts';
import { encodeUrl } from '../../blog/url.ts';
import { groupByName, type NamedPosts, type NameKind } from '../../feed/categories.ts';
import { createNameFinder } from '../../feed/configuredNames.ts';
import type { FeedEntry } from '../../feed/feed.ts';
import { isDeviceName } from '../../post/draft/slug.ts';
import { foldName, nameSlug } from '../../post/fields/slug.ts';

/** A language’s part of a site. */
export interface Section {
  /** The path that all its pages begin with: empty, or `/cy`. */
  prefix: string;
  /** BCP 47. */
  lang: string;
  /** Its posts, newest first: on the site itself each group of translations once, as in feeds. */
  entries: readonly FeedEntry[];
  /** The names of a kind, and the posts of each. */
  groups(kind: NameKind): readonly SitePosts[];
  /** The group of a name, however a post spells it. */
  find(kind: NameKind, name: string): SitePosts | undefined;
}

/** The posts of a name, and the path of their page. Names that share a slug share the page, which then has all of them as its name. */
export interface SitePosts extends NamedPosts<FeedEntry> {
  path: string;
  /** The names that share the page, with the posts of each. */
  sharing: readonly NamedPosts<FeedEntry>[];
}

/**
 * The sections of a site with these posts, newest first, and with the sections of `others`, such as `/cy`; the site itself
 * comes first, whatever posts it has.
 */
export function planSections(entries: readonly FeedEntry[], config: Config, others: readonly string[] = []): Section[] {
  const langOf = createUrlLanguage(config);
  const { site = 'en', find } = createLanguages(config);
  const byPrefix = new Map<string, FeedEntry[]>();
  for (const prefix of others) if (prefix !== '') byPrefix.set(prefix.slice(1), []);
  for (const entry of entries) {
    const key = langOf(entry.post);
    if (key === '') continue;
    const own = byPrefix.get(key);
    if (own) own.push(entry);
    else byPrefix.set(key, [entry]);
  }
  const own = [...byPrefix].map(([key, posts]) => planSection(`/${key}`, find(key) ?? key, posts, config));
  return [planSection('', site, withoutTranslations(entries, config), config), ...own];
}

function planSection(prefix: string, lang: string, entries: readonly FeedEntry[], config: Config): Section {
  const names = createNameFinder(config);
  const spell = (kind: NameKind, name: string): string => {
    if (kind === 'category') return names.category(name);
    return kind === 'author' ? names.person({ name }).name : name;
  };
  const found: Record<NameKind, Map<string, SitePosts>> = { category: new Map(), tag: new Map(), author: new Map() };
  const made: Partial<Record<NameKind, ReturnType<typeof groupsOf>>> = {};
  // A home page needs only some of them.
  const groupsOfKind = (kind: NameKind): ReturnType<typeof groupsOf> => {
    made[kind] ??= groupsOf(kind, prefix, entries, config);
    return made[kind];
  };
  return {
    prefix,
    lang,
    entries,
    groups: (kind) => groupsOfKind(kind).groups,
    find: (kind, name) => {
      // Every post asks for names that others have, too.
      const known = found[kind].get(name);
      if (known) return known;
      const group = groupsOfKind(kind).byName.get(foldName(spell(kind, name)));
      if (group) found[kind].set(name, group);
      return group;
    },
  };
}

/**
 * The names with posts. Tags that share a slug share a page, and so do authors; for categories, feeds refuse that. A tag or
 * author without any letter or digit has none: its slug would be that of all others.
 */
function groupsOf(kind: NameKind, prefix: string, entries: readonly FeedEntry[], config: Config) {
  const byName = new Map<string, SitePosts>();
  const bySlug = new Map<string, SitePosts>();
  for (const named of groupByName(entries, kind, config)) {
    const { name, slug, entries: own } = named;
    if (own.length === 0 || (kind !== 'category' && nameSlug(name) === '')) continue;
    const key = kind === 'category' ? foldName(name) : slug;
    const known = bySlug.get(key);
    if (known) {
      const all = new Set([...known.entries, ...own]);
      known.entries = entries.filter((entry) => all.has(entry));
      known.sharing = [...known.sharing, named];
      known.name = `${known.name}, ${name}`;
    }
    const safe = isDeviceName(slug) ? `${slug}-${kind}` : slug;
    const path = encodeUrl(`${prefix}/${kind}/${safe}/`);
    const group = known ?? { name, slug, entries: own, path, sharing: [named] };
    bySlug.set(key, group);
    byName.set(foldName(name), group);
  }
  return { groups: [...bySlug.values()], byName };
}
