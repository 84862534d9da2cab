import { describe, expect, test } from '@jest/globals';
import { load as loadYaml } from 'js-yaml';
import { parse as parseYamlPackage } from 'yaml';
import { type DraftFields, draftPost } from '../../../src/post/draft/draft.ts';
import { carriedText, fieldLines, ignoredKeys, proposalOf } from '../../../src/post/draft/templateFields.ts';
import { fillText, readTemplate, type Template, valuesOf } from '../../../src/post/draft/templateText.ts';
import { parseDate } from '../../../src/post/fields/date.ts';
import { splitPost } from '../../../src/post/frontmatter/frontMatter.ts';
import { parseYaml } from '../../../src/post/frontmatter/yaml.ts';
import { lineProblem } from '../../../src/post/frontmatter/yamlText.ts';
import { readPost } from '../../../src/post/post.ts';
import { character } from '../../support/anyText.ts';
import { utc } from '../../support/diagnose.ts';
import { runs } from '../../support/effort.ts';
import fc from '../../support/fastCheck.ts';

const date = parseDate('2024-05-14T10:30:15+01:00', 'UTC') as NonNullable<ReturnType<typeof parseDate>>;
const answers: DraftFields = {
  title: 'A: "title"',
  date,
  id: '3f2c1a00-6b1d-4c6e-9a57-0d1f2e3c4b5a',
  authors: [{ name: 'Ada', role: 'student' }, { name: 'Ben' }, { name: 'Cy' }],
  photos_by: [],
  categories: ['Talks', 'News'],
  tags: ['t'],
  draft: true,
  body: '',
};
const values = valuesOf(answers, 'a-title');

function template(text: string): Template {
  const result = readTemplate(text);
  if ('template' in result) return result.template;
  throw new Error(JSON.stringify(result.faults));
}

describe('variables', () => {
  test.each([
    ['{{title}} {{ slug }}', 'A: "title" a-title'],
    ['{{date}} {{year}}/{{month}}/{{day}}', '2024-05-14 2024/05/14'],
    ['{{author}}: {{authors}}, {{photos_by}}.', 'Ada: Ada, Ben and Cy, .'],
    ['{{category}} {{categories}} {{tags}} {{summary}}', 'Talks Talks, News t '],
    ['{{id}}', answers.id],
    ['\\{{title}} stays', '{{title}} stays'],
    ['{{ site.url }} {{< figure >}} {% x %} {{{{ {title}', '{{ site.url }} {{< figure >}} {% x %} {{{{ {title}'],
  ])('%s → %s', (text, filled) => {
    expect(fillText(text, values)).toBe(filled);
  });

  test('what comes in for one is not filled again', () => {
    expect(fillText('{{title}}', { ...values, title: '{{slug}} $& $1' })).toBe('{{slug}} $& $1');
  });

  test.each([
    ['Text {{titel}} and {{x_y}}\n', ['1:6 unknown variable “titel” did you mean {{title}}?', '1:20 ']],
    [
      '---\n# {{note}}\nlang: en\nextra: [{ a: "🎉 {{day}} {{dya}}" }]\n---\n\n{{nope}}\n',
      ['4:25 unknown variable “dya”', '7:1 unknown variable “nope”'],
    ],
  ])('an unknown one is a fault with its place: %j', (text, places) => {
    const result = readTemplate(text);
    const faults = 'faults' in result ? result.faults : [];
    const said = faults.map(({ place, message, hint }) => {
      const { line, column } = place as { line: number; column: number };
      return `${line}:${column} ${message} ${hint}`;
    });
    expect(said).toEqual(places.map((place) => expect.stringContaining(place)));
  });

  test('braces without quotes get the right hint', () => {
    const result = readTemplate('---\ntitle: x\ndeck: {{title}}\n---\n');
    expect(result).toMatchObject({ faults: [{ hint: 'put it in quotes: "{{title}}"', place: { line: 3 } }] });
  });
});

describe('front matter', () => {
  test('fields that were not given are proposed, what is every post’s own is not', () => {
    const text = `---
id: 0f8fad5b-d9cb-469f-a165-70867728950e
date: 2018-07-05
title: "Minutes of {{date}}"
author: "{{author}}"
category: [Minutes, "{{category}}"]
tag: "{{year}}"
description: "On {{day}}.{{month}}."
byline: Photos by Satya
draft: false
slug: minutes
---
`;
    const result = proposalOf(template(text), values, utc);
    expect(result).toMatchObject({
      proposal: {
        title: 'Minutes of 2024-05-14',
        authors: [{ name: 'Ada' }],
        photos_by: [{ name: 'Satya' }],
        categories: ['Minutes', 'Talks'],
        tags: ['2024'],
        summary: 'On 14.05.',
      },
    });
    expect(ignoredKeys(template(text))).toEqual(['id', 'date', 'draft', 'slug']);
    expect(ignoredKeys(template('---\ndraft: true\nid:\n---\n'))).toEqual([]);
    expect(carriedText(template(text), values)).toBe('');
  });

  test('a title made of the title or the slug is none to propose', () => {
    const result = proposalOf(template('---\ntitle: "On {{ title }}"\n---\n'), values, utc);
    expect(result).toMatchObject({ proposal: { title: undefined } });
  });

  test('a value that our reader refuses is a fault', () => {
    const result = proposalOf(template('---\nlang: "{{title}}"\nimage: { alt: x }\n---\n'), values, utc);
    expect(result).toMatchObject({ faults: [{ rule: 'field-type' }, { rule: 'lang-invalid' }] });
  });

  test('other fields are carried as they stand; those with variables are written anew', () => {
    const text = `---
title: x
layout: post # for Jekyll
event_date: 2018-07-05
price: 1.10
answer: yes
nested:
  - { a: 1, b: [null, "x"] }
  - text: |
      two
      lines
    on: off
image:
  src: "/img/{{slug}}.jpg"
  alt: "{{title}}"
  consent: pending
list: []
hero:
---
`;
    expect(carriedText(template(text.replaceAll('\n', '\r\n')), values)).toBe(`layout: post # for Jekyll
event_date: 2018-07-05
price: 1.10
answer: yes
nested:
  - { a: 1, b: [null, "x"] }
  - text: |
      two
      lines
    on: off
image:
  src: "/img/a-title.jpg"
  alt: "A: \\"title\\""
  consent: pending
list: []
hero:
`);
  });

  test.each([
    ['an alias', 'a: &x [1, 2]\ntitle: T\nb: *x\n', { a: [1, 2], b: [1, 2] }],
    ['an alias to what is left out', 'tags: &x [p]\nb: *x\n', { b: ['p'] }],
    ['an alias further in', 'tags: &x [p]\nb: { c: *x }\nd: 1\n', { b: { c: ['p'] }, d: 1 }],
    ['a mapping in braces', '{ layout: post, weight: 3, title: T }\n', { layout: 'post', weight: 3 }],
    ['an indented mapping', '  layout: post\n  x: { y: z }\n', { layout: 'post', x: { y: 'z' } }],
    ['odd names', '"a b": 1\n"yes": [x]\n"{{title}}": 2\n', { 'a b': 1, yes: ['x'], '{{title}}': 2 }],
    [
      'odd numbers',
      'a: .inf\nb: -.inf\nc: .nan\nd: 1e+30\ne: -0.0\n',
      { a: Infinity, b: -Infinity, c: NaN, d: 1e30, e: -0 },
    ],
  ])('%s arrives with the same value', (_, yaml, data) => {
    const carried = carriedText(template(`---\n${yaml}---\n`), values);
    expect(parseYaml(carried)).toEqual({ data });
  });
});

test('a template may be a text alone, in front of which empty lines do not count', () => {
  expect(template('\n\n  Text\n')).toEqual({ data: {}, body: '  Text\n' });
  expect(template('---\n---\n\n\nText')).toMatchObject({ body: 'Text' });
  expect(readTemplate('\n---\ntitle: x\n---\n')).toHaveProperty('faults');
});

const line = fc
  .oneof(
    fc.string({ unit: character, minLength: 1, maxLength: 40 }),
    fc.constantFrom(
      '---',
      '"\\n---\\n',
      '{{slug}}',
      "'",
      '"',
      'a: b',
      '# x',
      '- a',
      '*a',
      '&a b',
      '!!js/function x',
      '}}',
      '$&',
    ),
  )
  .map((text) => text.trim())
  .filter((text) => lineProblem(text) === undefined && /[^\s\p{Cf}]/u.test(text));

const leaf = fc.oneof(
  line,
  fc.constant('{{title}}'),
  fc.tuple(line, line).map(([a, b]) => `${a}{{title}}\n${b}{{ summary }}`),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(key(), tie('tree'), { maxKeys: 3 }),
  ),
}));

function key(): fc.Arbitrary<string> {
  return line.filter((name) => name !== '__proto__' && name !== '<<' && !name.includes('{{'));
}

describe('no title breaks out of its place', () => {
  test('whatever stands in a template, and whatever the answers are, the draft reads as it should', () => {
    fc.assert(
      fc.property(tree, line, line, fc.boolean(), (value, title, summary, inBraces) => {
        const extra = inBraces ? JSON.parse(JSON.stringify(value)) : value;
        const yaml = inBraces ? JSON.stringify({ extra }) : fieldLines('extra', extra).join('\n');
        const read = readTemplate(`---\n${yaml}\n---\n{{title}}\n`);
        // A text of the generator may ask for a variable that there is not.
        if ('faults' in read) return;
        const filled = valuesOf({ ...answers, title, summary }, 'x');
        const carried = carriedText(read.template, filled);
        const all = { ...answers, title, summary, carried, body: fillText(read.template.body, filled) };
        const { text } = draftPost(all, 'x', '{slug}');
        const { post, data, body } = readPost('x.md', text, utc);
        expect(post).toMatchObject({ title, summary, id: `urn:uuid:${answers.id}`, categories: answers.categories });
        expect(body?.text).toBe(`\n${title}\n`);
        expect(data?.['extra']).toEqual(fillTree(extra, title, summary));
        expect(Object.keys(data ?? {}).sort()).toEqual([
          'authors',
          'categories',
          'date',
          'draft',
          'extra',
          'id',
          'summary',
          'tags',
          'title',
        ]);
        const parts = splitPost(text);
        const source = 'yaml' in parts ? parts.yaml : '';
        for (const other of [loadYaml(source), parseYamlPackage(source)])
          expect(other).toMatchObject({ title, summary });
      }),
      runs(100),
    );
  });

  test('zero keeps its sign', () => {
    expect(fieldLines('a', [-0, 0])).toEqual(['a:', '  - -0.0', '  - 0']);
  });

  test('a text is written so that every value reads back the same', () => {
    fc.assert(
      fc.property(fc.dictionary(key(), tree, { maxKeys: 4 }), (fields) => {
        const yaml = Object.entries(fields)
          .map(([name, value]) => `${fieldLines(name, value).join('\n')}\n`)
          .join('');
        expect(parseYaml(yaml)).toEqual({ data: fields });
      }),
      runs(100),
    );
  });
});

/** What filling in means, said in another way. */
function fillTree(value: unknown, title: string, summary: string): unknown {
  if (typeof value === 'string') {
    return value
      .split(/(\\?\{\{ ?(?:title|summary|slug) ?\}\})/)
      .map((part) => {
        if (/^\{\{ ?title/.test(part)) return title;
        if (/^\{\{ ?summary/.test(part)) return summary;
        if (/^\{\{ ?slug/.test(part)) return 'x';
        return part.startsWith('\\{{') ? part.slice(1) : part;
      })
      .join('');
  }
  if (Array.isArray(value)) return value.map((one) => fillTree(one, title, summary));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fillTree(one, title, summary)]));
}
