/** The tags by which other tools mark code. */
import { expect, test } from '@jest/globals';
import { createMarkdown } from '../../../src/post/markdown/markdown.ts';

const markdown = createMarkdown();

function render(text: string): string {
  return markdown.render(markdown.parse(text)).trimEnd();
}

const code = (text: string, language?: string): string =>
  `<pre><code${language === undefined ? '' : ` class="language-${language}"`}>${text}\n</code></pre>`;

test.each<[string, string, string]>([
  ['Liquid', '{% highlight ruby linenos %}\n# x\n\n  y\n{% endhighlight %}', code('# x\n\n  y', 'ruby')],
  ['trimmed', '{%- highlight c++ -%}\n# x\n{%- endhighlight -%}', code('# x', 'c++')],
  ['a quoted language', '{% highlight "js" %}\nx\n{% endhighlight %}', code('x', 'js')],
  ['on one line', '{% highlight sh %}ls{% endhighlight %}', code('ls', 'sh')],
  ['Hexo', '{% codeblock A title lang:js https://e.org %}\nx\n{% endcodeblock %}', code('x', 'js')],
  ['Hexo without a language', '{% code %}\nx\n{% endcode %}', code('x')],
  ['Hugo', '{{< highlight go "linenos=table" >}}\n# {{ .x }}\n{{< /highlight >}}', code('# {{ .x }}', 'go')],
  ['Hugo, the other way', '{{% highlight go %}}\nx\n{{% / highlight %}}', code('x', 'go')],
  ['raw', '{% raw %}\n# {{ x }}\n{% endraw %}', code('# {{ x }}')],
  ['below a paragraph', 'a\n{% highlight sh %}\nls\n{% endhighlight %}\nb', `<p>a</p>\n${code('ls', 'sh')}\n<p>b</p>`],
  [
    'in a list, not indented',
    '- a\n\n  {% code %}\nx\n  {% endcode %}',
    `<ul>\n<li>\n<p>a</p>\n${code('x')}\n</li>\n</ul>`,
  ],
  ['in a quotation', '> {% code %}\n> x\n> {% endcode %}', `<blockquote>\n${code('x')}\n</blockquote>`],
  ['with markup', '{% code %}\n<b>[a](b)</b>\n{% endcode %}', code('&lt;b&gt;[a](b)&lt;/b&gt;')],
  ['in a sentence', 'a {% raw %}{{ x }}{% endraw %} b', '<p>a <code>{{ x }}</code> b</p>'],
  ['around a code span', '{% raw %}`{{ x }}`{% endraw %}', '<p><code>{{ x }}</code></p>'],
])('%s', (_, text, html) => {
  expect(render(text)).toBe(html);
});

test.each<[string, string, string]>([
  ['a fence', '{% raw %}\n\n```html\n{{ x }}\n```\n\n{% endraw %}\na', `${code('{{ x }}', 'html')}\n<p>a</p>`],
  ['HTML', '{% raw %}\n<p>x</p>\n{% endraw %}\na', '<p>x</p>\n<p>a</p>'],
  ['a fence with a title', '{% code title="a" %}\n```js\nx\n```\n{% endcode %}', code('x', 'js')],
])('around %s it is nothing', (_, text, html) => {
  expect(render(text)).toBe(html);
});

test.each([
  '{% highlight ruby %}\nx',
  '{% highlighter %}\nx\n{% endhighlighter %}',
  'a {% raw %} b',
  '{{ highlight }}',
])('%j is none', (text) => {
  expect(render(text)).toBe(`<p>${text}</p>`);
});

test.each(['{% highlight a %}', '> {% highlight a %}', '- {% code %}', '{% raw %}`', '{% raw %} x'])(
  'many of %s are read in time',
  (line) => {
    const started = performance.now();
    for (const end of ['', '\n\n{% endhighlight %}\n{% endcode %}\n{% endraw %}']) {
      render(`${line}\n`.repeat(10_000) + end);
      render(`${line} `.repeat(10_000) + end);
    }
    expect(performance.now() - started).toBeLessThan(4000);
  },
);
