/** Texts of the classic editor and of the block editor. */
import { fileUrl, type SampleItem, siteUrl } from '../sample.ts';

/** A text, and the Markdown that it becomes; what is lost on the way. */
type Row = [title: string, content: string, markdown: string, ...losses: string[]];

/** Posts from rows, named after their titles. */
export function fromRows(rows: readonly Row[]): SampleItem[] {
  return rows.map(([title, content, text, ...losses]) => ({
    title,
    name: title.toLowerCase().replaceAll(' ', '-'),
    content,
    becomes: { text, losses },
  }));
}

const first = `${siteUrl}/2014/06/10/changed-later/`;

const classic: Row[] = [
  ['Two paragraphs', 'One paragraph.\n\nAnother one.', 'One paragraph.\n\nAnother one.'],
  ['Lines of a poem', 'Roses\nare red', 'Roses\\\nare red'],
  ['Lines of Windows', 'One paragraph.\r\n\r\nAnother\r\none.', 'One paragraph.\n\nAnother\\\none.'],
  ['Strong words', 'A <strong>strong</strong> and an <em>emphatic</em> word.', 'A **strong** and an *emphatic* word.'],
  [
    'Bold words',
    'A <b>bold</b> and an <i>italic</i> word, a <del>deleted</del> one.',
    'A **bold** and an *italic* word, a ~~deleted~~ one.',
  ],
  ['Headings', '<h2>One</h2>\nText.\n<h3>Two</h3>\nMore.', '## One\n\nText.\n\n### Two\n\nMore.'],
  ['A list', '<ul>\n<li>tea</li>\n<li>cake</li>\n</ul>', '- tea\n- cake'],
  [
    'A list in a list',
    '<ul><li>tea<ul><li>green</li><li>black</li></ul></li><li>cake</li></ul>',
    '- tea\n  - green\n  - black\n- cake',
  ],
  ['Steps', '<ol start="3">\n<li>Ask.</li>\n<li>Listen.</li>\n</ol>', '3. Ask.\n4. Listen.'],
  ['A quote', '<blockquote>Nothing about us without us.</blockquote>', '> Nothing about us without us.'],
  [
    'Code',
    'Run <code>npm test</code>:\n<pre>one\n  two *three*\n</pre>',
    'Run `npm test`:\n\n```\none\n  two *three*\n```',
  ],
  ['A line', 'Above.\n\n<hr />\n\nBelow.', 'Above.\n\n---\n\nBelow.'],
  [
    'Markup as text',
    'Write &lt;b&gt;bold&lt;/b&gt; and &amp;amp; for an ampersand.',
    'Write \\<b>bold\\</b> and \\&amp; for an ampersand.',
  ],
  [
    'Signs as text',
    '2 * 3 * 4 = 24, snake_case_name, [sic] and [1].',
    '2 * 3 * 4 = 24, snake_case_name, [sic] and [1].',
  ],
  [
    'Signs at the beginning',
    '# not a heading\n\n1. not a list\n\n- neither',
    '\\# not a heading\n\n1\\. not a list\n\n\\- neither',
  ],
  ['Spaces that do not break', 'Dr&nbsp;Fraser and 10\u00a0people', 'Dr Fraser and 10 people'],
  [
    'From Word',
    '<p class="MsoNormal" style="mso-x: 1"><span lang="EN-GB">From Word<o:p></o:p></span></p>',
    'From Word',
  ],
  ['Welsh words', 'Mae’n braf. <em>Diolch yn fawr</em>, pawb!', 'Mae’n braf. *Diolch yn fawr*, pawb!'],
  [
    'A link elsewhere',
    'See <a href="https://www.example.com/a?b=1&amp;c=2">this page</a>.',
    'See [this page](https://www.example.com/a?b=1&c=2).',
  ],
  ['A link within', `As <a href="${first}">we wrote</a>.`, 'As [we wrote](2014-06-10-changed-later.md).'],
  [
    'A link with a fragment',
    `As <a href="${first}#comments">they wrote</a>.`,
    'As [they wrote](2014-06-10-changed-later.md#comments).',
  ],
  [
    'A link by number',
    `As <a href="${siteUrl}/?p=804">we wrote</a>.`,
    'As [we wrote](2011-05-05-a-copy-with-the-same-guid.md).',
  ],
  [
    'A link by path',
    'As <a href="/2014/06/10/changed-later/">we wrote</a>.',
    'As [we wrote](2014-06-10-changed-later.md).',
  ],
  [
    'A link to a former name',
    `As <a href="${siteUrl}/2014/05/12/a-much-longer-name/">we wrote</a>.`,
    'As [we wrote](2014-05-12-renamed-twice.md).',
  ],
  [
    'A link to a private post',
    `As <a href="${siteUrl}/2016/02/02/for-staff/">we wrote</a>.`,
    `As [we wrote](${siteUrl}/2016/02/02/for-staff/).`,
  ],
  ['A script', 'Before.\n\n<script>alert(1)</script>\n\nAfter.', 'Before.\n\nAfter.', 'script: script'],
  ['A form', 'Before.\n\n<form action="/x"><input name="a" /></form>\n\nAfter.', 'Before.\n\nAfter.', 'form: form'],
  [
    'A frame',
    'Before.\n\n<iframe src="https://player.example.com/7"></iframe>\n\nAfter.',
    'Before.\n\n<https://player.example.com/7>\n\nAfter.',
  ],
  [
    'A simple table',
    '<table><tbody><tr><th>Who</th><th>Where</th></tr><tr><td>Ann</td><td>Bangor</td></tr></tbody></table>',
    '| Who | Where |\n| --- | --- |\n| Ann | Bangor |',
  ],
  ['More to read', 'The beginning.\n\n<!--more-->\n\nThe rest.', 'The beginning.\n\n<!--more-->\n\nThe rest.'],
  [
    'Two pages',
    'Page one.\n\n<!--nextpage-->\n\nPage two.',
    'Page one.\n\n---\n\nPage two.',
    'structure: page break (<!--nextpage-->), now a rule',
  ],
  [
    'A video on its own',
    'Look:\n\nhttps://video.example.com/watch?v=1\n\nNice.',
    'Look:\n\n<https://video.example.com/watch?v=1>\n\nNice.',
  ],
  [
    'The end of CDATA',
    'An array: <code>a[b[0]]&gt;1</code> and ]]> as text.',
    'An array: `a[b[0]]>1` and ]]> as text.',
  ],
  ['Nothing at all', '', ''],
  [
    'Small print',
    'H<sub>2</sub>O and <mark>marked</mark> <kbd>Ctrl</kbd>',
    'H<sub>2</sub>O and <mark>marked</mark> <kbd>Ctrl</kbd>',
  ],
];

const p = (html: string): string => `<!-- wp:paragraph -->\n<p>${html}</p>\n<!-- /wp:paragraph -->`;

const blocks: Row[] = [
  ['Block paragraphs', `${p('One.')}\n\n${p('Two.')}`, 'One.\n\nTwo.'],
  [
    'Block heading',
    '<!-- wp:heading {"level":3} -->\n<h3 class="wp-block-heading">Why</h3>\n<!-- /wp:heading -->',
    '### Why',
  ],
  [
    'Block list',
    '<!-- wp:list --><ul class="wp-block-list"><!-- wp:list-item --><li>one</li><!-- /wp:list-item --><!-- wp:list-item --><li>two</li><!-- /wp:list-item --></ul><!-- /wp:list -->',
    '- one\n- two',
  ],
  [
    'Block quote',
    '<!-- wp:quote --><blockquote class="wp-block-quote"><!-- wp:paragraph --><p>Open it.</p><!-- /wp:paragraph --><cite>Ann</cite></blockquote><!-- /wp:quote -->',
    '> Open it.\n>\n> <cite>Ann</cite>',
  ],
  [
    'Block code',
    '<!-- wp:code --><pre class="wp-block-code"><code>if (a &lt; b) {\n  go();\n}</code></pre><!-- /wp:code -->',
    '```\nif (a < b) {\n  go();\n}\n```',
  ],
  [
    'Block separator',
    `${p('a')}<!-- wp:separator --><hr class="wp-block-separator"/><!-- /wp:separator -->${p('b')}`,
    'a\n\n---\n\nb',
  ],
  [
    'Block group',
    `<!-- wp:group {"layout":{"type":"constrained"}} --><div class="wp-block-group">${p('Inside.')}</div><!-- /wp:group -->`,
    'Inside.',
  ],
  [
    'Block columns',
    `<!-- wp:columns --><div class="wp-block-columns"><!-- wp:column --><div class="wp-block-column">${p('Left.')}</div><!-- /wp:column --><!-- wp:column --><div class="wp-block-column">${p('Right.')}</div><!-- /wp:column --></div><!-- /wp:columns -->`,
    'Left.\n\nRight.',
  ],
  [
    'Block table',
    '<!-- wp:table --><figure class="wp-block-table"><table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table><figcaption class="wp-element-caption">Numbers</figcaption></figure><!-- /wp:table -->',
    '| A | B |\n| --- | --- |\n| 1 | 2 |\n\n*Numbers*',
  ],
  [
    'Block button',
    '<!-- wp:buttons --><div class="wp-block-buttons"><!-- wp:button --><div class="wp-block-button"><a class="wp-block-button__link" href="https://join.example.com/">Join us</a></div><!-- /wp:button --></div><!-- /wp:buttons -->',
    '[Join us](https://join.example.com/)',
  ],
  [
    'Block embed',
    '<!-- wp:embed {"url":"https://video.example.com/2","type":"video"} --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://video.example.com/2\n</div></figure><!-- /wp:embed -->',
    '<https://video.example.com/2>',
  ],
  [
    'Block image',
    `<!-- wp:image {"id":501} --><figure class="wp-block-image"><img src="${fileUrl('2018/06/group.jpg')}" alt="Ten people" class="wp-image-501"/><figcaption class="wp-element-caption">All of us</figcaption></figure><!-- /wp:image -->`,
    `![Ten people](${fileUrl('2018/06/group.jpg')})\n\n*All of us*`,
  ],
  [
    'Block gallery',
    `<!-- wp:gallery --><figure class="wp-block-gallery"><!-- wp:image --><figure class="wp-block-image"><img src="${fileUrl('2018/06/group.jpg')}" alt="Ten people"/></figure><!-- /wp:image --><!-- wp:image --><figure class="wp-block-image"><img src="${fileUrl('2018/06/river.jpg')}" alt=""/></figure><!-- /wp:image --></figure><!-- /wp:gallery -->`,
    `![Ten people](${fileUrl('2018/06/group.jpg')})\n\n![](${fileUrl('2018/06/river.jpg')})`,
  ],
  ['Block reused', `${p('Before.')}<!-- wp:block {"ref":601} /-->`, 'Before.\n\nWrite to us, and we answer.'],
  [
    'Block reused but private',
    `${p('Before.')}<!-- wp:block {"ref":602} /-->`,
    'Before.',
    'hidden: reusable block 602 that is not public',
  ],
  [
    'Block for subscribers',
    `<!-- wp:premium-content/container --><div class="wp-block-premium-content-container"><!-- wp:premium-content/subscriber-view --><div>${p('Nobody outside may read this sentence.')}</div><!-- /wp:premium-content/subscriber-view --><!-- wp:premium-content/logged-out-view --><div>${p('Subscribe to read on.')}</div><!-- /wp:premium-content/logged-out-view --></div><!-- /wp:premium-content/container -->`,
    'Subscribe to read on.',
    'hidden: block “premium-content/subscriber-view” left out (not shown to everyone)',
  ],
  [
    'Block for a role',
    `${p('For all.')}<!-- wp:group {"blockVisibility":{"controlSets":[{"id":1,"enable":true,"controls":{"userRole":{"visibilityByRole":"logged-in"}}}]}} --><div class="wp-block-group">${p('Nobody outside may read this sentence.')}</div><!-- /wp:group -->`,
    'For all.',
    'hidden: block “group” left out (not shown to everyone)',
  ],
  [
    'Block of a paywall',
    `${p('For all.')}<!-- wp:jetpack/paywall /-->${p('Nobody outside may read this sentence.')}`,
    'For all.',
    'hidden: text below the block “jetpack/paywall” left out (not shown to everyone)',
  ],
  [
    'Block that nobody knows',
    `${p('For all.')}<!-- wp:ourplugin/staff-only --><div>${p('Nobody outside may read this sentence.')}</div><!-- /wp:ourplugin/staff-only -->`,
    'For all.',
    'hidden: block “ourplugin/staff-only” left out (may not be shown to everyone)',
  ],
  [
    'Block reused but gone',
    `${p('Before.')}<!-- wp:block {"ref":603} /-->`,
    'Before.',
    'block: reusable block 603 that is not in the export',
  ],
  [
    'Block of latest posts',
    `${p('Before.')}<!-- wp:latest-posts {"postsToShow":3} /-->`,
    'Before.',
    'block: latest posts (a block that WordPress fills in)',
  ],
  ['Block of HTML', '<!-- wp:html --><p>Own <b>HTML</b></p><!-- /wp:html -->', 'Own **HTML**'],
  [
    'Block of the classic editor',
    '<!-- wp:freeform -->Old text\n\nin two paragraphs<!-- /wp:freeform -->',
    'Old text\n\nin two paragraphs',
  ],
  [
    'Block more',
    `${p('Start.')}<!-- wp:more --><!--more--><!-- /wp:more -->${p('Rest.')}`,
    'Start.\n\n<!--more-->\n\nRest.',
  ],
  [
    'Block spacer',
    `${p('Start.')}<!-- wp:spacer --><div style="height:50px" aria-hidden="true" class="wp-block-spacer"></div><!-- /wp:spacer -->${p('Rest.')}`,
    'Start.\n\nRest.',
  ],
  [
    'Block verse',
    '<!-- wp:verse --><pre class="wp-block-verse">Roses\nare red</pre><!-- /wp:verse -->',
    'Roses\\\nare red',
  ],
  [
    'Block details',
    `<!-- wp:details --><details class="wp-block-details"><summary>More</summary>${p('Hidden until asked.')}</details><!-- /wp:details -->`,
    '<details>\n<summary>More</summary>\n<p>Hidden until asked.</p>\n</details>',
  ],
];

const footnotes: SampleItem = {
  title: 'Block footnotes',
  name: 'block-footnotes',
  content: `${p('As they say<sup data-fn="a1" class="fn"><a href="#a1" id="a1-link">1</a></sup>.')}<!-- wp:footnotes /-->`,
  meta: [['footnotes', '[{"content":"Ann, 2018.","id":"a1"}]']],
  becomes: { text: 'As they say[^1].\n\n[^1]: Ann, 2018.' },
};

export const texts: SampleItem[] = [...fromRows(classic), ...fromRows(blocks), footnotes];
