/** Divi. */

import { decodeEntities } from '../../../post/entities.ts';
import { escapeHtml } from '../../escapeHtml.ts';
import { toText } from '../attributes.ts';
import {
  paragraph,
  placeInline,
  toInline,
  toUrl,
  writeAttachments,
  writeHeading,
  writeImage,
  writeLink,
  writeQuote,
  writeSection,
} from '../html.ts';
import {
  drop,
  type Family,
  leaveOut,
  type Mapper,
  mapNames,
  rule,
  type Shortcode,
  unwrapBlock,
  withContent,
} from '../shapes.ts';
import { linkTo } from './embeds.ts';

/** Divi’s own codes for what an attribute cannot have; a value that WordPress fills in is no text. */
function decodeDivi(value: string): string {
  if (/^@ET-DC@/.test(value)) return '';
  return value.replace(/%22/g, '&quot;').replace(/%91/g, '[').replace(/%93/g, ']').replace(/%92/g, '\\');
}

/** A mapper whose attributes are decoded; what WordPress would fill in is reported. */
function divi(mapper: Mapper): Mapper {
  return (code, tools) => {
    for (const [key, value] of code.named) {
      if (value.startsWith('@ET-DC@'))
        tools.addLoss('shortcode', `[${code.name}] “${key.slice(0, 40)}” that WordPress fills in left out`);
    }
    const get = (name: string): string => (/@ET-DC@/.test(code.get(name)) ? '' : code.get(name));
    const text = (...names: string[]): string =>
      names.map((name) => toText(decodeDivi(code.get(name)))).find((value) => value !== '') ?? '';
    return mapper({ ...code, get, text }, tools);
  };
}

const html = ({ text }: Shortcode, ...names: string[]): string => escapeHtml(text(...names));

const image: Mapper = (code, tools) => {
  const { get, text } = code;
  const src = get('src') || get('image') || get('image_src');
  if (toUrl(src) === '') tools.addLoss('image', `[${code.name}] without an image`);
  return writeImage(src, text('alt', 'image_alt', 'title_text') || tools.findAlt(src), { href: get('url') });
};

const blurb: Mapper = ({ content, get, text }, tools) => {
  const src = get('image');
  const picture = src === '' ? '' : writeImage(src, text('alt', 'image_alt') || tools.findAlt(src));
  const heading = writeHeading(writeLink(get('url'), escapeHtml(text('title'))), get('header_level') || 4);
  return `${picture}${heading}\n${content}\n`;
};

const button: Mapper = (code) =>
  placeInline(writeLink(code.get('button_url') || code.get('url'), html(code, 'button_text')), code);

const section: Mapper = ({ content, text, get }) =>
  writeSection(text('title'), content, get('toggle_level') || get('header_level') || 4);

/** Code, with its brackets and angle brackets as entities or not. */
const rawHtml: Mapper = ({ content }, tools) => {
  const isEncoded = !/<[a-z]/i.test(content) && /&lt;/.test(content);
  return tools.expand(isEncoded ? decodeEntities(content) : content);
};

const testimonial: Mapper = (code) => {
  const { content, get, text } = code;
  const picture = get('portrait_url') === '' ? '' : writeImage(get('portrait_url'), text('author'));
  return writeQuote(
    `${picture}${content}`,
    html(code, 'author'),
    html(code, 'job_title'),
    writeLink(get('url'), html(code, 'company_name', 'company')),
  );
};

/** A box with a heading, a text, an image and buttons. */
const banner: Mapper = (code, tools) => {
  const { content, get, text } = code;
  const buttons = [
    ['button_text', 'button_url'],
    ['button_text', 'button_link'],
    ['button_one_text', 'button_one_url'],
    ['button_two_text', 'button_two_url'],
  ];
  const links = buttons.map(([label = '', url = '']) =>
    text(label) === '' || (url === 'button_url' && get(url) === '' && get('button_link') !== '')
      ? ''
      : get(url) === '' && url === 'button_link'
        ? ''
        : paragraph(writeLink(get(url), html(code, label))),
  );
  const src = get('image') || get('logo_image_url') || get('header_image_url');
  const picture = src === '' ? '' : writeImage(src, text('image_alt', 'alt', 'logo_alt_text') || tools.findAlt(src));
  return `${picture}${writeSection(text('title', 'heading'), `${paragraph(html(code, 'subhead'))}${content}`, get('title_level') || get('header_level') || 2)}${links.join('')}`;
};

const member: Mapper = (code) => {
  const { content, get, text } = code;
  const picture = get('image_url') === '' ? '' : writeImage(get('image_url'), text('name'));
  return `${picture}${writeSection(text('name'), `${paragraph(html(code, 'position'))}${content}`)}`;
};

/** Each line of a price table is a service; `-` marks one that is not included. */
const prices: Mapper = (code) => {
  const { content, get, text } = code;
  const price = `${text('currency')}${text('sum', 'price')}${text('per') === '' ? '' : `/${text('per')}`}`;
  const link = paragraph(writeLink(get('button_url'), html(code, 'button_text')));
  return `${writeSection(text('title'), `${paragraph(html(code, 'subtitle'))}${paragraph(escapeHtml(price))}${content}`, 2)}${link}`;
};

const counter: Mapper = (code) => {
  const sign = code.get('percent_sign') === 'off' ? '' : '%';
  const number = html(code, 'number', 'percent');
  const label = `${html(code, 'title')} ${toInline(code.content)}`.trim();
  return paragraph(`${number}${number === '' || number.endsWith('%') ? '' : sign} ${label}`.trim());
};

const audio: Mapper = (code, tools) => {
  const names = [html(code, 'artist_name'), html(code, 'album_name')].filter((part) => part !== '').join(', ');
  return linkTo(['audio', 'src'])(code, tools) + paragraph(names);
};

const gallery: Mapper = ({ get, name }, tools) =>
  writeAttachments(get('gallery_ids') || get('gallery_images'), name, tools);

const mapped: Family = {
  ...mapNames('et_pb_image et_pb_fullwidth_image', image),
  et_pb_blurb: blurb,
  et_pb_button: withContent(button),
  ...mapNames('et_pb_toggle et_pb_accordion_item et_pb_tab', section),
  ...mapNames('et_pb_code et_pb_fullwidth_code', rawHtml),
  et_pb_testimonial: testimonial,
  ...mapNames('et_pb_cta et_pb_slide et_pb_fullwidth_header', banner),
  et_pb_team_member: member,
  et_pb_pricing_table: prices,
  ...mapNames('et_pb_number_counter et_pb_circle_counter et_pb_counter', counter),
  et_pb_audio: audio,
  ...mapNames('et_pb_video', linkTo(['src', 'src_webm'])),
  et_pb_gallery: withContent(gallery),
  et_pb_heading: withContent(({ text, get }) => writeHeading(escapeHtml(text('title')), get('title_level') || 1)),
  et_pb_divider: (code, tools) => (code.get('show_divider') === 'off' ? code.content : rule(code, tools)),
  et_pb_pricing_item: ({ content }) => `<ul><li>${content}</li></ul>`,
  ...mapNames(
    'et_pb_map_pin',
    ({ text, content }) => `${paragraph(escapeHtml(text('title') || text('pin_address')))}${content}`,
  ),
  et_pb_icon: drop,
};

export const diviFamily: Family = {
  ...mapNames(
    `et_pb_section et_pb_row et_pb_row_inner et_pb_column et_pb_column_inner et_pb_text et_pb_accordion et_pb_tabs
    et_pb_slider et_pb_fullwidth_slider et_pb_pricing_tables et_pb_counters et_pb_video_slider et_pb_map et_pb_fullwidth_map
    et_section et_pb_group et_pb_group_carousel`,
    unwrapBlock,
  ),
  ...Object.fromEntries(Object.entries(mapped).map(([name, mapper]) => [name, divi(mapper)])),
  et_pb_spacer: drop,
  et_pb_wp_editor: unwrapBlock,
  et_pb_global: leaveOut('shortcode', 'kept in Divi’s library'),
};
