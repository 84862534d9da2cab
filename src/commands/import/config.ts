/** The config of a blog after an import. */
import { join } from 'node:path';
import type { Config } from '../../blog/config/config.ts';
import { isFolderPath } from '../../blog/url.ts';
import { feedSlug } from '../../feed/categories.ts';
import { printedPath } from '../../files/posts.ts';
import type { Sweep } from '../../files/write/temporary.ts';
import { createFile } from '../../files/write/write.ts';
import { categoryLines, importedConfigText } from '../../import/config.ts';
import { formerFeeds } from '../../import/feeds.ts';
import type { ConfigCategory } from '../../import/fields/terms.ts';
import type { ExportSite } from '../../import/types.ts';
import { areRelated, canonicalLanguage } from '../../post/fields/language.ts';
import { foldName } from '../../post/fields/slug.ts';
import { decodePath } from '../../post/relativePath.ts';
import { visible } from '../../report/escape.ts';
import type { SiteContext } from '../site.ts';

/** Writes the config of a blog that has none. */
export function writeConfig(
  { site, permalink, languages }: { site: ExportSite; permalink: string; languages: string[] },
  categories: readonly ConfigCategory[],
  { root, folder }: Pick<SiteContext, 'root' | 'folder'>,
  timeZone: string | undefined,
  sweep: Sweep,
): void {
  const posts = printedPath(root, folder.path) || '.';
  const feeds = findFeeds(site, categories);
  const text = importedConfigText({ site, timeZone, permalink, categories, languages, feeds, posts });
  createFile(join(root, 'blog.config.yaml'), text, 'blog.config.yaml', { root, sweep });
}

/** The feeds of WordPress that have the same posts here: former path → path. */
function findFeeds(site: ExportSite, categories: readonly ConfigCategory[]): [former: string, path: string][] {
  const listed = categories.map((one) => ({ ...one, aliases: [] }));
  const slugs = new Set(listed.map(({ name }) => feedSlug(name, 'category', listed)));
  const ofCategories = formerFeeds(site).flatMap((path): [string, string][] => {
    const former = decodePath(path);
    const [, slug = ''] = /^\/category\/(?:.*\/)?([^/]+)\/feed\/$/.exec(former) ?? [];
    return slugs.has(slug) && isFolderPath(former) ? [[former, `/category/${slug}/feed.xml`]] : [];
  });
  return [['/feed/', '/feed.xml'], ['/feed/atom/', '/atom.xml'], ...ofCategories];
}

/** What a config that was there before should say of the categories and languages. */
export function configHints(
  { site, languages, categories }: { site: ExportSite; languages: string[]; categories: readonly ConfigCategory[] },
  { config, configFile }: Pick<SiteContext, 'config' | 'configFile'>,
): string[] {
  return configFile === undefined
    ? []
    : [...languageHints(languages, site, config), ...categoryHints(categories, config)];
}

/** What the config lacks so that the names of translations say their languages. */
function languageHints(languages: readonly string[], site: ExportSite, config: Config): string[] {
  const own = config.language ?? canonicalLanguage(site.language);
  const listed = config.languages ?? (own === undefined ? [] : [own]);
  const missing = languages.filter((language) => !listed.some((one) => areRelated(one, language)));
  if (missing.length === 0) return [];
  return [
    `To have translations in their languages, ${config.languages === undefined ? 'add to' : 'change in'} the config:`,
    ...(config.language === undefined && own !== undefined ? [`language: ${own}`] : []),
    `languages: [${[...listed, ...missing].join(', ')}]`,
  ];
}

function categoryHints(categories: readonly ConfigCategory[], config: Config): string[] {
  const known = new Map((config.categories ?? []).map(({ name, slug }) => [foldName(name), slug]));
  const isMissing = ({ name, slug }: ConfigCategory): boolean => {
    const isKnown = known.has(foldName(name));
    // Without a list in the config any category is fine, but its URL follows from its name.
    if (!isKnown) return slug !== undefined || config.categories !== undefined;
    return slug !== undefined && known.get(foldName(name)) !== slug;
  };
  const missing = categories.filter(isMissing);
  if (missing.length === 0) return [];
  const purpose = 'To keep the categories of WordPress and their URLs,';
  const [, , key = '', ...lines] = categoryLines(config.categories === undefined ? categories : missing);
  if (config.categories === undefined) return [`${purpose} add to the config:`, key, ...lines.map(visible)];
  return [`${purpose} write under categories in the config:`, ...lines.map(visible)];
}
