/** Texts for property tests. */
import fc from 'fast-check';

/** Any Unicode, often with what means something to XML, HTML or a reader that guesses. */
export const anything = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
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
