/** Letters in a–z, as those who speak the language write them there. The only file that knows slugify. */
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

type Letters = Readonly<Record<string, string>>;

/** Languages whose letters slugify knows under this name; it has Swedish `å` as “aa”, which nobody writes in Malmö. */
const slugifyLocales: Letters = { bg: 'bg', da: 'da', de: 'de', nb: 'nb', nn: 'nb', no: 'nb', uk: 'uk' };

/** What slugify lacks, or has as nobody writes it (`θ` as “8”, `ъ` as “u”), in any language. Greek is ELOT 743. */
const common: Letters = {
  ...{ đ: 'd', ħ: 'h', ŋ: 'n', ŧ: 't', ɓ: 'b', ɗ: 'd', ƙ: 'k', ƴ: 'y', ɛ: 'e', ɔ: 'o' },
  ...{ η: 'i', ή: 'i', θ: 'th', ξ: 'x', χ: 'ch', ω: 'o', ώ: 'o' },
  ...{ ц: 'ts', щ: 'shch', й: 'y', ъ: '', ь: '', ѓ: 'gj', ќ: 'kj', ѕ: 'dz', ў: 'u', ѝ: 'i' },
  ...{ ժ: 'zh', խ: 'kh', ծ: 'ts', ձ: 'dz', ճ: 'ch', ց: 'ts', ւ: 'v' },
};

const southSlavic: Letters = { đ: 'dj', ж: 'z', ц: 'c', ч: 'c', ш: 's' };

/** What differs in a language from `common` and slugify. */
const own: Readonly<Record<string, Letters>> = { bs: southSlavic, hr: southSlavic, sr: southSlavic };

/** Ukrainian letters after the first of a word, as in passports: `Київ` → `kyiv`. */
const ukrainian: Letters = { є: 'ie', ї: 'i', й: 'i', ю: 'iu', я: 'ia' };

/** Groups of letters that are not written letter by letter, in a language or in all. */
const groups: readonly [language: string | undefined, group: RegExp, written: string | Letters][] = [
  [undefined, /(?<=l)[·‧](?=l)/g, ''],
  [undefined, /ο[υύ]/g, 'ou'],
  [undefined, /(?<=[αεη])[υύ](?=[αάβγδεέζηήιίλμνοόρυύωώ])/g, 'v'],
  [undefined, /(?<=[αεη])[υύ]/g, 'f'],
  [undefined, /γ(?=[γξχ])/g, 'n'],
  [undefined, /(?<!\p{L})μπ/gu, 'b'],
  [undefined, /ու/g, 'u'],
  ['bg', /ия(?!\p{L})/gu, 'ia'],
  ['uk', /зг/g, 'zgh'],
  ['uk', /(?<=\p{L})[єїйюя]/gu, ukrainian],
];

/** Scripts that leave out vowels, or whose letters are words: letter by letter, nobody could read them. */
const unreadable = /[\p{Script=Han}\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** A text in lower case (NFC) with each letter that has a spelling in a–z spelt so, and `other` in place of the rest. */
export function transliterate(text: string, language: string, other = ''): string {
  const grouped = groups.reduce(
    (before, [only, group, written]) =>
      only === undefined || only === language
        ? before.replace(group, (letter) => (typeof written === 'string' ? written : (written[letter] ?? letter)))
        : before,
    text,
  );
  return grouped.replace(
    /[^\0-\x7f]/gu,
    (letter) => spelling(letter, language) ?? (/\p{L}/u.test(letter) ? other : ''),
  );
}

function spelling(letter: string, language: string): string | undefined {
  if (unreadable.test(letter)) return undefined;
  const slugify: typeof import('slugify').default = load('slugify');
  const spell = (text: string, locale = 'en'): string => slugify(text, { strict: true, lower: true, locale });
  const plain = spell(letter);
  const local = spell(letter, slugifyLocales[language]);
  const bare = letter.normalize('NFKD').replace(/\p{M}/gu, '');
  // Slugify has the capitals of Armenian only.
  return (
    own[language]?.[letter] ??
    (local === plain ? common[letter] : local) ??
    (plain || spell(bare) || spell(bare.toUpperCase()) || undefined)
  );
}
