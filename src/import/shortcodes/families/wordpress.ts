/** WordPress’ own shortcodes. */
import { escapeHtml } from '../../escapeHtml.ts';
import { toText } from '../attributes.ts';
import {
  paragraph,
  placeInline,
  toInline,
  toUrl,
  writeAttachment,
  writeAttachments,
  writeFigure,
  writeLink,
} from '../html.ts';
import { type Family, type Mapper, mapNames, type Shortcode, withContent } from '../shapes.ts';

const caption: Mapper = ({ content, get }) => {
  const inner = content.replace(/<\/?p(?:\s[^<>]*)?>/gi, ' ').trim();
  const image = /^(?:<br\s?\/?>|\s)*((?:<a\s[^<>]*>\s*)?<img\s[^<>]*>(?:\s*<\/a>)?)/i.exec(inner);
  if (!image) return get('caption') === '' ? content : `${content}${paragraph(toInline(get('caption')))}`;
  const rest = inner.slice(image[0].length).replace(/^(?:<br\s?\/?>|\s)+/i, '');
  return writeFigure(image[1] ?? '', rest === '' ? decodeCaption(get('caption')) : rest);
};

/** A caption in an attribute is HTML, its quotes and angle brackets perhaps as entities. */
function decodeCaption(text: string): string {
  return /[<>]/.test(text) ? text : escapeHtml(toText(text));
}

const gallery: Mapper = ({ get, name }, tools) => {
  const ids = get('ids') || get('include');
  if (ids !== '') return `\n${writeAttachments(ids, name, tools)}\n`;
  const { postId } = tools.context;
  const parent = Number.parseInt(get('id'), 10) || postId;
  const excluded = new Set(get('exclude').split(/[\s,]+/));
  const images = (parent ? tools.findAttached(parent, 'image') : []).filter(({ id }) => !excluded.has(String(id)));
  if (images.length === 0) {
    tools.addLoss('image', `[${name}] without images in the export`);
    return '';
  }
  return `\n${images.map((image) => writeAttachment(image)).join('\n')}\n`;
};

const sources = 'src mp3 m4a ogg oga wav wma flac mp4 m4v webm ogv wmv flv url href link file'.split(' ');

/** A link to what would be played; to each if there are several and none is the first choice. */
const media: Mapper = (code, tools) => {
  const named = sources.map((name) => code.get(name)).find((value) => value !== '');
  const url = named ?? code.values.find((value) => /^(?:https?:)?\/\/|^\//.test(value)) ?? '';
  const inner = code.content.trim();
  const text = escapeHtml(code.text('title', 'caption'));
  if (named !== undefined) return placeInline(writeLink(named, text), code);
  if (url !== '') return placeInline(writePlayed(url, code, text), code);
  if (/^https?:\/\/[^\s<>]+$/.test(inner)) return placeInline(writeLink(inner, text), code);
  if (inner !== '') return code.content;
  const parent = tools.context.postId;
  const [attached] = parent ? tools.findAttached(parent, code.name === 'video' ? 'video' : 'audio') : [];
  if (attached) return placeInline(writeLink(attached.url, escapeHtml(attached.title)), code);
  tools.addLoss('embed', `[${code.name}] without a source`);
  return '';
};

/** Links to what Audio Player would play: `URL,URL|titles=ONE,TWO|artists=…`. */
function writePlayed(value: string, { values }: Shortcode, title: string): string {
  const urls = (value.split('|')[0] ?? '').split(/,(?=https?:)/);
  const [, titles = ''] = /\|titles=([^|]*)/.exec(values.join(' ')) ?? [];
  const names = urls.length === 1 ? [titles] : titles.split(',');
  return urls.map((url, index) => writeLink(url, title || escapeHtml(toText(names[index] ?? '')))).join('<br />');
}

const embed: Mapper = (code, tools) => {
  const inner = toText(code.content);
  const url = toUrl(inner === '' ? code.get('src') || code.get('url') || (code.values[0] ?? '') : inner);
  if (/^https?:\/\//.test(url)) return placeInline(writeLink(url, ''), code);
  if (inner === '') tools.addLoss('embed', `[${code.name}] without a source`);
  return code.content;
};

const playlist: Mapper = ({ get, name }, tools) => {
  const links = (get('ids') || get('include'))
    .split(/[\s,]+/)
    .filter((id) => id !== '')
    .map((id) => tools.findAttachment(id, name))
    .filter((attachment) => attachment !== undefined)
    .map(({ url, title }) => `<li>${writeLink(url, escapeHtml(title))}</li>`);
  if (links.length === 0) tools.addLoss('embed', `[${name}] without files in the export`);
  return links.length === 0 ? '' : `<ul>${links.join('')}</ul>`;
};

export const wordpress: Family = {
  ...mapNames('caption wp_caption', caption),
  gallery: withContent(gallery),
  ...mapNames('audio video', media),
  embed,
  playlist,
};
