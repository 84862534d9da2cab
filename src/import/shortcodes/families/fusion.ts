/** Avada and Fusion Builder. */
import { escapeHtml } from '../../escapeHtml.ts';
import { decodeBase64 } from '../encoded.ts';
import {
  paragraph,
  placeInline,
  toInline,
  toUrl,
  writeAttachments,
  writeFigure,
  writeHeading,
  writeImage,
  writeLink,
  writeList,
  writeQuote,
  writeSection,
} from '../html.ts';
import {
  drop,
  type Family,
  type Mapper,
  mapNames,
  rule,
  type Shortcode,
  type Tools,
  unwrap,
  unwrapBlock,
  withContent,
} from '../shapes.ts';

const title: Mapper = ({ content, get, text }) => {
  const around = ['before_text', 'highlight_text', 'after_text']
    .map((name) => text(name))
    .filter((part) => part !== '');
  const rotating = text('rotation_text').split('|').join(', ');
  const own = toInline(content);
  const html = own !== '' ? own : escapeHtml([...around, rotating].filter((part) => part !== '').join(' '));
  const size = get('size') || get('heading_size');
  return /^(?:div|p|span)$/.test(size) ? paragraph(html) : writeHeading(html, size || '2');
};

/** An image whose URL is an attribute, the content, or known by its id. */
const image: Mapper = (code, tools) => {
  const { content, get, text } = code;
  const caption = escapeHtml(text('caption_text', 'caption', 'image_caption', 'caption_title'));
  const href = get('link');
  if (/<img\s/i.test(content)) {
    const linked = /<a\s/i.test(content) ? content : writeLink(href, toInline(content));
    return caption === '' ? linked : writeFigure(toInline(linked), caption);
  }
  const plain = content.replace(/<[^<>]*>/g, '').trim();
  const src = [plain, get('image'), get('src'), get('picture'), get('url')].find((url) => toUrl(url) !== '') ?? '';
  const id = /^\d+/.exec(get('image_id'))?.[0];
  const known = id === undefined ? undefined : tools.context.index.attachments.get(Number(id));
  const alt = text('alt', 'image_alt', 'image_title') || known?.alt || tools.findAlt(src);
  if (src !== '') return writeImage(src, alt, { href, caption });
  if (known) return writeImage(known.url, alt, { href, caption });
  tools.addLoss('image', `[${code.name}] without an image`);
  return '';
};

const button: Mapper = (code) =>
  placeInline(
    writeLink(
      code.get('link') || code.get('url') || code.get('href'),
      toInline(code.content) || escapeHtml(code.text('title', 'text', 'button_text')),
    ),
    code,
  );

const toggle: Mapper = ({ content, text }) => writeSection(text('title'), content);

const code: Mapper = ({ content, name, isClosed }, tools) => {
  const decoded = decodeBase64(content);
  if (decoded !== undefined) return `\n${tools.expand(decoded)}\n`;
  if (isClosed && content.trim() === '') tools.addLoss('shortcode', `[${name}] is empty`);
  return content;
};

const testimonial: Mapper = ({ content, text, get }) =>
  writeQuote(content, escapeHtml(text('name')), writeLink(get('link'), escapeHtml(text('company'))));

const box: Mapper = (shortcode, tools) => {
  const { content, text, get } = shortcode;
  const picture =
    get('image') === '' && get('image_id') === ''
      ? ''
      : image({ ...shortcode, content: '', get: (name) => (name === 'link' ? '' : get(name)) }, tools);
  const link =
    get('link') === '' ? '' : paragraph(writeLink(get('link'), escapeHtml(text('linktext') || text('title'))));
  return `${picture}${writeSection(text('title'), content, 3)}${link}`;
};

const flipBox: Mapper = ({ content, text }) =>
  `${writeSection(text('title_front'), paragraph(escapeHtml(text('text_front'))))}${writeSection(text('title_back'), content)}`;

const person: Mapper = (shortcode, tools) => {
  const { content, text, get } = shortcode;
  const picture = get('picture') === '' ? '' : writeImage(get('picture'), text('name'), { href: get('pic_link') });
  const links = ['email', 'facebook', 'twitter', 'linkedin', 'instagram'].filter((name) => get(name) !== '');
  if (links.length > 0) tools.addLoss('link', '[fusion_person] links to profiles left out');
  return `${picture}${writeSection(text('name'), `${paragraph(escapeHtml(text('title')))}${content}`)}`;
};

const tagline: Mapper = ({ content, text, get }) =>
  `${writeSection(text('title'), `${paragraph(escapeHtml(text('description')))}${content}`, 3)}${paragraph(writeLink(get('link'), escapeHtml(text('button', 'linktext'))))}`;

const counter: Mapper = ({ content, text, get }) => {
  const unit = escapeHtml(text('unit'));
  const number = escapeHtml(text('value', 'percentage'));
  const shown =
    get('unit_pos') === 'prefix' ? `${unit}${number}` : `${number}${unit || (get('percentage') === '' ? '' : '%')}`;
  return paragraph(`${shown} ${toInline(content)}`.trim());
};

const slide: Mapper = (code, tools) => (code.get('type') === 'video' ? code.content : image(code, tools));

const separator: Mapper = (code, tools) =>
  /none/.test(code.get('style_type') || code.get('style')) ? code.content : rule(code, tools);

const gallery: Mapper = ({ content, get, name }, tools) =>
  content.trim() !== '' || get('image_ids') === '' ? content : writeAttachments(get('image_ids'), name, tools);

const price: Mapper = ({ get, text }) =>
  paragraph(
    `<strong>${escapeHtml(`${get('currency_position') === 'right' ? '' : text('currency')}${text('price')}${get('currency_position') === 'right' ? text('currency') : ''} ${text('time')}`.trim())}</strong>`,
  );

function withAside(shortcode: Shortcode, extra: string): string {
  return extra === '' ? shortcode.content : `${shortcode.content} (${extra})`;
}

const anchor: Mapper = ({ text }) => (text('name') === '' ? '' : `<span id="${escapeHtml(text('name'))}"></span>`);

const map: Mapper = ({ text, name }, tools: Tools) => {
  const places = text('address', 'addresses').split('|').join(', ');
  tools.addLoss('embed', `[${name}] map left out`);
  return paragraph(escapeHtml(places));
};

export const fusion: Family = {
  ...mapNames(
    `fusion_builder_container fusion_builder_row fusion_builder_row_inner fusion_builder_column fusion_builder_column_inner
    fusion_builder_blank_page fusion_builder_next_page fullwidth fusion_fullwidth fusion_text fusion_accordion fusion_tabs
    fusion_toggles fusion_testimonials fusion_content_boxes fusion_images fusion_slider fusion_flip_boxes fusion_alert
    fusion_counters_box fusion_counters_circle fusion_pricing_table fusion_pricing_footer fusion_table 
    fusion_table_cell fusion_visibility fusion_scroll_progress fusion_section_separator_text fusion_old_tabs fusion_carousel
    fusion_events_grid fusion_star_rating_text fusion_news_ticker fusion_content_slider`,
    unwrapBlock,
  ),
  fusion_title: title,
  ...mapNames('fusion_imageframe fusion_image fusion_gallery_image', image),
  ...mapNames(
    'fusion_image_before_after',
    withContent(
      ({ get, text }) =>
        `${writeImage(get('before_image'), text('before_label'))}${writeImage(get('after_image'), text('after_label'))}`,
    ),
  ),
  ...mapNames('fusion_button', button),
  ...mapNames('fusion_toggle fusion_tab fusion_old_tab fusion_modal fusion_content_slide', toggle),
  fusion_checklist: ({ content, get }) => writeList(/numbered/.test(get('type')) ? 'ol' : 'ul', content),
  fusion_li_item: ({ content }) => `<li>${content}</li>`,
  ...mapNames('fusion_code', code),
  ...mapNames('fusion_testimonial', testimonial),
  fusion_content_box: box,
  fusion_flip_box: flipBox,
  fusion_person: person,
  ...mapNames('fusion_tagline_box fusion_tagline', tagline),
  ...mapNames('fusion_counter_box fusion_counter_circle fusion_progress', counter),
  fusion_slide: slide,
  ...mapNames('fusion_separator', separator),
  ...mapNames('fusion_section_separator fusion_fontawesome fusion_lottie fusion_svg fusion_icon', drop),
  fusion_gallery: gallery,
  fusion_highlight: ({ content }) => `<mark>${content}</mark>`,
  fusion_pricing_column: ({ content, text }) => writeSection(text('title'), content, 3),
  fusion_pricing_price: withContent(price),
  fusion_pricing_row: ({ content }) => `<ul><li>${content}</li></ul>`,
  fusion_tooltip: (shortcode) => withAside(shortcode, escapeHtml(shortcode.text('title'))),
  fusion_popover: (shortcode) =>
    withAside(
      shortcode,
      [shortcode.text('title'), shortcode.text('content')]
        .filter((part) => part !== '')
        .map(escapeHtml)
        .join(': '),
    ),
  ...mapNames('fusion_lightbox fusion_dropcap fusion_modal_text_link fusion_animate', unwrap),
  fusion_one_page_text_link: ({ content, get }) => writeLink(get('link'), content),
  fusion_menu_anchor: withContent(anchor),
  fusion_map: withContent(map),
};
