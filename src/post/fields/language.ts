/** Languages, as BCP 47 writes them: `en`, `en-GB`, `gsw`. */

/** Whether a text is a language tag: well-formed, and, if of two letters, current in ISO 639. */
export function isLanguage(text: string): boolean {
  if (!isWellFormed(text)) return false;
  const code = shortCode(text);
  if (code === undefined) return true;
  const locale = new Intl.Locale(code);
  // An unassigned code has no likely region.
  return !isRetired(code, locale) && locale.maximize().region !== undefined;
}

/** The language that an invalid tag probably stands for (the old code `iw`, the country `jp`), and whether it surely does. */
export function inferLanguage(text: string): { language: string; sure: boolean } | undefined {
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
