/** What a layout builder does not show to everyone must not be published by an import. */

const switchedOff =
  /\bdisabled="on"|\bdisabled_on="on\|on\|on"|\bdisable_element="(?:yes|true)"|\bvisibility="hidden"|\bdisplay="none"/;

/** Why what is in a shortcode is not shown to readers; undefined if it is. */
export function findHidden(name: string, attributes: string, now = ''): string | undefined {
  if (name === 'fusion_builder_container') return containerState(attributes, now);
  return /^(?:et_pb|vc)_/.test(name) && switchedOff.test(attributes) ? 'switched off' : undefined;
}

/** Whether a shortcode of a plugin that nobody knows is named as those that show what is in them to some readers only. */
export function isForSome(name: string): boolean {
  return forSome.test(name) && !/guest|visitor|log(?:ged)?[-_]?out|(?:^|[-_])(?:not|non)(?:$|[-_])/i.test(name);
}

const forSome =
  /(?:^|[-_])(?:only|members?(?:only)?|membership|private|protect(?:ed|or)?|password|restrict(?:ed|ion)?|log(?:ged)?[-_]?in|roles?|patrons?|subscribers?|premium|paywall|locked|unlock|secret|hide|hidden|hidepost|visible)(?:$|[-_])|^s2if$/i;

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
