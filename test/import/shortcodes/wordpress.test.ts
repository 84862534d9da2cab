/** WordPress’ own shortcodes, those of Jetpack, footnotes, and how shortcodes are read. */
import { expect, test } from '@jest/globals';
import { expand, lose } from './context.ts';

const a = '<p><img src="https://blog.test/u/a.jpg" alt="A lamp" /></p>';
const figureA =
  '<figure><img src="https://blog.test/u/a.jpg" alt="A lamp" /><figcaption>By the window</figcaption></figure>';
const b = '<p><img src="https://blog.test/u/b.png" alt="" /></p>';
const link = (url: string, text = url): string => `<a href="${url}">${text}</a>`;
const p = (html: string): string => `<p>${html}</p>`;

test.each([
  // Captions.
  [
    '[caption id="attachment_1" align="alignnone" width="300"]<img src="x.jpg" alt="X" /> Tea at four[/caption]',
    '<figure><img src="x.jpg" alt="X" /><figcaption>Tea at four</figcaption></figure>',
  ],
  [
    '[caption width="300" caption="Tea &amp; cake"]<img src="x.jpg" />[/caption]',
    '<figure><img src="x.jpg" /><figcaption>Tea &amp; cake</figcaption></figure>',
  ],
  [
    '[caption width="3"]<a href="y"><img src="x.jpg" /></a> By <em>Ann</em>[/caption]',
    '<figure><a href="y"><img src="x.jpg" /></a><figcaption>By <em>Ann</em></figcaption></figure>',
  ],
  [
    '[wp_caption width="3"]<img src="x.jpg" /> Old[/wp_caption]',
    '<figure><img src="x.jpg" /><figcaption>Old</figcaption></figure>',
  ],
  ['[caption width="3"]<img src="x.jpg" />[/caption]', p('<img src="x.jpg" />')],
  [
    '[caption width="3"]<p><img src="x.jpg" /><br />Tea</p>[/caption]',
    '<figure><img src="x.jpg" /><figcaption>Tea</figcaption></figure>',
  ],
  ['[caption width="3"]only words[/caption]', 'only words'],
  // Galleries.
  ['[gallery ids="1,2"]', `${figureA}${b}`],
  ['[gallery columns="2" include="2" link="file"]', b],
  ['[gallery]', `${figureA}${b}`],
  ['[gallery exclude="1" columns=3]', b],
  ['[gallery id="8"]', ''],
  ['[gallery ids="1,99"]', figureA],
  // Media.
  ['[embed]https://video.test/1[/embed]', p(link('https://video.test/1'))],
  ['[embed width="3" height="2"]http://video.test/?a=1&amp;b=2[/embed]', p(link('http://video.test/?a=1&amp;b=2'))],
  ['[audio src="https://a.test/x.mp3"]', p(link('https://a.test/x.mp3'))],
  ['[audio mp3="https://a.test/x.mp3"][/audio]', p(link('https://a.test/x.mp3'))],
  ['[audio https://a.test/x.mp3|titles=One]', p(link('https://a.test/x.mp3', 'One'))],
  ['[audio https://a.test/x.mp3]', p(link('https://a.test/x.mp3'))],
  // The plugin Audio Player.
  ['[audio:https://a.test/x.mp3]', p(link('https://a.test/x.mp3'))],
  ['[audio:https://a.test/x.mp3|titles=One two|artists=B]', p(link('https://a.test/x.mp3', 'One two'))],
  ['[audio:x.mp3]', '[audio:x.mp3]'],
  ['[audio: a talk]', '[audio: a talk]'],
  [
    '[audio:https://a.test/x.mp3,https://a.test/y.mp3]',
    p(`${link('https://a.test/x.mp3')}<br />${link('https://a.test/y.mp3')}`),
  ],
  ['[video=https://a.test/x.mp4]', p(link('https://a.test/x.mp4'))],
  ['[ref:https://a.test/] [source:https://a.test/]', '[ref:https://a.test/] [source:https://a.test/]'],
  ['[video width="6" height="4" mp4="https://a.test/x.mp4"][/video]', p(link('https://a.test/x.mp4'))],
  ['[video src=https://a.test/x.mp4 /]', p(link('https://a.test/x.mp4'))],
  ['[audio /]', p(link('https://blog.test/u/talk.mp3', 'Title 3'))],
  [
    '[playlist ids="3,4"]',
    `<ul><li>${link('https://blog.test/u/talk.mp3', 'Title 3')}</li><li>${link('https://blog.test/u/tour.mp4', 'Title 4')}</li></ul>`,
  ],
  // A URL on its own line.
  ['<p>https://video.test/1</p>', p(link('https://video.test/1'))],
  [
    '<p>Look:<br />\nhttps://video.test/1<br />\nNice.</p>',
    `<p>Look:<br />${link('https://video.test/1')}<br /> Nice.</p>`,
  ],
  ['<p>See https://video.test/1</p>', '<p>See https://video.test/1</p>'],
  [
    '<div class="w">\nhttps://video.test/?a=1&#038;b=2\n</div>',
    `<div class="w">${link('https://video.test/?a=1&amp;b=2')}`,
  ],
  [`<p>${link('https://v.test/1')}</p>`, `<p>${link('https://v.test/1')}</p>`],
  // Jetpack and other plugins.
  ['[youtube https://www.youtube.com/watch?v=abc]', p(link('https://www.youtube.com/watch?v=abc'))],
  ['[youtube=http://www.youtube.com/watch?v=abc&w=640&h=390]', p(link('http://www.youtube.com/watch?v=abc'))],
  ['[youtube id="abc"]', p(link('https://www.youtube.com/watch?v=abc'))],
  ['[embedyt] https://www.youtube.com/watch?v=abc[/embedyt]', p(link('https://www.youtube.com/watch?v=abc'))],
  ['[vimeo 141358]', p(link('https://vimeo.com/141358'))],
  ['[vimeo https://vimeo.com/141358 w=400]', p(link('https://vimeo.com/141358'))],
  ['[dailymotion id=x8oma9]', p(link('https://www.dailymotion.com/video/x8oma9'))],
  ['[wpvideo MF9wLoOi]', p(link('https://videopress.com/v/MF9wLoOi'))],
  ['[soundcloud url="https://soundcloud.test/1" params="x"]', p(link('https://soundcloud.test/1'))],
  ['[tweet https://twitter.com/a/status/1]', p(link('https://twitter.com/a/status/1'))],
  ['[gist 57cc50246aab776e110060926a2face2 /]', p(link('https://gist.github.com/57cc50246aab776e110060926a2face2'))],
  ['[googlemaps https://maps.test/?q=1&amp;z=2]', p(link('https://maps.test/?q=1&amp;z=2'))],
  ['[iframe src="https://a.test/f"]', p(link('https://a.test/f'))],
  ['Play [youtube id="abc"] now', `Play ${link('https://www.youtube.com/watch?v=abc')} now`],
  ['[embed]javascript:alert(1)[/embed]', 'javascript:alert(1)'],
  // Footnotes.
  ['One[footnote]See “B &amp; C”.[/footnote].', 'One<sup data-footnote="See “B &amp;amp; C”."></sup>.'],
  ['One[ref]<em>Book</em>, "p. 3"[/ref]', 'One<sup data-footnote="&lt;em&gt;Book&lt;/em&gt;, &quot;p. 3&quot;"></sup>'],
  ['One[efn_note]Note[/efn_note]', 'One<sup data-footnote="Note"></sup>'],
  ['[ref] and [reference]', '[ref] and [reference]'],
  // Unfinished, escaped, and plain text in brackets.
  ['[sic] [1] [citation needed] [x] […] [ ] []', '[sic] [1] [citation needed] [x] […] [ ] []'],
  ['[[x]] [[Wiki page]] [[[', '[[x]] [[Wiki page]] [[['],
  ['[[gallery]] and [[gallery ids="1"]]', '[gallery] and [gallery ids="1"]'],
  ['[[caption width="1"]Tea[/caption]]', '[caption width="1"]Tea[/caption]'],
  ['[row] [section] [title] [note]', '[row] [section] [title] [note]'],
  ['[Gallery] [Caption: a cat]', '[Gallery] [Caption: a cat]'],
  ['[caption width="1" <img src="x">', '[caption width="1" <img src="x">'],
  ['[gallery ids="1,2"', '[gallery ids="1,2"'],
  ['[gallery ids="2"]]', `${b} ]`],
  ['<a title="[gallery ids=2]" href=\'[sic]\'>x</a>', '<a title="[gallery ids=2]" href=\'[sic]\'>x</a>'],
  ['<!-- [gallery ids="2"] -->', '<!-- [gallery ids="2"] -->'],
  ['<pre>[gallery ids="2"]</pre><code>[vc_row]</code>', '<pre>[gallery ids="2"]</pre><code>[vc_row]</code>'],
  ['1 < 2 [gallery ids="2"] <', `1 < 2 ${b}<`],
  ['[__proto__ a=1][constructor a=1][toString a=1]', '[__proto__ a=1][constructor a=1][toString a=1]'],
  // Attributes.
  ["[gallery ids='2']", b],
  ['[gallery ids=2]', b],
  ['[gallery ids=2/]', b],
  ['[gallery IDS="2" /]', b],
  ['[gallery ids = "2"]', b],
  ['[gallery ids=“2”]', b],
  ['[gallery ids=”2″]', b],
  ['[gallery ids=&#8221;2&#8243;]', b],
  ['[gallery ids=&quot;2&quot; columns=&quot;3&quot;]', b],
  ['[gallery\u00a0ids="2"]', b],
  ['[gallery ids="2"\ncolumns="3"]', b],
  // Unknown ones.
  ['[weather city="Leeds"]', '[weather city="Leeds"]'],
  ['[spoiler-x]Hidden [gallery ids="2"][/spoiler-x]', `[spoiler-x]Hidden ${b} [/spoiler-x]`],
  ['[weather city="Leeds" /]', '[weather city="Leeds" /]'],
  ['see [/b] there', 'see [/b] there'],
])('%s', (source, expected) => {
  expect(expand(source).html).toBe(expected);
});

test.each([
  ['[gallery ids="1,99"]', ['image: [gallery] image that is not in the export']],
  ['[gallery id="8"]', ['image: [gallery] without images in the export']],
  ['[weather city="Leeds"] [weather city="York"]', ['shortcode: [weather] is unknown, left as it is ×2']],
  ['[b]bold[/b]', ['shortcode: [b] is unknown, left as it is']],
  ['[sic] [1] [[x]] [citation needed]', []],
  ['[contact-form-7 id="1" title="Write"]', ['form: [contact-form-7] left out']],
  [
    '[contact-form][contact-field label="Name" /][/contact-form]',
    ['form: [contact-field] left out', 'form: [contact-form] left out'],
  ],
  [
    '[gravityform id=1][wpforms id="2"][ninja_form id=3][formidable id=4][mc4wp_form][fluentform id="5"][caldera_form id="x"]',
    ['gravityform', 'wpforms', 'ninja_form', 'formidable', 'mc4wp_form', 'fluentform', 'caldera_form'].map(
      (name) => `form: [${name}] left out`,
    ),
  ],
  ['[rev_slider alias="home"]', ['shortcode: [rev_slider] left out (its slides are not in the export)']],
  ['[layerslider id="1"]', ['shortcode: [layerslider] left out (its slides are not in the export)']],
  ['[toc]', ['shortcode: [toc] left out (table of contents)']],
  ['[recent_posts limit=3]', ['shortcode: [recent_posts] left out (WordPress or a plugin fills it in)']],
  ['[youtube]', ['embed: [youtube] without a source']],
  ['[/vc_row]', ['shortcode: [/vc_row] without its beginning left out']],
  ['[embed][/embed]', ['embed: [embed] without a source']],
])('%s is reported', (source, expected) => {
  expect(lose(source)).toEqual(expected);
});

test('an image keeps its own place among text', () => {
  expect(expand(`${p('One')}[gallery ids="2"]${p('Two')}`).html).toBe(`${p('One')}${b}${p('Two')}`);
  expect(a).toContain('A lamp');
});
