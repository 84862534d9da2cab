/** Values of front matter → typed values, one reader a type. Spec section 2. A reader that fails leaves a fault. */
import type { Fault, Mend, Path, RuleId } from '../diagnostic.ts';
import type { Person } from './authors.ts';
import { type PostDate, parseDate } from './date.ts';
import { dateHint, dateMeant } from './dateHint.ts';
import { type FieldName, fieldOfName } from './fieldNames.ts';
import { parseId } from './id.ts';
import { isLanguage, languageMeant } from './language.ts';
import { isSlug } from './slug.ts';
import { abridge } from './text.ts';
import { parseUrl } from './url.ts';
import { readablyQuoted } from './yamlText.ts';

/** What reading needs to know of the site. */
export interface FieldSettings {
  timeZone: string;
  /** The registry of the config: a post may name people by their key. */
  authors: Readonly<Record<string, Person>>;
  /** The fields that are read: all others stay as if the post had none of them. Undefined: all are read. */
  only?: readonly FieldName[] | undefined;
}

/** Where a value stands, and where faults go. */
export interface At {
  path: Path;
  faults: Fault[];
  settings: FieldSettings;
}

/** Leaves a fault, and no value. */
export function fault(at: At, rule: RuleId, message: string, hint?: Fault['hint'], mend?: Mend): undefined {
  at.faults.push({
    rule,
    message,
    place: { path: at.path },
    ...(hint !== undefined && { hint }),
    ...(mend && { mend }),
  });
}

/** `null` and values that nobody would see are absent; so is `false` where it says “none”. */
export function isAbsent(name: FieldName, value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (value === false) return name === 'image' || name === 'comments' || name === 'summary';
  if (typeof value === 'string') return !isVisible(value.charCodeAt(0)) && isInvisible(value);
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** Nearly every text begins with one of these. */
function isVisible(code: number): boolean {
  return code > 32 && code < 127;
}

function isInvisible(text: string): boolean {
  return !/[!-~]/.test(text) && !/[^\s\p{Cf}\p{Cc}\p{Noncharacter_Code_Point}]/u.test(text);
}

const inQuotes = (source: string): string | undefined =>
  source === '' || /["\n]/.test(source) ? 'put it in quotes' : `put it in quotes: "${source}"`;

/** Text, trimmed. */
export function readText(value: unknown, at: At): string | undefined {
  if (typeof value === 'string') return value.trim();
  const name = nameOf(at.path);
  if (typeof value === 'object') {
    return fault(at, 'field-type', `${name} must be text, not ${kindOf(value)}`, textOf(at.path));
  }
  const message = `${name} must be text, and YAML reads this as ${kindOf(value)}`;
  return fault(at, 'field-type', message, inQuotes, isTextInQuotes(value, at.path) ? { quote: true } : undefined);
}

/** How what is a list or mapping becomes a text: in quotes, or in a list of names without brackets of its own. */
function textOf(path: Path): (source: string) => string | undefined {
  return (source) => {
    const flow = source.trim();
    if (!/^[[{]/.test(flow)) return /\n/.test(flow) ? 'write it as one text' : inQuotes(flow);
    const inner = flow.slice(1, -1).trim();
    const without = typeof path[1] === 'number' && flow.startsWith('[') && /^[^[\]{}]+$/.test(inner);
    if (without) return `take the inner brackets out: ${inner}`;
    return /\n/.test(flow) ? 'put it in quotes' : `put it in quotes: ${readablyQuoted(flow)}`;
  };
}

/** Whether a number or boolean is surely a text without quotes: true may be one as a title or a name, but not an image. */
function isTextInQuotes(value: unknown, [key = '', part]: Path): boolean {
  const field = fieldOfName[key];
  if (field === 'image' && (part === 'alt' || part === 'credit')) return typeof value === 'number';
  if (field === undefined || field === 'image' || field === 'lang' || field === 'status') return false;
  return typeof value === 'number' || ['title', 'categories', 'tags', 'authors', 'photos_by'].includes(field);
}

const lineBreak = /[\r\n\u2028\u2029]/;

/** Text on one line. */
export function readLine(value: unknown, at: At): string | undefined {
  const text = readText(value, at);
  if (text === undefined || !lineBreak.test(text)) return text;
  return fault(at, 'field-type', `${nameOf(at.path)} must be on one line`, 'write it in quotes on one line');
}

/** A name in a list, on one line; undefined where nobody would see it. */
export function readItem(item: unknown, index: number, at: At): string | undefined {
  if (typeof item === 'string' && !lineBreak.test(item)) return isAbsent('categories', item) ? undefined : item.trim();
  if (item === null || (typeof item === 'string' && isAbsent('categories', item))) return undefined;
  return readLine(item, { ...at, path: [...at.path, index] });
}

/** The field of a path, for a message. */
export function nameOf(path: Path): string {
  const [first, second] = path;
  return typeof second === 'number' ? `each of ${first}` : path.join('.');
}

function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  return typeof value === 'boolean' ? 'true/false' : `a ${typeof value}`;
}

/** A date, with the site’s zone where it has no offset. */
export function readDate(value: unknown, at: At): PostDate | undefined {
  if (typeof value === 'string') {
    const date = parseDate(value, at.settings.timeZone);
    if (date) return date;
    const shown = value.length > 40 ? `${value.slice(0, 40)}…` : value;
    const message = `“${shown.replace(/\s+/g, ' ')}” is not a date`;
    return fault(at, 'date-invalid', message, dateHint(value), valueMend(dateMeant(value)));
  }
  const message = `${nameOf(at.path)} must be a date, not ${kindOf(value)}`;
  const meant = typeof value === 'number' ? dateMeant(String(value)) : undefined;
  return fault(at, 'date-invalid', message, dateHint(String(value)), valueMend(meant));
}

function valueMend(value: string | boolean | undefined): Mend | undefined {
  return value === undefined ? undefined : { value };
}

/** `published: <date>`; a boolean there is no date, and no fault. */
export function readPublishedDate(value: unknown, at: At): PostDate | undefined {
  if (typeof value === 'boolean') return undefined;
  const means = booleanMeant(value);
  if (means === undefined) return readDate(value, at);
  return fault(at, 'date-invalid', 'published must be a date, or true or false', `write ${means}`, { value: means });
}

/** See `parseId`. */
export function readId(value: unknown, at: At): string | undefined {
  const id = typeof value === 'string' || typeof value === 'number' ? parseId(value) : undefined;
  if (id !== undefined) return id;
  const hint = 'take the line out, or give it a UUID; never change an id that readers have seen';
  return fault(at, 'id-invalid', `${nameOf(at.path)} must be a UUID, an absolute address or WordPress’s number`, hint);
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

/** A text is one name; a list has names. Empty entries, and the same name again, are left out. */
export function readNames(value: unknown, at: At): string[] {
  if (!Array.isArray(value)) {
    const name = readLine(value, at)?.normalize('NFC');
    return name ? [name] : [];
  }
  const names: string[] = [];
  const known = new Set<string>();
  for (let index = 0; index < value.length; index++) {
    const name = readItem(value[index], index, at)?.normalize('NFC');
    if (!name) continue;
    const folded = name.toLowerCase();
    if (known.has(folded)) continue;
    known.add(folded);
    names.push(name);
  }
  // A list that has grown keeps room for sixteen more, which a hundred thousand posts would hold.
  return names.slice();
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
  const meant = languageMeant(lang);
  const guess = meant?.sure ? `write ${meant.language}` : `did you mean ${meant?.language}?`;
  const hint = meant === undefined ? 'for example en, en-GB or cy' : guess;
  const mend = valueMend(meant?.sure ? meant.language : undefined);
  return fault(at, 'lang-invalid', `“${abridge(lang)}” is not a language`, hint, mend);
}
