/** Shortcodes: WordPress’ own, and those of layout builders. */
import { fileUrl, type SampleItem } from '../sample.ts';
import { fromRows } from './texts.ts';

const group = fileUrl('2018/06/group.jpg');
const river = fileUrl('2018/06/river.jpg');
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const avada = (inner: string): string =>
  `[fusion_builder_container hundred_percent="no"][fusion_builder_row][fusion_builder_column type="1_1" layout="1_1"]${inner}[/fusion_builder_column][/fusion_builder_row][/fusion_builder_container]`;
const divi = (inner: string): string =>
  `[et_pb_section fb_built="1"][et_pb_row][et_pb_column type="4_4"]${inner}[/et_pb_column][/et_pb_row][/et_pb_section]`;
const bakery = (inner: string): string => `[vc_row][vc_column width="1/1"]${inner}[/vc_column][/vc_row]`;

/** The post that is the seed of this project, as WordPress with Avada would export it. Its text is our own. */
const seed: SampleItem = {
  id: 4711,
  title: 'International Students as Partners Institute June 2018',
  name: 'international-students-as-partners-institute-june-2018',
  // 14:48:16 in GMT.
  date: '2018-07-05 15:48:16',
  terms: [
    { taxonomy: 'category', slug: 'announcements', name: 'Announcements' },
    { taxonomy: 'category', slug: 'partnership-blog', name: 'Partnership blog' },
  ],
  meta: [
    ['pyre_show_first_featured_image', 'no'],
    ['_fusion', 'a:1:{s:10:"show_title";s:3:"yes";}'],
  ],
  content: avada(
    `[fusion_text columns="" rule_style="default"]\n<p>In June 2018 I travelled to Hamilton.</p>\n<h3>Four days of questions</h3>\n<ul>\n<li><strong>Why</strong> do students and staff work as partners?</li>\n<li><strong>How</strong> do they go about it?</li>\n</ul>\n[/fusion_text][fusion_imageframe image_id="501|full" align="center" lightbox="no"]${group}[/fusion_imageframe][fusion_separator style_type="none" top_margin="20" /][fusion_text]\n<p>You cannot include everyone.</p>\n<p>Text and photos by Ruxandra Cālin, June 2018</p>\n[/fusion_text]`,
  ),
  becomes: {
    fields: { authors: ['Ruxandra Cālin'], photos_by: ['Ruxandra Cālin'] },
    text: `In June 2018 I travelled to Hamilton.\n\n### Four days of questions\n\n- **Why** do students and staff work as partners?\n- **How** do they go about it?\n\n![Ten people in front of the library](${group})\n\nYou cannot include everyone.\n\nText and photos by Ruxandra Cālin, June 2018`,
    losses: [
      'author: account of SC Admin; the text says “by Ruxandra Cālin”',
      'meta: pyre_show_first_featured_image',
      'meta: _fusion',
    ],
  },
};

export const shortcodes: SampleItem[] = [
  seed,
  ...fromRows([
    ['Shortcode of code', '[code language="css"]a > b { color: red; }[/code]', '```css\na > b { color: red; }\n```'],
    ['Shortcode of PHP', '[php]\necho "<b>";\n[/php]', '```php\necho "<b>";\n```'],
    [
      'Shortcode of a caption',
      `[caption id="attachment_501" align="alignnone" width="300"]<img src="${group}" alt="Ten people" width="300" /> By the river[/caption]`,
      `![Ten people](${group})\n\n*By the river*`,
    ],
    [
      'Shortcode of a gallery',
      '[gallery ids="501,502"]',
      `![Ten people in front of the library](${group})\n\n*Photo: Ruxandra Cālin*\n\n![](${river})`,
    ],
    [
      'Shortcode of an embed',
      '[embed width="500"]https://video.example.com/3[/embed]',
      '<https://video.example.com/3>',
    ],
    [
      'Shortcode of a sound',
      '[audio mp3="https://files.example.com/talk.mp3"][/audio]',
      '<https://files.example.com/talk.mp3>',
    ],
    [
      'Shortcode of a video',
      '[video width="640" mp4="https://files.example.com/talk.mp4"][/video]',
      '<https://files.example.com/talk.mp4>',
    ],
    [
      'Shortcode of a form',
      'Before.\n\n[contact-form-7 id="7" title="Write to us"]\n\nAfter.',
      'Before.\n\nAfter.',
      'form: [contact-form-7] left out',
    ],
    [
      'Shortcode that is unknown',
      'Before [ourplugin id="7"] after.',
      'Before [ourplugin id="7"] after.',
      'shortcode: [ourplugin] is unknown, left as it is',
    ],
    ['Shortcode that is escaped', 'Write [[gallery]] for a gallery.', 'Write [gallery] for a gallery.'],
    ['Shortcode that is text', 'As they said [sic], see [1] and [x].', 'As they said [sic], see [1] and [x].'],
    ['Shortcode of YouTube', '[youtube https://www.youtube.com/watch?v=abc]', '<https://www.youtube.com/watch?v=abc>'],
    [
      'Shortcode of a slider',
      'Before.\n\n[rev_slider alias="home"]\n\nAfter.',
      'Before.\n\nAfter.',
      'shortcode: [rev_slider] left out (its slides are not in the export)',
    ],
    [
      'Shortcode for members',
      'For all.\n\n[members_only]For some.[/members_only]',
      'For all.',
      'hidden: [members_only] left out (not shown to everyone)',
    ],
    [
      'Avada title',
      avada('[fusion_title size="2"]Our year[/fusion_title][fusion_text]<p>It was long.</p>[/fusion_text]'),
      '## Our year\n\nIt was long.',
    ],
    [
      'Avada button',
      avada('[fusion_button link="https://join.example.com/"]Join us[/fusion_button]'),
      '[Join us](https://join.example.com/)',
    ],
    [
      'Avada toggles',
      avada('[fusion_accordion][fusion_toggle title="Why?"]<p>Because.</p>[/fusion_toggle][/fusion_accordion]'),
      '#### Why?\n\nBecause.',
    ],
    [
      'Avada checklist',
      avada(
        '[fusion_checklist][fusion_li_item]One[/fusion_li_item][fusion_li_item]Two[/fusion_li_item][/fusion_checklist]',
      ),
      '- One\n- Two',
    ],
    ['Avada code', avada(`[fusion_code]${base64('<p>From <b>code</b></p>')}[/fusion_code]`), 'From **code**'],
    [
      'Avada testimonial',
      avada(
        '[fusion_testimonials][fusion_testimonial name="Ann" company="Bangor"]<p>Good.</p>[/fusion_testimonial][/fusion_testimonials]',
      ),
      '> Good.\n>\n> — Ann, Bangor',
    ],
    [
      'Avada draft section',
      `${avada('[fusion_text]<p>Shown.</p>[/fusion_text]')}[fusion_builder_container status="draft"][fusion_text]<p>Not shown.</p>[/fusion_text][/fusion_builder_container]`,
      'Shown.',
      'hidden: [fusion_builder_container] left out (a draft)',
    ],
    [
      'Avada recent posts',
      avada('[fusion_text]<p>Shown.</p>[/fusion_text][fusion_recent_posts number_posts="3" /]'),
      'Shown.',
      'shortcode: [fusion_recent_posts] left out (WordPress or a plugin fills it in)',
    ],
    ['Divi text', divi('[et_pb_text admin_label="Text"]<p>Hello.</p>[/et_pb_text]'), 'Hello.'],
    ['Divi image', divi(`[et_pb_image src="${river}" alt="The river" /]`), `![The river](${river})`],
    ['Divi blurb', divi('[et_pb_blurb title="Why"]<p>Because.</p>[/et_pb_blurb]'), '#### Why\n\nBecause.'],
    [
      'Divi button',
      divi('[et_pb_button button_text="Join us" button_url="https://join.example.com/" /]'),
      '[Join us](https://join.example.com/)',
    ],
    [
      'Divi form',
      divi(
        '[et_pb_text]<p>Hello.</p>[/et_pb_text][et_pb_contact_form email="x@mail.example.org"][et_pb_contact_field field_id="Name" /][/et_pb_contact_form]',
      ),
      'Hello.',
      'form: [et_pb_contact_field] left out',
      'form: [et_pb_contact_form] left out',
    ],
    ['WPBakery text', bakery('[vc_column_text]<p>Hello.</p>[/vc_column_text]'), 'Hello.'],
    ['WPBakery heading', bakery('[vc_custom_heading text="Our year" font_container="tag:h3"]'), '### Our year'],
    ['WPBakery image', bakery('[vc_single_image image="502" img_size="full"]'), `![](${river})`],
    [
      'WPBakery HTML',
      bakery(`[vc_raw_html]${base64(encodeURIComponent('<p>Raw <b>HTML</b></p>'))}[/vc_raw_html]`),
      'Raw **HTML**',
    ],
    ['WPBakery toggle', bakery('[vc_toggle title="Why?"]<p>Because.</p>[/vc_toggle]'), '#### Why?\n\nBecause.'],
  ]),
];
