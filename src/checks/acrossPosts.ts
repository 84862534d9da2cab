/** Rules that only all posts together can show. Spec section 5, group “across posts”. */

import { type Category, type CategoryFinder, type Config, createCategoryFinder } from '../blog/config/config.ts';
import { createUrlMaker, encodeUrl, joinUrl, urlKey } from '../blog/url.ts';
import type { Fault, RuleId } from '../diagnostic.ts';
import { nearest } from '../post/nearest.ts';
import type { PostReading } from '../post/post.ts';
import { findTypos, isTypoFor, shortestCategory, shortestPerson, type Typo } from './similarNames.ts';

/** Adds to each reading the faults that it has beside the others. */
export function checkAcrossPosts(readings: readonly PostReading[], config: Config): void {
  const { categories } = config;
  if (categories) {
    const find = createCategoryFinder(categories);
    for (const reading of readings) pushAll(reading.faults, checkCategories(reading, categories, find));
  } else {
    checkNames(readings, 'category-near-duplicate', categoryUses, () => false);
  }
  const registered = new Set(Object.values(config.authors).map(({ name }) => name));
  checkNames(readings, 'author-near-duplicate', authorUses, (name) => registered.has(name));
  for (const reading of readings) pushAll(reading.faults, checkKeys(reading, config.authors, registered));
  checkAliases(readings, config);
}

/** The categories of a post that the config does not have. */
function checkCategories(reading: PostReading, categories: readonly Category[], find: CategoryFinder): Fault[] {
  return categoryUses(reading).flatMap(({ name, place }): Fault[] => {
    if (find(name)) return [];
    const names = categories.map((category) => category.name);
    const meant = nearest(name, names);
    return [
      {
        rule: 'category-unknown',
        message: `“${name}” is not one of the blog’s categories`,
        hint: meant === undefined ? `choose from ${someOf(names)}` : `did you mean “${meant}”?`,
        place,
        ...(meant !== undefined &&
          names.every((other) => isTypoFor(name, other) === (other === meant)) && { correction: { value: meant } }),
      },
    ];
  });
}

/** So many names fit a hint. */
const mostNamed = 50;

function someOf(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return more > 0 ? `${names.slice(0, mostNamed).join(', ')} and ${more} more` : names.join(', ');
}

/** A name in front matter, and where. */
interface Use {
  name: string;
  place: Fault['place'];
}

function categoryUses({ fields, keys, data }: PostReading): Use[] {
  const key = keys?.categories;
  if (!fields || key === undefined) return [];
  const value = data?.[key];
  const places = new Map<string, number>();
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const name = String(item).trim().normalize('NFC');
      if (!places.has(name)) places.set(name, index);
    }
  }
  return fields.categories.map((name) => {
    const index = places.get(name);
    return { name, place: { path: index === undefined ? [key] : [key, index] } };
  });
}

/** Authors and photographers: they are the same people. */
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

/** Names that are probably meant for a key of the config's people. */
function checkKeys(reading: PostReading, people: Config['authors'], registered: ReadonlySet<string>): Fault[] {
  const keys = Object.keys(people);
  if (keys.length === 0) return [];
  return authorUses(reading).flatMap(({ name, place }): Fault[] => {
    const key = registered.has(name) ? undefined : keys.find((one) => isTypoFor(name, one));
    if (key === undefined) return [];
    const message = `“${name}” is a name as it stands; the config’s authors have “${key}”`;
    return [{ rule: 'author-near-duplicate', message, hint: `did you mean “${key}”, ${people[key]?.name}?`, place }];
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
  const slips = findTypos(counts, isKnown, rule === 'author-near-duplicate' ? shortestPerson : shortestCategory);
  if (slips.size === 0) return;
  for (const reading of readings) {
    for (const { name, place } of usesOf(reading)) {
      const slip = slips.get(name);
      if (slip) reading.faults.push(slipFault(rule, name, slip, place));
    }
  }
}

function slipFault(rule: RuleId, name: string, slip: Typo, place: Fault['place']): Fault {
  const { meant, count, meantCount, isSpelling } = slip;
  const posts = meantCount === 1 ? 'another post has' : `${meantCount} posts have`;
  const silence =
    rule === 'category-near-duplicate'
      ? 'if both are right, name them in the config’s categories'
      : 'if they are two people, name both in the config’s authors';
  return {
    rule,
    message: `“${name}” here, and ${posts} “${meant}”`,
    hint: isSpelling ? `write “${meant}”, so that they are one` : `did you mean “${meant}”? ${silence}`,
    place,
    // A person's name may have a role behind it, or be somebody else's; and which of two spellings is right, only use tells.
    ...(rule === 'category-near-duplicate' && meantCount >= 2 * count && { correction: { value: meant } }),
  };
}

/** Former addresses of a post that another has, or had: readers who follow them would meet the wrong one. */
function checkAliases(readings: readonly PostReading[], config: Config): void {
  if (!readings.some(({ post }) => post?.aliases.length)) return;
  const keyOf = (address: string): string => urlKey(joinUrl(config.siteUrl, encodeUrl(address)));
  const owners = new Map<string, PostReading[]>();
  const own = (key: string, reading: PostReading): void => {
    const there = owners.get(key);
    if (!there) owners.set(key, [reading]);
    // Whoever asks for another than itself needs no third.
    else if (there.length === 1 && there[0] !== reading) there.push(reading);
  };
  const address = createUrlMaker(config);
  for (const reading of readings) {
    if (!reading.post) continue;
    own(urlKey(address(reading.post)), reading);
    for (const alias of reading.post.aliases) own(keyOf(alias), reading);
  }
  for (const reading of readings) {
    const key = reading.keys?.aliases;
    if (!reading.post || key === undefined) continue;
    const isList = Array.isArray(reading.data?.[key]);
    for (const [index, alias] of reading.post.aliases.entries()) {
      const other = owners.get(keyOf(alias))?.find((one) => one !== reading);
      if (!other) continue;
      reading.faults.push({
        rule: 'url-duplicate',
        message: `this former address is one of ${other.file}, too`,
        hint: 'take it out of the post that never had it',
        place: { path: isList ? [key, index] : [key] },
      });
    }
  }
}

/** One by one: there may be more than a call can have arguments. */
function pushAll(faults: Fault[], more: readonly Fault[]): void {
  for (const fault of more) faults.push(fault);
}
