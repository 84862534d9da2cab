/** Categories, tags and the language of an item; and what the config must say of categories. */
import { decodeEntities } from '../../post/entities.ts';
import { canonicalLanguage } from '../../post/fields/language.ts';
import { foldName, isSlug, nameSlug } from '../../post/fields/slug.ts';
import { decodePath } from '../../post/relativePath.ts';
import type { ExportIndex, ExportItem, ExportTerm, ItemTerm, Loss } from '../types.ts';
import { toLine } from './texts.ts';

/** The terms of an item as fields. */
export interface ItemTerms {
  categories: string[];
  tags: string[];
  lang?: string;
  losses: Loss[];
}

/** Reads the terms of an item; co-authors and translations, which are terms as well, are read elsewhere. */
export function readTerms(item: ExportItem, index: ExportIndex): ItemTerms {
  const losses: Loss[] = [];
  const counts = new Map<string, number>();
  const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
  const [categories, tags] = [new Map<string, string>(), new Map<string, string>()];
  let lang: string | undefined;
  for (const term of primaryFirst(item, index)) {
    const name = nameOf(term);
    if (term.domain === 'category' && isUncategorised(term, index.site.language)) count(`category “${name}”`);
    else if (term.domain === 'category' || term.domain === 'post_tag') {
      const names = term.domain === 'category' ? categories : tags;
      if (name === '') count('term without a name');
      else if (!names.has(foldName(name))) names.set(foldName(name), name);
    } else if (term.domain === 'language') {
      lang ??= canonicalLanguage(term.nicename) ?? canonicalLanguage(term.name);
      if (lang === undefined) count(`language “${name}”`);
    } else if (term.domain === 'post_format')
      count(`format “${decodePath(term.nicename).replace(/^post-format-/, '')}”`);
    else if (term.domain !== 'author' && term.domain !== 'post_translations')
      count(`${toLine(term.domain) || 'unknown'} “${name || toLine(term.nicename)}”`);
  }
  for (const [what, times] of counts) losses.push({ kind: 'term', what, count: times });
  return {
    categories: [...categories.values()],
    tags: [...tags.values()],
    ...(lang !== undefined && { lang }),
    losses,
  };
}

function nameOf({ name, nicename }: Pick<ItemTerm, 'name' | 'nicename'>): string {
  return (toLine(decodeEntities(name)) || toLine(decodePath(nicename))).normalize('NFC');
}

/** The terms with the primary category of Yoast SEO or Rank Math first. */
function primaryFirst(item: ExportItem, index: ExportIndex): ItemTerm[] {
  const value = item.meta.find(({ key, value }) => primaryKeys.includes(key) && /^[1-9]\d*$/.test(value.trim()))?.value;
  const primary = value === undefined ? undefined : index.site.terms.find(isCategory(Number(value)));
  const isPrimary = ({ domain, nicename }: ItemTerm): boolean =>
    domain === 'category' && primary !== undefined && decodePath(nicename) === decodePath(primary.slug);
  return [...item.terms.filter(isPrimary), ...item.terms.filter((term) => !isPrimary(term))];
}

/** The post meta that name a primary category. */
export const primaryKeys = ['_yoast_wpseo_primary_category', 'rank_math_primary_category'];

function isCategory(id: number): (term: ExportTerm) => boolean {
  return (term) => term.taxonomy === 'category' && term.id === id;
}

/** What WordPress calls its default category, by language. */
const defaultNames: Readonly<Record<string, readonly string[]>> = {
  ar: ['غير مصنف'],
  bg: ['Без категория'],
  ca: ['General', 'Sense categoria'],
  cs: ['Nezařazené'],
  cy: ['Digategori', 'Heb Gategori'],
  da: ['Ikke kategoriseret'],
  de: ['Allgemein', 'Unkategorisiert', 'Nicht kategorisiert'],
  el: ['Χωρίς κατηγορία', 'Αταξινόμητα'],
  en: ['Uncategorized', 'Uncategorised'],
  es: ['Sin categoría', 'Sin clasificar', 'Uncategorized'],
  eu: ['Sailkatu gabea'],
  fi: ['Yleinen', 'Luokittelematon', 'Kategoriaton'],
  fr: ['Non classé', 'Non catégorisé'],
  ga: ['Gan Catagóir'],
  gd: ['Gun seòrsa'],
  he: ['כללי', 'ללא קטגוריה'],
  hu: ['Egyéb', 'Egyéb kategória'],
  it: ['Senza categoria'],
  ja: ['未分類'],
  ko: ['미분류'],
  nb: ['Ukategorisert'],
  nl: ['Geen categorie', 'Niet gecategoriseerd'],
  nn: ['Ukategorisert'],
  pl: ['Bez kategorii'],
  pt: ['Sem categoria', 'Uncategorized'],
  ro: ['Fără categorie', 'Necategorizat'],
  ru: ['Без рубрики'],
  sk: ['Nezaradené'],
  sv: ['Okategoriserade', 'Okategoriserad'],
  tr: ['Genel', 'Kategorilenmemiş'],
  uk: ['Без категорії'],
  vi: ['Chưa phân loại', 'Chưa được phân loại'],
  zh: ['未分类', '未分類'],
};

/**
 * Whether a term is the category that WordPress gives posts without one. A site may have renamed it, and its slug stays:
 * then it is a category like any other.
 */
function isUncategorised(term: Pick<ItemTerm, 'nicename' | 'name'>, language: string): boolean {
  const name = foldName(nameOf(term));
  const own = defaultNames[language.toLowerCase().split(/[-_]/)[0] ?? ''];
  const isNamed = (names: readonly string[]): boolean => names.some((one) => foldName(one) === name);
  if (/^uncategori[sz]ed(?:-[a-z]{2,3})?$/i.test(term.nicename)) {
    return own === undefined || Object.values(defaultNames).some(isNamed);
  }
  return own !== undefined && isNamed([...own, ...(defaultNames['en'] ?? [])]);
}

/** A category as the config lists it; the slug only where the URL of its feed would otherwise be another. */
export interface ConfigCategory {
  name: string;
  slug?: string;
}

/** What the config should say of the site's categories, so that their URLs stay, and what it cannot say. */
export function configCategories({ site }: Pick<ExportIndex, 'site'>): {
  categories: ConfigCategory[];
  losses: Loss[];
} {
  const categories = new Map<string, ConfigCategory>();
  const losses: Loss[] = [];
  const report = (what: string): void => void losses.push({ kind: 'category', what, count: 1 });
  for (const { taxonomy, slug, name, parent } of site.terms) {
    if (taxonomy !== 'category' || isUncategorised({ nicename: slug, name }, site.language)) continue;
    const line = nameOf({ name, nicename: slug });
    const own = decodePath(slug).normalize('NFC');
    if (line === '') continue;
    if (parent !== '') report(`“${line}” is below “${toLine(decodePath(parent))}”: categories have no levels here`);
    if (categories.has(foldName(line))) {
      report(`two categories called “${line}” become one; the URL of “${toLine(own)}” is not kept`);
      continue;
    }
    const isOwn = own === nameSlug(line) || own === '';
    if (!isOwn && !isSlug(own)) report(`slug “${toLine(own)}” of “${line}” cannot be kept`);
    categories.set(foldName(line), { name: line, ...(!isOwn && isSlug(own) && { slug: own }) });
  }
  return { categories: [...categories.values()], losses };
}
