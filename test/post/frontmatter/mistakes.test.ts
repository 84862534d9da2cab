/** Slips of a first-time author: where they are, what is said of them, and that what is typed then reads as meant. */
import { describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../../src/diagnostic.ts';
import { fixOf } from '../../../src/post/edit/fixes.ts';
import { lineMistake } from '../../../src/post/frontmatter/lineMistakes.ts';
import { diagnose, post, read } from '../../support/diagnose.ts';

const date = 'date: 2018-07-05';

/** The only finding, as `2:11 hint`. */
function told(text: string): string {
  const found = diagnose(text);
  expect(found).toHaveLength(1);
  const [{ line, column, hint }] = found as [Diagnostic];
  return `${line}:${column} ${hint}`;
}

/** The text after `--fix` has mended its first fault. */
function fixed(text: string): string | undefined {
  const [fault] = read(text).faults;
  return fault && fixOf(text, fault, 'posts/a.md')?.text;
}

describe('a title that YAML cannot read', () => {
  // What is written, where it is told, what is typed instead, the title that was meant, whether --fix writes it.
  test.each<[string, string, string, string, boolean]>([
    ["'It's a good day'", '2:11', '"It\'s a good day"', "It's a good day", true],
    ["'It's Ada's \"day\"'", '2:11', '"It\'s Ada\'s \\"day\\""', 'It\'s Ada\'s "day"', true],
    ["'don't stop", '2:12', '"don\'t stop"', "don't stop", false],
    ["'the students' day'", '2:21', '"the students\' day"', "the students' day", false],
    ['"Hello: "world" again', '2:16', `'Hello: "world" again'`, 'Hello: "world" again', false],
    ['"Us" and them', '2:11', `'"Us" and them'`, '"Us" and them', true],
    ['"Us" and "them"', '2:11', `'"Us" and "them"'`, '"Us" and "them"', false],
    ['"Us" and "them', '2:11', `'"Us" and "them"'`, '"Us" and "them"', false],
    ['"unclosed', '2:8', '"unclosed"', 'unclosed', false],
    ['[unclosed', '2:8', '"[unclosed"', '[unclosed', false],
    ['[Foo] bar', '2:8', '"[Foo] bar"', '[Foo] bar', true],
    ['{a} b', '2:8', '"{a} b"', '{a} b', true],
    ['- x', '2:8', '"- x"', '- x', true],
    ['? x', '2:8', '"? x"', '? x', true],
    ['@foo', '2:8', '"@foo"', '@foo', true],
    ['& x', '2:8', '"& x"', '& x', true],
    ['> x', '2:10', '"> x"', '> x', false],
    ['Foo: bar', '2:8', '"Foo: bar"', 'Foo: bar', true],
    ['"C:\\new\\users"', '2:15', "'C:\\new\\users'", 'C:\\new\\users', false],
    ['"a\\qb\'c"', '2:10', '"a\\\\qb\'c"', "a\\qb'c", false],
  ])('%s', (written, place, typed, meant, isFixed) => {
    const text = post(`title: ${written}`, date);
    const hint = told(text);
    expect(hint.startsWith(place)).toBe(true);
    expect(hint.replace(/, or double the apostrophe: .*/, '').endsWith(`title: ${typed}`)).toBe(true);
    expect(read(post(`title: ${typed}`, date)).post?.title).toBe(meant);
    const after = fixed(text);
    expect(after && read(after).post?.title).toBe(isFixed ? meant : undefined);
  });

  test('an apostrophe may be doubled, too', () => {
    expect(told(post("title: 'It's'", date))).toMatch(/, or double the apostrophe: 'It''s'$/);
    expect(diagnose(post("title: 'It's'", date))[0]?.message).toContain('apostrophe');
  });

  test('where # may begin a comment, the text is not written out', () => {
    expect(told(post("title: 'It's a' # b", date))).toBe('2:11 use the other kind of quotes');
    expect(fixed(post("title: 'It's a' # b", date))).toBeUndefined();
  });
});

describe('a title that YAML reads as nothing', () => {
  test.each([
    ['#1 in the league', '"#1 in the league"'],
    ['&x', '"&x"'],
    ['#say "hi"', `'#say "hi"'`],
  ])('%s', (written, typed) => {
    const text = post(`title: ${written}`, date);
    expect(told(text)).toBe(`2:7 put the title in quotes: title: ${typed}`);
    expect(fixed(text)).toBe(post(`title: ${typed}`, date));
    expect(fixed(text.replaceAll('\n', '\r\n'))).toBe(post(`title: ${typed}`, date).replaceAll('\n', '\r\n'));
    expect(read(post(`title: ${typed}`, date)).post?.title).toBe(written);
  });

  test('a comment stays one', () => {
    const text = post('title: # to do', date);
    expect(told(text)).toBe('2:7 write title: to do, or the title before the #');
    expect(fixed(text)).toBeUndefined();
  });
});

describe('lines', () => {
  test.each<[string, string[], string]>([
    ['an item without its blank', ['authors:', '  - Bo', '  -Ada'], '6:3 write - Ada'],
    ['an item too far out', ['tags:', '  - a', ' - b'], '6:1 indent it by 2 spaces, like the item above'],
    ['a list in a list', ['authors: [Ada, [Ben]]'], '4:16 remove the inner brackets: Ben'],
    ['an item behind a name', ['tags: - a'], '4:7 put “- a” on its own line below tags:'],
    ['an item below a text', ['tags: a', '- b'], '5:1 put the first item on its own line below tags: - a'],
    ['a wide colon', ['summary：x'], '4:1 write summary: x'],
    ['an equals sign', ['summary = x'], '4:1 write summary: x'],
    ['quotes around all', ['"summary: x"'], '4:1 write summary: x'],
    ['no colon', ['summary "x"'], '4:1 write summary: "x"'],
    ['a place-holder', ['updated: {{date}}'], '4:11 replace it with the value'],
    ['Markdown', ['image: ![b](a.png)'], '4:8 write image: a.png, and image_alt: "b" on another line'],
    ['a quote in brackets', ['tags: ["a]'], '4:8 add " where it ends'],
    ['hash signs in a list', ['tags: [#a, #b]'], '4:7 write tags: [a, b]'],
    ['a list that is not closed', ['tags: [a'], '4:7 write tags: [a]'],
    ['a field too far in', ['  summary: x'], '4:1 remove the spaces before summary'],
    ['a part too far in', ['image: a.jpg', '  alt: x'], '5:1 write “  src: a.jpg” on a line below image:'],
  ])('%s', (_, lines, expected) => {
    expect(told(post('title: A', date, ...lines))).toBe(expected);
  });

  test('the first field is indented: it is told there', () => {
    expect(told(post('  title: A', date))).toBe('2:1 remove the spaces before it and before the fields below it');
  });

  test('a text that goes on without indentation', () => {
    const hint = 'indent it by 2 spaces to continue the line above, or add a --- line above it if the body begins here';
    expect(told(post('title: A', date, 'summary: One', 'and two.'))).toBe(`5:1 ${hint}`);
    expect(told(post('title: A', date, 'summary: "One"', 'and two.'))).toBe(
      '5:1 move it inside the quotes above, or add a --- line above it if the body begins here',
    );
  });

  test.each([
    ['a list', '[x]', '"[x]"'],
    ['a mapping', '{x}', '"{x}"'],
  ])('a title that is %s', (kind, written, typed) => {
    const [found] = diagnose(post(`title: ${written}`, date));
    expect(found).toMatchObject({ message: `title must be text, not ${kind}`, hint: `put it in quotes: ${typed}` });
  });
});

describe('fences', () => {
  const above = `---\ntitle: A\n${date}\n`;
  test.each<[string, string, string]>([
    ['four hyphens, and a rule below', `${above}----\nText.\n\n---\n`, '4:1 change this line to ---'],
    ['a long dash, and a rule below', `${above}—\nText.\n\n---\n`, '4:1 change this line to ---'],
    ['four hyphens below a list', `${above}tags:\n  - a\n----\nText.\n\n---\n`, '6:1 change this line to ---'],
    ['four hyphens', `${above}----\nText.\n`, '1:1 change line 4 to ---'],
    ['two hyphens', `${above}--\nText.\n`, '1:1 change line 4 to ---'],
    ['one that is indented', `${above} ---\nText.\n`, '1:1 change line 4 to ---'],
    ['none', `${above}\nText.\n`, '1:1 add a --- line after the last field'],
    ['none, and a heading', `${above}\nText\n----\n`, '1:1 add a --- line after the last field'],
    ['none, and a rule', `${above}\nOne.\nTwo.\n\n---\n`, '5:1 add a --- line above it to close the front matter'],
    ['none, a title', `${above}\n# One\n\nTwo.\n\n---\n`, '5:1 add a --- line above it to close the front matter'],
    ['none, a list', `${above}\n- one\n- two\n\n---\n`, '5:1 add a --- line above it to close the front matter'],
    ['opened by two', `${above.slice(1)}---\n`, '1:1 replace the first line with ---'],
    ['below an empty line', `\n${above}---\n`, '1:1 remove everything before the first ---'],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toBe(expected);
  });

  test('they are counted', () => {
    expect(diagnose(`${above.slice(1)}---\n`)[0]?.message).toContain('must be three hyphens, not two');
    expect(diagnose(`${above}----\n`)[0]?.message).toContain('line 4 is not exactly ---');
  });
});

describe('names', () => {
  test('a misspelt title is one finding, and says how it is mended', () => {
    const text = post('Titel: A', date);
    expect(told(text)).toBe('2:1 write title: instead of Titel:');
    expect(fixed(text)).toBe(post('title: A', date));
  });

  test('the description of an image that is a number is one finding, and is put in quotes', () => {
    const text = post('title: A', date, 'image:', '  src: a.jpg', '  alt: 12');
    expect(told(text)).toBe('6:8 put it in quotes: "12"');
    expect(read(text).fields?.image?.alt).toBe('12');
    expect(fixed(text)).toBe(text.replace('12', '"12"'));
  });
});

test.each([
  ["'", "title: '".padEnd(60_000, "a' ")],
  ['a #', `title: "a" ${'#'.repeat(60_000)}`],
  ['blanks', `title: a${' '.repeat(60_000)}: b`],
  ['dashes', `${'—'.repeat(20_000)}x`],
  ['folded names', `tags:\n${'  - a - b\n    - c\n'.repeat(3_000)}`],
])('64 KiB of %s are no work', (_, lines) => {
  const start = performance.now();
  const text = post('title: A', date, lines);
  for (const fault of read(text).faults.slice(0, 3)) fixOf(text, fault, 'posts/a.md');
  expect(performance.now() - start).toBeLessThan(2000);
});

test('64 KiB of lines below a line that is no field are no work', () => {
  const lines = [
    'title: A',
    ...Array<string>(20_000)
      .fill('\n# b')
      .flatMap((pair) => pair.split('\n')),
    'text',
    'text',
  ];
  const start = performance.now();
  expect(lineMistake(lines, lines.length - 1)).toMatchObject({ row: 2 });
  expect(performance.now() - start).toBeLessThan(1000);
});
