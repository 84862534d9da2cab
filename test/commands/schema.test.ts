import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readFields } from '../../src/post/fields/fields.ts';
import { allFieldNames } from '../../src/post/fields/names.ts';
import { splitPost } from '../../src/post/frontmatter/frontMatter.ts';
import { columnNames } from '../../src/report/columns.ts';
import { utc } from '../support/diagnose.ts';
import { type Json, schemaFaults } from '../support/jsonSchema.ts';
import { run } from '../support/site.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';

let schema: Json;
let configSchema: Json;

beforeAll(async () => {
  schema = JSON.parse((await run(tempFolder(), ['schema'])).stdout);
  configSchema = JSON.parse((await run(tempFolder(), ['schema', 'config'])).stdout);
});

describe('of front matter', () => {
  test('draft 2020-12, every field and alias with what an editor shows, and room for others', () => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      required: ['title'],
      additionalProperties: true,
    });
    const properties = schema['properties'] as Record<string, Json>;
    expect(Object.keys(properties)).toEqual(allFieldNames());
    for (const property of Object.values(properties)) {
      expect(property).toMatchObject({
        title: expect.any(String),
        description: expect.any(String),
        examples: expect.any(Array),
      });
      for (const example of property['examples'] as unknown[]) expect(schemaFaults(property, example)).toEqual([]);
    }
  });

  test('every sample post is valid', () => {
    const files = filesIn(resolve('posts')).filter((file) => /\.md$/.test(file));
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const parts = splitPost(readFileSync(resolve('posts', file), 'utf8'));
      if ('fault' in parts) throw new Error(parts.fault.message);
      expect([file, schemaFaults(schema, parts.data)]).toEqual([file, []]);
    }
  });

  test('a post without a title is not', () => {
    expect(schemaFaults(schema, { date: '2024-05-14' })).not.toEqual([]);
  });

  const values: readonly (readonly [field: string, sound: readonly unknown[], faulty: readonly unknown[]])[] = [
    ['title', ['A', 'a: b'], [2024, true, ['A'], 'a\nb']],
    [
      'date',
      [
        '2024-05-14',
        '2024-05-14 9:30',
        '2024-05-14T09:30:15.25Z',
        '2024-05-14 09:30:00 +0100',
        '2024-05-14T09:30-5',
        null,
        '',
      ],
      ['5/7/2018', '2024-13-01', '2024-05-14T25:00', 2024, 'May 2024'],
    ],
    ['lastmod', ['2024-05-14'], ['yesterday']],
    ['id', ['6b1f0c1e-5b0e-4b7c-9f0a-2d6a5c1f7a10', 'https://x.example/1', 12], [true, [1]]],
    ['slug', ['a-b', 'été_2.0', 'a/b', 'caf%C3%A9'], ['a b', 'a%2', 3]],
    ['editor', ['visual', 'Bo', { mode: 'source' }, { markdown: { wrap: 72 } }], [{ role: 'staff' }]],
    ['permalink', ['/a/', 'https://x.example/a/'], [1]],
    [
      'authors',
      [
        'Ada',
        ['Ada (student)', 'Bo'],
        [{ name: 'Ada', role: 'staff', url: 'https://x.example' }],
        { name: 'Ada' },
        null,
      ],
      [[{ role: 'staff' }], [{ name: 'Ada', role: 'teacher' }], [3], 4],
    ],
    ['categories', ['A', ['A', 'B'], [null, 'A'], []], [[1], true, { a: 1 }]],
    ['tag', ['A'], [[true]]],
    ['summary', ['A', false, null], [1, true]],
    ['draft', [true, false, null, 'yes', 'TRUE', ' off ', '', 0, 1], ['maybe', 2, [true]]],
    ['published', [true, false, 'no', 0, '2024-05-14'], ['soon', 3]],
    ['status', ['draft', 'Publish', 'private', 'pending', 1, true], [['draft']]],
    ['visibility', ['Private', 'public'], [{ a: 1 }]],
    [
      'image',
      ['a.png', false, { src: 'a.png', alt: 'b', consent: 'not-needed' }, { url: 'a.png', consent: true }],
      [3, { alt: 'b' }, { src: 'a', consent: 'maybe' }],
    ],
    ['redirect_from', ['/a/', ['/a/']], [[1]]],
    ['comments', [true, 3, 'https://x.example', [{ author: 'a' }]], [-1, 1.5]],
    ['lang', ['en', 'en-GB', 'en_GB', 'cy'], ['english', 'english language', 3]],
  ];

  test.each(values)('%s: the schema and our own reader agree', (field, sound, faulty) => {
    const ours = (value: unknown): boolean => readFields({ [field]: value }, utc).faults.length === 0;
    const theirs = (value: unknown): boolean => schemaFaults(schema, { title: 'T', [field]: value }).length === 0;
    for (const value of field === 'title' ? sound : [...sound, null])
      expect([value, ours(value), theirs(value)]).toEqual([value, true, true]);
    for (const value of faulty)
      expect([value, ours(value) && field !== 'title', theirs(value)]).toEqual([value, false, false]);
  });
});

describe('of the config', () => {
  test('our own config is valid, and a slip is not', () => {
    expect(schemaFaults(configSchema, parse(readFileSync(resolve('blog.config.yaml'), 'utf8')))).toEqual([]);
    for (const slip of [{ titel: 'A' }, { rules: { 'no-such-rule': 'off' } }, { feed: { limit: -1 } }, { posts: 3 }]) {
      expect(schemaFaults(configSchema, slip)).not.toEqual([]);
    }
    expect(schemaFaults(configSchema, { title: null, rules: { 'title-too-long': 'off' } })).toEqual([]);
  });

  test('every setting is explained, and its examples are valid', () => {
    for (const property of Object.values(configSchema['properties'] as Record<string, Json>)) {
      expect(property['description']).toEqual(expect.any(String));
      for (const example of property['examples'] as unknown[]) expect(schemaFaults(property, example)).toEqual([]);
    }
  });
});

describe('of what is printed', () => {
  const of = async (what: string): Promise<Json> => JSON.parse((await run(tempFolder(), ['schema', what])).stdout);
  const folders = [resolve('.'), ...(process.env['BLOG_CORPUS'] === undefined ? [] : [process.env['BLOG_CORPUS']])];
  const broken = tempFolder({
    'posts/a.md': '---\ntitle: 2018\ndate: 2018/07/05\nTags: x\n---\n# A\n[here](b.md)\n![](c.png)\n',
    'posts/b.md': '---\ntitle: [\n---\n',
    'posts/c.md': 'x',
  });

  test.each([...folders, broken])('diagnostics: %s', async (folder) => {
    const { stdout } = await run(folder, ['validate', '--format', 'json']);
    expect(schemaFaults(await of('diagnostics'), JSON.parse(stdout))).toEqual([]);
  });

  test.each(folders)('list: %s', async (folder) => {
    const schema = await of('list');
    const names = Object.keys((schema['items'] as { properties: Json }).properties);
    expect(names).toEqual([...columnNames]);
    for (const args of [[], ['--why'], ['--fields', names.join(',')]]) {
      const { stdout } = await run(folder, ['list', '--format', 'json', ...args]);
      expect(schemaFaults(schema, JSON.parse(stdout))).toEqual([]);
    }
  });

  test('another version, a missing field and one too many are no such output', async () => {
    const schema = await of('diagnostics');
    const summary = { posts: 1, pages: 0, errors: 0, warnings: 0 };
    expect(schemaFaults(schema, { version: 1, diagnostics: [], summary })).toEqual([]);
    expect(schemaFaults(schema, { version: 2, diagnostics: [], summary })).not.toEqual([]);
    expect(schemaFaults(schema, { version: 1, diagnostics: [{ file: 'a.md' }], summary })).not.toEqual([]);
    expect(schemaFaults(schema, { version: 1, diagnostics: [], summary, more: 1 })).not.toEqual([]);
  });
});

test('anything else is refused', async () => {
  expect(await run(tempFolder(), ['schema', 'feed'])).toMatchObject({ status: 2, stdout: '' });
});
