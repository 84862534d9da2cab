/** What a post's file may hold that is wrong, and what is said of it: fences, code, texts, dates, YAML. */
import { describe, expect, test } from '@jest/globals';
import { diagnose, places, post, read } from '../support/diagnose.ts';

const good = ['title: "A post"', 'date: 2018-07-05'];

describe('fences', () => {
  test.each<[string, string, string[]]>([
    ['an empty file', '', ['1:1 front-matter-missing']],
    ['blanks only', ' \n\n', ['1:1 front-matter-missing']],
    ['no front matter', 'Text.\n', ['1:1 front-matter-missing']],
    ['a rule in the body, and no front matter', 'Text.\n\n---\n\nMore.\n', ['1:1 front-matter-missing']],
    ['an opening fence alone', '---', ['1:1 front-matter-unclosed']],
    ['an opening fence and a line break', '---\n', ['1:1 front-matter-unclosed']],
    ['never closed', '---\ntitle: A\ndate: 2018-07-05\n\nText.\n', ['1:1 front-matter-unclosed']],
    ['closed by ...', '---\ntitle: A\ndate: 2018-07-05\n...\nText.\n', ['1:1 front-matter-unclosed']],
    ['closed by four hyphens', '---\ntitle: A\ndate: 2018-07-05\n----\nText.\n', ['1:1 front-matter-unclosed']],
    ['opened by four hyphens', '----\ntitle: A\n----\nText.\n', ['1:1 front-matter-missing']],
    ['a blank line before it', `\n${post(...good)}`, ['1:1 front-matter-missing']],
    ['a blank before it', ` ${post(...good)}`, ['1:1 front-matter-missing']],
    ['dashes of a word processor', '—\ntitle: A\n—\n', ['1:1 front-matter-missing']],
    ['empty front matter', '---\n---\nText.\n', ['1:1 title-missing']],
    ['a first line that begins with ---', post('--- # Fields', ...good), ['2:1 front-matter-syntax']],
    ['a first line of four hyphens', post('----', ...good), ['2:1 front-matter-syntax']],
    ['a first name that begins with ---', post('---a: b', ...good), ['2:1 front-matter-syntax']],
    ['a later name that begins with ---', post(...good, '---a: b'), ['4:1 front-matter-syntax']],
    ['a line that is --- but for its end', post(...good, '--- end'), ['4:1 front-matter-syntax']],
  ])('%s', (_, text, expected) => {
    expect(places(text)).toEqual(expected);
  });

  test('what stands before the first fence is said', () => {
    expect(diagnose(`\n${post(...good)}`)[0]?.message).toContain('before the first ---');
    expect(diagnose('---\ntitle: A\n...\nText\n')[0]?.message).toContain('... does not close');
  });

  test.each([
    ['trailing blanks on both fences', `--- \t\n${good.join('\n')}\n---  \nText.\n`],
    ['a byte order mark', `\ufeff${post(...good)}`],
    ['CRLF', post(...good).replaceAll('\n', '\r\n')],
    ['no line break at the end', post(...good).trimEnd()],
    ['---yaml', post(...good).replace('---', '---yaml')],
  ])('%s: accepted, and the body is the text below', (_, text) => {
    const { post: found, body, faults } = read(text);
    expect(faults).toEqual([]);
    expect(found?.title).toBe('A post');
    expect(body?.text.trimEnd()).toBe('Text.');
    expect(body?.line).toBe(5);
  });

  test('a body keeps its own rules, setext headings, tables and line ends', () => {
    const body = 'Heading\r\n---\r\n\r\n| a |\r\n| --- |\r\n\r\n---\r\ntitle: no\r\n---';
    expect(read(`---\r\ntitle: A\r\ndate: 2018-07-05\r\n---\r\n${body}`).body?.text).toBe(body);
  });

  test('columns are right with CRLF and a byte order mark', () => {
    expect(places('\ufeff---\r\ntitle: A\r\ndate: 2018-02-30\r\n---\r\n')).toEqual(['3:7 date-invalid']);
  });

  test('columns count code points, not UTF-16 units or bytes', () => {
    expect(places(post('{title: "🎉 é", date: 2018-02-30}'))).toEqual(['2:22 date-invalid']);
  });
});

describe('code and other languages', () => {
  const run = 'globalThis.canary = true';
  test.each(['---js', '---javascript', '--- js', '---JS', '---json', '---coffee', '---toml', '---;'])('%s', (fence) => {
    expect(places(`${fence}\n${run}\n---\n`)).toEqual(['1:4 front-matter-language']);
    expect(diagnose(`${fence}\n${run}\n---\n`)[0]?.message).toContain('must be YAML');
    expect(globalThis).not.toHaveProperty('canary');
  });

  test.each(['+++', '{'])('%s', (fence) => {
    expect(places(`${fence}\ntitle = "A"\n${fence}\n`)).toEqual(['1:1 front-matter-language']);
  });

  test('tags run nothing', () => {
    expect(places(post('title: !!js/function "function () { globalThis.canary = true }"', 'date: 2018-07-05'))).toEqual(
      ['2:8 front-matter-syntax'],
    );
    expect(globalThis).not.toHaveProperty('canary');
  });
});

describe('texts', () => {
  test.each(['2018', '1e3', '1.10', '.inf', '12345678901234567890', 'true', '0x1F'])(
    'title: %s must be put in quotes, as it was written',
    (value) => {
      const [found] = diagnose(post(`title: ${value}`, 'date: 2018-07-05'));
      expect(found).toMatchObject({ line: 2, column: 8, rule: 'field-type' });
      expect(found?.hint).toBe(`put it in quotes: "${value}"`);
    },
  );

  test.each(['null', '~'])('title: %s is empty, or must be put in quotes', (value) => {
    const [found] = diagnose(post(`title: ${value}`, 'date: 2018-07-05'));
    expect(found).toMatchObject({ line: 2, column: 8, rule: 'title-missing' });
    expect(found?.hint).toContain(`"${value}"`);
  });

  test.each<[string, string]>([
    ['title:', '2:7 title-missing'],
    ['title: ""', '2:8 title-missing'],
    ['title: "  "', '2:8 title-missing'],
    ['title: "\u200b"', '2:8 title-missing'],
    ['title: [A]', '2:8 field-type'],
    ['title: {a: b}', '2:8 field-type'],
    ['title: "a\\nb"', '2:8 field-type'],
  ])('%s', (line, expected) => {
    expect(places(post(line, 'date: 2018-07-05'))).toEqual([expected]);
  });

  test.each(['yes', 'no', 'on', 'off', 'y', 'n', '12:30:00', '2018-07-05', 'Null and void', '0o'])(
    'title: %s is text',
    (value) => {
      expect(read(post(`title: ${value}`, 'date: 2018-07-05')).post?.title).toBe(value);
    },
  );

  test('a colon in a title asks for quotes', () => {
    const [found] = diagnose(post('title: Foo: bar "baz"', 'date: 2018-07-05'));
    expect(found).toMatchObject({ line: 2, rule: 'front-matter-syntax' });
    expect(found?.hint).toBe('put the text in quotes: title: \'Foo: bar "baz"\'');
  });

  test.each<[string, string, string]>([
    ['a double quote', '"A post', '2:8'],
    ['a single quote', "'A post", '2:8'],
    ['a bracket', '[A post', '2:8'],
    ['a brace', '{a: b', '2:8'],
  ])('%s that is never closed is pointed at', (_, value, place) => {
    const [found] = diagnose(post(`title: ${value}`, 'date: 2018-07-05'));
    expect(`${found?.line}:${found?.column} ${found?.rule}`).toBe(`${place} front-matter-syntax`);
    expect(found?.message).toMatch(/missing closing/);
  });

  test('a missing title tells of its misspelt name', () => {
    const [found] = diagnose(post('titel: A post', 'date: 2018-07-05'));
    expect(found).toMatchObject({ line: 2, column: 1, rule: 'title-missing' });
    expect(found?.message).toContain('“title”');
    expect(found?.message).toContain('“titel”');
  });

  test.each<[string, string]>([
    ['\ttitle: A', 'remove the tab'],
    ['title:A post', 'space after the colon'],
    ['title: @home', 'quotes'],
    ['title: `code`', 'quotes'],
    ['title: *star*', 'quotes'],
    ['title: !important', 'quotes'],
    ['title: "a" and more', `write title: '"a" and more'`],
    ['title', 'add a colon: title:'],
  ])('%s has a hint of its own', (line, word) => {
    const [found] = diagnose(post(line, 'date: 2018-07-05'));
    expect(found?.rule).toBe('front-matter-syntax');
    expect(found?.hint).toContain(word);
  });
});

describe('dates', () => {
  const dated = (value: string): string => post('title: A', `date: ${value}`);

  test.each([
    '2018-02-30',
    '2018-13-01',
    '2018-00-10',
    '2018-07-32',
    '0000-00-00 00:00:00',
    '2018-07-05T25:00',
    '2018-07-05T10:61',
    '2018-07-05T10:00+25:00',
    '05/07/2018',
    'yesterday',
    '1530798496',
    '2018',
    '[2018-07-05]',
    '2018-7-5',
    'true',
  ])('%s', (value) => {
    expect(places(dated(value))).toEqual(['3:7 date-invalid']);
  });

  test.each(['null', '~', ''])('“%s” is as if absent: the file’s name gives the day', (value) => {
    expect(read(dated(value)).post?.date.text).toBe('2018-07-05');
    expect(places(dated(value), 'posts/no-date.md').map((place) => place.split(' ')[1])).toEqual(['date-missing']);
  });

  test.each<[string, string]>([
    ['05/07/2018', 'write 2018-07-05, or 2018-05-07 if that is the day you mean'],
    ['2018/07/25', 'write 2018-07-25'],
    ['25.7.2018', 'write 2018-07-25'],
  ])('%s: %s', (value, hint) => {
    expect(diagnose(dated(value))[0]?.hint).toBe(hint);
  });
});

describe('YAML', () => {
  test.each<[string, string[], string]>([
    ['a key twice', ['title: A', 'date: 2018-07-05', 'title: B'], '4:1'],
    ['a key twice in braces', ['title: A', 'extra: {a: 1, a: 2}'], '3:15'],
    ['a tab as indentation', ['title: A', 'extra:', '\ta: 1'], '4:1'],
    ['__proto__', ['title: A', '__proto__:', '  polluted: 1'], '3:1'],
    ['__proto__ in a mapping', ['title: A', 'extra: {__proto__: 1}'], '3:9'],
    ['<<', ['title: &a A', '<<: {b: 1}'], '3:1'],
    ['a number as key', ['title: A', '1: x'], '3:1'],
    ['nothing as key', ['title: A', 'null: x'], '3:1'],
    ['a list as key', ['title: A', '? [a]', ': x'], '3:3'],
    ['a list as key in a line', ['title: A', '[a, b]: x'], '3:1'],
    ['a cycle', ['title: A', 'extra: &a [*a]'], '3:12'],
    ['an unknown tag', ['title: A', 'extra: !thing x'], '3:8'],
    ['an alias of nothing', ['title: A', 'extra: *nobody'], '3:8'],
    ['a text instead of fields', ['just a text'], '2:1'],
    ['a list instead of fields', ['- title: A'], '2:1'],
    ['more text after ...', ['title: A', '...', 'more: b'], '3:1'],
    ['a character that cannot be seen', ['title: A\u0001B'], '2:9'],
    ['an escape for one', ['title: "A\\x01B"'], '2:8'],
    ['half a character', ['title: "A\\uD800B"'], '2:8'],
  ])('%s', (_, lines, place) => {
    const found = diagnose(post(...lines));
    expect(found).toHaveLength(1);
    expect(`${found[0]?.line}:${found[0]?.column}`).toBe(place);
    expect(found[0]?.rule).toMatch(/front-matter-syntax|control-character/);
  });

  test('text that looks like a key that is no text is fine', () => {
    const lines = ['title: "[Update]: new"', 'date: 2018-07-05', 'summary: >', '  Why?', '  ? or {so}: this', '"1": x'];
    expect(places(post(...lines))).toEqual([]);
  });

  test('a bomb of aliases is refused at once', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 11; level++) {
      const alias = `*a${level - 1}`;
      lines.push(`a${level}: &a${level} [${Array(10).fill(alias).join(', ')}]`);
    }
    const start = performance.now();
    expect(places(post('title: A', ...lines))).toEqual(['4:10 front-matter-syntax']);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test.each<[string, string]>([
    ['brackets', '['.repeat(60_000)],
    ['list items', '- '.repeat(20_000)],
    ['braces', '{a: '.repeat(15_000)],
  ])('deep %s are an ordinary error', (_, deep) => {
    const [found] = diagnose(post('title: A', 'extra:', `  ${deep}`));
    expect(found).toMatchObject({ line: 4, rule: 'front-matter-syntax' });
    expect(found?.message).toMatch(/nested too deeply/);
  });

  test('more than 64 KiB is refused, and a run of 60,000 empty lines is not slow', () => {
    expect(places(post('title: A', `extra: "${'x'.repeat(66_000)}"`))).toEqual(['1:1 front-matter-too-large']);
    const start = performance.now();
    expect(places(post(...good, '\n'.repeat(60_000)))).toEqual([]);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('the same bad text twice gives the same error twice', () => {
    const text = post('title: [A');
    expect(diagnose(text)).toEqual(diagnose(text));
    expect(diagnose(text)).toHaveLength(1);
  });

  test('two readings share nothing', () => {
    const text = post(...good, 'tags: [a]');
    const first = read(text);
    first.post?.tags.push('b');
    (first.data as { tags: string[] }).tags.push('c');
    expect(read(text).post?.tags).toEqual(['a']);
  });
});

describe('bytes', () => {
  const bytes = (...parts: (string | number[])[]): Buffer =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

  test.each<[string, Buffer, string]>([
    ['a Latin-1 letter in the title', bytes('---\ntitle: caf', [0xe9], '\n---\n'), '2:11'],
    ['a byte in the body', bytes('---\ntitle: é\n---\n🎉 ', [0xff], '\n'), '4:3'],
    ['a surrogate', bytes('---\ntitle: ', [0xed, 0xa0, 0x80], '\n---\n'), '2:8'],
    ['an overlong form', bytes('---\ntitle: ', [0xc0, 0xaf], '\n---\n'), '2:8'],
    ['half a character at the end', bytes('---\ntitle: A\n---\nx', [0xf0, 0x9f]), '4:2'],
    ['a bad byte after a mark', bytes([0xef, 0xbb, 0xbf], '---\nx', [0x80], '\n'), '2:2'],
    ['UTF-16', Buffer.from('\ufeff---\n', 'utf16le'), '1:1'],
  ])('%s', (_, content, place) => {
    expect(places(content)).toEqual([`${place} encoding`]);
  });
});
