import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import stringWidth from 'string-width';
import { answered, type Field, layOut } from '../../src/commands/prompt/field.ts';

const empty: Field = { message: 'Title:', typed: '', cursor: 0 };

/** What is seen, the cursor as `|` in front of what it stands on. */
function seen(field: Partial<Field>, width = 20): string[] {
  const { rows, row, column } = layOut({ ...empty, ...field }, width, stringWidth);
  return rows.map((styled, index) => {
    const text = stripVTControlCharacters(styled);
    if (index !== row) return text;
    const at = [...text].findIndex((_, before) => stringWidth([...text].slice(0, before).join('')) === column);
    const cut = at === -1 ? text.length : [...text].slice(0, at).join('').length;
    return `${text.slice(0, cut)}|${text.slice(cut)}`;
  });
}

const typed = (text: string, cursor = text.length): Partial<Field> => ({ typed: text, cursor });

describe('a line that is typed', () => {
  test.each<[string, Partial<Field>, string[]]>([
    ['nothing yet', {}, ['? Title:', '› |']],
    ['a suggestion', { suggested: 'mine' }, ['? Title: (mine)', '› |']],
    ['a longer one', { suggested: 'my own blog' }, ['? Title:', '  (my own blog)', '› |']],
    ['a note', { note: 'as you like', ...typed('ab') }, ['? Title:', '  as you like', '› ab|']],
    [
      'what is wrong, at words, instead of the note',
      { refusal: 'Please: write it as YYYY-MM-DD', note: 'help' },
      ['? Title:', '  > Please: write it', '  as YYYY-MM-DD', '› |'],
    ],
    [
      'a long question',
      { message: 'Names of the authors, or none:' },
      ['? Names of the', '  authors, or none:', '› |'],
    ],
    [
      'a word that is too long',
      { note: 'posts/2024-05-14-first.md' },
      ['? Title:', '  posts/2024-05-14-f', '  irst.md', '› |'],
    ],
    ['wide characters', typed('日本語', 1), ['? Title:', '› 日|本語']],
    ['the cursor inside of one that is seen as one', typed('e\u0301x', 1), ['? Title:', '› |e\u0301x']],
    ['a full row', typed('a'.repeat(18)), ['? Title:', `› ${'a'.repeat(18)}|`]],
    ['the cursor in the first of two rows', typed('a'.repeat(20), 3), ['? Title:', `› aaa|${'a'.repeat(15)}`, '  aa']],
    [
      'a wide one that does not fit any more',
      typed(`${'a'.repeat(17)}日`),
      ['? Title:', `› ${'a'.repeat(17)}`, '  日|'],
    ],
    ['a control character', typed('a\x1bb'), ['? Title:', '› a\\u{1b}b|']],
  ])('%s', (_, field, rows) => expect(seen(field)).toEqual(rows));

  test.each([
    ['its end', 5000, '…', ' '],
    ['its middle', 2500, '…', '…'],
    ['its begin', 0, '›', '…'],
  ])('of a long answer the rows around the cursor are seen, here %s', (_, cursor, first, last) => {
    const text = Array.from({ length: 1000 }, (_, index) => `${index}`.padStart(5, 'ü')).join('');
    const rows = seen(typed(text, cursor)).slice(1);
    expect(rows).toHaveLength(6);
    expect([rows[0]?.[0], rows.at(-1)?.[0]]).toEqual([first, last]);
    const [before = '', after = ''] = rows
      .map((row) => row.slice(2))
      .join('')
      .split('|');
    expect([text.slice(0, cursor).endsWith(before), text.slice(cursor).startsWith(after)]).toEqual([true, true]);
  });

  test('once it is answered, the question is short, and of a long answer the begin', () => {
    const line = (question: string, answer: string): string =>
      stripVTControlCharacters(answered(question, answer, 40, stringWidth));
    expect(line('Summary, one or two (Enter: later):', 'One.\x1b')).toBe('✔ Summary: One.\\u{1b}');
    expect(line('Title:', 'ü'.repeat(20_000))).toHaveLength(160);
  });
});
