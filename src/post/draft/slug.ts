/** Slugs of new posts. The only file that knows slugify. Spec section 4, `blog new`. */
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** Bytes, and characters: a new slug is ASCII. */
export const longestSlug = 200;

const pattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Names that Windows keeps for devices, in any case and with whatever extension. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Whether Windows can make no file or folder of this name. */
export function isDeviceName(name: string): boolean {
  return device.test(name);
}

/** A folder of posts keeps `index` for its own page. */
function isReserved(slug: string): boolean {
  return slug === 'index' || isDeviceName(slug);
}

/** `isNewSlug` in words, for a message. */
export const newSlugRule =
  'small letters a–z, digits and single hyphens, at most 200, none of Windows’ own names (con, nul), like our-first-meeting';

/** Whether a text may be the slug of a new post: `a-z`, `0-9`, single hyphens, at most 200 bytes, no reserved name. */
export function isNewSlug(text: string): boolean {
  return text.length <= longestSlug && pattern.test(text) && !isReserved(text);
}

/**
 * The slug of a title, at most `longest` bytes, or undefined where slugify knows none of its letters (你好, 🎉). The same
 * on every machine, whatever its language.
 *
 * slugify sees letters and digits only: its table makes `AT&T` “atandt”, `100%` “100percent”, `£5` “pound5”, `a|b` “aorb”,
 * `™` “tm” and runs `student/staff` together. Here `&`, `%` and `@` are words of their own (`R&D` → `r-and-d`), `C++` and
 * `C#` stay apart (`c-plus-plus`, `c-sharp`), an apostrophe vanishes (`don’t` → `dont`), money and all other signs only
 * separate. Chinese characters are left out whole: of all of them the table has two, both as currencies.
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

/** A slug of at most `longest` bytes: cut at a hyphen where it has one, and never within a letter and its marks. */
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

/** `ā` → `a`, `ж` → `zh`; a letter that slugify does not know without its marks, if it knows that; else nothing. */
function transliterate(letter: string): string {
  const slugify: typeof import('slugify').default = load('slugify');
  const options = { strict: true, lower: true };
  return slugify(letter, options) || slugify(letter.normalize('NFKD').replace(/\p{M}/gu, ''), options);
}
