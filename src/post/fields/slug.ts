/** Slugs of existing posts, and names in the form in which they are compared. */

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

/** A name regardless of case, Unicode form and spacing: names that fold alike are the same. */
export function foldName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
}

/**
 * The slug of a category, a tag or an author: `slugKey` with the signs that tell names apart as words. Subscribers have the
 * URL that it is part of, so neither may change. The table is in docs/feeds.md.
 */
export function nameSlug(name: string): string {
  if (!/[^\p{L}\p{M}\p{N}\s-]/u.test(name)) return slugKey(name);
  const words = name
    .normalize('NFKD')
    .replaceAll('&', ' and ')
    .replaceAll('+', ' plus ')
    .replace(/(?<=[\p{L}\p{M}\p{N}])#(?![\p{L}\p{N}])/gu, ' sharp ')
    .replace(/(?<![\p{L}\p{M}\p{N}.])\.(?=\p{L})/gu, ' dot ');
  return slugKey(words);
}

/** Whether a text is the slug of a name; `&` may be left out, as WordPress does. */
export function isSlugOf(text: string, name: string): boolean {
  return nameSlug(name) === text || (name.includes('&') && nameSlug(name.replaceAll('&', ' ')) === text);
}

/** A name as a slug, in which signs only separate words: `Students & Staff` → `students-staff`, `Cālin` → `calin`, `한국어` as it is (NFC). */
export function slugKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .normalize('NFC');
}
