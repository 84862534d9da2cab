/** Mistakes whose nearest explanation would lead to a post that its author did not mean. */
import { describe, expect, test } from '@jest/globals';
import { fixOf } from '../../../src/post/edit/fixes.ts';
import { diagnose, post, read } from '../../support/diagnose.ts';

const date = 'date: 2018-07-05';

function hintOf(text: string): string {
  return diagnose(text)
    .map(({ hint }) => hint ?? '')
    .join('\n');
}

test.each<[string[], string]>([
  [['\ttags: [a]'], 'remove the tab before tags'],
  [['authors:', '  - name: Ada', '\trole: student'], 'replace the tab with 4 spaces'],
  [['authors:', '\t- Ada'], 'replace the tab with 2 spaces'],
  [['authors:', '  - name: Ada', '  role: student'], 'indent it by 4 spaces, like the line above'],
  [['authors:', '  - name: Ada', '      role: student'], 'indent role by 4 spaces, like name'],
  [['summary: We met: and', '  talked.'], 'summary: "We met: and talked."'],
  [['summary: We met', '  and said: hello'], 'summary: "We met and said: hello"'],
  [['tags:', '  * a', '  * b'], 'write - a'],
  [['date2: !!timestamp 2017-01-15'], 'write date2: 2017-01-15'],
  [['We met on Monday.', 'authors: Ada'], 'move it below the closing ---'],
  [['', 'We met on Monday.', '', 'authors: Ada'], 'move it below the closing ---'],
  [['summary: “Students: partners”'], 'summary: "Students: partners"'],
  [['summary: "One",'], 'write summary: "One"'],
  [['summary: "C:\\new"'], "write summary: 'C:\\new'"],
  [['summary: "C:\\example"'], "write 'C:\\example'"],
])('%j: %s', (lines, hint) => {
  expect(hintOf(post('title: A', date, ...lines))).toContain(hint);
});

test.each([
  ['title: "\\u00e9t\\xe9"', 'été'],
  ['title: "a\\\\b"', 'a\\b'],
  ['title: "A\\n"', 'A'],
])('%s has no doubtful escape', (line, title) => {
  const reading = read(post(line, date));
  expect(reading.faults).toEqual([]);
  expect(reading.post?.title).toBe(title);
});

describe('fences', () => {
  const fields = `title: A\n${date}\n`;
  test.each([
    [`${fields}---\nText.\n`, 'add a --- line above the first line', true],
    [`${fields}\nText.\n`, 'add a --- line above the first line, and another below line 2, the last field', false],
    [`---\n${fields}...\nText.\n`, 'replace the ... line with ---', true],
    [`---\n${fields}...\ntags: [a]\n---\nText.\n`, 'remove the ... line', false],
    [`--- title: A\n${date}\n---\nText.\n`, 'write --- alone, and on a line below it: title: A', true],
    [`---\r\ntitle: A\r\n${date}\r\n---\u00a0\r\nText.\r\n`, 'change line 4 to ---', true],
    ['+++\ntitle = "A"\n+++\nText.\n', 'hugo convert toYAML', false],
    ['Our plan: more\n---\nText.\n', 'begin the file with a --- line', false],
    ['date: tomorrow\n---\nText.\n', 'add a --- line above the first line', false],
  ])('%j', (text, hint, isFixed) => {
    expect(hintOf(text)).toContain(hint);
    const [fault] = read(text).faults;
    const after = fault && fixOf(text, fault, 'posts/a.md')?.text;
    expect(after !== undefined).toBe(isFixed);
    if (after !== undefined) expect(read(after).post).toMatchObject({ title: 'A' });
  });
});

describe('duplicate keys', () => {
  test.each([
    [['tags: [a]', 'tags: [a]'], ['tags: [a]']],
    [
      ['tags:', '  - a', '# c', 'tags:', '- a', '# d'],
      ['tags:', '  - a', '# c', '# d'],
    ],
    [['draft: true', 'draft: true # twice'], ['draft: true']],
    [
      ['authors:', '  - name: Ada', '    name: Ada'],
      ['authors:', '  - name: Ada'],
    ],
  ])('%j is given twice with one value', (lines, fixed) => {
    const text = post('title: A', date, ...lines);
    const [fault] = read(text).faults;
    expect(fault?.message).toMatch(/^duplicate key “\w+”$/);
    expect(fault && fixOf(text, fault, 'posts/a.md')?.text).toBe(post('title: A', date, ...fixed));
  });

  test.each([[['draft: true', 'draft: false']], [['summary: One', 'summary: Two']]])('%j is left', (lines) => {
    const text = post('title: A', date, ...lines);
    const [fault] = read(text).faults;
    expect(fault && fixOf(text, fault, 'posts/a.md')).toBeUndefined();
  });
});

describe('an invisible character', () => {
  test.each([
    ['draft:\u00a0false', 'U+00A0'],
    ['\u200bdraft: false', 'U+200B'],
  ])('%j is named, and only its author makes the post public', (line, name) => {
    const text = post('title: A', date, line);
    const [fault] = read(text).faults;
    expect(fault?.message).toContain(name);
    expect(fault && fixOf(text, fault, 'posts/a.md')).toBeUndefined();
  });

  test.each([
    [['summary: |', '  \u3000今日は。', '  \u3000- 一', 'x y: 1']],
    [['summary: "A', '  \u00a0b: c"', 'x y: 1']],
    [['summary: A', '  \u3000b', 'x y: 1']],
  ])('%j is text', (lines) => {
    expect(read(post('title: A', date, ...lines)).faults).toEqual([]);
  });
});
