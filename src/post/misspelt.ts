/** Unknown field names that can only be a typo for a known one. */
import { allFieldNames, fieldOfName, isKnownField } from './fields/names.ts';
import type { Mapping } from './frontmatter/mapping.ts';
import { foldSeparators, isTypo } from './nearest.ts';

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
    if (name !== undefined) uses.set(fieldOf(name), (uses.get(fieldOf(name)) ?? 0) + 1);
  }
  return (key) => {
    const name = inferred.get(key);
    return name === undefined || uses.get(fieldOf(name)) !== 1 ? undefined : name;
  };
}

/** The field of a name; one of the config's extra fields is its own field. */
function fieldOf(name: string): string {
  return fieldOfName[name] ?? name;
}

function inferName(key: string, extraFields: readonly string[]): string | undefined {
  const candidates = [...allFieldNames(), ...extraFields];
  const same = candidates.filter((name) => foldSeparators(name) === foldSeparators(key));
  const [first, ...others] = same.length > 0 ? same : candidates.filter((name) => isTypo(key, name));
  return first !== undefined && others.every((name) => fieldOf(name) === fieldOf(first)) ? first : undefined;
}
