import { describe, expect, test } from '@jest/globals';
import { load as loadYaml } from 'js-yaml';
import { parse as parseYaml } from 'yaml';
import { type DraftFields, draftPost, slugRoom } from '../../../src/post/draft/draft.ts';
import { placeholderSentences, templateBody, templateNames } from '../../../src/post/draft/templates.ts';
import { parsePerson } from '../../../src/post/fields/authors.ts';
import { parseDate } from '../../../src/post/fields/date.ts';
import { foldName } from '../../../src/post/fields/slug.ts';
import { splitPost } from '../../../src/post/frontmatter/frontMatter.ts';
import { lineProblem, quoted } from '../../../src/post/frontmatter/yamlText.ts';
import { cleanName } from '../../../src/post/invisible.ts';
import { readPost } from '../../../src/post/post.ts';
import { character } from '../../support/anyText.ts';
import { utc } from '../../support/diagnose.ts';
import { runs } from '../../support/effort.ts';
import fc from '../../support/fastCheck.ts';

const date = parseDate('2024-05-14T10:30:15+01:00', 'UTC') as NonNullable<ReturnType<typeof parseDate>>;
const plain: DraftFields = {
  title: 'Our first meeting',
  date,
  id: '3f2c1a00-6b1d-4c6e-9a57-0d1f2e3c4b5a',
  authors: [],
  photos_by: [],
  categories: [],
  tags: [],
  draft: true,
  body: 'Text.\n',
};

const read = (answers: DraftFields) => {
  const { inPosts, text } = draftPost(answers, 'x', '{date}-{slug}');
  return readPost(`posts/${inPosts}`, text, utc);
};

describe('the text of a draft', () => {
  test('has the fields in order, and the body below', () => {
    const answers: DraftFields = {
      ...plain,
      title: 'A “first” post: \\ "yes"',
      authors: [parsePerson('Ruxandra Cālin (student)'), { name: 'Ada: E', role: 'staff', email: 'ada@example.org' }],
      photos_by: [parsePerson('yes')],
      categories: ['Partnership blog', '2018'],
      tags: ['#x', 'on'],
      summary: 'One, two.',
    };
    expect(draftPost(answers, 'a-first-post', '{date}-{slug}')).toEqual({
      inPosts: '2024-05-14-a-first-post.md',
      text: `---
title: "A “first” post: \\\\ \\"yes\\""
date: 2024-05-14T10:30:15+01:00
id: 3f2c1a00-6b1d-4c6e-9a57-0d1f2e3c4b5a
authors:
  - Ruxandra Cālin (student)
  - name: "Ada: E"
    role: staff
    email: "ada@example.org"
photos_by:
  - "yes"
categories:
  - Partnership blog
  - "2018"
tags:
  - "#x"
  - "on"
summary: "One, two."
draft: true
---

Text.
`,
    });
  });

  test('has an empty summary to fill, and no other field that was not given', () => {
    const { data, faults } = read(plain);
    expect(Object.keys(data ?? {})).toEqual(['title', 'date', 'id', 'summary', 'draft']);
    expect(faults).toEqual([]);
  });

  test('keeps the body as it is, and ends it with a line break', () => {
    const body = '---\r\nraw: yes\n---\nText without end';
    expect(read({ ...plain, body }).body?.text).toBe(`\n${body}\n`);
    expect(read({ ...plain, body: '' }).body?.text).toBe('');
  });

  const line = fc
    .string({ unit: character, minLength: 1, maxLength: 80 })
    .filter((text) => lineProblem(text) === undefined && /[^\s\p{Cf}]/u.test(text));
  const hard = fc.constantFrom(
    ...[
      'yes',
      '2018',
      'a: b',
      '#x',
      'a #b',
      '-',
      '- a',
      '@a',
      '`',
      '"',
      "'",
      '\\',
      '\\n',
      '🎉',
      '{a}',
      '[a]',
      '*a',
      '&a',
      '!a',
    ],
    ...[
      '%',
      '|',
      '>',
      '?',
      '? a',
      'null',
      '~',
      'true',
      '1e3',
      '0x1F',
      '1:30',
      '2018-07-05',
      '---',
      '...',
      '.inf',
      '=',
      '<<',
    ],
    ...[
      'a,b',
      'a:',
      ':a',
      "it's",
      '\ufeffx',
      '\u00a0x',
      '\u200fשלום',
      'y',
      'No',
      'x (y)',
      '(x)',
      'A.',
      'a - b',
      'a  b',
    ],
  );
  const text = fc.oneof(line, hard).map((value) => value.trim());

  test('is read back with the same values, by our reader and by two YAML parsers', () => {
    // Invisible characters in names are ignored when they are read.
    const name = text.map((value) => cleanName(value).trim()).filter((value) => value !== '');
    const names = fc.uniqueArray(name, { maxLength: 4, selector: foldName });
    fc.assert(
      fc.property(text, text, names, names, names, (title, summary, people, categories, tags) => {
        const authors = people.map(parsePerson);
        const answers = { ...plain, title, summary, authors, photos_by: authors, categories, tags };
        const { post, faults } = read(answers);
        expect(faults).toEqual([]);
        expect(post).toMatchObject({ title, summary, authors, photos_by: authors, draft: true });
        const composed = (list: readonly string[]): string[] => list.map((name) => name.normalize('NFC'));
        expect(post?.categories).toEqual(composed(categories));
        expect(post?.tags).toEqual(composed(tags));
        const yaml = splitPost(draftPost(answers, 'x', '{slug}').text);
        const source = 'yaml' in yaml ? yaml.yaml : '';
        for (const data of [loadYaml(source), parseYaml(source, { version: '1.1' }), parseYaml(source)]) {
          expect(data).toMatchObject({ title, summary, ...(categories.length > 0 && { categories }) });
        }
      }),
      runs(200),
    );
  });
});

test('what YAML does not let through raw is escaped', () => {
  const text = 'a\x7f\x85\u2028\u2029\ufeff\ufffe"\\';
  expect(quoted(text)).toBe('"a\\u007f\\u0085\\u2028\\u2029\\ufeff\\ufffe\\"\\\\"');
  expect(loadYaml(quoted(text))).toBe(text);
});

describe('the file’s name', () => {
  test.each([
    ['{date}-{slug}', '2024-05-14-x.md', undefined],
    ['{slug}', 'x.md', undefined],
    ['{slug}.markdown', 'x.markdown', undefined],
    ['{year}/{month}/{day}/{slug}', '2024/05/14/x.md', undefined],
    ['{date}-{slug}/index', '2024-05-14-x/index.md', undefined],
    ['{slug}/', 'x/index.md', undefined],
    ['{slug}/text', 'x/text.md', 'x'],
    ['{slug}-{year}', 'x-2024.md', 'x'],
  ])('%s → %s', (pattern, inPosts, field) => {
    const draft = draftPost(plain, 'x', pattern);
    expect(draft.inPosts).toBe(inPosts);
    const { post, keys } = readPost(`posts/${inPosts}`, draft.text, utc);
    expect(post?.slug).toBe('x');
    expect(keys?.slug).toBe(field && 'slug');
  });

  test('has the day on which the date falls with its own offset', () => {
    const late = parseDate('2024-05-14T00:30:00+13:00', 'UTC');
    expect(draftPost({ ...plain, date: late ?? date }, 'x', '{date}-{slug}').inPosts).toBe('2024-05-14-x.md');
  });

  test.each(['{date}-{slug}', '{slug}', '{year}/{slug}', 'a-long-prefix-{date}-{slug}/index'])(
    'keeps to 200 bytes with %s',
    (pattern) => {
      const slug = `${'x'.repeat(slugRoom(pattern, date))}-12`;
      const longest = draftPost(plain, slug, pattern)
        .inPosts.split('/')
        .map((name) => name.length);
      expect(Math.max(...longest)).toBe(200);
    },
  );
});

test('every template holds its placeholder sentences, and nothing that our own rules warn of', () => {
  const bodies = templateNames.map(templateBody).join('\n');
  for (const sentence of placeholderSentences()) expect(bodies).toContain(`*${sentence}*`);
  expect(new Set(placeholderSentences()).size).toBe(placeholderSentences().length);
  expect(bodies).not.toMatch(/^# |\{\{|\{%|<\w/m);
});
