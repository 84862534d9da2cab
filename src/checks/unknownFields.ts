/** Fields that neither this tool nor another reads, and what was probably meant by them. */
import type { Fault } from '../diagnostic.ts';
import { isDraftField } from '../post/fields/draftWords.ts';
import { allFieldNames, fieldOf, fieldsOf, isKnownField, keyNamed } from '../post/fields/names.ts';
import { isMapping, type Mapping } from '../post/frontmatter/mapping.ts';
import { readablyQuoted } from '../post/frontmatter/yamlText.ts';
import { inferFieldNames } from '../post/misspelt.ts';
import { nearest, suggest } from '../post/nearest.ts';
import type { PostReading } from '../post/post.ts';
import { abridge } from '../post/text.ts';

export type UnknownField = ReturnType<typeof unknownFields>[number];

/** The unknown fields with their faults, and the name that was meant if it can be no other. */
export function unknownFields(
  { data = {}, faults }: Pick<PostReading, 'data' | 'faults'>,
  extraFields: readonly string[],
) {
  // Those that may be meant to keep the post from readers were reported where they were read.
  const isReported = (key: string): boolean =>
    faults.some(({ rule, place }) => rule === 'draft-unclear' && 'path' in place && place.path[0] === key);
  const unknown = Object.keys(data).filter((key) => !isKnownField(key, extraFields) && !isReported(key));
  if (unknown.length === 0) return [];
  const meaningOf = inferFieldNames(data, extraFields);
  // No value left here could be a sign of a draft.
  const isPublic = (name: string | undefined): boolean => name === undefined || !isDraftField(fieldOf(name));
  const candidates = [...allFieldNames().filter(isPublic), ...extraFields];
  return unknown.map((key) => {
    const meant = nearest(
      key,
      candidates.filter((name) => !hasOtherPart(key, name)),
    );
    const used = meant !== undefined && keyNamed(data, meant) !== undefined;
    const hint = strayHint(key, data) ?? (meant === undefined || used ? toKeep : suggest(meant));
    const inferred = meaningOf(key);
    const correction = isPublic(inferred) ? inferred : undefined;
    const fault: Fault = {
      rule: 'field-unknown',
      message: `unknown field “${abridge(key)}”`,
      hint,
      place: { path: [key], on: 'key' },
      ...(correction !== undefined && { correction: { key: correction } }),
    };
    return { key, meant: correction, fault };
  });
}

const toKeep = 'remove it, or add it to extra_fields in the config';

/** Whether a part of a name between `_` or `-` is another word: `image_url` is no typo of `image_alt`. */
function hasOtherPart(key: string, name: string): boolean {
  const [own, other] = [key.split(/[_-]/), name.split(/[_-]/)];
  return (
    own.length > 1 &&
    own.length === other.length &&
    own.some((part, at) => nearest(part, [other[at] ?? '']) === undefined)
  );
}

/** What to do with a key that belongs to the person or the text above it. */
function strayHint(key: string, data: Mapping): string | undefined {
  const names = Object.keys(data);
  const above = names[names.indexOf(key) - 1] ?? '';
  const field = fieldOf(above);
  const value = data[above];
  if (['role', 'email', 'name'].includes(key) && field !== undefined && fieldsOf('people').includes(field)) {
    const person: unknown = Array.isArray(value) ? value.at(-1) : value;
    if (isMapping(person)) return `indent it like “name” in ${above}, if it is about that person`;
  }
  const isText = field !== undefined && fieldsOf('line', 'text').includes(field) && typeof value === 'string';
  if (!isText || !/ /.test(key) || typeof data[key] !== 'string') return undefined;
  const whole = `${value} ${key}: ${data[key]}`;
  return `if it is part of ${above}, write ${above}: ${readablyQuoted(abridge(whole))}`;
}
