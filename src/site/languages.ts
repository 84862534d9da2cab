/** What pages need to know about languages. */

const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

export type Direction = 'ltr' | 'rtl';

/** The direction of the script in which a language is written. */
export function directionOf(lang: string): Direction {
  const { script = '' } = new Intl.Locale(lang).maximize();
  return rightToLeft.has(script) ? 'rtl' : 'ltr';
}

/** Returns `directionOf` for many pages: looking a language up takes as long as a tenth of a page. */
export function createDirections(): typeof directionOf {
  const known = new Map<string, Direction>();
  return (lang) => {
    const direction = known.get(lang) ?? directionOf(lang);
    known.set(lang, direction);
    return direction;
  };
}

/** The name of a language in itself, without its region: `Cymraeg`. */
export function nameOfLanguage(lang: string): string {
  const { language, script } = new Intl.Locale(lang);
  const code = script === undefined ? language : `${language}-${script}`;
  const name = new Intl.DisplayNames([lang], { type: 'language' }).of(code) ?? lang;
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}

/** Whether a text in one language needs no mark on a page in another. */
export function isSameLanguage(one: string, other: string): boolean {
  return one.split('-')[0]?.toLowerCase() === other.split('-')[0]?.toLowerCase();
}
