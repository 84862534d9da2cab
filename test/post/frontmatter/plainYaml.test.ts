/** The quick reader of plain YAML says what js-yaml says, or nothing. */
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { CORE_SCHEMA, load } from 'js-yaml';
import { readPlainYaml } from '../../../src/post/frontmatter/plainYaml.ts';
import { runs } from '../../support/effort.ts';
import fc from '../../support/fastCheck.ts';

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
      '<',
      "''",
      '\\"',
      '\\n',
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
      '\u3000',
      '\u0085',
      '\u2028',
      '\ufeff',
      '\ud800',
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
      '2018-07-05 14:48:16 -4',
      '1 2',
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
const anyYaml = fc.array(line, { maxLength: 10 }).map((lines) => `${lines.join('\n')}\n`);

/** What stands between the words of a text: gaps, line breaks, escapes, and signs that mean nothing there, or much. */
const gap = fc.oneof(
  { weight: 4, arbitrary: fc.constant(' ') },
  {
    weight: 4,
    arbitrary: fc.constantFrom('\n  ', '\n    ', '  \n   ', '\n\n  ', '\n  \n\n   ', '\n', '\n ', '\n\n'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom("''", '\\"', '\\\\', '\\/', '\\n', '\\t', '\\u00e9', '\\u2028', '\\uD7FF', '\\u005c'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...['"', "'", '\\', ' \\', '\\\n', '\\ ', '\\x41', '\\u0007', '\\ud83d', '\\ufffe', '\\u00e', '\\N', '\\e'],
      ...[': ', ':', ':\n  ', ' #', '\n# ', '\n  # ', '#', '\n- ', '\n  -', '\n---\n', '\n...', '\n  ... ', '\n  .5'],
      ...['"a"', "'b'", ', "c"', ", 'd', ", '"e, f"'],
      ...['\u00a0', '\u3000', '\n\u3000', '\u00a0\n ', '\t', '\n\t', '\ud800', ', ', '[', '] ', '{', '}'],
    ),
  },
);
const word = fc.constantFrom(
  'a',
  'Ada',
  'é',
  '🎉',
  '',
  'true',
  'null',
  '1',
  '18F',
  '2018-07-05',
  '1.5',
  '-',
  '<b>',
  '(a)',
);
const words = fc.array(fc.tuple(word, gap), { maxLength: 4 }).map((pairs) => pairs.flat().join(''));
const text = fc
  .tuple(
    fc.constantFrom('"', "'", '', '"', "'", '', '['),
    words,
    word,
    fc.constantFrom('', '', '', '', '', '', ' ', ' ', ' # b', ' # b', '#', 'b', '\t', ' \t# b\t', '\tb'),
  )
  .map(([quote, start, end, rest]) => `${quote}${start}${end}${quote === '[' ? ']' : quote}${rest}`);
const field = fc
  .tuple(fc.constantFrom('title: ', 'a: ', 'b:\n- ', 'c:\n  - ', 'd:\n  e: ', 'f:\n  - g: ', 'h: >\n  ', '# '), text)
  .map(([key, value]) => `${key}${value}\n`);
/** Fields with texts of one line or more, in quotes or not, in files of any system. */
const textYaml = fc
  .tuple(fc.array(field, { minLength: 1, maxLength: 3 }), fc.constantFrom('\n', '\n', '\r\n'))
  .map(([fields, eol]) => fields.join('').replaceAll('\n', eol));

describe('readPlainYaml', () => {
  test.each([
    { kind: 'any YAML', yaml: anyYaml, least: 0.1 },
    { kind: 'texts', yaml: textYaml, least: 0.25 },
  ])('never says anything else than js-yaml: $kind', ({ yaml, least }) => {
    const effort = runs(4000);
    let answers = 0;
    fc.assert(
      fc.property(yaml, (source) => {
        const plain = readPlainYaml(source);
        if (plain === undefined) return;
        answers++;
        const data = reference(source);
        // Many times as quick as `toEqual`, which shows where they differ.
        if (!isDeepStrictEqual(plain, data)) expect({ source, data: plain }).toEqual({ source, data });
      }),
      effort,
    );
    // A reader that leaves everything to js-yaml would be right, too.
    expect(answers / effort.numRuns).toBeGreaterThan(least);
  });

  test.each([
    'title: "A post"\ndate: 2018-07-05T14:48:16+01:00\nauthors:\n  - Ada (student)\n  - "B"\ntags: [a, b c]\ndraft: true\n',
    'image:\n  src: a.jpg # ours\n  alt: Two people\n',
    'authors:\n  - name: Ada\n    role: student\n  - name: B\nexcerpt: >\n  One\n  two\n\ntitle: "A" # x\n',
    "title: \"A \\\"post\\\", \\u2018so\\u2019\\n\\tC:\\\\x\"\nsummary: 'Don''t'\nempty: ''\n",
    'summary: "A text\nof three \n\n  lines" # c\nalt: \'It\'\'s\n  # two\'\ntags:\n- "a\n  b"\n',
    'summary: A text\n  of three\n\n   lines\n\n# c\ntags:\n  - a\n    b\n  - 18F\n   c\n',
    'title: A post\r\nsummary: "two\r\n  lines"\r\ntext: |\r\n  two\r\n  lines\r\n',
    'title: "A post"\t# c\nsummary: \'two\n  lines\' \t\ntags:\n  - "a"\t\n  - b\t\t\n# a\tb\nempty:\t\nlist: [a] \t\n',
    'tags: ["a b", \'C#\', d, "[e]", "", 5 ]\nlist: [ ]\n',
    'date: 2015-03-17 14:00:00 -4\ntitle: 3 questions\ncaption: <a href="/b">c</a>\n',
    'title: A post\n# note\n\ncategories:\n- Announcements\n- 18F\nweight: 12\nsummary:\n',
    'comments: 0\ntags: [0]\n',
  ])('reads the usual kind itself', (text) => {
    expect(readPlainYaml(text)).toEqual(reference(text));
  });

  test.each(['\t', '\u00a0', '\u1680', '\u2003', '\u202f', '\u3000', '\ufeff', '\u2028', '\u0085'])(
    'takes %j for a part of the text, as js-yaml does',
    (space) => {
      const forms = [
        ...[
          't: [_]',
          't: [true_]',
          't: [_1]',
          't: [a,_b_,c]',
          't: [a]_',
          't: _',
          't: true_',
          't: _1',
          't: a _',
          't: a_# b',
        ],
        ...[
          't: "a"_',
          't: "a"_# b',
          't: "a_\n _b"',
          "t: '_\n_'",
          't: a_\n  _b',
          't: a\n  _',
          't: a\n_b',
          't: 18f_\n  # b',
        ],
        ...[
          't: >\n  _a_\n',
          't: >_\n  a',
          't: |\n  a\n  _\n  b',
          't: |\n_a',
          't:\n- _a',
          't:\n-_a',
          't:\n- a:_b',
          't:_a',
        ],
        ...['t_: a', '_t: a', 't: a\n_', 't: a\n_# b', 't: a:_b', 't:\n  _u: b'],
      ];
      for (const form of forms) {
        const source = `${form.replaceAll('_', space)}\n`;
        const data = readPlainYaml(source);
        if (data !== undefined) expect({ source, data }).toEqual({ source, data: reference(source) });
      }
    },
  );

  test.each([
    'title: A: b',
    'title: >\n  a\n\n   b',
    'a: &x b',
    'a: "\\x41"',
    'a: "\\u0007"',
    'a: "\\ud83d"',
    'a: "b\\\n  c"',
    'a: "b',
    'a: "b\n...\nc"',
    'a: "b\n  - c"',
    'a: "b" c',
    'a: "b"#c',
    'a: "b"\n  c',
    "a: 'b\n  c' d",
    'a: 1\na: 2',
    'a: b # c\n  d',
    'a: b\n  # c\n  d',
    'a: b\n# c\n  d',
    'a: b\n  c: d',
    'a: b:\n  c',
    'a: b\n  - c',
    'a: [b]\n  c',
    'a: [b,\n  c]',
    'a: ["b, c"]',
    'a: ["b"c]',
    'a: ["b"] # c',
    'a: [b#, c]',
    'a: [[b]]',
    'a: [b, ]',
    'a: \ud800',
    Array.from({ length: 120 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    `a:\n${Array.from({ length: 60 }, (_, depth) => `${'  '.repeat(depth)}- b:`).join('\n')}`,
    '- a',
    'a:\tb',
    'a:\n- # note\n- x',
    'a:\n- # note\n- x',
  ])('leaves %j to js-yaml', (text) => {
    expect(readPlainYaml(`${text}\n`)).toBeUndefined();
  });
});
