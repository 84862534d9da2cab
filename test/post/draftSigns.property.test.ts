/**
 * A draft never leaks: whatever the spelling of any sign of a draft, and wherever it stands, the post is neither listed as
 * published nor in a feed. Many posts share a folder, since a run of the program costs more than a post.
 */
import { describe, expect, test } from '@jest/globals';
import { runs } from '../support/effort.ts';
import fc from '../support/fastCheck.ts';
import { run, siteOf } from '../support/site.ts';

const config = 'title: Test blog\nsite_url: https://blog.example.org\n';
const postsInFolder = 40;

type Lines = readonly string[];

/** The lines of those posts that readers would see, in a list or in a feed. */
async function findLeaks(posts: readonly Lines[]): Promise<Lines[]> {
  const files = posts.map((lines, at): [string, Lines] => [`p${at}.md`, lines]);
  const folder = siteOf(Object.fromEntries(files), config);
  const { stdout: listed } = await run(folder, ['list', '--status', 'published', '--format', 'paths']);
  const { stdout: feed } = await run(folder, ['feed', '--limit', '0', '--skip-invalid']);
  const inList = new Set(listed.split('\n'));
  return files
    .filter(([file], at) => inList.has(`posts/${file}`) || feed.includes(`secret${at} `))
    .map(([, lines]) => lines);
}

/** Of each post the rules of its errors. */
async function findErrors(posts: readonly Lines[]): Promise<string[][]> {
  const folder = siteOf(Object.fromEntries(posts.map((lines, at) => [`p${at}.md`, lines])), config);
  const { stdout } = await run(folder, ['validate', '--format', 'json']);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { file: string; rule: string; severity: string }[] };
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return posts.map((_, at) => errors.filter(({ file }) => file === `posts/p${at}.md`).map(({ rule }) => rule));
}

const yes = ['true', 'yes', 'on', '1'];
const no = ['false', 'no', 'off', '0'];
const words = ['draft', 'private', 'pending', 'auto-draft'];

/** The keys of drafts as the words that they consist of, and the values that make them a sign. */
const signs: readonly { key: readonly string[]; values: readonly string[] }[] = [
  { key: ['draft'], values: yes },
  { key: ['is', 'draft'], values: yes },
  { key: ['private'], values: yes },
  { key: ['unpublished'], values: yes },
  { key: ['published'], values: no },
  { key: ['publish'], values: no },
  { key: ['visibility'], values: ['private'] },
  { key: ['status'], values: words },
  { key: ['post', 'status'], values: words },
];

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A text in some case. */
function inAnyCase(text: string): fc.Arbitrary<string> {
  const mixed = fc
    .array(fc.boolean(), { minLength: text.length, maxLength: text.length })
    .map((upper) => [...text].map((letter, at) => (upper[at] ? letter.toUpperCase() : letter)).join(''));
  return fc.oneof(fc.constantFrom(text, text.toUpperCase(), capital(text)), mixed);
}

/** A key of these words: in any case, as camelCase, or with hyphens and underscores between or within them. */
function spellKey(parts: readonly string[]): fc.Arbitrary<string> {
  const whole = parts.join('');
  const camel = [parts[0] ?? '', ...parts.slice(1).map(capital)].join('');
  const joined = fc.constantFrom('', '-', '_').chain((separator) => inAnyCase(parts.join(separator)));
  const within = fc
    .tuple(fc.constantFrom('-', '_'), fc.integer({ min: 1, max: whole.length }), inAnyCase(whole))
    .map(([separator, at, text]) => text.slice(0, at) + separator + text.slice(at));
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant(camel) },
    { weight: 5, arbitrary: joined },
    { weight: 1, arbitrary: within },
  );
}

/** A text as YAML may quote it. */
function quote(text: string): fc.Arbitrary<string> {
  return fc.constantFrom(text, text, `"${text}"`, `'${text}'`);
}

function spellLine(key: fc.Arbitrary<string>, values: readonly string[]): fc.Arbitrary<string> {
  const value = fc
    .constantFrom(...values)
    .chain(inAnyCase)
    .chain(quote);
  const colon = fc.constantFrom(': ', ': ', ':   ', ' : ', ':\n  ');
  const rest = fc.constantFrom('', '', ' ', ' # not yet');
  return fc.tuple(key.chain(quote), colon, value, rest).map((parts) => parts.join(''));
}

/** Lines that each say that a post is public: a single sign of a draft outweighs them. */
const publicLines = ['draft: false', 'published: true', 'status: publish', 'private: false', 'post_status: publish'];
const otherLines = ['tags: [a, b]', 'authors: Ada Example (student)', 'layout: post', 'summary: >-\n  Some\n  words.'];

/** Posts of a folder, each with one of these lines somewhere among others. */
function postsWith(line: fc.Arbitrary<string>): fc.Arbitrary<Lines[]> {
  const more = fc.subarray([...publicLines, ...otherLines], { maxLength: 4 });
  const shuffled = fc.tuple(line, more).chain(([own, others]) => {
    const all = ['title: secretNUMBER of ours', 'date: 2017-01-15', own, ...others];
    return fc.shuffledSubarray(all, { minLength: all.length });
  });
  return fc
    .array(shuffled, { minLength: postsInFolder, maxLength: postsInFolder })
    .map((posts) => posts.map((lines, at) => lines.map((one) => one.replace('NUMBER', String(at)))));
}

const sign = fc.constantFrom(...signs).chain(({ key, values }) => spellLine(spellKey(key), values));

test('no spelling of a sign is published', async () => {
  await fc.assert(
    fc.asyncProperty(postsWith(sign), async (posts) => {
      expect(await findLeaks(posts)).toEqual([]);
    }),
    { ...runs(8), endOnFailure: true },
  );
});

/** A sign whose key and value are spelt as their tools do is no mistake. */
test('a sign in its usual spelling is a draft, and no error', async () => {
  const spellings = signs.flatMap(({ key, values }) =>
    values.flatMap((value) => [
      `${key.join('_')}: ${value}`,
      `${capital(key.map(capital).join(''))}: ${capital(value)}`,
      `${key.join('-').toUpperCase()}: "${value}"`,
    ]),
  );
  const posts = spellings.map((line, at) => [`title: secret${at} of ours`, 'date: 2017-01-15', line]);
  const folder = siteOf(Object.fromEntries(posts.map((lines, at) => [`p${at}.md`, lines])), config);
  const { stdout } = await run(folder, ['list', '--status', 'all', '--format', 'json']);
  const status = new Map(
    (JSON.parse(stdout) as { file: string; status: string }[]).map((one) => [one.file, one.status]),
  );
  const expected = spellings.map((line) => `${line} → ${/pending/i.test(line) ? 'pending' : 'draft'}`);
  expect(spellings.map((line, at) => `${line} → ${status.get(`posts/p${at}.md`)}`)).toEqual(expected);
  expect((await findErrors(posts)).flatMap((rules, at) => rules.map((rule) => `${spellings[at]}: ${rule}`))).toEqual(
    [],
  );
});

const letters = 'abcdefghijklmnopqrstuvwxyz';
const keys = signs.map(({ key }) => key.join(''));

/** A key with one letter more, less or changed, or with two that changed places. */
function mistype(key: string): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom('more', 'less', 'other', 'swap'), fc.nat(key.length - 1), fc.constantFrom(...letters))
    .map(([kind, at, letter]) => {
      const [before, after] = [key.slice(0, at), key.slice(at + 1)];
      if (kind === 'more') return before + letter + key.slice(at);
      if (kind === 'less') return before + after;
      if (kind === 'other') return before + letter + after;
      return before + after.charAt(0) + key.charAt(at) + after.slice(1);
    });
}

/** Keys a letter or two away from one of a draft that are none themselves; a publisher is somebody else. */
const nearKey = fc
  .constantFrom(...keys)
  .chain((key) => fc.oneof(mistype(key), mistype(key).chain(mistype)))
  .filter((key) => !keys.includes(key) && key !== 'publisher');

test('a key a letter or two away from a sign, with a value of one, makes the post invalid', async () => {
  const line = spellLine(nearKey.chain(inAnyCase), [...yes.slice(0, 3), ...no.slice(0, 3), ...words]);
  await fc.assert(
    fc.asyncProperty(postsWith(line), async (posts) => {
      expect(await findLeaks(posts)).toEqual([]);
      const errors = await findErrors(posts);
      // Two keys that fold to one are another error.
      const silent = posts.filter(
        (_, at) => !errors[at]?.some((rule) => /^(?:draft-unclear|front-matter-syntax)$/.test(rule)),
      );
      expect(silent).toEqual([]);
    }),
    { ...runs(8), endOnFailure: true },
  );
});

describe('what is no sign stays published, without an error', () => {
  const lines = [
    'draft: false',
    'draft: no',
    'draft: "false"',
    'Draft: FALSE',
    'DRAFT: 0',
    'draft:',
    'isDraft: false',
    'private: false',
    'private: no',
    'unpublished: false',
    'published: true',
    'published: yes',
    'Published: "true"',
    'published: 2017-01-15',
    'published_at: 2017-01-15',
    'publish: true',
    'status: publish',
    'status: Published',
    'status: true',
    'status: ~',
    'status: future',
    'post_status: publish',
    'visibility: public',
    'publisher: Example Press',
    'publication: The Example',
    'published_in: The Example',
    'published_by: Ada',
    'drafted_by: Ada',
    'drafted: in the garden',
    'drafts: Ada keeps them',
    'draftDate: 2016-12-01',
    'craft: weaving',
    'statement: We said so.',
    'status_note: draft',
    'statues: of marble',
    'state: England',
    'stage: private',
    'private_note: text',
    'privacy: https://example.org/privacy/',
    'visible: true',
    'tags: [draft, private, pending]',
    'category: Draft',
    'layout: draft',
    'summary: "draft: true"',
    'authors: Draft Example',
    '# draft: true',
    'extra: {draft: false}',
  ];
  const posts = lines.map((line, at) => [`title: A post ${at}`, 'date: 2017-01-15', line]);

  test('for all of them', async () => {
    const folder = siteOf(Object.fromEntries(posts.map((post, at) => [`p${at}.md`, post])), config);
    const { stdout } = await run(folder, ['list', '--status', 'published', '--format', 'paths']);
    const { stdout: feed } = await run(folder, ['feed', '--limit', '0', '--skip-invalid']);
    const listed = stdout.split('\n');
    expect(lines.filter((_, at) => !listed.includes(`posts/p${at}.md`))).toEqual([]);
    expect(lines.filter((_, at) => !feed.includes(`A post ${at}<`))).toEqual([]);
    expect((await findErrors(posts)).flatMap((rules, at) => rules.map((rule) => `${lines[at]}: ${rule}`))).toEqual([]);
  });

  test('nor do the words of a text matter', async () => {
    const folder = siteOf({
      'a.md': ['title: "Draft: true"', 'date: 2017-01-15', 'tags: [a]', '---', '', 'A text.', '', 'draft: true', ''],
    });
    expect((await run(folder, ['list', '--status', 'published', '--format', 'count'])).stdout).toBe('1\n');
  });
});

describe('a copy of a published post that is a draft', () => {
  const id = 'id: 3f0c8a52-7a0e-4c6e-9d7e-0a5d2c1b4e6f';
  const posts = {
    'first.md': ['title: First', 'date: 2017-01-15', id],
    'copy.md': ['title: Copy', 'date: 2017-01-15', id, 'draft: true'],
  };

  test('does not take it offline', async () => {
    const folder = siteOf(posts, config);
    expect((await run(folder, ['list', '--status', 'published', '--format', 'paths'])).stdout).toBe('posts/first.md\n');
    const { status, stdout } = await run(folder, ['feed']);
    expect(status).toBe(0);
    expect(stdout).toContain('<title>First</title>');
    expect(stdout).not.toContain('Copy');
    const { stdout: told } = await run(folder, ['validate', '--format', 'json']);
    const { diagnostics } = JSON.parse(told) as { diagnostics: { file: string; rule: string }[] };
    expect(diagnostics.filter(({ rule }) => rule === 'id-duplicate').map(({ file }) => file)).toEqual([
      'posts/copy.md',
    ]);
  });

  test('nor with the same URL', async () => {
    const folder = siteOf(
      {
        'first.md': ['title: First', 'date: 2017-01-15', 'permalink: /tea/'],
        'copy.md': ['title: Copy', 'date: 2017-01-16', 'permalink: /tea/', 'status: pending'],
      },
      config,
    );
    expect((await run(folder, ['list', '--status', 'published', '--format', 'paths'])).stdout).toBe('posts/first.md\n');
    expect((await run(folder, ['feed'])).status).toBe(0);
  });
});
