/** Patches in the forms that the property tests do not make: braces, anchors, odd keys; and what is refused. */
import { describe, expect, test } from '@jest/globals';
import { appendItem, insertField, removeField, removeItem, renameKey, setField } from '../../../src/post/edit/patch.ts';
import type { Change } from '../../../src/post/edit/patchText.ts';

const post = (yaml: string): string => `---\n${yaml}---\nText.\n`;
const yamlOf = (change: Change | undefined): string | undefined => change?.text.slice(4, -'---\nText.\n'.length);

describe('a value is written in the style of what stood there', () => {
  test.each<[string, string | boolean, string]>([
    ['a: old', 'new words', 'a: new words'],
    ['a: old', '2018', 'a: "2018"'],
    ['a: old', 'no', 'a: "no"'],
    ['a: 2018-07-05', '2024-05-14T09:30:00+01:00', 'a: 2024-05-14T09:30:00+01:00'],
    ['a: /old/', '/2024/05/a-b/', 'a: /2024/05/a-b/'],
    ['a: old', 'x: y', 'a: "x: y"'],
    ["a: 'old'  # x", "it's", "a: 'it''s'  # x"],
    ["a: 'old'", 'a\nb', 'a: "a\\nb"'],
    ['a: "old"', 'say "x"', 'a: "say \\"x\\""'],
    ['a: "yes"', true, 'a: true'],
    ['a: true', false, 'a: false'],
    ['a:', 'x', 'a: x'],
    ['a:   # later', 'x', 'a: x   # later'],
    ['a: ~', 'x', 'a: x'],
    ['a: one\n  two # x', 'three', 'a: three # x'],
    // js-yaml, and so we, read a text in quotes that goes on at the very beginning of a line; `yaml` does not.
    ['b: "one\ntwo"\na: old', 'new', 'b: "one\ntwo"\na: new'],
    ['a: "one\ntwo" # x\nb: 1', 'three', 'a: "three" # x\nb: 1'],
    ['a: |-\n  one\n  two', 'three\n\nfour', 'a: |-\n  three\n\n  four'],
    ['a: >-\n    one\n    two', 'three', 'a: >-\n    three'],
    ['a: > # why\n  one', 'three', 'a: "three" # why'],
    ['a: |\n  one', ' indented\n', 'a: " indented\\n"'],
    ['{a: old, b: c}', 'x, y', '{a: "x, y", b: c}'],
    ['{a: old}', 'words', '{a: words}'],
    ['{a: , b: c}', 'x', '{a: x , b: c}'],
    ['? a\n: old', 'x', '? a\n: x'],
  ])('%j = %j', (yaml, value, expected) => {
    expect(yamlOf(setField(post(`${yaml}\n`), ['a'], value))).toBe(`${expected}\n`);
  });
});

describe('fields', () => {
  test.each<[string, Change | undefined, string]>([
    ['behind one', insertField(post('a: 1 # x\n# c\nb: 2\n'), 'c', 'x', 'a'), 'a: 1 # x\nc: x\n# c\nb: 2\n'],
    ['at the end', insertField(post('a: 1\n# c\n'), 'c', ['x', 'y: z']), 'a: 1\nc:\n  - x\n  - "y: z"\n# c\n'],
    ['in braces', insertField(post('{a: 1, b: 2}\n'), 'c', ['x'], 'a'), '{a: 1, c: [x], b: 2}\n'],
    ['in empty braces', insertField(post('{}\n'), 'c', true), '{c: true}\n'],
    ['where there is nothing', insertField(post(''), 'c', 'x'), 'c: x\n'],
    ['where there are only comments', insertField(post('# a\n'), 'c', 'x'), '# a\nc: x\n'],
    ['in an indented mapping', insertField(post('  a: 1\n  b: 2\n'), 'c', 'x', 'a'), '  a: 1\n  c: x\n  b: 2\n'],
    ['out of braces', removeField(post('{a: 1, b: 2}\n'), 'b'), '{a: 1}\n'],
    ['the only one', removeField(post('a: 1\n'), 'a'), ''],
    ['with its list', removeField(post('a:\n- x\n# c\n- y # d\n# e\nb: 2\n'), 'a'), '# e\nb: 2\n'],
    ['renamed in quotes', renameKey(post("'a': 1\n"), ['a'], 'b'), "'b': 1\n"],
    ['renamed in braces', renameKey(post('{a: 1}\n'), ['a'], 'b'), '{b: 1}\n'],
    ['renamed inside', renameKey(post('a:\n  - b: 1\n'), ['a', 0, 'b'], 'c'), 'a:\n  - c: 1\n'],
  ])('%s', (_, change, expected) => {
    expect(yamlOf(change)).toBe(expected);
  });
});

describe('lists', () => {
  test.each<[string, string]>([
    ['', 'a:\n  - new\n'],
    ['a:\n', 'a: [new]\n'],
    ['a: []\n', 'a: [new]\n'],
    ['a: /old/ # x\n', 'a: [/old/, new] # x\n'],
    ['a: "x, y"\n', 'a: ["x, y", new]\n'],
    ['a:\n- x # c\nb: 1\n', 'a:\n- x # c\n- new\nb: 1\n'],
    ['a: [x,y]\n', 'a: [x,y, new]\n'],
    ['a: [x, y, ]\n', 'a: [x, y, new ]\n'],
    ['a: [\n  x,\n  y\n]\n', 'a: [\n  x,\n  y,\n  new\n]\n'],
    ['a:\n  - b: 1\n    c: 2\n', 'a:\n  - b: 1\n    c: 2\n  - new\n'],
  ])('%j + new', (yaml, expected) => {
    expect(yamlOf(appendItem(post(yaml), 'a', 'new'))).toBe(expected);
  });

  test.each<[string, number, string | undefined]>([
    ['a: [x, y, z]\n', 0, 'a: [y, z]\n'],
    ['a: [x, y, z]\n', 2, 'a: [x, y]\n'],
    ['a:\n  - x\n  # c\n  - b: 1\n    c: 2\n', 1, 'a:\n  - x\n  # c\n'],
    ['a: [x]\n', 0, undefined],
    ['a:\n  - x\n', 0, undefined],
  ])('%j without %d', (yaml, index, expected) => {
    expect(yamlOf(removeItem(post(yaml), ['a'], index))).toBe(expected);
  });
});

describe('refused', () => {
  test.each<[string, Change | undefined]>([
    ['a value with an anchor', setField(post('a: &x one\nb: *x\n'), ['a'], 'two')],
    ['an alias', setField(post('a: &x one\nb: *x\n'), ['b'], 'two')],
    ['what an alias repeats', setField(post('a: &x [one]\nb: *x\n'), ['a', 0], 'two')],
    ['a way through an alias', setField(post('a: &x [one]\nb: *x\n'), ['b', 0], 'two')],
    ['a value with a tag', setField(post('a: !!str one\n'), ['a'], 'two')],
    ['a name with an anchor', renameKey(post('&x a: one\n'), ['a'], 'b')],
    ['a list in place of a text', setField(post('a: [x]\n'), ['a'], 'two')],
    ['a field that is not there', setField(post('a: x\n'), ['b'], 'two')],
    ['an item that is not there', setField(post('a: [x]\n'), ['a', 1], 'two')],
    ['a new name that is there', renameKey(post('a: x\nb: y\n'), ['a'], 'b')],
    ['a new field that is there', insertField(post('a: y\n'), 'a', 'x')],
    ['__proto__', insertField(post('a: x\n'), '__proto__', 'x')],
    ['a name that is not there', removeField(post('a: x\n'), 'b')],
    ['front matter that cannot be read', setField(post('a: [x\n'), ['a'], 'x')],
    ['no front matter', setField('Text.\n', ['a'], 'x')],
    ['more than 64 KiB', setField(post('a: x\n'), ['a'], 'x'.repeat(70_000))],
    ['a character that no feed can carry', setField(post('a: x\n'), ['a'], '\u0001')],
  ])('%s', (_, change) => {
    expect(change).toBeUndefined();
  });
});

describe('a field that is there, but empty, gets the value', () => {
  test.each([
    ['id:', 'id: x'],
    ['id: ~', 'id: x'],
    ['id: null # why', 'id: x # why'],
    ['id: ""', 'id: "x"'],
    ["id: '  '", "id: 'x'"],
    ['Id:', 'Id: x'],
  ])('%s', (yaml, expected) => {
    expect(yamlOf(insertField(post(`a: b\n${yaml}\n`), 'id', 'x'))).toBe(`a: b\n${expected}\n`);
  });

  test.each([
    ['aliases:', 'aliases: [/x/]'],
    ['aliases: ~', 'aliases: [/x/]'],
    ['aliases: []', 'aliases: [/x/]'],
    ['aliases: "  "', 'aliases: [/x/]'],
    ['Aliases: /y/', 'Aliases: [/y/, /x/]'],
  ])('a list: %s', (yaml, expected) => {
    expect(yamlOf(appendItem(post(`a: b\n${yaml}\n`), 'aliases', '/x/'))).toBe(`a: b\n${expected}\n`);
  });

  test('one with a value is not overwritten', () => {
    expect(insertField(post('ID: y\n'), 'id', 'x')).toBeUndefined();
  });
});
