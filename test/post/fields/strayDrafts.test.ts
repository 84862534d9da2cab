/** What an author writes to keep a post from readers does so, or is an error, wherever and under whatever name it stands. */
import { describe, expect, test } from '@jest/globals';
import { type PostReading, readPost, statusOf } from '../../../src/post/post.ts';
import { utc } from '../../support/diagnose.ts';

const now = Date.UTC(2024, 4, 14);
const whole = 'title: A\ndate: 2024-01-01\n';

function readAt(text: string, inPosts = 'a.md', extraFields: readonly string[] = []): PostReading {
  return readPost(`posts/${inPosts}`, text, { ...utc, extraFields }, { inPosts });
}

/** The status of a post, and the rules of what is wrong with its fields. */
function stateOf(text: string, inPosts?: string): string {
  const { post, faults } = readAt(text, inPosts);
  return [post ? statusOf(post, now) : 'invalid', ...faults.map(({ rule }) => rule)].join(' ');
}

const withLines = (lines: string): string => `---\n${whole}${lines}\n---\nText.\n`;

describe('a sign that is not read makes the post invalid', () => {
  test.each([
    // Inside another field.
    'extra:\n  draft: true',
    'params: {Draft: yes}',
    'meta:\n  more:\n    - status: draft',
    'categories:\n  - A\n  - draft: true',
    'tags: [a, draft: true]',
    'authors:\n  name: Ada\n  published: false',
    'authors:\n draft: true',
    'image:\n  src: a.png\n  draft: true',
    'series:\n  visibility: private',
    'build:\n  list: never\n  render: never',
    '_build: {render: false}',
    // In the lines of a text.
    'summary: >\n  Some words.\n  draft: true',
    'summary: |\n  Some words.\n  published: false\ntags: [a]',
    'summary: "Some\n  draft: true\n  words"',
    "summary: 'Some\n\n  status: draft'",
    'summary: "Some\\u0085draft: true"',
    'summary: "Some\\u2028draft: true"',
    'tags:\n  - a\n  - "draft: true"',
    'tags:\n- a\n- "draft: true"',
    // Behind a mark that leaves the field empty.
    'draft: &true',
    'draft: #true',
    'Published: # false',
  ])('%j', (lines) => {
    expect(stateOf(withLines(lines))).toMatch(/^invalid.* draft-unclear/);
  });

  test.each([
    '---\n---\ndraft: true\n---\nText.\n',
    '---\n\n---\ntitle: B\n\ndraft: true\n---\nText.\n',
    '---\ndraft: true\n',
    '---\r\nDraft: yes # for now\r\nText.\r\n',
    '---\nauthors: Ada\ncategories:\n  - a\npublished: false\n---\nText.\n',
    '---\n\n\nstatus: draft\nauthors: Ada\n---\nText.\n',
    '---\n\ndraft: true\n\nSo begins a text.\n',
    '---\n\n  \nDraft: yes\nText.\n',
  ])('below the front matter: %j', (end) => {
    expect(stateOf(`---\n${whole}${end}`)).toBe('invalid draft-unclear');
  });

  test('its place is that of the sign, and the hint makes a draft', () => {
    const placesOf = (text: string): unknown => readAt(text).faults.map(({ place }) => place);
    expect(placesOf(withLines('summary: >\n  Some words.\n  draft: true'))).toEqual([{ line: 6, column: 3 }]);
    expect(placesOf(withLines('extra: {draft: true}'))).toEqual([{ path: ['extra', 'draft'], on: 'key' }]);
    expect(placesOf(`---\n${whole}---\ndraft: true\n`)).toEqual([{ line: 5, column: 1 }]);
    const [fault] = readAt(withLines('extra: {draft: true}')).faults;
    expect(fault?.hint).toMatch(/^write draft: true at the beginning of a line/);
    expect(stateOf(withLines('extra: {draft: true}\ndraft: true'))).toBe('draft');
  });
});

describe('what is no sign stays published', () => {
  test.each([
    'summary: "draft: true"',
    'summary: >\n  How to keep a post back: write\n  `draft: true` above.',
    'extra: {draft: false}',
    'extra: {status: confirmed, published: 2024-01-02}',
    'build: {list: always}',
    'tags: [draft, private]',
    '# draft: true',
    'resources:\n  - src: a.png\n    status: done',
  ])('%j', (lines) => {
    expect(stateOf(withLines(lines))).toBe('published');
  });

  test.each([
    '---\n\nA text.\n\ndraft: true\n',
    '---\n```yaml\ndraft: true\n```\n',
    '---\n\n---\n\nText.\n\n---\ndraft: true\n---\n',
    '---\nNote: read this.\n\ndraft: true\n',
    '---\n    draft: true\n',
    '---\nText\n\n---\n\ndraft: true\n',
  ])('below the front matter: %j', (end) => {
    expect(stateOf(`---\n${whole}${end}`)).toBe('published');
  });

  test('a field of the site is its own', () => {
    const text = withLines('event:\n  draft: true');
    expect(readAt(text).post).toBeUndefined();
    expect(readAt(text, 'a.md', ['event']).post?.draft).toBe(false);
  });
});

describe('a key in other letters or with more words is asked about', () => {
  test.each([
    ...[
      'рublіshеd: false',
      'ѕтатuѕ: draft',
      'ԁгаft: true',
      'ᴅʀᴀꜰᴛ: true',
      'vısıbılıty: private',
      'VİSİBİLİTY: private',
    ],
    ...[
      'd\u200br\u034fa\u3164ft\u2800: true',
      '𝐝𝐫𝐚𝐟𝐭: true',
      '"**draft**": true',
      '"wp:status": draft',
      'page.draft: true',
    ],
    ...['draft_status: draft', 'publishStatus: draft', 'publication_status: Draft', 'entry-status: unpublished'],
    ...[
      'isPublic: no',
      'is_visible: false',
      'listed: false',
      'not_published: true',
      'saveAsDraft: true',
      'draft post: yes',
    ],
  ])('%s', (line) => {
    expect(stateOf(withLines(line))).toBe('invalid draft-unclear');
  });

  test.each([
    ...['isPublic: yes', 'visible: true', 'not_draft: true', 'draft_status: final', 'status_note: draft'],
    ...['publish_comments: false', 'private_notes: true', 'payment_status: pending', 'статус: draft'],
  ])('%s is no sign', (line) => {
    expect(stateOf(withLines(line))).toBe('published');
  });
});

test.each([
  ['unlisted: true', 'draft'],
  ['eleventyExcludeFromCollections: true', 'draft'],
  ['dg-publish: false', 'draft'],
  ['password: hunter2', 'draft draft-unclear'],
  ['post_password: 1234', 'draft draft-unclear'],
  ['unlisted: false', 'published'],
  ['dg_publish: true', 'published'],
  ['password:', 'published draft-unclear'],
  ['post_password: ""', 'published'],
])('other tools: %s → %s', (line, state) => {
  expect(stateOf(withLines(line))).toBe(state);
  expect(JSON.stringify(readAt(withLines(line)).faults)).not.toContain('hunter2');
});

describe('what says that readers do not see the post makes a draft, with a warning', () => {
  const signs = [
    ...[
      'hidden: true',
      'Hidden: "yes"',
      'isHidden: 1',
      'headless: true',
      'build: false',
      'build: never',
      'disabled: on',
    ],
    ...['unreleased: true', 'on_hold: yes', 'work_in_progress: true', 'members_only: true'],
    ...['not_for_publication: true', 'online: false', 'show: no', 'render: never', 'review: pending', 'sign_off: no'],
    ...['enabled: false', 'internal: true', 'secret: true', 'confidential: yes', 'protected: true', 'deleted: true'],
    ...['type: draft', 'kind: Draft', 'stage: drafts', 'access: private', 'access: [members]', 'access: Staff only'],
    ...['ready: false', 'live: no', 'active: false', 'not_ready: true', 'is-live: off'],
  ];

  test.each(signs)('%s', (line) => {
    expect(stateOf(withLines(line))).toBe('draft draft-unclear');
    expect(stateOf(withLines(`${line}\ndraft: false`))).toBe('draft draft-unclear');
    expect(stateOf(withLines(`${line}\ndraft: true`))).toBe('draft');
    const own = line.replace(/:.*/, '');
    expect(readAt(withLines(line), 'a.md', [own])).toMatchObject({ post: { draft: false }, faults: [] });
  });

  test.each([
    ...['hidden: false', 'headless: no', 'build: true', 'build: {list: always}', 'disabled: false', 'enabled: true'],
    ...['type: post', 'access: open', 'access: public', 'ready: true', 'secret: the key', 'hidden_fees: true'],
    ...[
      'hold: false',
      'online: true',
      'show: true',
      'show_comments: false',
      'render: true',
      'review: done',
      'publisher: A',
    ],
    ...['noindex: true', 'robots: noindex', 'archived: true', 'protected_by: law', 'live_music: no', 'active_users: 0'],
  ])('%s does not', (line) => {
    expect(stateOf(withLines(line))).toBe('published');
  });
});

describe('an empty sign has two readings, which a warning names', () => {
  test.each([
    ['draft:', 'write draft: true; or draft: false if readers may see it'],
    ['draft: # true or false', 'write draft: true; or draft: false if readers may see it'],
    ['isDraft: ""', 'write isDraft: true; or isDraft: false if readers may see it'],
    ['published: []', 'write published: false; or published: true if readers may see it'],
    ['Status: ""', 'write Status: draft; or Status: publish if readers may see it'],
    ['visibility:', 'write visibility: private; or visibility: public if readers may see it'],
    ['password: ""', 'write draft: true; or remove it if readers may see the post'],
  ])('%s', (line, hint) => {
    const { post, faults } = readAt(withLines(line));
    expect(post?.draft).toBe(false);
    expect(faults).toMatchObject([{ rule: 'draft-unclear', level: 'warn', hint }]);
    expect(stateOf(withLines(`${line}\nprivate: true`))).toBe('draft');
    expect(stateOf(withLines(`${line}\nunlisted: false`))).toBe('published');
  });
});

test.each([
  ['drafts/a.md', '', 'draft draft-unclear'],
  ['2024/Draft/a/index.md', '', 'draft draft-unclear'],
  ['unpublished/a.md', '', 'draft draft-unclear'],
  ['a.draft.md', '', 'draft draft-unclear'],
  ['a.draft.cy.md', '', 'draft draft-unclear'],
  ['drafts/a.md', 'draft: true', 'draft'],
  ['drafts/a.md', 'draft: false', 'published'],
  ['drafts/a.md', 'published: true', 'published'],
  ['drafts/a.md', 'draft:', 'draft draft-unclear'],
  ['drafts-of-a-life/a.md', '', 'published'],
  ...['private', 'Hidden', 'pending', 'trash', 'wip', 'drafts ', 'a/work-in-progress'].map(
    (folder): [string, string, string] => [`${folder}/a.md`, '', 'draft draft-unclear'],
  ),
  ...['q.draft/index.md', 'a.private.md', 'a.wip.cy.md', 'draft.md', 'Draft.cy.md', 'draft/index.md', 'draft-2.md'].map(
    (file): [string, string, string] => [file, '', 'draft draft-unclear'],
  ),
  ...['2024-01-01-draft.md', 'draft-2024-05-01.md', 'draft_20240501.markdown'].map((file): [string, string, string] => [
    file,
    '',
    'draft draft-unclear',
  ]),
  ['draft.md', 'draft: false', 'published'],
  ['draft-guidance-published.md', '', 'published draft-unclear'],
  ['2024-01-01-draft-b/index.md', '', 'published draft-unclear'],
  ['draft-b.md', 'draft: false', 'published'],
  ['draft-b.md', 'draft: true', 'draft'],
  ['drafting-a-law.md', '', 'published'],
  ['privateers/a.md', '', 'published'],
  ['a.privateer.md', '', 'published'],
  ['hidden.md', '', 'published'],
  ['a-draft.md', '', 'published'],
])('in %s with “%s”: %s', (inPosts, line, state) => {
  expect(stateOf(withLines(line), inPosts)).toBe(state);
});

describe('a date under another name counts, with a warning', () => {
  test.each([
    ...['embargo', 'embargo_until', 'publish_on', 'publishedOn', 'datePublished', 'publication_date', 'scheduled_for'],
    ...['publisDate', 'publishd_date', 'go_live', 'live_from', 'release', 'availableFrom', 'show_after'],
  ])('%s holds the post back', (key) => {
    expect(stateOf(withLines(`${key}: 2030-01-01`))).toBe('scheduled draft-unclear');
    expect(stateOf(withLines(`${key}: 1 May 2030`))).toBe('scheduled draft-unclear');
    expect(stateOf(withLines(`${key}: 2023-12-01`))).toBe('published');
    expect(stateOf(withLines(`${key}: a journal of 2030`))).toBe('published');
    const [fault] = readAt(withLines(`${key}: 2030-01-01`)).faults;
    expect(fault?.hint).toBe('write publishDate: 2030-01-01');
    expect(stateOf(withLines('publishDate: 2030-01-01'))).toBe('scheduled');
  });

  test('beside a date in the file name', () => {
    const at = (day: string, until: string): string =>
      stateOf(`---\ntitle: A\nembargo: ${until}\n---\nText.\n`, `${day}-a.md`);
    expect(at('2024-01-01', '2030-01-01')).toBe('scheduled draft-unclear');
    expect(at('2030-01-01', '2024-01-01')).toBe('scheduled');
    expect(at('2024-02-01', '2024-01-01')).toBe('published');
  });

  test.each([
    'expiry',
    'expire_on',
    'expires_at',
    'expirationDate',
    'unpublish_on',
    'expries',
    'publish_until',
    'visibleUntil',
  ])('%s ends it', (key) => {
    expect(stateOf(withLines(`${key}: 2024-05-01`))).toBe('expired draft-unclear');
    expect(stateOf(withLines(`${key}: 2030-05-01`))).toBe('published draft-unclear');
    expect(stateOf(withLines(`${key}: 2024-05-01\nexpires: 2030-01-01`))).toBe('published');
  });

  test.each(['event_date: 2030-01-01', 'due_date: 2030-01-01', 'release_date: 2030-01-01', 'republished: 2030-01-01'])(
    '%s is another date',
    (line) => {
      expect(stateOf(withLines(line))).toBe('published');
    },
  );
});

test('a post whose end cannot be read is invalid', () => {
  expect(stateOf(withLines('expires: 05/07/2024'))).toBe('invalid date-invalid');
});
