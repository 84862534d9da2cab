/** Random posts for property tests: every way in which people write front matter, and where each field stands. */

import { character } from './anyText.ts';
import fc from './fastCheck.ts';

export interface RandomField {
  key: string;
  value: unknown;
  /** Its lines, as they stand in the text; for a post in braces, `key: value`. */
  source: string;
}

export interface RandomPost {
  text: string;
  fields: RandomField[];
  eol: string;
  body: string;
}

interface Written {
  value: unknown;
  /** Lines of the value; the first stands behind the colon. */
  source: string;
}

const word = fc.constantFrom('Ada', 'Cālin', 'students', 'co-create', 'Ω', '学生', '🎉', 'e.g.', '12', 'it’s', 'a/b');
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => `W ${list.join(' ')}`);
const wild = fc.oneof(
  words,
  fc
    .array(
      fc.constantFrom(
        'a',
        '"',
        "'",
        '#',
        ' #',
        ': ',
        ',',
        '[',
        '}',
        '\\',
        '- ',
        '&',
        '*',
        '!',
        '%',
        '@',
        '|',
        '>',
        '?',
        '~',
        ' ',
      ),
    )
    .map((list) => `x${list.join('')}x`),
);
const comment = fc.constantFrom('', ' # a comment', '   # [x]: "y', '\t# tab', '  ');

const plain: fc.Arbitrary<Written> = words.map((value) => ({ value, source: value }));
const double: fc.Arbitrary<Written> = wild.map((value) => ({ value, source: JSON.stringify(value) }));
const single: fc.Arbitrary<Written> = wild.map((value) => ({ value, source: `'${value.replaceAll("'", "''")}'` }));
const other: fc.Arbitrary<Written> = fc.constantFrom(
  { value: true, source: 'true' },
  { value: false, source: 'false' },
  { value: 2018, source: '2018' },
  { value: 1.1, source: '1.10' },
  { value: null, source: '' },
  { value: null, source: '~' },
  { value: '2018-07-05', source: '2018-07-05' },
);
const scalar = fc.oneof(plain, double, single);

const blockText: fc.Arbitrary<Written> = fc
  .tuple(fc.constantFrom('|', '>', '|-', '>-', '| # why', '>- # why'), fc.array(words, { minLength: 1, maxLength: 3 }))
  .map(([header, lines]) => {
    const text = lines.join(header[0] === '>' ? ' ' : '\n');
    return {
      value: header.includes('-') ? text : `${text}\n`,
      source: `${header}\n${lines.map((line) => `  ${line}`).join('\n')}`,
    };
  });
const folded: fc.Arbitrary<Written> = fc
  .array(words, { minLength: 2, maxLength: 3 })
  .map((lines) => ({ value: lines.join(' '), source: lines.join('\n    ') }));

const blockList: fc.Arbitrary<Written> = fc
  .tuple(fc.constantFrom('', '  ', '    '), fc.array(fc.tuple(scalar, comment), { minLength: 1, maxLength: 4 }))
  .map(([indent, items]) => ({
    value: items.map(([{ value }]) => value),
    source: items.map(([{ source }, note]) => `\n${indent}- ${source}${note}`).join(''),
  }));
const flowItem = fc.oneof(
  fc.constantFrom('a', 'b c').map((value) => ({ value, source: value })),
  double,
  single,
);
const flowList: fc.Arbitrary<Written> = fc
  .tuple(fc.constantFrom(',', ', ', ',\n    '), fc.boolean(), fc.array(flowItem, { maxLength: 4 }))
  .map(([gap, trailing, items]) => ({
    value: items.map(({ value }) => value),
    source: `[${items.map(({ source }) => source).join(gap)}${trailing && items.length > 0 ? ',' : ''}]`,
  }));
const nested: fc.Arbitrary<Written> = fc.tuple(scalar, scalar, comment).map(([a, b, note]) => ({
  value: { src: a.value, more: { alt: b.value } },
  source: `\n  src: ${a.source}${note}\n  # about more\n  more:\n      alt: ${b.source}`,
}));
const people: fc.Arbitrary<Written> = fc.array(scalar, { minLength: 1, maxLength: 3 }).map((names) => ({
  value: names.map(({ value }) => ({ name: value, role: 'student' })),
  source: names.map(({ source }) => `\n  - name: ${source}\n    role: student`).join(''),
}));

const anyValue = fc.oneof(plain, double, single, other, blockText, folded, blockList, flowList, nested, people);
const keys = [
  'title',
  'date',
  'authors',
  'categories',
  'tags',
  'summary',
  'draft',
  'image',
  'aliases',
  'extra',
  'x-y',
  'été',
];
const between = fc.constantFrom('', '', '', '\n', '# a comment of its own\n', '\n# two\n  # lines\n');
const bodies = fc.constantFrom('', '\n', 'Text.', 'Text.\n\n---\ntitle: no\n---\n', '\n---\n\n| a |\n');

/** A post with lines of `key: value`. `text` is as it is read: a byte order mark is no part of it. */
export const randomPost: fc.Arbitrary<RandomPost> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...keys), { minLength: 1, maxLength: 7 }),
    fc.array(fc.tuple(anyValue, comment, between, fc.boolean()), { minLength: 7, maxLength: 7 }),
    fc.constantFrom('\n', '\r\n'),
    between,
    bodies,
    fc.constantFrom('---', '--- ', '---yaml'),
    fc.boolean(),
  )
  .map(([names, values, eol, first, rest, fence, isClosedByEnd]) => {
    const lines = (text: string): string => text.replaceAll('\n', eol);
    const fields: RandomField[] = [];
    let text = `${fence}\n${first}`;
    for (const [index, name] of names.entries()) {
      const [{ value, source }, note, gap, isQuoted] = values[index] as (typeof values)[number];
      const isMultiline = source.includes('\n');
      const written = `${isQuoted ? JSON.stringify(name) : name}:${source.startsWith('\n') || source === '' ? '' : ' '}${source}`;
      const line = `${written}${isMultiline && !source.endsWith(']') ? '' : note}\n`;
      fields.push({ key: name, value, source: lines(line) });
      text += line + gap;
    }
    const body = isClosedByEnd ? '' : rest;
    text += isClosedByEnd ? '---' : `---\n${body}`;
    return { text: lines(text), fields, eol, body: lines(body) };
  });

/** Texts, dates and addresses as a patch may have to write them. */
export const anyText = fc.oneof(
  words,
  wild,
  fc.constantFrom(
    '2018-07-05',
    '2018',
    'true',
    'no',
    '',
    ' ',
    '~',
    '/2018/07/a/',
    'https://a.org/x',
    '- a',
    'a: b',
    "it's",
    'a\nb',
    'end\n',
  ),
  fc.string({ unit: character }).filter((text) => !/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/u.test(text)),
);
