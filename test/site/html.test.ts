/** HTML by templates: nothing gets in unescaped but what the sanitiser has made. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { parseFragment } from 'parse5';
import { attributes, html, jsonLd, script } from '../../src/site/html/html.ts';
import { character } from '../support/anyText.ts';
import fc from '../support/fastCheck.ts';

const src = resolve(import.meta.dirname, '../../src/site');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const read = (file: string): string => readFileSync(join(src, file), 'utf8');

test('escapes text, joins lists, and leaves out what is not there', () => {
  const inner = html`<b>${'<i>'}</b>`;
  expect(html`<p title="${'"&'}">${[inner, ', ', undefined, false, 0, ['a']]}</p>`.html).toBe(
    '<p title="&quot;&amp;"><b>&lt;i&gt;</b>, 0a</p>',
  );
  expect(html`${'a\0b\ud800c'}`.html).toBe('abc');
});

test('writes attributes in quotes, and none without a value', () => {
  expect(attributes({ a: 'x" onload="y', b: undefined, c: false, d: true, e: 0 }).html).toBe(
    ' a="x&quot; onload=&quot;y" d e="0"',
  );
  expect(script('/a"b.js', '/events').html).toBe(
    '<script type="module" src="/a&quot;b.js" data-events="/events"></script>\n',
  );
});

test('any text stays text', () => {
  fc.assert(
    fc.property(fc.string({ unit: character }), (text) => {
      const { childNodes } = parseFragment(html`<p title="${text}">${text}</p>`.html);
      expect(childNodes).toHaveLength(1);
      const [p] = childNodes;
      expect(p && 'attrs' in p ? p.attrs.map(({ name }) => name) : []).toEqual(['title']);
      expect(p && 'childNodes' in p ? p.childNodes.every(({ nodeName }) => nodeName === '#text') : false).toBe(true);
    }),
  );
});

test('structured data cannot end its element, and stays what it is', () => {
  const data = { a: '</script><!--<script>&\u2028' };
  const { html: text } = jsonLd(data);
  expect(text.slice(35).replace(/<\/script>\n$/, '')).not.toMatch(/[<>&]/);
  expect(JSON.parse(text.replace(/^<script[^>]*>|<\/script>\n$/g, ''))).toEqual(data);
});

test('only the room of bodies passes on HTML that no template has made', () => {
  const users = files.filter((file) => /\bsanitised\(/.test(read(file)) && file !== join('html', 'html.ts'));
  expect(users.map((file) => file.replaceAll('\\', '/')).sort()).toEqual(['body/body.ts', 'body/item.ts']);
});

test('every value of a template stands in text or in quotes, and no template ends a script', () => {
  for (const file of files) {
    expect([file, read(file).match(/ (?!url)[\w-]+=\$\{/g)]).toEqual([file, null]);
    // Bundlers rewrite such templates, and then need a package of theirs.
    expect([file, /html`[^`]*<\/script/.test(read(file))]).toEqual([file, false]);
  }
});
