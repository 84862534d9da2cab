import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import stringWidth from 'string-width';
import { createField, filler, type LineOptions } from '../../src/commands/askerField.ts';

const field = (options: LineOptions) => createField(options, { measure: stringWidth, width: 20 });
const shown = (options: LineOptions, typed: string): string =>
  stripVTControlCharacters(field(options).question.transformer(typed, {}));

describe('a line that is typed', () => {
  test.each(['', 'abc', '日本語', 'é', '🎉', 'a日b'])(
    '%j: inquirer counts as many characters as there are columns',
    (typed) => {
      for (const note of [undefined, () => 'note']) {
        const last =
          shown(note ? { note } : {}, typed)
            .split('\n')
            .at(-1) ?? '';
        expect(last.length).toBe(stringWidth(last.replaceAll(filler, '')));
        expect(last.endsWith(typed)).toBe(true);
      }
    },
  );

  test('the note, or what is wrong, stands above it, cut to the width', () => {
    const options = { note: (answer: string) => `${answer} is 日本語日本語日本語`, check: () => 'No.' };
    const { question } = field(options);
    expect(stripVTControlCharacters(question.transformer('ab ', {}))).toBe('\n  ab is 日本語日本…\n› ab ');
    expect(question.validate('ab')).toBe('No.');
    expect(stripVTControlCharacters(question.transformer('ab ', {}))).toBe('\n  > No.\n› ab ');
    expect(stripVTControlCharacters(question.transformer('abc', {}))).toContain('abc is');
  });

  test('a text that was there and is emptied stays empty', () => {
    const { question, isEmptied } = field({ text: 'old' });
    question.transformer('old', {});
    expect([question.validate('old'), isEmptied()]).toEqual([true, false]);
    question.transformer('', {});
    expect([question.validate('old'), isEmptied()]).toEqual([true, true]);
    expect(stripVTControlCharacters(question.transformer('old', { isFinal: true }))).toBe('');
  });

  test('once it is answered, the question is short', () => {
    const { message } = field({}).question.theme.style;
    expect(stripVTControlCharacters(message('Summary, one or two (Enter: later):', 'done'))).toBe('Summary:');
    expect(stripVTControlCharacters(message('Summary, one:', 'idle'))).toBe('Summary, one:');
  });
});
