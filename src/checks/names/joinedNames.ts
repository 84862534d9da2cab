/** Texts that YAML reads as one category or tag, where several were probably meant. */
import type { Fault } from '../../diagnostic.ts';
import { decodeEntities } from '../../post/entities.ts';
import { writtenList } from '../../post/fields/listText.ts';
import { foldName } from '../../post/fields/slug.ts';
import { listOf } from '../../post/frontmatter/yamlText.ts';
import type { PostReading } from '../../post/post.ts';
import { abridge } from '../../post/text.ts';

type NameField = 'categories' | 'tags';

/** The spelling of a known name; undefined for any other. */
export type SpellingOf = (name: string) => string | undefined;

const separator = /,|;\s/;
/** A longer text is not meant as names, and comparing its parts would take time. */
const longest = 500;

/** Adds to each reading the faults of its texts that name several categories or tags; the known ones are those of all readings. */
export function checkJoinedNames(readings: readonly PostReading[], fields: readonly NameField[]): void {
  for (const field of fields) {
    const spellingOf = indexNames(readings, field);
    for (const reading of readings) reading.faults.push(...joinedNames(reading, field, spellingOf));
  }
}

/** The names that posts have, but for texts that may be several. */
function indexNames(readings: readonly PostReading[], field: NameField): SpellingOf {
  const known = new Map<string, string>();
  for (const { fields, keys, data } of readings) {
    const isList = Array.isArray(data?.[keys?.[field] ?? '']);
    for (const name of fields?.[field] ?? []) {
      if ((isList || !separator.test(name)) && !known.has(foldName(name))) known.set(foldName(name), name);
    }
  }
  return (name) => known.get(foldName(name));
}

/**
 * A fault of a text with commas that is no known name, or whose words all are known names: Jekyll would read a list of them.
 * It is fixed where every part between commas is known.
 */
export function joinedNames({ fields, keys, data }: PostReading, field: NameField, spellingOf: SpellingOf): Fault[] {
  const key = keys?.[field];
  const value = key === undefined ? undefined : data?.[key];
  if (key === undefined || typeof value !== 'string' || !fields) return [];
  const text = decodeEntities(value).trim();
  const fault = { rule: 'category-comma', place: { path: [key] } } as const;
  const shown = abridge(fields[field][0] ?? text);
  const several = `“${shown}” is read as a single name; write a list for several`;
  if (!separator.test(text)) {
    const words = text.split(/\s+/u);
    if (words.length < 2 || !words.every(spellingOf)) return [];
    return [{ ...fault, message: several, hint: `write ${key}: ${listOf(words)}` }];
  }
  if (spellingOf(text) !== undefined) return [];
  const known = knownParts(text, spellingOf);
  if (/^[^,;]+[,;]$/.test(text)) {
    const message = `the ${text.at(-1)} at the end of “${shown}” is part of the name`;
    const [name] = known ?? [];
    const hint = `write ${key}: ${name ?? (writtenList(text) ?? listOf([text.slice(0, -1).trim()])).replace(/^\[|\]$/g, '')}`;
    return [{ ...fault, message, hint, ...(name !== undefined && { correction: { value: name } }) }];
  }
  const list = known ? listOf(known) : (writtenList(text) ?? listOf(partsOf(text)));
  return [
    { ...fault, message: several, hint: `write ${key}: ${list}`, ...(known && { correction: { names: known } }) },
  ];
}

function partsOf(text: string): string[] {
  return text.split(/[,;]/).flatMap((part) => part.trim() || []);
}

/** The names that a text is made up of, if each is known: the longest first, for one may have a comma itself. */
function knownParts(text: string, spellingOf: SpellingOf): string[] | undefined {
  if (text.length > longest) return undefined;
  const parts = partsOf(text);
  const names: string[] = [];
  for (let start = 0; start < parts.length; ) {
    const nameUpTo = (end: number): string | undefined => spellingOf(parts.slice(start, end).join(', '));
    let end = parts.length;
    while (end > start && nameUpTo(end) === undefined) end--;
    const name = nameUpTo(end);
    if (name === undefined) return undefined;
    names.push(name);
    start = end;
  }
  return names;
}
