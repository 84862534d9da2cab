/** WPBakery (Visual Composer). */
import { escapeHtml } from '../../escapeHtml.ts';
import { toText } from '../attributes.ts';
import { decodeBase64, decodePercent } from '../encoded.ts';
import {
  paragraph,
  placeInline,
  writeAttachments,
  writeHeading,
  writeImage,
  writeLink,
  writeQuote,
  writeSection,
} from '../html.ts';
import { drop, type Family, type Mapper, mapNames, rule, type Shortcode, unwrapBlock, withContent } from '../shapes.ts';
import { linkTo } from './embeds.ts';

/** WPBakery’s own codes for quotes and brackets, and its encoded values. */
function decodeBakery(value: string): string {
  if (value.startsWith('#E-8_')) return decodePercent(decodeBase64(value.slice(5)) ?? '');
  return value.replace(/`\{`/g, '[').replace(/`\}`/g, ']').replace(/``/g, '"');
}

function bakery(mapper: Mapper): Mapper {
  return (code, tools) => {
    const get = (name: string): string => decodeBakery(code.get(name));
    const text = (...names: string[]): string =>
      names.map((name) => toText(get(name))).find((value) => value !== '') ?? '';
    return mapper({ ...code, get, text }, tools);
  };
}

/** `url:https%3A%2F%2F…|title:…|target:…`, or a plain URL. */
function readLink(value: string): { url: string; title: string } {
  if (!/(?:^|\|)(?:url|title):/.test(value)) return { url: value, title: '' };
  const parts = new Map(
    value
      .split('|')
      .map((part): [string, string] => [part.slice(0, part.indexOf(':')), part.slice(part.indexOf(':') + 1)]),
  );
  return { url: decodePercent(parts.get('url') ?? ''), title: decodePercent(parts.get('title') ?? '') };
}

const html = ({ text }: Shortcode, ...names: string[]): string => escapeHtml(text(...names));

const image: Mapper = (code, tools) => {
  const { get, text, name } = code;
  const href = readLink(get('link') || get('img_link') || get('img_link_large')).url;
  const options = /^https?:|^\//.test(href) ? { href } : {};
  const own = get('custom_src') || (/^https?:\/\//.test(get('image')) ? get('image') : '');
  const title = writeHeading(html(code, 'title'));
  if (own !== '')
    return `${title}${writeImage(own, text('alt') || tools.findAlt(own), { ...options, caption: html(code, 'caption') })}`;
  if (get('source') === 'featured_image') return title;
  const attachment = tools.findAttachment(get('image') || get('img_id'), name);
  if (!attachment) return title;
  const caption = get('add_caption') === 'yes' ? attachment.caption : '';
  return `${title}${writeImage(attachment.url, attachment.alt, { ...options, caption })}`;
};

const heading: Mapper = (code, tools) => {
  const { get, text } = code;
  const tag = /(?:^|\|)tag:(\w+)/.exec(get('font_container'))?.[1] ?? 'h2';
  if (get('source') === 'post_title') {
    tools.addLoss('shortcode', `[${code.name}] with the post’s title left out`);
    return '';
  }
  const content = writeLink(readLink(get('link')).url, escapeHtml(text('text'))) || code.content;
  return /^h[1-6]$/.test(tag) ? writeHeading(content, tag) : paragraph(content);
};

const button: Mapper = (code) => {
  const { url, title } = readLink(code.get('link') || code.get('href') || code.get('url'));
  const own = html(code, 'title', 'text');
  const label = own || code.content || escapeHtml(toText(title));
  return placeInline(writeLink(url, label), code) + (own === '' ? '' : code.content);
};

const toggle: Mapper = ({ content, text }) => writeSection(text('title'), content);

const callToAction: Mapper = (code) => {
  const { url, title } = readLink(code.get('btn_link') || code.get('link') || code.get('href'));
  const label = html(code, 'btn_title', 'title') || escapeHtml(toText(title));
  const titles = `${writeHeading(html(code, 'h2', 'call_text'), 2)}${writeHeading(html(code, 'h4'), 4)}`;
  return `${titles}${code.content}${url === '' ? paragraph(html(code, 'btn_title')) : paragraph(writeLink(url, label))}`;
};

/** HTML or a script: percent-encoded, then base64. */
const rawHtml: Mapper = ({ content, name }, tools) => {
  const decoded = decodeBase64(content);
  if (decoded !== undefined) return `\n${tools.expand(decodePercent(decoded))}\n`;
  if (content.trim() !== '') tools.addLoss('shortcode', `[${name}] that cannot be decoded, left as it is`);
  return content;
};

const map: Mapper = ({ get, name }, tools) => {
  const src = /src="([^"]+)"/.exec(get('link'))?.[1] ?? get('link');
  if (/^https?:\/\//.test(src)) return paragraph(writeLink(src, ''));
  tools.addLoss('embed', `[${name}] map left out`);
  return '';
};

/** `90|Development, 80|Design`, or a list of JSON objects, percent-encoded. */
const bars: Mapper = ({ get, text }, tools) => {
  const values = decodePercent(get('values') || get('graphs_values'));
  const rows = [...values.matchAll(/\{[^{}]*\}/g)].map(([row]) => [
    /"label":"([^"]*)"/.exec(row)?.[1] ?? '',
    /"value":"([^"]*)"/.exec(row)?.[1] ?? '',
  ]);
  const plain = rows.length > 0 ? rows : values.split(/,|<br\s?\/?>/).map((row) => row.split('|').reverse());
  const items = plain
    .filter((row) => row.some((part) => (part ?? '').trim() !== ''))
    .map(([label = '', value = '']) => `<li>${escapeHtml(toText(`${label} ${value}${text('units')}`))}</li>`);
  if (items.length === 0) tools.addLoss('shortcode', '[vc_progress_bar] without values left out');
  return `${writeHeading(escapeHtml(text('title')))}${items.length === 0 ? '' : `<ul>${items.join('')}</ul>`}`;
};

const images: Mapper = (code, tools) => {
  const ids = code.get('images') || code.get('include');
  const urls = code.get('custom_srcs');
  const title = writeHeading(html(code, 'title'));
  if (ids !== '') return `${title}${writeAttachments(ids, code.name, tools)}`;
  const list = decodePercent(decodeBase64(urls) ?? urls).split(/[\s,]+|<br\s?\/?>/);
  const shown = list.map((url) => writeImage(url, '')).join('');
  if (shown === '') tools.addLoss('image', `[${code.name}] without images`);
  return `${title}${shown}`;
};

const mapped: Family = {
  ...mapNames('vc_single_image', image),
  vc_custom_heading: heading,
  ...mapNames('vc_btn vc_button vc_button2', button),
  ...mapNames('vc_tta_section vc_tab vc_accordion_tab vc_toggle', toggle),
  ...mapNames(
    'vc_tta_tabs vc_tta_tour vc_tta_accordion vc_tta_pageable vc_tta_toggle vc_tabs vc_tour vc_accordion vc_message vc_wp_text',
    toggle,
  ),
  ...mapNames('vc_cta vc_cta_button vc_cta_button2', callToAction),
  ...mapNames('vc_raw_html vc_raw_js', rawHtml),
  ...mapNames('vc_gallery vc_images_carousel vc_media_grid vc_masonry_media_grid', images),
  ...mapNames('vc_video', linkTo(['link'])),
  vc_gmaps: map,
  vc_progress_bar: bars,
  vc_pie: withContent((code) =>
    paragraph(`${html(code, 'label_value', 'value')}${html(code, 'units')} ${html(code, 'title')}`.trim()),
  ),
  vc_text_separator: withContent((code) => writeHeading(html(code, 'title')) || '\n<hr />\n'),
  vc_hoverbox: (code, tools) =>
    `${/^\d/.test(code.get('image')) ? image(code, tools) : ''}${writeSection(code.text('primary_title'), '')}${writeSection(code.text('hover_title'), code.content)}${paragraph(writeLink(readLink(code.get('hover_btn_link')).url, html(code, 'hover_btn_title')))}`,
  vc_separator: rule,
  vc_testimonial: ({ content, text }) => writeQuote(content, escapeHtml(text('author'))),
};

export const bakeryFamily: Family = {
  ...mapNames('vc_row vc_row_inner vc_column vc_column_inner vc_section vc_column_text vc_hotspot_text', unwrapBlock),
  ...mapNames('vc_empty_space vc_icon vc_zigzag', drop),
  ...Object.fromEntries(Object.entries(mapped).map(([name, mapper]) => [name, bakery(mapper)])),
};
