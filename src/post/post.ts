/** One post: its file, fields and body. */
import { fileRules } from '../checks/rules/file.ts';
import type { Fault } from '../diagnostic.ts';
import { escapeFaults } from './escapes.ts';
import { type PostDate, parseDate } from './fields/date.ts';
import { impliedDraftFault } from './fields/drafts/impliedDraft.ts';
import { addNearDates } from './fields/drafts/nearDates.ts';
import { strayDraftFault } from './fields/drafts/strayDraft.ts';
import { type FieldReading, type FieldSettings, type Fields, readFields } from './fields/fields.ts';
import type { PathLanguage } from './fields/language.ts';
import { fieldOf, fieldsWith, hasFlag, isDateKey, isKnownField, keyNamed } from './fields/names.ts';
import { readFileName } from './fields/slug.ts';
import { splitPost } from './frontmatter/frontMatter.ts';
import type { YamlSource } from './frontmatter/locate.ts';
import type { Mapping } from './frontmatter/mapping.ts';
import { readablyQuoted } from './frontmatter/yamlText.ts';
import { bodySizeFault } from './markdown/bodySize.ts';
import { inferFieldNames, keyMeantAs } from './misspelt.ts';
import { abridge } from './text.ts';

/** A valid post: its fields, completed by what its file name says. */
export interface Post extends Fields {
  /** With `/`, relative to the working directory. */
  file: string;
  title: string;
  date: PostDate;
  slug: string;
  /** Path in the posts folder, with `/`, without the language that it may name: translations have the same. */
  path: string;
  /** The language that its path names; `lang` is another if the front matter says so. */
  pathLang?: string | undefined;
}

/** Where a post is. */
export interface PostPath {
  /** Path in the posts folder, with `/`. */
  inPosts: string;
  language?: PathLanguage;
}

/** The text below the front matter, and the line of the file on which it begins (1-based). */
export interface Body {
  text: string;
  line: number;
}

/** The result of reading one file. */
export interface PostReading {
  file: string;
  /** As that of a post; undefined where it is `file`. */
  path?: string | undefined;
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

/** Reads a post from its text. `file` is a path with `/`; `at` may provide the slug, the date and the language. */
export function readPost(file: string, text: string, settings: FieldSettings, at?: PostPath): PostReading {
  const path = at?.language?.path ?? at?.inPosts ?? file;
  const parts = splitPost(text);
  if ('fault' in parts) return { file, path, faults: [parts.fault], ...(parts.source && { source: parts.source }) };
  const { data, body, bodyLine, yaml, line } = parts;
  const { fields, keys, unknown, faults: found } = readFields(data, settings);
  const faults = withEscapes(found, yaml);
  const name = readFileName(path);
  const day = keys.date === undefined ? name.day : undefined;
  const date = fields.date ?? (day === undefined ? undefined : parseDate(day, settings.timeZone));
  const { extraFields = [] } = settings;
  if (date) faults.push(...addNearDates(fields, { data, unknown }, date, settings.timeZone, extraFields));
  const slug = fields.slug ?? name.slug;
  fields.lang ??= at?.language?.lang;
  if (fields.title === undefined && keys.title === undefined) faults.push(missing('title', data, yaml));
  if (date === undefined && !hasInvalidDate({ faults })) faults.push(missing('date', data, yaml));
  if (!fields.draft) {
    const implied = impliedDraftFault({ data, unknown }, at?.inPosts ?? '', extraFields);
    const stray = strayDraftFault(parts, extraFields);
    faults.push(...[implied, stray].filter((fault) => fault !== undefined));
    fields.draft = implied !== undefined;
  }
  const tooLong = bodySizeFault(body, bodyLine);
  if (tooLong) faults.push(tooLong);
  const { title } = fields;
  const invalid = title === undefined || date === undefined || faults.some(makesInvalid);
  // Not a copy of the fields, since there may be a hundred thousand posts.
  const post = invalid
    ? undefined
    : Object.assign(fields, { file, title, date, slug, path, pathLang: at?.language?.lang });
  return { file, path, post, faults, source: { yaml, line }, data, fields, keys, body: { text: body, line: bodyLine } };
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

/** Whether a date of publication is there, but invalid. */
export function hasInvalidDate({ faults }: Pick<PostReading, 'faults'>): boolean {
  return faults.some(
    ({ rule, place }) => rule === 'date-invalid' && 'path' in place && isDateKey(String(place.path[0])),
  );
}

/** The fault of a missing field: at the field if it is empty, at a misspelt one if there is one, else at the first line. */
function missing(field: 'title' | 'date', data: Mapping, yaml: string): Fault {
  const rule = `${field}-missing` as const;
  const key = keyNamed(data, field);
  if (key !== undefined) return empty(field, key, yaml);
  const unknown = Object.keys(data).filter((key) => !isKnownField(key, []));
  const misspelt = keyMeantAs(field, unknown);
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
function empty(field: 'title' | 'date', key: string, yaml: string): Fault {
  const rule = `${field}-missing` as const;
  const place = { path: [key] };
  const rest = new RegExp(`^${key}:[ \\t]+([#&][^\\r\\n]*)`, 'm').exec(yaml)?.[1]?.trimEnd();
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
  if (/^.(?:\s|$)/.test(rest)) {
    const words = rest.slice(1).trim();
    const value = /[:#"']/.test(words) ? readablyQuoted(words) : abridge(words);
    const before = `the ${field} before the ${mark}`;
    const hint = mark === '#' && words !== '' ? `write ${field}: ${value}, or ${before}` : `write ${before}`;
    return { rule, message, hint, place };
  }
  const hint = `put the ${field} in quotes: ${field}: ${readablyQuoted(abridge(rest))}`;
  return { rule, message, hint, place, correction: { quoteRest: true } };
}

const examples = { title: '"Our first meeting"', date: '2024-05-14' } as const;

/** A post is invalid with a problem in one of these. */
export const essentialFields = fieldsWith('essential');

/** Whether a fault makes a post invalid, so that it is neither listed nor fed: one of its file or an essential field. */
export function makesInvalid({ rule, level, place }: Fault): boolean {
  if (rule in fileRules || rule === 'title-missing' || rule === 'date-missing') return true;
  if (level === 'warn') return false;
  if (rule === 'draft-unclear') return true;
  if (!('path' in place)) return false;
  const field = fieldOf(String(place.path[0]));
  return field !== undefined && hasFlag(field, 'essential');
}

/** Every status, in the order in which they are decided. */
export const statuses = ['pending', 'draft', 'expired', 'scheduled', 'published'] as const;
export type Status = (typeof statuses)[number];

/** The status of a post at a moment (ms). */
export function statusOf(post: StatusFields, now: number): Status {
  if (post.draft) return post.pending ? 'pending' : 'draft';
  if (post.expires && post.expires.instant <= now) return 'expired';
  return publicFrom(post).instant > now ? 'scheduled' : 'published';
}

/** The fields that decide a post’s status. */
type StatusFields = Pick<Post, 'draft' | 'pending' | 'expires' | 'date' | 'heldUntil'>;

/** The date from which a post is public, unless it is a draft or has expired. */
export function publicFrom({ date, heldUntil }: Pick<StatusFields, 'date' | 'heldUntil'>): PostDate {
  return heldUntil ?? date;
}
