/** The text of a post on a page. */
import { describe, expect, test } from '@jest/globals';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { vectors } from '../feed/vectors.ts';
import { surroundings } from '../support/feedPosts.ts';
import { pageOf } from '../support/pages.ts';

const contentOf = async (body: string, changes = {}): Promise<string> => {
  const page = await pageOf(
    { body },
    { surroundings: surroundings({ 'b.md': 'https://blog.example.org/base/b/' }), ...changes },
  );
  return page
    .slice(page.indexOf('<div class="e-content">\n') + 24, page.search(/<\/div>\n(?:<footer>|<p hidden>)/))
    .trim();
};

describe('links', () => {
  test.each([
    ['[a](b.md#x)', '<a href="/base/b/#x">'],
    ['[a](/base/c)', '<a href="/base/c">'],
    ['[a](/c)', '<a href="https://blog.example.org/c">'],
    ['[a](https://blog.example.org/based)', '<a href="https://blog.example.org/based">'],
    ['[a](https://e.org/?a&b)', '<a href="https://e.org/?a&amp;b">'],
    ['[a](mailto:a@e.org)', '<a href="mailto:a@e.org">'],
    ['[a](#x)', '<a href="#x">'],
    [
      '<img src="a.png" srcset="a.png 1x, https://e.org/b.png 2x" alt="A">',
      'srcset="/base/2018/07/05/sample/a.png 1x, https://e.org/b.png 2x"',
    ],
    [
      '<video src="v.mp4" poster="/base/p.png"></video>',
      'src="/base/2018/07/05/sample/v.mp4" poster="/base/p.png" controls',
    ],
    ['Text `href="https://blog.example.org/base/"`', '<code>href=&quot;https://blog.example.org/base/&quot;</code>'],
  ])('%s', async (body, expected) => {
    expect(await contentOf(body)).toContain(expected);
  });
});

describe('structure', () => {
  test.each([
    [
      'headings begin at the second level',
      '# A\n\n## B\n\n# C',
      '<h2 id="a">A</h2>\n<h3 id="b">B</h3>\n<h2 id="c">C</h2>',
    ],
    ['and skip none', '#### A\n\n## B\n\n###### C', '<h2 id="a">A</h2>\n<h2 id="b">B</h2>\n<h3 id="c">C</h3>'],
    ['landmarks are those of the page', '<main><nav>a</nav></main>', '<div><div>a</div></div>'],
    [
      'elements are those that HTML still has',
      '<center><tt>a</tt><big>b</big></center>',
      '<div><code>a</code><span>b</span></div>',
    ],
    [
      'code scrolls by keyboard',
      '```\na\n```',
      '<section class="scroll" aria-label="Code" tabindex="0"><pre><code>a\n</code></pre></section>',
    ],
  ])('%s', async (_, body, expected) => {
    expect(await contentOf(body)).toBe(expected);
  });

  test('tables scroll by keyboard, have different names, and scopes in place of attributes that are gone', async () => {
    const content = await contentOf('| a | b |\n| --- | --: |\n| 1 | 2 |\n\n| c |\n| --- |\n| 3 |\n');
    expect(content).toContain('<section class="scroll" aria-label="Table" tabindex="0"><table>');
    expect(content).toContain('aria-label="Table 2"');
    expect(content).toContain('<th class="right" scope="col">b</th>');
    expect(content).not.toContain('align=');
    const nested = await contentOf('<table><tr><th>a<td><table><tr><td>b</table></table>');
    expect(nested.match(/<section/g)).toHaveLength(1);
    expect(nested.match(/<\/section>/g)).toHaveLength(1);
    expect(nested).toContain('<th scope="row">');
  });

  test('footnotes are named, and lead there and back on the page', async () => {
    const content = await contentOf('A[^1] <i>b</i>\n\n[^1]: Note.');
    expect(content).toMatch(/<sup><a href="#(fn-\w+-1)" id="(fnref-\w+-1)">\[1\]<\/a><\/sup>/);
    expect(content).toContain('<section class="footnotes" aria-label="Footnotes">');
    expect(content).toMatch(/<a href="#fnref-\w+-1" aria-label="Back to the text">/);
  });

  test('the first image is there at once, the others when they come into view', async () => {
    const content = await contentOf('![a](a.png) ![](b.png) <img src="c.png">');
    expect(content.match(/<img[^>]*>/g)?.map((tag) => /loading="lazy"/.test(tag))).toEqual([false, true, true]);
    expect(content.match(/ alt="/g)).toHaveLength(3);
  });
});

test.each(vectors.map((vector) => [vector]))('no script runs: %j', async (vector) => {
  const page = await pageOf({
    body: vector,
    title: vector,
    summary: vector,
    authors: [{ name: vector, url: vector }],
    categories: [vector],
    tags: [vector],
    image: { src: vector, alt: vector, credit: vector, credit_url: vector },
    comments: vector,
  });
  expect(findActive(parse(page))).toEqual([]);
});

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

/** The elements that could run something, or load what no page needs. */
function findActive(node: Node): string[] {
  const inside = 'childNodes' in node ? node.childNodes.flatMap(findActive) : [];
  if (!('attrs' in node)) return inside;
  const type = node.attrs.find(({ name }) => name === 'type')?.value;
  const isData = node.tagName === 'script' && type === 'application/ld+json';
  const isActive = /^(?:script|style|iframe|form|object|embed|svg|math|base|template)$/.test(node.tagName) && !isData;
  const bad = node.attrs.filter(
    ({ name, value }) =>
      /^on|^style$|^srcdoc$|^formaction$/.test(name) ||
      /^[\s\0-\x1f]*(?:javascript|vbscript|data:(?!image\/))/i.test(value.trim()),
  );
  const isUrl = bad.filter(({ name }) => /^on|^(?:style|srcdoc|href|src|srcset|poster|cite|content)$/.test(name));
  return [...inside, ...(isActive || isUrl.length > 0 ? [`<${node.tagName} ${JSON.stringify(node.attrs)}>`] : [])];
}
