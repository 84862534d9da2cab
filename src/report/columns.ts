/** A post's columns by name: as data for JSON, as text for tables. */
import type { Entry } from '../blog/postIndex.ts';
import { formatByline } from '../post/fields/authors.ts';
import { dayOf, formatIso, type PostDate } from '../post/fields/date.ts';
import { type FlaggedField, fieldsWith } from '../post/fields/names.ts';
import { isMapping } from '../post/frontmatter/mapping.ts';
import { statusOf } from '../post/post.ts';

/** Columns that are worked out, beside those that are fields. */
const derivedColumns = ['file', 'status', 'url', 'why'] as const;

export type Column = FlaggedField<'column'> | (typeof derivedColumns)[number];

/** Every column, in the order in which lists show them. */
export const columnNames: readonly Column[] = [...fieldsWith('column'), ...derivedColumns];

/** What the columns of a post need besides the post. */
export interface ColumnContext {
  now: number;
  /** Whether the config has site_url; without it a URL is only a path, and `url` is null in data. */
  hasSite: boolean;
  /** Explains why a post is or is not in the feed; only if asked for. */
  why?: (post: Entry['post']) => string;
  /** Whether days of the last week are `today`, `yesterday`, `3 days ago`. */
  relativeDays?: boolean;
}

/** The value of a column as data: dates in ISO 8601 with offset, people as objects, null if absent. */
export function dataOf(entry: Entry, column: Column, { now, hasSite, why }: ColumnContext): unknown {
  const { post, url } = entry;
  switch (column) {
    case 'byline':
      return formatByline(post.authors, post.photos_by) ?? null;
    case 'status':
      return statusOf(post, now);
    case 'url':
      return hasSite || /^https?:/i.test(url) ? url : null;
    case 'why':
      return why?.(post) ?? null;
    default: {
      const value = post[column];
      return isDate(value) ? formatIso(value) : (value ?? null);
    }
  }
}

/** The value of a column as text on one line: lists with commas, dates without time. */
export function textOf(entry: Entry, column: Column, context: ColumnContext): string {
  const value = column in entry.post ? entry.post[column as keyof Entry['post']] : undefined;
  if (isDate(value)) {
    return column === 'date' && context.relativeDays ? relativeDay(value, context.now) : dayOf(value);
  }
  const data = dataOf(entry, column, context);
  if (Array.isArray(data)) return data.map((item) => (typeof item === 'object' ? item.name : item)).join(', ');
  if (isMapping(data)) return String(data['src']);
  return data === null ? '' : String(data);
}

function isDate(value: unknown): value is PostDate {
  return isMapping(value) && 'instant' in value;
}

/** `today`, `yesterday`, `3 days ago` for the last week, in the post's own offset; else the date. */
function relativeDay(date: Entry['post']['date'], now: number): string {
  const today = new Date(now + date.offset * 60_000).toISOString().slice(0, 10);
  const days = Math.round((Date.parse(today) - Date.parse(dayOf(date))) / 86_400_000);
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  return days > 1 && days < 7 ? `${days} days ago` : dayOf(date);
}

/** A post as an object with these columns; by default with all that have a value, and `url`. */
export function toObject(
  entry: Entry,
  columns: readonly Column[] | undefined,
  context: ColumnContext,
): Record<string, unknown> {
  const wanted = columns ?? columnNames;
  const pairs = wanted.map((column): [string, unknown] => [column, dataOf(entry, column, context)]);
  return Object.fromEntries(columns ? pairs : pairs.filter(([name, value]) => value !== null || name === 'url'));
}
