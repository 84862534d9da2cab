/** One post, whatever it holds: it is read without a crash, and everything that is said of it stands in it. */
import { expect } from '@jest/globals';
import { defaultConfig } from '../../src/blog/config/config.ts';
import { urlOf } from '../../src/blog/url.ts';
import { checkBody } from '../../src/checks/body/body.ts';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { placeholderSentences } from '../../src/post/draft/templates.ts';
import { moreFrontMatter } from '../../src/post/fields/drafts/strayDraft.ts';
import { frontMatterEnd } from '../../src/post/frontmatter/fences.ts';
import { toDiagnostics } from '../../src/post/frontmatter/locate.ts';
import { dropInvisible } from '../../src/post/markdown/htmlText.ts';
import { createMarkdown } from '../../src/post/markdown/markdown.ts';
import { type PostReading, readPost } from '../../src/post/post.ts';
import { decodeText } from '../../src/post/text.ts';
import { contentOf, feedTypes, siteUrl, writeFeed } from '../support/feedPosts.ts';
import { readWithFeedsmith, readXml, withoutForbidden } from '../support/feedReaders.ts';
import { expectNone, fuzz } from './fuzz.ts';
import { misplaced, unsafe } from './oracles.ts';
import { bodyTexts, posts, toBytes } from './texts.ts';

const settings = { timeZone: 'Europe/London', authors: {} };

function readBytes(bytes: Buffer): PostReading {
  const decoded = decodeText(bytes);
  const file = 'posts/2018-07-05-a.md';
  return 'fault' in decoded ? { file, faults: [decoded.fault] } : readPost(file, decoded.text, settings);
}

function diagnose({ file, source, faults }: PostReading): Diagnostic[] {
  return toDiagnostics(file, source, faults, {});
}

fuzz('a post is read, and every fault has its place', posts, 2, (text) => {
  const bytes = toBytes(text);
  const reading = readBytes(bytes);
  const diagnostics = diagnose(reading);
  // Where bytes are no UTF-8, each of them is a character for who counts.
  const shown = diagnostics.some(({ rule }) => rule === 'encoding') ? text : bytes.toString();
  expectNone(misplaced(diagnostics, shown), () => text);
  if (!reading.post) expect(diagnostics.filter(({ severity }) => severity === 'error')).not.toEqual([]);
  // The same again: nothing is kept from one reading to the next.
  expect(diagnose(readBytes(bytes))).toEqual(diagnostics);
});

fuzz('the beginning of a file says of its front matter what the whole says', posts, 1.5, (text) => {
  const bytes = toBytes(text);
  const whole = readBytes(bytes);
  // Faults of the text below are for those who read it.
  if (whole.faults.some(({ rule }) => rule === 'encoding')) return;
  const end = frontMatterEnd(bytes);
  const head = readBytes(end === undefined ? bytes : bytes.subarray(0, moreFrontMatter(bytes, end)));
  expect({ text, post: head.post, faults: head.faults.map(({ rule }) => rule) }).toEqual({
    text,
    post: whole.post,
    faults: whole.faults.map(({ rule }) => rule),
  });
});

const folder = { isPost: (path: string) => path === 'b.md', isFile: (path: string) => path === 'a.jpg' };
const markdown = createMarkdown({ offsets: true });
const rules = { folder, markdown, placeholders: placeholderSentences() };

fuzz('what the rules say of a text stands in it', posts, 1.5, (text) => {
  const bytes = toBytes(text);
  const reading = readBytes(bytes);
  const findings = checkBody(reading, '2018-07-05-a.md', rules);
  const diagnostics = diagnose({ ...reading, faults: findings.faults });
  expectNone(misplaced(diagnostics, bytes.toString()), () => text);
});

fuzz('a feed of any post is one for every reader', posts, 2, (text) => {
  const { post, body } = readBytes(toBytes(text));
  if (!post || !body) return;
  const url = urlOf(post, { ...defaultConfig(), siteUrl });
  const entry = { post, url, inPosts: '2018-07-05-a.md', readBody: () => body.text };
  for (const type of feedTypes) {
    const feed = writeFeed([entry], type);
    if (type !== 'json') readXml(feed);
    const [item] = readWithFeedsmith(feed);
    const { title, link, id, content = '', summary = '' } = item ?? {};
    expect({ type, title }).toEqual({ type, title: dropInvisible(withoutForbidden(post.title)) });
    expect(link).toMatch(/^https?:\/\/[^\s<>"\\^`{|}]+$/);
    expect(id).toBeTruthy();
    const html = type === 'rss' ? [content, summary] : [content];
    expectNone(html.flatMap(unsafe), () => `${JSON.stringify(text)}\n${html.join('\n')}`);
  }
});

fuzz('a text is safe in a feed, whatever its HTML and Markdown', bodyTexts, 2, (body) => {
  const html = contentOf(body);
  expectNone(unsafe(html), () => `${JSON.stringify(body)}\n${html}`);
});
