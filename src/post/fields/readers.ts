/** Values of front matter → typed values, one reader a type. A reader that fails leaves a fault and returns undefined. */
import type { Correction } from '../../diagnostic.ts';
import { invisibleIn, withoutInvisible } from '../invisible.ts';
import { abridge } from '../text.ts';
import { parseUrl } from '../url.ts';
import { type PostDate, parseDate } from './date.ts';
import { dateHint, inferDate } from './dates/dateHint.ts';
import { type DraftField, readsAsBoolean, type Sign, signOf } from './draftWords.ts';
import { parseId } from './id.ts';
import { inferLanguage, isLanguage } from './language.ts';
import { readImage } from './mappings.ts';
import { readPeople } from './people/people.ts';
import { findPlaceholder } from './permalink.ts';
import { parseSlug } from './slug.ts';
import type { FieldType } from './table.ts';
import { type At, fault, kindOf, nameOf, readLine, readNames, readText } from './texts.ts';

/** The reader of each type. */
export const readers = {
  line: readLine,
  text: readText,
  names: readNames,
  people: readPeople,
  image: readImage,
  date: readDate,
  boolean: readBoolean,
  sign: readDraft,
  published: readPublished,
  status: (value: unknown, at: At) => readWord('status', value, at),
  visibility: (value: unknown, at: At) => readWord('visibility', value, at),
  id: readId,
  slug: readSlug,
  permalink: readPermalink,
  urls: readNames,
  comments: readComments,
  language: readLang,
} satisfies Record<FieldType, (value: unknown, at: At) => unknown>;

/** A date, in the site’s time zone if it has no offset. */
function readDate(value: unknown, at: At): PostDate | undefined {
  const isText = typeof value === 'string';
  const date = isText ? parseDate(value, at.timeZone) : undefined;
  if (date) return date;
  const text = String(value);
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  const invalid = `invalid date “${shown.replace(/\s+/g, ' ')}”`;
  const hidden = invisibleIn(text);
  const plain = hidden === undefined ? text : withoutInvisible(text).trim();
  const reason = hidden === undefined ? '' : `, which contains ${hidden}`;
  const message = isText ? invalid + reason : `${nameOf(at.path)} must be a date, not ${kindOf(value)}`;
  const isPlain = plain !== text && parseDate(plain, at.timeZone) !== undefined;
  const inferred = isPlain ? plain : isText || typeof value === 'number' ? inferDate(plain) : undefined;
  return fault(at, 'date-invalid', message, isPlain ? `write ${plain}` : dateHint(plain), correctionTo(inferred));
}

function correctionTo(value: string | boolean | undefined): Correction | undefined {
  return value === undefined ? undefined : { value };
}

/** The value of `published`: a date, or a boolean. */
function readPublished(value: unknown, at: At): PostDate | Sign | undefined {
  const sign = signOf('published', value);
  if (sign !== undefined) return sign;
  const inferred = inferBoolean(value);
  if (inferred === undefined) return readDate(value, at);
  const name = nameOf(at.path);
  const message = `${name} must be a date, true or false`;
  return fault(at, 'date-invalid', message, `write ${name}: ${inferred}`, { value: inferred });
}

/** What a line of text cannot contain, or XML cannot hold. */
const notInLine = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029]/u;

/** An id as `parseId` returns it. Any other line of text is an identity too, but not in every feed format. */
function readId(value: unknown, at: At): string | undefined {
  const id = typeof value === 'string' || typeof value === 'number' ? parseId(value) : undefined;
  if (id !== undefined) return id;
  const name = nameOf(at.path);
  if (typeof value === 'string' && !notInLine.test(value.trim())) {
    const text = value.trim();
    at.faults.push({
      rule: 'id-invalid',
      level: 'warn',
      message: `${name} “${abridge(text)}” is not a valid URI; Atom feeds use the post’s URL instead`,
      hint: 'keep it if readers have seen it; otherwise use a UUID',
      place: { path: at.path },
    });
    return text;
  }
  const hint = 'remove the line, or use a UUID; never change an id that readers have seen';
  return fault(at, 'id-invalid', `${name} must be a UUID, an absolute URL or a WordPress post ID`, hint);
}

/** A slug, as `parseSlug` returns it. */
function readSlug(value: unknown, at: At): string | undefined {
  const text = readText(value, at);
  const slug = text === undefined ? undefined : parseSlug(text);
  if (text === undefined || slug !== undefined) return slug;
  const plain = text
    .replace(/^\/+|\/+$/g, '')
    .replace(/\s+/g, '-')
    .toLowerCase();
  const hint =
    parseSlug(plain) === undefined
      ? 'use at most 200 letters, digits, “-”, “.” and “_”, with “/” between parts'
      : `write ${plain}`;
  return fault(at, 'slug-invalid', `invalid slug “${abridge(text)}”`, hint);
}

/** An absolute URL, or a path from the site’s root. */
function readPermalink(value: unknown, at: At): string | undefined {
  const url = readText(value, at);
  if (url === undefined) return undefined;
  const placeholder = findPlaceholder(url);
  if (placeholder) return fault(at, 'slug-invalid', placeholder.message, placeholder.hint);
  const host = /^https?:\/\/[^/?#]+/i.exec(url)?.[0] ?? '';
  const path = url.slice(host.length);
  const isInvalid =
    /(?:^|\/)(?:\.|%2e){1,2}(?:[/?#]|$)/i.test(path) ||
    /^[a-z][a-z0-9+.-]*:|^\/\/|[\\#\0-\x1f\x7f-\x9f]/i.test(path) ||
    (host !== '' && parseUrl(url) === undefined);
  if (!isInvalid && path.length <= 2000) return url;
  const hint = 'write a path from the site’s root, /2018/07/a-title/, or an absolute URL';
  return fault(at, 'slug-invalid', `invalid permalink “${abridge(url)}”`, hint);
}

/** A boolean, in any of its spellings, that can make the post a draft. */
function readDraft(value: unknown, at: At): Sign | undefined {
  return signOf('draft', value) ?? notBoolean(value, at);
}

/** A boolean, in any of its spellings. */
function readBoolean(value: unknown, at: At): boolean | undefined {
  return readsAsBoolean(value) ?? notBoolean(value, at);
}

function notBoolean(value: unknown, at: At): undefined {
  const name = nameOf(at.path);
  const inferred = inferBoolean(value);
  const hint = `write ${name}: ${inferred ?? `true, or ${name}: false`}`;
  return fault(at, 'field-type', `${name} must be true or false`, hint, correctionTo(inferred));
}

/** The boolean in curly quotes. */
function inferBoolean(value: unknown): boolean | undefined {
  return typeof value === 'string' ? readsAsBoolean(value.replace(/^\s*[“”„‘’«»]+|[“”„‘’«»]+\s*$/g, '')) : undefined;
}

/** A `status` or `visibility`. One that nobody else knows keeps the post back, to be safe. */
function readWord(field: DraftField & ('status' | 'visibility'), value: unknown, at: At): Sign | undefined {
  const sign = signOf(field, value);
  if (sign !== undefined) return sign;
  const name = nameOf(at.path);
  if (typeof value === 'object') return fault(at, 'field-type', `${name} must be text, not ${kindOf(value)}`);
  const [hidden, shown] = field === 'status' ? ['draft (or pending)', 'publish'] : ['private', 'public'];
  at.faults.push({
    rule: 'draft-unclear',
    level: 'warn',
    message: `unknown ${name} “${abridge(String(value))}”: the post counts as a draft`,
    hint: `write ${name}: ${hidden}, or ${name}: ${shown} if readers may see it`,
    place: { path: at.path },
  });
  return 'draft';
}

/** The URL of the comments page, the number of comments, or whether there are any; a list of comments is carried. */
function readComments(value: unknown, at: At): string | number | boolean | undefined {
  if (typeof value === 'boolean') return value;
  // The comments themselves, as some tools keep them.
  if (Array.isArray(value)) return undefined;
  if (typeof value !== 'number') return readLine(value, at);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  return fault(at, 'field-type', 'comments must be a URL, a whole number, or true/false');
}

/** A BCP 47 language tag; `_` for `-`, as in names of locales, is read as well. */
function readLang(value: unknown, at: At): string | undefined {
  const lang = readText(value, at);
  const tag = lang?.replaceAll('_', '-');
  if (lang === undefined || tag === undefined || isLanguage(tag)) return tag;
  const inferred = inferLanguage(lang);
  const suggestion = inferred?.sure ? `write ${inferred.language}` : `did you mean “${inferred?.language}”?`;
  const hint = inferred === undefined ? 'use a language code such as en, en-GB or cy' : suggestion;
  const correction = correctionTo(inferred?.sure ? inferred.language : undefined);
  return fault(at, 'lang-invalid', `invalid language “${abridge(lang)}”`, hint, correction);
}
