/** The same post in several languages. */

import type { Config } from '../../blog/config/config.ts';
import { createLanguageNamer } from '../../blog/languages.ts';
import { translationKey } from '../../blog/translations.ts';
import type { FeedEntry } from '../../feed/feed.ts';

/** A post, and its language as the config names it. */
export interface Translation {
  entry: FeedEntry;
  lang: string;
}

/** Returns a function that gives all translations of a post, itself included; none of a post in one language. */
export function findTranslations(
  entries: readonly FeedEntry[],
  config: Config,
): (entry: FeedEntry) => readonly Translation[] {
  if (!entries.some(({ post }) => post.pathLang !== undefined)) return () => [];
  const nameOf = createLanguageNamer(config);
  const groups = new Map<string, Map<string, Translation>>();
  for (const entry of entries) {
    const key = translationKey(entry.post);
    const lang = nameOf(entry.post) ?? 'en';
    const group = groups.get(key) ?? new Map<string, Translation>();
    if (!group.has(lang)) group.set(lang, { entry, lang });
    groups.set(key, group);
  }
  return (entry) => {
    const group = [...(groups.get(translationKey(entry.post))?.values() ?? [])];
    return group.length > 1 && group.some((one) => one.entry === entry) ? group : [];
  };
}
