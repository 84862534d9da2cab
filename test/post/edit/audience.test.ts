/** No fix makes a post public, or takes it from its readers. */
import { expect, test } from '@jest/globals';
import { defaultConfig } from '../../../src/blog/config/config.ts';
import { checkFields } from '../../../src/checks/fields.ts';
import { severityOf } from '../../../src/diagnostic.ts';
import { keepsAudience } from '../../../src/post/edit/audience.ts';
import { fixOf } from '../../../src/post/edit/fixes.ts';
import type { DraftField } from '../../../src/post/fields/draftWords.ts';
import { fieldOf } from '../../../src/post/fields/names.ts';
import { type PostReading, readPost, statusOf } from '../../../src/post/post.ts';
import { post, utc } from '../../support/diagnose.ts';
import { runs } from '../../support/effort.ts';
import fc from '../../support/fastCheck.ts';

const now = Date.UTC(2024, 4, 14);
const file = 'posts/2024-01-01-a.md';
const whole = ['title: A', 'date: 2024-01-01'];
const text = (...lines: string[]): string => post(...whole, ...lines);

test.each<[string, string, boolean]>([
  ['draft: “no”', 'draft: false', false],
  ['draft: maybe', 'draft: false', false],
  ['draft: “yes”', 'draft: true', true],
  ['draft: "no"', 'draft: false', true],
  ['draft: "no"', 'draft: off', true],
  ['draft: true', 'draft: false', false],
  ['draft: false', 'draft: true', false],
  ['drafft: true', 'draft: true', true],
  ['drafft: false', 'draft: false', false],
  ['Draft: yes', 'draft: yes', true],
  ['private: “0”', 'private: false', false],
  ['published: “yes”', 'published: true', false],
  ['published: “no”', 'published: false', true],
  ['visibility: members', 'visibility: public', false],
  ['publishDate: 2099-01-01', 'publishDate: 2023-01-01', false],
  ['published: 25/07/2018', 'published: 2018-07-25', true],
  ['statuss: draft', 'status: draft', true],
  ['statuss: publish', 'status: publish', false],
  ['expirs: 2020-01-01', 'expires: 2020-01-01', true],
  ['expirs: 2020-01-01', 'expires: 2099-01-01', false],
  ['expires: 25/07/2018', 'expires: 2018-07-25', false],
  ['slugg: 5', 'slug: 5', false],
  ['draft:false', 'draft: false', false],
  ['draft:true', 'draft: true', true],
  ['sumary: S', 'summary: S', true],
  ['summary:S', 'summary: S', true],
])('%s → %s: %j', (before, after, kept) => {
  expect(keepsAudience(file, text(before), text(after))).toBe(kept);
});

test('a date that comes to be read may be another than the file’s name gives', () => {
  expect(keepsAudience(file, post('title: A', 'Daet: 2099-01-01'), post('title: A', 'date: 2099-01-01'))).toBe(false);
  expect(keepsAudience(file, post('title: A', 'Daet: 2024-01-01'), post('title: A', 'date: 2024-01-01'))).toBe(true);
  expect(keepsAudience('posts/a.md', post('title: A', 'Daet: 2099-01-01'), post('title: A', 'date: 2099-01-01'))).toBe(
    true,
  );
});

test.each([
  'Draft: true',
  'DRAFT: true',
  'Draft : yes',
  'darft: true',
  'draf: true',
  'drafts: true',
  'is_draft: 1',
  'isDraft: on',
  '_draft: true',
  'draft_: "true"',
  'Published: false',
  'publish: no',
  'Status: Draft',
  'stauts: draft',
  'post_status: pending',
  'Private: yes',
  'visibility: private',
  'hidden: true',
  'unpublished: true',
  'Draft:',
  'extra: { Draft: true }',
  'expiryDate: 2020/01/01',
])('a post that nobody saw is not public once its title is fixed, where it has %s', (sign) => {
  const broken = post('title: A: b', 'date: 2024-01-01', sign);
  const sound = broken.replace('A: b', '"A: b"');
  expect(keepsAudience(file, broken, sound) && isPublic(readPost(file, sound, utc))).toBe(false);
});

test.each([
  'publisher: The press',
  'hidden_fees: none here',
  'summary: "status: as before"',
  'drafted: by three of us',
  'Status: public',
  'weight: 5',
])('nobody means a draft by %s', (line) => {
  const broken = post('title: A: b', 'date: 2024-01-01', line);
  expect(keepsAudience(file, broken, broken.replace('A: b', '"A: b"'))).toBe(true);
});

test('a sign in the text of a title that goes on too far is seen', () => {
  const broken = (sign: string): string => `\n${post('title: "a', 'date: 2024-01-01', `"${sign}`)}`;
  expect(isPublic(readPost(file, broken('draft": true').trimStart(), utc))).toBe(false);
});

test('front matter that could not be read is then what it says', () => {
  const broken = (sign: string): string => post('title: A: b', 'date: 2024-01-01', sign);
  const sound = (sign: string): string => post('title: "A: b"', 'date: 2024-01-01', sign);
  for (const sign of ['draft: true', 'draft: false', 'status: publish'])
    expect(keepsAudience(file, broken(sign), sound(sign))).toBe(true);
  expect(keepsAudience(file, broken('draft: true'), sound('draft: false'))).toBe(false);
});

test.each([
  'draft: true',
  'draft:true',
  'drafft: true',
  'draft = true\nstatus: !draft',
  '“published”: no',
  'publisDate: 2099-01-01',
])('front matter does not end above %j by a fix', (lines) => {
  const broken = `---\ntitle: A\ndate: 2024-01-01\n...\n${lines}\n---\nText.\n`;
  expect(keepsAudience(file, broken, broken.replace('...', '---'))).toBe(false);
});

test('front matter ends with a fix where only text follows', () => {
  const broken = '---\ntitle: A\ndate: 2024-01-01\n...\nOur draft is out.\n\n---\nText.\n';
  expect(keepsAudience(file, broken, broken.replace('...', '---'))).toBe(true);
});

const value = fc.constantFrom(
  'true',
  'false',
  '"no"',
  "'yes'",
  'on',
  'off',
  '0',
  '1',
  'maybe',
  '',
  '[a]',
  'draft',
  'publish',
  '"private"',
  '2024-01-01',
  '25/07/2018',
  '2099-01-01',
  '2018-7-5',
  '" draft "',
  'A: b',
  '2018',
  '" x "',
  'en_GB',
  '#1',
);
const key = fc.constantFrom(
  'title',
  'titel',
  'Title',
  'date',
  'Date',
  'dat',
  'draft',
  'drafft',
  'Draft',
  'darft',
  'private',
  'privat',
  'Private',
  'published',
  'publishd',
  'Published',
  'status',
  'statuss',
  'Status',
  'expires',
  'expirs',
  'Expires',
  'pubDate',
  'slug',
  'slugg',
  'lang',
  'Lang',
  'summary',
  'sumary',
  'id',
  'permalink',
  'permalnk',
  'tags',
  'categories',
  'updated',
);
const gap = fc.constantFrom(': ', ': ', ': ', ': ', ': ', ':', '： ', ' : ');
const line = fc.tuple(key, gap, value).map(([name, colon, written]) => `${name}${colon}${written}`);

/** What readers see of a post: nothing of a draft or an invalid one. */
function isPublic({ post: sound }: PostReading): boolean {
  return sound !== undefined && statusOf(sound, now) === 'published';
}

const faultIn = ({ faults }: PostReading, ...fields: DraftField[]): boolean =>
  faults.some(({ place, level, rule }) => {
    const field = 'path' in place ? fieldOf(String(place.path[0])) : undefined;
    return level !== 'warn' && (rule === 'draft-unclear' || fields.some((one) => one === field));
  });

/** Whether a post that can be read says that it is a draft, or cannot say that it is none. */
const isDraft = (reading: PostReading): boolean =>
  reading.fields !== undefined && (reading.fields.draft || faultIn(reading, 'draft', 'status', 'visibility'));

const names = fc.constantFrom(file, 'posts/a.md', 'posts/2099-01-01-a.md');

const effort = runs(100);

test('whatever a front matter says, and whichever fault is fixed', () => {
  const settings = { config: defaultConfig(), now, expected: [] };
  let fixes = 0;
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.boolean(), names, (lines, isWhole, name) => {
      const before = isWhole ? text(...lines) : post(...lines);
      const was = readPost(name, before, utc);
      for (const fault of [...was.faults, ...checkFields(was, settings)].filter((one) => severityOf(one, {}))) {
        const fix = fixOf(before, fault, name);
        if (!fix) continue;
        fixes++;
        const is = readPost(name, fix.text, utc);
        const told = { name, before, after: fix.text };
        if (isPublic(was)) expect({ ...told, isPublic: isPublic(is) }).toEqual({ ...told, isPublic: true });
        if (isDraft(was)) expect({ ...told, isDraft: isDraft(is) }).toEqual({ ...told, isDraft: true });
        else if (was.fields && !faultIn(was, 'published'))
          expect({ ...told, isDraft: isDraft(is) }).toEqual({ ...told, isDraft: false });
        if (was.post && !isPublic(was))
          expect({ ...told, isPublic: isPublic(is) }).toEqual({ ...told, isPublic: false });
      }
    }),
    effort,
  );
  expect(fixes).toBeGreaterThan(effort.numRuns / 4);
});
