import { describe, expect, test } from '@jest/globals';
import { createCommandGuard, type OutputKind } from '../../src/report/workflowCommands.ts';
import { runs } from '../support/effort.ts';
import fc from '../support/fastCheck.ts';
import { obeyedLines } from '../support/workflowRunner.ts';

const guard = (text: string, kind?: OutputKind): string => createCommandGuard()(text, kind);

describe('a text', () => {
  test.each([
    ['::add-mask::a.md\n', ': :add-mask::a.md\n'],
    ['::set-output name=x::y', ': :set-output name=x::y'],
    ['::stop-commands::x', ': :stop-commands::x'],
    ['  \t::debug::x\n', '  \t: :debug::x\n'],
    ['\u00a0\u3000\u0085\ufeff::debug::x', '\u00a0\u3000\u0085\ufeff: :debug::x'],
    ['a\n::debug::x\n', 'a\n: :debug::x\n'],
    ['a\r::debug::x\r\n', 'a\r: :debug::x\r\n'],
    ['::::\n', ': :::\n'],
    ['##[group]x\n', '## [group]x\n'],
    ['a ###[error]x ##[x]\n', 'a ### [error]x ## [x]\n'],
  ])('%j → %j', (text, guarded) => {
    expect(guard(text)).toBe(guarded);
  });

  test.each(['a ::add-mask::x', 'a::b', ':\n:', ': :', '# #[', '#[x]', '##\n[', '## [', '## Heading', '', '\n\n'])(
    '%j stays',
    (text) => expect(guard(text)).toBe(text),
  );
});

test('JSON and XML read back the same', () => {
  const text = 'a ##[group] ::b\n::c ##[';
  const json = guard(JSON.stringify({ text }), 'json');
  expect(json).not.toContain('##[');
  expect(JSON.parse(json)).toEqual({ text });
  const xml = guard(text, 'xml');
  expect(xml).toBe('a ##&#91;group] ::b\n:&#58;c ##&#91;');
});

test('what is our own is left alone, and the line goes on behind it', () => {
  const out = createCommandGuard();
  expect(out('::error::x\n::warning::', 'exact') + out('::y\n::z')).toBe('::error::x\n::warning::::y\n: :z');
});

test('however a text is cut in pieces, no line is a command, and the result is the same', () => {
  const parts = [
    ':',
    '::',
    '#',
    '##',
    '[',
    '\n',
    '\r',
    ' ',
    '\t',
    '\u0085',
    '\u00a0',
    '\u3000',
    '\u2028',
    '\ufeff',
    'a',
  ];
  const pieces = fc.array(fc.string({ unit: fc.constantFrom(...parts), maxLength: 6 }), { maxLength: 8 });
  const kinds = fc.constantFrom<OutputKind>('text', 'xml', 'json');
  fc.assert(
    fc.property(pieces, kinds, (texts, kind) => {
      const out = createCommandGuard();
      const printed = texts.map((text) => out(text, kind)).join('');
      expect(obeyedLines(printed)).toEqual([]);
      expect(printed).toBe(guard(texts.join(''), kind));
    }),
    runs(400),
  );
});

test('a million line breaks, spaces, colons or signs are read once', () => {
  for (const sign of ['\n', ' ', ':', '#', '\u3000', '\u2028', ' :', '\r\n ']) {
    const text = sign.repeat(1_000_000);
    const start = performance.now();
    guard(text);
    expect(performance.now() - start).toBeLessThan(2000);
  }
});
