import { expect, test } from '@jest/globals';
import { anything } from '../support/anyText.ts';
import { runs } from '../support/effort.ts';
import fc from '../support/fastCheck.ts';
import { feedTypes, samplePost, writeFeed } from '../support/feedPosts.ts';
import {
  readWithFeedsmith,
  readWithRssParser,
  readXml,
  withoutForbidden,
  withoutInvisible,
  wordsOf,
} from '../support/feedReaders.ts';

/** As front matter gives a line: trimmed, and not empty. */
const line = anything
  .map((text) =>
    withoutForbidden(text)
      .replace(/[\s\ufeff]+/gu, ' ')
      .trim(),
  )
  .filter((text) => text !== '');

/** The same with characters that no feed can carry among the others. */
const dirty = fc
  .tuple(line, fc.constantFrom('', '\u0001', '\ud800', '\uffff', '\x0b', '\x7f', '\x92', '\ufdd0'))
  .map(([text, bad]) => `${text.slice(0, 1)}${bad}${text.slice(1)}`);

// A surrogate pair that was cut in two is two forbidden characters.
const clean = (text: string): string => withoutInvisible(text);

test.each(feedTypes)('%s: whatever a post says, the feed is well formed and says it again', async (type) => {
  await fc.assert(
    fc.asyncProperty(dirty, dirty, dirty, dirty, anything, async (title, name, category, summary, body) => {
      fc.pre([title, name, category, summary].every((text) => clean(text).trim() !== ''));
      const post = samplePost({ title, authors: [{ name }], categories: [category], summary, body });
      const feed = writeFeed([post], type);
      const [item] = readWithFeedsmith(feed);
      expect(item?.title).toBe(clean(title).trim());
      expect(item?.authors).toEqual([clean(name).trim()]);
      expect(item?.categories).toEqual([clean(category).trim()]);
      const html = type === 'rss' || (type === 'atom' && clean(summary).includes('</'));
      expect(html ? wordsOf(item?.summary ?? '') : item?.summary).toBe(clean(summary).trim());
      if (type === 'json') return;
      readXml(feed);
      const [other] = await readWithRssParser(feed);
      expect(other?.title).toBe(clean(title));
      // Without a content it gives the summary.
      if (item?.content !== undefined) expect(other?.content?.trim()).toBe(item.content.trim());
    }),
    runs(60),
  );
});

test('whatever is written in code is shown as it was written', () => {
  fc.assert(
    fc.property(
      anything.map((text) => text.replace(/[\r\n`]/g, '')),
      (text) => {
        const feed = writeFeed([samplePost({ body: `\`\`\`\n${text}\n\`\`\`\n` })]);
        readXml(feed);
        const content = readWithFeedsmith(feed)[0]?.content ?? '';
        expect(wordsOf(content)).toBe(`${withoutInvisible(text)}\n`);
      },
    ),
    runs(100),
  );
});

test('a feed is the same bytes whenever it is written', () => {
  fc.assert(
    fc.property(dirty, anything, fc.constantFrom(...feedTypes), (title, body, type) => {
      const write = () => writeFeed([samplePost({ title, body })], type);
      expect(write()).toBe(write());
    }),
    runs(30),
  );
});
