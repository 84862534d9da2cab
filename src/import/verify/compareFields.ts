/** Compares the fields of an imported post with what our reader makes of them. */
import type { Person } from '../../post/fields/authors.ts';
import type { PostDate } from '../../post/fields/date.ts';
import { makesInvalid, type PostReading } from '../../post/post.ts';
import type { ImportedFields } from '../plan.ts';

/** What is wrong with the fields of a post, in words; nothing if they are read as they were to be written. */
export function compareFields(written: ImportedFields, { post, faults, data = {} }: PostReading): string[] {
  const wrong = faults.filter((fault) => fault.level === 'error' || makesInvalid(fault));
  if (!post) return wrong.map(({ message }) => message);
  const read: Record<string, unknown> = {
    ...post,
    isDraft: post.draft,
    status: data['status'],
    // A number of 0 is written as it is; without one, nobody can comment.
    comments: post.comments ?? false,
  };
  // The name of the file has it.
  if (written.slug === undefined) read['slug'] = undefined;
  const { extra, ...fields } = written;
  const pairs: [name: string, written: unknown, read: unknown][] = [
    ...Object.entries(fields).map(([name, value]): [string, unknown, unknown] => [name, value, read[name]]),
    ...[...extra].map(([name, value]): [string, unknown, unknown] => [name, value, data[name]]),
  ];
  const different = pairs
    .filter(([, one, other]) => !isSame(one, other))
    .map(([name, one, other]) => ({ name, one: toText(one), other: toText(other) }))
    .filter(({ one, other }) => one !== other)
    .map(({ name, one, other }) => `${names[name] ?? name} is read as ${shorten(other)}, not as ${shorten(one)}`);
  return [...wrong.map(({ message }) => message), ...different];
}

/** The fields that have another name in a post. */
const names: Readonly<Record<string, string>> = { isDraft: 'draft' };

/** Whether values are the same at first sight, which is quicker to tell than by their texts. */
function isSame(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((value, index) => value === other[index]);
}

/** A value as text in which equal values are equal. */
function toText(value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return 'nothing';
  return JSON.stringify(value, (_, part) => {
    if (isDate(part)) return [part.instant, part.offset];
    return isPerson(part) ? [part.name, part.role ?? ''] : part;
  });
}

function isDate(value: unknown): value is PostDate {
  return typeof value === 'object' && value !== null && 'instant' in value;
}

function isPerson(value: unknown): value is Person {
  return typeof value === 'object' && value !== null && 'name' in value;
}

const longest = 100;

function shorten(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest).toWellFormed()}…`;
}
