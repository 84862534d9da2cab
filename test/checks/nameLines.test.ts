/** Names that YAML folds into one, or that have invisible characters in them. */
import { describe, expect, test } from '@jest/globals';
import { checkInvisible, checkNameLines } from '../../src/checks/nameLines.ts';
import { openPost } from '../../src/post/edit/patchText.ts';
import { post } from '../support/diagnose.ts';

/** The hints for a post with these lines of front matter. */
function hints(...lines: string[]): unknown[] {
  const opened = openPost(post('title: A', 'date: 2018-07-05', ...lines));
  return opened ? checkNameLines(opened.data, opened.yaml).map(({ hint }) => hint) : ['invalid'];
}

describe('lines that YAML folds', () => {
  test.each<[string[], string]>([
    [['categories:', '  - Events', '    - Sub event'], 'indent both lines equally if these are two names'],
    [['authors:', '  - Ada', '    - Bo', '    - Cy'], 'indent both lines equally if these are two names'],
    [['tags: a', '  - b'], 'write each on its own line below tags:, with a hyphen, if these are two names'],
    [['authors:', '  -Ada'], 'add a space after the hyphen'],
    [['authors:', '  Ada (student)', '  Bo'], 'begin each line with a hyphen and a space: - Ada (student)'],
    [['tags:', '  • a', '  • b'], 'write - a, and the lines below likewise'],
    [['tags:', '  – a'], 'write - a'],
  ])('%j', (lines, hint) => {
    expect(hints(...lines)).toEqual([hint]);
  });

  test.each<[string[]]>([
    [['tags:', '  - a - b', '  - "-x"']],
    [['tags:', '  - a', '    b']],
    [['extra:', '  - a', '    - b']],
    [['extra:', '  a', '  b']],
    [['tags: ["-x", "a - b"]']],
    [['authors:', '  Ada Example']],
    [['authors:', '  name: Ada Example', '  role: student']],
  ])('what is meant so: %j', (lines) => {
    expect(hints(...lines)).toEqual([]);
  });
});

describe('invisible characters in names', () => {
  test.each([
    ['Open\u00a0days', 'Open days'],
    ['Open \u00a0days', 'Open days'],
    ['Open\u200b days', 'Open days'],
    ['\ufeffNews', 'News'],
    ['Co\u00adcreation', 'Cocreation'],
  ])('%j is meant as %s', (written, meant) => {
    const data = { tags: [written], authors: [{ name: written }] };
    const corrections = checkInvisible(data).map(({ correction }) => correction);
    expect(corrections).toEqual([{ value: meant }, { value: meant }]);
  });

  test.each(['Quoi de neuf\u00a0?', '«\u00a0Actualités\u00a0»', '山田\u3000太郎', '👩\u200d🎓', 'می\u200cخواهم'])(
    '%j is written so',
    (name) => {
      expect(checkInvisible({ tags: [name] })).toEqual([]);
    },
  );
});
