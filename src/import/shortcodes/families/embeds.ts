/** What Jetpack and others embed: a link to it. */
import { escapeHtml } from '../../escapeHtml.ts';
import { placeInline, toUrl, writeLink } from '../html.ts';
import { type Family, type Mapper, mapNames, type Shortcode } from '../shapes.ts';

/** A link to what is embedded: its URL, or one made of its id; reported if there is neither. */
export function linkTo(names: readonly string[], ofId?: (id: string) => string): Mapper {
  return (code, tools) => {
    const given = findValue(code, names);
    // Early players took their size behind the URL: `…?v=ID&w=640&h=390`.
    const url = /^(?:https?:)?\/\//.test(given) ? toUrl(given).replace(/&(?:w|h|rel)=\d+/g, '') : '';
    const made = url !== '' ? url : /^[\w./-]+$/.test(given) && ofId ? ofId(encodeURIComponent(given)) : '';
    const rest = textOf(code.content) === given ? '' : code.content;
    if (made !== '') return placeInline(writeLink(made, escapeHtml(code.text('title'))), code) + rest;
    tools.addLoss('embed', `[${code.name}] without a source`);
    return code.content;
  };
}

function findValue({ get, values, content }: Shortcode, names: readonly string[]): string {
  const found = names.map((name) => get(name)).find((value) => value.trim() !== '');
  const value = found ?? values.find((text) => text.length > 1) ?? content;
  return textOf(value);
}

function textOf(html: string): string {
  return html
    .replace(/<[^<>]*>/g, '')
    .replace(/&amp;|&#0?38;/g, '&')
    .trim();
}

const ids = ['id', 'url', 'src', 'link', 'video', 'video_id', 'videoid'];
const urls = ['url', 'src', 'href', 'link'];

const named: Family = {
  ...mapNames(
    'youtube youtube_sc tube fusion_youtube su_youtube su_youtube_advanced youtube_video',
    linkTo(ids, (id) => `https://www.youtube.com/watch?v=${id}`),
  ),
  ...mapNames(
    'vimeo fusion_vimeo su_vimeo vimeo_video',
    linkTo(ids, (id) => `https://vimeo.com/${id}`),
  ),
  ...mapNames(
    'dailymotion su_dailymotion',
    linkTo(ids, (id) => `https://www.dailymotion.com/video/${id}`),
  ),
  ...mapNames(
    'ted',
    linkTo(ids, (id) => `https://www.ted.com/talks/${id}`),
  ),
  ...mapNames(
    'wpvideo videopress',
    linkTo(ids, (id) => `https://videopress.com/v/${id}`),
  ),
  ...mapNames(
    'tweet',
    linkTo([...urls, 'tweet', 'id'], (id) => `https://twitter.com/i/status/${id}`),
  ),
  ...mapNames('instagram', linkTo(urls)),
  ...mapNames(
    'gist',
    linkTo(['url', 'id'], (id) => `https://gist.github.com/${id.replaceAll('%2F', '/')}`),
  ),
  ...mapNames(
    'scribd',
    linkTo(['id', 'url'], (id) => `https://www.scribd.com/doc/${id}`),
  ),
  ...mapNames('bandcamp', linkTo(['url', 'src'])),
  ...mapNames('flickr', linkTo(['video', 'url', 'src'])),
  ...mapNames(
    'embedyt soundcloud spotify slideshare googlemaps archive facebook pinterest mixcloud kickstarter giphy',
    linkTo(urls),
  ),
  ...mapNames(
    'googleapps iframe advanced_iframe pdf pdf-embedder embeddoc gview docembed su_document flexiblemap',
    linkTo([...urls, 'file', 'pdf']),
  ),
  ...mapNames('codepen codepen_embed', linkTo(urls)),
  ...mapNames('fusion_soundcloud su_soundcloud fusion_facebook_page', linkTo(urls)),
  ...mapNames(
    'fusion_audio su_audio su_video fusion_video et_pb_video_slider_item',
    linkTo(['video_webm', 'video_url', 'src', 'url', 'video', 'video_ogv']),
  ),
};

export const embeds: Family = named;
