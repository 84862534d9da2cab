/** What `<!--more-->` makes of the summary of a post that has none of its own. */
import { expect, test } from '@jest/globals';
import { feedTypes, samplePost, writeFeed } from '../support/feedPosts.ts';

const summaryOf = (body: string): string =>
  JSON.parse(writeFeed([samplePost({ body, authors: [{ name: 'Ann' }] })], 'json')).items[0].summary;

const long = 'A sentence of some length. '.repeat(30).trim();

test.each([
  ['One.\n\n<!--more-->\n\nTwo.', 'One.'],
  ['One.\n\nTwo.\n\n<!-- more -->\n\nThree.', 'One. Two.'],
  ['One.\n<!--more-->\nTwo.', 'One.'],
  ['One. <!--more Read on--> Two.', 'One.'],
  ['One.<!--MORE-->Two.', 'One.'],
  ['## Title\n\nOne,\ntwo.\n\n- three\n- four\n\n<!--more-->\n\nFive.', 'One, two. three four'],
  ['By Ann\n\nOne.\n\n<!--more-->\n\nTwo.', 'One.'],
  [`${long}\n\n<!--more-->\n\nTwo.`, long],
  ['<!--more-->\n\nOne.\n\nTwo.', 'One.'],
  ['![x](x.png)\n\n<!--more-->\n\nOne.', 'One.'],
  ['One.\n\n`<!--more-->`\n\nTwo.', 'One.'],
  ['One.\n\n<!-- moreover -->\n\nTwo.', 'One.'],
])('%j has the summary %j', (body, summary) => {
  expect(summaryOf(body)).toBe(summary);
});

test.each([
  ['By Siân Llŷr\n\nOne.', 'One.'],
  ['*By Siân Llŷr and Ann*\n\nOne.', 'One.'],
  ['Words: Siân Llŷr, photos: Ada Example\n\nOne.', 'One.'],
  ['Six people at a table. Photo: Ada Example\n\nOne.', 'One.'],
  ['![Six](a.png)\n*Six people at a table (photo by Ada Example)*\n\nOne.', 'One.'],
  ['Photo: the round table in March\n\nOne.', 'One.'],
  ['© Ada Example\n\nImage courtesy of the library\n\nFigure 1: The table.\n\nOne.', 'One.'],
  ['Photo: Ada Example\n\nOne.\n\n<!--more-->\n\nTwo.', 'One.'],
  ['By working together we learnt a lot.\n\nOne.', 'By working together we learnt a lot.'],
  ['By Monday we had a plan.\n\nOne.', 'By Monday we had a plan.'],
  ['Photographs by the hundred arrived.\n\nOne.', 'Photographs by the hundred arrived.'],
  ['We all took photos: it rained.\n\nOne.', 'We all took photos: it rained.'],
  ['Text messages are short.\n\nOne.', 'Text messages are short.'],
  ['By Siân Llŷr', 'By Siân Llŷr'],
])('%j begins with %j', (body, summary) => {
  expect(summaryOf(body)).toBe(summary);
});

test('a summary of its own counts more, and the text is whole', () => {
  for (const type of feedTypes) {
    const text = writeFeed([samplePost({ body: 'One.\n\n<!--more-->\n\nTwo.', summary: 'Own.' })], type);
    expect(text).toContain('Own.');
    expect(text).toMatch(/<p>One\.<\/p>(?:\\n|\s)*<p>Two\.<\/p>/);
    expect(text).not.toContain('more');
  }
});
