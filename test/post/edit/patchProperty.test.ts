/** A patch changes nothing but its field: shown on random front matter, with `yaml` as the second reader. */
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { appendItem, insertField, removeField, removeItem, renameKey, setField } from '../../../src/post/edit/patch.ts';
import { applyPatch, type Change } from '../../../src/post/edit/patchText.ts';
import { splitPost } from '../../../src/post/frontmatter/frontMatter.ts';
import { runs } from '../../support/effort.ts';
import fc from '../../support/fastCheck.ts';
import { anyText, type RandomField, type RandomPost, randomPost } from '../../support/randomFrontMatter.ts';

const pick = fc.nat();

function dataOf(text: string): Record<string, unknown> {
  const parts = splitPost(text);
  if ('fault' in parts) throw new Error(`${parts.fault.message}\n${text}`);
  // Another reader must see the same.
  expect(parse(parts.yaml, { schema: 'core' }) ?? {}).toEqual(parts.data);
  return parts.data;
}

/** The change is there, its edits make its text, all around the field's lines is the same, and the data as expected. */
function expectOnly(
  post: RandomPost,
  field: RandomField,
  change: Change | undefined,
  expected: Record<string, unknown>,
) {
  if (!change) throw new Error(`refused:\n${post.text}`);
  expect(applyPatch(post.text, change.edits)).toBe(change.text);
  const start = post.text.indexOf(field.source);
  expect(change.text.startsWith(post.text.slice(0, start))).toBe(true);
  expect(change.text.endsWith(post.text.slice(start + field.source.length))).toBe(true);
  expect(dataOf(change.text)).toEqual(expected);
  expect(change.text.replaceAll(post.eol, '')).not.toMatch(post.eol === '\n' ? /\r/ : /[\r\n]/);
}

function chosen({ fields }: RandomPost, number: number, fits: (field: RandomField) => boolean = () => true) {
  const some = fields.filter(fits);
  fc.pre(some.length > 0);
  return some[number % some.length] as RandomField;
}

const isScalar = ({ value }: RandomField): boolean => typeof value !== 'object' || value === null;

describe('a patch changes nothing but its field', () => {
  test('the random posts are read as they were made', () => {
    fc.assert(
      fc.property(randomPost, ({ text, fields, body }) => {
        expect(dataOf(text)).toEqual(Object.fromEntries(fields.map(({ key, value }) => [key, value])));
        expect(splitPost(text)).toMatchObject({ body });
      }),
      runs(50),
    );
  });

  test('setField', () => {
    fc.assert(
      fc.property(randomPost, pick, fc.oneof(anyText, fc.boolean()), (post, number, value) => {
        const field = chosen(post, number, isScalar);
        const change = setField(post.text, [field.key], value);
        expectOnly(post, field, change, { ...dataOf(post.text), [field.key]: value });
        // What is there already is not written again.
        expect(setField(change?.text ?? '', [field.key], value)).toEqual({ edits: [], text: change?.text });
      }),
      runs(50),
    );
  });

  test('setField on an item of a list', () => {
    fc.assert(
      fc.property(randomPost, pick, pick, anyText, (post, number, at, value) => {
        const field = chosen(post, number, (one) => Array.isArray(one.value) && typeof one.value[0] === 'string');
        const items = field.value as string[];
        const index = at % items.length;
        const change = setField(post.text, [field.key, index], value);
        expectOnly(post, field, change, { ...dataOf(post.text), [field.key]: items.with(index, value) });
      }),
      runs(50),
    );
  });

  test('setField deep inside', () => {
    fc.assert(
      fc.property(randomPost, pick, anyText, (post, number, value) => {
        const field = chosen(post, number, (one) => !isScalar(one) && Object.hasOwn(one.value as object, 'src'));
        const old = field.value as { src: string };
        const expected = { ...dataOf(post.text), [field.key]: { ...old, more: { alt: value } } };
        expectOnly(post, field, setField(post.text, [field.key, 'more', 'alt'], value), expected);
      }),
      runs(50),
    );
  });

  test('renameKey', () => {
    fc.assert(
      fc.property(randomPost, pick, fc.constantFrom('slug', 'photos_by', 'a: b', 'yes', 'é'), (post, number, key) => {
        const field = chosen(post, number);
        const { [field.key]: value, ...rest } = dataOf(post.text);
        const change = renameKey(post.text, [field.key], key);
        expectOnly(post, field, change, { ...rest, [key]: value });
        expect(Object.keys(dataOf(change?.text ?? ''))).toEqual(
          post.fields.map((one) => (one === field ? key : one.key)),
        );
      }),
      runs(50),
    );
  });

  test('insertField behind a field', () => {
    const value = fc.oneof(anyText, fc.boolean(), fc.array(anyText, { maxLength: 3 }));
    fc.assert(
      fc.property(randomPost, pick, value, (post, number, added) => {
        const field = chosen(post, number);
        const change = insertField(post.text, 'slug', added, field.key);
        expectOnly(post, field, change, { ...dataOf(post.text), slug: added });
        expect(change?.text).toContain(field.source);
        const at = post.fields.indexOf(field);
        expect(Object.keys(dataOf(change?.text ?? ''))[at + 1]).toBe('slug');
      }),
      runs(50),
    );
  });

  test('insertField, then removeField: the same bytes', () => {
    fc.assert(
      fc.property(randomPost, fc.oneof(anyText, fc.array(anyText, { minLength: 1, maxLength: 3 })), (post, value) => {
        const { text = '' } = insertField(post.text, 'slug', value) ?? {};
        expect(removeField(text, 'slug')?.text).toBe(post.text);
      }),
      runs(50),
    );
  });

  test('removeField', () => {
    fc.assert(
      fc.property(randomPost, pick, (post, number) => {
        const field = chosen(post, number);
        const { [field.key]: _, ...rest } = dataOf(post.text);
        const change = removeField(post.text, field.key);
        expectOnly(post, field, change, rest);
        expect(change?.text).toBe(post.text.replace(field.source, () => ''));
      }),
      runs(50),
    );
  });

  test('appendItem', () => {
    const fits = ({ value }: RandomField): boolean =>
      Array.isArray(value) || typeof value === 'string' || value === null;
    fc.assert(
      fc.property(randomPost, pick, anyText, (post, number, added) => {
        const field = chosen(post, number, fits);
        const { value } = field;
        const items = Array.isArray(value) ? value : value === null || value === '' ? [] : [value];
        const change = appendItem(post.text, field.key, added);
        expectOnly(post, field, change, { ...dataOf(post.text), [field.key]: [...items, added] });
      }),
      runs(50),
    );
  });

  test('removeItem', () => {
    fc.assert(
      fc.property(randomPost, pick, pick, (post, number, at) => {
        const field = chosen(post, number, ({ value }) => Array.isArray(value) && value.length > 1);
        const items = field.value as unknown[];
        const index = at % items.length;
        const expected = { ...dataOf(post.text), [field.key]: items.filter((_, other) => other !== index) };
        expectOnly(post, field, removeItem(post.text, [field.key], index), expected);
      }),
      runs(50),
    );
  });
});
