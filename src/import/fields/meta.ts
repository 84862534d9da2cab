/** The post meta of an item: what the user carries into a field, and what is only counted. */
import { canonicalLanguage } from '../../post/fields/language.ts';
import { type FieldName, fieldOf, fieldsOf } from '../../post/fields/names.ts';
import { parsePeople } from '../../post/fields/people/people.ts';
import type { ImportedFields } from '../plan.ts';
import type { ExportItem, Loss } from '../types.ts';
import { htmlToLine, toLine } from './texts.ts';

/** The fields of this tool that meta can be carried into; any other follows from WordPress’ own. */
const carriers: readonly FieldName[] = ['summary', 'lang', 'authors', 'photos_by', 'editors', 'categories', 'tags'];

/** Why meta cannot be carried into a field, for `--meta`; undefined if it can. */
export function metaFieldProblem(field: string): string | undefined {
  if (!/^[a-z][\w-]{0,63}$/i.test(field)) return 'use letters, digits, “-” and “_” in the name of a field';
  const name = fieldOf(field);
  if (name === undefined || carriers.includes(name)) return undefined;
  return `field “${field}” is set by the import; use another name, or one of ${carriers.join(', ')}`;
}

type Carried = Pick<ImportedFields, 'extra'> & Partial<ImportedFields>;

/** Fields with what `meta` (key → field) carries into them, and what could not be. */
export function carryMeta(
  item: Pick<ExportItem, 'meta'>,
  meta: ReadonlyMap<string, string>,
  fields: ImportedFields,
): { fields: ImportedFields; losses: Loss[] } {
  const losses: Loss[] = [];
  let carried = fields;
  for (const { key, value } of item.meta) {
    const field = meta.get(key);
    if (field === undefined || value.trim() === '') continue;
    const reason = /^(?:a:\d+:\{|O:\d+:")/.test(value.trim()) ? 'data of a program, not text' : undefined;
    const more = reason === undefined ? carry(field, value, carried) : undefined;
    if (more) carried = { ...carried, ...more };
    else losses.push({ kind: 'meta', what: `${toLine(key)} (${reason ?? `not valid as ${field}`})`, count: 1 });
  }
  return { fields: carried, losses };
}

/** The fields that a value changes; undefined if it is invalid there. */
function carry(field: string, value: string, before: ImportedFields): Partial<Carried> | undefined {
  const name = fieldOf(field);
  const line = name === undefined ? toLine(value) : htmlToLine(value).normalize('NFC');
  if (line === '') return undefined;
  if (name === 'summary') return { summary: line };
  if (name === 'lang') {
    const lang = canonicalLanguage(line);
    return lang === undefined ? undefined : { lang };
  }
  // Longer than any byline, and slow to read.
  if (name !== undefined && fieldsOf('people').includes(name) && line.length > 1000) return undefined;
  if (name === 'authors' || name === 'photos_by' || name === 'editors') {
    return { [name]: [...before[name], ...parsePeople(line, name).map(({ email: _, ...person }) => person)] };
  }
  if (name === 'categories' || name === 'tags') return { [name]: [...before[name], line] };
  if (name !== undefined) return undefined;
  const old = before.extra.get(field);
  const all = old === undefined ? line : [old, line].flat();
  return { extra: new Map([...before.extra, [field, all]]) };
}

/** What WordPress and its plugins note for themselves: who has a post open, what was pinged, cached and scored. */
const bookkeeping =
  /^(?:_edit_(?:last|lock)|_pingme|_encloseme|_oembed_(?:time_)?[\da-f]{32}|_wp_trash_meta_\w+|_wpas_\w+|_publicize_\w+|_last_editor_used_jetpack|_wpcom_is_markdown|_yoast_wpseo_(?:content_score|linkdex|estimated-reading-time-minutes)|rank_math_(?:seo_score|internal_links_processed))$/;

/** What is not carried of an item: its sticky mark, and each key of its meta with the number of its values. */
export function countMeta(
  { meta, isSticky }: Pick<ExportItem, 'meta' | 'isSticky'>,
  used: ReadonlySet<string>,
): Loss[] {
  const counts = new Map<string, number>();
  if (isSticky) counts.set('sticky', 1);
  for (const { key } of meta) {
    if (bookkeeping.test(key)) continue;
    const name = toLine(key) || 'without a key';
    if (!used.has(key)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([what, count]) => ({ kind: 'meta', what, count }));
}
