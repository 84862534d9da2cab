/** Shortcodes that WordPress does not show to everyone, or not now. */
import { parseAttributes } from '../shortcodes/attributes.ts';
import { introducesPeople, isForSome, limitsReaders } from './words.ts';

const switchedOff =
  /\bdisabled="on"|\bdisabled_on="on\|on\|on"|\bdisable_element="(?:yes|true)"|\bvisibility="hidden"|\bdisplay="none"/;

/** Why what is in a shortcode is not shown to readers; undefined if it is. */
export function findHidden(name: string, attributes: string, now = ''): string | undefined {
  if (/^fusion_/.test(name) && hasConditions(attributes)) return 'not shown to everyone';
  if (name === 'fusion_builder_container') return containerState(attributes, now);
  if (!/^(?:et_pb|vc)_/.test(name)) return undefined;
  if (switchedOff.test(attributes)) return 'switched off';
  return /\bdisplay_conditions="[^"]{5,}/.test(attributes) ? 'not shown to everyone' : undefined;
}

/** Whether a shortcode that nobody knows is for some readers only, by its name or an attribute. */
export function mayBeForSome(name: string, attributes: string): boolean {
  if (isForSome(name)) return true;
  const isOpposite = /guest|visitor|log(?:ged)?[-_]?out|(?:^|[-_])(?:not|non)(?:$|[-_])/i.test(name);
  return (
    !isOpposite &&
    !introducesPeople(name) &&
    [...parseAttributes(attributes).named].some(([key, value]) => limitsReaders(key, value))
  );
}

/** Whether Avada shows an element on conditions, other than the size of the screen: base64 of JSON. */
function hasConditions(attributes: string): boolean {
  const [, encoded = ''] = /\brender_logics="([^"]+)"/.exec(attributes) ?? [];
  const conditions = [
    ...Buffer.from(encoded, 'base64')
      .toString()
      .matchAll(/"field"\s*:\s*"([^"]*)"/g),
  ];
  return encoded !== '' && (conditions.length === 0 || conditions.some(([, field]) => field !== 'device_type'));
}

/** Avada shows a container always, never, or from or until a date: `YYYY-MM-DD HH:MM:SS`, as `now`. */
function containerState(attributes: string, now: string): string | undefined {
  const [, status] = /\bstatus="(\w+)"/.exec(attributes) ?? [];
  const [, date] = /\bpublish_date="([\d: -]{10,19})"/.exec(attributes) ?? [];
  if (status === 'draft') return 'a draft';
  if (status === 'publish_after' && date !== undefined && date > now) return `not shown before ${date}`;
  return status === 'published_until' && date !== undefined && date < now ? `shown until ${date}` : undefined;
}

/** What an attribute of a layout shows that is not carried over; undefined if there is nothing. */
export function findDecoration(name: string, attributes: string): string | undefined {
  if (!/^(?:fusion_|et_pb_|vc_|fullwidth$)/.test(name)) return undefined;
  if (/\b(?:background_image|bg_image|parallax_image)="[^"]/.test(attributes)) return 'background image';
  if (/\bdynamic_params="[^"]/.test(attributes)) return 'text that WordPress fills in';
  return /(?:container|fullwidth|column|row|section|header)/.test(name) &&
    /\b(?:video_url|video_mp4|video_webm|background_video_mp4|video_bg_url)="[^"]/.test(attributes)
    ? 'background video'
    : undefined;
}
