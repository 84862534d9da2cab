import { expect, test } from '@jest/globals';
import { jsonPieces } from '../../../src/import/report/pieces.ts';

test('a report in pieces is the same JSON', () => {
  const report = {
    version: 1,
    site: { title: 'A\n“b”', url: '' },
    none: [],
    nothing: null,
    posts: [{ a: [1, { b: 'c' }] }, 'd'],
  };
  const pieces = [...jsonPieces(report)];
  expect(pieces.join('')).toBe(`${JSON.stringify(report, null, 2)}\n`);
  expect(pieces.length).toBeGreaterThan(10);
});
