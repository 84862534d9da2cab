/** Values of front matter → typed values, one reader a type. Spec section 2. A reader that fails leaves a fault. */
import type { Correction } from '../../diagnostic.ts';
import { abridge } from '../text.ts';
import { parseUrl } from '../url.ts';
import { type PostDate, parseDate } from './date.ts';
import { dateHint, inferDate } from './dateHint.ts';
import { parseId } from './id.ts';
import { inferLanguage, isLanguage } from './language.ts';
import { isSlug } from './slug.ts';
import { type At, fault, kindOf, nameOf, readLine, readText } from './texts.ts';

/** A date, with the site’s zone where it has no offset. */
export function readDate(value: unknown, at: At): PostDate | undefined {
  if (typeof value === 'string') {
    const date = parseDate(value, at.settings.timeZone);
    if (date) return date;
    const shown = value.length > 40 ? `${value.slice(0, 40)}…` : value;
    const message = `“${shown.replace(/\s+/g, ' ')}” is not a date`;
    return fault(at, 'date-invalid', message, dateHint(value), valueMend(inferDate(value)));
  }
  const message = `${nameOf(at.path)} must be a date, not ${kindOf(value)}`;
  const meant = typeof value === 'number' ? inferDate(String(value)) : undefined;
  return fault(at, 'date-invalid', message, dateHint(String(value)), valueMend(meant));
}

function valueMend(value: string | boolean | undefined): Correction | undefined {
  return value === undefined ? undefined : { value };
}

/** `published: <date>`; a boolean there is no date, and no fault. */
export function readPublishedDate(value: unknown, at: At): PostDate | undefined {
  if (typeof value === 'boolean') return undefined;
  const means = booleanMeant(value);
  if (means === undefined) return readDate(value, at);
  return fault(at, 'date-invalid', 'published must be a date, or true or false', `write ${means}`, { value: means });
}

/** What is no line of text, or cannot be written in XML. */
const notInLine = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029]/u;

/** See `parseId`. A line of text that is no URI is an identity all the same, but not in every format. */
export function readId(value: unknown, at: At): string | undefined {
  const id = typeof value === 'string' || typeof value === 'number' ? parseId(value) : undefined;
  if (id !== undefined) return id;
  const name = nameOf(at.path);
  if (typeof value === 'string' && !notInLine.test(value.trim())) {
    const text = value.trim();
    at.faults.push({
      rule: 'id-invalid',
      level: 'warn',
      message: `${name} “${abridge(text)}” is not a valid URI: Atom feeds use the post’s URL instead`,
      hint: 'keep it if readers have seen it, else use a UUID',
      place: { path: at.path },
    });
    return text;
  }
  const hint = 'take the line out, or give it a UUID; never change an id that readers have seen';
  return fault(at, 'id-invalid', `${name} must be a UUID, an absolute address or WordPress’s number`, hint);
}

/** See `isSlug`. */
export function readSlug(value: unknown, at: At): string | undefined {
  const slug = readText(value, at);
  if (slug === undefined || isSlug(slug)) return slug;
  const rule = 'letters, digits, “-”, “.” and “_” only, at most 200';
  return fault(at, 'slug-invalid', `“${abridge(slug)}” cannot be a part of an address`, rule);
}

/** An absolute address, or one from the site’s root. */
export function readPermalink(value: unknown, at: At): string | undefined {
  const address = readText(value, at);
  if (address === undefined) return undefined;
  const host = /^https?:\/\/[^/?#]+/i.exec(address)?.[0] ?? '';
  const path = address.slice(host.length);
  const bad =
    /(?:^|\/)(?:\.|%2e){1,2}(?:[/?#]|$)/i.test(path) ||
    /^[a-z][a-z0-9+.-]*:|^\/\/|[\\#\0-\x1f\x7f-\x9f]/i.test(path) ||
    (host !== '' && parseUrl(address) === undefined);
  if (!bad && path.length <= 2000) return address;
  const rule = 'write it from the site’s root, /2018/07/a-title/, or whole, https://…';
  return fault(at, 'slug-invalid', `“${abridge(address)}” is not an address of a post`, rule);
}

const draftStatuses = ['draft', 'private', 'pending', 'trash', 'auto-draft'];
const publicStatuses = ['publish', 'published', 'future', 'scheduled', 'public', 'live'];

/** `true` or `false`, nothing like it. */
export function readBoolean(value: unknown, at: At): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const name = nameOf(at.path);
  const means = booleanMeant(value);
  const hint = `write ${name}: ${means ?? `true, or ${name}: false`}`;
  return fault(at, 'field-type', `${name} must be true or false`, hint, valueMend(means));
}

function booleanMeant(value: unknown): boolean | undefined {
  if (typeof value === 'object') return undefined;
  if (/^(?:y|yes|on|1|true)$/i.test(String(value).trim())) return true;
  return /^(?:n|no|off|0|false)$/i.test(String(value).trim()) ? false : undefined;
}

/** Whether a `status` means a draft. */
export function readStatus(value: unknown, at: At): boolean | undefined {
  const status = readText(value, at)?.toLowerCase();
  if (status === undefined) return undefined;
  if (draftStatuses.includes(status)) return true;
  if (publicStatuses.includes(status)) return false;
  return fault(at, 'field-type', `“${abridge(status)}” is not a status`, 'write draft, private, pending or publish');
}

/** The comments page’s address, their number, or whether there are any. */
export function readComments(value: unknown, at: At): string | number | boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value) && value >= 0) return value;
    return fault(at, 'field-type', 'comments must be an address, a whole number, or true/false');
  }
  return readLine(value, at);
}

/** A BCP 47 language tag. */
export function readLang(value: unknown, at: At): string | undefined {
  const lang = readText(value, at);
  if (lang === undefined || isLanguage(lang)) return lang;
  const meant = inferLanguage(lang);
  const guess = meant?.sure ? `write ${meant.language}` : `did you mean ${meant?.language}?`;
  const hint = meant === undefined ? 'for example en, en-GB or cy' : guess;
  const correction = valueMend(meant?.sure ? meant.language : undefined);
  return fault(at, 'lang-invalid', `“${abridge(lang)}” is not a language`, hint, correction);
}
