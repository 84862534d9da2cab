/** Slugs of existing posts, and names in the form in which they are compared. */
import { decodeEntities } from '../entities.ts';
import { decodePath } from '../relativePath.ts';

/** The day at the beginning of a file's name, also as Jekyll reads it: `2018-7-5-a-title`. */
export const dayPrefix = /^(\d{4})-(0?[1-9]|1[0-2])-(0?[1-9]|[12]\d|3[01])(?=[-.]|$)/;

/**
 * The slug and the day (`YYYY-MM-DD`, if it begins with one) of a file's name: `2018-07-05-a-title.md`, or the folder of
 * `2018-07-05-a-title/index.md`. The slug is exactly what is written there. `file` is a path with `/`.
 */
export function readFileName(file: string): { slug: string; day?: string } {
  const slash = file.lastIndexOf('/');
  const last = file.slice(slash + 1).replace(/\.(?:md|markdown)$/i, '');
  const folder = file.slice(file.lastIndexOf('/', slash - 1) + 1, Math.max(slash, 0));
  const name = last === 'index' && folder ? folder : last;
  const [written, year, month = '', day = ''] = dayPrefix.exec(name) ?? [];
  const rest = name.slice(written?.length);
  if (written === undefined || (rest !== '' && !/^-./s.test(rest))) return { slug: name };
  return { slug: rest.slice(1) || name, day: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
}

/** Whether a text is a slug: at most 200 letters of any script, digits, `-` `.` `_`; not `..`. */
export function isSlug(text: string): boolean {
  const plain = /^[\w.-]{1,200}$/.test(text) || /^[\p{L}\p{M}\p{N}._-]{1,200}$/u.test(text);
  return plain && !/^\.+$/.test(text);
}

/** The slug that a text stands for: percent-encoded letters decoded, and perhaps of several parts; undefined if it is invalid. */
export function parseSlug(text: string): string | undefined {
  if (isSlug(text)) return text;
  // Part by part: an encoded slash is not a separator.
  const parts = text.split('/').map((part) => decodePath(part));
  return parts.every(isSlug) ? parts.join('/') : undefined;
}

/** A name regardless of case, Unicode form, spacing and entities (`R&amp;D`): names that fold alike are the same. */
export function foldName(name: string): string {
  return decodeEntities(name).normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
}

/**
 * The slug of a category, a tag or an author: `slugKey` with the signs that tell names apart as words. Subscribers have the
 * URL that it is part of, so neither may change. The table is in docs/feeds.md.
 */
export function nameSlug(name: string): string {
  if (!/[^\p{L}\p{M}\p{N}\s-]/u.test(name)) return toSlug(name);
  const words = decodeEntities(name)
    .normalize('NFKD')
    .replaceAll('&', ' and ')
    .replaceAll('+', ' plus ')
    .replace(/(?<=[\p{L}\p{M}\p{N}])#(?![\p{L}\p{N}])/gu, ' sharp ')
    .replace(/(?<![\p{L}\p{M}\p{N}.])\.(?=\p{L})/gu, ' dot ');
  return toSlug(words);
}

/** Whether a text is the slug of a name; `&` may be left out, as WordPress does. */
export function isSlugOf(text: string, name: string): boolean {
  return nameSlug(name) === text || nameSlug(withoutAnd(name)) === text;
}

/** A name without its `&`, which WordPress leaves out of slugs. */
export function withoutAnd(name: string): string {
  return decodeEntities(name).replaceAll('&', ' ');
}

/** A name as a slug, in which signs only separate words: `Students & Staff` → `students-staff`, `Cālin` → `calin`, `한국어` as it is (NFC). */
export function slugKey(name: string): string {
  return toSlug(decodeEntities(name));
}

function toSlug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .normalize('NFC');
}
