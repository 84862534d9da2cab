/** Slugs of new posts. The only file that knows slugify. */
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** Bytes, and characters: a new slug is ASCII. */
export const longestSlug = 200;

/** Whether Windows reserves this name for a device, in any case and with any extension, so that no file or folder can have it. */
export function isDeviceName(name: string): boolean {
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name);
}

/** `index` is the page of a folder itself. */
function isReserved(slug: string): boolean {
  return slug === 'index' || isDeviceName(slug);
}

/** The rule of `isNewSlug` for a message: “use …”. */
export const newSlugRule = 'lower-case letters, digits and single hyphens (at most 200), not “index”, “con” or “nul”';

/** Whether a text is valid as the slug of a new post: `a-z`, `0-9`, single hyphens, at most 200, no reserved name. */
export function isNewSlug(text: string): boolean {
  return text.length <= longestSlug && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && !isReserved(text);
}

/**
 * The slug of a title, at most `longest` bytes; undefined where slugify knows none of its letters (你好, 🎉). It is the same
 * in every locale.
 *
 * slugify is given letters and digits only: with its table `AT&T` becomes “atandt”, `100%` “100percent”, `£5` “pound5”,
 * `a|b` “aorb” and `™` “tm”, and `student/staff` one word. Here `&`, `%` and `@` are separate words (`R&D` → `r-and-d`),
 * `C++` and `C#` differ (`c-plus-plus`, `c-sharp`), an apostrophe is dropped (`don’t` → `dont`), and every other sign only
 * separates words. Chinese characters are dropped: the table has but two of them, as currencies.
 */
export function newSlug(title: string, longest = longestSlug): string | undefined {
  const words = spellOut(title)
    .replace(/[™℠©®\p{Cf}]/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\p{L})['’‘ʼ](?=\p{L})/gu, '')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]|\p{Script=Han}/gu, ' ')
    .replace(/[^\0-\x7f]/gu, transliterate);
  const slug = shortenSlug(words.trim().replace(/\s+/g, '-'), longest);
  if (slug === '') return undefined;
  return isReserved(slug) ? `${slug}-post` : slug;
}

/** The slug cut to at most `longest` bytes: at a hyphen where it has one, and never between a letter and its marks. */
export function shortenSlug(slug: string, longest: number): string {
  if (Buffer.byteLength(slug) <= longest) return slug;
  let end = 0;
  let bytes = 0;
  for (const [letter] of slug.matchAll(/\P{M}\p{M}*|\p{M}/gu)) {
    bytes += Buffer.byteLength(letter);
    if (bytes > longest) break;
    end += letter.length;
  }
  const hyphen = slug.lastIndexOf('-', end);
  return slug.slice(0, hyphen > 0 ? hyphen : end);
}

function spellOut(title: string): string {
  return title
    .replaceAll('&', ' and ')
    .replaceAll('%', ' percent ')
    .replaceAll('@', ' at ')
    .replace(/(?<=\p{L})\+\+/gu, ' plus plus ')
    .replace(/(?<![\p{L}\p{N}])([A-G])#(?![\p{L}\p{N}])/giu, '$1 sharp ');
}

/** `ā` → `a`, `ж` → `zh`; a letter that slugify does not know, without its marks; an empty text for any other. */
function transliterate(letter: string): string {
  const slugify: typeof import('slugify').default = load('slugify');
  const options = { strict: true, lower: true };
  return slugify(letter, options) || slugify(letter.normalize('NFKD').replace(/\p{M}/gu, ''), options);
}
