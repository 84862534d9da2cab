/** Checks posts against one another and against the config: categories, names and former URLs. */
import { type Category, type CategoryFinder, type Config, createCategoryFinder } from '../blog/config/config.ts';
import { aliasKey, createUrlMaker, urlKey } from '../blog/url.ts';
import type { Fault, RuleId } from '../diagnostic.ts';
import { nearest, suggest } from '../post/nearest.ts';
import type { Post, PostReading } from '../post/post.ts';
import { findTypos, isTypoFor, shortestCategory, shortestPerson } from './similarNames.ts';

/** Adds to each reading the faults that comparing it with the others and with the config shows. */
export function checkAcrossPosts(readings: readonly PostReading[], config: Config): void {
  const { categories } = config;
  if (categories) {
    const find = createCategoryFinder(categories);
    for (const reading of readings) reading.faults.push(...checkCategories(reading, categories, find));
  } else {
    checkNames(readings, 'category-near-duplicate', categoryUses, () => false);
  }
  const registered = new Set(Object.values(config.authors).map(({ name }) => name));
  checkNames(readings, 'author-near-duplicate', authorUses, (name) => registered.has(name));
  for (const reading of readings) reading.faults.push(...checkKeys(reading, config.authors, registered));
  checkAliases(readings, config);
}

/** Faults of categories that are not in the config. */
export function checkCategories(reading: PostReading, categories: readonly Category[], find: CategoryFinder): Fault[] {
  return categoryUses(reading).flatMap(({ name, place }): Fault[] => {
    if (find(name)) return [];
    const names = categories.map((category) => category.name);
    const meant = nearest(name, names);
    return [
      {
        rule: 'category-unknown',
        message: `category “${name}” is not in the config`,
        hint: meant === undefined ? `use one of ${someOf(names)}` : suggest(meant),
        place,
        ...(meant !== undefined &&
          names.every((other) => isTypoFor(name, other) === (other === meant)) && { correction: { value: meant } }),
      },
    ];
  });
}

/** The most names in a hint. */
const mostNamed = 50;

function someOf(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return more > 0 ? `${names.slice(0, mostNamed).join(', ')} and ${more} more` : names.join(', ');
}

/** A name in front matter, and its place. */
type Use = Pick<Fault, 'place'> & { name: string };

function categoryUses({ fields, keys, data }: PostReading): Use[] {
  const key = keys?.categories;
  if (!fields || key === undefined) return [];
  const value = data?.[key];
  const names = Array.isArray(value) ? value.map((item) => String(item).trim().normalize('NFC')) : [];
  const places = new Map(names.map((name, index) => [name, index] as const).reverse());
  return fields.categories.map((name) => {
    const index = places.get(name);
    return { name, place: { path: index === undefined ? [key] : [key, index] } };
  });
}

/** Authors and photographers: often the same people. */
function authorUses({ fields, keys, data }: PostReading): Use[] {
  if (!fields) return [];
  return (['authors', 'photos_by'] as const).flatMap((field): Use[] => {
    const key = keys?.[field] ?? keys?.byline;
    if (key === undefined) return [];
    const value = data?.[key];
    const isList = Array.isArray(value) && value.length === fields[field].length;
    return fields[field].map(({ name }, index) => {
      const isMapping = isList && typeof value[index] === 'object';
      return { name, place: { path: isList ? (isMapping ? [key, index, 'name'] : [key, index]) : [key] } };
    });
  });
}

/** Faults of names that are probably misspelt keys of the config’s authors. */
function checkKeys(reading: PostReading, people: Config['authors'], registered: ReadonlySet<string>): Fault[] {
  const keys = Object.keys(people);
  if (keys.length === 0) return [];
  return authorUses(reading).flatMap(({ name, place }): Fault[] => {
    const key = registered.has(name) ? undefined : keys.find((one) => isTypoFor(name, one));
    if (key === undefined) return [];
    const message = `“${name}” is not a key of the config’s authors`;
    return [{ rule: 'author-near-duplicate', message, hint: `did you mean “${key}” (${people[key]?.name})?`, place }];
  });
}

function checkNames(
  readings: readonly PostReading[],
  rule: RuleId,
  usesOf: (reading: PostReading) => Use[],
  isKnown: (name: string) => boolean,
): void {
  const counts = new Map<string, number>();
  for (const reading of readings) {
    for (const name of new Set(usesOf(reading).map((use) => use.name))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const isCategory = rule === 'category-near-duplicate';
  const typos = findTypos(counts, isKnown, isCategory ? shortestCategory : shortestPerson);
  if (typos.size === 0) return;
  const list = isCategory ? 'categories' : 'authors';
  for (const reading of readings) {
    for (const { name, place } of usesOf(reading)) {
      const typo = typos.get(name);
      if (!typo) continue;
      const { meant, count, meantCount, isSpelling } = typo;
      const posts = meantCount === 1 ? 'another post has' : `${meantCount} posts have`;
      reading.faults.push({
        rule,
        message: `“${name}” here, but ${posts} “${meant}”`,
        hint: isSpelling ? `write “${meant}”` : `${suggest(meant)} If not, add both to ${list} in the config`,
        place,
        // A person’s name may have a role after it, or be another person’s; of two spellings, the far more common one is right.
        ...(isCategory && meantCount >= 2 * count && { correction: { value: meant } }),
      });
    }
  }
}

/** Adds a fault to each former URL of a post that is or was another’s, too: it would lead readers to the wrong post. */
function checkAliases(readings: readonly PostReading[], config: Config): void {
  if (!readings.some(({ post }) => post?.aliases.length)) return;
  const keysOf = ({ aliases }: Post): string[] => aliases.map((alias) => aliasKey(alias, config.siteUrl));
  const owners = new Map<string, PostReading[]>();
  const urlOf = createUrlMaker(config);
  for (const reading of readings) {
    const { post } = reading;
    for (const key of post ? [urlKey(urlOf(post)), ...keysOf(post)] : []) {
      const known = owners.get(key);
      if (!known) owners.set(key, [reading]);
      else if (known.at(-1) !== reading) known.push(reading);
    }
  }
  for (const reading of readings) {
    const key = reading.keys?.aliases;
    if (!reading.post || key === undefined) continue;
    const isList = Array.isArray(reading.data?.[key]);
    for (const [index, alias] of keysOf(reading.post).entries()) {
      const other = owners.get(alias)?.find((one) => one !== reading);
      if (!other) continue;
      const message = `former URL is also a URL of ${other.file}`;
      const hint = 'remove it from the post that never had it';
      reading.faults.push({ rule: 'url-duplicate', message, hint, place: { path: isList ? [key, index] : [key] } });
    }
  }
}
