/** Fields that neither this tool nor another reads, and what was probably meant by them. */
import type { Fault } from '../diagnostic.ts';
import { isDraftField, nearDraftSign } from '../post/fields/draftWords.ts';
import { allFieldNames, fieldOf, fieldsOf, isKnownField, keyNamed } from '../post/fields/names.ts';
import { isMapping, type Mapping } from '../post/frontmatter/mapping.ts';
import { readablyQuoted } from '../post/frontmatter/yamlText.ts';
import { inferFieldNames } from '../post/misspelt.ts';
import { nearest, suggest } from '../post/nearest.ts';
import { abridge } from '../post/text.ts';

export type UnknownField = ReturnType<typeof unknownFields>[number];

/** The unknown fields with their faults, and the name that was meant if it can be no other. */
export function unknownFields(data: Mapping, extraFields: readonly string[]) {
  // Those that may be meant to make the post a draft were reported where they were read.
  const unknown = Object.keys(data).filter(
    (key) => !isKnownField(key, extraFields) && nearDraftSign(key, data, extraFields) === undefined,
  );
  if (unknown.length === 0) return [];
  const meaningOf = inferFieldNames(data, extraFields);
  // No value left here could be a sign of a draft.
  const isPublic = (name: string | undefined): boolean => name === undefined || !isDraftField(fieldOf(name));
  const candidates = [...allFieldNames().filter(isPublic), ...extraFields];
  const names = Object.keys(data);
  const above = new Map(names.map((name, at) => [name, names[at - 1]]));
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
    const hint = strayHint(key, above.get(key) ?? '', data) ?? (meant === undefined || used ? toKeep : suggest(meant));
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

/** Whether a part of a name between `_` or `-` is another word: `image_url` is not a typo of `image_alt`. */
function hasOtherPart(key: string, name: string): boolean {
  const [own, other] = [key.split(/[_-]/), name.split(/[_-]/)];
  return (
    own.length > 1 &&
    own.length === other.length &&
    own.some((part, at) => nearest(part, [other[at] ?? '']) === undefined)
  );
}

/** What to do with a key that belongs to the person or the text above it. */
function strayHint(key: string, above: string, data: Mapping): string | undefined {
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
