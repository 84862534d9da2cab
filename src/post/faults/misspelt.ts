/** Unknown field names that can only be a typo for a known one. */
import { allFieldNames, type FieldName, fieldOf, isKnownField } from '../fields/names.ts';
import type { Mapping } from '../frontmatter/mapping.ts';
import { foldSeparators, isTypo, nearest } from '../nearest.ts';

/** Other words for fields, which people write who have not seen their names. */
const otherWords: Readonly<Record<string, FieldName>> = {
  ...all('title', 'headline heading posttitle titleofpost'),
  ...all('date', 'posted postedon dateposted datewritten writtenon publishedon publicationdate'),
  ...all('authors', 'by writtenby postedby writer writers authorname'),
  ...all('categories', 'topic topics'),
  ...all('summary', 'abstract blurb'),
};

function all(field: FieldName, words: string): Record<string, FieldName> {
  return Object.fromEntries(words.split(' ').map((word) => [word, field]));
}

/** The field that an unknown key has another word for, if it has: `headline`, `written by`. */
export function fieldByOtherWord(key: string): FieldName | undefined {
  const word = foldSeparators(bare(key));
  return Object.hasOwn(otherWords, word) ? otherWords[word] : undefined;
}

/** The unknown key that was meant as a field: with marks around its name, with a typo, or another word for it. */
export function keyMeantAs(field: 'title' | 'date', keys: readonly string[]): string | undefined {
  return (
    keys.find((key) => fieldOf(bare(key)) === field) ??
    nearest(field, keys) ??
    keys.find((key) => fieldByOtherWord(key) === field)
  );
}

/** A key without the quotation marks, asterisks, bullets or emoji around its name. */
function bare(key: string): string {
  return key.replace(/^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu, '');
}

/**
 * Returns a function from an unknown key to the field name that it certainly stands for: undefined if it may be another
 * one, if the post has that field already under any name, or if a second key stands for it too.
 */
export function inferFieldNames(data: Mapping, extraFields: readonly string[]): (key: string) => string | undefined {
  const inferred = new Map<string, string | undefined>();
  const uses = new Map<string, number>();
  for (const key of Object.keys(data)) {
    const name = isKnownField(key, extraFields) ? key : inferName(key, extraFields);
    inferred.set(key, name);
    if (name !== undefined) uses.set(canonical(name), (uses.get(canonical(name)) ?? 0) + 1);
  }
  return (key) => {
    const name = inferred.get(key);
    return name === undefined || uses.get(canonical(name)) !== 1 ? undefined : name;
  };
}

/** The field that a name stands for; those of `extra_fields` have no aliases. */
function canonical(name: string): string {
  return fieldOf(name) ?? name;
}

function inferName(key: string, extraFields: readonly string[]): string | undefined {
  const candidates = [...allFieldNames(), ...extraFields];
  const same = candidates.filter((name) => foldSeparators(name) === foldSeparators(bare(key)));
  const [first, ...others] = same.length > 0 ? same : candidates.filter((name) => isTypo(key, name));
  return first !== undefined && others.every((name) => canonical(name) === canonical(first)) ? first : undefined;
}
