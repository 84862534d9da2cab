/** Fields that neither this tool nor another reads, and what was probably meant by them. */
import type { Fault } from '../diagnostic.ts';
import { fieldByOtherWord, inferFieldNames } from '../post/faults/misspelt.ts';
import { isDraftField } from '../post/fields/draftWords.ts';
import { allFieldNames, entryOf, fieldOf, fieldsOf, isKnownField, keyNamed } from '../post/fields/names.ts';
import type { FieldType } from '../post/fields/table.ts';
import { isMapping, type Mapping } from '../post/frontmatter/mapping.ts';
import { readablyQuoted } from '../post/frontmatter/yamlText.ts';
import { nearest, suggest } from '../post/nearest.ts';
import type { PostReading } from '../post/post.ts';
import { abridge } from '../post/text.ts';

export type UnknownField = ReturnType<typeof unknownFields>[number];

/** The unknown fields with their faults, and the name that was meant if it can hardly be another. */
export function unknownFields(
  { data = {}, faults, source }: Pick<PostReading, 'data' | 'faults' | 'source'>,
  extraFields: readonly string[],
) {
  // Those that may be meant to keep the post from readers were reported where they were read.
  const unclear = faults.flatMap(({ rule, place }) =>
    rule === 'draft-unclear' && 'path' in place ? place.path.slice(0, 1) : [],
  );
  const reported = new Set(unclear);
  const unknown = Object.keys(data).filter((key) => !isKnownField(key, extraFields) && !reported.has(key));
  if (unknown.length === 0) return [];
  const meaningOf = inferFieldNames(data, extraFields);
  const bodyHint = createBodyHint(source?.yaml ?? '');
  // No value left here could be a sign of a draft.
  const isPublic = (name: string | undefined): boolean => name === undefined || !isDraftField(fieldOf(name));
  const candidates = [...allFieldNames().filter(isPublic), ...extraFields];
  const placeOf = placesOf(data);
  return unknown.map((key) => {
    const near = nearest(key, candidates);
    const isOther = near !== undefined && hasOtherPart(key, near);
    const meant = isOther
      ? nearest(
          key,
          candidates.filter((name) => !hasOtherPart(key, name)),
        )
      : near;
    const used = meant !== undefined && keyNamed(data, meant) !== undefined;
    const word = fieldByOtherWord(key);
    const other = word === undefined || keyNamed(data, word) !== undefined ? undefined : word;
    const toRename = other && `write ${other}: instead of ${abridge(key)}:`;
    const stray = strayHint(key, placeOf.get(key) ?? { above: '', owner: '' }, data);
    const hint = bodyHint(key) ?? stray ?? toRename ?? (meant === undefined || used ? toKeep : suggest(meant));
    const inferred = meaningOf(key);
    const correction = isPublic(inferred) ? inferred : undefined;
    const fault: Fault = {
      rule: 'field-unknown',
      message: `unknown field “${abridge(key)}”`,
      hint,
      place: { path: [key], on: 'key' },
      ...(correction !== undefined && { correction: { key: correction } }),
    };
    return { key, meant: correction ?? other, fault };
  });
}

const toKeep = 'remove it, or add it to extra_fields in the config';

/** Keys that are parts of an image or a person, but not fields. */
const parts = new Map<string, FieldType>([
  ...(['src', 'alt', 'credit', 'credit_url', 'consent'] as const).map((key): [string, FieldType] => [key, 'image']),
  ...(['name', 'role', 'email'] as const).map((key): [string, FieldType] => [key, 'people']),
]);

function isEntryOf(key: string, type: FieldType): boolean {
  const field = fieldOf(key);
  return field !== undefined && entryOf(field).type === type;
}

/** Where each key stands: the key above it, and the last above it that is not a part of something. */
function placesOf(data: Mapping): Map<string, { above: string; owner: string }> {
  const places = new Map<string, { above: string; owner: string }>();
  let [above, owner] = ['', ''];
  for (const key of Object.keys(data)) {
    places.set(key, { above, owner });
    above = key;
    if (!parts.has(key)) owner = key;
  }
  return places;
}

/** Whether a part of a name between `_` or `-` is another word: `image_url` is not a typo of `image_alt`. */
function hasOtherPart(key: string, name: string): boolean {
  const [own, other] = [key.split(/[_-]/), name.split(/[_-]/)];
  return (
    own.length > 1 &&
    own.length === other.length &&
    own.some((part, at) => nearest(part, [other[at] ?? '']) === undefined)
  );
}

/**
 * Returns a function that tells what to do with a sentence of the body that YAML reads as a field, since no fence is above
 * it: `We met: it was good.`
 */
function createBodyHint(yaml: string): (key: string) => string | undefined {
  const lines = yaml.split(/\r?\n/);
  const keys = lines.map((line) => /^[^\s:#][^:]*(?=:)/.exec(line)?.[0]);
  const last = keys.findLastIndex((key) => key !== undefined && fieldOf(key) !== undefined);
  return (key) => {
    const row = /\s/.test(key) ? keys.indexOf(key, last + 1) : -1;
    let first = row;
    while (first > 0 && /^(?:#.*)?\s*$/.test(lines[first - 1] ?? '')) first--;
    const above = lines.slice(Math.max(0, first), Math.max(0, row));
    if (row === -1 || !above.includes('')) return undefined;
    const heading = above.find((line) => /^#+ /.test(line));
    return `add a --- line above ${heading === undefined ? 'it' : `“${abridge(heading)}”`} if the body begins there`;
  };
}

/** What to do with a key that belongs to the person or the text above it. */
function strayHint(key: string, { above, owner }: { above: string; owner: string }, data: Mapping): string | undefined {
  const type = parts.get(key);
  if (type !== undefined && isEntryOf(owner, type) && data[owner] === null) {
    return `indent it by 2 spaces, to make it a part of ${owner}`;
  }
  if (key === 'alt' && isEntryOf(owner, 'image') && keyNamed(data, 'image_alt') === undefined) {
    return 'write image_alt: instead of alt:';
  }
  const field = fieldOf(above);
  const value = data[above];
  if (['role', 'email', 'name'].includes(key) && field !== undefined && fieldsOf('people').includes(field)) {
    const person: unknown = Array.isArray(value) ? value.at(-1) : value;
    if (isMapping(person)) return `indent it like “name” in ${above}, if it is about that person`;
  }
  const isText = field !== undefined && fieldsOf('line', 'text').includes(field) && typeof value === 'string';
  if (!isText || !/ /.test(key) || typeof data[key] !== 'string') return undefined;
  const whole = `${value} ${key}: ${data[key]}`;
  return `write ${above}: ${readablyQuoted(abridge(whole))} if it is part of ${above}`;
}
