/** A heading that repeats the title is left out where the text begins. */
import { expect, test } from '@jest/globals';
import { convertHtml } from '../../../src/import/text/toMarkdown.ts';
import { createContext } from './context.ts';

const convert = (html: string, title: string | undefined = 'About us') =>
  convertHtml(html, { ...createContext(), title });
const loss = { kind: 'structure', what: 'heading that repeats the title', count: 1 };

test.each([
  ['<h1>About us</h1><p>Text.</p>'],
  ['<h1>ABOUT  US</h1><p>Text.</p>'],
  ['<h1 class="x"><strong>About<br />us</strong></h1><p>Text.</p>'],
  ['<div><header>\n<h1>About us</h1></header><p>Text.</p></div>'],
  ['<!-- x --><p>&nbsp;</p><br /><h1>About&nbsp;us</h1>\n<p>Text.</p>'],
  ['<style>h1{}</style><h1>About us</h1><p>Text.</p>'],
])('left out: %s', (html) => {
  const { markdown, losses, source } = convert(html);
  expect(markdown).toBe('Text.\n');
  expect(losses).toContainEqual(loss);
  expect(source.html).toBe(html);
});

test.each([
  ['<h1>About them</h1><p>Text.</p>', '# About them\n\nText.\n'],
  ['<h2>About us</h2><p>Text.</p>', '## About us\n\nText.\n'],
  ['<p>Text.</p><h1>About us</h1>', 'Text.\n\n# About us\n'],
  ['<hr /><h1>About us</h1>', '---\n\n# About us\n'],
  ['<p><img src="/a.png" alt="" /></p><h1>About us</h1>', '![](/a.png)\n\n# About us\n'],
  ['<blockquote><h1>About us</h1></blockquote>', '> # About us\n'],
  ['<h1><a href="/a">About us</a></h1>', '# [About us](/a)\n'],
  ['<h1>About us<img src="/a.png" alt="" /></h1>', '# About us![](/a.png)\n'],
  ['<h1></h1><p>Text.</p>', 'Text.\n'],
])('stays: %s', (html, expected) => {
  const { markdown, losses } = convert(html);
  expect(markdown).toBe(expected);
  expect(losses).not.toContainEqual(loss);
});

test('one to which the text links stays', () => {
  const html = '<h1 id="top">About us</h1><p><a href="#top">Up</a></p>';
  expect(convert(html).markdown).toBe('# <a id="top"></a>About us\n\n[Up](#top)\n');
});

test('every one at the beginning is left out, but no other', () => {
  const html = '<h1>About us</h1><h1>About us</h1><p>Text.</p><h1>About us</h1>';
  expect(convert(html).markdown).toBe('Text.\n\n# About us\n');
});

test('a title may have smilies, or be made of the first words', () => {
  expect(convert('<h1>Hello :)</h1><p>Text.</p>', 'Hello :)').markdown).toBe('Text.\n');
  expect(convert('<h1>Hello</h1>', '').markdown).toBe('');
  expect(convert('<h1>Hello</h1><p>Text.</p>', '').markdown).toBe('# Hello\n\nText.\n');
});

test('without a word about the title nothing is left out', () => {
  expect(convertHtml('<h1>About us</h1>', createContext()).markdown).toBe('# About us\n');
});
