/** The names of front matter's fields, as the table gives them. */
import { type Field, type FieldType, type Flag, fieldTable } from './table.ts';

type Table = typeof fieldTable;
export type FieldName = keyof Table;

/** The names of the fields that have a flag. */
export type FlaggedField<F extends Flag> = {
  [N in FieldName]: F extends Table[N]['flags'][number] ? N : never;
}[FieldName];

/** The entry of a field in the table. */
export function entryOf(name: FieldName): Field {
  return fieldTable[name];
}

/** Every field by its canonical name. */
export const fieldNames = Object.keys(fieldTable) as FieldName[];

/** The names of the fields that have a flag, in the order of the table. */
export function fieldsWith<F extends Flag>(flag: F): FlaggedField<F>[] {
  return fieldNames.filter((name): name is FlaggedField<F> => hasFlag(name, flag));
}

/** Whether a field has a flag. */
export function hasFlag(name: FieldName, flag: Flag): boolean {
  return entryOf(name).flags.includes(flag);
}

/** The names of the fields of some types. */
export function fieldsOf(...types: FieldType[]): FieldName[] {
  return fieldNames.filter((name) => types.includes(entryOf(name).type));
}

/** A field's own name and its aliases, the preferred first. */
export function namesOf(field: FieldName): readonly string[] {
  return [field, ...(entryOf(field).aliases ?? [])];
}

const fieldByName = new Map(
  fieldNames.flatMap((field) => namesOf(field).map((name): [string, FieldName] => [name, field])),
);
const fieldByFoldedName = new Map(Array.from(fieldByName, ([name, field]) => [foldKey(name), field]));

/** The field that a key stands for, whatever its case, `-` and `_`: Hugo ignores case, and other tools have their own. */
export function fieldOf(key: string): FieldName | undefined {
  // As the table spells it, nearly always.
  return fieldByName.get(key) ?? (foreignFields.has(key) ? undefined : fieldByFoldedName.get(foldKey(key)));
}

/** Whether a key can have a date of publication. */
export function isDateKey(key: string): boolean {
  const field = fieldOf(key);
  return field === 'date' || field === 'published';
}

/** A key without the characters that do not distinguish it from another. */
export function foldKey(key: string): string {
  return key.toLowerCase().replace(/[-_]/g, '');
}

/** The key of the data that has this name, whatever its case, `-` and `_`. */
export function keyNamed(data: Readonly<Record<string, unknown>>, name: string): string | undefined {
  return Object.hasOwn(data, name) ? name : Object.keys(data).find((key) => foldKey(key) === foldKey(name));
}

/** Every name that is read, each field followed by its aliases in the order in which they are preferred. */
export function allFieldNames(): string[] {
  return [...fieldByName.keys()];
}

/** Fields that only other tools read; a config adds its own with `extra_fields`. */
const foreignFields = new Set(
  `layout template type kind series weight order images toc canonical canonical_url
  translator translators extra params menu menus outputs output markup cascade resources sitemap translationKey
  linkTitle isCJKLanguage headless build videos audio taxonomies page_template sort_by in_search_index excerpt_separator
  render_with_liquid math mathjax mermaid pin sticky top featured sidebar head header footer robots noindex hidden
  draftDate og_image social_image twitter credits license locale post_id post_type post_author
  comment_status ping_status menu_order meta link abbrlink time login author_login author_email author_url author_profile
  date_gmt wordpress_url publisher password post_password`
    .split(/\s+/)
    .map(foldKey),
);

/** Whether this tool or another reads a field of this name, whatever its case, `-` and `_`. */
export function isKnownField(name: string, extraFields: readonly string[]): boolean {
  if (fieldByName.has(name) || extraFields.includes(name)) return true;
  const folded = foldKey(name);
  return (
    fieldByFoldedName.has(folded) || foreignFields.has(folded) || extraFields.some((one) => foldKey(one) === folded)
  );
}
