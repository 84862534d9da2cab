/** Which key of front matter gives which field, and what is wrong with the keys. */
import { isDeepStrictEqual } from 'node:util';
import type { Fault } from '../../diagnostic.ts';
import type { Mapping } from '../frontmatter/mapping.ts';
import { abridge } from '../text.ts';
import { nearDraftSign } from './draftWords.ts';
import { isUri, parseId } from './id.ts';
import { type FieldName, fieldNames, fieldOf, foldKey, hasFlag, namesOf } from './names.ts';
import { isEditorSetting } from './people/editorSettings.ts';
import { isAbsent } from './texts.ts';

/** The key under which each field was found. */
export type Keys = Partial<Record<FieldName, string | undefined>>;

interface FoundKeys {
  keys: Keys;
  /** Keys that another one of the same field outranks: of draft signs and dates they count all the same. */
  others: readonly [FieldName, string][];
  /** Keys of no field. */
  unknown: readonly string[];
  faults: Fault[];
}

// Objects of one shape are read much faster, so each name is there from the start.
const noKeys: Keys = Object.fromEntries(fieldNames.map((name) => [name, undefined]));

/** Finds the key of each field: the canonical name first, then in the order of the aliases. `only` leaves out other fields. */
export function findKeys(
  data: Mapping,
  { only, extraFields = [] }: { only?: readonly FieldName[] | undefined; extraFields?: readonly string[] },
): FoundKeys {
  const keys = { ...noKeys };
  const skipped: FieldName[] = [];
  const others: [FieldName, string][] = [];
  const unknown: string[] = [];
  const faults: Fault[] = [];
  for (const key of Object.keys(data)) {
    const field = fieldOf(key);
    if (field === undefined) {
      unknown.push(key);
      const unclear = unclearFault(key, data, extraFields);
      if (unclear) faults.push(unclear);
      continue;
    }
    const other = keys[field];
    const duplicate = other !== undefined || skipped.includes(field) ? duplicateFault(key, data) : undefined;
    if (duplicate) faults.push(duplicate);
    const value = data[key];
    const isNone = isAbsent(value) || (value === false && hasFlag(field, 'no')) || isEditorSetting(key, value);
    if ((only && !only.includes(field)) || isNone) {
      skipped.push(field);
      continue;
    }
    const isFirst = other === undefined || rankOf(key, field) < rankOf(other, field);
    if (isFirst) keys[field] = key;
    if (other !== undefined) others.push([field, isFirst ? other : key]);
  }
  keys.id = strongestId(data, keys.id, others);
  return { keys, others, unknown, faults };
}

/** Of several ids, a UUID or URI is the one that feeds have used; a number is only a guess at it. */
function strongestId(data: Mapping, key: string | undefined, others: FoundKeys['others']): string | undefined {
  const isStrong = (name: string): boolean => typeof data[name] === 'string' && isUri(parseId(data[name]) ?? '');
  if (key === undefined || others.length === 0 || isStrong(key)) return key;
  const names = others.flatMap(([field, name]) => (field === 'id' && isStrong(name) ? [name] : []));
  return names.sort((a, b) => rankOf(a, 'id') - rankOf(b, 'id'))[0] ?? key;
}

function rankOf(key: string, field: FieldName): number {
  return namesOf(field).findIndex((name) => foldKey(name) === foldKey(key));
}

/** The fault of a key that an earlier one differs from only in case, `-` and `_`. */
function duplicateFault(key: string, data: Mapping): Fault | undefined {
  const keys = Object.keys(data);
  const first = keys.slice(0, keys.indexOf(key)).find((other) => foldKey(other) === foldKey(key));
  if (first === undefined) return undefined;
  return {
    rule: 'front-matter-syntax',
    message: `duplicate key “${abridge(key)}”: it is the same field as “${abridge(first)}”`,
    hint: 'keep one of the two',
    place: { path: [key], on: 'key' },
    ...(isDeepStrictEqual(data[key], data[first]) && { correction: { remove: true } }),
  };
}

/** The fault of an unknown key that may well be meant to make the post a draft: only its author can tell. */
function unclearFault(key: string, data: Mapping, extraFields: readonly string[]): Fault | undefined {
  const hint = nearDraftSign(key, data, extraFields);
  if (hint === undefined) return undefined;
  return {
    rule: 'draft-unclear',
    message: `unknown field “${abridge(key)}” may be meant to make the post a draft`,
    hint,
    place: { path: [key], on: 'key' },
  };
}
