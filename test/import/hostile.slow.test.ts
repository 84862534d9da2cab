/** Exports that somebody made to do harm, or that broke on their way: no crash, no hang, nothing outside the folder. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { run } from '../support/site.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';
import { wxr } from '../support/wxr.ts';

const item = (name: string, content = 'Text.', more = ''): string =>
  `<item><title>${name}</title><link>https://blog.example.org/${name}/</link><guid>https://blog.example.org/?p=${encodeURIComponent(name).length}</guid><content:encoded><![CDATA[${content}]]></content:encoded><wp:post_id>1</wp:post_id><wp:post_date>2018-07-05 15:48:16</wp:post_date><wp:post_name><![CDATA[${name}]]></wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>${more}</item>`;

/** Imports an export in a folder of its own, and returns what is there then. */
async function importIt(bytes: string | Buffer) {
  const outer = tempFolder({ 'site/.keep': '' });
  const folder = join(outer, 'site');
  writeFileSync(join(folder, 'a.xml'), bytes);
  const start = performance.now();
  const result = await run(folder, ['import', 'wordpress', 'a.xml']);
  const files = filesIn(outer).filter((file) => !/a\.xml$|\.keep$/.test(file));
  return { ...result, files, time: performance.now() - start };
}

const isInside = (file: string): boolean =>
  /^site\/(?:posts\/[^/]+\.md|blog\.config\.yaml|_wordpress\/(?:import|report)\.json|_wordpress\/comments\/\d+\.json)$/.test(
    file,
  );

describe('names', () => {
  test.each([
    '../../../evil',
    '..%2f..%2fevil',
    '%2e%2e/evil',
    '/etc/passwd',
    'a\u0000b',
    '%00',
    'con',
    'a'.repeat(300),
    '%F0%9F%98%80'.repeat(100),
    '.hidden',
    '_draft',
    'node_modules',
    'C:\\evil',
    '...',
    ' ',
    '\u202etxt.exe',
    '%zz',
  ])('%j stays in the folder', async (name) => {
    const { status, files, stderr } = await importIt(wxr([item(name)]));
    expect([status, stderr]).toEqual([0, expect.stringContaining('1 post in posts: 1 written')]);
    expect(files.filter((file) => !isInside(file))).toEqual([]);
    expect(files.filter((file) => file.endsWith('.md')).map(dirname)).toEqual(['site/posts']);
  });
});

describe('content', () => {
  test.each([
    ['10,000 nested divs', '<div>'.repeat(10_000)],
    ['10,000 nested quotes', `${'<blockquote>'.repeat(10_000)}x`],
    ['10,000 nested shortcodes', `${'[caption]'.repeat(10_000)}x`],
    ['unclosed comments', '<!-- wp:a '.repeat(10_000)],
    ['100,000 brackets', '['.repeat(100_000)],
    ['100,000 stars', '*'.repeat(100_000)],
    ['a block that holds itself', '<!-- wp:block {"ref":1} /-->'],
    ['CDATA in CDATA', '<![CDATA[<![CDATA[x'],
    ['an entity bomb', '&lol9;'.repeat(1000)],
  ])('%s', async (_, content) => {
    const { status, files, time, stderr } = await importIt(wxr([item('a', content)]));
    expect([status, stderr]).toEqual([0, expect.stringContaining('1 written')]);
    expect(files.every(isInside)).toBe(true);
    expect(time).toBeLessThan(10_000);
  });
});

describe('files', () => {
  test('cut at every tenth, nothing is half written', async () => {
    const text = wxr([item('one'), item('two-2'), item('three-33')]);
    for (let tenth = 0; tenth < 10; tenth++) {
      const cut = text.slice(0, Math.floor((text.length * tenth) / 10));
      const { status, files } = await importIt(cut);
      const whole = cut.split('</item>').length - 1;
      expect(files.filter((file) => file.endsWith('.md'))).toHaveLength(whole);
      expect(status).toBe(/<wp:/.test(cut) ? 1 : 2);
    }
  });

  test.each([
    ['zeros', Buffer.alloc(100_000)],
    ['compressed zeros', gzipSync(Buffer.alloc(50_000_000))],
    ['gzip of nothing', gzipSync('')],
    ['gzip that is cut', gzipSync(wxr([item('a')])).subarray(0, 40)],
    ['random bytes', Buffer.from(Array.from({ length: 10_000 }, (_, index) => (index * 7919) % 251))],
  ])('%s: refused', async (_, bytes) => {
    const { status, files, stderr, time } = await importIt(bytes);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^blog: not a WordPress export: a\.xml is /)]);
    expect(files).toEqual([]);
    expect(time).toBeLessThan(10_000);
  });

  test('external entities are never read', async () => {
    const text = wxr([item('a')]).replace('<rss', '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<rss');
    const { status, stderr } = await importIt(text.replace('Text.', ']]>&x;<![CDATA['));
    expect([status, stderr]).toEqual([0, expect.stringContaining('DOCTYPE ignored')]);
  });
});
