/** Shortcodes of layout builders: Avada, Divi, WPBakery, themes. */
import { expect, test } from '@jest/globals';
import { findHidden } from '../../../src/import/withheld/shortcodes.ts';
import { expand, lose } from './context.ts';

const b = '<p><img src="https://blog.test/u/b.png" alt="" /></p>';
const link = (url: string, text = url): string => `<a href="${url}">${text}</a>`;
const p = (html: string): string => `<p>${html}</p>`;
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const raw = (text: string): string => base64(encodeURIComponent(text));
const img = (src: string, alt = ''): string => `<img src="${src}" alt="${alt}" />`;

test.each([
  // Images without an alt text have that of the attachment.
  ...[
    '[fusion_imageframe]https://blog.test/u/a-300x200.jpg[/fusion_imageframe]',
    '[fusion_gallery_image image="https://blog.test/u/a.jpg" /]',
    '[fusion_slide type="image"]https://blog.test/u/a.jpg[/fusion_slide]',
    '[et_pb_image src="https://www.blog.test/u/a.jpg" /]',
    '[et_pb_blurb image="http://blog.test/u/a.jpg"][/et_pb_blurb]',
    '[et_pb_cta image="https://blog.test/u/a.jpg"][/et_pb_cta]',
    '[vc_single_image source="external_link" custom_src="https://blog.test/u/a.jpg"]',
  ].map((source) => [source, p(img(/https?:[^"[\]]*/.exec(source)?.[0] ?? '', 'A lamp'))]),
  ['[et_pb_image src="https://blog.test/u/a.jpg" alt="Own" /]', p(img('https://blog.test/u/a.jpg', 'Own'))],
  // Avada.
  [
    '[fusion_builder_container hundred_percent="no"][fusion_builder_row][fusion_builder_column type="1_1"][fusion_text]<p>Hello</p>[/fusion_text][/fusion_builder_column][/fusion_builder_row][/fusion_builder_container]',
    p('Hello'),
  ],
  [
    '[fusion_builder_row_inner][fusion_builder_column_inner type="1_2"]<p>x</p>[/fusion_builder_column_inner][/fusion_builder_row_inner]',
    p('x'),
  ],
  ['[fusion_title size="3" content_align="left"]Tea[/fusion_title]', '<h3>Tea</h3>'],
  ['[fusion_title size="1"]<p>Tea<br />time</p>[/fusion_title]', '<h1>Tea time</h1>'],
  ['[fusion_title]Tea[/fusion_title]', '<h2>Tea</h2>'],
  ['[fusion_title size="div"]Tea[/fusion_title]', p('Tea')],
  [
    '[fusion_title title_type="rotating" before_text="We" rotation_text="read|write" after_text="" size="2"][/fusion_title]',
    '<h2>We read, write</h2>',
  ],
  [
    '[fusion_imageframe image_id="2|full" alt="B"]https://c.test/x.jpg[/fusion_imageframe]',
    p(img('https://c.test/x.jpg', 'B')),
  ],
  [
    '[fusion_imageframe lightbox="no" link="https://l.test/"]<img src="x.jpg" alt="X" />[/fusion_imageframe]',
    link('https://l.test/', '<img src="x.jpg" alt="X" />'),
  ],
  ['[fusion_imageframe image_id="2|full" /]', b],
  [
    '[fusion_imageframe link="https://l.test/" alt="B"]https://c.test/x.jpg[/fusion_imageframe]',
    p(link('https://l.test/', img('https://c.test/x.jpg', 'B'))),
  ],
  [
    '[fusion_imageframe caption_text="By &lt;A&gt;"]/x.jpg[/fusion_imageframe]',
    `<figure>${img('/x.jpg')}<figcaption>By &lt;A&gt;</figcaption></figure>`,
  ],
  [
    '[fusion_images][fusion_image image="https://c.test/x.jpg" link="" alt="X" /][/fusion_images]',
    p(img('https://c.test/x.jpg', 'X')),
  ],
  ['[fusion_gallery image_ids="2"][/fusion_gallery]', b],
  [
    '[fusion_gallery][fusion_gallery_image image="https://c.test/x.jpg" image_id="1|full" image_title="" image_caption="Cap" /][/fusion_gallery]',
    `<figure>${img('https://c.test/x.jpg', 'A lamp')}<figcaption>Cap</figcaption></figure>`,
  ],
  [
    '[fusion_button link="https://l.test/" title="" target="_self"]Join <b>us</b>[/fusion_button]',
    p(link('https://l.test/', 'Join <b>us</b>')),
  ],
  ['[fusion_button link=""]Join[/fusion_button]', p('Join')],
  ['Now [fusion_button link="https://l.test/"]join[/fusion_button] us', `Now ${link('https://l.test/', 'join')} us`],
  [
    '[fusion_accordion][fusion_toggle title="Why?" open="no"]<p>So.</p>[/fusion_toggle][/fusion_accordion]',
    `<h4>Why?</h4>${p('So.')}`,
  ],
  [
    '[fusion_tabs design="classic"][fusion_tab title="A &amp; B" icon=""]x[/fusion_tab][/fusion_tabs]',
    '<h4>A &amp; B</h4> x',
  ],
  [
    '[fusion_checklist icon=""]\n[fusion_li_item icon=""]One[/fusion_li_item]\n[fusion_li_item]Two[/fusion_li_item]\n[/fusion_checklist]',
    '<ul><li>One</li><li>Two</li></ul>',
  ],
  [
    '[fusion_checklist type="numbered"]<p>[fusion_li_item]One[/fusion_li_item]</p>[/fusion_checklist]',
    '<ol><li>One</li></ol>',
  ],
  [`[fusion_code]${base64('<p>é <b>ok</b></p>')}[/fusion_code]`, p('é <b>ok</b>')],
  ['[fusion_code]<p>plain</p>[/fusion_code]', p('plain')],
  ['[fusion_code]text[/fusion_code]', 'text'],
  [`[fusion_code]${base64('[gallery ids="2"]')}[/fusion_code]`, b],
  ['[fusion_youtube id="abc" width="600"][/fusion_youtube]', p(link('https://www.youtube.com/watch?v=abc'))],
  ['[fusion_youtube id="https://youtu.be/abc" /]', p(link('https://youtu.be/abc'))],
  ['[fusion_vimeo id="12" /]', p(link('https://vimeo.com/12'))],
  ['[fusion_video video="https://a.test/x.mp4" /]', p(link('https://a.test/x.mp4'))],
  ['[fusion_soundcloud url="https://s.test/1" /]', p(link('https://s.test/1'))],
  ['[fusion_separator style_type="single solid" /]', '<hr />'],
  ['[fusion_separator style_type="none" top_margin="20" /]', ''],
  [
    '[fusion_testimonials][fusion_testimonial name="Ann" company="Uni &amp; Co" link="https://u.test/"]<p>Good.</p>[/fusion_testimonial][/fusion_testimonials]',
    `<blockquote>${p('Good.')}<p>— Ann, ${link('https://u.test/', 'Uni &amp; Co')}</p></blockquote>`,
  ],
  [
    '[fusion_content_boxes][fusion_content_box title="Box" icon="fa-x" link="https://l.test/" linktext="More"]<p>x</p>[/fusion_content_box][/fusion_content_boxes]',
    `<h3>Box</h3>${p('x')}${p(link('https://l.test/', 'More'))}`,
  ],
  ['a [fusion_highlight color="yellow"]b[/fusion_highlight] c', 'a <mark>b</mark> c'],
  ['[fusion_dropcap]O[/fusion_dropcap]nce', 'Once'],
  ['[fusion_table]<table><tr><td>x</td></tr></table>[/fusion_table]', '<table><tr><td>x</td></tr></table>'],
  ['[fusion_alert type="notice"]Careful[/fusion_alert]', 'Careful'],
  [
    '[fusion_person name="Ann" title="Editor" picture="https://c.test/a.jpg"]<p>Bio</p>[/fusion_person]',
    `${p(img('https://c.test/a.jpg', 'Ann'))}<h4>Ann</h4>${p('Editor')}${p('Bio')}`,
  ],
  [
    '[fusion_flip_boxes][fusion_flip_box title_front="F" title_back="B" text_front="t"]<p>x</p>[/fusion_flip_box][/fusion_flip_boxes]',
    `<h4>F</h4>${p('t')}<h4>B</h4>${p('x')}`,
  ],
  [
    '[fusion_tagline_box title="T" description="D" button="Go" link="https://l.test/"][/fusion_tagline_box]',
    `<h3>T</h3>${p('D')}${p(link('https://l.test/', 'Go'))}`,
  ],
  [
    '[fusion_counters_box][fusion_counter_box value="10" unit="+"]posts[/fusion_counter_box][/fusion_counters_box]',
    p('10+ posts'),
  ],
  ['[fusion_progress percentage="70"]HTML[/fusion_progress]', p('70% HTML')],
  [
    '[fusion_pricing_table][fusion_pricing_column title="Basic"][fusion_pricing_price currency="£" price="5" time="monthly"][/fusion_pricing_price][fusion_pricing_row]Feature[/fusion_pricing_row][/fusion_pricing_column][/fusion_pricing_table]',
    `<h3>Basic</h3>${p('<strong>£5 monthly</strong>')}<ul><li>Feature</li></ul>`,
  ],
  [
    '[fusion_slider][fusion_slide type="image" link="" alt="X"]https://c.test/x.jpg[/fusion_slide][/fusion_slider]',
    p(img('https://c.test/x.jpg', 'X')),
  ],
  ['x [fusion_tooltip title="that is"]y[/fusion_tooltip]', 'x y (that is)'],
  ['[fusion_menu_anchor name="top" /]', '<span id="top"></span>'],
  ['[fusion_fontawesome icon="fa-x" /]', ''],
  ['[fusion_map address="High St, Leeds" /]', p('High St, Leeds')],
  // Divi.
  [
    '[et_pb_section fb_built="1"][et_pb_row][et_pb_column type="4_4"][et_pb_text admin_label="Text"]<p>Hi</p>[/et_pb_text][/et_pb_column][/et_pb_row][/et_pb_section]',
    p('Hi'),
  ],
  ['[et_pb_image src="https://c.test/x.jpg" alt="X" /]', p(img('https://c.test/x.jpg', 'X'))],
  [
    '[et_pb_image src="https://c.test/x.jpg" url="https://l.test/"][/et_pb_image]',
    p(link('https://l.test/', img('https://c.test/x.jpg'))),
  ],
  [
    '[et_pb_blurb title="B" url="https://l.test/" image="https://c.test/x.jpg" alt="X"]<p>t</p>[/et_pb_blurb]',
    `${p(img('https://c.test/x.jpg', 'X'))}<h4>${link('https://l.test/', 'B')}</h4>${p('t')}`,
  ],
  [
    '[et_pb_button button_text="Go %22now%22 %91x%93" button_url="https://l.test/?q=%22a%22" /]',
    p(link('https://l.test/?q=%22a%22', 'Go &quot;now&quot; [x]')),
  ],
  ['[et_pb_toggle title="Why?" open="on"]<p>So.</p>[/et_pb_toggle]', `<h4>Why?</h4>${p('So.')}`],
  [
    '[et_pb_accordion][et_pb_accordion_item title="A"]<p>x</p>[/et_pb_accordion_item][/et_pb_accordion]',
    `<h4>A</h4>${p('x')}`,
  ],
  [
    '[et_pb_tabs][et_pb_tab title="A"]<p>x</p>[/et_pb_tab][et_pb_tab title="B"]<p>y</p>[/et_pb_tab][/et_pb_tabs]',
    `<h4>A</h4>${p('x')}<h4>B</h4>${p('y')}`,
  ],
  ['[et_pb_code]<div><!-- [et_pb_line_break_holder] --><b>x</b></div>[/et_pb_code]', '<b>x</b>'],
  ['[et_pb_code]&lt;b&gt;x&lt;/b&gt;[/et_pb_code]', '<b>x</b>'],
  ['[et_pb_gallery gallery_ids="2" /]', b],
  ['[et_pb_video src="https://youtu.be/a" /]', p(link('https://youtu.be/a'))],
  [
    '[et_pb_audio audio="https://a.test/x.mp3" title="Song" artist_name="Ann" /]',
    `${p(link('https://a.test/x.mp3', 'Song'))}${p('Ann')}`,
  ],
  [
    '[et_pb_testimonial author="Ann" job_title="Editor" company_name="Uni" url="https://u.test/"]<p>Good.</p>[/et_pb_testimonial]',
    `<blockquote>${p('Good.')}<p>— Ann, Editor, ${link('https://u.test/', 'Uni')}</p></blockquote>`,
  ],
  [
    '[et_pb_cta title="Join" button_text="Go" button_url="https://l.test/"]<p>x</p>[/et_pb_cta]',
    `<h2>Join</h2>${p('x')}${p(link('https://l.test/', 'Go'))}`,
  ],
  [
    '[et_pb_slider][et_pb_slide heading="S" button_text="Go" button_link="https://l.test/" image="https://c.test/x.jpg"]<p>x</p>[/et_pb_slide][/et_pb_slider]',
    `${p(img('https://c.test/x.jpg'))}<h2>S</h2>${p('x')}${p(link('https://l.test/', 'Go'))}`,
  ],
  [
    '[et_pb_fullwidth_header title="T" subhead="Sub" button_one_text="One" button_one_url="https://l.test/1" title_level="h1"]<p>x</p>[/et_pb_fullwidth_header]',
    `<h1>T</h1>${p('Sub')}${p('x')}${p(link('https://l.test/1', 'One'))}`,
  ],
  [
    '[et_pb_team_member name="Ann" position="Editor" image_url="https://c.test/a.jpg"]<p>Bio</p>[/et_pb_team_member]',
    `${p(img('https://c.test/a.jpg', 'Ann'))}<h4>Ann</h4>${p('Editor')}${p('Bio')}`,
  ],
  ['[et_pb_number_counter title="Posts" number="50" percent_sign="off" /]', p('50 Posts')],
  ['[et_pb_counters][et_pb_counter percent="80"]HTML[/et_pb_counter][/et_pb_counters]', p('80% HTML')],
  ['[et_pb_heading title="H" title_level="h3" /]', '<h3>H</h3>'],
  ['[et_pb_divider show_divider="off" /][et_pb_divider color="#000" /]', '<hr />'],
  [
    '[et_pb_pricing_tables][et_pb_pricing_table title="Basic" currency="£" sum="5" per="month" button_text="Buy" button_url="https://l.test/"]<p>x</p>[/et_pb_pricing_table][/et_pb_pricing_tables]',
    `<h2>Basic</h2>${p('£5/month')}${p('x')}${p(link('https://l.test/', 'Buy'))}`,
  ],
  // WPBakery.
  ['[vc_row][vc_column width="1/2"][vc_column_text css=""]<p>Hi</p>[/vc_column_text][/vc_column][/vc_row]', p('Hi')],
  ['<p>[vc_row][vc_column]Hi</p><p>there[/vc_column][/vc_row]</p>', '<p> Hi</p><p>there </p>'],
  ['[vc_single_image image="2" img_size="full"]', b],
  [
    '[vc_single_image source="external_link" custom_src="https://c.test/x.jpg" caption="Cap"]',
    `<figure>${img('https://c.test/x.jpg')}<figcaption>Cap</figcaption></figure>`,
  ],
  [
    '[vc_single_image image="2" onclick="custom_link" link="https://l.test/"]',
    p(link('https://l.test/', img('https://blog.test/u/b.png'))),
  ],
  [
    '[vc_custom_heading text="Tea &amp; ``cake`` `{`1`}`" font_container="tag:h3|text_align:left"]',
    '<h3>Tea &amp; &quot;cake&quot; [1]</h3>',
  ],
  ['[vc_custom_heading text="Tea"]', '<h2>Tea</h2>'],
  [
    '[vc_custom_heading text="Tea" font_container="tag:div" link="url:https%3A%2F%2Fl.test%2F|||"]',
    p(link('https://l.test/', 'Tea')),
  ],
  [
    '[vc_btn title="Go" link="url:https%3A%2F%2Fl.test%2F%3Fa%3D1%26b%3D2|title:Go%20on|target:_blank"]',
    p(link('https://l.test/?a=1&amp;b=2', 'Go')),
  ],
  ['[vc_button title="Go" href="https://l.test/"]', p(link('https://l.test/', 'Go'))],
  [
    '[vc_tta_tabs][vc_tta_section title="A" tab_id="1"][vc_column_text]<p>x</p>[/vc_column_text][/vc_tta_section][/vc_tta_tabs]',
    `<h4>A</h4>${p('x')}`,
  ],
  [
    '[vc_tta_accordion title="All"][vc_tta_section title="A"]x[/vc_tta_section][/vc_tta_accordion]',
    '<h4>All</h4><h4>A</h4> x',
  ],
  ['[vc_toggle title="Why?"]<p>So.</p>[/vc_toggle]', `<h4>Why?</h4>${p('So.')}`],
  [`[vc_raw_html]${raw('<p>50 % é</p>')}[/vc_raw_html]`, p('50 % é')],
  [`<p>[vc_raw_html]${raw('<b>x</b>')}[/vc_raw_html]</p>`, '<p><b>x</b></p>'],
  ['[vc_video link="https://vimeo.com/1"]', p(link('https://vimeo.com/1'))],
  ['[vc_gallery type="image_grid" images="2"]', b],
  ['[vc_images_carousel images="2" title="Ours"]', `<h4>Ours</h4>${b}`],
  ['[vc_separator][vc_empty_space height="32px"][vc_text_separator title="More"]', '<hr /><h4>More</h4>'],
  [
    '[vc_cta h2="Join" h4="now" btn_title="Go" btn_link="url:https%3A%2F%2Fl.test%2F|"]<p>x</p>[/vc_cta]',
    `<h2>Join</h2><h4>now</h4>${p('x')}${p(link('https://l.test/', 'Go'))}`,
  ],
  ['[vc_message color="info"]<p>x</p>[/vc_message]', p('x')],
  [
    `[vc_gmaps link="#E-8_${raw('<iframe src="https://maps.test/1" width="6"></iframe>')}"]`,
    p(link('https://maps.test/1')),
  ],
  ['[vc_progress_bar values="90|Tea,80|Cake" units="%"]', '<ul><li>Tea 90%</li><li>Cake 80%</li></ul>'],
  [
    '[vc_progress_bar values="%5B%7B%22label%22%3A%22Tea%22%2C%22value%22%3A%2290%22%7D%5D"]',
    '<ul><li>Tea 90</li></ul>',
  ],
  // Themes and Shortcodes Ultimate.
  ['[one_half]A[/one_half][one_half_last]B[/one_half_last]', 'A B'],
  ['[button url="https://l.test/"]Go[/button]', p(link('https://l.test/', 'Go'))],
  ['[su_button url="https://l.test/"]Go[/su_button]', p(link('https://l.test/', 'Go'))],
  ['[su_spoiler title="S"]x[/su_spoiler]', '<h4>S</h4> x'],
  ['[su_quote cite="Ann"]x[/su_quote]', '<blockquote>x<p>— Ann</p></blockquote>'],
  ['[accordion title="A"]x[/accordion]', '<h4>A</h4> x'],
  [
    '[vc_single_image image="1" add_caption="yes"]',
    `<figure>${img('https://blog.test/u/a.jpg', 'A lamp')}<figcaption>By the window</figcaption></figure>`,
  ],
  ['[vc_single_image image="1"]', p(img('https://blog.test/u/a.jpg', 'A lamp'))],
  ['[fusion_builder_container status="published"]x[/fusion_builder_container]', 'x'],
  ['[et_pb_text disabled_on="on|off|off"]x[/et_pb_text]', 'x'],
  ['<p>İİİİ</p><PRE>[vc_row]</PRE>[vc_row]x[/vc_row]', '<p>İİİİ</p><PRE>[vc_row]</PRE> x'],
  ['[checklist icon="check"][li_item]One[/li_item][/checklist]', '<ul><li>One</li></ul>'],
  ['[imageframe lightbox="no"]<img src="x.jpg" alt="X" />[/imageframe]', '<img src="x.jpg" alt="X" />'],
  [
    '[tagline_box title="T" description="D" button="Go" link="https://l.test/"][/tagline_box]',
    `<h3>T</h3>${p('D')}${p(link('https://l.test/', 'Go'))}`,
  ],
  ['[title size="2"]Tea[/title]', '<h2>Tea</h2>'],
  ['[map] [person] [slide] [modal]', '[map] [person] [slide] [modal]'],
  ['[pullquote]x[/pullquote]', '<blockquote>x</blockquote>'],
  // Nested, crossed, unfinished.
  ['[vc_row][vc_row][vc_row]x[/vc_row]y[/vc_row]z[/vc_row]', 'x y z'],
  [
    '[fusion_toggle title="A"]1[fusion_toggle title="B"]2[/fusion_toggle]3[/fusion_toggle]',
    '<h4>A</h4> 1<h4>B</h4> 2 3',
  ],
  ['[vc_row][vc_toggle title="A"]x[/vc_row][/vc_toggle]', '<h4>A</h4> x'],
  ['[vc_row]x', 'x'],
  ['[fusion_title size="2"]x', 'x'],
])('%s', (source, expected) => {
  expect(expand(source).html).toBe(expected);
});

test.each([
  ['[fusion_code]%%%[/fusion_code]', []],
  ['[vc_raw_html]not encoded![/vc_raw_html]', ['shortcode: [vc_raw_html] that cannot be decoded, left as it is']],
  [
    '[et_pb_contact_form][et_pb_contact_field field_id="n" /][/et_pb_contact_form]',
    ['form: [et_pb_contact_field] left out', 'form: [et_pb_contact_form] left out'],
  ],
  ['[fusion_blog number_posts="3" /]', ['shortcode: [fusion_blog] left out (WordPress or a plugin fills it in)']],
  ['[fusion_global id="12"]', ['shortcode: [fusion_global] left out (WordPress or a plugin fills it in)']],
  [
    '[et_pb_blurb title="@ET-DC@eyJkeW5hbWljIjp0cnVlfQ==@"]x[/et_pb_blurb]',
    ['shortcode: [et_pb_blurb] “title” that WordPress fills in left out'],
  ],
  ['[vc_single_image image="99"]', ['image: [vc_single_image] image that is not in the export']],
  ['[fusion_map address="x" /]', ['embed: [fusion_map] map left out']],
  ['[fusion_imageframe /]', ['image: [fusion_imageframe] without an image']],
  ['[vc_row][vc_column][/vc_column][/vc_row]', []],
  [
    '[fusion_builder_container status="draft"]Not yet[/fusion_builder_container]',
    ['hidden: [fusion_builder_container] left out (a draft)'],
  ],
  [
    '[fusion_builder_container status="publish_after" publish_date="2025-01-01 00:00:00"]Not yet[/fusion_builder_container]',
    ['hidden: [fusion_builder_container] left out (not shown before 2025-01-01 00:00:00)'],
  ],
  ['[et_pb_text disabled_on="on|on|on"]Off[/et_pb_text]', ['hidden: [et_pb_text] left out (switched off)']],
  ['[vc_row disable_element="yes"]Off[/vc_row]', ['hidden: [vc_row] left out (switched off)']],
  [
    '[user_is_logged_in]For members[/user_is_logged_in]',
    ['hidden: [user_is_logged_in] left out (may not be shown to everyone)'],
  ],
  ['[s2If x="1"]For members[/s2If]', ['hidden: [s2If] left out (may not be shown to everyone)']],
  [
    '[arm_restrict_content plan="1"]a[/arm_restrict_content]',
    ['hidden: [arm_restrict_content] left out (may not be shown to everyone)'],
  ],
  [
    '[my-hide-content]For members[/my-hide-content]',
    ['hidden: [my-hide-content] left out (may not be shown to everyone)'],
  ],
  ['[su_members]For members[/su_members]', ['hidden: [su_members] left out (not shown to everyone)']],
  ...['ppp_patron_only', 'staff_only level="5"', 's2If is_user()', 'user-role role="x"', 'my_secret', 'hidepost'].map(
    (tag): [string, string[]] => {
      const [name = ''] = tag.split(' ');
      return [`[${tag}]Hidden[/${name}]`, [`hidden: [${name}] left out (may not be shown to everyone)`]];
    },
  ),
  ['[members_only]For members[/members_only]', ['hidden: [members_only] left out (not shown to everyone)']],
  ['[private] is a word', []],
  ['[guests_only]All[/guests_only]', ['shortcode: [guests_only] is unknown, left as it is']],
  [
    '[et_pb_slide heading="A" background_image="https://c.test/x.jpg"]x[/et_pb_slide]',
    ['layout: [et_pb_slide] background image left out'],
  ],
  [
    '[fusion_title dynamic_params="eyJ9"][/fusion_title]',
    ['layout: [fusion_title] text that WordPress fills in left out'],
  ],
  [
    '[et_pb_section background_video_mp4="https://c.test/x.mp4"]x[/et_pb_section]',
    ['layout: [et_pb_section] background video left out'],
  ],
  [
    '[fusion_builder_container background_image="https://c.test/x.jpg"]x[/fusion_builder_container]',
    ['layout: [fusion_builder_container] background image left out'],
  ],
  [
    '[fusion_person name="Ann" twitter="https://t.test/ann"][/fusion_person]',
    ['link: [fusion_person] links to profiles left out'],
  ],
])('%s is reported', (source, expected) => {
  expect(lose(source)).toEqual(expected);
});

test.each([
  ['publish_after', '2025-01-01 00:00:00', 'not shown before 2025-01-01 00:00:00'],
  ['publish_after', '2024-01-01 00:00:00', undefined],
  ['published_until', '2025-01-01 00:00:00', undefined],
  ['published_until', '2024-01-01 00:00:00', 'shown until 2024-01-01 00:00:00'],
  ['published', '2025-01-01 00:00:00', undefined],
  ['publish_after', '', undefined],
])('a container %s %s is hidden: %s', (status, date, reason) => {
  const attributes = ` status="${status}" publish_date="${date}"`;
  expect(findHidden('fusion_builder_container', attributes, '2024-05-14 09:30:00')).toBe(reason);
});
