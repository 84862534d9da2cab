/** Code in shortcodes is verbatim, whatever is in it. */
import { expect, test } from '@jest/globals';
import { protectCode } from '../../../src/import/shortcodes/expand.ts';

const round = (text: string): string => {
  const { text: marked, restore } = protectCode(text);
  return restore(marked);
};
const code = (text: string, language = ''): string =>
  `<pre><code${language === '' ? '' : ` class="language-${language}"`}>${text}</code></pre>`;

test.each([
  ['[code]a < b && [gallery][/code]', code('a &lt; b &amp;&amp; [gallery]')],
  ['[code language="php"]\n$a = "x";\n\n$b;\n[/code]', code('$a = &quot;x&quot;;\n\n$b;', 'php')],
  ['[code lang=js]x[/code]', code('x', 'js')],
  ['[sourcecode language=“css”]x{}[/sourcecode]', code('x{}', 'css')],
  ['[php]<?php echo 1; ?>[/php]', code('&lt;?php echo 1; ?&gt;', 'php')],
  ['[html]<b>x</b>[/html]', code('&lt;b&gt;x&lt;/b&gt;', 'html')],
  ['[html]&lt;b&gt;x&lt;/b&gt;[/html]', code('&lt;b&gt;x&lt;/b&gt;', 'html')],
  ['[html]<b>&amp;</b>[/html]', code('&lt;b&gt;&amp;amp;&lt;/b&gt;', 'html')],
  ['[python]\n  if x:\n    y\n[/python]', code('  if x:\n    y', 'python')],
  ['[crayon lang="ruby" title="one.rb"]x[/crayon]', `<p>one.rb</p>${code('x', 'ruby')}`],
  ['[highlight lang="sql"]x[/highlight]', code('x', 'sql')],
  ['[cc_bash]ls[/cc_bash] [cc lang="c++"]x[/cc]', `${code('ls', 'bash')} ${code('x', 'c++')}`],
  ["[sourcecode='html']<b>x</b>[/sourcecode]", code('&lt;b&gt;x&lt;/b&gt;', 'html')],
  ["[code='css']a{}[/code]", code('a{}', 'css')],
  ["[source = 'php' title='one.php']x[/source]", `<p>one.php</p>${code('x', 'php')}`],
  ['[sourcecode=“html”]x[/sourcecode]', code('x', 'html')],
  ['[sourcecode=&#8217;html&#8217;]x[/sourcecode]', code('x', 'html')],
  ['[source:php]x[/source]', code('x', 'php')],
  ['[code=js]x[/code]', code('x', 'js')],
  ["[[code='css']x[/code]]", "[[code='css']x[/code]]"],
  ["[code='css'] never closed", "[code='css'] never closed"],
  ['[code language="text"]x[/code]', code('x')],
  ['<p>[code]</p><p>a &lt; b<br />c</p><p>[/code]</p>', `<p>${code('a &lt; b\nc')}</p>`],
  ['[code]```\n[/code', '[code]```\n[/code'],
  ['[code]never closed', '[code]never closed'],
  ['[[code]x[/code]]', '[[code]x[/code]]'],
  ['[highlight]x[/highlight]', '[highlight]x[/highlight]'],
  ['[text]x[/text]', '[text]x[/text]'],
  ['[code]a[php]b[/php][/code]', code('a[php]b[/php]')],
  ['[code]1[/code] and [code]2[/code]', `${code('1')} and ${code('2')}`],
  ['[code language="\\"><script>"]x[/code]', code('x')],
  [
    `[fusion_syntax_highlighter language="html"]${Buffer.from('<b>').toString('base64')}[/fusion_syntax_highlighter]`,
    code('&lt;b&gt;', 'html'),
  ],
  ['[fusion_syntax_highlighter language="x-sh"]bHM=[/fusion_syntax_highlighter]', code('ls', 'sh')],
  ['[code language="text/x-php"]a[/code]', code('a', 'php')],
  // The plugin WP-Syntax shows what is in such a `pre` as it is.
  [
    '<pre lang="PHP" line="1"><?php <snip>\n<input name="a">\n</pre>',
    code('&lt;?php &lt;snip&gt;\n&lt;input name=&quot;a&quot;&gt;', 'php'),
  ],
  ["<PRE lang='js'>if (a<b) x();</PRE>y", `${code('if (a&lt;b) x();', 'js')}y`],
  ['<pre lang="html4strict" escaped="true">&lt;b&gt;</pre>', code('&lt;b&gt;', 'html4strict')],
  ['<pre lang="xml"><a>&amp;</a></pre>', code('&lt;a&gt;&amp;amp;&lt;/a&gt;', 'xml')],
  // So does CodeColorer, with `code`. A highlighter writes no other tags than those of its colours.
  [
    '<pre lang="php"><?php echo "<span>$a</span>";\n<pre></pre>b',
    `${code('&lt;?php echo &quot;&lt;span&gt;$a&lt;/span&gt;&quot;;\n&lt;pre&gt;', 'php')}b`,
  ],
  [
    '<code>\n<pre lang="java">\nList<Note> a; // <code>&lt;b&gt;</pre>\n</code>',
    `<code>\n${code('List&lt;Note&gt; a; // &lt;code&gt;&amp;lt;b&amp;gt;', 'java')}\n</code>`,
  ],
  [
    '<code lang="PHP">\n<h1><?php x(); ?></h1>\n</code>y',
    `${code('&lt;h1&gt;&lt;?php x(); ?&gt;&lt;/h1&gt;', 'php')}y`,
  ],
  ['<code lang="php">a();\nb();</code>', code('a();\nb();', 'php')],
  ['see <code lang="html"><b>x</b></code>.', 'see <code>&lt;b&gt;x&lt;/b&gt;</code>.'],
  ['[php]<pre lang="php">[/php]</pre>', `${code('&lt;pre lang=&quot;php&quot;&gt;', 'php')}</pre>`],
  ...[
    '<pre lang="en">a <em>b</em></pre>',
    '<pre lang="php"><code>a</code></pre>',
    '<pre lang="php"><span class="k">a</span></pre>',
    '<pre lang="php"><ol><li><span class="k">a</span>&lt;b&gt;<br></li></ol></pre>',
    '<pre lang="html"> <code><p>a</p></code>\n</pre>',
    '<code lang="php">a()</code> <code lang="en">\n<em>b</em>\n</code> <code>\n<h1>\n</code>',
    '<code lang="php">\n<span class="k">a</span>\n</code>',
    '<pre class="wp-block-code"><code lang="php" class="language-php">a<br><strong>b</strong>\nc</code></pre>',
    '<pre class="wp-block-code">\n<code lang="php">a<br>b</code></pre>',
    '<pre lang="php">never closed',
    '<pre class="lang">a<b>b</b></pre>',
  ].map((source): [string, string] => [source, source]),
])('%s', (source, expected) => {
  expect(round(source)).toBe(expected);
});

test('a text that already has such a place keeps it', () => {
  const text = '<pre data-code-0="0"></pre>[code]x[/code]';
  expect(round(text)).toBe(`<pre data-code-0="0"></pre>${code('x')}`);
});
