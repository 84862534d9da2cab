/** Posts that are translations of one another, as Polylang exports them: here, their files have the name of the original. */
import { areRelated, canonicalLanguage } from '../post/fields/language.ts';
import type { ExportItem } from './types.ts';

/** What an item and its translations have in common, and the language of the item. */
export interface Translation {
  group: string;
  lang: string;
}

/** The translation that an item is; undefined for one without others. */
export function translationOf({ terms }: Pick<ExportItem, 'terms'>): Translation | undefined {
  const group = terms.find(({ domain }) => domain === 'post_translations')?.nicename ?? '';
  const languages = terms.filter(({ domain }) => domain === 'language').map(({ nicename }) => nicename);
  const lang = languages.map(canonicalLanguage).find((one) => one !== undefined);
  return group === '' || lang === undefined ? undefined : { group, lang };
}

/** A head as far as it can be a translation. */
interface Head {
  isDraft: boolean;
  translation?: Translation;
}

/** The originals of the heads that are translations: each a public one of its group, in the language of the site if there is one. */
export function findOriginals<H extends Head>(heads: readonly H[], language: string): Map<H, H> {
  const groups = new Map<string, H[]>();
  for (const head of heads) {
    if (head.translation === undefined) continue;
    const others = groups.get(head.translation.group);
    if (others === undefined) groups.set(head.translation.group, [head]);
    else others.push(head);
  }
  const originals = new Map<H, H>();
  for (const group of groups.values()) {
    const readable = group.some(({ isDraft }) => !isDraft) ? group.filter(({ isDraft }) => !isDraft) : group;
    const original = readable.find(({ translation }) => areRelated(translation?.lang ?? '', language)) ?? readable[0];
    for (const head of group) if (original && head !== original) originals.set(head, original);
  }
  return originals;
}

/** The languages of posts that are translations, for the config; none if all are in that of the site. */
export function translatedLanguages(heads: readonly Head[], language: string): string[] {
  const languages = new Set(heads.flatMap(({ translation }) => (translation === undefined ? [] : [translation.lang])));
  return [...languages].filter((one) => !areRelated(one, language)).sort();
}
