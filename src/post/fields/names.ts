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

const fieldByName = new Map(
  fieldNames.flatMap((field) =>
    [field, ...(entryOf(field).aliases ?? [])].map((name): [string, FieldName] => [name, field]),
  ),
);

/** The field that a name or an alias stands for. */
export function fieldOf(name: string): FieldName | undefined {
  return fieldByName.get(name);
}

/** Every name that is read, each field followed by its aliases in the order in which they are preferred. */
export function allFieldNames(): string[] {
  return [...fieldByName.keys()];
}

/** Fields that only other tools read; a config adds its own with `extra_fields`. */
const foreignFields = `layout template type kind series weight order images toc canonical canonical_url canonicalURL
  translator translators editor editors extra params menu menus outputs markup cascade resources sitemap translationKey
  linkTitle isCJKLanguage headless build videos audio taxonomies page_template sort_by in_search_index excerpt_separator
  render_with_liquid math mathjax mermaid pin sticky top featured sidebar head header footer robots noindex hidden
  draftDate ogImage og_image social_image twitter credits license locale post_id post_type post_status post_author
  comment_status ping_status menu_order meta`.split(/\s+/);

/** Whether this tool or another reads a field of this name. */
export function isKnownField(name: string, extraFields: readonly string[]): boolean {
  return fieldByName.has(name) || foreignFields.includes(name) || extraFields.includes(name);
}
