/** Exports that somebody made to do harm, or that broke on their way: no crash, no hang, nothing outside the folder. */
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { runMetered } from '../support/metered.ts';
import { run } from '../support/site.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';
import { wxr } from '../support/wxr.ts';

const item = (name: string, content = 'Text.', more = ''): string =>
  `<item><title>${name}</title><link>https://blog.example.org/${name}/</link><guid>https://blog.example.org/?x=${encodeURIComponent(name)}</guid><content:encoded><![CDATA[${content}]]></content:encoded><wp:post_id>1</wp:post_id><wp:post_date>2018-07-05 15:48:16</wp:post_date><wp:post_name><![CDATA[${name}]]></wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>${more}</item>`;

/** ms; far more than any takes, since the machine may be busy with other things. */
const longest = 30_000;

const args = ['import', 'wordpress', 'a.xml'];

/** Imports an export in a folder of its own, and returns what is there then: whole files, which a second run leaves alone. */
async function importIt(bytes: string | Buffer) {
  const outer = tempFolder({ 'site/.keep': '' });
  const folder = join(outer, 'site');
  writeFileSync(join(folder, 'a.xml'), bytes);
  const start = performance.now();
  const result = await run(folder, args);
  const time = performance.now() - start;
  const texts = textsIn(outer);
  for (const [file, text] of Object.entries(texts)) {
    if (file.endsWith('.json')) JSON.parse(text);
    if (file.endsWith('.md')) expect(text).toMatch(/^---\n.*\n---\n(?:.*\n)?$/s);
  }
  expect(result.stderr).not.toMatch(/unexpected error|^ {4}at /m);
  if (result.status !== 2) await run(folder, args);
  expect(textsIn(outer)).toEqual(texts);
  return { ...result, folder, files: Object.keys(texts), time };
}

function textsIn(outer: string): Record<string, string> {
  const files = filesIn(outer).filter((file) => !/a\.xml$|\.keep$/.test(file));
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(outer, file), 'utf8')]));
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
    ['50,000 stars', '*'.repeat(50_000)],
    ['a block that holds itself', '<!-- wp:block {"ref":1} /-->'],
    ['CDATA in CDATA', '<![CDATA[<![CDATA[x'],
    ['an entity bomb', '&lol9;'.repeat(1000)],
    ['a comment of HTML that nobody ends', `<!--${'-'.repeat(100_000)}`],
    ['100,000 attributes', `<p ${'a="b" '.repeat(100_000)}>x</p>`],
    ['10,000 nested tables', `${'<table><tr><td>'.repeat(10_000)}x`],
    ['10,000 nested lists', `${'<ul><li>'.repeat(10_000)}x`],
    ['a word of a megabyte', 'x'.repeat(1_000_000)],
    ['a megabyte of spaces', `a${' '.repeat(1_000_000)}b`],
    ['100,000 line breaks', `a${'\n'.repeat(100_000)}b`],
    ['control characters', 'a\u0000\u0001\u001b[31mb\u202e\ufeff\uffff'],
    ['front matter and a fence', '---\ntitle: x\n---\n```\n---'],
  ])('%s', async (_, content) => {
    const { status, files, time, stderr } = await importIt(wxr([item('a', content)]));
    expect([status, stderr]).toEqual([0, expect.stringContaining('1 written')]);
    expect(files.every(isInside)).toBe(true);
    expect(time).toBeLessThan(longest);
  });
});

/** Items with much in a part of them that is not their text. */
const many = (text: string): string => text.repeat(50_000);
describe('items', () => {
  test.each([
    ['50,000 categories', many('<category domain="category" nicename="a"><![CDATA[A]]></category>')],
    ['50,000 fields', many('<wp:postmeta><wp:meta_key>k</wp:meta_key><wp:meta_value>v</wp:meta_value></wp:postmeta>')],
    [
      '50,000 comments',
      many(
        '<wp:comment><wp:comment_content>c</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>',
      ),
    ],
    ['50,000 nested elements', many('<a>')],
    ['50,000 elements of one name', many('<title>x</title>')],
    [
      'an old slug of a megabyte',
      `<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>${'x/../'.repeat(200_000)}</wp:meta_value></wp:postmeta>`,
    ],
    [
      'an attachment of nowhere',
      '<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9e99</wp:meta_value></wp:postmeta>',
    ],
  ])('%s', async (_, more) => {
    const { status, files, time } = await importIt(wxr([item('a', 'Text.', more)]));
    expect([0, 1]).toContain(status);
    expect(files.every(isInside)).toBe(true);
    expect(time).toBeLessThan(longest);
  });

  test('CDATA in CDATA, as WordPress divides it, is text', async () => {
    const { status, folder } = await importIt(wxr([item('a', 'a ]]]]><![CDATA[> <b>b</b> <![CDATA[c')]));
    expect(status).toBe(0);
    expect(readFileSync(join(folder, 'posts/2018-07-05-a.md'), 'utf8')).toMatch(/\na \\?\]\\?\]\\?> \*\*b\*\*/);
  });

  test('titles of 300 bytes, of markup and of nothing but signs', async () => {
    const titles = ['x'.repeat(300), '&lt;script&gt;alert(1)&lt;/script&gt;', '\u202e\u200b', ': - # @ `', '---'];
    const items = titles.map((title, at) => item(`a-${at}`).replace(/<title>.*?<.title>/, `<title>${title}</title>`));
    const { status, files, folder } = await importIt(wxr(items));
    expect([status, files.filter((file) => file.endsWith('.md')).length]).toEqual([0, titles.length]);
    const { stdout } = await run(folder, ['validate', '--format', 'json']);
    expect(JSON.parse(stdout).summary.errors).toBe(0);
  });
});

describe('files', () => {
  test('cut at every hundredth, what is whole is written, and the whole file completes it', async () => {
    const text = wxr([item('one'), item('two-2'), item('three-33')]);
    for (let hundredth = 0; hundredth < 100; hundredth++) {
      const cut = text.slice(0, Math.floor((text.length * hundredth) / 100));
      const { status, files, folder } = await importIt(cut);
      const whole = cut.split('</item>').length - 1;
      expect(files.filter((file) => file.endsWith('.md'))).toHaveLength(whole);
      expect(status).toBe(/<wp:\w+>/.test(cut) ? 1 : 2);
      if (hundredth % 10 !== 0) continue;
      writeFileSync(join(folder, 'a.xml'), text);
      expect((await run(folder, args)).stderr).toContain(`3 posts in posts: ${3 - whole} written`);
    }
  });

  const cafe = wxr([item('a', 'café “x”')]);
  const declared = (encoding: string): string => cafe.replace('UTF-8', encoding);
  test.each([
    ['UTF-8 that declares ISO-8859-1', Buffer.from(declared('ISO-8859-1')), 'café “x”'],
    ['UTF-8 that declares UTF-16', Buffer.from(declared('UTF-16')), 'café “x”'],
    ['UTF-8 that declares nonsense', Buffer.from(declared('x-klingon')), 'café “x”'],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${cafe}`, 'utf16le'), 'café “x”'],
    ['windows-1252 that declares UTF-8', Buffer.from(cafe.replace(/[“”]/g, '"'), 'latin1'), 'café "x"'],
    [
      'bytes that are no text',
      Buffer.concat([Buffer.from(cafe), Buffer.from([0xff, 0xc0, 0xaf, 0xed, 0xa0, 0x80])]),
      'café “x”',
    ],
  ])('%s', async (_, bytes, text) => {
    const { folder } = await importIt(bytes);
    expect(readFileSync(join(folder, 'posts/2018-07-05-a.md'), 'utf8')).toContain(`\n${text}\n`);
  });

  test('100 MB are read in little memory, and tell how far they are', async () => {
    const outer = tempFolder({ '.keep': '' });
    const [before = '', after = ''] = wxr(['|']).split('|');
    const revision = item('r', 'x'.repeat(1_000_000)).replace('type>post', 'type>revision');
    const fd = openSync(join(outer, 'a.xml'), 'w');
    writeSync(fd, before);
    for (let count = 0; count < 100; count++)
      writeSync(fd, `${revision}\n${item(`post-${count}`, 'Text. '.repeat(1000))}\n`);
    writeSync(fd, after);
    closeSync(fd);
    const { status, stderr, memory } = await runMetered(outer, args, { patience: 300 });
    expect([status, stderr]).toEqual([
      0,
      expect.stringContaining('200 items in 1 file\n100 posts in posts: 100 written'),
    ]);
    expect(memory).toBeLessThan(250);
    const terminal = { width: 80, color: 0 as const };
    const shown = await run(outer, [...args, '--dry-run'], { stderr: terminal });
    // A fast machine has read it before there is anything to show.
    expect(shown.stderr).toMatch(/(?:reading a\.xml: \d+ %|\d+ of 100 posts) …/);
  }, 600_000);

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
    expect(time).toBeLessThan(longest);
  });

  test('external entities are never read', async () => {
    const text = wxr([item('a')]).replace('<rss', '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<rss');
    const { status, stderr } = await importIt(text.replace('Text.', ']]>&x;<![CDATA['));
    expect([status, stderr]).toEqual([0, expect.stringContaining('DOCTYPE ignored')]);
  });
});
