/** Texts for property tests. */
import fc from './fastCheck.ts';

/** How many halves of surrogate pairs there are, which are no characters, and where they begin. */
const [firstHalf, halves] = [0xd800, 0x800];

/**
 * The characters that `unit: 'binary'` of `fc.string` stands for, in the same order; that of fast-check first makes a map of
 * all of them, which takes each file of tests half a second.
 */
export const character = fc.nat({ max: 0x10ffff - halves }).map(
  (at) => String.fromCodePoint(at < firstHalf ? at : at + halves),
  (text) => {
    if (typeof text !== 'string' || !/^.$/su.test(text) || /\p{Cs}/u.test(text)) throw new Error('not a character');
    const point = text.codePointAt(0) ?? 0;
    return point < firstHalf ? point : point - halves;
  },
);

/** Any Unicode, often with what means something to XML, HTML or a reader that guesses. */
export const anything = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.string({ unit: character, maxLength: 6 }) },
      { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
      fc.constantFrom(
        '&',
        '<',
        '>',
        '"',
        "'",
        ']]>',
        '<![CDATA[',
        '&amp;',
        '&nbsp;',
        '&#60;',
        '</title>',
        '<b>',
        '\0',
        '\x1b',
        '\ufffe',
        '\ud800',
        '\udc00',
        '\u202e',
        '\ufeff',
        '%',
        '\\',
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));
