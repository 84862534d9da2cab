import { expect, test } from '@jest/globals';
import { createReport } from '../../../src/import/report/report.ts';
import { type PostDate, parseDate } from '../../../src/post/fields/date.ts';
import { fitLines, formatImportReport } from '../../../src/report/import/format.ts';
import { exportItem } from '../../support/exportItem.ts';

const site = { title: 'Students as Co-Creators', url: 'https://blog.example.org' };
const planned = {
  ...{ path: 'a.md', identity: 'a', aliases: [], isDraft: false, losses: [] },
  date: parseDate('2018-07-05', 'UTC') as PostDate,
};

/** The report of an import with one post that lost these. */
function reportOf(losses: { kind: string; what: string; count: number }[]) {
  const report = createReport(site, { withComments: true });
  const item = exportItem();
  report.addItem(item);
  const post = { action: 'write' as const, planned, text: '', categories: [], comments: [], files: [], losses };
  report.write(item, post, 'posts/a.md', { action: 'create' });
  report.addItem(item);
  const reason = 'password-protected; to import it as a draft, pass --include password';
  report.skip(item, { action: 'skip', reason, disclosure: 'id' });
  for (const name of ['a', 'b']) report.useFile({ url: `https://blog.example.org/${name}.jpg` }, false);
  return report.end(['/feed/'], null);
}

const figures = { created: 1, updated: 0, unchanged: 0, copied: 0 };
const place = { file: '_wordpress/report.json', folder: 'posts', isDryRun: false };
const losses = [
  { kind: 'meta', what: 'views', count: 900 },
  { kind: 'form', what: '[contact-form-7] left out', count: 1 },
  { kind: 'hidden', what: '[members_access] left out (not shown to everyone)', count: 1 },
];

test('what WordPress hides is the first of what is not carried, and data of plugins the last', () => {
  const lines = formatImportReport(reportOf(losses), figures, place);
  const at = lines.indexOf('Changed or left out:');
  expect(lines.slice(at + 1, at + 4)).toEqual([
    '    1  hidden: [members_access] left out (not shown to everyone) (post 12)',
    '    1  form: [contact-form-7] left out (1 post)',
    '  900  meta: views (1 post)',
  ]);
});

test('logins without a name are one line with all of them, the first ones if they are many', () => {
  const logins = Array.from({ length: 12 }, (_, index) => ({
    kind: 'author',
    what: `no other name than the login: “user${index + 1}”`,
    count: 1,
  }));
  const [, ...more] = logins;
  const others = [
    { kind: 'author', what: 'account of A; the text says “by B”', count: 1 },
    { kind: 'author', what: 'account of C; the text says “by D”', count: 1 },
  ];
  const shown = (list: Parameters<typeof reportOf>[0]) =>
    formatImportReport(reportOf(list), figures, place).filter((line) => line.includes('author: '));
  expect(shown([...logins.slice(0, 2), ...others])).toEqual([
    '  2  author: no other name than the login: “user1”, “user2” (1 post)',
    '  1  author: account of A; the text says “by B” (1 post)',
    '  1  author: account of C; the text says “by D” (1 post)',
  ]);
  expect(shown(more)).toEqual([
    `  11  author: no other name than the login: ${more
      .slice(0, 10)
      .map(({ what }) => what.split(': ')[1])
      .join(', ')} and 1 more (1 post)`,
  ]);
});

test('a narrow terminal gets rows that end between words, and continue below their text', () => {
  const lines = formatImportReport(reportOf(losses), figures, place);
  expect(fitLines(lines, 200, (text) => text.length)).toEqual(lines);
  for (const width of [80, 40]) {
    const rows = fitLines(lines, width, (text) => text.length);
    expect(rows.filter((row) => row.length > width)).toEqual([]);
    expect(rows.join(' ').replace(/\s+/g, ' ')).toBe(lines.join(' ').replace(/\s+/g, ' '));
  }
  expect(fitLines(lines, 40, (text) => text.length).join('\n')).toContain(
    `1 item left out:
  1  password-protected; to import it as
     a draft, pass --include password:
     post 12
`,
  );
});

test('a path is never broken', () => {
  const path = `posts/${'long-'.repeat(20)}name.md`;
  expect(fitLines([`  ${path} (also changed on WordPress)`], 40, (text) => text.length)).toEqual([
    `  ${path}`,
    '  (also changed on WordPress)',
  ]);
});

test('the rest of a long list is where the report says', () => {
  const many = Array.from({ length: 20 }, (_, index) => ({ kind: 'meta', what: `key ${index}`, count: 1 }));
  const end = (isDryRun: boolean): string =>
    formatImportReport(reportOf(many), figures, { ...place, isDryRun })
      .filter((line) => line.includes('more'))
      .join('\n');
  expect(end(false)).toBe('  … and 8 more; all are in _wordpress/report.json');
  // A dry run writes no report.
  expect(end(true)).toBe('  … and 8 more; to list all, add --json');
});
