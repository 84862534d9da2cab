/** Links, and the places in a text to which it links itself. */
import { isUpload } from '../../index/urls.ts';
import { attributeOf } from './attributes.ts';
import type { HtmlElement } from './parse.ts';
import type { Reading } from './reading.ts';

const runsCode = /^[\s\0-\x1f]*(?:javascript|vbscript|data):/i;

/** Where a link leads; undefined for one without a target, of which the text stays. */
export function readHref(element: HtmlElement, { context, losses }: Reading): string | undefined {
  const url = attributeOf(element, 'href').replace(/[\n\r\t]/g, '');
  if (url === '') return undefined;
  if (runsCode.test(url)) {
    losses.add('link', 'link that runs a script');
    return undefined;
  }
  if (url.startsWith('#')) return url;
  const resolved = context.resolveLink(url);
  return resolved === url && isUpload(url) ? context.resolveFile(url) : resolved;
}

/** The names of the places to which a text links itself, as in `href="#notes"`, and of its `parts` to which others link. */
export function findTargets(html: string, parts: Iterable<string> = []): ReadonlySet<string> {
  const targets = new Set(parts);
  for (const [, target = ''] of html.matchAll(/\bhref\s*=\s*["']?#([^"'\s>]{1,200})/gi)) {
    for (const name of partNames(target)) targets.add(name);
  }
  return targets;
}

/** The names that the fragment of a URL may stand for: as it is written, and decoded. */
export function partNames(fragment: string): readonly string[] {
  return [fragment, decode(fragment)];
}

function decode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    // A stray percent sign: the name is as it is written.
    return target;
  }
}
