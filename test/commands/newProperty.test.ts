import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { load as loadYaml } from 'js-yaml';
import { foldName } from '../../src/post/fields/slug.ts';
import { splitPost } from '../../src/post/frontmatter/frontMatter.ts';
import { lineProblem } from '../../src/post/frontmatter/yamlText.ts';
import { readPost } from '../../src/post/post.ts';
import { character } from '../support/anyText.ts';
import { utc } from '../support/diagnose.ts';
import { runs } from '../support/effort.ts';
import fc from '../support/fastCheck.ts';
import { run } from '../support/site.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';

const unicode = fc.oneof(
  fc.string({ unit: character, minLength: 1, maxLength: 300 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.constantFrom(
    'CON',
    '...',
    '-rf',
    '../../x',
    '🎉',
    '你好',
    'é'.repeat(300),
    '---',
    '"\\n---\\n',
    '{{title}}',
    'a: b #c',
    'index',
    '.md',
  ),
);
const line = unicode.map((text) => text.trim()).filter((text) => lineProblem(text) === undefined && isSeen(text));
const names = fc.uniqueArray(line, { maxLength: 3, selector: foldName });

function isSeen(text: string): boolean {
  return /[^\s\p{Cf}]/u.test(text);
}

test('any title, summary and names come back from the file, whose name is safe; nothing is overwritten', async () => {
  const folder = tempFolder();
  const written = new Map<string, string>();
  await fc.assert(
    fc.asyncProperty(line, line, names, names, names, async (title, summary, people, categories, tags) => {
      const flags = [
        `--summary=${summary}`,
        ...people.map((name) => `--author=${name}`),
        ...categories.map((name) => `--category=${name}`),
        ...tags.map((name) => `--tag=${name}`),
      ];
      const { status, stdout, stderr } = await run(folder, ['new', ...flags, '--', title]);
      expect([status, stderr]).toEqual([0, expect.stringContaining('Draft written')]);
      const file = stdout.trimEnd();
      expect(basename(file)).toMatch(/^2024-05-14-[a-z0-9-]+\.md$/);
      expect(Buffer.byteLength(basename(file))).toBeLessThanOrEqual(200);
      expect(written.has(file)).toBe(false);
      const text = readFileSync(join(folder, file), 'utf8');
      written.set(file, text);
      const { post, faults } = readPost(file, text, utc);
      expect(faults).toEqual([]);
      expect(post).toMatchObject({ title, summary, draft: true });
      expect(post?.authors.map(({ name, role }) => (role ? `${name} (${role})` : name))).toHaveLength(people.length);
      expect(post?.categories.map(foldName)).toEqual(categories.map(foldName));
      expect(post?.tags.map(foldName)).toEqual(tags.map(foldName));
      const parts = splitPost(text);
      expect(loadYaml('yaml' in parts ? parts.yaml : '')).toMatchObject({ title, summary });
    }),
    runs(30),
  );
  expect(filesIn(folder)).toEqual([...written.keys()].sort());
  for (const [file, text] of written) expect(readFileSync(join(folder, file), 'utf8')).toBe(text);
  const list = await run(folder, ['list', '--status', 'all', '--format', 'count']);
  expect(list).toMatchObject({ status: 0, stdout: `${written.size}\n`, stderr: '' });
});

test('what cannot stand on a line is refused, and nothing is written', async () => {
  const folder = tempFolder();
  const odd = fc.string({ unit: character, minLength: 1 }).filter((text) => lineProblem(text.trim()) !== undefined);
  const broken = fc
    .tuple(odd, fc.constantFrom('\n', '\0', '\x1b[2J', '\u2028', '\x9b', '\ud800', '\t'))
    .map(([a, b]) => `x${a}${b}x`);
  await fc.assert(
    fc.asyncProperty(
      broken,
      fc.constantFrom('title', '--summary', '--author', '--category', '--tag'),
      async (text, place) => {
        const args = place === 'title' ? ['new', '--', text] : ['new', `${place}=${text}`, '--', 'T'];
        const { status, stdout, stderr } = await run(folder, args);
        expect([status, stdout]).toEqual([2, '']);
        expect(stderr).toMatch(/^blog: .* cannot be used: /);
        expect(stderr).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f]/);
      },
    ),
    runs(30),
  );
  expect(filesIn(folder)).toEqual([]);
});
