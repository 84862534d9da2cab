/** Unknown field names that can only be a typo for a known one. */
import { allFieldNames, fieldOf, isKnownField } from './fields/names.ts';
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
  const same = candidates.filter((name) => foldSeparators(name) === foldSeparators(key));
  const [first, ...others] = same.length > 0 ? same : candidates.filter((name) => isTypo(key, name));
  return first !== undefined && others.every((name) => canonical(name) === canonical(first)) ? first : undefined;
}
