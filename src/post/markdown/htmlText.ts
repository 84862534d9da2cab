/** Text → HTML, escaped before it becomes part of any markup, so that no text can begin or end a tag. */
// What XML 1.0 (2.2) and HTML (13.2.3.5) forbid: control characters, lone surrogates and noncharacters.
// Beyond U+FFFF, a noncharacter ends with one of the last two surrogates, as few other characters do.
const mayBeInvisible = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\udffe\udfff\ufdd0-\ufdef\ufffe\uffff]/;
// With the flag `u`, surrogates match only if they are unpaired.
const allInvisible = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\p{Noncharacter_Code_Point}]/gu;

/** The text without the characters that no feed can contain, in any format. */
export function dropInvisible(text: string): string {
  return mayBeInvisible.test(text) || !text.isWellFormed() ? text.replace(allInvisible, '') : text;
}

/** What escaping may have to change beside HTML's special characters. Hardly any text has these. */
const doubtful = /[\r\xc2\xc3\ufffd]/;

/** What looks like text decoded with the wrong encoding: `Ã©`, and the replacement character. */
const wrongEncoding = /\ufffd|(?<=[\xc2\xc3])[\xa0-\xbf]/g;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\xa0': '&nbsp;',
};

/**
 * Text as HTML, between tags or in double quotes, with line breaks as a parser would read them.
 * `special` matches the characters to escape.
 */
export function escapeHtml(text: string, special: RegExp): string {
  const isDoubtful = doubtful.test(text);
  const clean = isDoubtful ? text.replace(/\r\n?/g, '\n') : text;
  const escaped = clean.replace(special, (character) => references[character] ?? '');
  return isDoubtful ? numberWrongEncoding(escaped) : escaped;
}

/**
 * Escaped text with a numeric reference for each character that validators, and readers that repair encodings, would take
 * for a wrong encoding.
 */
export function numberWrongEncoding(escaped: string): string {
  return escaped.replace(wrongEncoding, (character) => `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`);
}

/** The value of an attribute as HTML. The W3C's validator takes `src=` in alt text for the start of a URL. */
export function escapeHtmlAttribute(name: string, value: string, special: RegExp): string {
  const escaped = escapeHtml(value, special);
  return name === 'alt' || name === 'title' ? escaped.replace(/(?<=src)=/gi, '&#61;') : escaped;
}
