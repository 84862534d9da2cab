/** All posts of an import together: none may take the id, the URL or the file of another. */
import { expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/blog/config/config.ts';
import { indexPosts } from '../../src/blog/postIndex.ts';
import { checkAcrossPosts } from '../../src/checks/acrossPosts.ts';
import { toFields } from '../../src/import/fields/fields.ts';
import { planPaths } from '../../src/import/paths.ts';
import { headOf, planItem } from '../../src/import/plan.ts';
import { writePostText } from '../../src/import/post.ts';
import type { ExportItem } from '../../src/import/types.ts';
import { readPost } from '../../src/post/post.ts';
import { utc } from '../support/diagnose.ts';
import { runs } from '../support/effort.ts';
import { exportIndex, exportItem } from '../support/exportItem.ts';
import fc from '../support/fastCheck.ts';

const few = (...texts: string[]) => fc.constantFrom(...texts);
const site = 'https://blog.example.org';
const item: fc.Arbitrary<Partial<ExportItem>> = fc.record({
  id: fc.constantFrom(1, 2, 3, undefined),
  status: few('publish', 'draft', 'pending'),
  name: few('a', 'A', 'b', 'a-2', 'cafe\u0301', 'caf%c3%a9', 'con', '', '_a'),
  title: few('A', 'B', '', '学生'),
  guid: few(`${site}/?p=1`, `${site}/?p=2`, `${site}/?P=1`, `${site}/2018/07/05/a/`, '', '7'),
  link: few(`${site}/2018/07/05/a/`, `${site}/2018/07/05/b/`, `${site}/2018/07/05/A`, `${site}/a/`, `${site}/?p=1`, ''),
  date: few('2018-07-05 14:48:16', '2018-07-06 10:00:00', '0000-00-00 00:00:00'),
  meta: fc.array(
    fc.record({ key: few('_wp_old_slug', '_wp_old_date'), value: few('a', 'b', 'c', '2018-07-06', '2017-01-01') }),
    { maxLength: 3 },
  ),
});
const config = { ...defaultConfig(), siteUrl: site };

function importAll(items: readonly ExportItem[], filename: string, known: ReadonlyMap<string, string> = new Map()) {
  const options = { types: ['post'], include: [], meta: new Map<string, string>(), filename };
  const heads = items.map((one) => {
    const plan = planItem(one, undefined, options);
    return headOf(one, { isDraft: plan.action === 'write' && plan.isDraft });
  });
  const { posts } = planPaths(heads, exportIndex().site, options, { known, taken: [] });
  return posts.flatMap((planned, index) => {
    if ('duplicate' in planned) return [];
    const { fields } = toFields(items[index] as ExportItem, exportIndex(), planned, {
      ...options,
      resolveFile: (url) => url,
    });
    return [{ planned, text: writePostText(fields, 'Text.') }];
  });
}

test('are all valid beside one another, and a second import finds every file again', () => {
  fc.assert(
    fc.property(
      fc.array(item, { minLength: 2, maxLength: 8 }),
      few('{date}-{slug}', '{slug}', '{year}/{slug}/text', '{date}-{slug}/index'),
      (given, filename) => {
        const items = given.map(exportItem);
        const imported = importAll(items, filename);
        const readings = imported.map(({ planned: { path }, text }) =>
          readPost(`posts/${path}`, text, utc, { inPosts: path }),
        );
        const index = indexPosts(readings, config);
        expect(index.invalid.flatMap(({ faults }) => faults.map(({ message }) => message))).toEqual([]);
        checkAcrossPosts(readings, config);
        expect(readings.flatMap(({ faults }) => faults.filter(({ rule }) => /duplicate$/.test(rule)))).toEqual([]);
        const files = imported.map(({ planned }) => planned.path.normalize('NFC').toLowerCase());
        expect(new Set(files).size).toBe(files.length);
        const identities = imported.map(({ planned }) => planned.identity);
        if (new Set(identities).size < identities.length) return;
        const known = new Map(imported.map(({ planned }) => [planned.identity, planned.path]));
        expect(importAll(items, filename, known)).toEqual(imported);
      },
    ),
    runs(120),
  );
});
