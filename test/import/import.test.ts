/** The two passes of an import. */
import { expect, test } from '@jest/globals';
import { createImport } from '../../src/import/import.ts';
import { exportItem } from '../support/exportItem.ts';

test.each([
  ['the zone of the config', 'Asia/Tokyo', '2024-05-14 18:30:00'],
  ['the offset of the latest posts', undefined, '2024-05-14 10:30:00'],
])('a text is shown or not by the time of the site: %s', (_, timeZone, expected) => {
  const seen: (string | undefined)[] = [];
  const options = { types: ['post'], include: [], meta: new Map<string, string>(), filename: '{date}-{slug}' };
  const whole = createImport({ ...options, timeZone, now: '2024-05-14 09:30:00' }, (_content, { now }) => {
    seen.push(now);
    return { markdown: '', losses: [], source: { html: '', nodes: [] } };
  });
  const item = exportItem({});
  whole.first(item);
  whole.plan({ known: new Map(), taken: [] }, { find: undefined, isFree: () => true, copied: new Map() });
  whole.second(item);
  expect(seen).toEqual([expected]);
});
