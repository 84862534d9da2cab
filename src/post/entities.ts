/** Entities of HTML, which WordPress exporters leave in titles and names: `&#8217;`, `&amp;`. */

const latin1 =
  `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para
  middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute
  Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute
  THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde
  ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`
    .split(/\s+/)
    .map((name, index): [string, string] => [name, String.fromCharCode(0xa0 + index)]);

const others =
  `amp & lt < gt > quot " apos ' ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ lsaquo ‹ rsaquo ›
  hellip … bull • prime ′ Prime ″ dagger † Dagger ‡ permil ‰ euro € trade ™ minus − larr ← rarr → OElig Œ oelig œ Scaron Š
  scaron š Yuml Ÿ Wcirc Ŵ wcirc ŵ Ycirc Ŷ ycirc ŷ`.split(/\s+/);

const named = new Map([
  ...latin1,
  ...others.flatMap((name, at): [string, string][] => (at % 2 === 0 ? [[name, others[at + 1] ?? '']] : [])),
]);

/** Text with characters in place of entities; anything else, such as `R&D;`, stays. */
export function decodeEntities(text: string, write = (character: string): string => character): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,7}));/gi,
    (entity, decimal?: string, hexadecimal?: string, name = '') => {
      const code = decimal ?? hexadecimal;
      const character =
        code === undefined ? named.get(name) : characterOf(Number.parseInt(code, decimal === undefined ? 16 : 10));
      return character === undefined ? entity : write(character);
    },
  );
}

/** The same with a plain space for each character that is white space, such as `&nbsp;`; those beside entities stay. */
export function decodePlainly(text: string): string {
  return decodeEntities(text, (character) => (/^\s$/u.test(character) ? ' ' : character));
}

/** The characters of Windows-1252 from 128 on; a space where it has none. */
const windows = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** The character of a numeric reference; browsers read 128 to 159 as Windows does (HTML, 13.2.5.80). */
function characterOf(code: number): string | undefined {
  if (code >= 0x80 && code < 0xa0) return windows[code - 0x80]?.trim() || undefined;
  const isCharacter = (code >= 0x20 && code < 0xd800) || (code > 0xdfff && code <= 0x10ffff);
  if (code === 9 || code === 10 || code === 13) return ' ';
  return isCharacter && !/\p{Noncharacter_Code_Point}/u.test(String.fromCodePoint(code))
    ? String.fromCodePoint(code)
    : undefined;
}
