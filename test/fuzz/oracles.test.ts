/** What judges random values is judged itself: by what is right, and by what is wrong on purpose. */
import { describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { expectSound } from '../hostile/runCase.ts';
import { feedTypes, samplePost, writeFeed } from '../support/feedPosts.ts';
import { readWithFeedsmith, readXml } from '../support/feedReaders.ts';
import { lost } from './kept.ts';
import { misplaced, saysDraft, unsafe } from './oracles.ts';

describe('unsafe', () => {
  test.each([
    '',
    'Text &amp; <em>more</em>.',
    '<p><a href="https://a.example/?b&amp;c#d" title="t">a</a> <a href="mailto:a@b.example">mail</a></p>',
    '<img src="data:image/png;base64,AA==" alt="src=&#34;x&#34; onerror=y">',
    '<img src="https://a.example/a.png" srcset="https://a.example/a.png 1x, https://a.example/b.png 2x">',
    '<table><tbody><tr><td>a</td></tr></tbody></table>',
  ])('finds nothing in %j', (html) => {
    expect(unsafe(html)).toEqual([]);
  });

  test.each([
    '<script>a</script>',
    '<p onclick="a">b</p>',
    '<img src="https://a.example/a.png" onerror="a">',
    '<a href="javascript:a">b</a>',
    '<a href=" java\nscript:a">b</a>',
    '<a href="/relative">b</a>',
    '<img src="data:text/html,a">',
    '<a href="data:image/png;base64,AA==">b</a>',
    '<img srcset="javascript:a 1x">',
    '<video poster="javascript:a"></video>',
    '<blockquote cite="vbscript:a"></blockquote>',
    '<p style="color:red">a</p>',
    '<iframe srcdoc="a"></iframe>',
    '<form action="https://a.example"></form>',
    '<svg><a></a></svg>',
    '<math><mi>a</mi></math>',
    '<!--<!--a',
    '</article><p>a</p>',
    '<p>a<table><td',
    '<textarea>',
    '<a href="https://a.example" target="_blank" ping="https://a.example">a</a>',
  ])('finds something in %j', (html) => {
    expect(unsafe(html)).not.toEqual([]);
  });
});

describe('misplaced', () => {
  const at = (change: Partial<Diagnostic>): Diagnostic => ({
    file: 'a.md',
    rule: 'title-missing',
    severity: 'error',
    message: 'a message',
    line: 1,
    column: 1,
    ...change,
  });

  test.each([{}, { line: 2, column: 4 }, { line: 2, column: 3, endColumn: 4 }, { line: 3, column: 1 }])(
    'finds nothing wrong with %j',
    (change) => {
      expect(misplaced([at(change)], '---\n📚ab\n')).toEqual([]);
    },
  );

  test.each([
    { line: 0 },
    { line: 4 },
    { line: 1.5 },
    { line: 2, column: 0 },
    { line: 2, column: 5 },
    { line: 2, column: 2, endColumn: 2 },
    { line: 2, column: 2, endColumn: 9 },
    { message: '' },
    { message: 'undefined is none' },
    { message: 'it is [object Object]' },
  ])('finds %j wrong', (change) => {
    expect(misplaced([at(change)], '---\n📚ab\n')).not.toEqual([]);
  });
});

describe('readers', () => {
  const entry = samplePost({
    title: 'A <b> & ]]>',
    body: 'Text <em>a</em>.',
    id: 'urn:uuid:699e980c-584f-475b-a4e7-6a59f0f7b6c4',
  });

  test.each(feedTypes)('see what is in a feed of %s, and that it is not another', (type) => {
    const feed = writeFeed([entry], type);
    expect(readWithFeedsmith(feed)).toMatchObject([
      { title: 'A <b> & ]]>', id: 'urn:uuid:699e980c-584f-475b-a4e7-6a59f0f7b6c4' },
    ]);
    expect(readWithFeedsmith(feed)[0]?.content).toContain('<em>a</em>');
    expect(
      readWithFeedsmith(
        feed.replace('urn:uuid:699e980c-584f-475b-a4e7-6a59f0f7b6c4', 'urn:uuid:699e980c-584f-475b-a4e7-6a59f0f7b6c5'),
      )[0]?.id,
    ).toBe('urn:uuid:699e980c-584f-475b-a4e7-6a59f0f7b6c5');
    if (type === 'json') return;
    expect(readXml(feed)).toContain(type === 'rss' ? 'item' : 'entry');
    for (const wrong of ['&nbsp;', '<b>', '\u0001', ']]>', '\ufffe']) {
      expect(() => readXml(feed.replace('urn:uuid:699e980c-584f-475b-a4e7-6a59f0f7b6c4', wrong))).toThrow();
    }
  });

  test('take an item without HTML for text', () => {
    const [item] = readWithFeedsmith(writeFeed([samplePost({ title: '<!--<!--Comments', body: '' })], 'json'));
    expect(item).toMatchObject({ title: '<!--<!--Comments', text: '<!--<!--Comments' });
    expect(item?.content).toBeUndefined();
  });
});

describe('expectSound', () => {
  const judge = (change: object, args: string[] = ['list'], isTerminal = false) =>
    expectSound({ status: 0, stdout: '', stderr: '', ...change }, args, isTerminal);

  test.each<[object, string[], boolean]>([
    [{ stdout: 'a\tb\n' }, ['list'], false],
    [{ stdout: '\x1b[31ma\x1b[0m\n' }, ['list'], true],
    [{ stdout: '\u202ea' }, ['feed'], false],
    [{ status: 2, stderr: 'blog: no\n' }, ['list'], false],
    [{ stderr: 'a\n\r0 of 1,024 posts …\r64 of 1,024 posts …\r\x1b[Kb\n' }, ['validate'], true],
  ])('finds nothing wrong with %j', (change, args, isTerminal) => {
    judge(change, args, isTerminal);
  });

  test.each<[object, string[], boolean]>([
    [{ status: 3 }, ['list'], false],
    [{ stderr: 'blog: unexpected error' }, ['list'], false],
    [{ stderr: 'Error\n    at a (file.js:1:2)\n' }, ['list'], false],
    [{ stderr: 'blog: undefined' }, ['list'], false],
    [{ stderr: 'a\u202eb' }, ['list'], false],
    [{ stdout: '\x1b]0;a\x07' }, ['list'], true],
    [{ stdout: '\x1b[31ma' }, ['list'], false],
    [{ stdout: '\u202ea' }, ['feed'], true],
    [{ stdout: 'a\tb\n' }, ['list'], true],
    [{ stderr: '\r0 of 4 posts …\r\x1b[Ka\n' }, ['validate'], false],
    [{ stderr: '\r0 of 4 posts …a\n' }, ['validate'], true],
    [{ stderr: '\x1b[Ka\n' }, ['validate'], true],
    [{ stdout: 'SECRET-OF-THE-NEIGHBOURS' }, ['list'], false],
  ])('finds %j wrong', (change, args, isTerminal) => {
    expect(() => judge(change, args, isTerminal)).toThrow();
  });
});

describe('saysDraft', () => {
  test.each([
    ['title: A', { title: 'A' }, false],
    ['title: [', undefined, false],
    ['draft: true', { draft: true }, true],
    ['published: false', { published: false }, true],
    ['draft: false', { draft: false }, undefined],
    ['drafts: true', { drafts: true }, undefined],
    ['draft: true\nstatus: publish', { draft: true, status: 'publish' }, undefined],
    ['draft: true\ntitle: [', undefined, undefined],
    ['post_password: a', { post_password: 'a' }, undefined],
  ])('says of %j what is sure', (text, data, expected) => {
    expect(saysDraft(text, data)).toBe(expected);
  });
});

describe('lost', () => {
  const latin1 = (text: string): string => Buffer.from(text).toString('latin1');
  const problems = (
    before: string,
    after: string,
    options = {},
    mayChange = (key: string): boolean => key === 'draft',
  ) => lost(latin1(before), latin1(after), mayChange, options);
  const before =
    '---\ntitle: "\u0915\u094d\u200d\u0937 a\u200db"\n# c\ndraft: true\nauthors: \u2066\n  - Ada\n---\nText.\n';

  test.each([
    [before, {}],
    [before.replace('true', 'false'), {}],
    [before.replace('draft: true\n', ''), {}],
    [before.replace(' \u2066', ''), { isPlain: true }],
    [before.replace('Text', 'Other'), { names: ['Text', 'Other'] }],
  ])('finds nothing missing in %j', (after, options) => {
    expect(problems(before, after, options)).toEqual([]);
  });

  test('a name may lose what nobody sees', () => {
    expect(problems(before.replace('draft', 'd\u00a0ate'), before.replace('draft', 'date'), { isPlain: true })).toEqual(
      [],
    );
    const broken = '---\ntitle:\u00a0 :\n---\nText.\n';
    expect(problems(broken, '---\ntitle: ":"\n---\nText.\n', { isPlain: true })).toEqual([]);
    expect(problems(broken, '---\ntitle: ":"\na: 1\n---\nText.\n', { isPlain: true })).toEqual(['a has changed']);
    expect(
      problems(before.replace('draft', 'e\ufeffxtra'), before.replace('draft', 'extra'), { isPlain: true }),
    ).toEqual([]);
  });

  test.each([
    [before.replace('Text', 'Other'), {}, ['the text has changed']],
    [before.replace('# c\n', ''), {}, ['# c is gone']],
    [before.replace(' \u2066', ''), {}, ['authors has changed']],
    [before.replace('Ada', 'Bo'), { isPlain: true }, ['authors has changed']],
    [before.replace('a\u200db', 'ab'), { isPlain: true }, ['"a\u200db" is gone']],
    [before.replace('draft', 'a: 1\ndraft'), {}, ['a has changed']],
    [before.replace('---\nText', 'Text'), {}, ['its front matter cannot be read any more']],
  ])('finds what is missing in %j', (after, options, expected) => {
    expect(problems(before, after, options)).toEqual(expected);
  });
});
