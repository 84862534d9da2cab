/** Slugs of existing posts, and names in the form in which they are compared. */
import { decodeEntities } from '../entities.ts';

/**
 * The slug and the day (`YYYY-MM-DD`, if it begins with one) of a file's name: `2018-07-05-a-title.md`, or the folder of
 * `2018-07-05-a-title/index.md`. `file` is a path with `/`.
 */
export function readFileName(file: string): { slug: string; day?: string } {
  const slash = file.lastIndexOf('/');
  const last = file.slice(slash + 1).replace(/\.(?:md|markdown)$/i, '');
  const folder = file.slice(file.lastIndexOf('/', slash - 1) + 1, Math.max(slash, 0));
  const name = last === 'index' && folder ? folder : last;
  const day = /^\d{4}-\d{2}-\d{2}(?=-.|$)/s.exec(name)?.[0];
  return day === undefined ? { slug: name } : { slug: name.slice(11) || name, day };
}

/** Whether a text is a slug: at most 200 letters of any script, digits, `-` `.` `_`; not `..`. */
export function isSlug(text: string): boolean {
  const plain = /^[\w.-]{1,200}$/.test(text) || /^[\p{L}\p{M}\p{N}._-]{1,200}$/u.test(text);
  return plain && !/^\.+$/.test(text);
}

/** A name regardless of case, Unicode form, spacing and entities (`R&amp;D`): names that fold alike are the same. */
export function foldName(name: string): string {
  return decodeEntities(name).normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
}

/** A name as a slug: `Students & Staff` → `students-staff`, `Cālin` → `calin`, `한국어` as it is (NFC). */
export function slugKey(name: string): string {
  return decodeEntities(name)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .normalize('NFC');
}
