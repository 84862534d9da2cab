/** Slugs of new posts. */
import { decodeEntities } from '../entities.ts';
import { transliterate } from './transliterate.ts';

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

/** Tags that may stand in a title; anything else between `<` and `>` is text: `Array<T>`. */
const inlineTag =
  /<\/?(?:a|abbr|b|bdi|bdo|br|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|var|wbr)(?:\s[^<>]*)?\/?>/gi;

/** Languages in which an apostrophe separates words: `l’été`. In others it is within one: `don’t`, `i’r`. */
const elidingLanguages = ['ca', 'fr', 'it', 'oc'];

/** What newSlug needs to know beside the title. */
export interface SlugSettings {
  /** The language of the title, as a tag; English if undefined. */
  language?: string | undefined;
  /** The most bytes (default: `longestSlug`). */
  longest?: number;
}

/**
 * The slug of a title as those who speak its language would write it; undefined where there is no letter or digit to make
 * it of, or where a third or more of the letters have no spelling in a–z (学生会 1).
 *
 * Slugify is given single letters only: with its table `AT&T` becomes “atandt”, `£5` “pound5”, `a|b` “aorb”, and
 * `student/staff` one word. Here `&` and `%` are words of the language (`R&D` → `r-and-d`, in German `r-und-d`), `C++` and
 * `C#` differ (`c-plus-plus`, `c-sharp`), and most other signs only separate words.
 */
export function newSlug(
  title: string,
  { language = 'en', longest = longestSlug }: SlugSettings = {},
): string | undefined {
  const [code = ''] = language.toLowerCase().split(/[-_]/);
  const plain = decodeEntities(title.replace(inlineTag, (tag) => (/^<br/i.test(tag) ? ' ' : ''))).replace(
    /[™℠©®\p{Cf}]/gu,
    '',
  );
  const letters = lower(plain).match(/\p{L}/gu) ?? [];
  const unknown = transliterate(letters.join(''), code, '?').split('?').length - 1;
  if (unknown > 0 && unknown * 3 >= letters.length) return undefined;
  const words = lower(spellOut(plain, code))
    .replace(/(?<=\p{L})['’‘ʼʻ](?=\p{L})/gu, elidingLanguages.includes(code) ? ' ' : '')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  const spelt = transliterate(words.replace(/(?!(?<=l)[·‧](?=l))[^\p{L}\p{M}\p{N}]/gu, ' '), code);
  const slug = shortenSlug(spelt.trim().replace(/\s+/g, '-'), longest);
  if (slug === '') return undefined;
  return isReserved(slug) ? `${slug}-post` : slug;
}

function lower(text: string): string {
  return text.normalize('NFKC').toLowerCase();
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

/** The title with words in place of signs that are read aloud. */
function spellOut(title: string, code: string): string {
  return title
    .replace(/\s*&\s*(\S*)/gu, (_, next: string) => ` ${andBefore(next, code)} ${next}`)
    .replaceAll('%', ` ${percentWord(code)} `)
    .replace(/(?<=\s)@(?=\s)/g, code === 'en' ? 'at' : ' ')
    .replaceAll('×', 'x')
    .replace(/\.(?=[ªº])/g, '')
    .replace(/[¼-¾⅐-⅞↉]/g, ' $& ')
    .replace(/(?<=\p{L})\+\+/gu, ' plus plus ')
    .replace(/(?<![\p{L}\p{N}])([A-G])#(?![\p{L}\p{N}])/giu, '$1 sharp ');
}

/** “and” in a language, as it is before that word (Spanish `e hijos`, Welsh `ac addysgu`); empty where Node.js has no word. */
function andBefore(next: string, code: string): string {
  if (!isKnown(code)) return '';
  const parts = new Intl.ListFormat(code, { type: 'conjunction' }).formatToParts(['x', next || 'x']);
  const word = parts.find(({ type }) => type === 'literal')?.value ?? '';
  return word.replace(/\((\p{L}+)\)/u, /^[aeiouwyâêîôûŵŷ]/iu.test(next) ? '$1' : '');
}

/** “percent” in a language; empty where Node.js has no word. */
function percentWord(code: string): string {
  if (!isKnown(code)) return '';
  const format = new Intl.NumberFormat(code, { style: 'unit', unit: 'percent', unitDisplay: 'long' });
  return format.formatToParts(100).find(({ type }) => type === 'unit')?.value ?? '';
}

/** Whether Node.js knows the words of a language; for others it would use those of the machine's. */
function isKnown(code: string): boolean {
  return /^[a-z]{2,3}$/.test(code) && Intl.ListFormat.supportedLocalesOf(code).length > 0;
}
