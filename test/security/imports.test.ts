/** What SECURITY.md promises of imports: an export is text, which nothing executes, fetches or shows a terminal as it is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { runConfined } from '../support/confined.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';
import { wxr } from '../support/wxr.ts';

/** What a terminal, a shell, a parser of XML or PHP would obey, in one line. */
const hostile =
  '\u001b[2J\u001b]0;owned\u0007\u202e$(touch owned)`touch owned`; touch owned &x; <?php system("touch owned") ?>\u009b31m';

const cdata = (text: string): string => `<![CDATA[${text}]]>`;

function item(id: number, fields: Record<string, string>): string {
  const all = {
    title: hostile,
    link: `https://blog.example.org/2018/07/05/${id}/`,
    guid: `https://blog.example.org/?p=${id}`,
    'dc:creator': hostile,
    'content:encoded': `${hostile}<img src="https://canary.example/a.png" onerror="alert(1)"><script src="https://canary.example/x.js"></script><iframe src="https://canary.example/"></iframe>[embed]https://canary.example/[/embed]`,
    'excerpt:encoded': hostile,
    'wp:post_id': String(id),
    'wp:post_date': '2018-07-05 15:48:16',
    'wp:post_name': `../../owned-${id}`,
    'wp:status': 'publish',
    'wp:post_type': 'post',
    ...fields,
  };
  const elements = Object.entries(all).map(([name, value]) => `<${name}>${cdata(value)}</${name}>`);
  const meta = `<wp:postmeta><wp:meta_key>${cdata(hostile)}</wp:meta_key><wp:meta_value>${cdata(hostile)}</wp:meta_value></wp:postmeta>`;
  const comment = `<wp:comment><wp:comment_author>${cdata(hostile)}</wp:comment_author><wp:comment_content>${cdata(hostile)}</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>`;
  return `<item>${elements.join('')}<category domain="category" nicename="${id}">${cdata(hostile)}</category>${meta}${comment}</item>`;
}

const doctype = '<!DOCTYPE rss SYSTEM "https://canary.example/x.dtd" [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<rss ';
const text = wxr([
  item(1, {}),
  item(2, { 'wp:status': hostile }),
  item(3, { 'wp:post_type': hostile }),
  item(4, { 'wp:status': 'private' }),
  '<item><title>&x;</title><content:encoded>&x;</content:encoded><wp:post_id>5</wp:post_id><wp:status>publish</wp:status></item>',
])
  .replace('<rss ', doctype)
  .replace('A blog', cdata(hostile));

test.each([[[]], [['--json']], [['--dry-run']], [['--include', 'private', '--type', hostile]]])(
  'an export full of commands is text: %j',
  (more: string[]) => {
    const folder = tempFolder({ 'blog/export.xml': text });
    const args = ['-C', 'blog', 'import', 'wordpress', 'export.xml', ...more];
    const { status, stdout, stderr } = runConfined(folder, args);
    expect({ status, stderr }).toEqual({ status: 0, stderr });
    expect(stdout + stderr).not.toMatch(/REACHED OUT|ERR_ACCESS_DENIED|unexpected error|root:/);
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    for (const file of filesIn(folder)) {
      expect(file).toMatch(/^blog\/(?:export\.xml$|blog\.config\.yaml$|_wordpress\/|posts\/[^/]+\.md$)/);
      if (file === 'blog/export.xml') continue;
      const written = readFileSync(join(folder, file), 'utf8');
      expect(written).not.toMatch(/\u001b|root:|<script/);
    }
  },
);
