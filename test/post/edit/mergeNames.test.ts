/** Names merged in a post: only they change, people keep what the post says of them, and a list has each once. */
import { describe, expect, test } from '@jest/globals';
import { categoryMerge, mergeNames, personMerge } from '../../../src/post/edit/mergeNames.ts';
import type { Person } from '../../../src/post/fields/authors.ts';
import { foldName } from '../../../src/post/fields/slug.ts';

const post = (yaml: string): string => `---\ntitle: T\n${yaml}\n---\nAda Exmple stays here.\n`;

describe('people', () => {
  const registry: Record<string, Person> = {
    ada: { name: 'Ada Example', role: 'student' },
    ben: { name: 'Ben Sample', role: 'staff' },
  };
  const merged = (yaml: string, from: string, into: Person): string | undefined => {
    const isFrom = (name: string): boolean => name !== into.name && foldName(name) === foldName(from);
    return mergeNames(post(yaml), ['authors', 'photos_by', 'editors', 'byline'], personMerge(isFrom, into, registry));
  };

  test.each<[before: string, after: string]>([
    ['authors: Ada Exmple', 'authors: Ada Example'],
    ['author: "Ada Exmple (alumni)" # see below', 'author: "Ada Example (alumni)" # see below'],
    ["authors: ['ada exmple', Cy]", "authors: ['Ada Example', Cy]"],
    ['authors:\n  - Cy\n  - Ada Exmple (staff)', 'authors:\n  - Cy\n  - Ada Example (staff)'],
    ['authors:\n  - name: Ada Exmple\n    role: staff', 'authors:\n  - name: Ada Example\n    role: staff'],
    ['authors: { display_name: Ada Exmple }', 'authors: { display_name: Ada Example }'],
    ['authors: Ada Exmple <ada@example.org>', 'authors: "Ada Example <ada@example.org>"'],
    ['photographer: Ada Exmple', 'photographer: Ada Example'],
    ['reviewed_by: [Ada Exmple]', 'reviewed_by: [Ada Example]'],
    ['editors: [Ada Exmple, Cy]\nauthors: Ada Exmple', 'editors: [Ada Example, Cy]\nauthors: Ada Example'],
    ['byline: Text and photos by Ada Exmple', 'byline: Text and photos by Ada Example'],
    ['byline: Text by Cy · Photos by Ada Exmple', 'byline: "Text by Cy · Photos by Ada Example"'],
    ['authors: Text by Ada Exmple, photos by Ada Exmples', 'authors: Text by Ada Example, photos by Ada Exmples'],
    // A list has them once, and the role stays.
    ['authors: [Ada Exmple, Ada Example]', 'authors: [Ada Example]'],
    ['authors: [Ada Exmple (alumni), Ada Example]', 'authors: [Ada Example (alumni)]'],
    ['authors: [Ada Example (staff), Ada Exmple (alumni)]', 'authors: [Ada Example (staff)]'],
    ['authors: [Ada Exmple, ada]', 'authors: [ada]'],
    ['authors: [Ada Exmple (student), ada]', 'authors: [ada]'],
    ['authors: [Ada Exmple, ada exmple]', 'authors: [Ada Example]'],
    ['authors:\n  - Ada Exmple\n  - name: Ada Example', 'authors:\n  - name: Ada Example'],
    // A role beside the name stays with them, too.
    ['authors: [{ name: Ada Exmple, role: alumni }, Cy]', 'authors: [{ name: Ada Example, role: alumni }, Cy]'],
    ['editors: [{ name: Ada Exmple, role: alumni }, Ada Example]', 'editors: [Ada Example (alumni)]'],
    [
      'authors:\n  - { name: Ada Exmple, role: Alumni }\n  - name: Ada Example',
      'authors:\n  - name: Ada Example (alumni)',
    ],
    [
      'authors: [{ name: Ada Exmple, role: alumni }, { name: Ada Example, role: staff }]',
      'authors: [{ name: Ada Example, role: staff }]',
    ],
    [
      'authors: [Ada Exmple (alumni), { name: Ada Example, role: staff }]',
      'authors: [{ name: Ada Example, role: staff }]',
    ],
    // Others are not touched.
    ['authors: [Ada Exmples]', 'authors: [Ada Exmples]'],
    ['title_by: Ada Exmple\ntags: [Ada Exmple]', 'title_by: Ada Exmple\ntags: [Ada Exmple]'],
  ])('%j becomes %j', (before, after) => {
    expect(merged(before, 'Ada Exmple', { name: 'Ada Example' })).toBe(post(after));
  });

  test('a key of the config stands for the person, whose role there stays where nobody else has it', () => {
    expect(merged('authors: [ben]', 'Ben Sample', { name: 'Benjamin Sample' })).toBe(
      post('authors: [Benjamin Sample (staff)]'),
    );
    expect(merged('authors: [ben]', 'Ben Sample', { name: 'Ada Example' })).toBe(post('authors: [Ada Example]'));
  });

  test('a role that the new name is given replaces the old one', () => {
    expect(merged('authors: [Ada Exmple (staff)]', 'Ada Exmple', { name: 'Ada Example', role: 'alumni' })).toBe(
      post('authors: [Ada Example (alumni)]'),
    );
  });

  test('it replaces the role beside the old name, too', () => {
    const ada = { name: 'Ada Example', role: 'alumni' } as const;
    expect(merged('authors:\n  - name: Ada Exmple\n    role: staff # now', 'Ada Exmple', ada)).toBe(
      post('authors:\n  - name: Ada Example\n    role: alumni # now'),
    );
  });

  test.each<[before: string, into: string]>([
    // It would be read as two people, or as somebody else.
    ['byline: Text and photos by Ada Exmple', 'Jo and Co'],
    ['authors: By Ada Exmple', 'Jo and Co'],
    ['authors: Ada Exmple', 'By Jo'],
    // They would be named twice in a sentence.
    ['byline: Text by Ada Exmple and Ada Example', 'Ada Example'],
  ])('a byline that would say something else is not safe to change: %j into %j', (before, name) => {
    expect(merged(before, 'Ada Exmple', { name })).toBeUndefined();
  });

  test.each([
    ['byline: Text by Ada Exmple, photos by Ada Example', 'byline: Text by Ada Example, photos by Ada Example'],
    ['byline: "Text by Cy, Cy and Ada Exmple."', 'byline: "Text by Cy, Cy and Ada Example."'],
  ])('one that says the same is: %j becomes %j', (before, after) => {
    expect(merged(before, 'Ada Exmple', { name: 'Ada Example' })).toBe(post(after));
  });

  test('signs in names are no patterns', () => {
    expect(merged('authors: "A. (B) $& [c]"', 'A. (B) $& [c]', { name: '$& $1 \\' })).toBe(
      post('authors: "$& $1 \\\\"'),
    );
  });
});

describe('categories and tags', () => {
  const merged = (yaml: string): string | undefined =>
    mergeNames(
      post(yaml),
      ['categories', 'tags'],
      categoryMerge((name) => foldName(name) === 'old', 'New'),
    );

  test.each<[before: string, after: string]>([
    ['category: Old', 'category: New'],
    ['tags: [a, OLD, b]', 'tags: [a, New, b]'],
    ['categories: [[old, a], [b]]', 'categories: [[New, a], [b]]'],
    ['categories: [Old, new]', 'categories: [new]'],
    ['categories:\n  - Old # first\n  - New', 'categories:\n  - New'],
    ['authors: [Old]', 'authors: [Old]'],
  ])('%j becomes %j', (before, after) => {
    expect(merged(before)).toBe(post(after));
  });

  test('what cannot be changed safely is not changed', () => {
    expect(merged('tags: &t [Old]\ncategories: *t')).toBeUndefined();
    expect(
      mergeNames(
        'no front matter',
        ['tags'],
        categoryMerge(() => true, 'x'),
      ),
    ).toBeUndefined();
  });
});

test('a post that has a name without end is left to its author, at once', () => {
  const many = (count: number): string => post(`tags: [${Array.from({ length: count }, () => 'old').join(', ')}]`);
  const merge = categoryMerge((name) => name === 'old', 'new');
  expect(mergeNames(many(10), ['tags'], merge)).toBe(post('tags: [new]'));
  expect(mergeNames(many(12_000), ['tags'], merge)).toBeUndefined();
});
