/** One post: its file, fields and body. */
import { fileRules } from '../checks/rules/file.ts';
import type { Fault } from '../diagnostic.ts';
import { escapeFaults } from './escapes.ts';
import { type PostDate, parseDate } from './fields/date.ts';
import { type FieldReading, type FieldSettings, type Fields, readFields } from './fields/fields.ts';
import { fieldsWith, isKnownField } from './fields/names.ts';
import { readFileName } from './fields/slug.ts';
import { splitPost } from './frontmatter/frontMatter.ts';
import type { YamlSource } from './frontmatter/locate.ts';
import type { Mapping } from './frontmatter/mapping.ts';
import { readablyQuoted } from './frontmatter/yamlText.ts';
import { bodySizeFault } from './markdown/bodySize.ts';
import { inferFieldNames } from './misspelt.ts';
import { nearest } from './nearest.ts';
import { abridge } from './text.ts';

/** A valid post: its fields, completed by what its file name says. */
export interface Post extends Fields {
  /** With `/`, relative to the working directory. */
  file: string;
  title: string;
  date: PostDate;
  slug: string;
}

/** The text below the front matter, and the line of the file on which it begins (1-based). */
export interface Body {
  text: string;
  line: number;
}

/** The result of reading one file. */
export interface PostReading {
  file: string;
  /** Undefined when the post is invalid. */
  post?: Post | undefined;
  body?: Body;
  /** Everything wrong with its file and fields. */
  faults: Fault[];
  /** The YAML that the paths of faults refer to. */
  source?: YamlSource;
  /** The front matter as plain data, its fields, and the name under which each was found. */
  data?: Mapping;
  fields?: Fields;
  keys?: FieldReading['keys'];
}

/** Reads a post from its text. `file` is a path with `/`, which may provide the slug and the date. */
export function readPost(file: string, text: string, settings: FieldSettings): PostReading {
  const parts = splitPost(text);
  if ('fault' in parts) return { file, faults: [parts.fault], ...(parts.source && { source: parts.source }) };
  const { data, body, bodyLine, yaml, line } = parts;
  const { fields, keys, faults: found } = readFields(data, settings);
  const faults = withEscapes(found, yaml);
  const name = readFileName(file);
  const day = keys.date === undefined ? name.day : undefined;
  const date = fields.date ?? (day === undefined ? undefined : parseDate(day, settings.timeZone));
  const slug = fields.slug ?? name.slug;
  if (fields.title === undefined && keys.title === undefined) faults.push(missing('title', data, yaml));
  if (date === undefined && !hasDateFault(faults, keys)) faults.push(missing('date', data, yaml));
  const tooLong = bodySizeFault(body, bodyLine);
  if (tooLong) faults.push(tooLong);
  const { title } = fields;
  const invalid = title === undefined || date === undefined || faults.some((fault) => makesInvalid(fault, keys));
  // Not a copy of the fields, since there may be a hundred thousand posts.
  const post = invalid ? undefined : Object.assign(fields, { file, title, date, slug });
  return { file, post, faults, source: { yaml, line }, data, fields, keys, body: { text: body, line: bodyLine } };
}

/** The faults, with those of escapes in place of what their characters are reported for. */
function withEscapes(faults: Fault[], yaml: string): Fault[] {
  const escapes = escapeFaults(yaml);
  if (escapes.length === 0) return faults;
  const keys = escapes.map(keyOf);
  return [...faults.filter((fault) => keyOf(fault) === undefined || !keys.includes(keyOf(fault))), ...escapes];
}

function keyOf({ place }: Fault): string | number | undefined {
  return 'path' in place ? place.path[0] : undefined;
}

function hasDateFault(faults: readonly Fault[], keys: PostReading['keys']): boolean {
  const names = [keys?.date, keys?.published];
  return faults.some(
    ({ rule, place }) => rule === 'date-invalid' && 'path' in place && names.includes(String(place.path[0])),
  );
}

/** The fault of a missing field: at the field if it is empty, at a misspelt one if there is one, else at the first line. */
function missing(field: 'title' | 'date', data: Mapping, yaml: string): Fault {
  const rule = `${field}-missing` as const;
  if (Object.hasOwn(data, field)) return empty(field, yaml);
  const unknown = Object.keys(data).filter((key) => !isKnownField(key, []));
  const misspelt = nearest(field, unknown);
  if (misspelt === undefined) {
    const hint = `add a line such as ${field}: ${examples[field]}`;
    return { rule, message: `post has no ${field}`, hint, place: { line: 1, column: 1 } };
  }
  return {
    rule,
    message: `post has no ${field}; did you mean “${field}” instead of “${abridge(misspelt)}”?`,
    hint: `write ${field}: instead of ${abridge(misspelt)}:`,
    place: { path: [misspelt], on: 'key' },
    ...(inferFieldNames(data, [])(misspelt) === field && { correction: { key: field } }),
  };
}

/** The fault of an empty field. To YAML, its text may be a comment or an anchor: `title: #1 in the league`. */
function empty(field: 'title' | 'date', yaml: string): Fault {
  const rule = `${field}-missing` as const;
  const place = { path: [field] };
  const rest = new RegExp(`^${field}:[ \\t]+([#&][^\\r\\n]*)`, 'm').exec(yaml)?.[1]?.trimEnd();
  if (rest === undefined) {
    const hint = (source: string): string =>
      /^(?:null|~)$/i.test(source)
        ? `put it in quotes: "${source}"`
        : `write a value, like ${field}: ${examples[field]}`;
    return { rule, message: `${field} is empty`, hint, place };
  }
  const [mark] = rest;
  const message = `${field} is empty: ${mark === '#' ? '# begins a comment' : '& begins an anchor'}`;
  // With a space after the # it is probably meant as a comment.
  if (/^.(?:\s|$)/.test(rest)) return { rule, message, hint: `write the ${field} before the ${mark}`, place };
  const hint = `put the ${field} in quotes: ${field}: ${readablyQuoted(abridge(rest))}`;
  return { rule, message, hint, place, correction: { quoteRest: true } };
}

const examples = { title: '"Our first meeting"', date: '2024-05-14' } as const;

/** A post is invalid with a problem in one of these. */
export const essentialFields = fieldsWith('essential');

/** Whether a fault makes a post invalid, so that it is neither listed nor fed: one of its file or an essential field. */
export function makesInvalid(fault: Fault, keys: PostReading['keys'] = {}): boolean {
  if (fault.rule in fileRules || fault.rule === 'title-missing' || fault.rule === 'date-missing') return true;
  if (fault.level === 'warn' || !('path' in fault.place)) return false;
  const key = fault.place.path[0];
  return essentialFields.some((field) => keys[field] === key);
}

export type Status = 'draft' | 'expired' | 'scheduled' | 'published';

/** The status of a post at a moment (ms). */
export function statusOf(post: Pick<Post, 'draft' | 'expires' | 'date'>, now: number): Status {
  if (post.draft) return 'draft';
  if (post.expires && post.expires.instant <= now) return 'expired';
  return post.date.instant > now ? 'scheduled' : 'published';
}
