/** From what somebody types to what a subscriber's reader shows: through the file, and every feed. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type DraftFields, draftPost } from '../../src/post/draft/draft.ts';
import { parseDate } from '../../src/post/fields/date.ts';
import { lineProblem } from '../../src/post/frontmatter/yamlText.ts';
import { anything } from '../support/anyText.ts';
import { runs } from '../support/effort.ts';
import fc from '../support/fastCheck.ts';
import { readWithFeedsmith, readWithRssParser, readXml, withoutInvisible, wordsOf } from '../support/feedReaders.ts';
import { run, siteOf } from '../support/site.ts';

/** A line as `blog new` takes it. */
const line = anything
  .map((text) => text.replace(/\s+/gu, ' ').trim())
  .filter((text) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text) && lineProblem(text) === undefined);

/** A bracket at the end of a name is a role. */
const name = line.filter((text) => !/\)$/.test(text));

const answers = fc.record({
  title: line,
  authors: fc.array(name, { maxLength: 3 }).map((names) => names.map((one) => ({ name: one }))),
  categories: fc.uniqueArray(line, { maxLength: 2, selector: (text) => text.normalize('NFC').toLowerCase() }),
  summary: line,
  // A file cannot hold half a character.
  code: anything.map((text) => text.replace(/[\r\n`]/g, '').toWellFormed()),
});

test.each(['rss', 'atom', 'json'])('%s: what was typed is what readers show', async (type) => {
  const folder = siteOf({}, 'site_url: https://blog.example.org\n');
  const date = parseDate('2024-01-01', 'UTC');
  if (!date) throw new Error('no date');
  await fc.assert(
    fc.asyncProperty(answers, async ({ code, ...given }) => {
      const post: DraftFields = {
        ...given,
        date,
        id: '00000000-0000-4000-8000-000000000001',
        photos_by: [],
        tags: [],
        draft: false,
        body: `\`\`\`\n${code}\n\`\`\`\n`,
      };
      writeFileSync(join(folder, 'posts/a.md'), draftPost(post, 'a', '{slug}').text);
      const { status, stdout, stderr } = await run(folder, ['feed', '--type', type]);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const [item] = readWithFeedsmith(stdout);
      const shown = (text: string): string => withoutInvisible(text).trim();
      expect(item?.title).toBe(shown(given.title));
      expect(item?.authors.map((one) => one.normalize('NFC'))).toEqual(expectedNames(given.authors, type));
      expect(item?.categories).toEqual(given.categories.map((text) => shown(text.normalize('NFC'))));
      const asHtml = type === 'rss' || (type === 'atom' && given.summary.includes('</'));
      expect(asHtml ? wordsOf(item?.summary ?? '') : item?.summary).toBe(shown(given.summary));
      expect(withoutInvisible(wordsOf(item?.content ?? ''))).toContain(withoutInvisible(code).trim());
      if (type === 'json') return;
      readXml(stdout);
      expect((await readWithRssParser(stdout))[0]?.title).toBe(shown(given.title));
    }),
    runs(30),
  );
});

/** Atom needs an author: the blog, where nobody is named. */
function expectedNames(authors: readonly { name: string }[], type: string): string[] {
  const names = authors.map((person) => withoutInvisible(person.name).trim().normalize('NFC'));
  return names.length === 0 && type === 'atom' ? ['blog.example.org'] : names;
}
