/** Which raw HTML feeds keep: one list for the feed and for the rule that warns about the rest. */

/** Elements to keep. */
export const keptElements =
  `address article aside footer header h1 h2 h3 h4 h5 h6 hgroup main nav section blockquote dd div dl dt
  figcaption figure hr li menu ol p pre ul a abbr acronym b bdi big br center cite code data del dfn em i ins kbd mark q
  rp rt ruby s samp small span strike strong sub sup time tt u var wbr caption col colgroup table tbody td tfoot th
  thead tr img picture source audio video track details summary`.split(/\s+/);

/** Elements to remove with their content, which is not text for readers. */
export const elementsDroppedWhole =
  `script style textarea option select xmp svg math template title noembed noframes plaintext
  datalist`.split(/\s+/);

const hidingStyles: readonly [name: string, pattern: RegExp][] = [
  ['display: none', /(?:^|[;\s])display\s*:\s*none\b/i],
  ['visibility: hidden', /(?:^|[;\s])visibility\s*:\s*hidden\b/i],
  ['mso-hide: all', /(?:^|[;\s])mso-hide\s*:\s*all\b/i],
];

/** What hides an element with these attributes, so that it is removed with its content; undefined if nothing does. */
export function whyHidden(name: string, attributes: ReadonlyMap<string, string>): string | undefined {
  if (name === 'dialog' && !attributes.has('open')) return 'not open';
  if (attributes.has('hidden')) return 'hidden';
  const style = attributes.get('style')?.replace(/\/\*.*?(?:\*\/|$)/gs, ' ');
  return style === undefined ? undefined : hidingStyles.find(([, pattern]) => pattern.test(style))?.[0];
}

/** Elements without content (HTML, 13.1.2). */
export const voidElements: readonly string[] = 'area base br col embed hr img input link meta source track wbr'.split(
  ' ',
);

/** Elements to replace by a link to what they embed. */
export const elementsBecomingLinks = ['iframe', 'embed'];

/** Attributes to keep, by element; `*` is every element. */
export const keptAttributes: Record<string, string[]> = {
  '*': ['title', 'lang', 'dir', 'id'],
  a: ['href', 'hreflang'],
  img: ['src', 'srcset', 'sizes', 'alt', 'width', 'height', 'loading'],
  source: ['src', 'srcset', 'sizes', 'media', 'type', 'width', 'height'],
  video: ['src', 'poster', 'controls', 'width', 'height', 'loop', 'muted', 'preload'],
  audio: ['src', 'controls', 'loop', 'muted', 'preload'],
  track: ['src', 'kind', 'srclang', 'label', 'default'],
  blockquote: ['cite'],
  q: ['cite'],
  del: ['cite', 'datetime'],
  ins: ['cite', 'datetime'],
  time: ['datetime'],
  data: ['value'],
  ol: ['start', 'type', 'reversed'],
  li: ['value'],
  td: ['colspan', 'rowspan', 'headers', 'align', 'valign'],
  th: ['colspan', 'rowspan', 'headers', 'scope', 'abbr', 'align', 'valign'],
  col: ['span'],
  colgroup: ['span'],
  details: ['open'],
};

/** URL schemes to keep. */
export const keptSchemes = ['http', 'https', 'mailto', 'tel'];
