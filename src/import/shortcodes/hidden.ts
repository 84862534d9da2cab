/** What a layout builder does not show to everyone must not be published by an import. */

const switchedOff =
  /\bdisabled="on"|\bdisabled_on="on\|on\|on"|\bdisable_element="(?:yes|true)"|\bvisibility="hidden"|\bdisplay="none"/;

/** Why what is in a shortcode is not shown to readers; undefined if it is. */
export function findHidden(name: string, attributes: string): string | undefined {
  if (/^fusion_builder_container$/.test(name) && /\bstatus="draft"/.test(attributes)) return 'a draft';
  return /^(?:et_pb|vc)_/.test(name) && switchedOff.test(attributes) ? 'switched off' : undefined;
}

/** The decoration of a layout that is not carried over; undefined if there is none. */
export function findDecoration(attributes: string): string | undefined {
  if (/\b(?:background_image|bg_image|parallax_image)="[^"]/.test(attributes)) return 'background image';
  return /\b(?:video_url|video_mp4|video_webm|background_video_mp4|video_bg_url)="[^"]/.test(attributes)
    ? 'background video'
    : undefined;
}
