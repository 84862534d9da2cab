import { describe, expect, test } from '@jest/globals';
import { createMatcher, isGlob } from '../../src/blog/glob.ts';

describe('createMatcher', () => {
  test.each<[string, string, boolean]>([
    ['archive/**', 'archive/a.md', true],
    ['archive/**', 'archive/b/c.md', true],
    ['archive/**', 'archives/a.md', false],
    ['archive', 'archive/b/c.md', true],
    ['archive/', 'archive/b.md', true],
    ['./archive', 'archive/b.md', true],
    ['**/drafts', 'a/b/drafts/c.md', true],
    ['**/drafts', 'drafts/c.md', true],
    ['**/*.draft.md', 'a/b.draft.md', true],
    ['*.md', 'a.md', true],
    ['*.md', 'sub/a.md', false],
    ['**', 'a/b.md', true],
    ['a/**/c.md', 'a/c.md', true],
    ['a/**/c.md', 'a/x/y/c.md', true],
    ['a/**/c.md', 'a/x/y/d.md', false],
    ['20??-*', '2024-a.md', true],
    ['{a,b}/*.md', 'b/x.md', true],
    ['{a,b}/*.md', 'c/x.md', false],
    ['a{1,{2,3}}.md', 'a3.md', true],
    ['.hidden*', '.hidden.md', true],
    ['a.md', 'aXmd', false],
    ['[x].md', '[x].md', true],
  ])('%s and %s: %s', (glob, path, fits) => {
    expect(createMatcher([glob])(path)).toBe(fits);
  });

  test('what hangs an expression takes no time', () => {
    const start = performance.now();
    expect(
      createMatcher([`${'*a'.repeat(60)}b`, `${'**/'.repeat(60)}b`, `${'{a,aa}'.repeat(6)}c`])('a'.repeat(250)),
    ).toBe(false);
    expect(performance.now() - start).toBeLessThan(200);
  });

  test.each(['{a', 'a}', '{a,b}{c,d}{e,f}{g,h}{i,j}{k,l}{m,n}', 'x'.repeat(501)])('%s is none', (glob) => {
    expect(isGlob(glob)).toBe(false);
  });
});
