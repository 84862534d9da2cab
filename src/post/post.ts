/** One post: its file, fields and body. */
import { fileRules } from '../checks/rules/file.ts';
import type { Fault } from '../diagnostic.ts';
import { conflictFaults } from './faults/conflicts.ts';
import { escapeFaults } from './faults/escapes.ts';
import { missing } from './faults/missing.ts';
import { type PostDate, parseDate } from './fields/date.ts';
import { hiddenFaults } from './fields/drafts/hidden.ts';
import { addNearDates } from './fields/drafts/nearDates.ts';
import { type FieldReading, type FieldSettings, type Fields, readFields } from './fields/fields.ts';
import type { PathLanguage } from './fields/language.ts';
import { fieldOf, fieldsWith, hasFlag, isDateKey } from './fields/names.ts';
import { readFileName } from './fields/slug.ts';
import { splitPost } from './frontmatter/frontMatter.ts';
import type { YamlSource } from './frontmatter/locate.ts';
import type { Mapping } from './frontmatter/mapping.ts';
import { type Identity, identityOf, writtenIdentity } from './identity.ts';
import { bodySizeFault } from './markdown/bodySize.ts';

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
  /** Of a post that is invalid, as far as it can be read. */
  identity?: Identity | undefined;
}

/** Reads a post from its text. `file` is a path with `/`; `at` may provide the slug, the date and the language. */
export function readPost(file: string, text: string, settings: FieldSettings, at?: PostPath): PostReading {
  const path = at?.language?.path ?? at?.inPosts ?? file;
  const parts = splitPost(text);
  if ('fault' in parts) {
    const { fault, source } = parts;
    if (!source) return { file, path, faults: [fault] };
    const identity = writtenIdentity(source.yaml, path, settings, at?.language);
    return { file, path, faults: [fault], source, identity };
  }
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
  faults.push(...hiddenFaults(fields, { data, unknown, parts, extraFields }, at?.inPosts ?? ''));
  const tooLong = bodySizeFault(body, bodyLine);
  if (tooLong) faults.push(tooLong);
  faults.push(...conflictFaults(body, bodyLine));
  const { title } = fields;
  const invalid = title === undefined || date === undefined || faults.some(makesInvalid);
  // Not a copy of the fields, since there may be a hundred thousand posts.
  const post = invalid
    ? undefined
    : Object.assign(fields, { file, title, date, slug, path, pathLang: at?.language?.lang });
  const identity = invalid ? identityOf({ fields, keys, faults }, path, settings, at?.language) : undefined;
  const source = { yaml, line };
  return { file, path, post, faults, source, data, fields, keys, identity, body: { text: body, line: bodyLine } };
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
export type StatusFields = Pick<Post, 'draft' | 'pending' | 'expires' | 'date' | 'heldUntil'>;

/** The date from which a post is public, unless it is a draft or has expired. */
export function publicFrom({ date, heldUntil }: Pick<StatusFields, 'date' | 'heldUntil'>): PostDate {
  return heldUntil ?? date;
}
