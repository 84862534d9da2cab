import { expect, test } from '@jest/globals';
import { summarize } from '../../src/report/diagnostics/summary.ts';
import { formatJson, jsonList } from '../../src/report/json.ts';
import fc from '../support/fastCheck.ts';

test('property: a list in pieces is what JSON.stringify writes, at any depth', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (items) => {
      const escaped = JSON.stringify({ items }, null, 2);
      expect(JSON.parse(`{"items": ${[...jsonList(items, (item) => item, '  ')].join('')}}`)).toEqual({
        items: JSON.parse(JSON.stringify(items)),
      });
      // Only what a terminal would obey is written otherwise.
      if (!/[\x7f-\uffff]/.test(escaped)) {
        expect(`{\n  "items": ${[...jsonList(items, (item) => item, '  ')].join('')}\n}`).toBe(escaped);
      }
    }),
  );
});

test('diagnostics in pieces are one JSON document', () => {
  const one = { file: 'a.md', line: 1, column: 1, rule: 'title-missing', severity: 'error', message: 'no' } as const;
  for (const diagnostics of [[], [one], [one, one]]) {
    const summary = summarize(2, 0, diagnostics);
    const text = [...formatJson(diagnostics, () => summary)].join('');
    expect(text).toBe(`${JSON.stringify({ version: 1, diagnostics, summary }, null, 2)}\n`);
  }
});
