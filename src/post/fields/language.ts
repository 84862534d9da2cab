/** Languages, as BCP 47 writes them: `en`, `en-GB`, `gsw`. */

/** The language that a path names, and the path without it, which all translations of a post have in common. */
export interface PathLanguage {
  lang: string;
  path: string;
}

/** A language tag as BCP 47 writes it, `-` for `_`; undefined if it is not one: `pt_br` → `pt-BR`. */
export function canonicalLanguage(text: string): string | undefined {
  const tag = text.replaceAll('_', '-');
  return isLanguage(tag) ? Intl.getCanonicalLocales(tag)[0] : undefined;
}

/** Whether two tags are the same, or one only adds to the other, as `en-GB` does to `en` (RFC 4647, 3.4). */
export function areRelated(one: string, other: string): boolean {
  const [a, b] = [`${languageKey(one)}-`, `${languageKey(other)}-`];
  return a.startsWith(b) || b.startsWith(a);
}

/** A key for comparing tags, whose case means nothing (BCP 47, 2.1.1); also how URLs write them. */
export function languageKey(tag: string): string {
  return tag.replaceAll('_', '-').toLowerCase();
}

/**
 * Whether a text is a language tag: well-formed, of an ISO 639 code, and if that has two letters, a current one. BCP 47 also
 * reserves longer codes, but has none yet: `english` is a name.
 */
export function isLanguage(text: string): boolean {
  if (!/^[a-z]{2,3}(?:-|$)/i.test(text) || !isWellFormed(text)) return false;
  const code = shortCode(text);
  if (code === undefined) return true;
  const locale = new Intl.Locale(code);
  // An unassigned code has no likely region.
  return !isRetired(code, locale) && locale.maximize().region !== undefined;
}

/** The language that an invalid tag probably stands for (`Welsh`, the old code `iw`, the country `jp`), and whether it surely does. */
export function inferLanguage(text: string): { language: string; sure: boolean } | undefined {
  const named = languageNamed(text);
  if (named !== undefined) return { language: named, sure: true };
  const code = isWellFormed(text) ? shortCode(text) : undefined;
  if (code === undefined) return undefined;
  if (isRetired(code, new Intl.Locale(code))) return { language: new Intl.Locale(text).toString(), sure: true };
  const spoken = new Intl.Locale(`und-${code}`).maximize().language;
  // English is the answer for unknown places.
  return spoken === 'en' ? undefined : { language: spoken, sure: false };
}

/** Whether another code of two letters has replaced it, as `he` did `iw`. `tl` became `fil`, but is still valid. */
function isRetired(code: string, { language }: Intl.Locale): boolean {
  return language !== code && language.length === 2;
}

function shortCode(text: string): string | undefined {
  return /^[a-z]{2}(?![a-z\d])/i.exec(text)?.[0].toLowerCase();
}

function isWellFormed(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Whose names are one word with that of a place: “British English”. */
const withRegion = 'en-GB en-US en-AU en-CA fr-CA fr-CH de-AT de-CH es-ES es-MX pt-BR pt-PT zh-Hans zh-Hant'.split(' ');

let codesByName: Map<string, string> | undefined;

/** The code of two letters for a language’s name, in English or in that language, whatever its case: `Welsh`, `cymraeg` → `cy`. */
function languageNamed(name: string): string | undefined {
  codesByName ??= indexNames();
  return codesByName.get(name.trim().toLowerCase());
}

function indexNames(): Map<string, string> {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const short = letters.flatMap((one) => letters.map((other) => one + other)).filter(isLanguage);
  const codes = [...new Set([...short, ...withRegion].flatMap((code) => Intl.getCanonicalLocales(code)))];
  const inOwn = codes.map((code) => [nameIn(code, code), code] as const);
  const inEnglish = codes.map((code) => [nameIn('en', code), code] as const);
  const named = [...inOwn, ...inEnglish].filter(([name]) => name !== undefined);
  return new Map(named.map(([name = '', code]) => [name.toLowerCase(), code]));
}

function nameIn(language: string, code: string): string | undefined {
  return new Intl.DisplayNames(language, { type: 'language', fallback: 'none' }).of(code);
}
