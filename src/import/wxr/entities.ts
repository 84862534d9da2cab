/** Entities and characters of XML, of which WordPress and its plugins write some that XML does not allow. */

/** What is odd in a text, and was repaired. */
export type Oddity = 'raw ampersand' | 'unknown entity' | 'control character';

const predefined: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Decodes the entities of a text once. What XML does not define stays as it is; characters that it forbids are left out. */
export function decodeEntities(text: string, report: (oddity: Oddity) => void): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,8}|[xX][\da-fA-F]{1,7});|([A-Za-z]\w{0,31});)?/g,
    (found, number?: string, name = '') => {
      if (number !== undefined) {
        const code = /^x/i.test(number) ? Number.parseInt(number.slice(1), 16) : Number(number);
        if (isCharacter(code)) return String.fromCodePoint(code);
        report('control character');
        return '';
      }
      const decoded = predefined.get(name);
      if (decoded === undefined) report(name === '' ? 'raw ampersand' : 'unknown entity');
      return decoded ?? found;
    },
  );
}

/** Whether XML 1.0 allows a code point (https://www.w3.org/TR/xml/#NT-Char). */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code < 0x110000);
}

const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

/** A text without the characters that XML forbids, and with the line ends of Unix. Word's line and page breaks become spaces. */
export function cleanText(text: string, report: (oddity: Oddity) => void): string {
  const unix = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (!forbidden.test(unix)) return unix;
  return unix.replace(new RegExp(forbidden, 'g'), (found) => {
    report('control character');
    return found === '\x0b' || found === '\x0c' ? ' ' : '';
  });
}
