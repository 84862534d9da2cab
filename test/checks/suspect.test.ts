import { describe, expect, test } from '@jest/globals';
import type { FolderFacts } from '../../src/checks/folderFacts.ts';
import { createSuspicion } from '../../src/checks/suspect.ts';

const folder: FolderFacts = { isPost: (path) => path === 'b.md', isFile: (path) => ['b.md', 'b.png'].includes(path) };
const { inText } = createSuspicion({ rules: {} }, folder);
const isSuspect = (text: string): boolean => inText(Buffer.from(text), 'a.md');

describe('a quick test tells texts that may have a broken link', () => {
  test.each([
    ['[a](b.md)', false],
    ['![a](b.png)', false],
    ['[a](b.md "A title")', false],
    ['[a](https://example.org/x_(y))', false],
    ['[a](/root)', false],
    ['[a](c.md)', true],
    ['[a](b.md [b](b.md)', true],
    ['[a](https://example.org[b](c.md)', true],
    ['[a](data:x[b](c.md)', true],
    ['[a](https://host.example.org)', false],
    ['[a](http://https.example.org/”b”/)', false],
    ['[a](https://…)', true],
    ['[a](https://)', true],
    ['[a](https:/example.org)', true],
    ['[a](https:example.org)', true],
    ['[a](https://example.org>)', true],
    ['[a](https://example.org/b")', true],
    ['[a](http://https://example.org)', true],
    ['[a](https://example.org/b”)', true],
    ['[a](/Users/ada/Desktop/b.png)', true],
    ['![a](cid:b.png)', true],
    ['[a]: c.md', true],
    ['[a]: https://', true],
    ['<a href=c.md>', true],
  ])('%s', (text, expected) => {
    expect(isSuspect(text)).toBe(expected);
  });
});

describe('in time', () => {
  test.each(['](', '[a](', '![a](', '![a](<', '](http:', '](data:', '[a]: ', '\n[a]: ', '<a href=', '\n*A', 'src= '])(
    '%s',
    (part) => {
      const start = performance.now();
      for (const end of ['', ')']) isSuspect(part.repeat(300_000 / part.length) + end);
      expect(performance.now() - start).toBeLessThan(1000);
    },
  );
});
