/** The quick reader of plain YAML says what js-yaml says, or nothing. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CORE_SCHEMA, load } from 'js-yaml';
import { readPlainYaml } from '../../src/post/plainYaml.ts';

/** What js-yaml reads; a symbol for what it refuses. */
function reference(yaml: string): unknown {
  try {
    return load(yaml, { schema: CORE_SCHEMA }) ?? {};
  } catch {
    return Symbol.for('refused');
  }
}

/** Pieces that make and break YAML, so that random texts are near the border. */
const piece = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('title', 'a', 'Ab c', 'é', '🎉', 'true', 'null', 'Null', 'False', '~', 'yes'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '"',
      "'",
      '#',
      ' #',
      ':',
      ': ',
      '- ',
      '-',
      '[',
      ']',
      '{',
      '}',
      ',',
      '?',
      '|',
      '>',
      '&',
      '*',
      '!',
      '%',
      '@',
      '`',
      '\\',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ' ',
      '  ',
      '\n',
      '\n',
      '\n ',
      '\n  ',
      '\n\n',
      '\t',
      '\r\n',
      '\u00a0',
      '\u0085',
      '\ufeff',
      '...',
      '---',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '0',
      '1',
      '18f',
      '1e3',
      '0x1F',
      '0o7',
      '1_000',
      '1.5',
      '.inf',
      '12:30',
      '2018-07-05',
      '2018-07-05T14:48:16+01:00',
      '2018-07-05 14:48:16 +0100',
      '12345678901234567890',
      '699e980c-584f-475b',
      '/x/',
      '(a)',
      '1e-5',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 4, unit: 'grapheme' }) },
);
const value = fc.array(piece, { maxLength: 4 }).map((parts) => parts.join(''));
const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom('title', 'date', 'tags', 'a-b', 'x_y', 'null', 'b'), value)
      .map(([key, text]) => `${key}: ${text}`),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom('- ', '  - ', ' - ', '-  ', '  - name: ', '    role: ', '  src: ', '    ', '  ', '# '),
        value,
      )
      .map(([dash, text]) => `${dash}${text}`),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'tags:',
      'list:',
      'image:',
      '# note',
      '- # note',
      '',
      '  ',
      '  more',
      '  some more',
      'key',
      'text: >',
      'text: >-',
      'text: |',
      'other: |-',
      'text: > # c',
    ),
  },
  { weight: 1, arbitrary: value },
);
const yaml = fc.array(line, { maxLength: 10 }).map((lines) => `${lines.join('\n')}\n`);

describe('readPlainYaml', () => {
  test('never says anything else than js-yaml', () => {
    fc.assert(
      fc.property(yaml, (text) => {
        const plain = readPlainYaml(text);
        if (plain !== undefined) expect({ text, data: plain }).toEqual({ text, data: reference(text) });
      }),
      { numRuns: 20_000 },
    );
  });

  test.each([
    'title: "A post"\ndate: 2018-07-05T14:48:16+01:00\nauthors:\n  - Ada (student)\n  - "B"\ntags: [a, b c]\ndraft: true\n',
    'image:\n  src: a.jpg # ours\n  alt: Two people\n',
    'authors:\n  - name: Ada\n    role: student\n  - name: B\nexcerpt: >\n  One\n  two\n\ntitle: "A" # x\n',
    'title: A post\n# note\n\ncategories:\n- Announcements\n- 18F\nweight: 12\nsummary:\n',
  ])('reads the usual kind itself', (text) => {
    expect(readPlainYaml(text)).toEqual(reference(text));
  });

  test.each([
    'title: A: b',
    'title: >\n  a\n\n   b',
    'a: &x b',
    'a:\n  b: "\\n"',
    'title: "a\\n"',
    'a: 1\na: 2',
    'a: b\n  c',
    '- a',
    'a:\tb',
    'a:\n- # note\n- x',
    'a:\n- # note\n- x',
  ])('leaves %j to js-yaml', (text) => {
    expect(readPlainYaml(`${text}\n`)).toBeUndefined();
  });
});
