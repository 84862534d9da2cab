/** Links within a text lead to its headings. */
import { expect, test } from '@jest/globals';
import { pageOf } from '../support/pages.ts';

const contentOf = async (body: string): Promise<string> => {
  const page = await pageOf({ body });
  return page.slice(page.indexOf('<div class="e-content">\n'), page.search(/<\/div>\n(?:<footer>|<p hidden>)/));
};

const idsIn = (html: string): (string | undefined)[] => [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);

test.each<[string, string[]]>([
  ['## Sec two', ['sec-two']],
  ['## A\n\n## A\n\n## A 1\n\n## A', ['a', 'a-1', 'a-1-1', 'a-2']],
  ['## What’s *new* in `C++` & R&D?', ['whats-new-in-c--rd']],
  ['## École 2024: 한국어_x', ['école-2024-한국어_x']],
  ['## 1. Aims', ['1-aims']],
  ['## Main\n\n## Left out', ['main-1', 'left-out-1']],
  ['## 🎉', []],
  ['## A [link](https://e.org) and ![alt](https://e.org/a.png)', ['a-link-and']],
  ['Setext\n===', ['setext']],
  ['<h2>Raw <b>HTML</b></h2>', ['raw-html']],
  ['<h2 id="own">Raw</h2>', ['own']],
  ['<a id="own"></a>\n\n## Own', ['own', 'own-1']],
  ['## Own\n\n<a id="own"></a>', ['own-1', 'own']],
  ['<a name="old">x</a>', ['old']],
  ['<p id="x">a</p><p id="x">b</p>', ['x']],
  ['<p id="main">a</p><p id="fn-1">b</p><p id="line-3">c</p><p id="a b">d</p><p id="left-out">e</p>', []],
])('%j', async (body, ids) => {
  expect(idsIn(await contentOf(body))).toEqual(ids);
});

test('no two ids on a page are the same, whatever the text', async () => {
  const page = await pageOf({
    body: '## Main\n\n# Fn\n\na[^1]\n\n<a id="fn"></a><a name="fn"></a>\n\n## Fn\n\n[^1]: b',
  });
  const ids = idsIn(page);
  expect(new Set(ids).size).toBe(ids.length);
});
