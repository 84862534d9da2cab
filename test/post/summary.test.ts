/** Summaries that other tools show as HTML are plain text everywhere. */
import { expect, test } from '@jest/globals';
import { htmlAsText } from '../../src/post/htmlAsText.ts';
import { blogOf, build, built } from '../support/builtSite.ts';
import { post, read } from '../support/diagnose.ts';
import { workOf } from '../support/effort.ts';
import { run } from '../support/site.ts';

test.each([
  ['<p>Our <strong>first</strong> meeting&nbsp;was good.</p>', 'Our first meeting was good.'],
  ['<p>One</p><p>two</p>', 'One two'],
  ['one<br>two<br/>three', 'one two three'],
  ['b<b>ol</b>d', 'bold'],
  ['The <a href="https://e.org/a>b">schedule</a> is out', 'The schedule is out'],
  ['<ul>\r\n<li>One\r\n<li>Two</ul>', 'One Two'],
  ['<img src="a.png" alt="A"> Text', 'Text'],
  ['<pre>&lt;a href="x"&gt;</pre>', '<a href="x">'],
  ['<p>Cut off <em>here</p>', 'Cut off here'],
  ['<style>p { color: red }</style><p>Text</p>', 'Text'],
  ['<p>Text</p><script>document.write("<b>x</b>")</script>', 'Text'],
  ['<p>Text</p><script>alert(1)', 'Text'],
  ['<p>Text<!-- more --></p>', 'Text'],
  ['<p>Text<!-- a <b>c</b> --> more --> text</p>', 'Text more --> text'],
  ['<script type="text/javascript">if (a < b) alert(1)', ''],
  ['<P CLASS="a">Text</P>', 'Text'],
  ['<p>Write to <your name></p>', 'Write to <your name>'],
  ['<p>a < b</p>', 'a < b'],
  ['<p>Use `<b>` here</p>', 'Use `<b>` here'],
])('%s is the text %s', (html, text) => {
  expect(htmlAsText(html)).toBe(text);
});

test.each([
  'a < b and c > d',
  'use <b> sparingly',
  'Hello <your name>, or <name>x</name>',
  'Use `<b>bold</b>` for bold text',
  'What <img> is for',
  'Write <!-- more --> below it',
  'Use <script> and <style>',
  'Q&amp;A',
  'I <3 you',
  'the end tag </p>',
  'two\nlines',
])('%s stays', (text) => {
  expect(htmlAsText(text)).toBe(text);
});

test.each(['`', '<!--', '<a "', '<p>', '<script>', '<p></p><!--', '&', "<a '"])(
  'many of %s take linear time',
  (part) => {
    expect(workOf(() => htmlAsText(`<p>a</p>${part.repeat(100_000)}`))).toBeLessThan(1000);
  },
);

test('a summary without text is none', () => {
  const { fields, faults } = read(post('title: A', 'date: 2024-05-14', 'excerpt: <p></p>'));
  expect(fields?.summary).toBeUndefined();
  expect(faults).toEqual([]);
});

test('list, feed, pages and validate agree', async () => {
  const excerpt = '<p>Our <strong>first</strong> meeting&nbsp;&amp; more.</p>';
  const long = `<p>${'<b>A</b> '.repeat(60)}</p>`;
  const head = 'date: 2024-05-14\nauthors: Ada Example';
  const folder = blogOf({
    'posts/a.md': `---\ntitle: A\n${head}\nexcerpt: "${excerpt}"\n---\nOur **first** meeting & more. It was good.\n`,
    'posts/b.md': `---\ntitle: B\n${head}\nexcerpt: "${long}"\n---\nText.\n`,
  });
  const plain = 'Our first meeting & more.';
  expect((await run(folder, ['validate'])).stdout).not.toMatch(/entity-in-text|summary-too-long/);
  const listed = JSON.parse((await run(folder, ['list', '--format', 'json', '--search', 'meeting'])).stdout);
  expect(listed).toMatchObject([{ summary: plain }]);
  const feed = JSON.parse((await run(folder, ['feed', '--type', 'json', '--summary'])).stdout);
  expect(feed.items.map((item: { summary: string }) => item.summary)).toContain(plain);
  await build(folder);
  const page = built(folder, '2024/05/14/a/index.html');
  expect(page).toContain('<meta name="description" content="Our first meeting &amp; more.">');
  expect(page).not.toContain('p-summary');
});
