/** Classic texts: an empty line ends a paragraph, another end of a line is a line break, as WordPress shows them. */
import { expect, test } from '@jest/globals';
import { addParagraphs } from '../../../src/import/text/paragraphs.ts';

test.each([
  ['One', '<p>One</p>'],
  ['One\n\nTwo', '<p>One</p>\n<p>Two</p>'],
  ['One\nTwo', '<p>One<br />\nTwo</p>'],
  ['One\r\n\r\nTwo\r\nthree', '<p>One</p>\n<p>Two<br />\nthree</p>'],
  ['a\n\n\n\nb\n \nc', '<p>a</p>\n<p>b</p>\n<p>c</p>'],
  ['a<br />\nb', '<p>a<br />\nb</p>'],
  ['a<br />\n<br />\nb', '<p>a</p>\n<p>b</p>'],
  ['<h2>A</h2>\nb\nc', '<h2>A</h2><p>b<br />\nc</p>'],
  ['a\n<h2>B</h2>\nc', '<p>a</p><h2>B</h2><p>c</p>'],
  ['<p>a</p>\n\n<p>b\nc</p>', '<p>a</p>\n<p>b<br />\nc</p>'],
  ['<p>a\n\nb</p>', '<p>a\n<p>b</p></p>'],
  ['<ul>\n<li>a</li>\n<li>b\nc</li>\n</ul>\nd', '<ul>\n<li>a</li>\n<li>b<br />\nc</li>\n</ul><p>d</p>'],
  ['<div>a</div>', '<div>a</div>'],
  ['<div>\n\na\n\nb\n\n</div>', '<div>\n<p>a</p>\n<p>b</p>\n</div>'],
  ['<div>a\nb</div>', '<div>a<br />\nb</div>'],
  ['<blockquote>a\n\nb</blockquote>', '<blockquote><p>a</p>\n<p>b</p></blockquote>'],
  ['<blockquote>\na\n</blockquote>', '<blockquote><p>a</p></blockquote>'],
  ['<pre>a\n\nb\nc</pre>\nd', '<pre>a\n\nb\nc</pre><p>d</p>'],
  ['<pre>a\n\nb', '<pre>a\n\nb'],
  ['<script>\na\n\nb\n</script>\nc', '<script>\na\n\nb\n</script><p>c</p>'],
  ['a\n\n<!--more-->\n\nb', '<p>a</p>\n\n<!--more-->\n\n<p>b</p>'],
  ['a<!--more-->b', '<p>a</p>\n<!--more-->\n<p>b</p>'],
  ['a <!-- x\n\ny --> b', '<p>a <!-- x  y --> b</p>'],
  ['<table>\n<tr>\n<td>a\nb</td>\n</tr>\n</table>', '<table>\n<tr>\n<td>a<br />\nb</td>\n</tr>\n</table>'],
  ['<strong>a\nb</strong>', '<p><strong>a<br />\nb</strong></p>'],
  ['<a\nhref="x">a</a>\nb', '<p><a href="x">a</a><br />\nb</p>'],
  ['<img src="a.jpg" />\n\nb', '<p><img src="a.jpg" /></p>\n<p>b</p>'],
  ['[caption id="a"]<img src="a" /> c[/caption]\n\nb', '<p>[caption id="a"]<img src="a" /> c[/caption]</p>\n<p>b</p>'],
  ['[gallery ids="1,2"]\nb', '[gallery ids="1,2"]\n<p>b</p>'],
  [
    '[vc_row][vc_column]\na\n\nb\n[/vc_column][/vc_row]',
    '[vc_row][vc_column]\n<p>a</p>\n<p>b</p>\n[/vc_column][/vc_row]',
  ],
  ['[sic]\n\n[1]', '<p>[sic]</p>\n<p>[1]</p>'],
  ['[et_pb_text a="b\nc"]x[/et_pb_text]', '<p>[et_pb_text a="b c"]x[/et_pb_text]</p>'],
  ['<code>a\nb</code>', '<p><code>a<br />\nb</code></p>'],
  ['<hr />\na', '<hr /><p>a</p>'],
  ['a\n<hr />\nb', '<p>a</p><hr /><p>b</p>'],
  [
    '<figure>\n<img src="a">\n<figcaption>a\nb</figcaption>\n</figure>',
    '<figure><img src="a"><figcaption>a<br />\nb</figcaption>\n</figure>',
  ],
  ['&nbsp;\n\na', '<p>&nbsp;</p>\n<p>a</p>'],
  ['  a\n\n  b', '<p>a</p>\n<p>b</p>'],
  ['', ''],
  ['\n\n\n', '\n'],
  ['a<div>b</div>c', '<p>a</p><div>b</div><p>c</p>'],
  ['<DIV>a</DIV>\n\nb', '<DIV>a</DIV>\n<p>b</p>'],
  ['<li>a\n\nb</li>', '<li>a\n<p>b</p></li>'],
  ['<iframe src="x"></iframe>\n\na', '<p><iframe src="x"></iframe></p>\n<p>a</p>'],
  ['https://youtu.be/x\n\na', '<p>https://youtu.be/x</p>\n<p>a</p>'],
])('%j', (text, html) => {
  expect(addParagraphs(text)).toBe(html);
});

test.each(['<div ', '<pre>', '<!--', '[a ', '\n ', '<', '<p>a\n', '[a_b c=d]\n'])(
  'many of %j take little time',
  (part) => {
    expect(addParagraphs(part.repeat(20_000)).length).toBeGreaterThan(0);
  },
);
