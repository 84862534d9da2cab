/** Checks posts against one another and against the config: categories, names and former URLs. */
import { mergeCommand } from '../blog/clash/mergeCommand.ts';
import { type Category, type Config, createCategoryFinder } from '../blog/config/config.ts';
import { groupByLanguage } from '../blog/languages.ts';
import { aliasKey, createUrlMaker, urlKey } from '../blog/url.ts';
import type { Fault } from '../diagnostic.ts';
import { choicesOf } from '../post/frontmatter/yamlText.ts';
import { suggest } from '../post/nearest.ts';
import type { Post, PostReading } from '../post/post.ts';
import { checkJoinedNames, joinedNames } from './names/joinedNames.ts';
import { createNearNames, type NearNames } from './names/nearNames.ts';
import { findTypos, shortestCategory, shortestPerson, type Typo } from './names/similarNames.ts';
import { namesOf, peopleUses, type Use } from './nameUses.ts';
import { checkPeople } from './people.ts';

/** Adds to each reading the faults that comparing it with the others and with the config shows. */
export function checkAcrossPosts(readings: readonly PostReading[], config: Config): void {
  const { categories } = config;
  if (categories) {
    const check = createCategoryCheck(categories);
    for (const reading of readings) reading.faults.push(...check(reading));
  } else {
    // A word in one language may resemble a word in another.
    for (const group of groupByLanguage(readings, (reading) => reading.fields?.lang, config)) {
      checkNames(group, 'category-near-duplicate', (reading) => namesOf(reading, 'categories'), []);
    }
  }
  checkJoinedNames(readings, categories ? ['tags'] : ['categories', 'tags']);
  const registered = new Set(Object.values(config.authors).map(({ name }) => name));
  checkPeople(readings, config);
  const usesOf = (reading: PostReading): Use[] => peopleUses(reading, config.authors);
  checkNames(readings, 'author-near-duplicate', usesOf, [...registered]);
  const near = createNearNames(Object.keys(config.authors));
  for (const one of readings) one.faults.push(...checkKeys(usesOf(one), config.authors, registered, near));
  checkAliases(readings, config);
}

/** Returns a function that finds the categories of a post that are not in the config, or that it spells differently. */
export function createCategoryCheck(categories: readonly Category[]): (reading: PostReading) => Fault[] {
  const find = createCategoryFinder(categories);
  const names = categories.map(({ name }) => name);
  const near = createNearNames(names);
  const shown = someOf(names);
  return (reading) =>
    namesOf(reading, 'categories').flatMap(({ name, place }): Fault[] => {
      const known = find(name);
      if (known) return known.name === name ? [] : [otherSpelling(name, known.name, place)];
      const joined = joinedNames(reading, 'categories', (one) => find(one)?.name);
      if (joined.length > 0) return joined.map((fault) => ({ ...fault, rule: 'category-unknown' }));
      const meant = near.nearest(name);
      const message = `category “${name}” is not in the config`;
      if (meant === undefined) return [{ rule: 'category-unknown', message, hint: `use one of ${shown}`, place }];
      const typos = near.typos(name);
      const isCertain = typos.length === 1 && typos[0] === meant;
      const correction = isCertain && { correction: { value: meant } };
      return [{ rule: 'category-unknown', message, hint: suggest(meant), place, ...correction }];
    });
}

function otherSpelling(name: string, configured: string, place: Fault['place']): Fault {
  const message = `“${name}” is “${configured}” in the config`;
  const correction = { value: configured };
  return { rule: 'category-near-duplicate', message, hint: `write “${configured}”`, place, correction };
}

/** The most names in a hint. */
const mostNamed = 50;

function someOf(names: readonly string[]): string {
  const more = names.length - mostNamed;
  const shown = choicesOf(names.slice(0, mostNamed));
  return more > 0 ? `${shown} and ${more} more` : shown;
}

/** Faults of names that are probably misspelt keys of the config’s authors. */
function checkKeys(
  uses: readonly Use[],
  people: Config['authors'],
  registered: ReadonlySet<string>,
  near: NearNames,
): Fault[] {
  return uses.flatMap(({ name, place }): Fault[] => {
    const key = registered.has(name) ? undefined : near.typos(name)[0];
    if (key === undefined) return [];
    const message = `“${name}” is not a key of the config’s authors`;
    return [
      {
        rule: 'author-near-duplicate',
        message,
        hint: `run ${mergeCommand('authors', name, key)} if you mean ${people[key]?.name}`,
        place,
      },
    ];
  });
}

/** Adds a fault to each name that is probably a typo of a more common one, or of one of those in the config. */
function checkNames(
  readings: readonly PostReading[],
  rule: 'category-near-duplicate' | 'author-near-duplicate',
  usesOf: (reading: PostReading) => Use[],
  configured: readonly string[],
): void {
  const counts = new Map<string, number>(configured.map((name) => [name, 0]));
  for (const reading of readings) {
    for (const name of new Set(usesOf(reading).map((use) => use.name))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const isCategory = rule === 'category-near-duplicate';
  const known = new Set(configured);
  const typos = findTypos(counts, (name) => known.has(name), isCategory ? shortestCategory : shortestPerson);
  if (typos.size === 0) return;
  for (const reading of readings) {
    for (const { name, place } of usesOf(reading)) {
      const typo = typos.get(name);
      if (!typo) continue;
      const { meant, meantCount } = typo;
      const posts = meantCount === 1 ? 'another post has' : `${meantCount} posts have`;
      const message = `“${name}” here, but ${known.has(meant) ? 'the config has' : posts} “${meant}”`;
      reading.faults.push({ rule, message, hint: mergeHint(isCategory ? 'categories' : 'authors', name, typo), place });
    }
  }
}

function mergeHint(field: 'categories' | 'authors', name: string, { meant, isSpelling }: Typo): string {
  const merge = mergeCommand(field, name, meant);
  if (isSpelling) return `run ${merge}`;
  return `run ${merge} if they are the same; if not, add both to ${field} in the config`;
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
      // If a draft is a copy of a post, the draft has to change, not the post.
      const isRival = (one: PostReading): boolean => one !== reading && (reading.post?.draft || !one.post?.draft);
      const other = owners.get(alias)?.find(isRival);
      if (!other) continue;
      const message = `former URL is also a URL of ${other.file}`;
      const hint = 'remove it from the post that never had it';
      reading.faults.push({ rule: 'url-duplicate', message, hint, place: { path: isList ? [key, index] : [key] } });
    }
  }
}
