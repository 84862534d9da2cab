/** The names in a post’s front matter, each with its place. */
import type { Config } from '../blog/config/config.ts';
import type { Fault, Path } from '../diagnostic.ts';
import type { PostReading } from '../post/post.ts';
import { namingsOf } from './people.ts';
import { meantName } from './valueText.ts';

/** A name in front matter, and its place. */
export type Use = Pick<Fault, 'place'> & { name: string };

/** The categories or tags of a post. */
export function namesOf({ fields, keys, data }: PostReading, field: 'categories' | 'tags'): Use[] {
  const key = keys?.[field];
  if (!fields || key === undefined) return [];
  const value = data?.[key];
  const places = new Map<string, Path>();
  const add = (item: unknown, path: Path): void => {
    const name = String(item).trim().normalize('NFC');
    if (!places.has(name)) places.set(name, path);
  };
  for (const [index, item] of (Array.isArray(value) ? value : []).entries()) {
    if (Array.isArray(item)) for (const [inner, one] of item.entries()) add(one, [key, index, inner]);
    else add(item, [key, index]);
  }
  return fields[field].map((name) => ({ name: meantName(name), place: { path: places.get(name) ?? [key] } }));
}

/** Authors and photographers: often the same people. A text that was found to name several is no spelling of a name. */
export function peopleUses(reading: PostReading, registry: Config['authors']): Use[] {
  const joined = reading.faults
    .filter(({ rule }) => rule === 'authors-joined')
    .map(({ place }) => JSON.stringify(place));
  return namingsOf(reading, registry)
    .filter(({ path }) => joined.length === 0 || !joined.includes(JSON.stringify({ path })))
    .flatMap(({ names, path }) => names.map((name) => ({ name, place: { path } })));
}
